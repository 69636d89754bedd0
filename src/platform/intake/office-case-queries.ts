import type { Queryable } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'
import type { Lang } from '../i18n/language.ts'
import { likePattern } from '../lists/like-pattern-rules.ts'
import type { ListKey } from '../lists/list-key.ts'
import type { CivilDate } from '../time/civil-date.ts'
import type { DeadlineState } from '../deadlines/deadline-rules.ts'
import type { LeftOut } from './case-queries.ts'
import type { CaseState, Channel, CountedState } from './case-rules.ts'

/** A case in the office's list. */
export type InboxCase = {
  id: string
  institutionId: string
  institutionName: string
  channel: Channel
  state: CaseState
  lang: Lang
  registerNumber: number | null
  registerYear: number | null
  printedNumber: string | null
  protocolNumber: string | null
  protocolOn: CivilDate | null
  about: string | null
  receivedAt: Date
  receivedTo: 'minute' | 'day'
  /** The last day; null where the paper has none, or its clock was stopped for good. */
  dueOn: CivilDate | null
  /** While the clock is open: the day its officials work to. */
  workBy: CivilDate | null
  clockState: DeadlineState | null
  ownerName: string | null
  ownerRole: string | null
  senderName: string | null
  zone: string
  jurisdiction: Jurisdiction
}

export type InboxFilter = {
  /** Null: all institutions. */
  institutions: readonly string[] | null
  state: CountedState | 'open' | null
  channel: Channel | null
  /** `mine`, or a role. */
  owner: { accountId: string } | { role: string } | 'nobody' | null
  withoutProtocol: boolean
  /** Past its day at this moment. */
  late: Date | null
  from: Date | null
  until: Date | null
  words: string
  number: { number: number; year: number } | null
  before: ListKey | null
  limit: number
}

const inboxColumns = (db: Queryable) => db`
  listed.id, listed.institution_id, listed.channel, listed.state, listed.lang, listed.register_number,
  listed.register_year, listed.printed_number, listed.protocol_number, listed.protocol_on, listed.about,
  listed.received_at, listed.received_to, deadline.due_on,
  case when deadline.state in ('running', 'paused') then deadline.work_by end as work_by, deadline.state as clock_state, listed.owner_role, account.name as owner_name,
  sender.name as sender_name, institution.zone, institution.jurisdiction,
  (select name.name from platform.institution_names as name
   where name.institution_id = institution.id and name.lang = 'sq' and name.valid_from <= current_date
   order by name.valid_from desc limit 1) as institution_name`

/** The clock of a case. One that was cancelled gives no day. */
const itsDeadline = (db: Queryable) => db`
  left join platform.deadlines as deadline on deadline.subject = 'intake.case:' || listed.id and deadline.slot = 'answer'
    and deadline.state <> 'cancelled'`

/** The page of the list is found on its index first; what stands beside each case is joined to those rows alone. */
export function listInbox(db: Queryable, filter: InboxFilter): Promise<InboxCase[]> {
  return db<InboxCase[]>`
    select ${inboxColumns(db)} from (
      select case_row.* from platform.cases as case_row
      where case_row.state <> 'sent' ${narrowed(db, filter)}
        ${filter.before ? db`and (case_row.received_at, case_row.id) < (${filter.before.at}, ${filter.before.id})` : db``}
      order by case_row.received_at desc, case_row.id desc limit ${filter.limit}
    ) as listed
    join platform.institutions as institution on institution.id = listed.institution_id
    ${itsDeadline(db)}
    left join platform.case_senders as sender on sender.case_id = listed.id
    left join platform.accounts as account on account.id = listed.owner_account_id
    order by listed.received_at desc, listed.id desc`
}

