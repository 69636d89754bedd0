import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { lettersTo } from '#test/mailbox.ts'
import { testServices } from '#test/web.ts'
import { queueLetter } from '../mail/outbox.ts'
import { findInstitution } from '../institutions/institution-queries.ts'
import { intakeJobs } from './intake-jobs.ts'
import { takeInMail } from './take-in-mail.ts'
import { entered } from '#test/ledger.ts'
import { institutionRecords } from '../institutions/institution-records.ts'

const db = await testDatabase()
const services = testServices(db)
const prova = (await findInstitution(db, 'sq', 'prova'))?.id ?? ''
const provas = (await findInstitution(db, 'sq', 'provas'))?.id ?? ''
for (const [id, email] of [
  [prova, 'info@prova.example'],
  [provas, 'info@provas.example'],
])
  await entered(
    db,
    institutionRecords,
    (tx) => tx`
      insert into platform.role_addresses (institution_id, role, email) values (${id ?? ''}, 'front-desk', ${email ?? ''})
      on conflict (institution_id, role) do update set email = excluded.email returning institution_id as id`,
  )

let uids = 0
let writers = 0
const someWriter = () => `shkrues-${++writers}@posta.example`

type Mail = { headers?: Record<string, string | null>; body?: string; uid?: number; uidValidity?: string }

function eml({ headers = {}, body = 'Rruga jonë ka gropa.' }: Mail): Buffer {
  const all = {
    'Message-ID': `<${randomUUID()}@posta.example>`,
    From: `Arta Shembull <${someWriter()}>`,
    To: 'info@prova.example',
    Subject: 'Rruga',
    Date: 'Sun, 22 Nov 2026 10:00:00 +0100',
    ...headers,
  }
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : `${name}: ${value}`))
  return Buffer.from([...lines, '', body].join('\r\n'))
}

async function arrive(mail: Mail) {
  const source = eml(mail)
  const uid = mail.uid ?? ++uids
  const receivedAt = new Date('2026-11-22T09:00:05Z')
  const raw = {
    mailbox: 'INBOX',
    uidValidity: mail.uidValidity ?? '7',
    uid,
    receivedAt,
    size: source.length,
    cut: false,
  }
  return takeInMail(services, { ...raw, source })
}

type CaseRow = {
  id: string
  about: string
  words: string | null
  code: string
  email: string
  leftOut: unknown
  n: number
}
const casesFrom = (email: string) => db<CaseRow[]>`
  select case_row.id, about, words, code, sender.email, left_out, register_number as n, case_row.institution_id
  from platform.cases as case_row join platform.case_senders as sender on sender.case_id = case_row.id
  where sender.email = ${email} order by case_row.entered_at, n`

