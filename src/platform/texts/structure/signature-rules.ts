import { opens, type Tagged } from './tag-rules.ts'
import { endsSentence } from '../words-rules.ts'

/** Who signs, where and when: what stands after the last article. */

const SIGNER =
  /^(?:Z[ËE]VEND[ËE]S\s?|N[ËE]N\s?)?(?:KRYETAR|KRYEMINIST|PRESIDENT|MINIST[ËE]R|MINISTRI\b|MINISTRJA|SEKRETAR|PREFEKT|DREJTOR|KRYESUES|KOMISIONER|GUVERNATOR|TITULLAR|PREDSED|GRADONA[ČC]ELNI|CHAIRPERSON|SPEAKER OF|MAYOR)/iu
const PLACE_AND_DATE =
  /^\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+){0,2},?\s+(?:më|me|datë|dt\.?)\s*[\d._…\s/-]*(?:\p{Ll}+\s+)?(?:20|19)?[\d_.…]{2,}\s*\.?$/u
const ADOPTED = /^(?:Miratuar|Miratuar\s+në|Shpallur\s+me|Aprovuar)\b.{0,120}\d{4}/u
/** Kosovo's laws close with their number and day: "Ligji Nr. 08/L-123", "14 korrik 2022". */
const NUMBER_AND_DAY =
  /^(?:Ligji\s+Nr\.?\s*\d{2}\/L-?\s?\d{1,4}|\d{1,2}\s+(?:janar|shkurt|mars|prill|maj|qershor|korrik|gusht|shtator|tetor|nëntor|dhjetor)\s+20\d\d)\.?$/iu

// After the signer come names, a place, a date, a seal: never a page of text.
const LONGEST_SIGNATURE = 15
const LONGEST_LINE = 160

/** The index at which the signature begins, or null. Looked for after the last article that no annex holds. */
export function signatureAt(tagged: Tagged[], taken: ReadonlySet<number>): number | null {
  const annex = tagged.findIndex((one) => one.tag.kind === 'annex')
  const end = annex < 0 ? tagged.length : annex
  const body = tagged.slice(0, end)
  const lastOpening = body.findLastIndex((one) => opens(one.tag))
  const enacting = body.findIndex((one) => one.tag.kind === 'enacting')
  const from = Math.max(lastOpening, enacting, 0) + 1
  for (let at = Math.max(from, end - LONGEST_SIGNATURE); at < end; at += 1) {
    const one = tagged[at]
    if (one && !taken.has(at) && isSignatureLine(one) && tagged.slice(at, end).every(isShort)) return at
  }
  return null
}

function isSignatureLine({ block, tag }: Tagged): boolean {
  if (tag.kind !== 'text' || block.number !== null) return false
  if (block.kind === 'table')
    return block.printed.split(/[\t\n]/).some((cell) => SIGNER.test(cell.trim()) && cell.length <= 80)
  const signs = SIGNER.test(block.words) && block.words.length <= 80 && !endsSentence(block.words)
  // Short lines only: the patterns would search a long row of dots for minutes.
  return (
    isShort({ block, tag }) &&
    block.kind === 'words' &&
    (signs || [PLACE_AND_DATE, ADOPTED, NUMBER_AND_DAY].some((pattern) => pattern.test(block.words)))
  )
}

const isShort = ({ block }: Tagged): boolean => block.kind === 'table' || block.words.length <= LONGEST_LINE
