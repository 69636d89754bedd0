import type { Jurisdiction } from '#law/jurisdiction.ts'
import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { ListKey } from '#platform/lists/list-key.ts'
import type { ActState, Legality, Nature } from '../act-rules.ts'
import type { Channel, EnteredAs, Round, TransmittalState } from './review-rules.ts'

export type Transmittal = {
  id: string
  institutionId: string
  institutionSlug: string
  jurisdiction: Jurisdiction
  zone: string
  numberYear: number | null
  number: number | null
  authorityName: string
  authorityAddress: string | null
  authorityInstitutionId: string | null
  protocol: string | null
  words: string | null
  channel: Channel
  state: TransmittalState
  sentOn: string | null
  sentAt: Date | null
  receivedProtocol: string | null
  receivedOn: string | null
  receivedAs: EnteredAs | null
  withdrawnAt: Date | null
  withdrawnReason: string | null
  version: number
  createdAt: Date
  changedAt: Date
}

const columns = (db: Queryable) => db`
  one.id, one.institution_id, institution.slug as institution_slug, institution.jurisdiction, institution.zone,
  one.number_year, one.number, one.authority_name, one.authority_address, one.authority_institution_id, one.protocol,
  one.words, one.channel, one.state, one.sent_on, one.sent_at, one.received_protocol, one.received_on, one.received_as,
  one.withdrawn_at, one.withdrawn_reason, one.version, one.created_at, one.changed_at`

const transmittals = (db: Queryable) => db`
  select ${columns(db)} from council_acts.transmittals as one
  join platform.institutions as institution on institution.id = one.institution_id`

/** How many acts go with it, and to how many of them something was answered. */
const counted = (db: Queryable) => db`
  select count(*)::int as acts,
         count(*) filter (where exists (
           select from council_acts.verdicts as said
           where said.act_id = sent.act_id and said.transmittal_id = sent.transmittal_id and said.kind <> 'mistake'
         ))::int as answered
  from council_acts.transmitted_acts as sent where sent.transmittal_id = one.id`

export const findTransmittal = async (db: Queryable, id: string): Promise<Transmittal | null> =>
  one(await db<Transmittal[]>`${transmittals(db)} where one.id = ${id}`)

/** Kept as it is until the deed ends; after the acts that go with it. */
export const lockTransmittal = async (tx: Transaction, id: string): Promise<Transmittal | null> =>
  one(await tx<Transmittal[]>`${transmittals(tx)} where one.id = ${id} for no key update of one`)

export const findTransmittalByForm = async (db: Queryable, formId: string): Promise<string | null> =>
  one(await db<{ id: string }[]>`select id from council_acts.transmittals where form_id = ${formId}`)?.id ?? null

export type ListedTransmittal = Transmittal & { acts: number; answered: number }

export type TransmittalWish = {
  institutions: readonly string[] | null
  state: TransmittalState | null
  year: number | null
}

/** Of these institutions (null: all), the newest first. */
export const listTransmittals = (
  db: Queryable,
  { institutions, state, year }: TransmittalWish,
  before: ListKey | null,
  limit: number,
): Promise<ListedTransmittal[]> =>
  db<ListedTransmittal[]>`
    select ${columns(db)}, counted.acts, counted.answered
    from council_acts.transmittals as one
    join platform.institutions as institution on institution.id = one.institution_id
    cross join lateral (${counted(db)}) as counted
    where true
      ${institutions === null ? db`` : db`and one.institution_id = any(${[...institutions]}::uuid[])`}
      ${state === null ? db`` : db`and one.state = ${state}`}
      ${year === null ? db`` : db`and one.number_year = ${year}`}
      ${before === null ? db`` : db`and (one.created_at, one.id) < (${before.at}, ${before.id})`}
    order by one.created_at desc, one.id desc limit ${limit}`

/** What was sent to this authority and not withdrawn, the newest first. */
export const listSentTo = (
  db: Queryable,
  authorities: readonly string[] | null,
  before: ListKey | null,
  limit: number,
): Promise<ListedTransmittal[]> =>
  db<ListedTransmittal[]>`
    select ${columns(db)}, counted.acts, counted.answered
    from council_acts.transmittals as one
    join platform.institutions as institution on institution.id = one.institution_id
    cross join lateral (${counted(db)}) as counted
    where one.state = 'sent' and one.authority_institution_id is not null
      ${authorities === null ? db`` : db`and one.authority_institution_id = any(${[...authorities]}::uuid[])`}
      ${before === null ? db`` : db`and (one.sent_at, one.id) < (${before.at}, ${before.id})`}
    order by one.sent_at desc, one.id desc limit ${limit}`

/** An act of a transmittal, as the office and the authority read it: whole, a restricted one too. */
export type SentAct = {
  actId: string
  ordinal: number
  round: Round
  number: string | null
  slug: string | null
  kind: string
  title: string
  publicTitle: string | null
  restricted: boolean
  state: ActState
  history: boolean
  nature: Nature | null
  legality: Legality
  adoptedOn: string | null
  announcedOn: string | null
  textId: string | null
  reExaminationId: string | null
}

