import type { Lang } from '#platform/i18n/language.ts'
import type { ShareFacts } from '#platform/papers/share-picture.ts'
import type { ActBase } from './act-base-view.ts'
import { forceWords } from './force-texts.ts'
import { textsIn } from './texts.ts'

/** The house's own red, where an institution has set no colour. */
const ACCENT = '#a9101c'

/** The one thing that somebody who is passed the link wants to know: whether it holds. */
export const shareLineOf = (lang: Lang, { act, force }: Pick<ActBase, 'act' | 'force'>): string =>
  act.state === 'void' ? textsIn(lang).void.title : forceWords(lang, act, force)

export const shareFactsOf = (lang: Lang, view: ActBase): ShareFacts => ({
  institution: view.institution.name,
  kind: view.name,
  title: view.title,
  line: shareLineOf(lang, view),
  accent: view.institution.accent ?? ACCENT,
})
