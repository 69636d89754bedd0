import { amongIds } from '#platform/db/among-ids.ts'
import type { Queryable } from '#platform/db/database.ts'
import type { TextState } from '../relations/state-rules.ts'

/** What search asks of many acts at once. */

export const listStatesOfActs = (
  db: Queryable,
  actIds: readonly string[],
): Promise<(TextState & { actId: string })[]> => db<(TextState & { actId: string })[]>`
  select state.act_id, state.version_id, state.n, state.role, state.holds_from::text
  from council_acts.published_states as state where ${amongIds(db, 'state.act_id', actIds)}
  order by state.act_id, state.n`

/** The titles of those that they change, as the words of a catalogue tell them too. */
export const listRelatedTitles = (
  db: Queryable,
  actIds: readonly string[],
): Promise<{ actId: string; titles: string[] }[]> => db<{ actId: string; titles: string[] }[]>`
  select relation.act_id, array_agg(coalesce(other.title, relation.other_words) order by relation.id) as titles
  from council_acts.published_relations as relation
  left join council_acts.published_acts as other on other.id = relation.other_id
  where relation.state = 'standing' and not relation.passive and ${amongIds(db, 'relation.act_id', actIds)}
  group by relation.act_id`

/** Those that change these, and are found by their titles: also when one of these may be read by nobody any more. */
export const listDoneTo = async (db: Queryable, actIds: readonly string[]): Promise<string[]> => {
  const rows = await db<{ id: string }[]>`
    select distinct relation.act_id as id from council_acts.relations as relation
    where relation.state = 'standing' and not relation.passive and ${amongIds(db, 'relation.other_id', actIds)}`
  return rows.map(({ id }) => id)
}
