import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { needsFreshProof } from './fresh-proof.ts'
import { newBrowserToken } from './passkey-challenges.ts'
import { listPasskeys } from './passkey-queries.ts'
import { proveByPasskey, signInWithPasskey, verifyPasskeyFactor } from './passkey-sign-in.ts'
import { challengeFor, givenPasskey, TestKey } from './passkey-testing.ts'
import { addPasskey, passkeyToMake, removePasskey } from './passkeys.ts'
import { confirmEnrolment, prepareEnrolment } from './second-factor.ts'
import { enrolled, givenAccount, staffAtLevel1, testServices as servicesOf, totpAt, visitorWith } from './testing.ts'

const db = await testDatabase()
const NAMED = { url: 'https://kuvend.example', origins: ['https://kuvend.example'] }
const testServices = () => servicesOf(db, NAMED)

/** Signs in with the key alone, in a browser of its own. */
async function signIn(
  services: ReturnType<typeof testServices>,
  key: TestKey,
  shown: Parameters<TestKey['shown']>[1] = {},
) {
  const browser = newBrowserToken()
  const challenge = await challengeFor(services, null, 'sign-in', browser)
  return signInWithPasskey(services, { browser, shown: key.shown(challenge, shown), agent: 'Firefox', before: null })
}

const eventsOf = async (accountId: string): Promise<string[]> =>
  (
    await db<{ words: string }[]>`
      select kind || ' ' || details as words from platform.security_events
      where account_id = ${accountId} order by id desc limit 3`
  ).map(({ words }) => words.trim())

describe('adding a passkey', () => {
  it('as the first second factor raises the session to level 2, and tells its holder by letter', async () => {
    const services = testServices()
    const { email, id } = await givenAccount(services)
    const { staff, token } = await staffAtLevel1(services, email)
    const browser = newBrowserToken()
    const options = await passkeyToMake(services, staff, browser)
    expect(options).toMatchObject({ rp: { id: 'kuvend.example' }, user: { name: email }, attestation: 'none' })
    const made = new TestKey(services).made(options?.challenge ?? '')
    const outcome = await addPasskey(services, staff, { browser, made, name: 'Telefoni', lang: 'sq' })
    expect(outcome.kind).toBe('added')
    expect(await visitorWith(services, { token })).toBeNull()
    const grant = outcome.kind === 'added' ? outcome.grant : null
    expect(grant && (await visitorWith(services, grant))).toMatchObject({ level: 2 })
    expect(await eventsOf(id)).toContain('passkey-added')
    const letters =
      await db`select body from platform.mail_messages where recipient = ${email} and body like '%«Telefoni»%'`
    expect(letters).toHaveLength(1)
  })

  it('is refused to a mailed code alone once a factor stands, whichever of the two it is', async () => {
    const services = testServices()
    const { email } = await givenAccount(services)
    const { staff: thief } = await staffAtLevel1(services, email)
    const begun = await prepareEnrolment(services, thief)
    const browser = newBrowserToken()
    const options = await passkeyToMake(services, thief, browser)
    await givenPasskey(services, (await staffAtLevel1(services, email)).staff)
    // The session that was put out is asked all the same: both deeds look again, with the account locked.
    const made = new TestKey(services).made(options?.challenge ?? '')
    const added = await addPasskey(services, thief, { browser, made, name: 'I huaj', lang: 'sq' })
    expect(added).toEqual({ kind: 'refused', reason: 'second-factor-needed' })
    const code = begun ? totpAt(begun.secret, services.clock.now()) : ''
    expect(begun && (await confirmEnrolment(services, thief, begun, code))).toMatchObject({ kind: 'refused' })
    expect(await prepareEnrolment(services, (await staffAtLevel1(services, email)).staff)).toBeNull()
    expect(await passkeyToMake(services, (await staffAtLevel1(services, email)).staff, browser)).toBeNull()
  })

  it('takes no key twice, none made for another place, and no challenge again', async () => {
    const services = testServices()
    const { staff } = await enrolled(services, (await givenAccount(services)).email)
    const { staff: other } = await enrolled(services, (await givenAccount(services)).email)
    const key = await givenPasskey(services, staff)
    const add = async (who: typeof staff, made: (challenge: string) => string) => {
      const browser = newBrowserToken()
      const options = await passkeyToMake(services, who, browser)
      const words = made(options?.challenge ?? '')
      const once = await addPasskey(services, who, { browser, made: words, name: 'Prove', lang: 'sq' })
      return [once, await addPasskey(services, who, { browser, made: words, name: 'Prove', lang: 'sq' })]
    }
    const reasons = async (outcome: ReturnType<typeof add>) =>
      (await outcome).map((one) => (one.kind === 'refused' ? one.reason : one.kind))
    expect(await reasons(add(other, (c) => key.made(c)))).toEqual(['known-key', 'not-made'])
    const fresh = new TestKey(services)
    expect(await reasons(add(other, (c) => fresh.made(c, { origin: 'https://kuvend.example.evil' })))).toEqual([
      'not-made',
      'not-made',
    ])
    expect(await reasons(add(other, (c) => fresh.made(c, { place: 'evil.example' })))).toEqual(['not-made', 'not-made'])
    expect(await reasons(add(other, () => 'jo json'))).toEqual(['not-made', 'not-made'])
    expect(await reasons(add(other, (c) => fresh.made(c)))).toEqual(['added', 'not-made'])
    expect(await listPasskeys(db, other.accountId)).toHaveLength(1)
  })

  it('is not possible where the address is a number', async () => {
    const services = servicesOf(db)
    const { staff } = await enrolled(services, (await givenAccount(services)).email)
    expect(await passkeyToMake(services, staff, newBrowserToken())).toBeNull()
    const local = servicesOf(db, { origins: ['http://127.0.0.1:3000', 'http://localhost:3000'] })
    expect(await passkeyToMake(local, staff, newBrowserToken())).toMatchObject({ rp: { id: 'localhost' } })
  })
})

