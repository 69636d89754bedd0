import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { Legality, RelationKind } from '../act-rules.ts'
import type { StatePlan, TextState } from './state-rules.ts'

/** Its published versions and what each is. */
export const listStates = (db: Queryable, actId: string): Promise<(TextState & { note: string | null })[]> => db`
  select state.version_id, version.n, state.role, state.holds_from, state.note
  from council_acts.states as state join platform.text_versions as version on version.id = state.version_id
  where state.act_id = ${actId} and version.state = 'published' order by version.n`

export type ChangeOf = {
  id: string
  kind: RelationKind
  byArticles: string | null
  ofArticles: string | null
  effectiveOn: string | null
  carriedOutIn: string | null
  sourceId: string | null
  /** Of an act that is not kept here. */
  otherWords: string | null
  number: string | null
  title: string | null
  slug: string | null
}

/** What others do to its words, as the office has it: the acts that say so are announced, or not kept here. */
export const listChangesOf = (db: Queryable, actId: string): Promise<ChangeOf[]> => db<ChangeOf[]>`
  select effect.id, effect.kind, effect.by_articles, effect.of_articles, effect.effective_on, effect.carried_out_in,
         effect.source_id, effect.other_words, coalesce(source.number_words, source.serial || '/' || source.year) as number,
         source.title, source.slug
  from council_acts.effects as effect left join council_acts.acts as source on source.id = effect.source_id
  where effect.target_id = ${actId} and effect.state = 'standing'
    and effect.kind in ('amends', 'repeals-partly', 'corrects') and (source.id is null or source.state = 'announced')
  order by effect.effective_on nulls first, effect.id`

export const findPlan = async (db: Queryable, actId: string): Promise<StatePlan | null> =>
  one(
    await db<StatePlan[]>`
      select plan.purpose, plan.holds_from, plan.note, plan.relation_ids
      from council_acts.planned_states as plan where plan.act_id = ${actId}`,
  )

/** Whether a next version of the text of an announced act may be written: somebody has planned what it is. */
export const hasPlannedState = async (db: Queryable, actId: string): Promise<boolean> =>
  (await findPlan(db, actId)) !== null

export async function insertPlan(
  tx: Transaction,
  plan: StatePlan & { actId: string; institutionId: string; at: Date; by: string | null },
): Promise<void> {
  await tx`
    insert into council_acts.planned_states (act_id, institution_id, purpose, holds_from, note, relation_ids, planned_at, planned_by)
    values (${plan.actId}, ${plan.institutionId}, ${plan.purpose}, ${plan.holdsFrom}, ${plan.note},
      ${plan.relationIds as string[]}::uuid[], ${plan.at}, ${plan.by})`
}

export async function deletePlan(tx: Transaction, actId: string): Promise<void> {
  await tx`delete from council_acts.planned_states as plan where plan.act_id = ${actId}`
}

export async function insertState(
  tx: Transaction,
  state: {
    versionId: string
    institutionId: string
    actId: string
    holdsFrom: string
    note: string | null
    at: Date
    by: string | null
  },
): Promise<void> {
  await tx`
    insert into council_acts.states (version_id, institution_id, act_id, role, holds_from, note, confirmed_at, confirmed_by)
    values (${state.versionId}, ${state.institutionId}, ${state.actId}, 'consolidated', ${state.holdsFrom}, ${state.note},
      ${state.at}, ${state.by})`
}

/** The acts whose changes a version carries out now. */
export async function setCarriedOut(
  tx: Transaction,
  relationIds: readonly string[],
  versionId: string,
): Promise<string[]> {
  const rows = await tx<{ actId: string }[]>`
    update council_acts.relations set carried_out_in = ${versionId}
    where id = any(${relationIds as string[]}::uuid[]) returning act_id`
  return [...new Set(rows.map(({ actId }) => actId))]
}

export type CitingNode = { id: string; parentId: string | null; kind: string; label: string | null; body: string }

/** The newest words of an act in articles, published or not. */
export const listNewestNodes = (db: Queryable, textId: string): Promise<CitingNode[]> => db<CitingNode[]>`
  select node.node_id as id, node.parent_id, node.kind, node.label, node.body
  from platform.text_nodes as node
  where node.version_id = (
    select version.id from platform.text_versions as version where version.text_id = ${textId} order by version.n desc limit 1)
  order by node.ordinal`

/** The words of an archive that were not read into articles. */
export const findPlainText = async (db: Queryable, actId: string): Promise<string | null> => {
  const [row] = await db<{ plainText: string | null }[]>`
    select left(act.plain_text, 300000) as plain_text from council_acts.acts as act where act.id = ${actId}`
  return row?.plainText ?? null
}

/** What everybody may know of when it holds. */
export const findShownForce = async (db: Queryable, actId: string) => {
  const [row] = await db<ShownForce[]>`
    select act.state, act.in_force_from, act.in_force_to, act.suspended_from, act.stated_force, act.legality
    from council_acts.published_acts as act where act.id = ${actId}`
  return row ?? null
}

type ShownForce = {
  state: 'numbered' | 'announced' | 'void'
  inForceFrom: string | null
  inForceTo: string | null
  suspendedFrom: string | null
  statedForce: 'in-force' | 'amended' | 'repealed' | 'not-yet' | 'suspended' | null
  legality: Legality
}

export const listShownStates = (db: Queryable, actId: string): Promise<TextState[]> => db<TextState[]>`
  select state.version_id, state.n, state.role, state.holds_from
  from council_acts.published_states as state where state.act_id = ${actId} order by state.n`

export const listShownChanges = (db: Queryable, actId: string): Promise<ChangeOf[]> => db<ChangeOf[]>`
  select change.id, change.kind, change.by_articles, change.of_articles, change.effective_on, change.carried_out_in,
         change.source_id, change.other_words, source.number, source.title, source.slug
  from council_acts.published_changes as change
  left join council_acts.published_acts as source on source.id = change.source_id
  where change.target_id = ${actId} and change.kind in ('amends', 'repeals-partly', 'corrects')
    and (source.id is null or source.state = 'announced')
  order by change.effective_on nulls first, change.id`
