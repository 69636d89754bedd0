import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { confirmComment } from '../comments/confirm-comment.ts'
import {
  aCommentForm,
  articleOf,
  givenComment,
  givenConsultation,
  newestCommentFrom,
  SMALL_REGULATION,
  someAddress,
  tokenMailedTo,
} from '../testing.ts'
import { consultationUrls, ownCommentUrls } from '../urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const place = await givenConsultation(services)
const third = articleOf(place, '3')
const BASE = '1. Shitësi paguan një tarifë për:\na) vendin e mbuluar;\nb) vendin e hapur.'

const text = (path: string) => web.get(path).then((response) => response.text())
const suggestionOf = (id: string) => db<{ n: number; suggestion: string | null; body: string }[]>`
  select n, suggestion, body from consultations.comment_versions where comment_id = ${id} order by n`

describe('a proposed wording', () => {
  it('begins with the words that stand there, of an article or of the words chosen', async () => {
    const form = consultationUrls.commentForm(place.slug)
    expect(await text(`${form}?neni=${third.nodeId}`)).toContain(`>${BASE}</textarea>`)
    const quote = new URLSearchParams({ neni: third.nodeId, fragmenti: 'vendin e hapur' })
    expect(await text(`${form}?${quote}`)).toContain('>vendin e hapur</textarea>')
    expect(await text(form)).not.toContain('Si do ta shkruanit ju?')
  })

  it('alone is a comment, and is shown against the text word by word, for eyes and ears', async () => {
    const adresa = someAddress()
    const fields = {
      neni: third.nodeId,
      baza: BASE,
      formulimi: BASE.replace('e hapur', 'e hapur, vetëm në verë'),
      komenti: '',
    }
    expect((await web.post(consultationUrls.comments(place.slug), aCommentForm({ ...fields, adresa }))).status).toBe(
      303,
    )
    await confirmComment(services, await tokenMailedTo(services, adresa))
    const { code } = await newestCommentFrom(services, adresa)
    const page = await text(consultationUrls.comment(place.slug, code ?? ''))
    expect(page).toMatch(/<ins><span class="govuk-visually-hidden">\[shtuar: <\/span>, vetëm në verë/)
    expect(page).not.toContain('<del>')
    expect(await text(`/en${consultationUrls.comment(place.slug, code ?? '')}`)).toMatch(/lang="en">\[added:/)
    expect(await text(consultationUrls.article(place.slug, third.nodeId))).toContain('Formulimi i propozuar')
    expect(await text(consultationUrls.commentData(place.slug, code ?? ''))).toContain('vetëm në verë')
    const [open] = await db`select suggestion from consultations.open_comments where code = ${code}`
    expect(open?.suggestion).toContain('vetëm në verë')
  })

  it('that changes nothing is none: white space is no proposal, and without words the comment says nothing', async () => {
    const adresa = someAddress()
    const same = { neni: third.nodeId, baza: BASE, formulimi: `  ${BASE.replaceAll('\n', ' \n')} ` }
    await web.post(consultationUrls.comments(place.slug), aCommentForm({ ...same, adresa }))
    expect(await suggestionOf((await newestCommentFrom(services, adresa)).id)).toMatchObject([{ suggestion: null }])
    const empty = await web.post(consultationUrls.comments(place.slug), aCommentForm({ ...same, komenti: '' }))
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('Shkruani komentin tuaj ose propozoni një formulim')
  })

  it('too long comes back as it was typed', async () => {
    const long = `${BASE} ${'x'.repeat(5000)}`
    const response = await web.post(
      consultationUrls.comments(place.slug),
      aCommentForm({ neni: third.nodeId, baza: BASE, formulimi: long }),
    )
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('href="#formulimi"')
    expect(html).toContain(long)
  })

  it('is kept where its author corrects the words, and can be corrected or taken back itself', async () => {
    const anchor = { about: 'article', nodeId: third.nodeId } as const
    const { id, token } = await givenComment(services, place, { anchor, suggestion: `${BASE} Pa përjashtim.` })
    const correct = (versioni: string, fields: Record<string, string>) =>
      web.post(ownCommentUrls.correction(token), { versioni, baza: BASE, ...fields })
    expect(await text(ownCommentUrls.correction(token))).toContain('Pa përjashtim.</textarea>')
    await web.post(ownCommentUrls.correction(token), { versioni: '1', komenti: 'Fjalë të reja.' })
    await correct('2', { komenti: '', formulimi: `${BASE} Me përjashtim.` })
    await correct('3', { komenti: 'Vetëm fjalë.', formulimi: BASE })
    expect(await suggestionOf(id)).toMatchObject([
      { n: 1, suggestion: `${BASE} Pa përjashtim.` },
      { n: 2, suggestion: `${BASE} Pa përjashtim.`, body: 'Fjalë të reja.' },
      { n: 3, suggestion: `${BASE} Me përjashtim.`, body: '' },
      { n: 4, suggestion: null, body: 'Vetëm fjalë.' },
    ])
  })

  it('of a long article begins with the choice of one of its points', async () => {
    const point = (n: number) => `${n}. Shitësi i radhës ${n} ${'paguan tarifën e caktuar '.repeat(12)}.`
    const long = SMALL_REGULATION.replace(
      'Prodhuesit e fshatit nuk paguajnë.',
      Array.from({ length: 8 }, (_, at) => point(at + 1)).join('\n'),
    )
    const whole = await givenConsultation(services, { text: long })
    const article = whole.articles.at(-1)
    const html = await text(`${consultationUrls.commentForm(whole.slug)}?neni=${article?.nodeId}`)
    expect(html).toContain('Zgjidhni pjesën që do ta shkruanit ndryshe')
    const links = [...html.matchAll(/href="([^"]*fragmenti=[^"]*)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    )
    expect(links).toHaveLength(8)
    expect(await text(links[2] ?? '')).toMatch(/name="formulimi"[^>]*>Shitësi i radhës 3/)
  })

  it('with a telephone number in it waits to be seen', async () => {
    const anchor = { about: 'article', nodeId: third.nodeId } as const
    const found = await givenComment(services, place, { anchor, suggestion: 'Telefononi 068 000 00 00.' })
    expect(found.state).toBe('waiting')
  })
})

describe('an organisation', () => {
  it('may say what kind it is, and need not', async () => {
    const adresa = someAddress()
    const fields = { 'ne-emer': 'organizate', organizata: 'Shoqata e Tregtarëve', 'lloji-organizates': 'business' }
    await web.post(consultationUrls.comments(place.slug), aCommentForm({ ...fields, adresa }))
    const { id } = await newestCommentFrom(services, adresa)
    const [row] = await db`select sender_kind from consultations.comments where id = ${id}`
    expect(row).toEqual({ senderKind: 'business' })
    expect((await givenComment(services, place, { onBehalf: 'organisation', organisation: 'Shoqata B' })).state).toBe(
      'published',
    )
  })
})
