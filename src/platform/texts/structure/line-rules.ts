import type { NodeKind } from '../text-rules.ts'
import { closeLetterSpacing, endsSentence, isCapitals, isHeadingShape } from '../words-rules.ts'

/** Lines that open a division, an article or an annex, told by their own words alone. */

/** The division words of Albania and Kosovo, from the widest to the narrowest by the drafting rules. */
export const DIVISION_WORDS = ['PJESA', 'TITULLI', 'KAPITULLI', 'KREU', 'SEKSIONI', 'NËNSEKSIONI', 'NËNKREU'] as const
export type DivisionWord = (typeof DIVISION_WORDS)[number]

export const DIVISION_KINDS = {
  PJESA: 'part',
  TITULLI: 'title',
  KAPITULLI: 'chapter',
  KREU: 'chapter',
  SEKSIONI: 'section',
  NËNSEKSIONI: 'section',
  NËNKREU: 'section',
} as const satisfies Record<DivisionWord, NodeKind>

/** The same in the Serbian and English texts that a Kosovo consultation brings. */
const OTHER_LANGUAGES: Record<string, DivisionWord> = {
  DEO: 'PJESA',
  GLAVA: 'KREU',
  POGLAVLJE: 'KREU',
  ODELJAK: 'SEKSIONI',
  PART: 'PJESA',
  TITLE: 'TITULLI',
  CHAPTER: 'KREU',
  SECTION: 'SEKSIONI',
}

export type DivisionLine = { word: DivisionWord; label: string | null; rest: string }

const ORDINAL = String.raw`(?:I|E|TË|TE)\s+\p{Lu}*(?:PAR[ËE]|DYT[ËE]|TRET[ËE]|KAT[ËE]RT|PEST[ËE]|GJASHT[ËE]|SHTAT[ËE]|N[ËE]NT[ËE]|TET[ËE]|DHJET[ËE]|NJ[ËE]ZET[ËE]?|P[ËE]RGJITHSHME|POSA[ÇC]ME|VE[ÇC]ANT[ËE])`
const NUMERAL = String.raw`(?:\d{1,3}|[IVXLC]+|[A-DF-H])(?:\s?/\s?\w{1,3})?(?![\p{L}\d])`
const DIVISION = new RegExp(
  String.raw`^(PJESA|TITULLI|KAPITULLI|KREU|SEKSIONI|N[ËE]NSEKSIONI|N[ËE]NKREU|${Object.keys(OTHER_LANGUAGES).join('|')})(?=[\s\dIVXLC.:–—-]|$)\s*(?:nr\.?\s*)?(?:(${ORDINAL}(?![\p{L}])|${NUMERAL})\s*)?([.:–—-]*)\s*(.*)$`,
  'iu',
)

