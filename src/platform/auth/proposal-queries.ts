import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { Role } from './visitor.ts'

export type NewProposal = {
  institutionId: string
  accountId: string
  proposedBy: string
  proposedAt: Date
  expiresAt: Date
  formId: string | null
  validFrom: Date
  validTo: Date | null
} & (
  | { kind: 'role'; role: Role; bodyId: string | null }
  | { kind: 'substitution'; absentId: string; startsOn: string; endsOn: string }
)

/** False when the form has arrived before. */
export async function insertProposal(tx: Transaction, proposal: NewProposal): Promise<boolean> {
  const role = proposal.kind === 'role' ? proposal : null
  const absence = proposal.kind === 'substitution' ? proposal : null
  const inserted = await tx`
    insert into platform.role_proposals
      (institution_id, kind, account_id, role, body_id, valid_from, valid_to, absent_account_id, starts_on, ends_on,
       proposed_by, proposed_at, expires_at, form_id)
    values (${proposal.institutionId}, ${proposal.kind}, ${proposal.accountId}, ${role?.role ?? null},
            ${role?.bodyId ?? null}, ${proposal.validFrom}, ${proposal.validTo}, ${absence?.absentId ?? null},
            ${absence?.startsOn ?? null}, ${absence?.endsOn ?? null}, ${proposal.proposedBy}, ${proposal.proposedAt},
            ${proposal.expiresAt}, ${proposal.formId})
    on conflict (form_id) do nothing`
  return inserted.count === 1
}

export async function hasOpenRoleProposal(
  tx: Transaction,
  accountId: string,
  role: Role,
  place: { institutionId: string; bodyId: string | null },
  now: Date,
): Promise<boolean> {
  const rows = await tx`
    select from platform.role_proposals
    where account_id = ${accountId} and role = ${role} and institution_id = ${place.institutionId}
      and body_id is not distinct from ${place.bodyId}::uuid and decision is null and expires_at > ${now}`
  return rows.length > 0
}

export type Proposal = {
  id: string
  institutionId: string
  kind: 'role' | 'substitution'
  accountId: string
  role: Role | null
  bodyId: string | null
  validFrom: Date
  validTo: Date | null
  absentAccountId: string | null
  startsOn: string | null
  endsOn: string | null
  proposedBy: string
  proposedAt: Date
  expiresAt: Date
  decision: 'confirmed' | 'refused' | 'withdrawn' | null
}

export async function lockProposal(tx: Transaction, id: string): Promise<Proposal | null> {
  return one(
    await tx<Proposal[]>`
      select id, institution_id, kind, account_id, role, body_id, valid_from, valid_to, absent_account_id, starts_on,
        ends_on, proposed_by, proposed_at, expires_at, decision
      from platform.role_proposals where id = ${id} for update`,
  )
}

export async function setProposalDecided(
  tx: Transaction,
  id: string,
  decision: 'confirmed' | 'refused' | 'withdrawn',
  by: string,
  now: Date,
): Promise<void> {
  await tx`
    update platform.role_proposals set decision = ${decision}, decided_by = ${by}, decided_at = ${now} where id = ${id}`
}

/** What waits, oldest first, with the names. `institutions` null: everywhere. */
export type OpenProposal = Proposal & {
  person: string
  absent: string | null
  body: string | null
  proposer: string
  zone: string
}

export function listOpenProposals(
  db: Queryable,
  institutions: readonly string[] | null,
  now: Date,
  accountId: string | null = null,
): Promise<OpenProposal[]> {
  return db<OpenProposal[]>`
    select proposal.id, proposal.institution_id, proposal.kind, proposal.account_id, proposal.role, proposal.body_id,
      proposal.valid_from, proposal.valid_to, proposal.absent_account_id, proposal.starts_on, proposal.ends_on,
      proposal.proposed_by, proposal.proposed_at, proposal.expires_at, proposal.decision, person.name as person,
      absent.name as absent, body.name as body, proposer.name as proposer, institution.zone
    from platform.role_proposals as proposal
    join platform.accounts as person on person.id = proposal.account_id
    join platform.accounts as proposer on proposer.id = proposal.proposed_by
    join platform.institutions as institution on institution.id = proposal.institution_id
    left join platform.accounts as absent on absent.id = proposal.absent_account_id
    left join platform.bodies as body on body.id = proposal.body_id
    where proposal.decision is null and proposal.expires_at > ${now}
      ${institutions ? db`and proposal.institution_id = any(${institutions as string[]}::uuid[])` : db``}
      ${accountId ? db`and proposal.account_id = ${accountId}` : db``}
    order by proposal.proposed_at, proposal.id
    limit 200`
}

/** Those that wait for this official: not the ones they proposed themselves. */
export async function countOpenProposals(
  db: Queryable,
  institutions: readonly string[] | null,
  notBy: string,
  now: Date,
): Promise<number> {
  const row = one(
    await db<{ count: number }[]>`
      select count(*)::int as count from platform.role_proposals
      where decision is null and expires_at > ${now} and proposed_by <> ${notBy}
        ${institutions ? db`and institution_id = any(${institutions as string[]}::uuid[])` : db``}`,
  )
  return row?.count ?? 0
}
