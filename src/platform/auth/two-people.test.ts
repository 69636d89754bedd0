import { afterEach, beforeEach, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { listHeldRoles } from './account-queries.ts'
import { grantRole } from './accounts.ts'
import { askForEmailChange } from './email-changes.ts'
import { removeSecondFactor } from './remove-second-factor.ts'
import { enterSubstitution } from './substitutions.ts'
import { enrolled, givenAccount, someEmail, testServices, visitorWith, type TestServices } from './testing.ts'
import type { Official, Role } from './visitor.ts'

const db = await testDatabase()
const [row] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'prova'`
const here = row?.id ?? ''

async function anOfficial(services: TestServices, role: Role, institutionId: string | null = here) {
  const { email } = await givenAccount(services, { roles: [{ role, institutionId }] })
  const { staff, grant } = await enrolled(services, email)
  return { official: { ...staff, level: 2 } as Official, grant }
}

const LETTERS = {
  lang: 'sq',
  confirm: (link: string) => ({ subject: 'Adresa', body: link }),
  warn: (email: string) => ({ subject: 'Adresa', body: email }),
} as const

beforeEach(
  () => db`
  insert into platform.institution_settings (institution_id, key, value, set_at)
  values (${here}, 'two-person-rule', 'true', now())`,
)
afterEach(() => db`delete from platform.institution_settings where institution_id = ${here}`)

it('where two people give rights, no administrator alone becomes a colleague by their address and factor', async () => {
  const services = testServices(db)
  const { official: administrator } = await anOfficial(services, 'administrator')
  const { official: colleague } = await anOfficial(services, 'clerk')
  const refused = { kind: 'refused', reason: 'not-permitted' }
  const ask = (by: Official) => askForEmailChange(services, by, colleague.accountId, someEmail(), LETTERS)
  expect(await ask(administrator)).toEqual(refused)
  expect(await removeSecondFactor(services, administrator, colleague.accountId, 'Telefoni humbi.')).toEqual(refused)
  const { official: operator } = await anOfficial(services, 'operator', null)
  expect(await ask(operator)).toEqual({ kind: 'asked' })
  expect(await removeSecondFactor(services, operator, colleague.accountId, 'Telefoni humbi.')).toEqual({
    kind: 'removed',
  })
})

it('who stands in for an administrator keeps nothing for the time after', async () => {
  const services = testServices(db)
  await db`delete from platform.institution_settings where institution_id = ${here}`
  const { official: absent } = await anOfficial(services, 'administrator')
  const { official: clerk, grant } = await anOfficial(services, 'clerk')
  const days = { startsOn: '2026-11-20', endsOn: '2026-11-27' }
  const order = {
    institutionId: here,
    absentId: absent.accountId,
    substituteId: clerk.accountId,
    ...days,
    formId: null,
  }
  expect(await enterSubstitution(services, absent, order)).toEqual({ kind: 'entered' })
  const visitor = await visitorWith(services, grant)
  if (visitor?.kind !== 'staff') throw new Error('not signed in')
  const substitute: Official = { ...visitor, level: 2 }
  expect(substitute.roles.some(({ role }) => role === 'administrator')).toBe(true)
  const wanted = { role: 'administrator', institutionId: here } as const
  const refused = { kind: 'refused', reason: 'not-permitted' }
  expect(await grantRole(services, substitute, clerk.accountId, wanted)).toEqual(refused)
  const longer = { ...order, startsOn: '2026-11-28', endsOn: '2027-11-27' }
  expect(await enterSubstitution(services, substitute, longer)).toEqual(refused)
  expect((await listHeldRoles(db, clerk.accountId, services.clock.now())).map(({ role }) => role)).toEqual(['clerk'])
})
