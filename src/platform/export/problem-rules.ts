import type { Lang } from '../i18n/language.ts'
import type { RefusedParameter } from './api-operation.ts'
import { openDataUrls } from './export-urls-rules.ts'

/** What can go wrong, by the word in its address: it lasts for ever. */
export const PROBLEMS = {
  parametra: 400,
  'nuk-gjendet': 404,
  metoda: 405,
  forma: 406,
  shume: 429,
  'jo-tani': 503,
} as const
export type ProblemKind = keyof typeof PROBLEMS

export const PROBLEM_KINDS = Object.keys(PROBLEMS) as ProblemKind[]

export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  instance: string
  errors?: { detail: string; pointer: string; parameter: string }[]
}

/** RFC 9457. The type is the same in every language, and a page that explains it. */
export const problemOf = (
  kind: ProblemKind,
  words: { title: string; detail: string },
  at: { url: string; path: string; lang: Lang },
  errors: readonly RefusedParameter[] = [],
): Problem => ({
  type: at.url + openDataUrls.problem(kind),
  title: words.title,
  status: PROBLEMS[kind],
  detail: words.detail,
  instance: at.path,
  ...(errors.length > 0 && {
    errors: errors.map(({ parameter, detail }) => ({ detail, pointer: `#/${pointerPart(parameter)}`, parameter })),
  }),
})

/** RFC 6901, as it stands in the fragment of an address. */
const pointerPart = (name: string): string =>
  encodeURIComponent(name.toWellFormed().slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1'))
