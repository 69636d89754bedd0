import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { digestOfToken } from '#platform/auth/private-link.ts'
import { testDatabase } from '#test/database.ts'
import { lettersTo, linksIn, newestLetterTo } from '#test/mailbox.ts'
import { people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { rowsChangedBy, stateOf } from '../counts-testing.ts'
import { cancelConsultation } from '../drafting/publish-consultation.ts'
import {
  aCommentDraft,
  aCommentForm,
  CLEAN_WORDS,
  givenConsultation,
  newestCommentFrom,
  officialWith,
  someAddress,
  tokenMailedTo,
} from '../testing.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import { postComment } from './post-comment.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const consultation = await givenConsultation(services)
const { slug } = consultation
const url = consultationUrls.comments(slug)

const A_SENT_COMMENT = { comments: 1, versions: 1, events: 1, contacts: 1, letters: 1, jobs: 1 }
const BY_NOBODY_KNOWN = { citizen: null, lang: 'sq', files: [] } as const

describe('a comment that is sent', () => {
  it('is written down with its letter and the letter’s job, and is not yet counted', async () => {
    const form = aCommentForm()
    const changed = await rowsChangedBy(db, async () => {
      const response = await web.post(url, form)
      expect([response.status, response.headers.get('location')]).toEqual([303, consultationUrls.commentSent(slug)])
    })
    expect(changed).toEqual(A_SENT_COMMENT)
    const now = services.clock.now()
    const nothingYet = { state: 'sent', code: null, confirmedAt: null, publishedAt: null }
    const comment = await newestCommentFrom(services, form.adresa ?? '')
    expect(comment).toMatchObject({ ...nothingYet, sentAt: now, about: 'whole', lang: 'sq' })
  })

  it('is on no page, in no count and in no list of the office', async () => {
    await web.post(url, aCommentForm({ komenti: 'Fjala kukumjaçkë nuk është ende publike.' }))
    const office = await web.signedInAs(people.albanianModerator)
    const pages = [
      await web.get(consultationUrls.one(slug)),
      await web.get(consultationUrls.data(slug)),
      await web.get(url),
      await web.get('/zyra/komente?q=kukumja', { cookie: office }),
    ]
    for (const page of pages) expect(await page.text()).not.toContain('kukumjaçkë')
    const data = (await (await web.get(consultationUrls.data(slug))).json()) as { comments: { published: number } }
    expect(data.comments.published).toBe(0)
  })

  it('is said to be sent and not yet counted, on a page that names nobody', async () => {
    const page = await (await web.get(consultationUrls.commentSent(slug))).text()
    expect(page).toContain(textsIn('sq').sent.title)
    expect(page).not.toContain('posta.example')
  })

  it('gets a letter with one private link, whose token stands nowhere but in the letter', async () => {
    const form = aCommentForm()
    await web.post(url, form)
    const letter = await newestLetterTo(db, form.adresa ?? '')
    expect([letter.kind, letter.lang, letter.institutionId]).toEqual(['service', 'sq', consultation.institution.id])
    expect(letter.body).toContain(consultation.form.title)
    const token = await tokenMailedTo(services, form.adresa ?? '')
    expect(linksIn(letter)).toEqual([`http://kuvend.test/komenti/${token}`])
    const found = await db`select from consultations.comments where token_digest = ${digestOfToken(token)}`
    expect(found).toHaveLength(1)
    const [clear] = await db<{ rows: string }[]>`
      select string_agg(comment::text, '') as rows from consultations.comments as comment`
    expect(clear?.rows).not.toContain(token)
  })

  it('is answered in English where it was written in English', async () => {
    const form = aCommentForm()
    const response = await web.post(`/en${url}`, form)
    expect(response.headers.get('location')).toBe(`/en${consultationUrls.commentSent(slug)}`)
    const letter = await newestLetterTo(db, form.adresa ?? '')
    expect([letter.lang, letter.subject]).toEqual(['en', textsIn('en').letters.confirmationSubject])
    expect(linksIn(letter)[0]).toContain('http://kuvend.test/en/komenti/')
    expect((await newestCommentFrom(services, form.adresa ?? '')).lang).toBe('en')
  })

  it('keeps its words letter by letter, in NFC and with one kind of line ending', async () => {
    const form = aCommentForm({ komenti: '  Pe\u0308r nenin 2:\r\n\r\n«tregu» 🧺\u0000\u200b  ' })
    await web.post(url, form)
    const { id } = await newestCommentFrom(services, form.adresa ?? '')
    const [row] = await db<{ body: string }[]>`select body from consultations.comment_versions where comment_id = ${id}`
    expect(row?.body).toBe('Për nenin 2:\n\n«tregu» 🧺')
  })

  it('from an official is the comment of a person like any other', async () => {
    const cookie = await web.signedInAs(people.albanianCoordinator)
    const form = aCommentForm()
    expect(await rowsChangedBy(db, () => web.post(url, form, { cookie }))).toEqual(A_SENT_COMMENT)
    const { id } = await newestCommentFrom(services, form.adresa ?? '')
    const [row] = await db`select by_account_id from consultations.comment_events where comment_id = ${id}`
    expect(row).toEqual({ byAccountId: null })
  })

  it('to a consultation that is not there is answered with 404 and leaves nothing', async () => {
    const changed = await rowsChangedBy(db, async () => {
      expect((await web.post(consultationUrls.comments('askund'), aCommentForm())).status).toBe(404)
    })
    expect(changed).toEqual({})
  })

  it('from a page of another site is refused and leaves nothing', async () => {
    const changed = await rowsChangedBy(db, async () => {
      expect((await web.post(url, aCommentForm(), { origin: 'https://evil.example' })).status).toBe(403)
      expect((await web.post(url, aCommentForm(), { origin: null })).status).toBe(403)
    })
    expect(changed).toEqual({})
  })
})

describe('a comment whose letter cannot be written', () => {
  beforeEach(() => db`alter table platform.mail_messages rename to mail_messages_away`)
  afterEach(async () => {
    await db`alter table if exists platform.mail_messages_away rename to mail_messages`
  })

  it('leaves nothing behind, and the same form is received once letters can be written again', async () => {
    const before = await countWithoutLetters()
    const form = { ...aCommentForm(), dokumentet: new File(['Shkresa'], 'shkresa.txt') }
    const failed = await web.post(url, form)
    expect(failed.status).toBe(500)
    expect(await countWithoutLetters()).toEqual(before)

    await db`alter table platform.mail_messages_away rename to mail_messages`
    expect(await rowsChangedBy(db, () => web.post(url, form))).toEqual({
      ...A_SENT_COMMENT,
      documents: 1,
      // One to send the letter, one to read the document.
      jobs: A_SENT_COMMENT.jobs + 1,
    })
  })

  const countWithoutLetters = async () => {
    const [row] = await db`
      select (select count(*) from consultations.comments) as comments,
             (select count(*) from consultations.comment_versions) as versions,
             (select count(*) from consultations.comment_events) as events,
             (select count(*) from platform.contacts) as contacts,
             (select count(*) from platform.documents) as documents,
             (select count(*) from graphile_worker._private_jobs) as jobs`
    return row
  }
})

it('a comment whose job cannot be written leaves no letter either', async () => {
  await db`alter table graphile_worker._private_tasks rename to tasks_away`
  try {
    const changed = await rowsChangedBy(db, async () => {
      expect((await web.post(url, aCommentForm({ adresa: 'pa-letra@posta.example' }))).status).toBe(500)
    })
    expect(changed).toEqual({})
  } finally {
    await db`alter table graphile_worker.tasks_away rename to _private_tasks`
  }
})

describe('the same form', () => {
  it('sent twice is one comment with one letter, and both are answered alike', async () => {
    const form = aCommentForm()
    const first = await web.post(url, form)
    const before = await stateOf(db)
    const second = await web.post(url, form)
    expect([second.status, second.headers.get('location')]).toEqual([first.status, first.headers.get('location')])
    expect(await stateOf(db)).toBe(before)
    expect(await lettersTo(db, form.adresa ?? '')).toHaveLength(1)
  })

  it('sent forty times at once is one comment with one letter', async () => {
    const draft = aCommentDraft()
    const changed = await rowsChangedBy(db, async () => {
      const sends = Array.from({ length: 40 }, () => postComment(services, slug, draft, BY_NOBODY_KNOWN))
      expect(new Set((await Promise.all(sends)).map(({ kind }) => kind))).toEqual(new Set(['sent']))
    })
    expect(changed).toEqual(A_SENT_COMMENT)
  })

  it('sent ten times at once through the web is one comment with one letter', async () => {
    const form = aCommentForm()
    const changed = await rowsChangedBy(db, async () => {
      const answers = await Promise.all(Array.from({ length: 10 }, () => web.post(url, form)))
      expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(303))
    })
    expect(changed).toEqual(A_SENT_COMMENT)
  })

  it('arriving again after its comment was counted changes nothing', async () => {
    const form = aCommentForm()
    await web.post(url, form)
    await web.post(`/komenti/${await tokenMailedTo(services, form.adresa ?? '')}/konfirmimi`, {})
    const before = await stateOf(db)
    expect((await web.post(url, form)).status).toBe(303)
    expect(await stateOf(db)).toBe(before)
  })
})