describe('a letter by mail', () => {
  it('becomes a case with a number, and its sender gets number and code once', async () => {
    const from = someWriter()
    expect(await arrive({ headers: { From: `=?utf-8?q?=C3=87elnike_Shembull?= <${from}>` } })).toEqual(['case'])
    const [one] = await casesFrom(from)
    const letters = await lettersTo(db, from)
    expect(one).toMatchObject({ about: 'Rruga', words: 'Rruga jonë ka gropa.' })
    expect(letters).toHaveLength(1)
    expect(letters[0]?.body).toContain(one?.code)
  })

  it('is taken once: fetched again, under a new number of the mailbox, and by two processes at the same time', async () => {
    const from = someWriter()
    const headers = { From: from, 'Message-ID': '<once@posta.example>' }
    const both = await Promise.all([arrive({ headers, uid: 900 }), arrive({ headers, uid: 900 })])
    expect(both.flat().toSorted()).toEqual(['case', 'known'])
    expect(await arrive({ headers, uid: 900 })).toEqual(['known'])
    expect(await arrive({ headers, uid: 1, uidValidity: '8' })).toEqual(['duplicate'])
    expect(await casesFrom(from)).toHaveLength(1)
    expect(await lettersTo(db, from)).toHaveLength(1)
    // The same Message-ID over other words is another letter.
    expect(await arrive({ headers, uid: 901, body: 'Tjetër.' })).toEqual(['case'])
  })

  it('goes to the institution it was delivered to; named are those of To and Cc; each gets a case of its own', async () => {
    const from = someWriter()
    expect(
      await arrive({ headers: { From: from, 'Delivered-To': 'info@provas.example', To: 'info@prova.example' } }),
    ).toEqual(['case'])
    expect(await casesFrom(from)).toMatchObject([{ institutionId: provas }])
    const both = someWriter()
    await arrive({ headers: { From: both, To: 'info@prova.example', Cc: 'Dy <info@provas.example>' } })
    expect((await casesFrom(both)).map((one) => Object(one).institutionId as string).toSorted()).toEqual(
      [prova, provas].toSorted(),
    )
  })

  it('without an address of ours waits to be sorted, whole, and is no case yet', async () => {
    const from = someWriter()
    expect(await arrive({ headers: { From: from, To: 'dikush@tjeter.example' } })).toEqual(['unsorted'])
    expect(await casesFrom(from)).toEqual([])
    expect(await lettersTo(db, from)).toEqual([])
  })

  it('as HTML keeps its words alone', async () => {
    const from = someWriter()
    const body =
      '<style>p{}</style><p>Ura &euml;sht&euml; <b>prishur</b><br>dje</p><script>alert(1)</script><p>&lt;b&gt; &#233;</p><img src=x onerror=alert(1)>'
    await arrive({ headers: { From: from, 'Content-Type': 'text/html; charset=utf-8' }, body })
    const [one] = await casesFrom(from)
    expect(one?.words).toBe('Ura është prishur\ndje\n\n<b> é')
  })

  it('takes its attachments in as every upload, and says which it left out and why', async () => {
    const from = someWriter()
    const part = (name: string, content: string) =>
      `--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64')}\r\n`
    const headers = { From: from, 'Content-Type': 'multipart/mixed; boundary=b' }
    const body = `--b\r\nContent-Type: text/plain\r\n\r\nShih.\r\n${part('letra.txt', 'Fjalë.')}${part('virus.exe', 'MZ\u0000\u0001\u0002')}--b--`
    await arrive({ headers, body })
    const [one] = await casesFrom(from)
    expect(one?.leftOut).toEqual([{ name: 'virus.exe', why: 'wrong-type' }])
    const documents =
      await db`select title, class, role from platform.documents where subject = ${`intake.case:${one?.id}`}`
    expect(documents).toMatchObject([{ title: 'letra.txt', class: 'personal', role: 'attachment' }])
    expect((await lettersTo(db, from))[0]?.body).toContain('virus.exe')
  })

  it('that somebody sends on as an attachment is read too', async () => {
    const from = someWriter()
    const headers = { From: from, 'Content-Type': 'multipart/mixed; boundary=b' }
    const inner = 'From: x@y.example\r\nSubject: E brendshme\r\nContent-Type: text/plain\r\n\r\nFjala e brendshme.'
    const body = `--b\r\nContent-Type: text/plain\r\n\r\nPo jua kaloj.\r\n--b\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment; filename=a.eml\r\n\r\n${inner}\r\n--b--`
    await arrive({ headers, body })
    expect((await casesFrom(from))[0]?.words).toContain('Fjala e brendshme.')
  })

  it('in broken or hostile shape is taken in without harm', async () => {
    const from = someWriter()
    await arrive({
      headers: { From: from, Subject: '\u202egpj.exe =?utf-8?q?=00=07x?=', 'Message-ID': null },
      body: 'a\u0000b\u202ec',
    })
    const [one] = await casesFrom(from)
    expect([one?.about, one?.words]).toEqual(['gpj.exe x', 'abc'])
    expect(await arrive({ headers: { From: null, Subject: null, To: 'info@prova.example' }, body: '' })).toEqual([
      'case',
    ])
  })
})

