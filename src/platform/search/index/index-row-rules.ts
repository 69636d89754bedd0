import { createHash } from 'node:crypto'
import { STEM_VERSION, tsvectorOf } from '../analysis/analyse-rules.ts'
import type { SearchDocument } from '../search-source.ts'

/** A row of the index, as it is written: names of columns, days and moments as words. */
export type IndexRow = {
  subject: string
  part: string
  matter: string
  kind: string
  institution_id: string | null
  lang: string
  title: string
  heading: string | null
  body: string
  href: string
  published_at: string
  changed_at: string
  day: string
  state: string
  topics: readonly string[]
  places: readonly string[]
  due_on: string | null
  words: string
  title_words: string
  stem_version: number
  stamp: string
}

/** The row of a document, with its stems and the stamp by which the same is not written twice. */
export function indexRowOf(document: SearchDocument): IndexRow {
  const { title, heading, body, numbers, lang } = document
  const names = [...(document.borrowedTitle ? [] : [title]), ...numbers].map(named)
  // Of an article the words of its matter count, as something that stands beside; of a hundred thousand comments they would
  // only make each of them a finding.
  const borrowed = document.borrowedTitle && document.part !== '' ? [{ text: title, weight: 'C' as const }] : []
  const { translated } = document
  const foreign = translated ? named(translated.title) : null
  const row = {
    subject: document.subject,
    part: document.part,
    matter: document.matter,
    kind: document.kind,
    institution_id: document.institutionId,
    lang,
    title: clean(title),
    heading: heading === null ? null : clean(heading),
    body: clean(body),
    href: document.href,
    published_at: document.publishedAt.toISOString(),
    changed_at: document.changedAt.toISOString(),
    day: document.day,
    state: document.state,
    topics: document.topics,
    places: document.places,
    due_on: document.dueOn,
    words: joined(
      tsvectorOf([...names, ...borrowed, { text: heading ?? '', weight: 'B' }, { text: body, weight: 'D' }], lang),
      translated && foreign ? tsvectorOf([foreign, { text: translated.body, weight: 'D' }], translated.lang) : '',
    ),
    title_words: joined(
      tsvectorOf(document.borrowedTitle ? [...names, named(heading ?? '')] : names, lang),
      translated && foreign ? tsvectorOf([foreign], translated.lang) : '',
    ),
    stem_version: STEM_VERSION,
  }
  return { ...row, stamp: createHash('md5').update(JSON.stringify(row)).digest('hex') }
}

const named = (text: string) => ({ text, weight: 'A' as const })

/** Texts of two vectors as one: PostgreSQL merges what stands in both. */
const joined = (...vectors: readonly string[]): string => vectors.filter((vector) => vector !== '').join(' ')

/** PostgreSQL keeps no such sign. */
const clean = (words: string): string => words.replaceAll('\u0000', '')

/** A tsvector counts places up to 16,383: what is longer is found, and shown, in pieces of whole paragraphs. */
const MOST_WORDS = 8000

/** The pieces of a long text, nothing left out; one piece of what is short. */
export function piecesOf(text: string, mostWords = MOST_WORDS): string[] {
  const pieces: string[] = []
  let piece: string[] = []
  let count = 0
  for (const line of text.split(/(?<=\n)/)) {
    for (const part of shortened(line, mostWords)) {
      const words = part.split(/\s+/).length
      if (count > 0 && count + words > mostWords) {
        pieces.push(piece.join(''))
        piece = []
        count = 0
      }
      piece.push(part)
      count += words
    }
  }
  return [...pieces, piece.join('')]
}

/** A line without end, as some files have it, is cut between words. */
function shortened(line: string, mostWords: number): string[] {
  const words = line.split(/(?<=\s)/)
  if (words.length <= mostWords) return [line]
  const parts: string[] = []
  for (let at = 0; at < words.length; at += mostWords) parts.push(words.slice(at, at + mostWords).join(''))
  return parts
}
