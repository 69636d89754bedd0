import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { silentLog } from '../logs/logger.ts'
import { runJobsUntilIdle } from '../jobs/worker.ts'
import type { Services } from '../services.ts'
import { testDatabase, type TestDatabase } from '#test/database.ts'
import { codeIn, linksIn, newestLetterTo, pathIn } from '#test/mailbox.ts'
import type { LetterKind } from './letter-rules.ts'
import { findLetter, listLetters } from './mail-queries.ts'
import { mailJobs } from './mail-jobs.ts'
import { findForgottenLetters, findUncertainLetters, forgetBodies, forgetLetters } from './mail-sweeps.ts'
import { queueLetter, sendAgain } from './outbox.ts'
import { sendLetter } from './send-letter.ts'

type Answer = 'take' | 'later' | 'never' | 'cut' | 'cut-before' | 'refuse-recipient' | 'refuse-sender'

let db: TestDatabase
let server: SMTPServer
let answers: Answer[]
let taken: string[]
let now: Date

const answerOf = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code })

/** A real mail server that answers each letter as it is told, and otherwise takes it. */
const openServer = () =>
  new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onMailFrom: (_address, _session, done) => {
      if (answers[0] !== 'refuse-sender') return done()
      answers.shift()
      done(answerOf(550, 'We do not know you'))
    },
    onRcptTo: (address, session, done) => {
      if (answers[0] === 'cut-before') {
        answers.shift()
        return cut(session.id)
      }
      if (answers[0] !== 'refuse-recipient') return done()
      answers.shift()
      done(answerOf(550, `No such person: ${address.address}`))
    },
    onData: (stream, session, done) => {
      const pieces: Buffer[] = []
      const answer = answers.shift() ?? 'take'
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        if (answer === 'later') return done(answerOf(451, 'Come again'))
        if (answer === 'never') return done(answerOf(554, 'Never'))
        taken.push(Buffer.concat(pieces).toString('utf8'))
        if (answer === 'cut') return cut(session.id)
        done()
      })
    },
  })

function cut(sessionId: string): void {
  for (const connection of server.connections) if (connection.id === sessionId) connection._socket.destroy()
}

/** Somebody who sends a letter again: the history names them. */
async function anOfficial(): Promise<Parameters<typeof sendAgain>[3]> {
  const [row] = await db<{ id: string }[]>`
    insert into platform.accounts (email, name) values ('drita@prova.example', 'Drita Prove')
    on conflict (email) do update set name = excluded.name returning id`
  const { id: accountId } = row ?? { id: '' }
  const who = { kind: 'staff', sessionId: '', level: 2, name: 'Drita Prove', email: 'drita@prova.example' } as const
  return { ...who, accountId, roles: [] }
}

beforeAll(async () => {
  db = await testDatabase()
  server = openServer()
  server.on('error', () => {})
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
})
afterAll(() => new Promise<void>((closed) => server.close(closed)))

beforeEach(async () => {
  answers = []
  taken = []
  now = new Date('2026-11-22T10:00:00Z')
  await db`delete from platform.mail_messages`
  await db`delete from graphile_worker._private_jobs`
})

const portOf = () => (server.server.address() as AddressInfo).port

const services = (settings: Partial<Services['settings']> = {}): Services => ({
  db,
  clock: { now: () => now },
  log: silentLog,
  // No letter needs the file store.
  files: null as never,
  settings: {
    url: 'https://kuvend.example',
    origins: [],
    demo: false,
    secret: new Uint8Array(32),
    ledgerSeed: Buffer.alloc(32, 7),
    trustedProxies: 0,
    dataFolder: '/nowhere',
    mailFrom: 'Kuvend <no-reply@kuvend.example>',
    smtpUrl: `smtp://127.0.0.1:${portOf()}`,
    s3Url: null,
    ...settings,
  },
})

