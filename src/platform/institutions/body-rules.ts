export const BODY_KINDS = [
  'council',
  'commission',
  'administration',
  'board',
  'working-group',
  'inter-institutional-group',
  'thematic-group',
  'technical-secretariat',
  'other',
] as const
export type BodyKind = (typeof BODY_KINDS)[number]

export const MEMBER_ROLES = ['chair', 'deputy', 'secretary', 'member', 'expert'] as const
export type MemberRole = (typeof MEMBER_ROLES)[number]

export const BODY_LIMITS = {
  name: 200,
  issuer: 200,
  number: 60,
  subject: 500,
  reason: 1000,
  person: 120,
  post: 200,
  members: 500,
}

export type BodyRefusal = 'institution-closed' | 'ended' | 'ends-before-it-began' | 'in-the-future'

/** Why a body cannot end on that day, or null. */
export function refusalToEnd(
  body: { foundedOn: string | null; endedOn: string | null },
  on: string,
  today: string,
): BodyRefusal | null {
  if (body.endedOn !== null) return 'ended'
  if (on > today) return 'in-the-future'
  return body.foundedOn !== null && on < body.foundedOn ? 'ends-before-it-began' : null
}

export type MemberRefusal =
  'ended' | 'before-the-body' | 'chaired-already' | 'too-many' | 'no-such-person' | 'no-such-organisation'

/** Why this membership cannot stand, or null: one chair at a time, and nobody before the body was. */
export function refusalToSeat(
  body: { foundedOn: string | null; endedOn: string | null },
  member: { role: MemberRole; fromOn: string | null; toOn: string | null },
  others: readonly { role: MemberRole; fromOn: string | null; toOn: string | null }[],
): MemberRefusal | null {
  if (body.endedOn !== null) return 'ended'
  if (body.foundedOn !== null && member.fromOn !== null && member.fromOn < body.foundedOn) return 'before-the-body'
  if (others.length >= BODY_LIMITS.members) return 'too-many'
  const chairs = member.role === 'chair' && others.some((other) => other.role === 'chair' && overlap(other, member))
  return chairs ? 'chaired-already' : null
}

type Span = { fromOn: string | null; toOn: string | null }

/** Days included; the day on which one ends another may begin. */
const overlap = (a: Span, b: Span): boolean =>
  (a.toOn === null || b.fromOn === null || a.toOn > b.fromOn) &&
  (b.toOn === null || a.fromOn === null || b.toOn > a.fromOn)
