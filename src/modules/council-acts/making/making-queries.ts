import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { ActFields } from '../act-queries.ts'
import type { ActEventKind } from '../act-rules.ts'
import type { AdoptedAmendment } from './waiting-queries.ts'

/** The facts of a draft, as the office writes them. */
export async function updateActFacts(tx: Transaction, id: string, act: ActFields): Promise<void> {
  await tx`
    update council_acts.acts set
      kind = ${act.kind}, kind_words = ${act.kindWords}, nature = ${act.nature}, title = ${act.title},
      title_en = ${act.titleEn}, summary = ${act.summary}, restricted = ${act.restricted},
      public_title = ${act.publicTitle}, restricted_ground = ${act.restrictedGround}, body_id = ${act.bodyId},
      adopted_on = ${act.adoptedOn}, proposer_kind = ${act.proposerKind}, proposer = ${act.proposer},
      commission_id = ${act.commissionId}
    where id = ${id}`
}

export type NewAmendment = Omit<AdoptedAmendment, 'ref' | 'ordinal'> & { motionRef: string | null }

/** After those that are there. */
export async function insertAmendments(
  tx: Transaction,
  { institutionId, actId, closed = false }: { institutionId: string; actId: string; closed?: boolean },
  rows: readonly NewAmendment[],
): Promise<void> {
  if (rows.length === 0) return
  await tx`
    insert into council_acts.amendments (institution_id, act_id, ordinal, motion_ref, article, words, mover, closed)
    select ${institutionId}, ${actId}, known.last + given.ordinal, given.motion_ref, given.article, given.words,
      given.mover, ${closed}
    from (select coalesce(max(one.ordinal), 0) as last from council_acts.amendments as one where one.act_id = ${actId}) as known,
      unnest(
        ${rows.map(({ motionRef }) => motionRef)}::text[], ${rows.map(({ article }) => article)}::text[],
        ${rows.map(({ words }) => words)}::text[], ${rows.map(({ mover }) => mover)}::text[]
      ) with ordinality as given (motion_ref, article, words, mover, ordinal)`
}

export type Amendment = {
  id: string
  ordinal: number
  motionRef: string | null
  article: string | null
  words: string
  mover: string | null
  state: 'open' | 'made' | 'no-words'
  nodeIds: string[]
  note: string | null
}

export const listAmendments = (db: Queryable, actId: string): Promise<Amendment[]> => db<Amendment[]>`
  select one.id, one.ordinal, one.motion_ref, one.article, one.words, one.mover, one.state, one.node_ids, one.note
  from council_acts.amendments as one where one.act_id = ${actId} order by one.ordinal`

export type Settled = {
  state: Amendment['state']
  nodeIds: readonly string[]
  note: string | null
  at: Date
  by: string | null
}

export async function settleAmendmentRow(tx: Transaction, id: string, settled: Settled): Promise<void> {
  const open = settled.state === 'open'
  await tx`
    update council_acts.amendments set state = ${settled.state}, node_ids = ${settled.nodeIds as string[]}::uuid[],
      note = ${settled.note}, settled_at = ${open ? null : settled.at}, settled_by = ${open ? null : settled.by}
    where id = ${id}`
}

export type StateRow = {
  versionId: string
  role: 'laid' | 'adopted' | 'consolidated'
  note: string | null
  confirmedAt: Date
  n: number
}

/** What each published version of its text is. */
export const listStates = (db: Queryable, actId: string): Promise<StateRow[]> => db<StateRow[]>`
  select state.version_id, state.role, state.note, state.confirmed_at, version.n
  from council_acts.states as state join platform.text_versions as version on version.id = state.version_id
  where state.act_id = ${actId} order by version.n`

export type NewState = {
  institutionId: string
  actId: string
  versionId: string
  role: 'laid' | 'adopted'
  note: string | null
  at: Date
  by: string | null
}

/** A version that is known already becomes what it is said to be now: the text that was laid is the one that was adopted. */
export async function writeState(tx: Transaction, state: NewState): Promise<void> {
  await tx`
    insert into council_acts.states (version_id, institution_id, act_id, role, note, confirmed_at, confirmed_by)
    values (${state.versionId}, ${state.institutionId}, ${state.actId}, ${state.role}, ${state.note}, ${state.at}, ${state.by})
    on conflict (version_id) do update
      set role = excluded.role, note = excluded.note, confirmed_at = excluded.confirmed_at,
          confirmed_by = excluded.confirmed_by`
}

