import type { Lang } from '#platform/i18n/language.ts'
import type { Phase } from '../consultation-rules.ts'

export const QUESTION_KINDS = ['one', 'several', 'scale', 'order', 'text'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

export const QUESTION_LIMITS = {
  label: 300,
  hint: 500,
  options: 20,
  option: 200,
  end: 80,
  words: 2000,
  other: 200,
  questions: 40,
  reason: 1000,
} as const

export const SCALES = [5, 10] as const

/** The number that stands for "other, which". */
export const OTHER = 0

export type QuestionOption = { n: number; words: string; wordsEn: string | null }

export type QuestionEvent = {
  kind: 'added' | 'corrected' | 'withdrawn'
  version: number
  labelBefore: string | null
  at: string
  reason: string
}

export type Question = {
  id: string
  /** The lineage of an article; null: on the whole. */
  nodeId: string | null
  ordinal: number
  kind: QuestionKind
  compulsory: boolean
  label: string
  labelEn: string | null
  hint: string | null
  hintEn: string | null
  other: boolean
  least: number | null
  most: number | null
  scaleTo: number | null
  low: string | null
  lowEn: string | null
  high: string | null
  highEn: string | null
  version: number
  withdrawnAt: Date | null
  options: QuestionOption[]
  events: QuestionEvent[]
}

/** As it is kept and told: numbers of options (of an order from the first place on), a step of the scale, or words. */
export type Answer = {
  question: string
  kind: QuestionKind
  chosen: number[] | null
  other: string | null
  scale: number | null
  words: string | null
}

/** Of a question as a page in one language shows it; `other`: these words are not in that language. */
export function wordsIn(lang: Lang, words: string | null, english: string | null): string {
  return (lang === 'en' && english ? english : words) ?? ''
}

/** The language of the words, where it is not that of the page. */
export const langOf = (lang: Lang, english: string | null): 'sq' | undefined =>
  lang === 'en' && !english ? 'sq' : undefined

/** Those that are put to somebody who speaks about the whole, or about one article. */
export const standingOf = (questions: readonly Question[], nodeId: string | null): Question[] =>
  questions.filter((question) => question.withdrawnAt === null && question.nodeId === nodeId)

/** The name of its fields in forms, and the place of its results on their page. */
export const fieldOf = ({ id }: { id: string }): string => `p-${id}`

/** Names of the fields beside the question's own: the words of "other", and the place of each option in an order. */
export const otherFieldOf = (question: { id: string }): string => `${fieldOf(question)}-tjeter`
export const placeFieldOf = (question: { id: string }, n: number): string => `${fieldOf(question)}-${n}`

/** The same answers, in whatever order they came. */
export const sameAnswers = (one: readonly Answer[], other: readonly Answer[]): boolean =>
  linesOfAnswers(one) === linesOfAnswers(other)

/** Told apart by content alone. */
export const linesOfAnswers = (answers: readonly Answer[]): string =>
  JSON.stringify(
    answers
      .map(({ question, chosen, other, scale, words, kind }) => [
        question,
        // In which order boxes were ticked says nothing; an order says all.
        chosen && kind !== 'order' ? chosen.toSorted((a, b) => a - b) : chosen,
        other,
        scale,
        words,
      ])
      .toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
  )

/** The words among answers: what a person wrote, for the check of personal data. */
export const wordsOfAnswers = (answers: readonly Answer[]): string[] =>
  answers.flatMap(({ words, other }) => [words, other].filter((one) => one !== null))

export type QuestionDeed = 'add' | 'change' | 'withdraw' | 'move' | 'open-results'

/**
 * While it is a draft everything can be written. Once it is public a question keeps its sense: it can be put in other words,
 * withdrawn or added, each with a reason that everybody reads; after the window nothing is asked any more.
 */
export function refusalToAsk(deed: QuestionDeed, phase: Phase): 'closed' | 'public' | null {
  if (phase === 'draft') return null
  if (phase === 'closed' || phase === 'cancelled' || phase === 'taken-down') return 'closed'
  return deed === 'move' ? 'public' : null
}
