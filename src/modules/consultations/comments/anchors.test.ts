import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import type { Transaction } from '#platform/db/database.ts'
import { deadlineRecords } from '#platform/deadlines/deadline-records.ts'
import { entered } from '#test/ledger.ts'
import { publishedConsultations } from '../ledger/consultation-records.ts'
import { rowsChangedBy } from '../counts-testing.ts'
import {
  aCommentForm,
  articleOf,
  givenComment,
  givenConsultation,
  newestCommentFrom,
  tokenMailedTo,
} from '../testing.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls, ownCommentUrls } from '../urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const consultation = await givenConsultation(services)
const other = await givenConsultation(services, { institution: 'provas' })
const url = consultationUrls.comments(consultation.slug)
const t = textsIn('sq').form
const { nodeId } = articleOf(consultation, '2')

const anchorOf = async ({ adresa = '' }: Record<string, string>) => {
  const { id } = await newestCommentFrom(services, adresa)
  const [row] = await db`
    select about, node_id, article_label, quote, quote_prefix, quote_suffix, quote_start from consultations.comments
    where id = ${id}`
  return row
}

const send = async (about: Record<string, string>) => {
  const form = aCommentForm({ komenti: 'Fjalët e mia për këtë nen.', ...about })
  const response = await web.post(url, form)
  return { response, form, page: await response.text() }
}

const NO_QUOTE = { quote: null, quotePrefix: null, quoteSuffix: null, quoteStart: null }

describe('a comment', () => {
  it('on the whole text hangs on no article', async () => {
    const { form } = await send({ neni: '' })
    expect(await anchorOf(form)).toEqual({ about: 'whole', nodeId: null, articleLabel: null, ...NO_QUOTE })
  })

  it('on an article hangs on its lineage and carries its label as printed', async () => {
    const article = articleOf(consultation, '3/1')
    const { form } = await send({ neni: article.nodeId })
    expect(await anchorOf(form)).toEqual({
      about: 'article',
      nodeId: article.nodeId,
      articleLabel: '3/1',
      ...NO_QUOTE,
    })
  })

  it('on exact words keeps them with their place, and what stands around tells two equal places apart', async () => {
    const quote = 'tregu mbyllet në orën 14:00'
    const { words } = articleOf(consultation, '2')
    const first = await send({ neni: nodeId, fragmenti: 'Tregu hapet të martën.' })
    const second = await send({ neni: nodeId, fragmenti: quote, para: 'Të premten ', pas: ', sepse pastrohet' })
    expect(await anchorOf(first.form)).toMatchObject({ about: 'passage', quote: 'Tregu hapet të martën.' })
    expect(await anchorOf(second.form)).toEqual({
      about: 'passage',
      nodeId,
      articleLabel: '2',
      quote,
      quotePrefix: 'Të premten',
      quoteSuffix: ', sepse pastrohet',
      quoteStart: [...words.replaceAll(/\s+/g, ' ')].join('').indexOf(quote),
    })
  })

  it('of the same words at another place of the article hangs at that place', async () => {
    const quote = 'mbyllet në orën 14:00'
    const first = await send({ neni: nodeId, fragmenti: quote, para: 'martën. Tregu ' })
    const second = await send({ neni: nodeId, fragmenti: quote, para: 'premten tregu ' })
    const [at, later] = [await anchorOf(first.form), await anchorOf(second.form)]
    expect(at?.quoteStart).toBeLessThan(Number(later?.quoteStart))
  })
})

describe('an anchor that does not hold', () => {
  const refused = async (about: Record<string, string>, refusal: string) => {
    const changed = await rowsChangedBy(db, async () => {
      const { response, page, form } = await send(about)
      expect(response.status).toBe(409)
      expect(page).toContain(refusal)
      for (const words of ['Fjalët e mia për këtë nen.', 'Arta Shembull', form.adresa ?? ''])
        expect(page).toContain(words)
    })
    expect(changed).toEqual({})
  }

  it('because the words are not in the article is told with the comment’s own words kept', async () => {
    await refused({ neni: nodeId, fragmenti: 'Tregu hapet të mërkurën.' }, t.refusals['no-such-passage'])
  })

  it('because the words are those of another article is told too', async () => {
    await refused({ neni: nodeId, fragmenti: 'Prodhuesit e fshatit nuk paguajnë.' }, t.refusals['no-such-passage'])
  })

  it('because the article is of another consultation is told, also when it is of another country', async () => {
    await refused({ neni: articleOf(other, '2').nodeId }, t.refusals['no-such-article'])
    await refused({ neni: articleOf(other, '2').nodeId, fragmenti: 'pastrohet sheshi' }, t.refusals['no-such-article'])
  })

  it('because there is no such article is told', async () => {
    await refused({ neni: crypto.randomUUID() }, t.refusals['no-such-article'])
  })

  it('because it is a chapter or a point and no article is told', async () => {
    const nodes = await db<{ nodeId: string; kind: string }[]>`
      select node.node_id, node.kind from platform.text_nodes as node
      where node.version_id = (select version_id from platform.text_nodes where node_id = ${nodeId})
        and node.kind in ('chapter', 'point')`
    for (const kind of ['chapter', 'point']) {
      await refused({ neni: nodes.find((node) => node.kind === kind)?.nodeId ?? '' }, t.refusals['no-such-article'])
    }
  })

  it('because it is no id at all is told as a mistake in the form', async () => {
    const { response, page } = await send({ neni: "2' or 1=1" })
    expect(response.status).toBe(422)
    expect(page).toContain('Fjalët e mia për këtë nen.')
  })
})

