import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { listTextVersions } from '#platform/texts/text-queries.ts'
import { beginVersion } from '#platform/texts/versions/begin-version.ts'
import { dropVersion } from '#platform/texts/versions/drop-version.ts'
import type { Act } from '../act-queries.ts'
import { actTexts } from '../act-text-holder.ts'
import { dropPlan, planState, type PlanOutcome } from './plan-state.ts'
import type { StatePlan } from './state-rules.ts'

/** The next state is planned, and the rooms of texts have a draft with the words as they are, to be written further. */
export async function beginState(
  services: Services,
  official: Official,
  id: string,
  plan: StatePlan,
): Promise<PlanOutcome> {
  const outcome = await planState(services, id, plan, { accountId: official.accountId })
  if (outcome !== 'done') return outcome
  const begun = await beginVersion(services, actTexts, official, id)
  if (begun.kind === 'begun' || begun.kind === 'begun-before') return 'done'
  await dropPlan(services, id, { accountId: official.accountId })
  return 'wrong-state'
}

/** Its draft goes with it. */
export async function giveStateUp(
  services: Services,
  official: Official,
  act: Pick<Act, 'id' | 'textId'>,
): Promise<'done' | 'no-such-act'> {
  const versions = act.textId === null ? [] : await listTextVersions(services.db, act.textId, false)
  const draft = versions.find(({ state }) => state === 'draft')
  if (draft) await dropVersion(services, actTexts, official, { id: act.id, versionId: draft.id })
  return dropPlan(services, act.id, { accountId: official.accountId })
}
