import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { lettersTo } from '#test/mailbox.ts'
import { people, type TestPerson } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import type { Transaction } from '#platform/db/database.ts'
import { entered } from '#test/ledger.ts'
import { publishedComments } from '../ledger/comment-records.ts'
import { correctComment } from '../comments/correct-comment.ts'
import { rowsChangedBy, stateOf } from '../counts-testing.ts'
import {
  articleOf,
  givenComment,
  givenConsultation,
  givenSentComment,
  newestCommentFrom,
  officialWith,
  staffWith,
} from '../testing.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls, officeUrls } from '../urls.ts'
import { moderateComment } from './moderate-comment.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const here = await givenConsultation(services)
const there = await givenConsultation(services, { institution: 'provas', title: 'Rregullore e komunës' })
const t = textsIn('sq')

const PHONE = 'Më telefononi në 069 000 00 00.'

/** What an official reads and sends. A move carries what its form showed: the comment as it stood when it was opened. */
const as = async (person: TestPerson) => {
  const cookie = await web.signedInAs(person)
  return {
    get: (path: string) => web.get(path, { cookie }),
    read: async (path: string) => (await web.get(path, { cookie })).text(),
    hold: (id: string, gjendja: string, fields: Record<string, string> = {}) =>
      web.post(
        officeUrls.hold(id),
        { arsyeja: 'insult', shpjegimi: '', versioni: '1', gjendja, ...fields },
        { cookie },
      ),
    release: (id: string, gjendja: string, versioni = '1') =>
      web.post(officeUrls.release(id), { versioni, gjendja }, { cookie }),
  }
}

const moderator = await as(people.albanianModerator)
const stranger = await as(people.kosovarModerator)

const codesIn = (page: string): string[] =>
  [
    ...page.matchAll(
      /href="\/zyra\/komente\/[0-9a-f-]{36}(?:\?[^"]*)?" data-desk-open[^>]*>([0-9A-Z]{4}-[0-9A-Z]{4})</g,
    ),
  ].map(([, code = '']) => code)