function narrowed(db: Queryable, filter: InboxFilter) {
  const { institutions, state, channel, owner, late, from, until } = filter
  return db`
    ${institutions ? db`and ${inInstitutions(db, institutions)}` : db``}
    ${state === 'open' ? db`and case_row.state in ('new', 'assigned', 'in-work')` : state ? db`and case_row.state = ${state}` : db``}
    ${channel ? db`and case_row.channel = ${channel}` : db``}
    ${owner ? ownedBy(db, owner) : db``}
    ${filter.withoutProtocol ? db`and case_row.protocol_number is null` : db``}
    ${late ? db`and ${isLate(db, late)}` : db``}
    ${from ? db`and case_row.received_at >= ${from}` : db``}
    ${until ? db`and case_row.received_at < ${until}` : db``}
    ${filter.words ? wordsMatch(db, filter) : db``}`
}

/** Its clock runs and is over. Where the law has two readings nobody is late before the later one. */
const isLate = (db: Queryable, now: Date) => db`
  case_row.state in ('new', 'assigned', 'in-work') and case_row.id in (
    select substr(deadline.subject, 13)::uuid from platform.deadlines as deadline
    where deadline.slot = 'answer' and deadline.state = 'running' and deadline.due_at <= ${now})`

/** One institution is most officials' case, and then the index gives the order too. */
const inInstitutions = (db: Queryable, ids: readonly string[]) =>
  ids.length === 1
    ? db`case_row.institution_id = ${ids[0] ?? ''}`
    : db`case_row.institution_id = any(${ids as string[]}::uuid[])`

function ownedBy(db: Queryable, owner: Exclude<InboxFilter['owner'], null>) {
  if (owner === 'nobody') return db`and case_row.owner_account_id is null and case_row.owner_role is null`
  return 'accountId' in owner
    ? db`and case_row.owner_account_id = ${owner.accountId}`
    : db`and case_row.owner_role = ${owner.role}`
}

/** Subject, letter, sender, our number, the printed one, the code, the protocol number: whatever somebody has at hand. */
function wordsMatch(db: Queryable, { words, number, institutions }: InboxFilter) {
  const pattern = likePattern(words)
  const inside = institutions ? db`and institution_id = any(${institutions as string[]}::uuid[])` : db``
  return db`and case_row.id in (
    select id from platform.cases where platform.plain(coalesce(about, '') || ' ' || coalesce(words, '')) like ${pattern} ${inside}
    union all select case_id from platform.case_senders where platform.plain(name) like ${pattern} ${inside}
    union all select id from platform.cases where code = ${words.toUpperCase()} ${inside}
    union all select id from platform.cases where protocol_number = ${words} ${inside}
    union all select id from platform.cases where printed_number = ${words} ${inside}
    union all select case_id from platform.case_papers where protocol_number = ${words} ${inside}
    ${
      number
        ? db`union all select id from platform.cases where register_number = ${number.number} and register_year = ${number.year} ${inside}`
        : db``
    })`
}

export type StateCount = { state: CountedState; count: number }

/** How many stand in each state that still wants something; never counted beyond what a tab can show. */
export function countOpenStates(
  db: Queryable,
  institutions: readonly string[] | null,
  most: number,
): Promise<StateCount[]> {
  const count = (state: string) => db`
    select ${state}::text as state, count(*)::int as count from (
      select from platform.cases as case_row where case_row.state = ${state}
        ${institutions ? db`and ${inInstitutions(db, institutions)}` : db``} limit ${most}) as counted`
  return db<StateCount[]>`${count('new')} union all ${count('assigned')} union all ${count('in-work')}`
}

export type IntakeCounts = { unowned: number; late: number; mine: number }

/** For the first page of the office. */
export async function countForTiles(
  db: Queryable,
  asked: { institutions: readonly string[] | null; accountId: string; now: Date },
): Promise<IntakeCounts> {
  const where = asked.institutions ? db`and ${inInstitutions(db, asked.institutions)}` : db``
  const [row] = await db<IntakeCounts[]>`
    select
      (select count(*)::int from platform.cases as case_row where case_row.state = 'new' ${where}) as unowned,
      (select count(*)::int from platform.cases as case_row
       where ${isLate(db, asked.now)} ${where}) as late,
      (select count(*)::int from platform.cases as case_row
       where case_row.owner_account_id = ${asked.accountId} and case_row.state in ('new', 'assigned', 'in-work') ${where}) as mine`
  return row ?? { unowned: 0, late: 0, mine: 0 }
}