describe('signing in with a passkey', () => {
  it('that asked for a PIN, finger or face gives level 2; without, level 1, and the application is still asked', async () => {
    const services = testServices()
    const { staff } = await enrolled(services, (await givenAccount(services)).email)
    const key = await givenPasskey(services, staff)
    const sure = await signIn(services, key)
    expect(sure).toMatchObject({ kind: 'signed-in', next: 'done' })
    expect(sure.kind === 'signed-in' && (await visitorWith(services, sure.grant))).toMatchObject({ level: 2 })
    const unsure = await signIn(services, key, { verified: false })
    expect(unsure).toMatchObject({ kind: 'signed-in', next: 'second-factor' })
    const half = unsure.kind === 'signed-in' ? await visitorWith(services, unsure.grant) : null
    expect(half).toMatchObject({ level: 1 })
    if (half?.kind !== 'staff') return
    const browser = newBrowserToken()
    const again = key.shown(await challengeFor(services, half, 'second-factor', browser), { verified: false })
    expect(await verifyPasskeyFactor(services, half, { browser, shown: again })).toMatchObject({
      reason: 'same-factor',
    })
  })

  it('without a PIN begins with the mailed code where nothing else could follow', async () => {
    const services = testServices()
    const { email } = await givenAccount(services)
    const key = await givenPasskey(services, (await staffAtLevel1(services, email)).staff)
    expect(await signIn(services, key, { verified: false })).toEqual({ kind: 'refused', reason: 'code-needed' })
    const { staff } = await staffAtLevel1(services, email)
    const browser = newBrowserToken()
    const shown = key.shown(await challengeFor(services, staff, 'second-factor', browser), { verified: false })
    expect(await verifyPasskeyFactor(services, staff, { browser, shown })).toMatchObject({ kind: 'accepted' })
  })

  it('spends the challenge: the same answer opens nothing again, in this browser or another', async () => {
    const services = testServices()
    const { staff } = await enrolled(services, (await givenAccount(services)).email)
    const key = await givenPasskey(services, staff)
    const browser = newBrowserToken()
    const challenge = await challengeFor(services, null, 'sign-in', browser)
    const answer = { shown: key.shown(challenge), agent: 'Firefox', before: null }
    expect(await signInWithPasskey(services, { ...answer, browser: newBrowserToken() })).toMatchObject({
      kind: 'refused',
    })
    expect(await signInWithPasskey(services, { ...answer, browser })).toMatchObject({ kind: 'signed-in' })
    expect(await signInWithPasskey(services, { ...answer, browser })).toEqual({ kind: 'refused', reason: 'not-shown' })
  })

  it('comes too late after five minutes, and for another deed it was never asked', async () => {
    const services = testServices()
    const { staff } = await enrolled(services, (await givenAccount(services)).email)
    const key = await givenPasskey(services, staff)
    const browser = newBrowserToken()
    const late = key.shown(await challengeFor(services, null, 'sign-in', browser))
    services.clock.pass(5)
    expect(await signInWithPasskey(services, { browser, shown: late, agent: '', before: null })).toMatchObject({
      reason: 'not-shown',
    })
    const forFactor = key.shown(await challengeFor(services, staff, 'second-factor', browser))
    expect(await signInWithPasskey(services, { browser, shown: forFactor, agent: '', before: null })).toMatchObject({
      reason: 'not-shown',
    })
  })

  it('is refused from another origin, for another place, with another key, and to somebody else in the second step', async () => {
    const services = testServices()
    const { email } = await givenAccount(services)
    const key = await givenPasskey(services, (await enrolled(services, email)).staff)
    for (const shown of [{ origin: 'https://evil.example' }, { place: 'evil.example' }]) {
      expect(await signIn(services, key, shown)).toEqual({ kind: 'refused', reason: 'not-shown' })
    }
    const forged = Object.assign(new TestKey(services), { id: key.id })
    expect(await signIn(services, forged)).toEqual({ kind: 'refused', reason: 'not-shown' })
    expect(await signIn(services, new TestKey(services))).toEqual({ kind: 'refused', reason: 'not-shown' })
    const stranger = await givenAccount(services)
    await enrolled(services, stranger.email)
    const { staff } = await staffAtLevel1(services, stranger.email)
    const browser = newBrowserToken()
    const shown = key.shown(await challengeFor(services, staff, 'second-factor', browser))
    expect(await verifyPasskeyFactor(services, staff, { browser, shown })).toMatchObject({ reason: 'not-shown' })
  })

  it('whose counter went back is refused, and its holder can read of it', async () => {
    const services = testServices()
    const { id, email } = await givenAccount(services)
    const key = await givenPasskey(services, (await enrolled(services, email)).staff)
    expect(await signIn(services, key, { counter: 7 })).toMatchObject({ kind: 'signed-in' })
    for (const counter of [7, 3, 0]) {
      expect(await signIn(services, key, { counter })).toEqual({ kind: 'refused', reason: 'copied-key' })
    }
    expect(await eventsOf(id)).toEqual(Array.from({ length: 3 }, () => 'passkey-refused copied-key'))
    expect(await signIn(services, key, { counter: 8 })).toMatchObject({ kind: 'signed-in' })
  })

  it('of an account that has ended, or of a demonstration person outside the demonstration, opens nothing', async () => {
    const services = testServices()
    const { id, email } = await givenAccount(services)
    const key = await givenPasskey(services, (await enrolled(services, email)).staff)
    await db`update platform.accounts set demonstration = true where id = ${id}`
    expect(await signIn(services, key)).toMatchObject({ kind: 'refused' })
    await db`update platform.accounts set demonstration = false, ended_at = now() where id = ${id}`
    expect(await signIn(services, key)).toMatchObject({ kind: 'refused' })
  })
})

