import type { Queryable } from '../../db/database.ts'
import type { StoredChange } from '../text-queries.ts'

/** A version and the one that it continues. */
export type VersionStep = { id: string; textId: string; n: number; basedOn: string | null }

/** From this version back to the first, each the one that the one before continues. */
export const listVersionSteps = (db: Queryable, versionId: string): Promise<VersionStep[]> => db<VersionStep[]>`
  with recursive step as (
    select version.id, version.text_id, version.n, version.based_on
    from platform.text_versions as version where version.id = ${versionId}
    union all
    select earlier.id, earlier.text_id, earlier.n, earlier.based_on
    from step join platform.text_versions as earlier on earlier.id = step.based_on
  )
  select id, text_id, n, based_on from step order by n desc`

/** What changed in any of these versions against the one that it continues, and is more than a lineage tells. */
export const listStepChanges = (db: Queryable, versionIds: readonly string[]): Promise<StoredChange[]> =>
  db<StoredChange[]>`
  select id, earlier_version_id, version_id, ordinal, kind, earlier_node_id, node_id, also_moved, likeness, proposed_by,
    certain, confirmed_by, confirmed_at
  from platform.node_changes
  where version_id = any(${versionIds}::uuid[]) and earlier_node_id is not null and node_id is not null
    and (kind in ('split', 'merged') or not certain)
  order by version_id, ordinal`