it('a consultation without a text takes comments on the whole, and on nothing else', async () => {
  const bare = await givenConsultationWithoutText()
  const form = aCommentForm()
  expect((await web.post(consultationUrls.comments(bare), form)).status).toBe(303)
  expect((await web.post(consultationUrls.comments(bare), aCommentForm({ neni: nodeId }))).status).toBe(409)
})

/** Made as the history of older papers is: what has neither text nor document cannot be published by the office. */
async function givenConsultationWithoutText(): Promise<string> {
  const slug = 'pa-tekst'
  const copy = (tx: Transaction) => tx<{ id: string }[]>`
    insert into consultations.consultations
      (institution_id, slug, register_year, register_number, title, summary, act_kind, legal_basis, opens_on,
       contact_email, state, created_at, changed_at, published_at)
    select institution_id, ${slug}, 2026, 900, title, summary, act_kind, legal_basis, opens_on, contact_email,
           'published', created_at, changed_at, published_at
    from consultations.consultations where id = ${consultation.id}
    returning id`
  await entered(db, publishedConsultations, copy)
  const clock = (tx: Transaction) => tx<{ id: string }[]>`
    insert into platform.deadlines
      (institution_id, subject, slot, basis, jurisdiction, started_on, started_at, chosen_on, work_by, due_on, due_at,
       state, public, created_at, changed_at)
    select clock.institution_id, 'consultations.consultation:' || bare.id, slot, basis, jurisdiction, started_on, started_at,
           chosen_on, work_by, due_on, due_at, clock.state, public, clock.created_at, clock.changed_at
    from platform.deadlines as clock, consultations.consultations as bare
    where clock.subject = ${`consultations.consultation:${consultation.id}`} and bare.slug = ${slug}
    returning id`
  await entered(db, deadlineRecords, clock)
  return slug
}

describe('the form of a comment', () => {
  it('of an article shows the article, and carries it in the form', async () => {
    const page = await (await web.get(`${consultationUrls.commentForm(consultation.slug)}?neni=${nodeId}`)).text()
    expect(page).toContain(t.aboutArticle('2'))
    expect(page).toContain(`name="neni" value="${nodeId}"`)
  })

  it('of a passage shows its words, and of words that are not there the article alone', async () => {
    const address = (words: string) =>
      `${consultationUrls.commentForm(consultation.slug)}?neni=${nodeId}&fragmenti=${encodeURIComponent(words)}`
    const page = await (await web.get(address('pastrohet sheshi'))).text()
    expect(page).toContain(t.aboutPassage('2'))
    expect(page).toContain('name="fragmenti" value="pastrohet sheshi"')
    const other = await (await web.get(address('<script>alert(1)</script>'))).text()
    expect(other).toContain(t.aboutArticle('2'))
    expect(other).not.toContain('<script>alert(1)')
    expect(other).not.toContain('name="fragmenti"')
  })
})

it('a passage too long to be quoted is a comment on its article, and the form says so before it is sent', async () => {
  const long = await givenConsultation(services, { text: `Neni 1\n\n${'Fjalë e gjatë. '.repeat(100)}` })
  const [article] = long.articles
  const fragmenti = 'Fjalë e gjatë. '.repeat(70).trim()
  const address = `${consultationUrls.commentForm(long.slug)}?neni=${article?.nodeId}&fragmenti=${encodeURIComponent(fragmenti)}`
  const page = await (await web.get(address)).text()
  expect(page).toContain(t.aboutArticle('1'))
  expect(page).not.toContain('name="fragmenti"')
  const form = aCommentForm({ neni: article?.nodeId ?? '', fragmenti })
  expect((await web.post(consultationUrls.comments(long.slug), form)).status).toBe(303)
  expect(await anchorOf(form)).toMatchObject({ about: 'article', quote: null })
})

it('what was said about an article stands under it and nowhere else in the text', async () => {
  await givenComment(services, consultation, {
    body: 'Vetëm për nenin katër rrokullima.',
    anchor: { about: 'article', nodeId },
  })
  const [shown, not] = [nodeId, articleOf(consultation, '1').nodeId].map((id) =>
    consultationUrls.article(consultation.slug, id),
  )
  expect(await (await web.get(shown ?? '')).text()).toContain('rrokullima')
  expect(await (await web.get(not ?? '')).text()).not.toContain('rrokullima')
})

it('the receipt says what the comment is about', async () => {
  const { form } = await send({ neni: nodeId, fragmenti: 'pastrohet sheshi' })
  const token = await tokenMailedTo(services, form.adresa ?? '')
  await web.post(ownCommentUrls.confirmation(token), {})
  const page = await (await web.get(ownCommentUrls.one(token))).text()
  expect(page).toContain(textsIn('sq').comment.onArticle('2'))
})
