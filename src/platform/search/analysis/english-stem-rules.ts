import { remembered } from './remembered-rules.ts'

const VOWEL = /[aeiouy]/

/**
 * The stem of a folded English word: plurals, -ed, -ing, -ly, and a last -e or -y, so that approve, approves, approved and
 * approving meet. Nouns made of verbs (approval) stay what they are.
 */
export const stemEnglish: (folded: string) => string = remembered(stemOf)

function stemOf(folded: string): string {
  if (folded.length <= 3 || /[^a-z]/.test(folded)) return folded
  return withoutLast(withoutLy(withoutTense(withoutPlural(folded))))
}

function withoutPlural(word: string): string {
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2)
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1)
  // Not a plural: process, census, analysis.
  if (/(?:ss|us|is)$/.test(word)) return word
  return word.endsWith('s') ? word.slice(0, -1) : word
}

/** Only when a vowel stays before it: "bring" and "red" are whole. */
function withoutTense(word: string): string {
  const cut = /^(.*[aeiouy].*)(?:ing|ed)$/.exec(word)?.[1]
  if (cut === undefined || cut.length < 3 || `${cut}e`.endsWith('ee')) return word
  // planned, planning: plan; but called, missed, staffed.
  return /([bdgkmnprtv])\1$/.test(cut) ? cut.slice(0, -1) : cut
}

function withoutLy(word: string): string {
  return /.{4}ly$/.test(word) ? word.slice(0, -2) : word
}

function withoutLast(word: string): string {
  if (word.length > 3 && word.endsWith('e')) return word.slice(0, -1)
  return word.length > 3 && word.endsWith('y') && !VOWEL.test(word.at(-2) ?? '') ? `${word.slice(0, -1)}i` : word
}