export const listSentActs = (db: Queryable, transmittalId: string): Promise<SentAct[]> =>
  db<SentAct[]>`
    select sent.act_id, sent.ordinal, sent.round, sent.re_examination_id,
           coalesce(act.number_words, act.serial || '/' || act.year) as number, act.slug, act.kind, act.title, act.public_title,
           act.restricted, act.state, act.history, act.nature, act.legality, act.adopted_on, act.announced_on, act.text_id
    from council_acts.transmitted_acts as sent join council_acts.acts as act on act.id = sent.act_id
    where sent.transmittal_id = ${transmittalId} order by sent.ordinal`

export type NewTransmittal = {
  institutionId: string
  formId: string
  authorityName: string
  authorityAddress: string | null
  authorityInstitutionId: string | null
  protocol: string | null
  words: string | null
  channel: Channel
  createdBy: string | null
  at: Date
}

export async function insertTransmittal(tx: Transaction, of: NewTransmittal): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into council_acts.transmittals (institution_id, form_id, authority_name, authority_address,
      authority_institution_id, protocol, words, channel, created_by, created_at, changed_at)
    values (${of.institutionId}, ${of.formId}, ${of.authorityName}, ${of.authorityAddress}, ${of.authorityInstitutionId},
      ${of.protocol}, ${of.words}, ${of.channel}, ${of.createdBy}, ${of.at}, ${of.at})
    returning id`
  if (!row) throw new Error('An insert gives a row')
  return row.id
}

export async function setTransmittalWords(
  tx: Transaction,
  id: string,
  of: Pick<NewTransmittal, 'authorityName' | 'authorityAddress' | 'protocol' | 'words' | 'channel'>,
): Promise<void> {
  await tx`
    update council_acts.transmittals
    set authority_name = ${of.authorityName}, authority_address = ${of.authorityAddress}, protocol = ${of.protocol},
        words = ${of.words}, channel = ${of.channel}
    where id = ${id}`
}

export type PackedAct = { actId: string; round: Round; reExaminationId: string | null }

/** In this order, in place of those before. */
export async function setSentActs(
  tx: Transaction,
  { id, institutionId }: { id: string; institutionId: string },
  acts: readonly PackedAct[],
): Promise<void> {
  await tx`delete from council_acts.transmitted_acts where transmittal_id = ${id}`
  const rows = acts.map(({ actId, round, reExaminationId }, at) => ({ actId, round, reExaminationId, ordinal: at + 1 }))
  await tx`
    insert into council_acts.transmitted_acts (transmittal_id, institution_id, act_id, ordinal, round, re_examination_id)
    select ${id}, ${institutionId}, act."actId", act.ordinal, act.round, act."reExaminationId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as act ("actId" uuid, ordinal int, round int, "reExaminationId" uuid)`
}

export const raiseTransmittal = async (tx: Transaction, id: string, at: Date): Promise<void> => {
  await tx`update council_acts.transmittals set version = version + 1, changed_at = ${at} where id = ${id}`
}

export const deleteTransmittal = async (tx: Transaction, id: string): Promise<void> => {
  await tx`delete from council_acts.transmittals where id = ${id}`
}

/** The next number of the register of the year, without gaps: given back if the deed fails. */
export async function nextTransmittalNumber(
  tx: Transaction,
  { institutionId, register, year }: { institutionId: string; register: string; year: number },
): Promise<number> {
  const [row] = await tx<{ number: number }[]>`
    insert into platform.counters (institution_id, register, year, next)
    values (${institutionId}, ${register}, ${year}, 2)
    on conflict (institution_id, register, year) do update set next = counters.next + 1
    returning next - 1 as number`
  if (!row) throw new Error('An upsert gives a row')
  return row.number
}

export async function setSent(
  tx: Transaction,
  id: string,
  of: { year: number; number: number; protocol: string | null; channel: Channel; on: string; at: Date },
): Promise<void> {
  await tx`
    update council_acts.transmittals
    set state = 'sent', number_year = ${of.year}, number = ${of.number}, protocol = ${of.protocol}, channel = ${of.channel},
        sent_on = ${of.on}, sent_at = ${of.at}
    where id = ${id}`
}

export async function setWithdrawn(tx: Transaction, id: string, reason: string, at: Date): Promise<void> {
  await tx`
    update council_acts.transmittals set state = 'withdrawn', withdrawn_reason = ${reason}, withdrawn_at = ${at}
    where id = ${id}`
}

export async function setReceived(
  tx: Transaction,
  id: string,
  { protocol, on, as }: { protocol: string; on: string; as: EnteredAs },
): Promise<void> {
  await tx`
    update council_acts.transmittals set received_protocol = ${protocol}, received_on = ${on}, received_as = ${as}
    where id = ${id}`
}

/** The ids of its acts, in the order in which they are locked. */
export const listLockOrder = async (db: Queryable, transmittalId: string): Promise<string[]> =>
  (
    await db<{ id: string }[]>`
      select sent.act_id as id from council_acts.transmitted_acts as sent
      where sent.transmittal_id = ${transmittalId} order by sent.act_id`
  ).map(({ id }) => id)
