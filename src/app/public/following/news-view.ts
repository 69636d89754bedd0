import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import { readListKey, writeListKey, type ListKey } from '#platform/lists/list-key.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { IcalEvent } from '#platform/lists/ical-rules.ts'
import type { SearchSource } from '#platform/search/search-source.ts'
import type { ResolvedSelection } from '#platform/search/find/resolved-selection-rules.ts'
import type { Services } from '#platform/services.ts'
import type { FollowedKind } from '#platform/subscriptions/followed-kind.ts'
import {
  crowdsOf,
  hasWords,
  lineOf,
  type HappeningLine,
  type ShownHappening,
} from '#platform/subscriptions/happening-words-rules.ts'
import { listSelectedMatters, listShownHappenings } from '#platform/subscriptions/shown-queries.ts'

const ON_A_PAGE = 50
const MOST_MATTERS = 300

export type NewsItem = ShownHappening & { line: HappeningLine }

export type News = {
  items: readonly NewsItem[]
  /** Where the page of what is older begins; null: it ends here. */
  older: string | null
  /** Where the page of what is newer begins, of a page that is not the first: `current` is the first page itself. */
  newer: string | null
}

/** One page of what is new in a selection, with the ways to the next ones. `before`: as it stands in the address. */
export async function viewNews(
  { db }: Services,
  lang: Lang,
  kinds: readonly FollowedKind[],
  selection: ResolvedSelection,
  before: string | undefined,
): Promise<News> {
  const key = readListKey(before)
  const quiet = crowdsOf(kinds)
  const page = { before: key, after: null, quiet, limit: ON_A_PAGE + 1 }
  const rows = await listShownHappenings(db, lang, selection, page)
  const shown = rows.slice(0, ON_A_PAGE)
  const last = shown.at(-1)
  return {
    items: shown.filter(({ kind }) => hasWords(kinds, kind)).map((one) => ({ ...one, line: lineOf(lang, kinds, one) })),
    older: rows.length > ON_A_PAGE && last ? writeListKey(keyOf(last)) : null,
    newer: key === null ? null : await newerThan({ db }, lang, selection, quiet, shown[0] ? keyOf(shown[0]) : key),
  }
}

/** The page of the fifty that are newer begins after the fifty-first. */
async function newerThan(
  { db }: Pick<Services, 'db'>,
  lang: Lang,
  selection: ResolvedSelection,
  quiet: readonly string[],
  first: ListKey,
): Promise<string> {
  const page = { before: null, after: first, quiet, limit: ON_A_PAGE + 1 }
  const newer = await listShownHappenings(db, lang, selection, page)
  const next = newer[ON_A_PAGE]
  return next ? writeListKey(keyOf(next)) : 'current'
}

const keyOf = ({ happenedAt, id }: ShownHappening): ListKey => ({ at: happenedAt, id })

export type NewsChoices = {
  institutions: readonly { value: string; label: string }[]
  kinds: readonly { value: string; label: string }[]
}

/** What the list can be narrowed to. */
export async function viewNewsChoices(
  { db }: Services,
  lang: Lang,
  sources: readonly SearchSource[],
): Promise<NewsChoices> {
  const institutions = await listInstitutions(db, lang)
  return {
    institutions: institutions.map(({ slug, name }) => ({ value: slug, label: name })),
    kinds: sources.flatMap(({ kinds }) =>
      Object.entries(kinds).map(([value, words]) => ({ value, label: words[lang].many })),
    ),
  }
}

/** The public days of all that a selection holds, for calendars. */
export async function viewDays(
  { db, settings }: Services,
  lang: Lang,
  kinds: readonly FollowedKind[],
  selection: ResolvedSelection,
): Promise<IcalEvent[]> {
  const matters = await listSelectedMatters(db, selection, MOST_MATTERS)
  const host = new URL(settings.url).hostname
  const events = await Promise.all(
    kinds.map((one) => {
      const ids = matters.flatMap((ref) => (ref.startsWith(`${one.subjectKind}:`) ? [ref.split(':')[1] ?? ''] : []))
      return ids.length === 0 ? Promise.resolve([]) : one.daysOf(db, lang, ids)
    }),
  )
  return events.flat().map(({ matter: _matter, uid, url, ...event }) => ({
    ...event,
    uid: `${uid}@${host}`,
    url: url ? settings.url + inLanguage(lang, url) : null,
  }))
}
