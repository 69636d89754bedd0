import { amongIds } from '#platform/db/among-ids.ts'
import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Decision } from '../answers/answer-rules.ts'
import type { Chain } from './effect-rules.ts'

/** The consultation stays as it is until the deed ends: no version of its text becomes public meanwhile. */
export async function holdConsultation(
  tx: Transaction,
  id: string,
): Promise<{ id: string; institutionId: string; textId: string | null; state: string } | null> {
  await tx`select from consultations.consultations where id = ${id} for share`
  return one(
    await tx<{ id: string; institutionId: string; textId: string | null; state: string }[]>`
      select id, institution_id, text_id, state from consultations.consultations where id = ${id}`,
  )
}

export type LinkedVersion = { id: string; n: number; basedOn: string | null; published: boolean }

export async function findVersionOf(db: Queryable, textId: string, versionId: string): Promise<LinkedVersion | null> {
  return one(
    await db<LinkedVersion[]>`
      select id, n, based_on, published_at is not null as published
      from platform.text_versions where id = ${versionId} and text_id = ${textId}`,
  )
}

export type LinkableAnswer = { id: string; code: string; version: number; decision: Decision | null }

/**
 * Held in the order of their ids. The decision is the one that everybody reads; of what was never published, the one that is
 * proposed or decided.
 */
export async function holdLinkable(
  tx: Transaction,
  consultationId: string,
  answerIds: readonly string[],
): Promise<LinkableAnswer[]> {
  await tx`select from consultations.answers where ${amongIds(tx, 'id', answerIds)} order by id for update`
  return tx<LinkableAnswer[]>`
    select answer.id, answer.code, answer.version,
           case when answer.version > 0 then said.decision when answer.state in ('proposed', 'decided') then answer.decision end
             as decision
    from consultations.answers as answer
    left join consultations.answer_versions as said on said.answer_id = answer.id and said.n = answer.version
    where answer.consultation_id = ${consultationId} and ${amongIds(tx, 'answer.id', answerIds)}
    order by answer.id`
}

export type PlaceKey = { nodeId: string; gone: boolean }

/** Which of these places the version changed, with all that stands above each. */
export const listChangedAmong = (
  db: Queryable,
  versionId: string,
  nodeIds: readonly string[],
): Promise<(PlaceKey & { chain: Chain })[]> => db<(PlaceKey & { chain: Chain })[]>`
  with recursive asked as (
    select distinct change.node_id as start, change.version_id as stands_in, false as gone
    from platform.node_changes as change
    where change.version_id = ${versionId} and change.node_id = any(${nodeIds as string[]}::uuid[])
    union
    select change.earlier_node_id, change.earlier_version_id, true
    from platform.node_changes as change
    where change.version_id = ${versionId} and change.kind = 'gone'
      and change.earlier_node_id = any(${nodeIds as string[]}::uuid[])
  ), above as (
    select asked.start, asked.gone, asked.stands_in, node.node_id, node.parent_id, node.kind, node.label, 0 as depth
    from asked join platform.text_nodes as node on node.version_id = asked.stands_in and node.node_id = asked.start
    union all
    select above.start, above.gone, above.stands_in, parent.node_id, parent.parent_id, parent.kind, parent.label, above.depth + 1
    from above join platform.text_nodes as parent on parent.version_id = above.stands_in and parent.node_id = above.parent_id
  )
  select start as node_id, gone,
         jsonb_agg(jsonb_build_object('nodeId', node_id, 'kind', kind, 'label', label) order by depth desc) as chain
  from above group by start, gone`

export type NewLink = PlaceKey & { answerId: string }

/** Gives those that were not there before. */
export async function insertLinks(
  tx: Transaction,
  { institutionId, version }: { institutionId: string; version: LinkedVersion },
  links: readonly NewLink[],
  { at, by, form }: { at: Date; by: string | null; form: string | null },
): Promise<NewLink[]> {
  return tx<NewLink[]>`
    insert into consultations.answer_changes
      (institution_id, answer_id, version_id, node_id, gone_node_id, gone_from, at, by_account_id, form_id)
    select ${institutionId}, link.answer_id, ${version.id}, case when not link.gone then link.node_id end,
           case when link.gone then link.node_id end, case when link.gone then ${version.basedOn}::uuid end, ${at}, ${by}, ${form}
    from unnest(${links.map(({ answerId }) => answerId)}::uuid[], ${links.map(({ nodeId }) => nodeId)}::uuid[],
                ${links.map(({ gone }) => String(gone))}::text[]::boolean[]) as link (answer_id, node_id, gone)
    on conflict on constraint answer_change_once do nothing
    returning answer_id, coalesce(node_id, gone_node_id) as node_id, gone_node_id is not null as gone`
}

/** Of the office: one link, of whatever answer and version. */
export const findLink = async (
  db: Queryable,
  consultationId: string,
  id: string,
): Promise<(NewLink & { id: string; versionId: string }) | null> =>
  one(
    await db<(NewLink & { id: string; versionId: string })[]>`
      select change.id, change.answer_id, change.version_id, coalesce(change.node_id, change.gone_node_id) as node_id,
             change.gone_node_id is not null as gone
      from consultations.answer_changes as change
      join consultations.answers as answer on answer.id = change.answer_id
      where change.id = ${id} and answer.consultation_id = ${consultationId}`,
  )

export const deleteLink = async (tx: Transaction, id: string): Promise<boolean> =>
  (await tx`delete from consultations.answer_changes where id = ${id} returning id`).length > 0

/** Published answers that are linked with this version. */
export const listLinkedAnswers = async (db: Queryable, versionId: string): Promise<string[]> =>
  (
    await db<{ id: string }[]>`
      select distinct answer.id from consultations.answer_changes as change
      join consultations.answers as answer on answer.id = change.answer_id and answer.version > 0
      where change.version_id = ${versionId} order by answer.id`
  ).map(({ id }) => id)

/** In the order of their ids, before a version of the text becomes public with them. */
export const holdLinkedAnswers = (tx: Transaction, versionId: string) => tx`
  select from consultations.answers
  where id in (select answer_id from consultations.answer_changes where version_id = ${versionId})
  order by id for update`

export type StaleLink = { answerId: string; institutionId: string; nodeId: string }

/** Places that were linked while they differed, and that the version leaves as they were in the end. */
export const dropStaleLinks = (tx: Transaction, versionId: string): Promise<StaleLink[]> => tx<StaleLink[]>`
  delete from consultations.answer_changes as change
  where change.version_id = ${versionId} and not exists (
    select from platform.node_changes as row
    where row.version_id = change.version_id
      and (row.node_id = change.node_id or (row.kind = 'gone' and row.earlier_node_id = change.gone_node_id)))
  returning change.answer_id, change.institution_id, coalesce(change.node_id, change.gone_node_id) as node_id`