/** Whoever confirmed the letter, or is known by the address that was typed at the counter. */
const contactOf = (db: Queryable) => db`
  coalesce(listed.contact_id, (select contact.id from platform.contacts as contact where contact.email = sender.email))
    as contact_id`

/** All that the office's page of one case shows of the case itself. */
export type CaseDetail = InboxCase & {
  version: number
  code: string
  words: string | null
  leftOut: LeftOut[]
  stateReason: string | null
  happenedOn: CivilDate | null
  enteredAt: Date
  enteredByName: string | null
  registeredPost: boolean
  filedOn: CivilDate
  ownerAccountId: string | null
  duplicateOf: string | null
  transferredTo: string | null
  contactId: string | null
  acknowledgedAt: Date | null
  takenOver: boolean
  answeredAt: Date | null
  closedAt: Date | null
  erasedAt: Date | null
  postal: string | null
  telephone: string | null
  email: string | null
}

export async function findCaseDetail(db: Queryable, id: string): Promise<CaseDetail | null> {
  return one(
    await db<CaseDetail[]>`
      select ${inboxColumns(db)}, listed.version, listed.code, listed.words, listed.left_out, listed.state_reason,
             listed.happened_on, listed.entered_at, entrant.name as entered_by_name, listed.registered_post,
             listed.filed_on, listed.owner_account_id, listed.duplicate_of, listed.transferred_to, ${contactOf(db)},
             listed.acknowledged_at, listed.taken_over, listed.answered_at, listed.closed_at, listed.erased_at,
             sender.postal, sender.telephone, sender.email
      from platform.cases as listed
      join platform.institutions as institution on institution.id = listed.institution_id
      ${itsDeadline(db)}
    left join platform.case_senders as sender on sender.case_id = listed.id
      left join platform.accounts as account on account.id = listed.owner_account_id
      left join platform.accounts as entrant on entrant.id = listed.entered_by
      where listed.id = ${id} and listed.state <> 'sent'`,
  )
}

/** Those of the ids that are counted, for whoever only holds a reference. */
export function listCasesByIds(db: Queryable, ids: readonly string[]): Promise<CaseDetail[]> {
  return db<CaseDetail[]>`
    select ${inboxColumns(db)}, listed.version, listed.code, ${contactOf(db)}, sender.postal, sender.telephone, sender.email
    from platform.cases as listed
    join platform.institutions as institution on institution.id = listed.institution_id
    ${itsDeadline(db)}
    left join platform.case_senders as sender on sender.case_id = listed.id
    left join platform.accounts as account on account.id = listed.owner_account_id
    where listed.id = any(${ids as string[]}::uuid[]) and listed.state <> 'sent'`
}

export type CasePaper = {
  id: string
  channel: Channel
  about: string | null
  words: string | null
  leftOut: LeftOut[]
  protocolNumber: string | null
  protocolOn: CivilDate | null
  receivedAt: Date
}

export function listPapers(db: Queryable, caseId: string): Promise<CasePaper[]> {
  return db<CasePaper[]>`
    select id, channel, about, words, left_out, protocol_number, protocol_on, received_at
    from platform.case_papers where case_id = ${caseId} order by received_at, id`
}

export type CaseEvent = {
  id: string
  kind: string
  at: Date
  byKind: string
  byName: string | null
  reason: string | null
  fields: { field: string; from: string | null; to: string | null }[]
}

export function listCaseEvents(db: Queryable, subject: string): Promise<CaseEvent[]> {
  return db<CaseEvent[]>`
    select change.id, change.kind, change.at, change.by_kind, account.name as by_name, change.reason, change.fields
    from platform.changes as change left join platform.accounts as account on account.id = change.by_account_id
    where change.subject = ${subject} order by change.id desc limit 200`
}
