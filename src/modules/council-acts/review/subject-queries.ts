import type { Queryable } from '#platform/db/database.ts'
import type { VerdictKind } from './review-rules.ts'

export type TransmittalName = { id: string; institutionId: string; number: string | null }

export const listTransmittalNames = (db: Queryable, ids: readonly string[]): Promise<TransmittalName[]> =>
  db<TransmittalName[]>`
    select one.id, one.institution_id, one.number || '/' || one.number_year as number
    from council_acts.transmittals as one where one.id = any(${[...ids]}::uuid[])`

export type VerdictName = {
  id: string
  institutionId: string
  actId: string
  kind: VerdictKind
  number: string | null
  /** Null: the act has no page for everybody. */
  slug: string | null
}

export const listVerdictNames = (db: Queryable, ids: readonly string[]): Promise<VerdictName[]> =>
  db<VerdictName[]>`
    select said.id, said.institution_id, said.act_id, said.kind,
           coalesce(act.number_words, act.serial || '/' || act.year) as number,
           case when act.state in ('numbered', 'announced', 'void') then act.slug end as slug
    from council_acts.verdicts as said join council_acts.acts as act on act.id = said.act_id
    where said.id = any(${[...ids]}::uuid[])`
