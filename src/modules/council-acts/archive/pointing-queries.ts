import type { Transaction } from '#platform/db/database.ts'

/** Acts of an archive whose row has this word, where nothing was made of it; kept until the step ends. */
export const holdActsWithWord = async (
  tx: Transaction,
  archiveId: string,
  { column, word }: { column: 'topics' | 'type' | 'status'; word: string },
  after: string | null,
  limit: number,
): Promise<string[]> =>
  (
    await tx<{ id: string }[]>`
      select act.id from council_acts.acts as act
      where act.archive_id = ${archiveId} and act.state in ('numbered', 'announced')
        ${after === null ? tx`` : tx`and act.id > ${after}`}
        ${
          column === 'topics'
            ? tx`and act.source -> 'topics' @> to_jsonb(array[${word}::text])`
            : column === 'type'
              ? tx`and act.source ->> 'type' = ${word} and act.kind = 'other'`
              : tx`and act.source ->> 'status' = ${word} and act.stated_force is null`
        }
      order by act.id limit ${limit} for no key update`
  ).map(({ id }) => id)

export async function addTopicToActs(
  tx: Transaction,
  institutionId: string,
  ids: readonly string[],
  topicId: string,
): Promise<void> {
  await tx`
    insert into platform.subject_topics (institution_id, subject, topic_id)
    select ${institutionId}, subject, ${topicId}
    from unnest(${ids.map((id) => `council-acts.act:${id}`)}::text[]) as subject
    on conflict do nothing`
}

export async function setKindOfActs(tx: Transaction, ids: readonly string[], kind: string): Promise<void> {
  await tx`update council_acts.acts set kind = ${kind} where id = any(${ids as string[]}::uuid[])`
}

export async function setForceOfActs(tx: Transaction, ids: readonly string[], force: string): Promise<void> {
  await tx`update council_acts.acts set stated_force = ${force} where id = any(${ids as string[]}::uuid[])`
}

/** They changed for everybody: the version, and the line of their story. */
export async function markCorrected(
  tx: Transaction,
  ids: readonly string[],
  at: Date,
  by: string | null,
): Promise<void> {
  await tx`
    with act as (
      update council_acts.acts set version = version + 1, changed_at = ${at} where id = any(${ids as string[]}::uuid[])
      returning id, institution_id, version)
    insert into council_acts.act_events (institution_id, act_id, kind, version, at, by_account_id)
    select act.institution_id, act.id, 'corrected', act.version, ${at}, ${by} from act`
}
