import type { Queryable, Transaction } from '#platform/db/database.ts'
import { likePattern } from '#platform/lists/like-pattern-rules.ts'
import type { ActState, RelationKind } from '../act-rules.ts'
import { actColumns, type Act } from '../act-queries.ts'

/** The other acts that what this one does, or is told to have done to it, may change: they are held with it. */
export async function listRelatedIds(db: Queryable, actId: string): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select distinct relation.other_id as id from council_acts.relations as relation
    where relation.act_id = ${actId} and relation.other_id is not null and relation.state <> 'dropped'
    union
    select relation.act_id from council_acts.relations as relation
    where relation.other_id = ${actId} and relation.state <> 'dropped'`
  return rows.map(({ id }) => id)
}

/** Kept as they are until the deed ends, in the order of their ids, as every deed of several acts takes them. */
export const lockActs = (tx: Transaction, ids: readonly string[]): Promise<Act[]> => tx<Act[]>`
  select ${actColumns(tx)}
  from council_acts.acts as act join platform.institutions as institution on institution.id = act.institution_id
  where act.id = any(${ids as string[]}::uuid[]) order by act.id for no key update of act`

export type Relation = {
  id: string
  institutionId: string
  actId: string
  kind: RelationKind
  byArticles: string | null
  ofArticles: string | null
  otherId: string | null
  otherWords: string | null
  /** It runs the other way: the other one does this to the act. */
  passive: boolean
  effectiveOn: string | null
  state: 'standing' | 'doubt' | 'dropped'
  origin: 'typed' | 'read' | 'archive'
  foundIn: string | null
  carriedOutIn: string | null
}

const relationColumns = (db: Queryable) => db`
  relation.id, relation.institution_id, relation.act_id, relation.kind, relation.by_articles, relation.of_articles,
  relation.other_id, relation.other_words, relation.passive, relation.effective_on, relation.state, relation.origin,
  relation.found_in, relation.carried_out_in`

export async function findRelation(db: Queryable, id: string): Promise<Relation | null> {
  const [row] = await db<Relation[]>`
    select ${relationColumns(db)} from council_acts.relations as relation where relation.id = ${id}`
  return row ?? null
}

/** What its own rows say, in the order of their entry. */
export const listOwnRelations = (db: Queryable, actId: string): Promise<Relation[]> => db<Relation[]>`
  select ${relationColumns(db)} from council_acts.relations as relation
  where relation.act_id = ${actId} and relation.state <> 'dropped' order by relation.created_at, relation.id`

/** What its own articles were found to say before, whatever became of it. */
export const listFoundWords = async (db: Queryable, actId: string): Promise<string[]> =>
  (
    await db<{ key: string }[]>`
      select relation.kind || '|' || coalesce(relation.other_words, '') as key from council_acts.relations as relation
      where relation.act_id = ${actId} and relation.origin = 'read'`
  ).map(({ key }) => key)

export type NewRelation = Omit<Relation, 'id' | 'carriedOutIn' | 'state'> & {
  state: 'standing' | 'doubt'
  formId: string | null
  by: string | null
  at: Date
}

/** Null: this form, or this very relation, stands already. */
export async function insertRelation(tx: Transaction, row: NewRelation): Promise<string | null> {
  const settled = row.state === 'standing' ? row.at : null
  const [made] = await tx<{ id: string }[]>`
    insert into council_acts.relations (institution_id, form_id, act_id, kind, by_articles, of_articles, other_id, other_words,
      passive, effective_on, state, origin, found_in, created_at, created_by, settled_at, settled_by)
    values (${row.institutionId}, ${row.formId}, ${row.actId}, ${row.kind}, ${row.byArticles}, ${row.ofArticles},
      ${row.otherId}, ${row.otherWords}, ${row.passive}, ${row.effectiveOn}, ${row.state}, ${row.origin}, ${row.foundIn},
      ${row.at}, ${row.by}, ${settled}, ${settled === null ? null : row.by})
    on conflict do nothing returning id`
  return made?.id ?? null
}

export const relationWasSent = async (tx: Transaction, formId: string): Promise<boolean> =>
  (await tx`select from council_acts.relations as relation where relation.form_id = ${formId}`).length > 0

/** Whether the same stands already under another row. */
export const sameStands = async (
  tx: Transaction,
  { actId, kind, otherId, id }: Pick<Relation, 'actId' | 'kind' | 'otherId' | 'id'>,
): Promise<boolean> =>
  (
    await tx`
      select from council_acts.relations as relation
      where relation.act_id = ${actId} and relation.kind = ${kind} and relation.other_id = ${otherId}
        and relation.state = 'standing' and relation.id <> ${id}`
  ).length > 0

export async function settleRelation(
  tx: Transaction,
  {
    id,
    by,
    at,
    ...row
  }: Omit<Relation, 'institutionId' | 'actId' | 'origin' | 'foundIn' | 'carriedOutIn' | 'passive'> & {
    by: string | null
    at: Date
  },
): Promise<void> {
  await tx`
    update council_acts.relations
    set kind = ${row.kind}, by_articles = ${row.byArticles}, of_articles = ${row.ofArticles}, other_id = ${row.otherId},
        other_words = ${row.otherWords}, effective_on = ${row.effectiveOn}, state = ${row.state}, settled_at = ${at},
        settled_by = ${by}
    where id = ${id}`
}

/** The day on which what it does begins: of those that follow its own force. */
export async function moveEffects(
  tx: Transaction,
  { actId, from, to }: { actId: string; from: string | null; to: string },
): Promise<void> {
  await tx`
    update council_acts.relations set effective_on = ${to}
    where act_id = ${actId} and not passive and state <> 'dropped' and effective_on is not distinct from ${from}::date`
}

/** Whether everybody has been told that it happened, by this act. */
export const wasTold = async (
  tx: Transaction,
  { actId, kind, byActId }: { actId: string; kind: string; byActId: string | null },
): Promise<boolean> =>
  (
    await tx`
      select from council_acts.act_events as event
      where event.act_id = ${actId} and event.kind = ${kind}
        and (${byActId}::uuid is null or event.by_act_id = ${byActId})`
  ).length > 0

/** Of an act announced here: what it does from a day that has come, and nobody was told. */
export const listDueEffects = (db: Queryable, at: Date, limit: number): Promise<{ id: string; actId: string }[]> => db`
  select relation.id, relation.act_id
  from council_acts.relations as relation
  join council_acts.effects as effect on effect.id = relation.id
  join council_acts.acts as source on source.id = effect.source_id and source.state = 'announced' and not source.history
  join council_acts.acts as target on target.id = effect.target_id and target.state in ('numbered', 'announced', 'void')
  join platform.institutions as institution on institution.id = relation.institution_id
  where relation.state = 'standing' and relation.other_id is not null
    and relation.effective_on <= (${at}::timestamptz at time zone institution.zone)::date
    and relation.kind in ('amends', 'corrects', 'repeals', 'repeals-partly', 'replaces', 'suspends')
    and not exists (
      select from council_acts.act_events as event
      where event.by_act_id = effect.source_id and event.act_id = effect.target_id
        and event.kind = case when relation.kind in ('repeals', 'replaces') then 'repealed'
                              when relation.kind = 'suspends' then 'suspended' else 'changed' end)
  order by relation.effective_on, relation.id limit ${limit}`

export type RelationLine = Relation & {
  /** Of the other act, where it is kept here. */
  otherTitle: string | null
  otherNumber: string | null
  otherState: ActState | null
  otherAdoptedOn: string | null
  otherInstitution: string | null
}

/** What it does, and what others do to it, with the other of the two: of another institution as everybody reads it. */
export const listRelationLines = (db: Queryable, actId: string): Promise<(RelationLine & { own: boolean })[]> => db`
  select ${relationColumns(db)}, relation.act_id = ${actId} as own,
         case when other.institution_id = this.institution_id then other.title else public.title end as other_title,
         coalesce(other.number_words, other.serial || '/' || other.year) as other_number, other.state as other_state,
         other.adopted_on as other_adopted_on,
         case when other.institution_id <> this.institution_id then institution.slug end as other_institution
  from council_acts.relations as relation
  join council_acts.acts as this on this.id = ${actId}
  left join council_acts.acts as other
    on other.id = case when relation.act_id = ${actId} then relation.other_id else relation.act_id end
  left join council_acts.published_acts as public on public.id = other.id
  left join platform.institutions as institution on institution.id = other.institution_id
  where (relation.act_id = ${actId}
         or relation.other_id = ${actId} and relation.state = 'standing'
            and (other.institution_id = this.institution_id or public.id is not null))
    and relation.state <> 'dropped'
  order by relation.state = 'doubt' desc, relation.created_at, relation.id`

export type ActChoice = {
  id: string
  number: string | null
  title: string
  adoptedOn: string | null
  institutionId: string
  institution: string
}

/** Acts that an official may mean: of the own institution all, of others what everybody reads. */
export const listActChoices = (
  db: Queryable,
  { institutionId, notId, words, number, year }: ChoiceWish,
  limit: number,
): Promise<ActChoice[]> => db<ActChoice[]>`
  select act.id, coalesce(act.number_words, act.serial || '/' || act.year) as number,
         case when act.restricted and act.institution_id <> ${institutionId} then act.public_title else act.title end as title,
         act.adopted_on, act.institution_id, institution.slug as institution
  from council_acts.acts as act join platform.institutions as institution on institution.id = act.institution_id
  where act.id <> ${notId} and act.state in ('numbered', 'announced')
    and (act.institution_id = ${institutionId} or not act.restricted)
    and ((${number}::int is not null and act.serial = ${number} and (${year}::int is null or act.year = ${year}))
      or (${number}::int is null and platform.plain(act.title) like ${likePattern(words)}))
  order by act.institution_id = ${institutionId} desc, act.adopted_on desc nulls last, act.id
  limit ${limit}`

export type ChoiceWish = {
  institutionId: string
  notId: string
  words: string
  number: number | null
  year: number | null
}

/** Acts of an institution with this number: of the day or the year that a citation names. */
export const listCited = (
  db: Queryable,
  { institutionId, notId, serial, numberWords, adoptedOn, year }: Citation,
): Promise<{ id: string }[]> => db<{ id: string }[]>`
  select act.id from council_acts.acts as act
  where act.institution_id = ${institutionId} and act.id <> ${notId} and act.state in ('numbered', 'announced')
    and (act.serial = ${serial}::int or lower(act.number_words) = lower(${numberWords}))
    and (${adoptedOn}::date is null or act.adopted_on = ${adoptedOn})
    and (${adoptedOn}::date is not null or ${year}::int is null or act.year = ${year})
  order by act.id limit 2`

export type Citation = {
  institutionId: string
  notId: string
  serial: number | null
  numberWords: string
  adoptedOn: string | null
  year: number | null
}

export async function countDoubts(db: Queryable, institutions: readonly string[] | null): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from council_acts.relations as relation
    where relation.state = 'doubt'
      ${institutions === null ? db`` : db`and relation.institution_id = any(${institutions as string[]}::uuid[])`}`
  return row?.count ?? 0
}

export type DoubtLine = RelationLine & { actTitle: string; actNumber: string | null }

/** Relations that nobody has confirmed, of the institutions named or of all; from a key on. */
export const listDoubts = (
  db: Queryable,
  institutions: readonly string[] | null,
  after: string | null,
  limit: number,
): Promise<DoubtLine[]> => db<DoubtLine[]>`
  select ${relationColumns(db)}, act.title as act_title, coalesce(act.number_words, act.serial || '/' || act.year) as act_number,
         case when other.institution_id = relation.institution_id then other.title else public.title end as other_title,
         coalesce(other.number_words, other.serial || '/' || other.year) as other_number,
         other.state as other_state, other.adopted_on as other_adopted_on, null as other_institution
  from council_acts.relations as relation
  join council_acts.acts as act on act.id = relation.act_id
  left join council_acts.acts as other on other.id = relation.other_id
  left join council_acts.published_acts as public on public.id = other.id
  where relation.state = 'doubt'
    ${institutions === null ? db`` : db`and relation.institution_id = any(${institutions as string[]}::uuid[])`}
    ${after === null ? db`` : db`and relation.id > ${after}`}
  order by relation.id limit ${limit}`
