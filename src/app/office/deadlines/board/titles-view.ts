import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Deadline } from '#platform/deadlines/deadline-rules.ts'
import type { Door } from '#platform/door.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { findSubjects, subjectKind } from '#platform/subjects/find-subjects.ts'
import { readRef } from '#platform/subjects/subject-rules.ts'
import type { Kinds } from './reach-rules.ts'

/** What the record of a deadline is called for somebody, and where they read it; null: it has no page for them. */
export type Titled = { title: string; lang: Lang; href: string | null }

type OfRecord = Pick<Deadline, 'subject' | 'slot'>

/** The clocks of all modules, by slot. */
export const kindsOf = (doors: readonly Door[]): Kinds =>
  Object.fromEntries(doors.flatMap(({ deadlines = {} }) => Object.entries(deadlines)))

/** What is over: "comments close". */
export const slotWords = (kinds: Kinds, lang: Lang, slot: string): string =>
  Object.hasOwn(kinds, slot) ? (kinds[slot]?.words[lang] ?? slot) : slot

/**
 * The records as an official may know of them, one question for each kind. Of a record that they may not open, only what
 * everybody may read.
 */
export async function titlesFor(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  official: Official,
  rows: readonly OfRecord[],
): Promise<Map<string, Titled>> {
  const subjects = await findSubjects(
    doors,
    services,
    lang,
    rows.map(({ subject }) => subject),
  )
  const known = new Map<string, Titled>()
  for (const [ref, { title, lang: of, officeHref, institutionId }] of subjects) {
    const kind = subjectKind(doors, readRef(ref)?.kind ?? '')
    if (kind && mayIn(official, kind.readers, institutionId)) known.set(ref, { title, lang: of, href: officeHref })
  }
  const others = await publicTitlesFor(
    services,
    doors,
    lang,
    rows.filter(({ subject }) => !known.has(subject)),
  )
  return new Map([...[...others].map(([ref, title]) => [ref, { ...title, href: null }] as const), ...known])
}

/**
 * The records as everybody may know of them: by the title that their module gives out; else by the name of their kind, which
 * says nothing of anybody. Their page is linked only where there is a public one.
 */
export async function publicTitlesFor(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  rows: readonly OfRecord[],
): Promise<Map<string, Titled>> {
  if (rows.length === 0) return new Map()
  const kinds = kindsOf(doors)
  const refs = [...new Set(rows.map(({ subject }) => subject))]
  const [subjects, ...given] = await Promise.all([
    findSubjects(doors, services, lang, refs),
    ...[...Map.groupBy(rows, ({ slot }) => slot)].map(async ([slot, of]) => {
      const ids = [...new Set(of.flatMap(({ subject }) => readRef(subject)?.id ?? []))]
      return (await kinds[slot]?.publicTitles?.(services, lang, ids)) ?? new Map<string, string>()
    }),
  ])
  return new Map(
    refs.map((ref) => {
      const { kind = '', id = '' } = readRef(ref) ?? {}
      const title = given.map((titles) => titles.get(id)).find((one) => one !== undefined)
      const subject = subjects.get(ref)
      const href = title === undefined ? null : (subject?.publicHref ?? null)
      const name = subjectKind(doors, kind)?.name[lang] ?? ''
      return [ref, { title: title ?? name, lang: title === undefined ? lang : (subject?.lang ?? lang), href }]
    }),
  )
}
