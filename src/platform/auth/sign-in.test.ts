import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { endAccount } from './accounts.ts'
import { signInAsDemonstrationPerson, demonstrationPeople } from './demonstration.ts'
import { askForCode, pendingEmail, signInWithCode } from './sign-in.ts'
import {
  anAttempt,
  askedBy,
  codeInLetter,
  givenAccount,
  signedIn,
  someEmail,
  testServices,
  visitorWith,
} from './testing.ts'

const db = await testDatabase()

const contacts = (email: string) => db`select confirmed_at from platform.contacts where email = ${email}`
const wrong = (code: string): string => (code === '000000' ? '000001' : '000000')

describe('asking for a code', () => {
  it('does the same whether an account exists or not: one code, one letter, one kind of answer', async () => {
    const services = testServices(db)
    const { email: known } = await givenAccount(services)
    const unknown = someEmail()
    const traces = async (email: string) => {
      const asked = await askForCode(services, email, 'sq', '192.0.2.7')
      const letters =
        await db`select kind, subject, institution_id from platform.mail_messages where recipient = ${email}`
      const codes = await db`select tries from platform.sign_in_codes where email = ${email}`
      return { kind: asked.kind, letters: [...letters], codes: [...codes] }
    }
    expect(await traces(known)).toEqual(await traces(unknown))
    expect(await contacts(unknown)).toHaveLength(0)
  })

  it('writes the letter in the language of the page', async () => {
    const services = testServices(db)
    const email = someEmail()
    await askForCode(services, email, 'en', '192.0.2.1')
    const letters = await db`select lang, subject from platform.mail_messages where recipient = ${email}`
    expect(letters).toMatchObject([{ lang: 'en', subject: 'Your sign-in code' }])
  })

  it('keeps the code as a keyed digest alone', async () => {
    const services = testServices(db)
    const email = someEmail()
    const { code } = await askedBy(services, email)
    const [row] = await db`select row::text as words from platform.sign_in_codes as row where email = ${email}`
    expect(code).toMatch(/^\d{6}$/)
    expect(row?.words).not.toContain(code)
    expect(row?.words).not.toContain(Buffer.from(code).toString('hex'))
  })

  it('has an end for one e-mail address from one network, and leaves the others open', async () => {
    const services = testServices(db)
    const email = someEmail()
    const kinds: string[] = []
    for (let n = 0; n < 6; n++) kinds.push((await askForCode(services, email, 'sq', '192.0.2.66')).kind)
    expect(kinds).toEqual(['sent', 'sent', 'sent', 'sent', 'sent', 'refused'])
    expect((await askForCode(services, email, 'sq', '192.0.2.67')).kind).toBe('sent')
  })

  it('has an end for one e-mail address, wherever it is asked from', async () => {
    const services = testServices(db)
    const email = someEmail()
    const kinds: string[] = []
    for (let n = 0; n < 21; n++) kinds.push((await askForCode(services, email, 'sq', `203.0.113.${n}`)).kind)
    expect(kinds.indexOf('refused')).toBe(20)
  })

  it('does not lock a village out that stands behind one address', async () => {
    const services = testServices(db)
    const kinds = new Set<string>()
    for (let n = 0; n < 40; n++) kinds.add((await askForCode(services, someEmail(), 'sq', '198.51.100.1')).kind)
    expect([...kinds]).toEqual(['sent'])
  })

  it('has an end for one network address', async () => {
    const services = testServices(db)
    const kinds: string[] = []
    for (let n = 0; n < 61; n++) kinds.push((await askForCode(services, someEmail(), 'sq', '198.51.100.2')).kind)
    expect(kinds.indexOf('refused')).toBe(60)
  })
})

