import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { needsFreshProof, proveByTotp } from './fresh-proof.ts'
import { givenPasskey } from './passkey-testing.ts'
import { findRecoveryCodes } from './recovery-code-queries.ts'
import { makeRecoveryCodes, newCodeForm, signInWithRecoveryCode } from './recovery-codes.ts'
import { removeSecondFactor } from './remove-second-factor.ts'
import { findFactors } from './second-factor-queries.ts'
import { enrolled, givenAccount, signedIn, staffAtLevel1, testServices, totpAt, visitorWith } from './testing.ts'
import type { Official } from './visitor.ts'

const db = await testDatabase()

async function withCodes() {
  const services = testServices(db, { origins: ['http://localhost:3000'] })
  const { id, email } = await givenAccount(services, { roles: [{ role: 'operator', institutionId: null }] })
  const { staff, secret, grant } = await enrolled(services, email)
  const form = newCodeForm()
  const made = await makeRecoveryCodes(services, staff, form, 'sq')
  if (made.kind !== 'made') throw new Error(made.reason)
  const half = async () => (await staffAtLevel1(services, email)).staff
  return { services, id, email, staff, secret, grant, form, codes: made.codes, half }
}

const lettersTo = async (email: string, words: string) =>
  (await db`select id from platform.mail_messages where recipient = ${email} and body like ${`%${words}%`}`).length

describe('recovery codes', () => {
  it('give level 2 after the mailed code, each once, and their holder hears of it', async () => {
    const { services, id, email, codes, half } = await withCodes()
    const staff = await half()
    const typed = (codes[0] ?? '').toLowerCase().replace('-', ' ')
    const outcome = await signInWithRecoveryCode(services, staff, typed, 'sq')
    expect(outcome).toMatchObject({ kind: 'accepted', left: 9 })
    const visitor = outcome.kind === 'accepted' ? await visitorWith(services, outcome.grant) : null
    expect(visitor).toMatchObject({ level: 2 })
    expect(await lettersTo(email, 'Mbeten edhe 9 kode')).toBe(1)
    const again = await signInWithRecoveryCode(services, await half(), codes[0] ?? '', 'sq')
    expect(again).toEqual({ kind: 'refused', reason: 'wrong-code' })
    const events = await db`select kind from platform.security_events where account_id = ${id} order by id desc limit 3`
    expect(events.map(({ kind }) => kind)).toEqual(['second-factor-refused', 'signed-in', 'recovery-code-used'])
  })

  it('of two that show the same code at once let one in', async () => {
    const { services, codes, half } = await withCodes()
    const both = [await half(), await half()]
    const outcomes = await Promise.all(both.map((one) => signInWithRecoveryCode(services, one, codes[1] ?? '', 'sq')))
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['accepted', 'refused'])
  })

  it('are not in the database, and open no other account', async () => {
    const mine = await withCodes()
    const theirs = await withCodes()
    const rows = await db`select digest from platform.recovery_codes where account_id = ${mine.id}`
    expect(rows).toHaveLength(10)
    await db`insert into platform.recovery_codes (account_id, digest)
             select ${theirs.id}, digest from platform.recovery_codes where account_id = ${mine.id}`
    const stolen = await signInWithRecoveryCode(theirs.services, await theirs.half(), mine.codes[0] ?? '', 'sq')
    expect(stolen).toMatchObject({ kind: 'refused' })
  })

  it('are made once by a form that arrives twice, shown again within minutes and never later', async () => {
    const { services, staff, form, codes, email } = await withCodes()
    expect(await makeRecoveryCodes(services, staff, form, 'sq')).toEqual({ kind: 'made', codes })
    expect(await lettersTo(email, 'dhjetë kode')).toBe(1)
    services.clock.pass(10)
    expect(await makeRecoveryCodes(services, staff, form, 'sq')).toEqual({ kind: 'refused', reason: 'shown-before' })
  })

  it('are void once new ones are made', async () => {
    const { services, staff, codes, half } = await withCodes()
    const next = await makeRecoveryCodes(services, staff, newCodeForm(), 'sq')
    expect(await signInWithRecoveryCode(services, await half(), codes[0] ?? '', 'sq')).toMatchObject({
      kind: 'refused',
    })
    const fresh = next.kind === 'made' ? (next.codes[0] ?? '') : ''
    expect(await signInWithRecoveryCode(services, await half(), fresh, 'sq')).toMatchObject({ kind: 'accepted' })
  })

  it('are tried five times in a quarter of an hour, and what cannot be a code takes no try', async () => {
    const { services, codes, half } = await withCodes()
    const staff = await half()
    const reasonOf = async (code: string) => {
      const outcome = await signInWithRecoveryCode(services, staff, code, 'sq')
      return outcome.kind === 'refused' ? outcome.reason : outcome.kind
    }
    expect(await reasonOf('123')).toBe('wrong-shape')
    for (let n = 0; n < 5; n++) expect(await reasonOf('22222-22222')).toBe('wrong-code')
    expect(await reasonOf(codes[0] ?? '')).toBe('too-many')
  })

  it('need a factor for which they stand in', async () => {
    const services = testServices(db)
    const { staff } = await staffAtLevel1(services, (await givenAccount(services)).email)
    expect(await makeRecoveryCodes(services, staff, newCodeForm(), 'sq')).toMatchObject({ reason: 'no-second-factor' })
  })
})

