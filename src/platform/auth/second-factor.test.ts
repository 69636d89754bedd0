import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { removeSecondFactor } from './remove-second-factor.ts'
import { findSecret } from './second-factor-queries.ts'
import { confirmEnrolment, prepareEnrolment, verifySecondFactor } from './second-factor.ts'
import { enrolled, givenAccount, signedIn, staffAtLevel1, testServices, totpAt, visitorWith } from './testing.ts'

const db = await testDatabase()

/** An account whose factor was set up a minute ago, and a new session of it with the mailed code alone. */
async function waiting(services: ReturnType<typeof testServices>) {
  const { id, email } = await givenAccount(services, { roles: [{ role: 'operator', institutionId: null }] })
  const { secret } = await enrolled(services, email)
  services.clock.pass(1)
  return { id, email, secret, ...(await staffAtLevel1(services, email)) }
}

describe('setting up the second factor', () => {
  it('raises the session to level 2 under a new token, and the old one is worth nothing', async () => {
    const services = testServices(db)
    const { email } = await givenAccount(services)
    const { staff, grant, oldToken } = await enrolled(services, email)
    expect(staff.level).toBe(2)
    expect(grant.token).not.toBe(oldToken)
    expect(await visitorWith(services, { token: oldToken })).toBeNull()
    expect((await signedIn(services, email)).next).toBe('second-factor')
  })

  it('keeps nothing until a code has confirmed it', async () => {
    const services = testServices(db)
    const { id, email } = await givenAccount(services)
    const { staff } = await staffAtLevel1(services, email)
    const enrolment = await prepareEnrolment(services, staff)
    expect(enrolment).toMatchObject({ fresh: true, replaces: false })
    expect(enrolment && (await confirmEnrolment(services, staff, enrolment, 'abcdef'))).toMatchObject({
      reason: 'wrong-code',
    })
    expect(await db`select account_id from platform.second_factors where account_id = ${id}`).toHaveLength(0)
  })

  it('shows the same secret again after a mistyped code, and to no other session', async () => {
    const services = testServices(db)
    const { email } = await givenAccount(services)
    const { staff } = await staffAtLevel1(services, email)
    const { staff: other } = await staffAtLevel1(services, email)
    const first = await prepareEnrolment(services, staff)
    const again = await prepareEnrolment(services, staff, first?.sealed)
    const elsewhere = await prepareEnrolment(services, other, first?.sealed)
    expect(again).toMatchObject({ groups: first?.groups, uri: first?.uri, fresh: false })
    expect(elsewhere?.fresh).toBe(true)
    expect(elsewhere?.groups).not.toBe(first?.groups)
  })

  it('gives the application what it needs, in words people can type', async () => {
    const services = testServices(db)
    const { email } = await givenAccount(services)
    const enrolment = await prepareEnrolment(services, (await staffAtLevel1(services, email)).staff)
    expect(enrolment?.groups).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
    const uri = new URL(enrolment?.uri ?? '')
    expect(uri.searchParams.get('secret')).toBe(enrolment?.groups.replaceAll(' ', ''))
    expect(decodeURIComponent(uri.pathname)).toContain(`Kuvend:${email}`)
  })

  it('is refused to a mailed code once one stands, also when both were begun before', async () => {
    const services = testServices(db)
    const { email } = await givenAccount(services)
    const { staff: thief } = await staffAtLevel1(services, email)
    const begun = await prepareEnrolment(services, thief)
    await enrolled(services, email)
    expect(await prepareEnrolment(services, thief)).toBeNull()
    const code = begun ? totpAt(begun.secret, services.clock.now()) : ''
    const outcome = begun && (await confirmEnrolment(services, thief, begun, code))
    expect(outcome).toEqual({ kind: 'refused', reason: 'second-factor-needed' })
  })

  it('puts all other sessions out', async () => {
    const services = testServices(db)
    const { email } = await givenAccount(services)
    const other = await signedIn(services, email)
    await enrolled(services, email)
    expect(await visitorWith(services, other.grant)).toBeNull()
  })

  it('exchanges it at level 2: the old application is out, the new one in', async () => {
    const services = testServices(db)
    const { email } = await givenAccount(services)
    const { staff, secret } = await enrolled(services, email)
    const enrolment = await prepareEnrolment(services, staff)
    expect(enrolment?.replaces).toBe(true)
    const code = enrolment ? totpAt(enrolment.secret, services.clock.now()) : ''
    const outcome = enrolment && (await confirmEnrolment(services, staff, enrolment, code))
    expect(outcome).toEqual({ kind: 'set', grant: null })
    services.clock.pass(1)
    const { staff: next } = await staffAtLevel1(services, email)
    const now = services.clock.now()
    expect(await verifySecondFactor(services, next, totpAt(secret, now))).toMatchObject({ reason: 'wrong-code' })
    const fresh = enrolment ? totpAt(enrolment.secret, now) : ''
    expect(await verifySecondFactor(services, next, fresh)).toMatchObject({ kind: 'accepted' })
  })

  it('lies sealed in the database: the secret is not in it, and a row moved to another account opens nothing', async () => {
    const services = testServices(db)
    const mine = await waiting(services)
    const theirs = await waiting(services)
    const sealed = await findSecret(db, mine.id)
    expect(sealed?.includes(Buffer.from(mine.secret))).toBe(false)
    await db`update platform.second_factors set secret = ${sealed} where account_id = ${theirs.id}`
    const code = totpAt(mine.secret, services.clock.now())
    await expect(verifySecondFactor(services, theirs.staff, code)).rejects.toThrow('does not open')
  })
})

