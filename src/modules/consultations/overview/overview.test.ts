import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { givenComment, givenConsultation } from '../testing.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const consultation = await givenConsultation(services)
const page = async (address = `/konsultime/${consultation.slug}`) => (await web.get(address)).text()

describe('the page of a consultation', () => {
  it('says in one place what is asked, until when, and has the one button', async () => {
    const minute = /<section[^>]*kv-minute[\s\S]*?<\/section>/.exec(await page())?.[0] ?? ''
    expect(minute).toContain('Çfarë ju kërkohet')
    expect(minute).toMatch(/Deri më \d+ \p{L}+ \d{4}, në orën 24:00/u)
    expect(minute).toContain(`href="/konsultime/${consultation.slug}/komento"`)
  })

  it('tells what comes, and promises no day that nobody knows', async () => {
    const next = /<section aria-labelledby="cfare-ndodh"[\s\S]*?<\/section>/.exec(await page())?.[0] ?? ''
    expect(next).toContain('Pranohen komente')
    expect(next).toContain('Për këtë hap nuk njohim afat ligjor')
    expect(next.match(/aria-current="step"/g)).toHaveLength(1)
  })

  it('counts what was said, article by article', async () => {
    expect(await page()).toContain('Ende askush nuk ka komentuar.')
    await givenComment(services, consultation)
    const said = /<section aria-labelledby="cfare-u-tha"[\s\S]*?<\/section>/.exec(await page())?.[0] ?? ''
    expect(said).toContain('Lexoni komentin')
  })
})

describe('a link that is passed on', () => {
  it('has a title, a line and a picture, each in the language of the page', async () => {
    const head = await page(`/en/konsultime/${consultation.slug}`)
    expect(head).toContain('<meta property="og:type" content="article"')
    expect(head).toMatch(/<meta property="og:description" content="Comments until \d+ \w+ \d{4}"/)
    expect(head).toMatch(new RegExp(`og:image" content="http[^"]+/en/konsultime/${consultation.slug}/pamja.png"`))
  })

  it('shows a picture of the size that is shown whole, and none of what is not there', async () => {
    const answer = await web.get(`/konsultime/${consultation.slug}/pamja.png`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
    const { width, height } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
    expect([width, height]).toEqual([1200, 630])
    expect((await web.get('/konsultime/nuk-ka/pamja.png')).status).toBe(404)
  })
})