describe('a proof that grows old', () => {
  it('is made fresh by the application, with a code that was not used', async () => {
    const { services, staff, secret } = await withCodes()
    services.clock.pass(15)
    expect(await needsFreshProof(services, staff)).toBe(false)
    services.clock.pass(1)
    expect(await needsFreshProof(services, staff)).toBe(true)
    expect(await needsFreshProof(services, staff, 30)).toBe(false)
    const code = totpAt(secret, services.clock.now())
    expect(await proveByTotp(services, staff, '000000')).toMatchObject({ kind: 'refused' })
    expect(await proveByTotp(services, staff, code)).toEqual({ kind: 'proved' })
    expect(await needsFreshProof(services, staff)).toBe(false)
    expect(await proveByTotp(services, staff, code)).toEqual({ kind: 'refused', reason: 'used-code' })
  })

  it('is never had at level 1', async () => {
    const { services, half } = await withCodes()
    expect(await needsFreshProof(services, await half())).toBe(true)
  })
})

describe('taking away every factor of somebody who has lost them', () => {
  const officialOf = (staff: { accountId: string }, roles: Official['roles']): Official => ({
    ...staff,
    kind: 'staff',
    level: 2,
    sessionId: 'x',
    name: 'Drita Prove',
    email: 'd@prova.example',
    roles,
  })

  it('takes all of them, ends the sessions, writes the history and tells the person why', async () => {
    const { services, id, email, staff, grant } = await withCodes()
    await givenPasskey(services, staff)
    expect(await findFactors(db, id)).toEqual({ totp: true, passkeys: 1, recoveryCodes: 10 })
    const reason = 'Humbi telefonin, u paraqit vetë.'
    expect(await removeSecondFactor(services, 'command-line', id, reason)).toEqual({ kind: 'removed' })
    expect(await findFactors(db, id)).toEqual({ totp: false, passkeys: 0, recoveryCodes: 0 })
    expect(await findRecoveryCodes(db, id)).toBeNull()
    expect(await visitorWith(services, grant)).toBeNull()
    expect(await lettersTo(email, reason)).toBe(1)
    const [change] = await db`
      select kind, reason, by_kind from platform.changes where subject = ${`people.account:${id}`} order by id desc limit 1`
    expect(change).toMatchObject({ kind: 'second-factor-removed', reason, byKind: 'command-line' })
    expect(await removeSecondFactor(services, 'command-line', id, reason)).toEqual({ kind: 'nothing' })
    expect(await lettersTo(email, reason)).toBe(1)
    expect((await signedIn(services, email)).next).toBe('first-second-factor')
  })

  it('is refused to who manages another institution, and for one’s own', async () => {
    const { services, id, staff } = await withCodes()
    const [here] = await db<{ id: string }[]>`select id from platform.institutions order by slug`
    const administrator = officialOf({ accountId: crypto.randomUUID() }, [
      { role: 'administrator', institutionId: here?.id ?? '' },
    ])
    const refused = await removeSecondFactor(services, administrator, id, 'Arsye e gjatë.')
    expect(refused).toEqual({ kind: 'refused', reason: 'not-permitted' })
    const own = officialOf(staff, [{ role: 'operator', institutionId: null }])
    expect(await removeSecondFactor(services, own, id, 'Arsye e gjatë.')).toMatchObject({ reason: 'own-account' })
    expect(await findFactors(db, id)).toMatchObject({ totp: true })
  })
})
