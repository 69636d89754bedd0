import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { Act, ActFields } from '../act-queries.ts'
import { ACT_RECORD } from '../act-rules.ts'
import { doWithAct, type ActOutcome } from '../do-with-act.ts'
import { updateActFacts } from './making-queries.ts'

type Order = { fields: ActFields; by: { accountId: string }; seen: number }

/** The facts of an act that has no number yet; afterwards it is corrected, for everybody to see. */
export const changeAct = (services: Services, id: string, { fields, by, seen }: Order): Promise<ActOutcome> =>
  doWithAct(services, id, { seen }, async ({ tx, act, at }) => {
    if (act.state !== 'draft') return 'wrong-state'
    await updateActFacts(tx, id, fields)
    const changed = NAMES.flatMap((field) => {
      const [from, to] = [said(act[field]), said(fields[field])]
      return from === to ? [] : [{ field, from, to }]
    })
    const change = { institutionId: act.institutionId, subject: refOf(ACT_RECORD, id), kind: 'changed', by, at }
    await recordChange(tx, { ...change, fields: changed })
    return 'done'
  })

const NAMES = [
  'kind',
  'nature',
  'title',
  'titleEn',
  'summary',
  'restricted',
  'publicTitle',
  'restrictedGround',
  'adoptedOn',
  'proposerKind',
  'proposer',
  'bodyId',
  'commissionId',
] as const satisfies readonly (keyof Act & keyof ActFields)[]

const said = (value: string | boolean | null): string | null => (value === null ? null : String(value))
