/** A person known by nothing but a confirmed e-mail address. */
export type Citizen = { kind: 'citizen'; sessionId: string; contactId: string; email: string }

/** An account of an institution's staff. Level 1: a mailed code alone. Level 2: a second factor too. */
export type StaffMember = {
  kind: 'staff'
  sessionId: string
  level: 1 | 2
  accountId: string
  name: string
  email: string
  /** A role held in one institution, or, with null, in the whole installation. */
  roles: readonly RoleGrant[]
  /** Roles held in one body alone. They never widen into a role in the institution. */
  bodyRoles?: readonly BodyRole[]
}

export type Visitor = Citizen | StaffMember

/** Proof in a signature that a second factor was shown. Only `official-gate.ts` makes one. */
export type Official = StaffMember & { level: 2 }

/** Who works in the house, and from outside the authority that supervises it and organisations. */
export const ROLES = [
  'operator',
  'administrator',
  'head',
  'council-chair',
  'council-secretary',
  'councillor',
  'clerk',
  'consultation-coordinator',
  'legal-drafter',
  'information-coordinator',
  'plan-secretariat',
  'focal-point',
  'data-protection-officer',
  'moderator',
  'auditor',
  'supervising-authority',
  'organisation',
] as const
export type Role = (typeof ROLES)[number]

/** Who works in the house: may be given a task and read what officials note. Councillors and outside bodies are guests. */
export const HOUSE_ROLES = [
  'administrator',
  'head',
  'council-chair',
  'council-secretary',
  'clerk',
  'consultation-coordinator',
  'legal-drafter',
  'information-coordinator',
  'plan-secretariat',
  'focal-point',
  'data-protection-officer',
  'moderator',
] as const satisfies readonly Role[]

export type RoleGrant = {
  role: Role
  institutionId: string | null
  /** Whose role it is, where it is held while they are away. */
  insteadOf?: Absent
}
export type Absent = { accountId: string; name: string }
export type BodyRole = { role: Role; institutionId: string; bodyId: string; insteadOf?: Absent }
