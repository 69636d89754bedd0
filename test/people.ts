import { findAccountByEmail } from '#platform/auth/account-queries.ts'
import { addAccount, grantRole } from '#platform/auth/accounts.ts'
import type { Role } from '#platform/auth/visitor.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'

/** An official as the tests name them. `institution` is a slug, null the whole installation. */
export type TestPerson = {
  email: string
  name: string
  roles: readonly { role: Role; institution: string | null }[]
  demonstration?: boolean
}

/** Invented people: one for each role in each test institution that a test may need by name. */
export const people = {
  operator: { email: 'operator@kuvend.example', name: 'Besa Prove', roles: [{ role: 'operator', institution: null }] },
  auditor: { email: 'auditor@kuvend.example', name: 'Fatos Prove', roles: [{ role: 'auditor', institution: null }] },
  albanianAdministrator: staff('Drita Prove', 'administrator', 'prova'),
  albanianCoordinator: staff('Ilir Prove', 'consultation-coordinator', 'prova'),
  albanianModerator: staff('Mimoza Prove', 'moderator', 'prova'),
  kosovarAdministrator: staff('Arben Provas', 'administrator', 'provas'),
  kosovarCoordinator: staff('Vjosa Provas', 'consultation-coordinator', 'provas'),
  kosovarModerator: staff('Blerta Provas', 'moderator', 'provas'),
} satisfies Record<string, TestPerson>

function staff(name: string, role: Role, institution: string): TestPerson {
  return { email: `${role}@${institution}.example`, name, roles: [{ role, institution }] }
}

/** The account of a person, with their roles; made when it is not there. */
export async function givenPerson(services: Services, person: TestPerson): Promise<string> {
  const { email, name, demonstration = false } = person
  const account = await findAccountByEmail(services.db, email)
  const added = account ?? (await addAccount(services, 'command-line', { email, name, post: null, demonstration }))
  if ('kind' in added && added.kind === 'refused') throw new Error(`test person ${email}: ${added.reason}`)
  for (const { role, institution } of person.roles) {
    const found = institution === null ? null : await findInstitution(services.db, 'sq', institution)
    if (institution !== null && found === null) throw new Error(`test person ${email}: no institution ${institution}`)
    const granted = await grantRole(services, 'command-line', added.id, { role, institutionId: found?.id ?? null })
    if (granted.kind === 'refused') throw new Error(`test person ${email}: ${granted.reason}`)
  }
  return added.id
}
