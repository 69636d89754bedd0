import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { everyDoor as doors } from '#test/doors.ts'
import { testWeb } from '#test/web.ts'
import { forgetWhatIsDue } from '#platform/own-data/forget.ts'
import { eraseCommentAlone } from '../own-data/erase-comments.ts'
import { givenComment, givenConsultation, staffWith, type GivenComment, type GivenConsultation } from '../testing.ts'
import { consultationUrls, ownCommentUrls } from '../urls.ts'
import { satisfactionOf } from './satisfaction-queries.ts'
import { givenPaperLetter, givenPublishedAnswer, ratingTokenMailedTo, tellNow } from './telling-testing.ts'
import { shareOf as shareOfYear } from '../transparency/year-figure-rules.ts'
import { shareOf } from './telling-rules.ts'
import { tellingTexts } from './texts.ts'
import { tellingUrls as urls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const t = tellingTexts('sq')
const consultation = await givenConsultation(services)
const WORDS = 'Fjalë që i lexon vetëm zyra.'

const read = async (path: string, cookie?: string) => (await web.get(path, cookie ? { cookie } : {})).text()

async function answered(into: GivenConsultation = consultation): Promise<{ comment: GivenComment; token: string }> {
  const comment = await givenComment(services, into)
  await givenPublishedAnswer(services, into.id, [comment.id])
  await tellNow(services, into.id)
  return { comment, token: await ratingTokenMailedTo(services, comment.email) }
}

const ratingsOf = (commentId: string) =>
  db<{ score: number; words: string | null }[]>`
    select score, words from consultations.answer_ratings where comment_id = ${commentId}`

describe('whoever was answered', () => {
  it('rates the answer once; opening the link changes nothing, and a second rating does not count', async () => {
    const { comment, token } = await answered()
    for (let n = 0; n < 3; n++) expect(await read(urls.rating(token))).toContain(t.rating.question)
    expect(await ratingsOf(comment.id)).toEqual([])
    const first = await web.post(urls.rating(token), { vleresimi: '4', fjalet: WORDS })
    expect([first.status, first.headers.get('location')]).toEqual([303, `${urls.rating(token)}?u=ruajt`])
    const second = await web.post(urls.rating(token), { vleresimi: '1', fjalet: '' })
    expect(second.headers.get('location')).toBe(`${urls.rating(token)}?u=tashme`)
    expect(await ratingsOf(comment.id)).toEqual([{ score: 4, words: WORDS }])
    const page = await read(urls.rating(token))
    expect(page).toContain(t.rating.scores[4])
    expect(page).not.toContain('name="vleresimi"')
  })

  it('is shown what is missing, and nothing is kept', async () => {
    const { comment, token } = await answered()
    for (const fields of [{ vleresimi: '' }, { vleresimi: '6' }, { vleresimi: '3', fjalet: 'a'.repeat(1001) }])
      expect((await web.post(urls.rating(token), fields)).status).toBe(422)
    expect(await ratingsOf(comment.id)).toEqual([])
    expect((await web.post(urls.rating('x'.repeat(43)), { vleresimi: '3' })).status).toBe(404)
  })

  it('rates from the own page too, and that is the same one rating', async () => {
    const { comment, token } = await answered()
    const key = urls.ownRating(comment.token)
    expect(await read(ownCommentUrls.one(comment.token))).toContain(key)
    await web.post(key, { vleresimi: '5' })
    await web.post(urls.rating(token), { vleresimi: '1' })
    expect(await ratingsOf(comment.id)).toEqual([{ score: 5, words: null }])
  })

  it('by a printed letter finds the form at the address in it, and at that of the letter printed anew', async () => {
    const given = await givenPaperLetter(services, 'prova')
    const cookie = await web.signedInAs(staffWith('consultation-coordinator', 'prova'))
    const path = urls.papers(given.consultation.id)
    for (let n = 1; n <= 2; n++) {
      const pdf = await web.post(path, { veprimi: 'printo', letra: given.letterId }, { cookie })
      expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
      const [row] = await db<{ count: number }[]>`
        select count(*)::int as count from consultations.rating_tokens where letter_id = ${given.letterId}`
      expect(row?.count).toBe(n)
    }
    const fields = { veprimi: 'dorezo', letra: given.letterId, menyra: 'post' }
    const [day, month, year] = ['22', '11', '2026']
    const day_ = { 'dita-day': day, 'dita-month': month, 'dita-year': year }
    expect((await web.post(path, { ...fields, ...day_, 'dita-year': '2027' }, { cookie })).status).toBe(422)
    expect((await web.post(path, { ...fields, ...day_ }, { cookie })).status).toBe(303)
    expect((await web.post(path, { ...fields, ...day_ }, { cookie })).status).toBe(409)
    expect((await satisfactionOf(db, given.consultation.id)).told).toBe(1)
  })
})

describe('the words of a rating', () => {
  it('are on no public page, and in the office for those who may read comments', async () => {
    const { comment, token } = await answered()
    const secret = 'Fjalë të fshehta 7731.'
    await web.post(urls.rating(token), { vleresimi: '2', fjalet: secret })
    const { slug } = consultation
    for (const path of [
      consultationUrls.comment(slug, comment.code),
      consultationUrls.commentData(slug, comment.code),
      urls.satisfaction(),
      '/te-dhena/kenaqesia',
      '/te-dhena/kenaqesia.csv',
    ])
      expect(await read(path)).not.toContain('7731')
    const cookie = await web.signedInAs(staffWith('consultation-coordinator', 'prova'))
    expect(await read(urls.ratings(consultation.id), cookie)).toContain(secret)
  })

  it('go when their author asks to be forgotten; the score stays in the sums', async () => {
    const { comment, token } = await answered()
    await web.post(urls.rating(token), { vleresimi: '2', fjalet: WORDS })
    await db.begin((tx) => eraseCommentAlone(tx, services, `consultations.comment:${comment.id}`, 'citizen'))
    expect(await ratingsOf(comment.id)).toEqual([{ score: 2, words: null }])
    expect((await web.get(urls.rating(token))).status).toBe(404)
  })

  it('go by themselves after two years', async () => {
    const { comment, token } = await answered()
    await web.post(urls.rating(token), { vleresimi: '3', fjalet: WORDS })
    await db`update consultations.answer_ratings set at = at - interval '25 months' where comment_id = ${comment.id}`
    await forgetWhatIsDue(services, doors)
    expect(await ratingsOf(comment.id)).toEqual([{ score: 3, words: null }])
  })
})

describe('satisfaction', () => {
  it('of all but one is never the whole, however many they are', () => {
    expect([shareOf(1999, 2000), shareOf(2000, 2000), shareOf(4, 4)]).toEqual([99.9, 100, null])
    expect([shareOfYear(9999, 10_000), shareOfYear(3, 3), shareOfYear(0, 0)]).toEqual([99.9, 100, null])
  })

  it('is counted as somebody else would count it, and not shown of fewer than five', async () => {
    const into = await givenConsultation(services, { institution: 'bregas' })
    const scores = [5, 4, 4, 2, 5, 1]
    const given = []
    for (const _ of scores) given.push(await answered(into))
    for (const [n, score] of scores.slice(0, 4).entries())
      await web.post(urls.rating(given[n]?.token ?? ''), { vleresimi: String(score) })
    expect(await satisfactionOf(db, into.id)).toEqual({ told: 6, ratings: 4, satisfied: 3, share: null })
    expect((await rowOf('bregas'))?.share).toBeNull()
    expect((await rowOf('bregas'))?.satisfied).toBeNull()
    for (const [n, score] of scores.entries())
      await web.post(urls.rating(given[n]?.token ?? ''), { vleresimi: String(score) })
    const content = scores.filter((score) => score >= 4).length
    const share = Math.round((content / scores.length) * 1000) / 10
    expect(await satisfactionOf(db, into.id)).toEqual({ told: 6, ratings: 6, satisfied: content, share })
    expect(await rowOf('bregas')).toMatchObject({ year: 2026, told: 6, ratings: 6, satisfied: content, share })
    expect(await read(urls.satisfaction())).toContain(`${String(share).replace('.', ',')} %`)
  })
})

const rowOf = async (slug: string) =>
  (
    await db<{ year: number; told: number; ratings: number; satisfied: number | null; share: number | null }[]>`
      select year, told, ratings, satisfied, share from consultations.open_satisfaction where institution = ${slug}`
  )[0]