describe('the code of the application', () => {
  it('raises the session to level 2 under a new token, and keeps its end', async () => {
    const services = testServices(db)
    const { staff, token, secret } = await waiting(services)
    const outcome = await verifySecondFactor(services, staff, totpAt(secret, services.clock.now()))
    expect(outcome.kind).toBe('accepted')
    if (outcome.kind !== 'accepted') return
    expect(await visitorWith(services, outcome.grant)).toMatchObject({ level: 2, sessionId: staff.sessionId })
    expect(await visitorWith(services, { token })).toBeNull()
    services.clock.pass(12 * 60)
    expect(outcome.grant.expiresAt).toEqual(services.clock.now())
  })

  it('is refused a second time, in this sign-in and in any other', async () => {
    const services = testServices(db)
    const { staff, email, secret } = await waiting(services)
    const { staff: second } = await staffAtLevel1(services, email)
    const code = totpAt(secret, services.clock.now())
    expect(await verifySecondFactor(services, staff, code)).toMatchObject({ kind: 'accepted' })
    expect(await verifySecondFactor(services, second, code)).toEqual({ kind: 'refused', reason: 'used-code' })
  })

  it('that set the factor up is spent with that', async () => {
    const services = testServices(db)
    const { email } = await givenAccount(services)
    const { secret } = await enrolled(services, email)
    const { staff } = await staffAtLevel1(services, email)
    const code = totpAt(secret, services.clock.now())
    expect(await verifySecondFactor(services, staff, code)).toEqual({ kind: 'refused', reason: 'used-code' })
  })

  it('lets one of two in that show it at the same moment', async () => {
    const services = testServices(db)
    const { staff, email, secret } = await waiting(services)
    const { staff: second } = await staffAtLevel1(services, email)
    const code = totpAt(secret, services.clock.now())
    const outcomes = await Promise.all([staff, second].map((one) => verifySecondFactor(services, one, code)))
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['accepted', 'refused'])
  })

  it('of an earlier step is refused once a later one was used', async () => {
    const services = testServices(db)
    const { staff, email, secret } = await waiting(services)
    const { staff: second } = await staffAtLevel1(services, email)
    const now = services.clock.now()
    expect(await verifySecondFactor(services, staff, totpAt(secret, now, 1))).toMatchObject({ kind: 'accepted' })
    expect(await verifySecondFactor(services, second, totpAt(secret, now, 0))).toMatchObject({ reason: 'used-code' })
    expect(await verifySecondFactor(services, second, totpAt(secret, now, -1))).toMatchObject({ reason: 'used-code' })
  })

  it('is not asked a sixth time within a quarter of an hour, right or wrong', async () => {
    const services = testServices(db)
    const { staff, secret } = await waiting(services)
    const right = totpAt(secret, services.clock.now())
    const wrong = right === '000000' ? '000001' : '000000'
    for (let n = 0; n < 5; n++) {
      expect(await verifySecondFactor(services, staff, wrong)).toMatchObject({ reason: 'wrong-code' })
    }
    expect(await verifySecondFactor(services, staff, right)).toEqual({ kind: 'refused', reason: 'too-many' })
    services.clock.pass(15)
    const later = totpAt(secret, services.clock.now())
    expect(await verifySecondFactor(services, staff, later)).toMatchObject({ kind: 'accepted' })
  })

  it('comes too late for a session that has ended, and is not spent by it', async () => {
    const services = testServices(db)
    const { staff, email, secret } = await waiting(services)
    await db`update platform.sessions set ended_at = now() where id = ${staff.sessionId}`
    const code = totpAt(secret, services.clock.now())
    await expect(verifySecondFactor(services, staff, code)).rejects.toThrow('not-signed-in')
    const { staff: second } = await staffAtLevel1(services, email)
    expect(await verifySecondFactor(services, second, code)).toMatchObject({ kind: 'accepted' })
  })

  it('leaves a trace, refused or not', async () => {
    const services = testServices(db)
    const { id, staff, secret } = await waiting(services)
    await verifySecondFactor(services, staff, '12345')
    await verifySecondFactor(services, staff, totpAt(secret, services.clock.now()))
    const events = await db`
      select kind, details from platform.security_events where account_id = ${id} order by id desc limit 2`
    expect(events).toMatchObject([
      { kind: 'signed-in', details: 'totp' },
      { kind: 'second-factor-refused', details: 'wrong-code' },
    ])
  })
})

describe('a lost telephone', () => {
  it('is mended by who manages the account: the factor goes, the sessions end, a new set-up begins', async () => {
    const services = testServices(db)
    const { id, email } = await givenAccount(services)
    const { grant } = await enrolled(services, email)
    expect(await removeSecondFactor(services, 'command-line', id, 'Telefoni humbi.')).toEqual({ kind: 'removed' })
    expect(await visitorWith(services, grant)).toBeNull()
    expect((await signedIn(services, email)).next).toBe('first-second-factor')
  })
})