const write = (words: { kind?: LetterKind; subject?: string; body?: string; recipient?: string } = {}) =>
  db.begin((tx) =>
    queueLetter(tx, services(), {
      institutionId: null,
      kind: 'service',
      recipient: 'teuta@shembull.example',
      lang: 'sq',
      subject: 'Komenti juaj u mor',
      body: 'Përshëndetje,\n\nhttps://kuvend.example/konsultime/1?c=ë\n',
      ...words,
    }),
  )

const work = (of = services()) => runJobsUntilIdle(of, db.url, mailJobs(of))
const stateOf = async (id: string) => (await findLetter(db, id))?.state

/** As if the time for the next attempt had come. */
const hurry = () => db`update graphile_worker._private_jobs set run_at = now()`

const later = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000))

describe('a letter', () => {
  it('is sent once, as plain text, with its own Message-ID', async () => {
    const { id } = await write()
    expect(await work()).toEqual([])
    expect(await work()).toEqual([])
    expect(taken).toHaveLength(1)
    expect(taken[0]).toContain(`Message-ID: <${id}@kuvend.example>`)
    expect(taken[0]).toContain('Auto-Submitted: auto-generated')
    expect(taken[0]).toContain('From: Kuvend <no-reply@kuvend.example>')
    expect(taken[0]).toContain('To: teuta@shembull.example')
    expect(taken[0]).toMatch(/Content-Type: text\/plain; charset=utf-8/i)
    expect(taken[0]).toContain('P=C3=ABrsh=C3=ABndetje')
    expect(await findLetter(db, id)).toMatchObject({ state: 'sent', attempts: 1, sentAt: now, lastError: null })
  })

  it('is not written when the deed that wrote it fails', async () => {
    const deed = db.begin(async (tx) => {
      await queueLetter(tx, services(), {
        institutionId: null,
        kind: 'legal',
        recipient: 'agim@shembull.example',
        lang: 'sq',
        subject: 's',
        body: 'b',
      })
      throw new Error('refused')
    })
    await expect(deed).rejects.toThrow('refused')
    await work()
    expect(taken).toEqual([])
  })

  it('is sent once, however many workers reach for it', async () => {
    const { id } = await write()
    await Promise.all(Array.from({ length: 20 }, () => sendLetter(services(), id)))
    expect(taken).toHaveLength(1)
    expect(await stateOf(id)).toBe('sent')
  })

  it('cannot grow headers or recipients from what somebody typed', async () => {
    const { id } = await write({ subject: 'Titull\r\nBcc: tjeter@shembull.example\u2028\u0000x\u202e' })
    await work()
    expect((await findLetter(db, id))?.subject).toBe('Titull Bcc: tjeter@shembull.example x')
    expect(taken[0]?.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m)
    for (const recipient of [
      'a@b.example\r\nBcc: c@d.example',
      'a@b.example, c@d.example',
      'Emri <a@b.example>',
      'a',
      '',
    ]) {
      await expect(write({ recipient })).rejects.toThrow('Not a mail address')
    }
  })

  it('is read by the helpers of the tests', async () => {
    await write({ body: 'Kodi: 012345.\nShihni (https://kuvend.example/hyrja?a=1). Ose https://kuvend.example/en.' })
    const letter = await newestLetterTo(db, 'teuta@shembull.example')
    expect(linksIn(letter)).toEqual(['https://kuvend.example/hyrja?a=1', 'https://kuvend.example/en'])
    expect(pathIn(letter, '/hyrja')).toBe('/hyrja?a=1')
    expect(codeIn(letter)).toBe('012345')
  })
})

