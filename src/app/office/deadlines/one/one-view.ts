import { HOUSE_ROLES, type Role, type Official } from '#platform/auth/visitor.ts'
import { viewOfDeadline, type DeadlineView } from '#platform/deadlines/deadline-view.ts'
import { extensionBy, extensionsFor } from '#platform/deadlines/extension-rules.ts'
import { ruleOfVersion } from '#platform/deadlines/reckoning/reckon-rules.ts'
import type { Door } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listBodies, type Body } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import { listHousePeople, type HousePerson } from '#platform/tasks/people-queries.ts'
import { findRule } from '#law/rules/rules.ts'
import { findBoardRow, type BoardRow } from '../board/board-queries.ts'
import { deedsOf, mayMove, mayRead, type DeedsOffered } from '../board/reach-rules.ts'
import { kindsOf, slotWords, titlesFor, type Titled } from '../board/titles-view.ts'

/** In which ways this clock can be made longer. */
export type Ways = {
  /** The rules that extend its own: as far as they allow. */
  rules: readonly { id: string; clock: string; law: string }[]
  /** To a day, where no law says how long at most. */
  byDay: boolean
  /** By so many more, of a term that the institution has set itself. */
  byNumber: boolean
}

export type OneView = {
  row: BoardRow
  clock: DeadlineView
  record: Titled
  what: string
  mayMove: boolean
  offered: DeedsOffered
  ways: Ways
  people: readonly HousePerson[]
  bodies: readonly Body[]
  roles: readonly Role[]
}

/** One deadline with its reasons, its history and what can be done; null when there is none, or not for this official. */
export async function viewOne(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  official: Official,
  id: string,
): Promise<OneView | null> {
  const { db, clock } = services
  const row = isUuid(id) ? await findBoardRow(db, lang, id) : null
  const kinds = kindsOf(doors)
  if (!row || !mayRead(kinds, official, row)) return null
  const may = mayMove(kinds, official, row)
  const offered = deedsOf(kinds[row.slot], row)
  const gives = may && offered.here.includes('give')
  const [shown, titles, people, bodies] = await Promise.all([
    viewOfDeadline(services, lang, row),
    titlesFor(services, doors, lang, official, [row]),
    gives ? listHousePeople(db, row.institutionId, HOUSE_ROLES, clock.now()) : [],
    gives ? listBodies(db, row.institutionId) : [],
  ])
  return {
    row,
    clock: shown,
    record: titles.get(row.subject) ?? { title: '', lang, href: null },
    what: slotWords(kinds, lang, row.slot),
    mayMove: may,
    offered,
    ways: waysOf(lang, row, shown),
    people,
    bodies,
    roles: HOUSE_ROLES,
  }
}

/** The page of a record, for a deed that is done there; null: not for this official. */
export async function hrefOfRecord(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  official: Official,
  row: { subject: string; slot: string },
): Promise<string | null> {
  return (await titlesFor(services, doors, lang, official, [row])).get(row.subject)?.href ?? null
}

/** What the law allows, and what it leaves to the institution. A rule that extends once is offered once. */
function waysOf(lang: Lang, row: BoardRow, { events }: DeadlineView): Ways {
  const { basis, ruleId, ruleVersion } = row
  const before = new Set(events.flatMap((event) => (event.kind === 'extended' ? (event.ruleId ?? []) : [])))
  const rules = (ruleId === null ? [] : extensionsFor(ruleId)).flatMap((id) => {
    const rule = findRule(id)
    return rule && !(extensionBy(id)?.once && before.has(id))
      ? [{ id, clock: rule.clock[lang], law: rule.lawName[lang] }]
      : []
  })
  const kind = ruleId === null || ruleVersion === null ? null : ruleOfVersion(ruleId, ruleVersion)?.terms?.kind
  return { rules, byDay: basis === 'day' || kind === 'exact' || kind === 'min', byNumber: basis === 'own' }
}
