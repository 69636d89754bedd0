import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { entered } from '#test/ledger.ts'
import { testWeb } from '#test/web.ts'
import type { Transaction } from '#platform/db/database.ts'
import { publishedComments } from '../ledger/comment-records.ts'
import { givenComment, givenConsultation } from '../testing.ts'
import { consultationUrls } from '../urls.ts'
import { commentFilterQuery, readCommentFilter } from './comment-filter-rules.ts'

const db = await testDatabase()
const web = testWeb(db)
const consultation = await givenConsultation(web.services)
const list = consultationUrls.comments(consultation.slug)
const site = await givenComment(web.services, consultation, { body: 'Nga faqja.' })
const posted = await givenComment(web.services, consultation, { body: 'Me letër, me vonesë.' })
await entered(
  db,
  publishedComments,
  (tx: Transaction) => tx<{ id: string }[]>`
    update consultations.comments set channel = 'post', sender_kind = 'business', happened_on = '2026-01-02',
      received_on = '2026-01-03', late = true where id = ${posted.id} returning id`,
)

/** Which of the two stand on the page. */
async function shown(query: string): Promise<string[]> {
  const page = await (await web.get(list + query)).text()
  const words: Record<string, string> = { site: site.code, posted: posted.code }
  return Object.entries(words).flatMap(([name, code]) => (page.includes(`/komente/${code}"`) ? [name] : []))
}

describe('the public list of comments', () => {
  it.each([
    ['', ['site', 'posted']],
    ['?kanali=post', ['posted']],
    ['?kanali=web', ['site']],
    ['?kush=business', ['posted']],
    ['?vonese=po', ['posted']],
    ['?formulim=po', []],
    ['?kanali=post&kush=citizen', []],
    ['?kanali=fantazi', ['site', 'posted']],
  ])('%s holds what it says', async (query, expected) => {
    expect(await shown(query)).toEqual(expected)
  })

  it('offers only what occurs, and says so where nothing is left', async () => {
    const page = await (await web.get(`${list}?formulim=po`)).text()
    expect(page).toContain('<option value="post"')
    expect(page).not.toContain('<option value="phone"')
    expect(page).toContain('Asnjë koment nuk u përgjigjet këtyre kufizimeve.')
  })

  it('writes its filters as it reads them', () => {
    const query = '?kanali=post&kush=business&vonese=po&formulim=po&vendimi=accepted&grupe=po'
    expect(commentFilterQuery(readCommentFilter(Object.fromEntries(new URLSearchParams(query))))).toBe(query)
    expect(commentFilterQuery(readCommentFilter({}), '1.a')).toBe('?para=1.a')
  })
})