/** What was adopted is adopted no more: the words stay, and are the text from which the next draft goes on. */
export async function dropAdoptedState(tx: Transaction, actId: string): Promise<void> {
  await tx`
    update council_acts.states as state set role = 'laid' where state.act_id = ${actId} and state.role = 'adopted'
      and not exists (select 1 from council_acts.states as other where other.act_id = ${actId} and other.role = 'laid')`
  await tx`delete from council_acts.states where act_id = ${actId} and role = 'adopted'`
}

type TextState = { state: 'laid' | 'adopted'; at: Date | null; by: string | null }

export async function setTextState(tx: Transaction, id: string, { state, at, by }: TextState): Promise<void> {
  await tx`
    update council_acts.acts set text_state = ${state}, text_confirmed_at = ${at}, text_confirmed_by = ${by} where id = ${id}`
}

export type Numbering = { series: string; year: number; serial: number; slug: string; at: Date }

export async function markNumbered(
  tx: Transaction,
  id: string,
  { series, year, serial, slug, at }: Numbering,
): Promise<void> {
  await tx`
    update council_acts.acts set state = 'numbered', series = ${series}, year = ${year}, serial = ${serial},
      numbered_at = ${at}, slug = ${slug}, published_at = ${at}
    where id = ${id}`
}

export async function markVoid(tx: Transaction, id: string, reason: string): Promise<void> {
  await tx`update council_acts.acts set state = 'void', void_reason = ${reason} where id = ${id}`
}

/** Addresses that begin like this one, whether an act or an archive has them. */
export const listSlugsLike = async (db: Queryable, slug: string): Promise<string[]> =>
  (
    await db<{ slug: string }[]>`
      select act.slug from council_acts.acts as act
      where act.slug = ${slug} or act.slug like ${`${slug.replaceAll('_', '')}-%`}`
  ).map((row) => row.slug)

/** The kinds of events that stand already, so that nothing is told twice. */
export const listEventKinds = async (db: Queryable, actId: string): Promise<ActEventKind[]> =>
  (
    await db<{ kind: ActEventKind }[]>`
      select distinct event.kind from council_acts.act_events as event where event.act_id = ${actId}`
  ).map(({ kind }) => kind)

export type ActEventRow = {
  kind: ActEventKind
  happenedOn: string | null
  reason: string | null
  at: Date
  by: string | null
}

/** Its story, in its order; as the office has it. */
export const listActEvents = (db: Queryable, actId: string): Promise<ActEventRow[]> => db<ActEventRow[]>`
  select event.kind, event.happened_on, event.reason, event.at, account.name as by
  from council_acts.act_events as event left join platform.accounts as account on account.id = event.by_account_id
  where event.act_id = ${actId} order by event.id`

/** Numbers that were given here in a year: while there are some, the way of numbering stays. */
export async function countNumbersOfYear(db: Queryable, institutionId: string, year: number): Promise<number> {
  const row = one(
    await db<{ count: number }[]>`
      select count(*)::int as count from council_acts.acts as act
      where act.institution_id = ${institutionId} and act.year = ${year} and act.numbered_at is not null`,
  )
  return row?.count ?? 0
}

/** Whether the mayor has returned it and the council has said nothing yet. */
export async function isReturnOpen(db: Queryable, actId: string): Promise<boolean> {
  const rows = await db`
    select 1 from council_acts.mayor_returns as one where one.act_id = ${actId} and one.outcome is null limit 1`
  return rows.length > 0
}

export type BodyChoice = { id: string; name: string; kind: string; institutionId: string }

/** Bodies that adopt or give an opinion. */
export const listActBodies = (db: Queryable, institutions: readonly string[]): Promise<BodyChoice[]> => db<
  BodyChoice[]
>`
  select body.id, body.name, body.kind, body.institution_id from platform.bodies as body
  where body.institution_id = any(${institutions as string[]}::uuid[]) and body.kind in ('council', 'commission')
  order by body.kind = 'council' desc, body.name, body.id`
