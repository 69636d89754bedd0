import { describe, expect, it } from 'vitest'
import { sq } from './texts.sq.ts'
import { testDatabase } from '#test/database.ts'
import { people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import type { Transaction } from '#platform/db/database.ts'
import { entered } from '#test/ledger.ts'
import { publishedComments } from './ledger/comment-records.ts'
import { publishedConsultations } from './ledger/consultation-records.ts'
import { stateOf } from './counts-testing.ts'
import { crawl, pathsWith } from './crawl-testing.ts'
import { articleOf, givenComment, givenConsultation, givenDraft } from './testing.ts'
import { textsIn } from './texts.ts'
import { consultationUrls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const t = textsIn('sq')
const read = async (path: string) => (await web.get(path)).text()

const consultation = await givenConsultation(services)
const kosovar = await givenConsultation(services, { institution: 'provas', title: 'Rregullore e komunës' })
const { nodeId } = articleOf(consultation, '2')
const comment = await givenComment(services, consultation, {
  body: 'Propozoj të dielën.',
  onBehalf: 'organisation',
  organisation: 'Shoqata Kaltërsira',
  anchor: { about: 'passage', nodeId, quote: 'pastrohet sheshi', prefix: '', suffix: '' },
})

const PUBLIC_PAGES = [
  consultationUrls.list(),
  consultationUrls.one(consultation.slug),
  consultationUrls.data(consultation.slug),
  consultationUrls.article(consultation.slug, nodeId),
  consultationUrls.comments(consultation.slug),
  consultationUrls.comment(consultation.slug, comment.code),
  consultationUrls.commentData(consultation.slug, comment.code),
]

describe('the page of a consultation', () => {
  it('says what it is about, until when, and shows the text article by article with its comments', async () => {
    const page = await read(consultationUrls.one(consultation.slug))
    for (const words of [
      consultation.form.title,
      consultation.form.summary,
      consultation.form.legalBasis,
      consultation.form.contactEmail,
      '2 dhjetor 2026',
      t.phases.open,
      'Propozoj të dielën.',
      'Shoqata Kaltërsira',
    ]) {
      expect(page).toContain(words)
    }
    for (const { nodeId: id, label } of consultation.articles) {
      expect(page).toContain(`id="n-${id}"`)
      expect(page).toContain(`Neni ${label}<`)
      expect(page).toContain(`${consultationUrls.commentForm(consultation.slug)}?neni=${id}`)
    }
  })

  it('uses the words of its country', async () => {
    expect(await read(consultationUrls.one(consultation.slug))).toContain('Koordinatori i konsultimit publik')
    expect(await read(consultationUrls.one(kosovar.slug))).toContain('Zyrtari përgjegjës për konsultim publik')
  })

  it('in English gives the translation where there is one, and marks what is Albanian', async () => {
    const page = await read(`/en${consultationUrls.one(consultation.slug)}`)
    expect(page).toContain('<html lang="en"')
    expect(page).toContain(consultation.form.titleEn)
    expect(page).toContain(consultation.form.summaryEn)
    expect(page).toMatch(/class="kv-legal" lang="sq"/)
    const untranslated = await givenConsultation(services, {
      title: 'Rregullore pa përkthim',
      titleEn: '',
      summaryEn: '',
    })
    const other = await read(`/en${consultationUrls.one(untranslated.slug)}`)
    expect(other).toMatch(/<h1[^>]*lang="sq"[^>]*>Rregullore pa përkthim/)
  })

  it('leads to itself in the other language, and names its one lasting address', async () => {
    const path = consultationUrls.one(consultation.slug)
    const [albanian, english] = [await read(path), await read(`/en${path}`)]
    expect(albanian).toContain(`<a href="/en${path}" lang="en"`)
    expect(english).toContain(`<a href="${path}" lang="sq"`)
    expect(albanian).toContain(`<link rel="canonical" href="http://kuvend.test${path}"`)
    expect(english).toContain(`hreflang="sq" href="http://kuvend.test${path}"`)
  })

  it('writes what people typed as words, never as markup', async () => {
    const hostile = '<script>alert(1)</script>'
    const other = await givenConsultation(services, {
      title: `Titull ${hostile}`,
      summary: `Përmbledhje e gjatë ${hostile}`,
      legalBasis: `Ligji ${hostile}`,
      titleEn: `Title ${hostile}`,
    })
    await givenComment(services, other, { body: hostile, authorName: `Arta ${hostile}` })
    const pages = await crawl(web)
    expect(pathsWith(pages, 'alert(1)').length).toBeGreaterThan(8)
    for (const [path, bytes] of pages)
      if (/"content-type","(text\/html|[a-z/]+\+xml)/.test(bytes))
        expect([path, bytes.includes(hostile)]).toEqual([path, false])
  })
})

describe('a record as data', () => {
  it('of a consultation holds what its page shows', async () => {
    const record = await (await web.get(consultationUrls.data(consultation.slug))).json()
    const { form } = consultation
    expect(record).toMatchObject({
      url: `http://kuvend.test${consultationUrls.one(consultation.slug)}`,
      institution: { slug: 'prova', name: 'Bashkia Prova', jurisdiction: 'AL' },
      number: '1/2026',
      lang: 'sq',
      title: form.title,
      summary: form.summary,
      actKind: 'regulation',
      legalBasis: form.legalBasis,
      phase: 'open',
      opensOn: form.opensOn,
      closesOn: form.closesOn,
      zone: 'Europe/Tirane',
      contactEmail: form.contactEmail,
      version: 1,
      cancelled: null,
      comments: { published: 1, onWhole: 0 },
    })
    const { text } = record as { text: { id: string; kind: string; label: string | null; comments?: number }[] }
    const articles = text.filter((node) => node.kind === 'article')
    expect(articles.map(({ label }) => label)).toEqual(['1', '2', '3', '3/1'])
    expect(articles.map(({ comments }) => comments)).toEqual([0, 1, 0, 0])
  })

  it('of a comment is its row of the public view, field by field', async () => {
    const record = await (await web.get(consultationUrls.commentData(consultation.slug, comment.code))).json()
    const [row] = await db`
      select code, state, lang, about, quote, body, author_name, organisation, version, sent_at, published_at, corrected_at, node_id,
             article_label, held_ground, taken_down_ground, suggestion, channel, sender_kind, happened_on, received_on, late
      from consultations.published_comments where code = ${comment.code}`
    expect(record).toEqual({
      url: `http://kuvend.test${consultationUrls.comment(consultation.slug, comment.code)}`,
      code: row?.code,
      state: row?.state,
      lang: row?.lang,
      about: row?.about,
      article: { id: row?.nodeId, label: row?.articleLabel },
      place: null,
      quote: row?.quote,
      words: row?.body,
      suggestion: row?.suggestion,
      answers: [],
      answer: null,
      author: row?.authorName,
      organisation: row?.organisation,
      channel: row?.channel,
      senderKind: row?.senderKind,
      happenedOn: row?.happenedOn,
      receivedOn: row?.receivedOn,
      late: row?.late,
      members: [],
      version: row?.version,
      sentAt: row?.sentAt.toISOString(),
      publishedAt: row?.publishedAt.toISOString(),
      correctedAt: row?.correctedAt,
      held: row?.heldGround,
      takenDown: row?.takenDownGround,
    })
  })

  it('may be read by pages of other sites', async () => {
    const response = await web.get(consultationUrls.data(consultation.slug))
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  })
})

describe('every public page', () => {
  it.each(PUBLIC_PAGES.flatMap((path) => [path, `/en${path}`]))(
    '%s may be cached for a moment, and is not sent again to who has it',
    async (path) => {
      const first = await web.get(path)
      const etag = first.headers.get('etag') ?? ''
      expect([first.status, etag]).toEqual([200, expect.stringMatching(/^W\/"/)])
      expect(first.headers.get('cache-control')).toMatch(/^public, .*s-maxage=30/)
      const second = await web.get(path, { headers: { 'if-none-match': `"x", ${etag}` } })
      expect([second.status, await second.text()]).toEqual([304, ''])
      expect((await web.get(path, { headers: { 'if-none-match': '"x"' } })).status).toBe(200)
    },
  )

  it('is for nobody else once somebody is signed in', async () => {
    const cookies = [await web.signedInAsCitizen('arta@posta.example'), await web.signedInAs(people.albanianModerator)]
    for (const cookie of cookies) {
      for (const path of PUBLIC_PAGES) {
        const response = await web.get(path, { cookie })
        expect([path, response.headers.get('cache-control')]).toEqual([path, 'private, no-cache'])
        expect(response.headers.get('vary')).toMatch(/cookie/i)
      }
    }
  })

  it('is read without changing anything', async () => {
    const before = await stateOf(db)
    for (const path of PUBLIC_PAGES) await web.get(path)
    expect(await stateOf(db)).toBe(before)
  })

  it('has another tag once what it shows has changed', async () => {
    const path = consultationUrls.one(kosovar.slug)
    const etag = (await web.get(path)).headers.get('etag') ?? ''
    await givenComment(services, kosovar)
    expect((await web.get(path, { headers: { 'if-none-match': etag } })).status).toBe(200)
  })
})

describe('what is not there', () => {
  const NOWHERE = [
    consultationUrls.one('askund'),
    consultationUrls.data('askund'),
    consultationUrls.comments('askund'),
    consultationUrls.commentForm('askund'),
    consultationUrls.commentSent('askund'),
    consultationUrls.article('askund', nodeId),
    consultationUrls.article(consultation.slug, crypto.randomUUID()),
    consultationUrls.article(consultation.slug, 'x'),
    consultationUrls.article(kosovar.slug, nodeId),
    consultationUrls.division(consultation.slug, nodeId),
    consultationUrls.division(consultation.slug, crypto.randomUUID()),
    consultationUrls.comment(consultation.slug, 'AAAA-AAAA'),
    consultationUrls.commentData(consultation.slug, 'AAAA-AAAA'),
    consultationUrls.comment(kosovar.slug, comment.code),
    consultationUrls.commentData(kosovar.slug, comment.code),
    consultationUrls.comment(consultation.slug, comment.code.toLowerCase()),
    consultationUrls.document(consultation.slug, crypto.randomUUID()),
    consultationUrls.document(consultation.slug, 'x'),
    '/konsultime/%00',
    '/konsultime/a%00b.json',
    '/konsultime/%ff',
    `/konsultime/${'a'.repeat(5000)}`,
  ]

  it.each(NOWHERE)('%s is answered with 404, as a page or as data, and kept by nobody', async (path) => {
    for (const address of [path, `/en${path}`]) {
      const response = await web.get(address)
      expect([address.slice(0, 80), response.status, response.headers.get('cache-control')]).toEqual([
        address.slice(0, 80),
        404,
        'no-store',
      ])
      const isData = path.endsWith('.json')
      expect(response.headers.get('content-type')).toContain(isData ? 'application/problem+json' : 'text/html')
    }
  })

  it('a draft is not there under any address', async () => {
    const { id } = await givenDraft(services, { title: 'Projekt kukumjaçkë' })
    expect((await web.get(consultationUrls.one(id))).status).toBe(404)
    expect(pathsWith(await crawl(web), 'kukumjaçkë', id)).toEqual([])
  })
})

describe('the list of consultations', () => {
  // Those of the list, not the way to the yearly plans above it.
  const slugsIn = (page: string) => [
    ...new Set(
      [...page.matchAll(/href="\/konsultime\/(?!(?:plani|regjistri|raporte-vjetore|krahasimi)")([a-z0-9-]+)"/g)].map(
        ([, slug = '']) => slug,
      ),
    ),
  ]
  const list = async (question: string) => slugsIn(await read(`/konsultime?${question}`))

  it('is searched by words of the title, with the marks left aside, and signs stand for themselves', async () => {
    const one = await givenConsultation(services, { title: 'Rregullore për çeshmet 100% _' })
    expect(await list('q=CESHMET')).toEqual([one.slug])
    expect(await list('q=100%25')).toEqual([one.slug])
    expect(await list('q=%25%20_')).toEqual([one.slug])
    expect(await list('q=%5C%5C%5C')).toEqual([])
    expect(await read('/konsultime?q=<script>alert(2)')).not.toContain('<script>alert')
  })

  it('asks for three letters of a word, and shows everything until it has them', async () => {
    expect((await list('q=zz')).length).toBeGreaterThan(2)
    expect(await read('/konsultime?q=zz')).toContain(sq.list.wordsShort)
    expect(await read('/konsultime?q=zzz')).not.toContain(sq.list.wordsShort)
  })

  it('is narrowed by institution, and takes no notice of values that mean nothing', async () => {
    expect(await list('institucioni=provas')).toEqual([kosovar.slug])
    expect((await list('institucioni=askush&gjendja=x&pas=y&para=z')).length).toBeGreaterThan(2)
  })

  it.each(['q=%ff', 'q=' + 'a'.repeat(5000), 'gjendja=__proto__'])('is not broken by %s', async (question) => {
    expect((await web.get(`/konsultime?${question}`)).status).toBe(200)
  })

  it.each(['q', 'institucioni', 'gjendja', 'pas', 'para'])(
    'takes a NUL in «%s» for an address that is not there',
    async (name) => {
      expect((await web.get(`/konsultime?${name}=a%00b`)).status).toBe(404)
    },
  )

  it('is paged by key, forth and back, without loss and without doubles', async () => {
    const { id } = await givenConsultation(services, { title: 'Rregullore e shumëfishtë' })
    const copies = (tx: Transaction) => tx<{ id: string }[]>`
      insert into consultations.consultations
        (institution_id, slug, register_year, register_number, title, summary, act_kind, legal_basis, opens_on,
         contact_email, state, created_at, changed_at, published_at)
      select institution_id, 'shumefish-' || n, 2026, 1000 + n, title, summary, act_kind, legal_basis, opens_on,
             contact_email, state, created_at, changed_at, published_at - (n / 4) * interval '1 second'
      from consultations.consultations, generate_series(1, 49) as n where id = ${id}
      returning id`
    await entered(db, publishedConsultations, copies)
    const link = (page: string, key: string) =>
      new RegExp(`href="(/konsultime\\?[^"]*${key}=[^"]+)"`).exec(page)?.[1]?.replaceAll('&amp;', '&') ?? null
    const forth: string[][] = []
    let last = ''
    let path: string | null = '/konsultime?q=shumefishte'
    while (path !== null && forth.length < 10) {
      last = await read(path)
      forth.push(slugsIn(last))
      path = link(last, 'pas')
    }
    expect(forth.map((slugs) => slugs.length)).toEqual([20, 20, 10])
    expect(new Set(forth.flat()).size).toBe(50)

    const back: string[][] = [slugsIn(last)]
    path = link(last, 'para')
    while (path !== null && back.length < 10) {
      const page = await read(path)
      back.push(slugsIn(page))
      path = link(page, 'para')
    }
    expect(back.toReversed()).toEqual(forth)
  })
})

describe('the comments of a busy consultation', () => {
  it('are paged by key on their list and at their article, without loss and without doubles', async () => {
    const busy = await givenConsultation(services, { title: 'Rregullore me shumë komente' })
    const { nodeId: node } = articleOf(busy, '1')
    const { id } = await givenComment(services, busy, { anchor: { about: 'article', nodeId: node } })
    const copies = (tx: Transaction) => tx<{ id: string }[]>`
      with copies as (
        insert into consultations.comments
          (institution_id, consultation_id, code, submission_id, token_digest, lang, about, text_version_id, node_id, article_label,
           state, sent_at, confirmed_at, published_at, changed_at)
        select institution_id, consultation_id, translate(lpad(n::text, 4, '0'), '01', 'AB') || '-CPYS', gen_random_uuid(),
               sha256(n::text::bytea), lang, about, text_version_id, node_id, article_label, state,
               sent_at - (n / 3) * interval '1 millisecond', confirmed_at, published_at, changed_at
        from consultations.comments, generate_series(1, 119) as n where id = ${id}
        returning id, institution_id)
      insert into consultations.comment_versions (institution_id, comment_id, n, body, on_behalf, author_name, name_public, written_at)
      select copies.institution_id, copies.id, 1, body, on_behalf, author_name, name_public, written_at
      from copies, consultations.comment_versions as version where version.comment_id = ${id}
      returning comment_id as id`
    await entered(db, publishedComments, copies)
    for (const start of [consultationUrls.comments(busy.slug), consultationUrls.article(busy.slug, node)]) {
      const seen: string[][] = []
      let path: string | null = start
      while (path !== null && seen.length < 10) {
        const page = await read(path)
        seen.push([...page.matchAll(/<li class="kv-comment" id="k-([^"]+)"/g)].map(([, code = '']) => code))
        path = /href="(\/konsultime\/[^"]*\?para=[^"#]+)/.exec(page)?.[1] ?? null
      }
      expect(seen.map((codes) => codes.length)).toEqual([50, 50, 20])
      expect(new Set(seen.flat()).size).toBe(120)
    }
    const page = await read(consultationUrls.one(busy.slug))
    expect(page).toContain(t.page.articleComments(120))
    expect(page.match(/class="kv-comment"/g)).toHaveLength(2)
  })
})
