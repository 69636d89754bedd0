import { refusalToEndAccount, refusalToGrant } from '#platform/auth/account-rules.ts'
import { findWaitingEmail } from '#platform/auth/email-change-queries.ts'
import { findOpenInvitation, type OpenInvitation } from '#platform/auth/invitation-queries.ts'
import {
  findPerson,
  listPersonChanges,
  listRolesInTime,
  type Person,
  type PersonChange,
  type RoleInTime,
} from '#platform/auth/people-queries.ts'
import { institutionsWhere, mayAnywhere } from '#platform/auth/permissions.ts'
import { listOpenProposals, type OpenProposal } from '#platform/auth/proposal-queries.ts'
import {
  listColleagues,
  listSubstitutionsOf,
  type Colleague,
  type Substitution,
} from '#platform/auth/substitution-queries.ts'
import type { Official, RoleGrant } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { peoplePermissions as may } from './people-permissions.ts'

export type ShownRole = RoleInTime & { state: 'now' | 'later' | 'past'; mayEnd: boolean }

export type PersonView = {
  person: Person
  roles: readonly ShownRole[]
  proposals: readonly OpenProposal[]
  substitutions: readonly (Substitution & { mayEnd: boolean })[]
  invitation: OpenInvitation | null
  waitingEmail: string | null
  changes: readonly PersonChange[]
  /** Name, e-mail, invitation, account: where all of their roles are in the hands of this official. */
  mayManage: boolean
  /** May give them roles, and enter their absence. */
  mayGive: boolean
  isSelf: boolean
  zone: string
}

/** Null for somebody whom no institution of this official has ever known. */
export async function viewPerson(
  services: Services,
  lang: Lang,
  official: Official,
  id: string,
): Promise<PersonView | null> {
  const { db, clock } = services
  const now = clock.now()
  const reach = institutionsWhere(official, may['people.read'])
  const person = await findPerson(db, id, reach)
  if (!person) return null
  const isHere = (institutionId: string | null) =>
    reach === null || (institutionId !== null && reach.includes(institutionId))
  const [held, substitutions, proposals, invitation, waitingEmail, changes] = await Promise.all([
    listRolesInTime(db, lang, id),
    listSubstitutionsOf(db, id),
    listOpenProposals(db, reach, now, id),
    findOpenInvitation(db, id),
    findWaitingEmail(db, id, now),
    listPersonChanges(db, id, reach),
  ])
  const manages = mayAnywhere(official, may['people.manage']) && person.endedAt === null
  const roles = held.filter(({ institutionId }) => isHere(institutionId)).map((role) => shown(official, role, now))
  return {
    person,
    roles,
    proposals,
    substitutions: substitutions
      .filter(({ institutionId }) => isHere(institutionId))
      .map((one) => ({ ...one, mayEnd: one.validTo > now && managesIn(official, one.institutionId) })),
    invitation,
    waitingEmail,
    changes,
    mayManage: manages && refusalToEndAccount(official, managed(held, invitation, now)) === null,
    mayGive: manages,
    isSelf: official.accountId === id,
    zone: held.find(({ zone }) => zone !== null)?.zone ?? 'Europe/Tirane',
  }
}

/** What is held or promised; of who holds nothing any more, what was held; else where they were invited. */
function managed(held: readonly RoleInTime[], invitation: OpenInvitation | null, now: Date): readonly RoleGrant[] {
  const current = held.filter(({ validTo }) => validTo === null || validTo > now)
  if (current.length > 0 || held.length > 0) return current.length > 0 ? current : held
  return invitation?.institutionId ? [{ role: 'clerk', institutionId: invitation.institutionId }] : []
}

const managesIn = (official: Official, institutionId: string | null): boolean =>
  refusalToGrant(official, { role: 'clerk', institutionId }) === null

function shown(official: Official, role: RoleInTime, now: Date): ShownRole {
  const state = role.validTo !== null && role.validTo <= now ? 'past' : role.validFrom > now ? 'later' : 'now'
  return { ...role, state, mayEnd: state !== 'past' && refusalToGrant(official, role) === null }
}

/** Who may stand in, or take over: the others who work in that institution. */
export async function viewColleagues(
  { db, clock }: Services,
  institutionId: string,
  without: string,
): Promise<Colleague[]> {
  return (await listColleagues(db, institutionId, clock.now())).filter(({ id }) => id !== without)
}

/** Institutions in which somebody works and this official manages, to enter an absence there. */
export async function viewWorkplaces(
  { db, clock }: Services,
  lang: Lang,
  official: Official,
  accountId: string,
): Promise<InstitutionSummary[]> {
  const now = clock.now()
  const held = await listRolesInTime(db, lang, accountId)
  const isOwn = official.accountId === accountId
  const ids = held
    .filter(({ validTo }) => validTo === null || validTo > now)
    .flatMap(({ institutionId }) => institutionId ?? [])
    .filter((institutionId) => isOwn || managesIn(official, institutionId))
  return ids.length > 0 ? listInstitutions(db, lang, ids) : []
}

export type OpenWork = readonly { title: string; href: string }[]

/** What is still open with somebody, in every subject. */
export async function viewOpenWork(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  accountId: string,
): Promise<OpenWork> {
  const lists = await Promise.all(doors.map(async (door) => (await door.openWorkOf?.(services, lang, accountId)) ?? []))
  return lists.flat()
}
