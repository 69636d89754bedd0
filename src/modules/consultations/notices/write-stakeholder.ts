import { mayIn } from '#platform/auth/permissions.ts'
import { newPrivateLink } from '#platform/auth/private-link.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { consultationPermissions as may } from '../permissions.ts'
import {
  eraseStakeholderRow,
  eraseStakeholdersDue,
  holdStakeholder,
  insertStakeholder,
  markLeft,
  setStakeholderTopics,
  updateStakeholder,
  type StakeholderFields,
} from './stakeholder-queries.ts'

export const STAKEHOLDER_KIND = 'consultations.stakeholder'

export type StakeholderForm = StakeholderFields & {
  institutionId: string
  topicIds: readonly string[]
  fromVersion: number
  formId: string | null
}

export type StakeholderOutcome =
  | { kind: 'written'; id: string }
  | { kind: 'known' }
  | { kind: 'changed-meanwhile'; version: number }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-stakeholder' }

/** Its history never tells name or address: they go when it is erased. */
const note = (
  tx: Transaction,
  change: { id: string; institutionId: string; kind: string; by: ChangedBy; at: Date; fields?: [] },
): Promise<void> => recordChange(tx, { ...change, subject: refOf(STAKEHOLDER_KIND, change.id) })

export function addStakeholder(
  services: Services,
  official: Official,
  form: StakeholderForm,
): Promise<StakeholderOutcome> {
  return services.db.begin(async (tx): Promise<StakeholderOutcome> => {
    const { institutionId } = form
    if (!mayIn(official, may['consultations.write'], institutionId)) return { kind: 'not-permitted' }
    // The same form again.
    if (form.formId !== null && (await holdStakeholder(tx, form.formId))) return { kind: 'written', id: form.formId }
    const at = services.clock.now()
    const given = { ...form, id: form.formId ?? undefined, leaveToken: newPrivateLink().token, importId: null, at }
    const id = await insertStakeholder(tx, { ...given, by: official.accountId })
    if (id === null) return { kind: 'known' }
    await setStakeholderTopics(tx, id, form.topicIds)
    await note(tx, { id, institutionId, kind: 'created', by: official, at })
    return { kind: 'written', id }
  })
}

export function changeStakeholder(
  services: Services,
  official: Official,
  id: string,
  form: StakeholderForm,
): Promise<StakeholderOutcome> {
  return services.db.begin(async (tx): Promise<StakeholderOutcome> => {
    const current = await holdStakeholder(tx, id)
    if (!current) return { kind: 'no-such-stakeholder' }
    const { institutionId } = current
    if (!mayIn(official, may['consultations.write'], institutionId)) return { kind: 'not-permitted' }
    if (current.version !== form.fromVersion) return { kind: 'changed-meanwhile', version: current.version }
    const at = services.clock.now()
    if (!(await updateStakeholder(tx, id, form, at))) return { kind: 'known' }
    await setStakeholderTopics(tx, id, form.topicIds)
    await note(tx, { id, institutionId, kind: 'changed', by: official, at })
    return { kind: 'written', id }
  })
}

/** Name and address go; how many invitations there were stays. */
export function eraseStakeholder(services: Services, official: Official, id: string): Promise<StakeholderOutcome> {
  return services.db.begin(async (tx): Promise<StakeholderOutcome> => {
    const current = await holdStakeholder(tx, id)
    if (!current) return { kind: 'no-such-stakeholder' }
    const { institutionId } = current
    if (!mayIn(official, may['consultations.write'], institutionId)) return { kind: 'not-permitted' }
    await eraseStakeholderRow(tx, id)
    await note(tx, { id, institutionId, kind: 'erased', by: official, at: services.clock.now() })
    return { kind: 'written', id }
  })
}

/** By the link in a letter: no more letters. Pressed again it stays so. */
export async function leaveInvitations({ db, clock }: Services, token: string): Promise<void> {
  await db.begin(async (tx) => {
    const left = await markLeft(tx, token, clock.now())
    if (left) await note(tx, { ...left, kind: 'left', by: 'program', at: clock.now() })
  })
}

/** Addresses whose day has passed; gives how many. */
export const forgetStakeholders = ({ db, clock }: Services): Promise<number> =>
  db.begin((tx) => eraseStakeholdersDue(tx, clock.now()))
