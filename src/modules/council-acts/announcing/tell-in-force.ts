import type { Transaction } from '#platform/db/database.ts'
import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { insertActEvent } from '../act-queries.ts'
import { ACT_RECORD } from '../act-rules.ts'
import { accountOf, type HeldAct } from '../do-with-act.ts'
import { wasTold } from '../relations/relation-queries.ts'
import { meetForce } from './keep-clocks.ts'
import { tellFollowers } from './tell-followers.ts'

/** It holds from today or an earlier day: told once. False: it was told before. */
export async function tellInForce(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  { act, at, version }: Pick<HeldAct, 'act' | 'at' | 'version'>,
  { by }: { by: ChangedBy },
): Promise<boolean> {
  const { id, institutionId, inForceFrom: day } = act
  if (day === null || act.history || (await wasTold(tx, { actId: id, kind: 'in-force', byActId: null }))) return false
  const event = { institutionId, actId: id, kind: 'in-force' as const, version, at, by: accountOf(by) }
  await insertActEvent(tx, { ...event, happenedOn: day })
  await meetForce(tx, services, id, by)
  const fields = [{ field: 'in-force-from', from: null, to: day }]
  await recordChange(tx, { institutionId, subject: refOf(ACT_RECORD, id), kind: 'in-force', by, at, fields })
  await tellFollowers(tx, act, { kind: 'in-force', at, facts: { day } })
  return true
}
