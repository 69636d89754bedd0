import type { Transaction } from '../db/database.ts'
import type { Services } from '../services.ts'
import { readSetting } from '../institutions/institution-settings-queries.ts'
import { hoursAfter } from '../time/clock.ts'
import { lockAccount } from './account-queries.ts'
import { refusalToGrant, type Authority } from './account-rules.ts'
import { notePerson } from './note-person.ts'
import {
  hasOpenRoleProposal,
  insertProposal,
  lockProposal,
  setProposalDecided,
  type NewProposal,
  type Proposal,
} from './proposal-queries.ts'
import { giveRole, type RoleOrder } from './roles.ts'
import { isSubstituted, type NewSubstitution } from './substitution-queries.ts'
import type { Official } from './visitor.ts'
import { writeSubstitution } from './write-substitution.ts'

/** Long enough for a colleague's holiday; a right that nobody confirmed for two weeks is asked for anew. Technical. */
const PROPOSAL_DAYS = 14

type Proposed = Omit<Extract<NewProposal, { kind: 'role' }>, 'proposedBy' | 'proposedAt' | 'expiresAt'>
type ProposedAbsence = Omit<Extract<NewProposal, { kind: 'substitution' }>, 'proposedBy' | 'proposedAt' | 'expiresAt'>

/**
 * Where the institution wants two people to give a right, it is written down and waits. False: one is enough there, or
 * the command line gives it, which has no second person.
 */
export async function proposeRole(
  tx: Transaction,
  by: Authority,
  accountId: string,
  { role, institutionId, bodyId = null, from, to = null, formId }: RoleOrder & { formId?: string },
  now: Date,
): Promise<boolean> {
  if (by === 'command-line' || institutionId === null || !(await readSetting(tx, institutionId, 'two-person-rule')))
    return false
  if (await hasOpenRoleProposal(tx, accountId, role, { institutionId, bodyId }, now)) return true
  const times = { validFrom: from && from > now ? from : now, validTo: to }
  const proposal = { kind: 'role', institutionId, accountId, role, bodyId, formId: formId ?? null, ...times } as const
  await write(tx, by, proposal, role, now)
  return true
}

export async function proposeSubstitution(
  tx: Transaction,
  by: Authority,
  { institutionId, absentId, substituteId, startsOn, endsOn, validFrom, validTo, formId }: NewSubstitution,
  now: Date,
): Promise<boolean> {
  if (by === 'command-line' || !(await readSetting(tx, institutionId, 'two-person-rule'))) return false
  const times = { startsOn, endsOn, validFrom, validTo }
  const proposal = { kind: 'substitution', institutionId, accountId: substituteId, absentId, formId, ...times } as const
  await write(tx, by, proposal, 'substitute', now)
  return true
}

async function write(
  tx: Transaction,
  by: Official,
  proposal: Proposed | ProposedAbsence,
  details: string,
  now: Date,
): Promise<void> {
  const expiresAt = hoursAfter(now, PROPOSAL_DAYS * 24)
  if (!(await insertProposal(tx, { ...proposal, proposedBy: by.accountId, proposedAt: now, expiresAt }))) return
  const { institutionId, accountId } = proposal
  await notePerson(tx, by, { at: now, kind: 'role-proposed', accountId, institutionId, details })
}

export type Decision = 'confirmed' | 'refused' | 'withdrawn'
export type DecisionOutcome =
  | { kind: 'decided' }
  | { kind: 'refused'; reason: 'not-permitted' | 'no-such-proposal' | 'expired' | 'decided-already' | 'own-proposal' }
  /** What was proposed cannot be any more: the account has ended, or somebody stands in already. */
  | { kind: 'refused'; reason: 'overtaken' }

const refusedFor = (reason: Extract<DecisionOutcome, { kind: 'refused' }>['reason']) =>
  ({ kind: 'refused', reason }) as DecisionOutcome

/** Confirmed or refused by a second person with the right; withdrawn by the one who proposed. */
export async function decideProposal(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  by: Official,
  id: string,
  decision: Decision,
): Promise<DecisionOutcome> {
  const now = clock.now()
  return db.begin(async (tx): Promise<DecisionOutcome> => {
    const proposal = await lockProposal(tx, id)
    if (!proposal) return refusedFor('no-such-proposal')
    const refusal = refusalToDecide(by, proposal, decision, now)
    if (refusal) return refusedFor(refusal)
    if (decision === 'confirmed' && !(await carryOut(tx, by, proposal, now))) return refusedFor('overtaken')
    await setProposalDecided(tx, id, decision, by.accountId, now)
    const { accountId, institutionId, role } = proposal
    if (decision !== 'confirmed') {
      const note = {
        at: now,
        kind: 'proposal-refused',
        accountId,
        institutionId,
        details: role ?? 'substitute',
      } as const
      await notePerson(tx, by, note)
    }
    return { kind: 'decided' }
  })
}

function refusalToDecide(by: Official, proposal: Proposal, decision: Decision, now: Date) {
  const { institutionId, role, proposedBy } = proposal
  if (refusalToGrant(by, { role: role ?? 'clerk', institutionId }) && proposedBy !== by.accountId)
    return 'not-permitted'
  if (proposal.decision !== null) return 'decided-already'
  if (proposal.expiresAt <= now) return 'expired'
  // Whoever gets the right is no second person either.
  const isOwn = [proposedBy, proposal.accountId, proposal.absentAccountId].includes(by.accountId)
  if (decision === 'withdrawn') return proposedBy === by.accountId ? null : 'not-permitted'
  return isOwn ? 'own-proposal' : null
}

async function carryOut(tx: Transaction, by: Official, proposal: Proposal, now: Date): Promise<boolean> {
  const { accountId, institutionId, role, bodyId, validFrom: from, validTo: to } = proposal
  if (!(await lockAccount(tx, accountId)) || (to !== null && to <= now)) return false
  if (role !== null) {
    await giveRole(tx, by, accountId, { role, institutionId, bodyId, from, to }, now)
    return true
  }
  const { absentAccountId, startsOn, endsOn } = proposal
  if (absentAccountId === null || startsOn === null || endsOn === null || to === null) return false
  const order = { institutionId, absentId: absentAccountId, substituteId: accountId, startsOn, endsOn }
  const whole = { ...order, validFrom: from, validTo: to, byAccountId: by.accountId, createdAt: now, formId: null }
  if (await isSubstituted(tx, whole)) return false
  await writeSubstitution(tx, by, whole, now)
  return true
}