describe('an answer to a letter of ours', () => {
  it('joins its case, and gets no second receipt', async () => {
    const from = someWriter()
    await arrive({ headers: { From: from } })
    const [letter] = await lettersTo(db, from)
    const again = { From: from, 'In-Reply-To': letter?.messageId ?? '', Subject: `Re: ${letter?.subject}` }
    expect(await arrive({ headers: again, body: 'Edhe kjo.' })).toEqual(['joined'])
    const [one, ...others] = await casesFrom(from)
    expect(others).toEqual([])
    const papers = await db`select words from platform.case_papers where case_id = ${one?.id ?? ''}`
    expect(papers).toEqual([{ words: 'Edhe kjo.' }])
    expect(await lettersTo(db, from)).toHaveLength(1)
  })

  it('is found by the code in its subject too, but never in a case of another institution', async () => {
    const from = someWriter()
    await arrive({ headers: { From: from } })
    const code = (await casesFrom(from))[0]?.code ?? ''
    expect(await arrive({ headers: { From: someWriter(), Subject: `çështja, kodi ${code}` } })).toEqual(['joined'])
    const elsewhere = { From: someWriter(), To: 'info@provas.example', Subject: `kodi ${code}` }
    expect(await arrive({ headers: elsewhere })).toEqual(['case'])
  })
})

describe('what a machine sent', () => {
  it.each([
    ['an automatic reply', { 'Auto-Submitted': 'auto-replied' }, 'set-aside'],
    ['an absence notice of an older program', { Precedence: 'auto_reply' }, 'set-aside'],
    ['an absence notice that says so its own way', { 'X-Autoreply': 'yes' }, 'set-aside'],
    ['a mailing list', { 'List-Id': '<lajme.example>' }, 'set-aside'],
    ['bulk', { Precedence: 'bulk' }, 'set-aside'],
    ['marked as spam', { 'X-Spam-Flag': 'YES' }, 'set-aside'],
    ['a form of another site, which holds a person’s words', { 'Auto-Submitted': 'auto-generated' }, 'case'],
  ])('is never answered: %s', async (_what, more, taken) => {
    const from = someWriter()
    expect(await arrive({ headers: { From: from, ...more } })).toEqual([taken])
    expect(await lettersTo(db, from)).toEqual([])
  })

  it('nor what comes from ourselves, from a no-reply address, or too often from the same', async () => {
    for (const from of ['info@provas.example', 'no-reply@posta.example', 'MAILER-DAEMON@posta.example']) {
      expect(await arrive({ headers: { From: from } })).toEqual(['case'])
      expect(await lettersTo(db, from.toLowerCase())).toEqual([])
    }
    const often = someWriter()
    for (let n = 0; n < 14; n++) await arrive({ headers: { From: often }, body: `Herë ${n}` })
    expect(await casesFrom(often)).toHaveLength(14)
    expect((await lettersTo(db, often)).length).toBe(10)
  })

  it('a delivery report is noted at the letter that came back, and is no case', async () => {
    const to = someWriter()
    const draft = { institutionId: prova, kind: 'service', recipient: to, lang: 'sq', subject: 'x', body: 'y' } as const
    const { id } = await db.begin((tx) => queueLetter(tx, services, draft))
    await db`update platform.mail_messages set state = 'sent', sent_at = now() where id = ${id}`
    const headers = {
      From: 'MAILER-DAEMON@posta.example',
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
      'Auto-Submitted': 'auto-replied',
    }
    const body = `--b\r\nContent-Type: text/plain\r\n\r\nNo.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 no such user\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <${id}@kuvend.test>\r\nSubject: x\r\n\r\ny\r\n--b--`
    expect(await arrive({ headers, body })).toEqual(['bounce'])
    const [letter] = await db`select state, last_error from platform.mail_messages where id = ${id}`
    expect(letter).toMatchObject({ state: 'bounced', lastError: expect.stringContaining('550') })
  })

  it('is kept whole for sixty days, and then only as a line without names', async () => {
    const from = someWriter()
    await arrive({ headers: { From: from, 'Auto-Submitted': 'auto-replied' } })
    const count = async () =>
      (await db`select from platform.incoming_mails where from_email = ${from} and raw is not null`).length
    services.clock.passMinutes(59 * 1440)
    await intakeJobs(services)['intake.forget-mails']?.({})
    expect(await count()).toBe(1)
    services.clock.passMinutes(2 * 1440)
    await intakeJobs(services)['intake.forget-mails']?.({})
    expect(await count()).toBe(0)
  })
})
