import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { newestLetterTo } from '#test/mailbox.ts'
import { people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { rowsChangedBy, stateOf } from '../counts-testing.ts'
import { aCommentForm, givenComment, givenConsultation, givenSentComment, newestCommentFrom } from '../testing.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls, ownCommentUrls } from '../urls.ts'
import { COMMENT_LIMITS } from './comment-rules.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const consultation = await givenConsultation(services, { title: 'Rregullore për «tregun»' })
const url = consultationUrls.comments(consultation.slug)
const t = textsIn('sq')

const read = async (path: string, cookie: string) => (await web.get(path, { cookie })).text()

describe('a citizen who is signed in', () => {
  it('is not asked for an address, and the comment is received at once: a code, a receipt, no confirmation letter', async () => {
    const email = 'e-hyre@posta.example'
    const cookie = await web.signedInAsCitizen(email)
    const form = await read(consultationUrls.commentForm(consultation.slug), cookie)
    expect(form).toContain(t.form.emailKnown(email))
    expect(form).not.toContain('name="adresa"')

    const changed = await rowsChangedBy(db, async () => {
      const response = await web.post(url, aCommentForm({ adresa: 'tjeter@posta.example' }), { cookie })
      expect([response.status, response.headers.get('location')]).toEqual([303, ownCommentUrls.mine()])
    })
    expect(changed).toEqual({ comments: 1, versions: 1, events: 3, letters: 1, jobs: 1 })
    const comment = await newestCommentFrom(services, email)
    expect(comment).toMatchObject({ state: 'published', confirmedAt: services.clock.now() })
    expect((await newestLetterTo(db, email)).subject).toBe(t.letters.receiptSubject(comment.code ?? ''))
  })

  it('sending the same form twice has sent one comment', async () => {
    const cookie = await web.signedInAsCitizen('dy-here@posta.example')
    const form = aCommentForm()
    const changed = await rowsChangedBy(db, () => Promise.all([1, 2, 3].map(() => web.post(url, form, { cookie }))))
    expect(changed).toEqual({ comments: 1, versions: 1, events: 3, letters: 1, jobs: 1 })
  })

  it('finds the own comments in one list, those of the link among them, and nobody else’s', async () => {
    const cookie = await web.signedInAsCitizen('lista@posta.example')
    const byLink = await givenComment(services, consultation, { email: 'lista@posta.example' })
    const unconfirmed = await givenSentComment(services, consultation, { email: 'lista@posta.example' })
    const stranger = await givenComment(services, consultation)
    const page = await read(ownCommentUrls.mine(), cookie)
    expect(page).toContain(ownCommentUrls.one(byLink.id))
    expect(page).toContain(ownCommentUrls.one(unconfirmed.id))
    expect(page).not.toContain(stranger.id)
    expect(page).not.toContain(stranger.code)
    expect((await web.get(ownCommentUrls.mine(), { cookie })).headers.get('cache-control')).toBe('no-store')
  })

  it('sees, corrects and withdraws an own comment by its number', async () => {
    const email = 'me-numer@posta.example'
    const cookie = await web.signedInAsCitizen(email)
    const { id } = await givenComment(services, consultation, { email })
    expect(await read(ownCommentUrls.one(id), cookie)).toContain(t.own.received)
    const corrected = await web.post(
      ownCommentUrls.correction(id),
      { komenti: 'Fjalë të reja.', versioni: '1' },
      { cookie },
    )
    expect(corrected.headers.get('location')).toBe(`${ownCommentUrls.one(id)}?u=ndryshua`)
    const withdrawn = await web.post(ownCommentUrls.withdrawal(id), {}, { cookie })
    expect(withdrawn.headers.get('location')).toBe(`${ownCommentUrls.one(id)}?u=terhoq`)
    expect(await newestCommentFrom(services, email)).toMatchObject({ state: 'withdrawn', version: 2 })
  })
})

describe('somebody else’s comment', () => {
  it('is not there by its number: for another citizen, for an official, for nobody', async () => {
    const { id } = await givenComment(services, consultation)
    const cookies = [
      await web.signedInAsCitizen('tjetri@posta.example'),
      await web.signedInAs(people.albanianModerator),
      await web.signedInAs(people.albanianCoordinator, { level: 1 }),
      '',
    ]
    const before = await stateOf(db)
    for (const cookie of cookies) {
      const statuses = [
        (await web.get(ownCommentUrls.one(id), { cookie })).status,
        (await web.get(ownCommentUrls.correction(id), { cookie })).status,
        (await web.get(ownCommentUrls.withdrawal(id), { cookie })).status,
        (await web.post(ownCommentUrls.confirmation(id), {}, { cookie })).status,
        (await web.post(ownCommentUrls.correction(id), { komenti: 'Fjalë të huaja.', versioni: '1' }, { cookie }))
          .status,
        (await web.post(ownCommentUrls.withdrawal(id), {}, { cookie })).status,
      ]
      expect(statuses).toEqual(Array(6).fill(404))
    }
    expect(await stateOf(db)).toBe(before)
  })

  it('list is not there for officials, and leads nobody to the sign-in and back', async () => {
    const official = await web.signedInAs(people.albanianModerator)
    expect((await web.get(ownCommentUrls.mine(), { cookie: official })).status).toBe(403)
    const nobody = await web.get(`/en${ownCommentUrls.mine()}`)
    expect([nobody.status, nobody.headers.get('location')]).toEqual([303, `/en/hyr?pastaj=${ownCommentUrls.mine()}`])
  })
})

describe('correcting by the private link', () => {
  const correct = (token: string, komenti: string, versioni = '1') =>
    web.post(ownCommentUrls.correction(token), { komenti, versioni })

  it('shows the words as they are, and writes a new version', async () => {
    const { token, id } = await givenComment(services, consultation, { body: 'Fjalët <e para> & të vjetra.' })
    const form = await (await web.get(ownCommentUrls.correction(token))).text()
    expect(form).toContain('Fjalët &lt;e para&gt; &amp; të vjetra.')
    expect(await rowsChangedBy(db, () => correct(token, 'Fjalët e dyta.'))).toEqual({ versions: 1, events: 1 })
    const versions =
      await db`select n, body, hidden from consultations.comment_versions where comment_id = ${id} order by n`
    expect(versions).toEqual([
      { n: 1, body: 'Fjalët <e para> & të vjetra.', hidden: false },
      { n: 2, body: 'Fjalët e dyta.', hidden: false },
    ])
  })

  it('keeps who spoke and how they wished to be named', async () => {
    const organisation = {
      onBehalf: 'organisation',
      organisation: 'Shoqata Kaltërsira',
      authorName: 'Arta Shembull',
      namePublic: false,
    } as const
    const { token, id } = await givenComment(services, consultation, organisation)
    await correct(token, 'Fjalët e dyta.')
    const [row] = await db`
      select on_behalf, organisation, author_name, name_public from consultations.comment_versions
      where comment_id = ${id} and n = 2`
    expect(row).toEqual(organisation)
  })

  it('pressed twice, one after the other or at once, writes one version', async () => {
    const first = await givenComment(services, consultation)
    await correct(first.token, 'Fjalët e dyta.')
    expect(await rowsChangedBy(db, () => correct(first.token, 'Fjalët e dyta.'))).toEqual({})

    const second = await givenComment(services, consultation)
    const changed = await rowsChangedBy(db, async () => {
      const presses = await Promise.all(Array.from({ length: 8 }, () => correct(second.token, 'Fjalët e dyta.')))
      expect(presses.map(({ status }) => status)).toEqual(Array(8).fill(303))
    })
    expect(changed).toEqual({ versions: 1, events: 1 })
  })

  it('with different words from two windows at once keeps both, one after the other', async () => {
    const { token, id } = await givenComment(services, consultation)
    const presses = await Promise.all(['Fjalët e dyta.', 'Fjalët e treta.'].map((words) => correct(token, words)))
    expect(presses.map(({ status }) => status)).toEqual([303, 303])
    const versions = await db<
      { body: string }[]
    >`select body from consultations.comment_versions where comment_id = ${id}`
    expect(versions.map(({ body }) => body)).toEqual(expect.arrayContaining(['Fjalët e dyta.', 'Fjalët e treta.']))
  })

  it.each([
    ['nothing', '', 422],
    ['what stands there already', 'Propozimi im i parë.', 422],
    ['too much', 'ë'.repeat(COMMENT_LIMITS.body + 1), 422],
  ])('with %s is told, and changes nothing', async (_what, words, status) => {
    const { token } = await givenComment(services, consultation, { body: 'Propozimi im i parë.' })
    const before = await stateOf(db)
    const response = await correct(token, words)
    const page = await response.text()
    expect(response.status).toBe(status)
    expect(page).toContain('href="#komenti"')
    expect(page).toContain(words)
    expect(await stateOf(db)).toBe(before)
  })

  it('is not possible before the comment is confirmed', async () => {
    const { token } = await givenSentComment(services, consultation)
    const before = await stateOf(db)
    const response = await correct(token, 'Fjalët e dyta.')
    expect(response.status).toBe(409)
    expect(await response.text()).toContain('Fjalët e dyta.')
    expect((await web.post(ownCommentUrls.withdrawal(token), {})).status).toBe(409)
    expect(await stateOf(db)).toBe(before)
  })

  it('is limited for an hour, with the words kept', async () => {
    const { token } = await givenComment(services, consultation)
    const answers = []
    for (let n = 0; n < 20; n++) answers.push(await correct(token, `Fjalët e herës ${n}.`, String(n + 1)))
    expect(answers.at(0)?.status).toBe(303)
    expect(answers.at(-1)?.status).toBe(429)
    expect(await answers.at(-1)?.text()).toContain('Fjalët e herës 19.')
    const other = await givenComment(services, consultation)
    expect((await correct(other.token, 'Fjalët e një tjetri.')).status).toBe(303)
  })
})

describe('withdrawing by the private link', () => {
  it('asks once more, and then takes it back', async () => {
    const { token, email } = await givenComment(services, consultation)
    const before = await stateOf(db)
    expect(await (await web.get(ownCommentUrls.withdrawal(token))).text()).toContain(t.own.withdrawTitle)
    expect(await stateOf(db)).toBe(before)
    const withdrawn = await web.post(ownCommentUrls.withdrawal(token), {})
    expect(await (await web.get(withdrawn.headers.get('location') ?? '')).text()).toContain(t.own.withdrawn)
    expect((await newestCommentFrom(services, email)).state).toBe('withdrawn')
  })

  it('pressed twice at once is written once', async () => {
    const { token } = await givenComment(services, consultation)
    const changed = await rowsChangedBy(db, () =>
      Promise.all(Array.from({ length: 5 }, () => web.post(ownCommentUrls.withdrawal(token), {}))),
    )
    expect(changed).toEqual({ events: 1 })
  })

  it('at the moment at which it is corrected leaves it withdrawn or says so, and never both half', async () => {
    const { token, email, id } = await givenComment(services, consultation)
    const [corrected, withdrawn] = await Promise.all([
      web.post(ownCommentUrls.correction(token), { komenti: 'Fjalët e dyta.', versioni: '1' }),
      web.post(ownCommentUrls.withdrawal(token), {}),
    ])
    expect([303, 409]).toContain(corrected.status)
    expect(withdrawn.status).toBe(303)
    const comment = await newestCommentFrom(services, email)
    const versions = await db`select from consultations.comment_versions where comment_id = ${id}`
    expect(comment).toMatchObject({ state: 'withdrawn', version: versions.length })
  })
})

it('the receipt tells the history in order, with what happened and when, and no official by name', async () => {
  const { token, code } = await givenComment(services, consultation)
  services.clock.passMinutes(60)
  await web.post(ownCommentUrls.correction(token), { komenti: 'Fjalët e dyta.', versioni: '1' })
  const page = await (await web.get(ownCommentUrls.one(token))).text()
  const places = (['sent', 'confirmed', 'published', 'corrected'] as const).map((kind) =>
    page.indexOf(`>${t.own.events[kind]}`),
  )
  expect(places.every((place) => place > 0)).toBe(true)
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  expect(page).toContain(code)
  expect(page).not.toContain(people.albanianModerator.name)
})