describe('a mail server that refuses', () => {
  it('for now is asked again later', async () => {
    answers = ['later']
    const { id } = await write()
    expect(await work()).toMatchObject([
      { job: 'mail.send', error: `Letter ${id} could not be sent: 451 EMESSAGE DATA` },
    ])
    expect(await findLetter(db, id)).toMatchObject({ state: 'queued', attempts: 1, lastError: '451 EMESSAGE DATA' })
    expect(await work()).toEqual([])
    await hurry()
    expect(await work()).toEqual([])
    expect(taken).toHaveLength(1)
    expect(await findLetter(db, id)).toMatchObject({ state: 'sent', attempts: 2, lastError: null })
  })

  it('for good is believed, and its words, which may name a person, are not kept', async () => {
    answers = ['never', 'refuse-recipient']
    const refused = await write()
    const unknown = await write()
    expect(await work()).toEqual([])
    expect(await findLetter(db, refused.id)).toMatchObject({ state: 'failed', lastError: '554 EMESSAGE DATA' })
    expect(await findLetter(db, unknown.id)).toMatchObject({ state: 'failed', lastError: '550 EENVELOPE RCPT TO' })
  })

  it('us, and not the letter, is asked again: that is for the operator to mend', async () => {
    answers = ['refuse-sender']
    const { id } = await write()
    await work()
    expect(await stateOf(id)).toBe('queued')
  })

  it('by hanging up before it has heard the letter is asked again too: nothing can have gone out', async () => {
    answers = ['cut-before']
    const { id } = await write({ kind: 'digest' })
    expect(await work()).toHaveLength(1)
    expect(await stateOf(id)).toBe('queued')
    await hurry()
    await work()
    expect(taken).toHaveLength(1)
  })

  it('to be there at all is asked again, twenty times in all, and then the letter has failed', async () => {
    const away = services({ smtpUrl: 'smtp://127.0.0.1:9' })
    const { id } = await write()
    expect(await work(away)).toHaveLength(1)
    expect(await stateOf(id)).toBe('queued')
    await db`update platform.mail_messages set attempts = 19`
    await hurry()
    expect(await work(away)).toEqual([])
    expect(await findLetter(db, id)).toMatchObject({ state: 'failed', attempts: 20 })
  })
})

describe('when the line breaks after the letter was handed over', () => {
  it('an ordinary letter is left to staff, who send it again with the same Message-ID', async () => {
    answers = ['cut']
    const { id } = await write()
    expect(await work()).toEqual([])
    expect(await stateOf(id)).toBe('uncertain')
    await hurry()
    await work()
    expect(taken).toHaveLength(1)

    const official = await anOfficial()
    const again = () => db.begin((tx) => sendAgain(tx, services(), id, official))
    expect(await again()).toEqual({ kind: 'queued' })
    expect(await again()).toEqual({ kind: 'not-waiting' })
    await work()
    expect(taken).toHaveLength(2)
    expect(taken[1]).toContain(`Message-ID: <${id}@kuvend.example>`)
    expect(await stateOf(id)).toBe('sent')
    expect(await again()).toEqual({ kind: 'not-waiting' })
    await db`delete from platform.mail_messages`
    expect(await again()).toEqual({ kind: 'no-such-letter' })
  })

  it('a legal notice goes out again by itself, with the same Message-ID, but not for ever', async () => {
    answers = ['cut', 'cut', 'cut']
    const { id } = await write({ kind: 'legal' })
    await work()
    expect(taken).toHaveLength(3)
    for (const letter of taken) expect(letter).toContain(`Message-ID: <${id}@kuvend.example>`)
    expect(await findLetter(db, id)).toMatchObject({ state: 'uncertain', attempts: 3 })
  })
})

describe('when the process dies between claim and answer', () => {
  const die = (id: string) => db`
    update platform.mail_messages set state = 'claimed', claimed_at = ${now}, attempts = 1 where id = ${id}`

  it('the letter is found after ten minutes, and only a legal notice goes out again', async () => {
    const [service, legal] = [await write(), await write({ kind: 'legal' })]
    await die(service.id)
    await die(legal.id)
    await work()
    expect(taken).toEqual([])
    later(10)
    await findUncertainLetters(services())
    expect([await stateOf(service.id), await stateOf(legal.id)]).toEqual(['claimed', 'claimed'])
    later(1)
    await findUncertainLetters(services())
    expect([await stateOf(service.id), await stateOf(legal.id)]).toEqual(['uncertain', 'queued'])
    await work()
    expect(taken).toHaveLength(1)
    expect(taken[0]).toContain(`<${legal.id}@`)
    expect([await stateOf(service.id), await stateOf(legal.id)]).toEqual(['uncertain', 'sent'])
  })
})

