import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { findAccountByEmail, listHeldRoles } from './account-queries.ts'
import { addAccount, endAccount, endRole, grantRole } from './accounts.ts'
import { authJobs } from './auth-jobs.ts'
import { listSecurityEvents } from './security-event-queries.ts'
import { askedBy, enrolled, givenAccount, signedIn, someEmail, testServices } from './testing.ts'
import type { Official } from './visitor.ts'

const db = await testDatabase()
const institutions = await db<{ id: string }[]>`select id from platform.institutions order by slug`
const [here = '', there = ''] = institutions.map(({ id }) => id)

async function anAdministrator(services: ReturnType<typeof testServices>): Promise<Official> {
  const { email } = await givenAccount(services, { roles: [{ role: 'administrator', institutionId: here }] })
  const { staff } = await enrolled(services, email)
  return { ...staff, level: 2 }
}

describe('accounts', () => {
  it('are opened once for an address, without any role', async () => {
    const services = testServices(db)
    const account = { email: someEmail(), name: 'Ana Shembulli', post: null, demonstration: false }
    const added = await addAccount(services, 'command-line', account)
    expect(added.kind).toBe('added')
    expect(await addAccount(services, 'command-line', account)).toEqual({ kind: 'refused', reason: 'email-taken' })
    expect(
      await listHeldRoles(db, (await findAccountByEmail(db, account.email))?.id ?? '', services.clock.now()),
    ).toEqual([])
  })

  it('get their roles from an administrator of the institution, noted with who gave them', async () => {
    const services = testServices(db)
    const administrator = await anAdministrator(services)
    const { id } = await givenAccount(services)
    const moderatorHere = { role: 'moderator', institutionId: here } as const
    expect(await grantRole(services, administrator, id, moderatorHere)).toEqual({ kind: 'granted' })
    expect(await grantRole(services, administrator, id, moderatorHere)).toEqual({ kind: 'already-held' })
    const refused = await grantRole(services, administrator, id, { role: 'moderator', institutionId: there })
    expect(refused).toEqual({ kind: 'refused', reason: 'not-permitted' })
    const [newest] = await listSecurityEvents(db, 'sq', id)
    expect(newest).toMatchObject({ kind: 'role-granted', details: 'moderator', by: administrator.name })
    expect(newest?.institution).toBe('Bashkia Prova')
    expect(await listHeldRoles(db, id, services.clock.now())).toMatchObject([moderatorHere])
  })

  it('lose a role, and may get it again', async () => {
    const services = testServices(db)
    const { id } = await givenAccount(services, { roles: [{ role: 'moderator', institutionId: here }] })
    const [held] = await listHeldRoles(db, id, services.clock.now())
    expect(await endRole(services, 'command-line', held?.id ?? '')).toEqual({ kind: 'ended' })
    expect(await endRole(services, 'command-line', held?.id ?? '')).toEqual({ kind: 'refused', reason: 'no-such-role' })
    const again = await grantRole(services, 'command-line', id, { role: 'moderator', institutionId: here })
    expect(again).toEqual({ kind: 'granted' })
  })

  it('lose a role only to who may give it', async () => {
    const services = testServices(db)
    const administrator = await anAdministrator(services)
    const { id } = await givenAccount(services, { roles: [{ role: 'moderator', institutionId: there }] })
    const [held] = await listHeldRoles(db, id, services.clock.now())
    expect(await endRole(services, administrator, held?.id ?? '')).toMatchObject({ reason: 'not-permitted' })
    expect(await listHeldRoles(db, id, services.clock.now())).toHaveLength(1)
  })

  it('end with all their roles, and get none afterwards', async () => {
    const services = testServices(db)
    const { id } = await givenAccount(services, { roles: [{ role: 'moderator', institutionId: here }] })
    services.clock.pass(1)
    expect(await endAccount(services, 'command-line', id)).toEqual({ kind: 'ended', handedOver: 0 })
    expect(await endAccount(services, 'command-line', id)).toMatchObject({ reason: 'no-such-account' })
    expect(await listHeldRoles(db, id, services.clock.now())).toEqual([])
    const refused = await grantRole(services, 'command-line', id, { role: 'moderator', institutionId: here })
    expect(refused).toEqual({ kind: 'refused', reason: 'no-such-account' })
    const kinds = (await listSecurityEvents(db, 'sq', id)).map(({ kind }) => kind)
    expect(kinds).toEqual(['account-ended', 'session-ended', 'role-ended', 'role-granted', 'account-added'])
  })
})

describe('forgetting', () => {
  it('takes codes and rate limits after a day and sessions thirty days after their end, and nothing earlier', async () => {
    const services = testServices(db)
    await db`truncate platform.sign_in_codes, platform.sessions, platform.rate_limits cascade`
    const counts = async () => {
      const [row] = await db`
        select (select count(*)::int from platform.sign_in_codes) as codes,
          (select count(*)::int from platform.rate_limits) as limits,
          (select count(*)::int from platform.sessions) as sessions`
      return row
    }
    const forget = authJobs(services)['auth.forget-expired']
    await signedIn(services, someEmail())
    await askedBy(services, someEmail())
    const { email } = await givenAccount(services)
    await signedIn(services, email)
    await forget?.({})
    const before = await counts()
    expect(before).toMatchObject({ codes: 3, sessions: 2 })
    services.clock.pass(2 * 24 * 60)
    await forget?.({})
    expect(await counts()).toEqual({ codes: 0, limits: 0, sessions: 2 })
    services.clock.pass(30 * 24 * 60)
    await forget?.({})
    expect(await counts()).toMatchObject({ sessions: 1 })
    services.clock.pass(30 * 24 * 60)
    await forget?.({})
    expect(await counts()).toMatchObject({ sessions: 0 })
  })
})
