import { wordsOfAnswers, type Answer } from '../questions/question-rules.ts'

/**
 * A local check of the words before they go on a public page: telephone numbers, e-mail addresses and identity
 * numbers of both countries. It may stop too much (a moderator then looks), and nothing is sent anywhere.
 */
const PERSONAL_DATA_KINDS = ['telephone', 'email', 'identity-number'] as const
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number]

const EMAIL = /[\p{L}\p{N}._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]+(?:\s?\.\s?[\p{L}\p{N}-]{2,})+/iu

/** Albania's personal identification number: a letter, eight digits, a letter (J12345678K). */
const ALBANIAN_IDENTITY = /(?<![\p{L}\p{N}])[A-T]\s?\d{8}\s?[A-W](?![\p{L}\p{N}])/iu

/** Kosovo's personal number: ten digits that begin with 1 or 2. Other runs of ten digits are taken for telephones. */
const KOSOVAN_IDENTITY = /(?<!\d)[12]\d{9}(?!\d)/u

/**
 * Numbers of Albania (+355, 06x…) and Kosovo (+383, 04x…), and anything written internationally, however people part
 * the digits. Sums in lekë do not begin with a zero or a plus, dates have other groups.
 */
const TELEPHONE =
  /(?<![\p{N}.,/])(?:(?:\+|00)[\s./-]?\d{1,3}(?:[\s./()-]*\d){6,12}|0[\s./-]?[2-9](?:[\s./()-]*\d){6,8})(?!\d)/u

/** A sum as it is printed, `28 081 250 000 lekë`: groups of three, and the money named. Its digits are no telephone. */
const SUM =
  /(?<![\p{N}.,])\d{1,3}(?:([ \u00a0\u202f.])\d{3})(?:\1\d{3})*(?:,\d+)?\s?(?=lek|euro|€|(?:all|eur)(?!\p{L}))/giu

/** What was found, in a fixed order; empty when nothing was. */
export function personalDataIn(words: string): PersonalDataKind[] {
  const folded = words.normalize('NFKC')
  const found: PersonalDataKind[] = []
  if (TELEPHONE.test(folded.replace(SUM, ''))) found.push('telephone')
  if (EMAIL.test(folded)) found.push('email')
  if (ALBANIAN_IDENTITY.test(folded) || KOSOVAN_IDENTITY.test(folded)) found.push('identity-number')
  return found
}

type Published = {
  body: string
  authorName: string | null
  organisation: string | null
  namePublic: boolean
  suggestion?: string | null
  answers?: readonly Answer[]
}

/** The same for all that a comment would put on a public page: its words, and the names that stand above them. */
export function personalDataOf(comment: Published): PersonalDataKind[] {
  const { body, authorName, organisation, namePublic, suggestion, answers = [] } = comment
  const names = [organisation ?? '', namePublic ? (authorName ?? '') : '']
  const shown = [body, suggestion ?? '', ...wordsOfAnswers(answers), ...names]
  // One after the other: an address must not seem to run on into the name.
  const found = new Set(shown.flatMap(personalDataIn))
  return PERSONAL_DATA_KINDS.filter((kind) => found.has(kind))
}

const ALL: readonly (readonly [PersonalDataKind, RegExp])[] = [
  ['identity-number', ALBANIAN_IDENTITY],
  ['identity-number', KOSOVAN_IDENTITY],
  ['email', EMAIL],
  ['telephone', TELEPHONE],
]

/** The passages themselves, as they stand in the words: for who has to cover them. */
export function passagesIn(words: string): { words: string; kind: PersonalDataKind }[] {
  // A sum is no telephone: letters of the same length keep the places of all that follows.
  const withoutSums = words.replace(SUM, (sum) => 'x'.repeat(sum.length))
  const found = ALL.flatMap(([kind, pattern]) =>
    [...withoutSums.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))].map(({ index, 0: passage }) => ({
      words: words.slice(index, index + passage.length).trim(),
      kind,
    })),
  )
  return found.filter((one, n) => found.findIndex(({ words: other }) => other === one.words) === n)
}