describe('a form that comes back changed', () => {
  it.each([
    ['other words', { komenti: 'Propozoj edhe të hënën.' }],
    ['another address', { adresa: 'pa-gabim@posta.example' }],
    ['another name', { emri: 'Arta Shembulli' }],
    ['the name hidden', { 'emri-publik': 'jo' }],
  ])('with %s is another comment, and nothing of it is lost', async (_what, change: Record<string, string>) => {
    const form = aCommentForm()
    await web.post(url, form)
    const changed = await rowsChangedBy(db, () => web.post(url, { ...form, ...change }))
    expect(changed).toMatchObject({ comments: 1, versions: 1, events: 1, letters: 1, jobs: 1 })
    expect(await rowsChangedBy(db, () => web.post(url, { ...form, ...change }))).toEqual({})
  })

  it('while it is still on its way is another comment too', async () => {
    const draft = aCommentDraft()
    const wordings = Array.from({ length: 8 }, (_, n) => ({ ...draft, body: `Propozimi im, herën e ${n + 1}.` }))
    const changed = await rowsChangedBy(db, () =>
      Promise.all([...wordings, ...wordings].map((one) => postComment(services, slug, one, BY_NOBODY_KNOWN))),
    )
    expect(changed).toEqual({ comments: 8, versions: 8, events: 8, contacts: 1, letters: 8, jobs: 8 })
  })
})

