import { institutionsWhere, mayAnywhere } from '#platform/auth/permissions.ts'
import { listPeople, type ListedPerson, type PeopleState } from '#platform/auth/people-queries.ts'
import { countOpenProposals, listOpenProposals, type OpenProposal } from '#platform/auth/proposal-queries.ts'
import { ROLES, type Official, type Role } from '#platform/auth/visitor.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listBodies, listInstitutions, type Body } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { readSetting } from '#platform/institutions/institution-settings-queries.ts'
import type { Services } from '#platform/services.ts'
import { peoplePermissions as may } from './people-permissions.ts'

const PER_PAGE = 50
export const PEOPLE_STATES = ['current', 'invited', 'ended', 'all'] as const satisfies readonly PeopleState[]

type Query = Record<string, string | undefined>
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export type PeopleQuestion = {
  words: string
  role: Role | null
  state: PeopleState
  institution: string
  after: string
}

export type PeopleView = {
  question: PeopleQuestion
  people: readonly ListedPerson[]
  institutions: readonly InstitutionSummary[]
  next: string | null
  mayManage: boolean
  proposals: number
}

function readQuestion(query: Query): PeopleQuestion {
  const id = (name: string) => (UUID.test(query[name] ?? '') ? (query[name] ?? '') : '')
  return {
    words: (query.q ?? '').normalize('NFC').trim().slice(0, 100),
    role: ROLES.find((role) => role === query.roli) ?? null,
    state: PEOPLE_STATES.find((state) => state === query.gjendja) ?? 'current',
    institution: id('institucioni'),
    after: id('pas'),
  }
}

/** The people of the institutions in which this official may know them; all of the installation's for an operator. */
export async function viewPeople(
  services: Services,
  lang: Lang,
  official: Official,
  query: Query,
): Promise<PeopleView> {
  const { db, clock } = services
  const now = clock.now()
  const question = readQuestion(query)
  const reach = institutionsWhere(official, may['people.read'])
  const { words, role, state, institution, after } = question
  const chosen = institution && (reach === null || reach.includes(institution)) ? [institution] : reach
  const filter = { institutions: chosen, words, role, state, after: after || null, now, limit: PER_PAGE + 1 }
  const [found, institutions, proposals] = await Promise.all([
    listPeople(db, filter),
    listInstitutions(db, lang, reach),
    countProposals(services, official),
  ])
  const people = found.slice(0, PER_PAGE)
  const next = found.length > PER_PAGE ? (people.at(-1)?.id ?? null) : null
  return { question, people, institutions, next, mayManage: mayAnywhere(official, may['people.manage']), proposals }
}

/** Proposals that wait for this official. */
export async function countProposals({ db, clock }: Services, official: Official): Promise<number> {
  if (!mayAnywhere(official, may['people.manage'])) return 0
  const institutions = institutionsWhere(official, may['people.manage'])
  return countOpenProposals(db, institutions, official.accountId, clock.now())
}

export type ProposalsView = {
  proposals: readonly OpenProposal[]
  institutions: readonly InstitutionSummary[]
  self: string
}

export async function viewProposals({ db, clock }: Services, lang: Lang, official: Official): Promise<ProposalsView> {
  const reach = institutionsWhere(official, may['people.manage'])
  const [proposals, institutions] = await Promise.all([
    listOpenProposals(db, reach, clock.now()),
    listInstitutions(db, lang, reach),
  ])
  return { proposals, institutions, self: official.accountId }
}

/** Where a role is to be given. `institution` null: in the whole installation, which only an operator may. */
export type PlaceView = {
  institution: InstitutionSummary | null
  /** Among which one may choose. */
  institutions: readonly InstitutionSummary[]
  everywhere: boolean
  roles: readonly Role[]
  bodies: readonly Body[]
  two: boolean
}

/** Roles that may stand without an institution. */
const INSTALLATION_ROLES: readonly Role[] = ['operator', 'auditor']

/** `asked`: the id in the address or in the form; `sistemi` is the whole installation. Null: not theirs. */
export async function viewPlace(
  { db }: Services,
  lang: Lang,
  official: Official,
  asked: string | undefined,
): Promise<PlaceView | null> {
  const reach = institutionsWhere(official, may['people.manage'])
  const institutions = await listInstitutions(db, lang, reach)
  const everywhere = reach === null
  if (asked === 'sistemi' || institutions.length === 0) {
    const whole = { institution: null, institutions, everywhere, roles: INSTALLATION_ROLES, bodies: [], two: false }
    return everywhere ? whole : null
  }
  const institution = asked ? institutions.find(({ id }) => id === asked) : institutions[0]
  if (!institution) return null
  const [bodies, two] = await Promise.all([
    listBodies(db, institution.id),
    readSetting(db, institution.id, 'two-person-rule'),
  ])
  const roles = ROLES.filter((role) => role !== 'operator')
  return { institution, institutions, everywhere, roles, bodies, two }
}
