import type { Transaction } from '#platform/db/database.ts'
import type { Place } from './archive-writing-queries.ts'

export type NewRelation = {
  actId: string
  kind: string
  passive: boolean
  otherId: string | null
  otherWords: string | null
  state: 'standing' | 'doubt'
  foundIn: string
}

export async function insertFoundRelations(
  tx: Transaction,
  { institutionId, at, by }: Place,
  relations: readonly NewRelation[],
): Promise<void> {
  if (relations.length === 0) return
  await tx`
    insert into council_acts.relations (institution_id, act_id, kind, passive, other_id, other_words, state, origin, found_in,
      created_at, created_by)
    select ${institutionId}, found.act_id, found.kind, found.passive, found.other_id, found.other_words, found.state,
      'archive', found.found_in, ${at}, ${by}
    from unnest(${relations.map(({ actId }) => actId)}::uuid[], ${relations.map(({ kind }) => kind)}::text[],
      ${relations.map(({ passive }) => String(passive))}::text[]::boolean[], ${relations.map(({ otherId }) => otherId)}::uuid[],
      ${relations.map(({ otherWords }) => otherWords)}::text[], ${relations.map(({ state }) => state)}::text[],
      ${relations.map(({ foundIn }) => foundIn)}::text[])
      as found (act_id, kind, passive, other_id, other_words, state, found_in)
    on conflict do nothing`
}

/** Acts of the institution by their printed numbers, for relations that name one. */
export const listActsByNumber = (
  tx: Transaction,
  institutionId: string,
  numbers: readonly string[],
): Promise<{ id: string; number: string }[]> =>
  tx<{ id: string; number: string }[]>`
    select act.id, act.number_words as number from council_acts.acts as act
    where act.institution_id = ${institutionId} and act.number_words = any(${numbers as string[]}::text[])
      and act.kind = 'law' and act.state in ('numbered', 'announced')`

export async function insertAdoptedState(
  tx: Transaction,
  { institutionId, at, by }: Place,
  state: { actId: string; versionId: string; note: string | null },
): Promise<void> {
  await tx`
    insert into council_acts.states (version_id, institution_id, act_id, role, note, confirmed_at, confirmed_by)
    values (${state.versionId}, ${institutionId}, ${state.actId}, 'adopted', ${state.note}, ${at}, ${by})`
}