describe('the mailed code', () => {
  it('signs a citizen in and confirms the address', async () => {
    const services = testServices(db)
    const email = someEmail()
    const { grant, next } = await signedIn(services, email)
    expect(next).toBe('done')
    expect(grant.persistent).toBe(true)
    expect(await visitorWith(services, grant)).toMatchObject({ kind: 'citizen', email })
    expect(await contacts(email)).toMatchObject([{ confirmedAt: services.clock.now() }])
  })

  it('finds the same citizen again', async () => {
    const services = testServices(db)
    const email = someEmail()
    const first = await visitorWith(services, (await signedIn(services, email)).grant)
    const second = await visitorWith(services, (await signedIn(services, email)).grant)
    expect(first?.kind === 'citizen' && first.contactId).toBe(second?.kind === 'citizen' && second.contactId)
  })

  it('brings staff to level 1 and no further', async () => {
    const services = testServices(db)
    const { email } = await givenAccount(services, { roles: [{ role: 'operator', institutionId: null }] })
    const { grant, next } = await signedIn(services, email)
    expect(next).toBe('first-second-factor')
    expect(await visitorWith(services, grant)).toMatchObject({ kind: 'staff', level: 1, email })
    expect(await contacts(email)).toHaveLength(0)
  })

  it('works once', async () => {
    const services = testServices(db)
    const asked = await askedBy(services, someEmail())
    expect(await signInWithCode(services, anAttempt(asked))).toMatchObject({ kind: 'signed-in' })
    expect(await signInWithCode(services, anAttempt(asked))).toEqual({ kind: 'refused', reason: 'dead-code' })
  })

  it('opens one session when the form arrives twice at once', async () => {
    const services = testServices(db)
    const asked = await askedBy(services, someEmail())
    const both = await Promise.all([1, 2].map(() => signInWithCode(services, anAttempt(asked))))
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['refused', 'signed-in'])
  })

  it('is dead after ten minutes', async () => {
    const services = testServices(db)
    const inTime = await askedBy(services, someEmail())
    services.clock.pass(9.9)
    expect(await signInWithCode(services, anAttempt(inTime))).toMatchObject({ kind: 'signed-in' })
    const late = await askedBy(services, someEmail())
    services.clock.pass(10)
    expect(await signInWithCode(services, anAttempt(late))).toEqual({ kind: 'refused', reason: 'dead-code' })
  })

  it('is dead after five tries, also for the right digits', async () => {
    const services = testServices(db)
    const asked = await askedBy(services, someEmail())
    for (let n = 0; n < 5; n++) {
      // From a network of its own each, so that none of them is shut out before.
      const guess = anAttempt({ ...asked, code: wrong(asked.code) }, { address: `203.0.113.${n}` })
      const outcome = await signInWithCode(services, guess)
      expect(outcome).toEqual({ kind: 'refused', reason: 'wrong-code' })
    }
    expect(await signInWithCode(services, anAttempt(asked))).toEqual({ kind: 'refused', reason: 'dead-code' })
  })

  it('gives no more than five tries to guesses that are sent at once', async () => {
    const services = testServices(db)
    const asked = await askedBy(services, someEmail())
    const guess = (n: number) => anAttempt({ ...asked, code: wrong(asked.code) }, { address: `203.0.113.${n}` })
    const outcomes = await Promise.all(Array.from({ length: 30 }, (_, n) => signInWithCode(services, guess(n))))
    const compared = outcomes.filter((outcome) => outcome.kind === 'refused' && outcome.reason === 'wrong-code')
    expect(compared).toHaveLength(5)
  })

  it('leaves the one before alive: a stranger who asks for another makes nothing void', async () => {
    const services = testServices(db)
    const email = someEmail()
    const mine = await askedBy(services, email)
    for (let n = 0; n < 3; n++) await askForCode(services, email, 'sq', '198.51.100.77')
    expect(await signInWithCode(services, anAttempt(mine))).toMatchObject({ kind: 'signed-in' })
  })

  it('is none of a stranger’s: who asked from elsewhere cannot type it, and uses up their own tries alone', async () => {
    const services = testServices(db)
    const email = someEmail()
    const mine = await askedBy(services, email)
    const theirs = await askForCode(services, email, 'sq', '198.51.100.78')
    if (theirs.kind !== 'sent') throw new Error(theirs.reason)
    const elsewhere = { pendingId: theirs.pendingId, code: mine.code }
    for (let n = 0; n < 7; n++) await signInWithCode(services, anAttempt(elsewhere, { address: '198.51.100.78' }))
    const outcome = await signInWithCode(services, anAttempt(mine))
    expect(outcome).toMatchObject({ kind: 'signed-in' })
  })

  it('makes the others of the same place void once somebody is in', async () => {
    const services = testServices(db)
    const email = someEmail()
    const [first, second] = [await askedBy(services, email), await askedBy(services, email)]
    expect(await signInWithCode(services, anAttempt(first))).toMatchObject({ kind: 'signed-in' })
    expect(await signInWithCode(services, anAttempt(second))).toMatchObject({ kind: 'refused' })
  })

  it('works in the browser that asked first, too: letters arrive in any order', async () => {
    const services = testServices(db)
    const email = someEmail()
    const first = await askedBy(services, email)
    const second = await askedBy(services, email)
    const outcome = await signInWithCode(services, anAttempt({ ...first, code: second.code }))
    expect(outcome).toMatchObject({ kind: 'signed-in' })
  })

  it('is of no use for the address of somebody else', async () => {
    const services = testServices(db)
    const mine = await askedBy(services, someEmail())
    const theirs = await askedBy(services, someEmail())
    const outcome = await signInWithCode(services, anAttempt({ ...theirs, code: mine.code }))
    expect(outcome.kind).toBe(mine.code === theirs.code ? 'signed-in' : 'refused')
    expect(await pendingEmail(services, '00000000-0000-4000-8000-000000000000')).toBeNull()
  })

  it('is refused for a growing time after five wrong guesses from one network, and the person is told once', async () => {
    const services = testServices(db)
    const { id, email } = await givenAccount(services)
    const minutes: (number | string)[] = []
    await db`delete from platform.lock_outs`
    for (let round = 0; round < 9; round++) {
      const asked = await askedBy(services, email)
      const outcome = await signInWithCode(services, anAttempt({ ...asked, code: wrong(asked.code) }))
      if (outcome.kind !== 'refused') throw new Error('a wrong code was taken')
      const now = services.clock.now().getTime()
      minutes.push(outcome.reason === 'shut' ? (outcome.until.getTime() - now) / 60_000 : outcome.reason)
      // While it is shut, the right code does not help either; from elsewhere it does not even notice.
      if (outcome.reason === 'shut') {
        expect(await signInWithCode(services, anAttempt(await askedBy(services, email)))).toMatchObject({
          reason: 'shut',
        })
        services.clock.pass((outcome.until.getTime() - now) / 60_000)
      } else services.clock.pass(15)
    }
    expect(minutes).toEqual([...Array.from({ length: 4 }, () => 'wrong-code'), 15, 30, 60, 120, 240])
    const events = await db`select kind from platform.security_events where account_id = ${id} and kind = 'locked-out'`
    expect(events).toHaveLength(5)
    const elsewhere = await askForCode(services, email, 'sq', '203.0.113.200')
    if (elsewhere.kind !== 'sent') throw new Error(elsewhere.reason)
    const asked = { pendingId: elsewhere.pendingId, code: await codeInLetter(services, email) }
    expect(await signInWithCode(services, anAttempt(asked, { address: '203.0.113.200' }))).toMatchObject({
      kind: 'signed-in',
    })
  })

  it('counts anew after a day without refusals, and after somebody got in', async () => {
    const services = testServices(db)
    const email = someEmail()
    const guess = async () => {
      const asked = await askedBy(services, email)
      const outcome = await signInWithCode(services, anAttempt({ ...asked, code: wrong(asked.code) }))
      services.clock.pass(16)
      return outcome.kind === 'refused' ? outcome.reason : outcome.kind
    }
    for (let n = 0; n < 4; n++) expect(await guess()).toBe('wrong-code')
    await signedIn(services, email)
    for (let n = 0; n < 4; n++) expect(await guess()).toBe('wrong-code')
    services.clock.pass(24 * 60)
    expect(await guess()).toBe('wrong-code')
  })

  it('ends the session that the browser had before', async () => {
    const services = testServices(db)
    const before = await signedIn(services, someEmail())
    const visitor = await visitorWith(services, before.grant)
    const attempt = anAttempt(await askedBy(services, someEmail()), { before: visitor })
    expect(await signInWithCode(services, attempt)).toMatchObject({ kind: 'signed-in' })
    expect(await visitorWith(services, before.grant)).toBeNull()
  })

  it('leaves a trace for the holder of the account when it is refused', async () => {
    const services = testServices(db)
    const { id, email } = await givenAccount(services)
    const asked = await askedBy(services, email)
    await signInWithCode(services, anAttempt({ ...asked, code: wrong(asked.code) }))
    const events = await db`select kind, details from platform.security_events where account_id = ${id} order by id`
    expect(events).toMatchObject([{ kind: 'account-added' }, { kind: 'code-refused', details: 'wrong-code' }])
  })

  it('makes a citizen of somebody whose account has ended', async () => {
    const services = testServices(db)
    const { id, email } = await givenAccount(services)
    await endAccount(services, 'command-line', id)
    expect(await visitorWith(services, (await signedIn(services, email)).grant)).toMatchObject({
      kind: 'citizen',
      email,
    })
  })
})

