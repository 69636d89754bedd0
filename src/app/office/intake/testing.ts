import { randomUUID } from 'node:crypto'
import type { Official } from '#platform/auth/visitor.ts'
import type { Role } from '#platform/auth/visitor.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import { enterAtCounter, type CounterEntry } from '#platform/intake/enter-at-counter.ts'
import { findCaseDetail, type CaseDetail } from '#platform/intake/office-case-queries.ts'
import type { Services } from '#platform/services.ts'
import { givenPerson, type TestPerson } from '#test/people.ts'

/** Help for tests: people and cases, valid unless a test says otherwise. Only tests import this. */

export const clerkOf = (institution: string): TestPerson => staffOf('clerk', institution)

export const staffOf = (role: Role, institution: string): TestPerson => ({
  email: `${role}@${institution}.example`,
  name: 'Liri Prove',
  roles: [{ role, institution }],
})

export async function institutionId({ db }: Pick<Services, 'db'>, slug: string): Promise<string> {
  const found = await findInstitution(db, 'sq', slug)
  if (!found) throw new Error(`test institution ${slug} is not there`)
  return found.id
}

/** The proof that the gate makes out of a session, for calling a deed without the web. */
export async function officialOf(services: Services, person: TestPerson): Promise<Official> {
  const accountId = await givenPerson(services, person)
  const roles = await Promise.all(
    person.roles.map(async ({ role, institution }) => ({
      role,
      institutionId: institution === null ? null : await institutionId(services, institution),
    })),
  )
  return { kind: 'staff', level: 2, sessionId: randomUUID(), accountId, name: person.name, email: person.email, roles }
}

export const anEntry = (changes: Partial<CounterEntry> = {}): Omit<CounterEntry, 'institutionId'> => ({
  form: randomUUID(),
  channel: 'counter',
  about: 'Ndriçimi i rrugës',
  words: 'Llamba para shkollës nuk ndizet.',
  sender: { name: 'Hatixhe Shembull', postal: null, telephone: null, email: null },
  happenedOn: null,
  receivedOn: null,
  registeredPost: false,
  protocolNumber: '',
  protocolOn: null,
  evenIfTaken: false,
  files: [],
  ...changes,
})

export type GivenCase = CaseDetail

/** A case entered at the counter of an institution. */
export async function givenCase(
  services: Services,
  slug: string,
  changes: Partial<CounterEntry> = {},
): Promise<GivenCase> {
  const clerk = await officialOf(services, clerkOf(slug))
  const entry = { ...anEntry(changes), institutionId: await institutionId(services, slug) }
  const outcome = await enterAtCounter(services, clerk, entry)
  if (outcome.kind !== 'entered') throw new Error(`test case: ${JSON.stringify(outcome)}`)
  return caseNow(services, outcome.id)
}

export async function caseNow({ db }: Pick<Services, 'db'>, id: string): Promise<GivenCase> {
  const found = await findCaseDetail(db, id)
  if (!found) throw new Error(`test case ${id} is gone`)
  return found
}

/** What a clerk types for a person without e-mail. */
export const aCounterForm = (institution: string, changes: Record<string, string> = {}): Record<string, string> => ({
  dergesa: randomUUID(),
  institucioni: institution,
  emri: 'Hatixhe Shembull',
  lenda: 'Ndriçimi i rrugës',
  fjalet: 'Llamba para shkollës nuk ndizet.',
  ...changes,
})
