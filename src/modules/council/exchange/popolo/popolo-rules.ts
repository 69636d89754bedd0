import type { CivilDate } from '#platform/time/civil-date.ts'

/** The classes of Popolo, https://www.popoloproject.com/specs/. */

export type PopoloPerson = {
  id: string
  name: string
  givenName: string | null
  familyName: string | null
  gender: string | null
  biography: string | null
  photoId: string | null
  slug: string
  contacts: readonly { type: string; value: string }[]
  identifiers: readonly Record<string, unknown>[]
  otherNames: readonly Record<string, unknown>[]
  links: readonly Record<string, unknown>[]
  sources: readonly Record<string, unknown>[]
  changedAt: Date
}

export type PopoloOrganization = {
  id: string
  name: string
  shortName: string | null
  classification: string
  parentId: string | null
  founded: CivilDate | null
  dissolved: CivilDate | null
  /** Of a body: it has a page. */
  isBody: boolean
}

export type PopoloMembership = {
  id: string
  personId: string
  bodyId: string
  termId: string | null
  partyId: string | null
  role: string
  area: string | null
  fromOn: CivilDate | null
  toOn: CivilDate | null
}

export type PopoloTerm = { id: string; name: string; bodyId: string; fromOn: CivilDate; toOn: CivilDate | null }

export type PopoloVote = {
  id: string
  motionId: string | null
  bodyId: string
  question: string | null
  stage: string
  method: string
  result: 'adopted' | 'rejected' | 'tied'
  votesFor: number
  votesAgainst: number
  votesAbstain: number
  notVoting: number
  majorityBasis: string | null
  openedAt: Date
  takenAt: Date
  meetingSlug: string
  ballots: readonly { person: string; choice: string }[] | null
}

type Thing = Record<string, unknown>
export type PopoloParts = {
  persons: readonly PopoloPerson[]
  organizations: readonly PopoloOrganization[]
  memberships: readonly PopoloMembership[]
  terms: readonly PopoloTerm[]
  votes: readonly PopoloVote[]
}
type By = { url: string; institution: string; moment: (at: Date) => string }

/** Without what nobody knows. */
const said = (thing: Thing): Thing =>
  Object.fromEntries(
    Object.entries(thing).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  )

export function popoloDocument(parts: PopoloParts, by: By): Thing {
  return {
    persons: parts.persons.map((one) => personThing(one, by)),
    organizations: parts.organizations.map((one) => organizationThing(one, by)),
    memberships: parts.memberships.map(membershipThing),
    posts: postsOf(parts.memberships),
    events: parts.terms.map(termThing),
    areas: areasOf(parts.memberships),
    ...votesDocument(parts.votes, by),
  }
}

function personThing(one: PopoloPerson, { url, moment }: By): Thing {
  const picture = one.links.find((link) => link.note === 'image')?.url
  return said({
    id: one.id,
    name: one.name,
    given_name: one.givenName,
    family_name: one.familyName,
    gender: one.gender,
    biography: one.biography,
    image: one.photoId === null ? picture : `${url}/dokumente/${one.photoId}/skedari`,
    contact_details: one.contacts.map(({ type, value }) => ({ type, value })),
    identifiers: one.identifiers,
    other_names: one.otherNames,
    links: [{ url: `${url}/keshilltare/${one.slug}`, note: 'Kuvend' }, ...one.links],
    sources: one.sources,
    updated_at: moment(one.changedAt),
  })
}

const organizationThing = (one: PopoloOrganization, { url, institution }: By): Thing =>
  said({
    id: one.id,
    name: one.name,
    other_names: one.shortName === null ? [] : [{ name: one.shortName, note: 'short' }],
    classification: one.classification,
    parent_id: one.parentId,
    founding_date: one.founded,
    dissolution_date: one.dissolved,
    links: one.isBody ? [{ url: `${url}/i/${institution}/organet/${one.id}` }] : [],
  })

const postOf = (one: PopoloMembership): string => `${one.bodyId}/${one.role}`

const membershipThing = (one: PopoloMembership): Thing =>
  said({
    id: one.id,
    person_id: one.personId,
    organization_id: one.bodyId,
    on_behalf_of_id: one.partyId,
    legislative_period_id: one.termId,
    post_id: postOf(one),
    area_id: one.area === null ? null : areaId(one.area),
    role: one.role,
    start_date: one.fromOn,
    end_date: one.toOn,
  })

function postsOf(memberships: readonly PopoloMembership[]): Thing[] {
  const byId = new Map(memberships.map((one) => [postOf(one), one]))
  return [...byId].map(([id, { bodyId, role }]) => ({ id, label: role, role, organization_id: bodyId }))
}

const areaId = (name: string): string => name.normalize('NFC').toLowerCase().replaceAll(/\s+/g, '-')

function areasOf(memberships: readonly PopoloMembership[]): Thing[] {
  const byId = new Map(memberships.flatMap(({ area }) => (area === null ? [] : [[areaId(area), area] as const])))
  return [...byId].map(([id, name]) => ({ id, name }))
}

const termThing = (one: PopoloTerm): Thing =>
  said({
    id: one.id,
    name: one.name,
    classification: 'legislative period',
    organization_id: one.bodyId,
    start_date: one.fromOn,
    end_date: one.toOn,
  })

/** Of votes behind closed doors the counts alone; of those by hands or in secret no names. */
export function votesDocument(votes: readonly PopoloVote[], by: By): { motions: Thing[]; vote_events: Thing[] } {
  const motions = new Map(votes.map((one) => [motionOf(one), one]))
  return {
    motions: [...motions].map(([id, one]) => motionThing(id, one, by)),
    vote_events: votes.map((one) => voteThing(one, by)),
  }
}

const motionOf = (one: PopoloVote): string => one.motionId ?? `vote/${one.id}`
const RESULTS = { adopted: 'pass', rejected: 'fail', tied: 'tied' } as const
const OPTIONS: Record<string, string> = { for: 'yes', against: 'no', abstain: 'abstain', 'not-voting': 'not voting' }

const motionThing = (id: string, one: PopoloVote, { moment }: By): Thing =>
  said({
    id,
    organization_id: one.bodyId,
    text: one.question,
    classification: one.stage,
    date: moment(one.openedAt),
    requirement: one.majorityBasis,
    result: RESULTS[one.result],
  })

const voteThing = (one: PopoloVote, { url, moment }: By): Thing =>
  said({
    id: one.id,
    organization_id: one.bodyId,
    identifier: one.id,
    motion_id: motionOf(one),
    classification: one.method,
    start_date: moment(one.openedAt),
    end_date: moment(one.takenAt),
    result: RESULTS[one.result],
    counts: [
      { option: 'yes', value: one.votesFor },
      { option: 'no', value: one.votesAgainst },
      { option: 'abstain', value: one.votesAbstain },
      { option: 'not voting', value: one.notVoting },
    ],
    votes: (one.ballots ?? []).map(({ person, choice }) => ({ voter_id: person, option: OPTIONS[choice] ?? choice })),
    sources: [{ url: `${url}/mbledhje/${one.meetingSlug}/votimet/${one.id}` }],
  })