describe('demonstration people', () => {
  it('sign in at the press of a button, at level 2, in demonstration mode', async () => {
    const services = testServices(db, { demo: true })
    const { id } = await givenAccount(services, {
      demonstration: true,
      roles: [{ role: 'operator', institutionId: null }],
    })
    const grant = await signInAsDemonstrationPerson(services, id, { agent: '', before: null })
    expect(grant && (await visitorWith(services, grant))).toMatchObject({ kind: 'staff', level: 2, accountId: id })
    expect((await demonstrationPeople(services, 'sq')).map((person) => person.id)).toContain(id)
  })

  it('are nobody with demonstration mode off: no list, no button, no code, no session from before', async () => {
    const demo = testServices(db, { demo: true })
    const services = testServices(db)
    const { id, email } = await givenAccount(services, { demonstration: true })
    const grant = await signInAsDemonstrationPerson(demo, id, { agent: '', before: null })
    expect(await demonstrationPeople(services, 'sq')).toEqual([])
    expect(await signInAsDemonstrationPerson(services, id, { agent: '', before: null })).toBeNull()
    expect(grant && (await visitorWith(services, grant))).toBeNull()
    const outcome = await signInWithCode(services, anAttempt(await askedBy(services, email)))
    expect(outcome).toEqual({ kind: 'refused', reason: 'dead-code' })
    expect(await contacts(email)).toHaveLength(0)
  })

  it('are invented people alone: a real account has no button', async () => {
    const services = testServices(db, { demo: true })
    const { id } = await givenAccount(services, { roles: [{ role: 'operator', institutionId: null }] })
    expect(await signInAsDemonstrationPerson(services, id, { agent: '', before: null })).toBeNull()
    expect((await demonstrationPeople(services, 'sq')).map((person) => person.id)).not.toContain(id)
  })
})