/** `KREU II – Të drejtat`, `SEKSIONI 1`, `PJESA E DYTË`; null for "kreu II i këtij ligji". */
export function readDivisionLine(line: string): DivisionLine | null {
  const found = DIVISION.exec(closeLetterSpacing(line))
  const printedWord = found?.[1]
  if (!found || !printedWord || !/^\p{Lu}/u.test(printedWord)) return null
  const [, , label = null, sign = '', rest = ''] = found
  if (label === null && (rest || !isCapitals(printedWord))) return null
  if (label !== null && !/^(?:[\dIVXLC]|[A-DF-H]$)/.test(label) && !isCapitals(label)) return null
  if (rest && !sign && !/^["“„«(]?[\p{Lu}]/u.test(rest)) return null
  if (rest && endsSentence(rest) && !isCapitals(rest) && !rest.startsWith('(')) return null
  const plain = printedWord.toUpperCase().replaceAll('Ë', 'E')
  const word = DIVISION_WORDS.find((one) => one.replaceAll('Ë', 'E') === plain) ?? OTHER_LANGUAGES[plain]
  return word ? { word, label: label?.replace(/\s*\/\s*/, '/') ?? null, rest } : null
}

export type AnnexLine = { label: string | null; rest: string }

const ANNEX =
  /^(ANEKSI?|LIDHJ[AE]|SHTOJC[AË]|ANNEX|APPENDIX|PRILOG)(?=[\s\d.:–—-]|$)\s*(?:nr\.?\s*)?(\d{1,3}(?:[/.]\d+)?|[IVX]+|[A-Z])?(?![\p{L}\d])\s*([.:–—-]*)\s*(.*)$/iu

/** `ANEKSI 1`, `Lidhja nr. 2 – Tarifat`, `SHTOJCË`; null for "Lidhja e kontratës". */
export function readAnnexLine(line: string): AnnexLine | null {
  const found = ANNEX.exec(closeLetterSpacing(line))
  const word = found?.[1]
  if (!found || !word || !/^\p{Lu}/u.test(word)) return null
  const [, , label = null, sign = '', rest = ''] = found
  if (label !== null && !/^[\dIVXA-Z]/.test(label)) return null
  if (label === null && (!isCapitals(word) || (rest !== '' && !sign && !isCapitals(rest)))) return null
  if (rest && !sign && !/^["“„«(]?\p{Lu}/u.test(rest)) return null
  return rest && endsSentence(rest) ? null : { label, rest }
}

export type ArticleLine = {
  label: string
  /** What stands after the label on the same line. */
  rest: string
  /**
   * bare: nothing after the label; heading: a heading; body: words of the article; reference: the line is a sentence
   * that speaks of an article.
   */
  shape: 'bare' | 'heading' | 'body' | 'reference'
  /** Written small, "neni 5": seldom opens an article. */
  small: boolean
}

// A scanner reads 1 as l and 0 as O: "Neni l006" stands in a printed Civil Code.
const ARTICLE_LABEL = String.raw`[0-9lI]*\d[0-9lO]*(?:\s?/\s?[\p{L}\d]{1,3}(?![\p{L}\d]))*(?:\s?bis|[a-zçë](?![\p{L}\d]))?|[IVXLC]+(?![\p{L}\d])`
const ARTICLE = new RegExp(
  String.raw`^(Neni|NENI|neni|[ČC]lan|[ČC]LAN|[čc]lan|Article|ARTICLE|article)\s*[.:–—-]?\s*(${ARTICLE_LABEL})(?![\p{Ll}\d])\s*([.:–—-]*)\s*(.*)$`,
  'u',
)

/** `Neni 12`, `NENI 5.`, `Neni 4 Objekti`, `Neni 7 – Qëllimi`; a sentence such as "Neni 12 i këtij ligji" is told apart. */
export function readArticleLine(line: string): ArticleLine | null {
  const [, word, label, sign = '', rest = ''] = ARTICLE.exec(closeLetterSpacing(line)) ?? []
  if (!word || !label) return null
  return { label: label.replace(/\s*\/\s*/g, '/'), rest, small: /^\p{Ll}/u.test(word), shape: shapeOfRest(sign, rest) }
}

function shapeOfRest(sign: string, rest: string): ArticleLine['shape'] {
  if (rest === '') return 'bare'
  if (/^[,;)\]/]/.test(rest)) return 'reference'
  if (!sign && /^\p{Ll}/u.test(rest)) return 'reference'
  // "Neni 120/1 “Lejedrejtimi me pikë” i këtij Kodi hyn në fuqi …"
  if (/^["“”„«‘][^"”“»’]*["”“»’]\s*[\p{Ll},]/u.test(rest)) return 'reference'
  if (/^\p{Ll}/u.test(rest)) return rest.length <= 100 && !endsSentence(rest) ? 'heading' : 'reference'
  return isHeadingShape(rest) && !/^\d{1,3}\s?[.)]/.test(rest) ? 'heading' : 'body'
}

/** An article's number at the end of its heading's line: "Kundërshtimi i atësisë Neni 184". */
export function readArticleAtLineEnd(line: string): { heading: string; label: string } | null {
  const found = /^(.{3,150}?)\s+Neni\s+(\d{1,4}(?:\/\w{1,3})*)\.?$/u.exec(line)
  const heading = found?.[1]
  const label = found?.[2]
  return heading && label && isHeadingShape(heading) ? { heading, label } : null
}

/** A line of a table of contents: "Neni 1 Objekti ........ 3". Takes the line as printed, for its tab. */
export const isContentsLine = (printed: string): boolean =>
  /(?:\.\s?){4,}\s*\d{1,4}\s*$|…{2,}\s*\d{1,4}\s*$|\S\t+\s*\d{1,4}\s*$/u.test(printed.trimEnd().slice(-80))

export const isEnactingLine = (words: string): boolean =>
  /^(?:VENDOSI|VENDOSËN|VENDOS|URDHËROJ|URDHËRON|UDHËZON|UDHËZOJ|MIRATON|MIRATOI|NXJERR|ODLUČUJE|USVAJA|DONOSI|DECIDES|ADOPTS|ISSUES)\s*:?$/u.test(
    closeLetterSpacing(words),
  )
