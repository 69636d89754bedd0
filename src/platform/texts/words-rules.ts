/** What can be told from a line of words alone, without its place in the text. */

/**
 * The form in which every reader takes its source: well-formed Unicode, NFC, without NUL (PostgreSQL's `text` holds
 * neither lone surrogates nor NUL). Canonically the same characters.
 */
export const cleanText = (text: string): string => text.toWellFormed().normalize('NFC').replaceAll('\0', ' ')

/** Soft hyphens and zero-width marks: part of the source, no part of a word. */
const INVISIBLE = /[\u00ad\u200b\u200c\u2060\ufeff]/g

/** Words as people read them: without invisible marks, each run of white space one space. */
export const foldWords = (text: string): string =>
  text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim().normalize('NFC')

const isInk = (character: string): boolean => !/[\s\u00ad\u200b\u200c\u2060\ufeff]/.test(character)

/** Parts `printed` so that the second piece carries exactly the visible characters of `rest`, its ending. */
export function splitPrinted(printed: string, rest: string): [string, string] {
  let wanted = [...rest].filter(isInk).length
  const characters = [...printed]
  let from = characters.length
  while (wanted > 0 && from > 0) {
    from -= 1
    if (isInk(characters[from] ?? '')) wanted -= 1
  }
  return [characters.slice(0, from).join(''), characters.slice(from).join('')]
}

/** Offices print `V E N D O S I :` and `N E N I  5`. Returns the words with such a run of single letters closed up. */
export function closeLetterSpacing(words: string): string {
  const run = /^(?:\p{L} ){3,}\p{L}(?=[\s:.\d]|$)/u.exec(words)
  return run ? run[0].replaceAll(' ', '') + words.slice(run[0].length) : words
}

// The tail is enough, and a search for `$` through long paragraphs is slow.
export const endsSentence = (words: string): boolean =>
  /[.;:!?…][”"“»’')\]]*$/u.test(words.slice(-8)) && !endsInAbbreviation(words)

const endsInAbbreviation = (words: string): boolean =>
  /(?:^|[\s(“"])(?:nr|art|p\.sh|dr|prof|z|znj)\.$/iu.test(words.slice(-8))

export const beginsLowercase = (words: string): boolean => /^["“”„«‘’'(]*\p{Ll}/u.test(words)

// Words after which no Albanian sentence, item or heading ends: articles, prepositions, conjunctions, auxiliaries.
const NEVER_LAST = new Set(
  (
    'e i të te së se a dhe ose apo por si në ne me për per nga prej mbi nën deri ndaj pa sipas midis ndërmjet gjatë ' +
    'pas para kundër që qe kur nëse çdo kjo ky këto këta cilat cili cila cilët cilin cilën duke nuk mos edhe u iu do ' +
    'duhet mund është janë ka kanë tij/saj më shtatë tetë nëntë numër datë datës neni nenin nenit nenet neneve pika ' +
    'pikën pikës pikat shkronja shkronjën shkronjës paragrafi paragrafin ligjit vendimit ndërsa ndonëse sidomos ' +
    // English and Serbian, as Kosovo's texts are printed too.
    'of the and or to for by with from article paragraph ili za od sa po člana stava'
  ).split(' '),
)

/** The line cannot end here: its last word asks for another. */
export function endsOpen(words: string): boolean {
  // "O b j e k t i" ends in no word of its own.
  if (/(?:^| )\p{L} \p{L} \p{L}$/u.test(words)) return false
  const last = words.slice(words.lastIndexOf(' ') + 1).replace(/^[^\p{L}]+/u, '')
  return NEVER_LAST.has(last) || endsInAbbreviation(words)
}

/** The last word asks for a number: a number that begins the next line is no label. */
export const asksForNumber = (words: string): boolean =>
  /(?:^|[\s(“"])(?:nr|nr\.|numër|datë|datës|dt\.?|neni|nenin|nenit|nenet|neneve|pika|pikën|pikës|pikat|article|articles|člana|članova|me|më|prej|deri në|rreth|dhe|ose|vitin|moshën)$/iu.test(
    words.slice(-20),
  )

// No heading is longer; whole paragraphs in capitals are not headings.
const LONGEST_CAPITALS = 400

/** Capitals as offices use them in headings; a small word in brackets does not spoil them. */
export function isCapitals(words: string): boolean {
  if (words.length > LONGEST_CAPITALS) return false
  const letters = words.replace(/\([^)]*\)/g, '').replace(/[^\p{L}]/gu, '')
  const small = letters.replace(/\P{Ll}/gu, '')
  return letters.length >= 2 && small.length <= letters.length * 0.1
}

/** A line that could be a heading by its shape: short, begins large, ends open but whole. */
export const isHeadingShape = (words: string, longest = 150): boolean =>
  words.length >= 2 &&
  words.length <= longest &&
  /^["“”„«‘’']*[\p{Lu}\d]/u.test(words) &&
  !/[.;:,]["”»]*$/u.test(words) &&
  !endsOpen(words)
