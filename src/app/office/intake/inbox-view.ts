import { institutionsWhere, mayAnywhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import {
  CHANNELS,
  COUNTED_STATES,
  readCaseNumber,
  type Channel,
  type CountedState,
} from '#platform/intake/case-rules.ts'
import { intakePermissions as may, OWNER_ROLES, type OwnerRole } from '#platform/intake/intake-permissions.ts'
import {
  countOpenStates,
  listInbox,
  type InboxCase,
  type InboxFilter,
  type StateCount,
} from '#platform/intake/office-case-queries.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn, endOfDay, readCivilDate, startOfDay, type CivilDate } from '#platform/time/civil-date.ts'

const PAGE = 50
/** A tab counts no further: beyond that nobody reads the number. */
const MOST_COUNTED = 1000
/** Both countries keep the same time; of the day that somebody asks for no more is needed. */
const ZONE = 'Europe/Tirane'

export type InboxQuestion = {
  state: CountedState | 'open' | 'all'
  channel: Channel | null
  owner: 'mine' | 'nobody' | OwnerRole | null
  withoutProtocol: boolean
  late: boolean
  day: { typed: Record<'day' | 'month' | 'year', string>; date: CivilDate | null; wrong: boolean }
  words: string
  before: string
}

export function readInboxQuestion(query: Record<string, string | undefined>): InboxQuestion {
  const owner = query.pergjegjesi
  return {
    state: query.gjendja === 'te-gjitha' ? 'all' : (COUNTED_STATES.find((one) => one === query.gjendja) ?? 'open'),
    channel: CHANNELS.find((one) => one === query.rruga) ?? null,
    owner:
      owner === 'une' ? 'mine' : owner === 'askush' ? 'nobody' : (OWNER_ROLES.find((role) => role === owner) ?? null),
    withoutProtocol: query['pa-protokoll'] === 'po',
    late: query.vonese === 'po',
    day: readDayQuery(query),
    words: (query.q ?? '').normalize('NFC').trim().slice(0, 100),
    before: query.para ?? '',
  }
}

function readDayQuery(query: Record<string, string | undefined>): InboxQuestion['day'] {
  const typed = { day: query['dita-day'] ?? '', month: query['dita-month'] ?? '', year: query['dita-year'] ?? '' }
  const given = `${typed.day}${typed.month}${typed.year}` !== ''
  const date = readCivilDate(`${typed.year}-${typed.month.padStart(2, '0')}-${typed.day.padStart(2, '0')}`)
  return { typed, date, wrong: given && date === null }
}

export type InboxView = {
  question: InboxQuestion
  cases: InboxCase[]
  counts: readonly StateCount[]
  mostCounted: number
  older: string | null
  today: CivilDate
  /** Several institutions: each row says which. */
  several: boolean
  may: { enter: boolean; export: boolean }
}

export async function viewInbox(services: Services, official: Official, question: InboxQuestion): Promise<InboxView> {
  const institutions = institutionsWhere(official, may['cases.read'])
  const filter = filterOf(services, official, question, institutions)
  const [counts, listed] = await Promise.all([
    countOpenStates(services.db, institutions, MOST_COUNTED),
    listInbox(services.db, { ...filter, before: readListKey(question.before), limit: PAGE + 1 }),
  ])
  const cases = listed.slice(0, PAGE)
  const last = cases.at(-1)
  return {
    question,
    cases,
    counts,
    mostCounted: MOST_COUNTED,
    older: listed.length > PAGE && last ? writeListKey({ at: last.receivedAt, id: last.id }) : null,
    today: civilDateIn(ZONE, services.clock.now()),
    several: institutions === null || institutions.length > 1,
    may: { enter: mayAnywhere(official, may['cases.enter']), export: mayAnywhere(official, may['cases.export']) },
  }
}

/** The register for a file: everything that the question narrows to, in pages, never all of it in one answer. */
export async function* readRegister(
  services: Services,
  official: Official,
  question: InboxQuestion,
): AsyncGenerator<InboxCase[]> {
  const institutions = institutionsWhere(official, may['cases.export'])
  const filter = filterOf(services, official, question, institutions)
  let before: InboxFilter['before'] = null
  for (;;) {
    const page: InboxCase[] = await listInbox(services.db, { ...filter, before, limit: 500 })
    const last = page.at(-1)
    if (last === undefined) return
    yield page
    before = { at: last.receivedAt, id: last.id }
  }
}

function filterOf(
  { clock }: Services,
  official: Official,
  question: InboxQuestion,
  institutions: readonly string[] | null,
): Omit<InboxFilter, 'before' | 'limit'> {
  const { state, channel, owner, day, words } = question
  return {
    institutions,
    // Whoever looks for a number wants it in whatever state it is.
    state: state === 'all' || (state === 'open' && words !== '') ? null : state,
    channel,
    owner:
      owner === 'mine'
        ? { accountId: official.accountId }
        : owner === null || owner === 'nobody'
          ? owner
          : { role: owner },
    withoutProtocol: question.withoutProtocol,
    late: question.late ? clock.now() : null,
    from: day.date === null ? null : startOfDay(day.date, ZONE),
    until: day.date === null ? null : endOfDay(day.date, ZONE),
    words,
    number: readCaseNumber(words),
  }
}