describe('without a mail server', () => {
  it('letters wait, and go out once there is one', async () => {
    const without = services({ smtpUrl: null })
    const { id } = await write()
    await work(without)
    expect(await stateOf(id)).toBe('queued')
    later(6)
    await findForgottenLetters(without)
    await work(without)
    expect(await stateOf(id)).toBe('queued')
    await findForgottenLetters(services())
    await findForgottenLetters(services())
    expect(await work()).toEqual([])
    expect(taken).toHaveLength(1)
    expect(await stateOf(id)).toBe('sent')
  })

  it('in demonstration they count as sent, and can be read for good', async () => {
    const demo = services({ smtpUrl: null, demo: true })
    const { id } = await write()
    await work(demo)
    expect(await findLetter(db, id)).toMatchObject({ state: 'sent', sentAt: now })
    later(30 * 24 * 60)
    await forgetBodies(demo)
    expect((await findLetter(db, id))?.body).toContain('https://')
    expect(taken).toEqual([])
  })
})

describe('the words of a letter', () => {
  it('are erased seven days after it was sent, and not before', async () => {
    const { id } = await write()
    await work()
    answers = ['cut']
    const uncertain = await write()
    await work()
    later(7 * 24 * 60)
    await forgetBodies(services())
    expect((await findLetter(db, id))?.body).toContain('https://')
    later(1)
    await forgetBodies(services())
    expect(await findLetter(db, id)).toMatchObject({ body: null, state: 'sent', subject: 'Komenti juaj u mor' })
    expect((await findLetter(db, uncertain.id))?.body).toContain('https://')
  })
})

describe('a letter that was sent', () => {
  it('is forgotten with its address after ninety days, unless it is a legal notice', async () => {
    const service = await write()
    const legal = await write({ kind: 'legal' })
    await work()
    later(90 * 24 * 60)
    await forgetLetters(services())
    expect(await findLetter(db, service.id)).not.toBeNull()
    later(1)
    await forgetLetters(services())
    expect(await findLetter(db, service.id)).toBeNull()
    expect(await findLetter(db, legal.id)).toMatchObject({ state: 'sent' })
  })
})

describe('the list of letters', () => {
  it('shows the newest first, page by page, and only those of the institutions asked for', async () => {
    const institutions = await db<{ id: string }[]>`select id from platform.institutions order by slug`
    const [mine, other] = institutions.map((row) => row.id)
    const ids: string[] = []
    for (const institutionId of [mine, other, mine, null, mine]) {
      later(1)
      const draft = { kind: 'digest', recipient: 'a@b.example', lang: 'en', subject: 's', body: 'b' } as const
      ids.push(
        (await db.begin((tx) => queueLetter(tx, services(), { ...draft, institutionId: institutionId ?? null }))).id,
      )
    }
    const seen = async (wanted: Parameters<typeof listLetters>[1]) =>
      (await listLetters(db, wanted)).map((letter) => ids.indexOf(letter.id))
    expect(await seen({ institutions: null, limit: 10 })).toEqual([4, 3, 2, 1, 0])
    expect(await seen({ institutions: [mine ?? ''], limit: 2 })).toEqual([4, 2])
    const [, second] = await listLetters(db, { institutions: [mine ?? ''], limit: 2 })
    expect(await seen({ institutions: [mine ?? ''], limit: 2, ...(second && { before: second }) })).toEqual([0])
    expect(await seen({ institutions: null, state: 'sent', limit: 10 })).toEqual([])
    expect(await seen({ institutions: [], limit: 10 })).toEqual([])
  })
})