const olderIn = (page: string): string | null =>
  /href="(\/zyra\/komente\?[^"]*para=[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? null

describe('the list of comments', () => {
  it('shows what was confirmed, in every state, and nothing that was not', async () => {
    const published = await givenComment(services, here)
    const waiting = await givenComment(services, here, { body: PHONE })
    const sent = await givenSentComment(services, here, { body: 'Fjala e pakonfirmuar kukumjaçkë.' })
    const page = await moderator.read(officeUrls.comments())
    expect(codesIn(page)).toEqual(expect.arrayContaining([published.code, waiting.code]))
    expect(page).not.toContain('kukumjaçkë')
    expect(page).not.toContain(sent.id)
    expect((await moderator.get(officeUrls.comment(sent.id))).status).toBe(404)
  })

  it('is narrowed by state, consultation, words, name, organisation and code, with the marks left aside', async () => {
    const other = await givenConsultation(services, { title: 'Rregullore për varrezat' })
    const one = await givenComment(services, other, {
      body: 'Këmbësorët çajnë rrugën 100%.',
      authorName: 'Çelnike Shembull',
    })
    const two = await givenComment(services, other, {
      body: `Diçka tjetër. ${PHONE}`,
      onBehalf: 'organisation',
      organisation: 'Shoqata Kaltërsira',
    })
    const found = async (question: string) =>
      codesIn(await moderator.read(`${officeUrls.comments()}?konsultimi=${other.id}&${question}`))
    expect((await found('')).toSorted()).toEqual([one.code, two.code].toSorted())
    expect(await found('gjendja=waiting')).toEqual([two.code])
    expect(await found('gjendja=published')).toEqual([one.code])
    expect(await found('gjendja=held')).toEqual([])
    expect(await found('q=KEMBESORET')).toEqual([one.code])
    expect(await found('q=celnike')).toEqual([one.code])
    expect(await found('q=kaltersira')).toEqual([two.code])
    expect(await found(`q=${two.code.toLowerCase()}`)).toEqual([two.code])
    expect(await found('q=100%25')).toEqual([one.code])
    expect(await found('q=%25')).toEqual([one.code])
    expect(await found('q=_')).toEqual([])
    expect(
      codesIn(await moderator.read(`${officeUrls.comments()}?gjendja=shkarravina&konsultimi=nuk&para=x`)).length,
    ).toBeGreaterThan(0)
  })

  it('is paged by key: 120 comments, also of one and the same moment, without loss and without doubles', async () => {
    const many = await givenConsultation(services, { title: 'Rregullore me shumë komente' })
    const { id } = await givenComment(services, many)
    await copyComment(id, 119)
    const seen: string[][] = []
    let path: string | null = `${officeUrls.comments()}?konsultimi=${many.id}&gjendja=published`
    while (path !== null && seen.length < 10) {
      const page = await moderator.read(path)
      expect(page).toContain(`<option value="${many.id}" selected`)
      seen.push(codesIn(page))
      path = olderIn(page)
    }
    expect(seen.map((codes) => codes.length)).toEqual([50, 50, 20])
    expect(new Set(seen.flat()).size).toBe(120)
  })

  it('begins at its beginning when somebody has changed the key', async () => {
    for (const key of ['x', '1.x', "1.' or 1=1", '99999999999999.00000000-0000-0000-0000-000000000000']) {
      expect((await moderator.get(`${officeUrls.comments()}?para=${encodeURIComponent(key)}`)).status).toBe(200)
    }
  })

  it('counts what waits on the first page of the office', async () => {
    const before = await waitingTile()
    await givenComment(services, here, { body: PHONE })
    await givenComment(services, there, { body: PHONE })
    expect(await waitingTile()).toBe(before + 1)
  })

  const waitingTile = async () => {
    const page = await moderator.read('/zyra')
    return Number(
      /(\d+)<\/[^>]+>(?:(?!<li).)*?gjendja=waiting|gjendja=waiting(?:(?!<li).)*?>(\d+)</s
        .exec(page)
        ?.slice(1)
        .find(Boolean),
    )
  }
})

/** Many more of one comment, three a moment. */
async function copyComment(id: string, times: number): Promise<void> {
  const copy = (tx: Transaction) => tx<{ id: string }[]>`
    with copies as (
      insert into consultations.comments
        (institution_id, consultation_id, code, submission_id, contact_id, token_digest, lang, about, state, sent_at,
         confirmed_at, published_at, changed_at)
      select institution_id, consultation_id, translate(lpad(n::text, 4, '0'), '01', 'AB') || '-CPYS', gen_random_uuid(), contact_id,
             sha256(n::text::bytea), lang, about, state, sent_at, confirmed_at - (n / 3) * interval '1 millisecond',
             published_at, changed_at
      from consultations.comments, generate_series(1, ${times}) as n where id = ${id}
      returning id, institution_id)
    insert into consultations.comment_versions (institution_id, comment_id, n, body, on_behalf, author_name, name_public, written_at)
    select copies.institution_id, copies.id, 1, body, on_behalf, author_name, name_public, written_at
    from copies, consultations.comment_versions as version where version.comment_id = ${id}
    returning comment_id as id`
  await entered(db, publishedComments, copy)
}

describe('one comment in the office', () => {
  it('shows the words, why it waits, what it is about, and which of the two moves are open', async () => {
    const anchor = {
      about: 'passage',
      nodeId: articleOf(here, '2').nodeId,
      quote: 'pastrohet sheshi',
      prefix: '',
      suffix: '',
    } as const
    const { id, code } = await givenComment(services, here, { body: `<b>${PHONE}</b>`, anchor })
    const page = await moderator.read(officeUrls.comment(id))
    expect(page).toContain(code)
    expect(page).toContain('&lt;b&gt;Më telefononi')
    expect(page).toContain('pastrohet sheshi')
    expect(page).toContain(t.office.foundWords(t.office.found.telephone ?? ''))
    expect(page).toContain(officeUrls.hold(id))
    expect(page).toContain(officeUrls.release(id))
  })

  it('leads to the one that has waited longest', async () => {
    await db`update consultations.comments set state = 'withdrawn' where state = 'waiting'`
    const first = await givenComment(services, here, { body: PHONE })
    services.clock.passMinutes(1)
    const second = await givenComment(services, here, { body: PHONE })
    await givenComment(services, there, { body: PHONE })
    expect(await moderator.read(officeUrls.comment(second.id))).toContain(`href="${officeUrls.comment(first.id)}"`)
    await moderator.release(first.id, 'waiting')
    expect(await moderator.read(officeUrls.comment(second.id))).not.toContain(t.office.nextWaiting)
  })
})

describe('holding', () => {
  it('needs a ground: without one nothing moves, and the explanation that was typed comes back', async () => {
    const { id } = await givenComment(services, here)
    const before = await stateOf(db)
    const response = await moderator.hold(id, 'published', { arsyeja: 'përtaci', shpjegimi: 'Shpjegimi im <b>' })
    const page = await response.text()
    expect(response.status).toBe(422)
    expect(page).toContain('href="#arsyeja"')
    expect(page).toMatch(/<input[^>]* id="arsyeja"/)
    expect(page).toContain('Shpjegimi im &lt;b&gt;')
    const long = await moderator.hold(id, 'published', { shpjegimi: 'ë'.repeat(1001) })
    expect([long.status, (await long.text()).includes('href="#shpjegimi"')]).toEqual([422, true])
    expect(await stateOf(db)).toBe(before)
  })

  it('is on record with who, when and why; the author’s letter and receipt name no official', async () => {
    const { id, email } = await givenComment(services, here)
    const changed = await rowsChangedBy(db, async () => {
      const response = await moderator.hold(id, 'published', {
        arsyeja: 'advertising',
        shpjegimi: 'Hiqni emrin e dyqanit.',
      })
      expect([response.status, response.headers.get('location')]).toEqual([303, `${officeUrls.comment(id)}?u=mbajt`])
    })
    expect(changed).toEqual({ events: 1, letters: 1, jobs: 1 })
    const [event] = await db`
      select event.kind, event.ground, event.note, event.version, event.at, account.email from consultations.comment_events as event
      join platform.accounts as account on account.id = event.by_account_id where event.comment_id = ${id}`
    const { email: by } = people.albanianModerator
    expect(event).toEqual({
      kind: 'held',
      ground: 'advertising',
      note: 'Hiqni emrin e dyqanit.',
      version: 1,
      at: services.clock.now(),
      email: by,
    })
    const letter = (await lettersTo(db, email)).find(({ body }) => body?.includes('Hiqni emrin e dyqanit.'))
    expect(letter?.body).not.toContain(people.albanianModerator.name)
  })

  it('a comment in English writes to its author in English', async () => {
    const { id, email } = await givenComment(services, here)
    const inEnglish = (tx: Transaction) => tx<{ id: string }[]>`
      update consultations.comments set lang = 'en' where id = ${id} returning id`
    await entered(db, publishedComments, inEnglish)
    await moderator.hold(id, 'published')
    const langs = (await lettersTo(db, email)).map(({ lang }) => lang)
    expect(langs).toContain('en')
  })
})

describe('two moderators at once', () => {
  const refusedOnce = async (moves: readonly Promise<Response>[]) => {
    const responses = await Promise.all(moves)
    expect(responses.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([303, 409])
    const loser = responses.find(({ status }) => status === 409)
    const page = (await loser?.text()) ?? ''
    expect(page).toContain(t.office.movedMeanwhile)
    return page
  }

  it('holding and releasing the same comment: the second is shown how it stands now', async () => {
    const second = await as(staffWith('consultation-coordinator', 'prova'))
    for (let n = 0; n < 5; n++) {
      const { id } = await givenComment(services, here, { body: PHONE })
      const changed = await rowsChangedBy(db, () =>
        // Both pages showed it waiting.
        refusedOnce([moderator.hold(id, 'published', { gjendja: 'waiting' }), second.release(id, '1', 'waiting')]),
      )
      expect(changed).toEqual({ events: 1, letters: 1, jobs: 1 })
    }
  })

  it('holding the same comment: one hold, one letter', async () => {
    const second = await as(staffWith('consultation-coordinator', 'prova'))
    const { id } = await givenComment(services, here)
    const changed = await rowsChangedBy(db, () =>
      refusedOnce([moderator.hold(id, 'published'), second.hold(id, 'published', { arsyeja: 'unlawful' })]),
    )
    expect(changed).toEqual({ events: 1, letters: 1, jobs: 1 })
  })
})

describe('a move over words that have changed since', () => {
  it('is not made: the moderator is shown the new words first', async () => {
    const { id, token } = await givenComment(services, here, { body: PHONE })
    await correctComment(services, { token }, 'Fjalët e reja. 068 000 00 00', 1)
    const before = await stateOf(db)
    const moves = [
      moderator.release(id, 'waiting', '1'),
      moderator.hold(id, 'waiting', { versioni: '1' }),
      moderator.release(id, 'waiting', 'nuk'),
      moderator.release(id, 'waiting', ''),
      moderator.release(id, 'held', '2'),
    ]
    for (const move of moves) {
      const response = await move
      const page = await response.text()
      expect(response.status).toBe(409)
      expect(page).toContain('Fjalët e reja.')
      expect(page).toContain('name="versioni" value="2"')
    }
    expect(await stateOf(db)).toBe(before)
    expect((await moderator.release(id, 'waiting', '2')).status).toBe(303)
  })

  it('at the very moment of the correction either comes first or is told', async () => {
    const official = await officialWith(services, ['moderator', 'prova'])
    for (let n = 0; n < 10; n++) {
      const { id, token, email } = await givenComment(services, here, { body: PHONE })
      const [moved, corrected] = await Promise.all([
        moderateComment(services, official, id, 1, { move: 'release' }),
        correctComment(services, { token }, 'Fjalët e reja. 068 000 00 00', 1),
      ])
      expect(['done', 'moved-meanwhile']).toContain(moved.kind)
      expect(corrected.kind).toBe('changed')
      expect(await newestCommentFrom(services, email)).toMatchObject({ state: 'waiting', version: 2 })
    }
  })
})

describe.each([
  ['Albanian', here, people.albanianModerator, people.kosovarModerator],
  ['Kosovar', there, people.kosovarModerator, people.albanianModerator],
])('an %s comment', (_country, consultation, own, foreign) => {
  it('is listed, read and moved by its own institution, and by no other', async () => {
    const [at, away] = [await as(own), await as(foreign)]
    const { id, code, email } = await givenComment(services, consultation, { body: `Fjala rrokullima. ${PHONE}` })
    const before = await stateOf(db)
    expect(await away.read(`${officeUrls.comments()}?q=rrokullima`)).not.toContain(code)
    expect(await away.read(`${officeUrls.comments()}?konsultimi=${consultation.id}`)).not.toContain(code)
    expect((await away.get(officeUrls.comment(id))).status).toBe(404)
    expect([403, 404]).toContain((await away.hold(id, 'waiting')).status)
    expect([403, 404]).toContain((await away.release(id, 'waiting')).status)
    expect(await away.read(officeUrls.comments())).not.toContain(consultation.form.title)
    expect(await stateOf(db)).toBe(before)

    expect(await at.read(`${officeUrls.comments()}?q=rrokullima`)).toContain(code)
    expect((await at.get(officeUrls.comment(id))).status).toBe(200)
    expect((await at.hold(id, 'waiting')).status).toBe(303)
    expect((await at.release(id, 'held')).status).toBe(303)
    expect((await newestCommentFrom(services, email)).state).toBe('published')
  })
})

describe('a role in one institution and another role elsewhere', () => {
  it('do not add up: who moderates here and audits there moves nothing there', async () => {
    const both = await as({
      email: 'dy-role@prova.example',
      name: 'Liri Prove',
      roles: [
        { role: 'moderator', institution: 'prova' },
        { role: 'auditor', institution: 'provas' },
      ],
    })
    const { id } = await givenComment(services, there, { body: PHONE })
    const before = await stateOf(db)
    const page = await both.get(officeUrls.comment(id))
    expect([page.status, (await page.text()).includes(officeUrls.release(id))]).toEqual([200, false])
    expect((await both.release(id, 'waiting')).status).toBe(403)
    expect((await both.hold(id, 'waiting')).status).toBe(403)
    expect(await stateOf(db)).toBe(before)
  })
})

describe('an auditor', () => {
  it('reads the comments of both countries and moves none', async () => {
    const auditor = await as(people.auditor)
    const comments = [
      await givenComment(services, here, { body: PHONE }),
      await givenComment(services, there, { body: PHONE }),
    ]
    const before = await stateOf(db)
    const list = await auditor.read(officeUrls.comments())
    for (const { id, code } of comments) {
      expect(list).toContain(code)
      const page = await auditor.read(officeUrls.comment(id))
      expect(page).toContain('069 000 00 00')
      expect(page).not.toContain('<form method="post" action="/zyra/komente')
      expect((await auditor.hold(id, 'waiting')).status).toBe(403)
      expect((await auditor.release(id, 'waiting')).status).toBe(403)
    }
    expect(await stateOf(db)).toBe(before)
  })
})

it('an attachment of another comment does not open under this one', async () => {
  const { id } = await givenComment(services, here)
  expect((await moderator.get(officeUrls.commentDocument(id, crypto.randomUUID()))).status).toBe(404)
  expect((await moderator.get(officeUrls.commentDocument(id, 'x'))).status).toBe(404)
  expect((await stranger.get(officeUrls.commentDocument(id, crypto.randomUUID()))).status).toBe(404)
})

it('an address that is no number leads to the page for what is not there', async () => {
  for (const id of ['1', '%00', "' or 1=1", 'undefined']) {
    expect([id, (await moderator.get(officeUrls.comment(id))).status]).toEqual([id, 404])
    expect([id, (await moderator.release(id, 'waiting')).status]).toEqual([id, 404])
  }
  expect((await web.get(consultationUrls.comment(here.slug, 'AAAA-AAAA'))).status).toBe(404)
})