it('the same words in two forms are two comments, and the address is known once', async () => {
  const adresa = someAddress()
  const changed = await rowsChangedBy(db, async () => {
    await Promise.all([web.post(url, aCommentForm({ adresa })), web.post(url, aCommentForm({ adresa }))])
  })
  expect(changed).toEqual({ comments: 2, versions: 2, events: 2, contacts: 1, letters: 2, jobs: 2 })
})

it('every comment sent while a consultation is being cancelled either stands or is refused, and none comes after', async () => {
  const other = await givenConsultation(services, { title: 'Konsultim që anulohet' })
  const coordinator = await officialWith(services, ['consultation-coordinator', 'prova'])
  const send = () => postComment(services, other.slug, aCommentDraft(), BY_NOBODY_KNOWN)
  const [early, cancelled, late] = await Promise.all([
    Promise.all(Array.from({ length: 15 }, send)),
    cancelConsultation(services, coordinator, other.id, 'Projekti u tërhoq nga këshilli.'),
    Promise.all(Array.from({ length: 15 }, send)),
  ])
  expect(cancelled.kind).toBe('cancelled')
  const answers = [...early, ...late]
  const sent = answers.filter(({ kind }) => kind === 'sent').length
  const refused = answers.filter((answer) => answer.kind === 'refused' && answer.refusal === 'cancelled').length
  const standing = await db`select from consultations.comments where consultation_id = ${other.id}`
  const letters = await db`select from platform.mail_messages where body like ${'%Konsultim që anulohet%'}`
  expect([sent + refused, standing.length, letters.length]).toEqual([30, sent, sent])
  expect(await send()).toEqual({ kind: 'refused', refusal: 'cancelled' })
})

it('two hundred people at once are two hundred comments', async () => {
  const send = () => postComment(services, slug, aCommentDraft({ submissionId: randomUUID() }), BY_NOBODY_KNOWN)
  const changed = await rowsChangedBy(db, () => Promise.all(Array.from({ length: 200 }, send)))
  expect(changed).toEqual({ comments: 200, versions: 200, events: 200, contacts: 200, letters: 200, jobs: 200 })
})

it('the form itself names the consultation, shows what will be public, and changes nothing', async () => {
  const before = await stateOf(db)
  const response = await web.get(consultationUrls.commentForm(slug))
  const page = await response.text()
  // Nobody else keeps it; the browser does, so that the way back leads to the same form and not to a second one.
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'private, no-cache'])
  expect(page).toContain(consultation.form.title)
  for (const point of textsIn('sq').form.publicPoints) expect(page).toContain(point)
  expect(page).not.toContain(CLEAN_WORDS)
  const ids = [...page.matchAll(/name="dergesa" value="([^"]+)"/g)].map(([, id]) => id)
  const again = await (await web.get(consultationUrls.commentForm(slug))).text()
  expect(ids).toHaveLength(1)
  expect(again).not.toContain(ids[0])
  expect(await stateOf(db)).toBe(before)
})