describe('removing a passkey', () => {
  it('is not done to the last factor, for a mailed code could set up the next one', async () => {
    const services = testServices()
    const { email } = await givenAccount(services)
    const { staff } = await staffAtLevel1(services, email)
    await givenPasskey(services, staff)
    const [key] = await listPasskeys(db, staff.accountId)
    const whole = { ...staff, level: 2 } as const
    expect(await removePasskey(services, whole, key?.id ?? '', 'sq')).toEqual({
      kind: 'refused',
      reason: 'last-factor',
    })
    await givenPasskey(services, whole)
    expect(await removePasskey(services, whole, key?.id ?? '', 'sq')).toEqual({ kind: 'removed' })
    expect(await listPasskeys(db, staff.accountId)).toHaveLength(1)
    const letters = await db<{ body: string }[]>`select body from platform.mail_messages where recipient = ${email}`
    expect(letters.some(({ body }) => !/\b\d{6}\b/.test(body))).toBe(true)
  })

  it('of somebody else finds none', async () => {
    const services = testServices()
    const { staff } = await enrolled(services, (await givenAccount(services)).email)
    const { staff: stranger } = await enrolled(services, (await givenAccount(services)).email)
    await givenPasskey(services, staff)
    const [key] = await listPasskeys(db, staff.accountId)
    expect(await removePasskey(services, stranger, key?.id ?? '', 'sq')).toMatchObject({ reason: 'no-such-key' })
  })
})

it('a passkey shown once more makes the proof fresh, once', async () => {
  const services = testServices()
  const { staff } = await enrolled(services, (await givenAccount(services)).email)
  const key = await givenPasskey(services, staff)
  expect(await needsFreshProof(services, staff)).toBe(false)
  services.clock.pass(16)
  expect(await needsFreshProof(services, staff)).toBe(true)
  const browser = newBrowserToken()
  const shown = key.shown(await challengeFor(services, staff, 'confirm', browser))
  expect(await proveByPasskey(services, staff, { browser, shown })).toEqual({ kind: 'proved' })
  expect(await needsFreshProof(services, staff)).toBe(false)
  expect(await proveByPasskey(services, staff, { browser, shown })).toMatchObject({ kind: 'refused' })
})
