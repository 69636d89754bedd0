import { formatDay } from '../i18n/formats.ts'
import type { Lang } from '../i18n/language.ts'
import type { FollowedKind } from './followed-kind.ts'

/** Something that happened, with what everybody may read of its matter today. */
export type ShownHappening = {
  id: string
  kind: string
  facts: Record<string, string>
  happenedAt: Date
  matter: string
  title: string
  titleLang: 'sq' | 'en' | 'sr'
  /** Of what it is about, and of the matter; without language prefix. */
  href: string
  matterHref: string
  institutionId: string
  institution: string
  institutionSlug: string
  zone: string
  country: 'AL' | 'XK'
}

/** One line of what happened. Of a crowd, told as a number, there is no single day. */
export type HappeningLine = { day: string | null; words: string; href: string; id: string }

/** The kinds that come in crowds. */
export const crowdsOf = (kinds: readonly FollowedKind[]): string[] => kinds.flatMap(({ crowds }) => crowds ?? [])

/** Whether there is a sentence for it: what has none is told to nobody. */
export const hasWords = (kinds: readonly FollowedKind[], kind: string): boolean =>
  kinds.some(({ happenings }) => Object.hasOwn(happenings.sq, kind))

/** The sentence of one happening. */
function wordsOfHappening(
  lang: Lang,
  kinds: readonly FollowedKind[],
  { kind, facts, country }: Pick<ShownHappening, 'kind' | 'facts' | 'country'>,
  count = 1,
): string {
  const words = kinds.map(({ happenings }) => happenings[lang][kind]).find((one) => one !== undefined)
  return words?.({ ...facts, country, count: String(count) }) ?? ''
}

/** The happenings of one matter as lines, in their order; crowds last, each kind as one line. */
export function linesOf(
  lang: Lang,
  kinds: readonly FollowedKind[],
  happenings: readonly ShownHappening[],
): HappeningLine[] {
  const crowds = new Set(crowdsOf(kinds))
  const single = happenings.filter(({ kind }) => !crowds.has(kind))
  const crowded = Map.groupBy(
    happenings.filter(({ kind }) => crowds.has(kind)),
    ({ kind }) => kind,
  )
  return [
    ...single.map((one) => lineOf(lang, kinds, one)),
    ...[...crowded.values()].flatMap((all) =>
      all[0]
        ? [
            {
              day: null,
              words: wordsOfHappening(lang, kinds, all[0], all.length),
              href: all[0].matterHref,
              id: all[0].id,
            },
          ]
        : [],
    ),
  ].filter(({ words }) => words !== '')
}

export const lineOf = (lang: Lang, kinds: readonly FollowedKind[], one: ShownHappening): HappeningLine => ({
  day: formatDay(lang, one.happenedAt, one.zone),
  words: wordsOfHappening(lang, kinds, one),
  href: one.href,
  id: one.id,
})
