import { beforeEach, describe, expect, it } from 'vitest'
import { formatDay } from '#platform/i18n/formats.ts'
import { testDatabase } from '#test/database.ts'
import { lettersTo, newestLetterTo } from '#test/mailbox.ts'
import { testWeb } from '#test/web.ts'
import type { Transaction } from '#platform/db/database.ts'
import { entered } from '#test/ledger.ts'
import { publishedConsultations } from '../ledger/consultation-records.ts'
import { rowsChangedBy } from '../counts-testing.ts'
import { crawl, pathsWith } from '../crawl-testing.ts'
import { moderateComment } from '../moderation/moderate-comment.ts'
import {
  aCommentForm,
  articleOf,
  givenComment,
  givenConsultation,
  newestCommentFrom,
  officialWith,
  SMALL_REGULATION,
  tokenMailedTo,
  type GivenComment,
  type GivenConsultation,
} from '../testing.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls, ownCommentUrls } from '../urls.ts'
import type { CommentDraft, HoldGround } from './comment-rules.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const t = textsIn('sq')

// Few comments on each consultation, so that the crawl of all that is public stays quick.
let consultation: GivenConsultation
beforeEach(async () => {
  await db`delete from platform.rate_limits`
  const hide = (tx: Transaction) => tx<{ id: string }[]>`
    update consultations.consultations set state = 'draft', slug = null where state = 'published' returning id`
  await entered(db, publishedConsultations, hide)
  consultation = await givenConsultation(services, { text: SMALL_REGULATION.split('KREU II')[0] ?? '' })
})

const moderator = await officialWith(services, ['moderator', 'prova'])

/** The moderator decides about the comment as it stands now. */
const decide = async (id: string, move: Parameters<typeof moderateComment>[4]) => {
  services.clock.passMinutes(1)
  return moderateComment(services, moderator, id, (await stateOf(id))?.version ?? 0, move)
}
const hold = (id: string, ground: HoldGround = 'insult', note: string | null = null) =>
  decide(id, { move: 'hold', ground, note })
const release = (id: string) => decide(id, { move: 'release' })

const correct = async (token: string, komenti: string, versioni: number) =>
  (await web.post(ownCommentUrls.correction(token), { komenti, versioni: String(versioni) })).status

const stateOf = async (id: string) => {
  const [row] = await db<{ state: string; version: number }[]>`
    select state, version from consultations.comments where id = ${id}`
  return row
}

const publicPathsWith = async (...words: string[]) => pathsWith(await crawl(web), ...words)

const today = () => formatDay('sq', services.clock.now(), 'Europe/Tirane')

/** The register of published comments, in every form that can be searched. */
const REGISTER = [
  '/api/v1/komentet',
  '/te-dhena/komentet.csv?bom=po',
  ...['', '.csv', '.json', '.jsonl'].flatMap((form) => ['', '/en'].map((lang) => `${lang}/te-dhena/komentet${form}`)),
]

const pagesOf = (code: string, nodeId?: string): string[] => [
  ...REGISTER,
  ...[
    consultationUrls.comments(consultation.slug),
    consultationUrls.comment(consultation.slug, code),
    consultationUrls.commentData(consultation.slug, code),
    ...(nodeId ? [consultationUrls.article(consultation.slug, nodeId)] : []),
    consultationUrls.one(consultation.slug),
  ].flatMap((path) => [path, `/en${path}`]),
]

describe('a comment in which the check finds nothing', () => {
  it('is public at once: on its own page, in the list, at its article, on the consultation and as data', async () => {
    const { nodeId } = articleOf(consultation, '2')
    const comment = await givenComment(services, consultation, {
      body: 'Fjala rrokullima është e pastër.',
      anchor: { about: 'article', nodeId },
    })
    expect(comment.state).toBe('published')
    expect((await publicPathsWith('rrokullima')).toSorted()).toEqual(pagesOf(comment.code, nodeId).toSorted())
  })
})

const CAUGHT: [string, Partial<CommentDraft>][] = [
  ['a telephone number', { body: 'Fjala rrokullima. Më telefononi në 069 000 00 00.' }],
  ['an e-mail address', { body: 'Fjala rrokullima. Shkruani te arta.shembull@posta.example.' }],
  ['an identity number', { body: 'Fjala rrokullima. NID ime është J00000000A.' }],
  ['a telephone number in the name', { body: 'Fjala rrokullima.', authorName: 'Arta 069 000 00 00' }],
  [
    'an e-mail address in the name of its organisation',
    { body: 'Fjala rrokullima.', onBehalf: 'organisation', organisation: 'Shoqata arta@posta.example' },
  ],
]

describe.each(CAUGHT)('a comment with %s', (_what, words) => {
  it('counts but waits, and no public byte holds its words, not even at its own address, until a moderator releases it', async () => {
    const comment = await givenComment(services, consultation, words)
    expect(comment.state).toBe('waiting')
    expect(await publicPathsWith('rrokullima')).toEqual([])
    for (const path of pagesOf(comment.code).filter((one) => one.includes(comment.code))) {
      expect([path, (await web.get(path)).status]).toEqual([path, 404])
    }
    expect(await (await web.get('/konsultime?q=rrokullima')).text()).not.toContain(
      consultationUrls.one(consultation.slug),
    )

    expect(await release(comment.id)).toEqual({ kind: 'done' })
    expect((await publicPathsWith('rrokullima')).toSorted()).toEqual(pagesOf(comment.code).toSorted())
  })
})

describe('a comment with an attachment', () => {
  const sendWithFile = async (): Promise<GivenComment & { file: string }> => {
    const form = aCommentForm({ komenti: 'Fjala rrokullima, me një shkresë.' })
    const dokumentet = new File(['Përmbajtja galaktike e shkresës'], 'shkresa-galaktike.txt', { type: 'text/plain' })
    await web.post(consultationUrls.comments(consultation.slug), { ...form, dokumentet })
    const email = form.adresa ?? ''
    const token = await tokenMailedTo(services, email)
    await web.post(ownCommentUrls.confirmation(token), {})
    const { id, state, code } = await newestCommentFrom(services, email)
    const [document] = await db<{ id: string }[]>`
      select id from platform.documents where subject = ${`consultations.comment:${id}`}`
    const file = consultationUrls.document(consultation.slug, document?.id ?? '')
    return { id, state, code: code ?? '', token, email, file }
  }

  it('waits, however clean its words, and its file opens to nobody', async () => {
    const comment = await sendWithFile()
    expect(comment.state).toBe('waiting')
    expect(await publicPathsWith('rrokullima', 'galaktike')).toEqual([])
    expect((await web.get(comment.file)).status).toBe(404)
  })

  it('shows its file once it is released, and loses it again when it is held', async () => {
    const comment = await sendWithFile()
    await release(comment.id)
    const file = await web.get(comment.file)
    expect([file.status, await file.text()]).toEqual([200, 'Përmbajtja galaktike e shkresës'])
    expect(file.headers.get('content-disposition')).toContain('attachment')
    expect(await publicPathsWith('galaktike')).toContain(consultationUrls.comment(consultation.slug, comment.code))

    await hold(comment.id)
    expect((await web.get(comment.file)).status).toBe(404)
    expect((await web.get(comment.file, { headers: { 'if-none-match': file.headers.get('etag') ?? '' } })).status).toBe(
      404,
    )
    expect(await publicPathsWith('rrokullima', 'galaktike')).toEqual([])
  })

  it('does not open its file under the address of another consultation', async () => {
    const comment = await sendWithFile()
    await release(comment.id)
    const other = await givenConsultation(services, { institution: 'provas' })
    expect((await web.get(comment.file.replace(consultation.slug, other.slug))).status).toBe(404)
  })
})

describe('a comment that a moderator holds', () => {
  const given = () => {
    const { nodeId } = articleOf(consultation, '2')
    return givenComment(services, consultation, {
      body: 'Fjala rrokullima është këtu.',
      onBehalf: 'organisation',
      organisation: 'Shoqata Kaltërsira',
      authorName: 'Gjethina Shembull',
      anchor: { about: 'passage', nodeId, quote: 'pastrohet sheshi', prefix: '', suffix: '' },
    })
  }

  it('leaves a stone with its ground on every page where it stood, and its words, names and quotation in no public byte', async () => {
    const comment = await given()
    const shown = await publicPathsWith('rrokullima', 'kaltërsira', 'gjethina')
    expect(shown.length).toBeGreaterThanOrEqual(8)

    expect(await rowsChangedBy(db, () => hold(comment.id))).toEqual({ events: 1, letters: 1, jobs: 1 })
    const pages = await crawl(web)
    expect(pathsWith(pages, 'rrokullima', 'kaltërsira', 'gjethina', 'kv-comment__quote')).toEqual([])
    const stone = pathsWith(pages, t.grounds.insult)
    expect(stone).toContain(consultationUrls.comment(consultation.slug, comment.code))
    expect(stone).toContain(consultationUrls.comments(consultation.slug))
    expect(stone).toContain(consultationUrls.article(consultation.slug, articleOf(consultation, '2').nodeId))
    const record = await (await web.get(consultationUrls.commentData(consultation.slug, comment.code))).json()
    expect(record).toMatchObject({
      state: 'held',
      words: null,
      author: null,
      organisation: null,
      quote: null,
      held: { ground: 'insult' },
    })
  })

  it('is gone for a cache that asks whether its copy is still good', async () => {
    const comment = await given()
    const path = consultationUrls.comment(consultation.slug, comment.code)
    const etag = (await web.get(path)).headers.get('etag') ?? ''
    expect((await web.get(path, { headers: { 'if-none-match': etag } })).status).toBe(304)
    await hold(comment.id)
    const again = await web.get(path, { headers: { 'if-none-match': etag } })
    expect([again.status, (await again.text()).includes('rrokullima')]).toEqual([200, false])
  })

  it('tells its author the ground, and is counted among the published no more', async () => {
    const comment = await given()
    await hold(comment.id, 'advertising', 'Hiqni emrin e dyqanit.')
    const letter = await newestLetterTo(db, comment.email)
    expect(letter.body).toContain(t.grounds.advertising)
    expect(letter.body).toContain('Hiqni emrin e dyqanit.')
    const receipt = await (await web.get(ownCommentUrls.one(comment.token))).text()
    expect(receipt).toContain(t.grounds.advertising)
    expect(receipt).toContain('Fjala rrokullima')
    expect(await publicPathsWith('emrin e dyqanit')).toEqual([])
    const record = await (await web.get(consultationUrls.data(consultation.slug))).json()
    expect(record).toMatchObject({ comments: { published: 0 } })
  })

  it('is back everywhere when it is released, and its author is told where', async () => {
    const comment = await given()
    const shown = await publicPathsWith('rrokullima')
    await hold(comment.id)
    services.clock.passMinutes(1)
    expect(await rowsChangedBy(db, () => release(comment.id))).toEqual({ events: 1, letters: 1, jobs: 1 })
    expect((await publicPathsWith('rrokullima')).toSorted()).toEqual(shown.toSorted())
    expect((await newestLetterTo(db, comment.email)).body).toContain(
      consultationUrls.comment(consultation.slug, comment.code),
    )
  })

  it('waits for a moderator after its author has corrected it, and publishes itself by no number of corrections', async () => {
    const comment = await given()
    await hold(comment.id)
    expect(await correct(comment.token, 'Fjala rrokullima, pa fyerje.', 1)).toBe(303)
    expect(await stateOf(comment.id)).toEqual({ state: 'waiting', version: 2 })
    expect(await correct(comment.token, 'Fjala rrokullima, vërtet pa fyerje.', 2)).toBe(303)
    expect(await stateOf(comment.id)).toEqual({ state: 'waiting', version: 3 })
    expect(await publicPathsWith('rrokullima')).toEqual([])

    await release(comment.id)
    const page = await (await web.get(consultationUrls.comment(consultation.slug, comment.code))).text()
    expect(page).toContain('vërtet pa fyerje')
    expect(await publicPathsWith('është këtu', ', pa fyerje')).toEqual([])
    // Released once, it is like any other: a clean correction stands at once.
    expect(await correct(comment.token, 'Fjala rrokullima, edhe më e qartë.', 3)).toBe(303)
    expect(await stateOf(comment.id)).toEqual({ state: 'published', version: 4 })
  })

  it('from the queue, before it was ever public, shows its ground and no word', async () => {
    const comment = await givenComment(services, consultation, { body: 'Fjala rrokullima, tel. 069 000 00 00' })
    await hold(comment.id, 'personal-data')
    expect(await publicPathsWith('rrokullima', '069 000')).toEqual([])
    expect(await publicPathsWith(t.grounds['personal-data'])).toContain(
      consultationUrls.comment(consultation.slug, comment.code),
    )
  })

  it('does not push those that can be read off the page of the consultation', async () => {
    await givenComment(services, consultation, { body: 'Fjala e mbetur rrokullima.' })
    for (let n = 1; n <= 3; n++) {
      services.clock.passMinutes(1)
      await hold((await givenComment(services, consultation)).id)
    }
    expect(await (await web.get(consultationUrls.one(consultation.slug))).text()).toContain('rrokullima')
  })
})

describe('a comment that is corrected', () => {
  it('is a visible new version, and the wording that was public stays readable', async () => {
    const comment = await givenComment(services, consultation, { body: 'Fjala e parë tufani.' })
    services.clock.passMinutes(24 * 60)
    const changed = await rowsChangedBy(db, () => correct(comment.token, 'Fjala e dytë rrokullima.', 1))
    expect(changed).toEqual({ versions: 1, events: 1 })
    const pages = await crawl(web)
    expect(pathsWith(pages, 'tufani')).toEqual(
      ['', '/en'].map((lang) => lang + consultationUrls.comment(consultation.slug, comment.code)),
    )
    expect(pathsWith(pages, 'rrokullima').toSorted()).toEqual(pagesOf(comment.code).toSorted())
    expect(pathsWith(pages, t.comment.corrected(today()))).toContain(consultationUrls.one(consultation.slug))
    const record = await (await web.get(consultationUrls.commentData(consultation.slug, comment.code))).json()
    expect(record).toMatchObject({ version: 2, correctedAt: services.clock.now().toISOString() })
  })

  it('is out at once when the author takes out what the check had found, and the first wording stays hidden', async () => {
    const comment = await givenComment(services, consultation, { body: 'Fjala tufani, tel. 069 000 00 00.' })
    expect(await correct(comment.token, 'Fjala rrokullima pa numër.', 1)).toBe(303)
    expect(await stateOf(comment.id)).toEqual({ state: 'published', version: 2 })
    const pages = await crawl(web)
    expect(pathsWith(pages, 'rrokullima').toSorted()).toEqual(pagesOf(comment.code).toSorted())
    expect(pathsWith(pages, 'tufani', '069 000')).toEqual([])
  })

  it('waits when a telephone number comes in, and is off every page meanwhile', async () => {
    const comment = await givenComment(services, consultation, { body: 'Fjala e parë tufani.' })
    await correct(comment.token, 'Fjala rrokullima, tel. 069 000 00 00.', 1)
    expect(await stateOf(comment.id)).toEqual({ state: 'waiting', version: 2 })
    expect(await publicPathsWith('rrokullima', 'tufani', '069 000')).toEqual([])

    await correct(comment.token, 'Fjala rrokullima pa numër.', 2)
    const pages = await crawl(web)
    const own = consultationUrls.comment(consultation.slug, comment.code)
    expect(pathsWith(pages, 'tufani'), 'it was public, so it stays readable').toEqual([own, `/en${own}`])
    expect(pathsWith(pages, '069 000')).toEqual([])
  })

  it('with an attachment goes on waiting, whatever its words', async () => {
    const form = aCommentForm({ komenti: 'Fjala rrokullima, me një shkresë.' })
    const dokumentet = new File(['Shkresa'], 'shkresa.txt', { type: 'text/plain' })
    await web.post(consultationUrls.comments(consultation.slug), { ...form, dokumentet })
    const token = await tokenMailedTo(services, form.adresa ?? '')
    await web.post(ownCommentUrls.confirmation(token), {})
    await correct(token, 'Fjala rrokullima, më e shkurtër.', 1)
    expect(await publicPathsWith('rrokullima')).toEqual([])
  })
})

describe('a comment that is withdrawn', () => {
  it('leaves a stone with the day, no word of it, and no letter', async () => {
    const comment = await givenComment(services, consultation, {
      body: 'Fjala rrokullima.',
      authorName: 'Gjethina Shembull',
    })
    const changed = await rowsChangedBy(db, async () => {
      expect((await web.post(ownCommentUrls.withdrawal(comment.token), {})).status).toBe(303)
    })
    expect(changed).toEqual({ events: 1 })
    const pages = await crawl(web)
    expect(pathsWith(pages, 'rrokullima', 'gjethina')).toEqual([])
    expect(pathsWith(pages, t.comment.withdrawn(today()))).toContain(consultationUrls.comments(consultation.slug))
    const record = await (await web.get(consultationUrls.commentData(consultation.slug, comment.code))).json()
    expect(record).toMatchObject({ state: 'withdrawn', words: null, author: null })
    expect(await lettersTo(db, comment.email)).toHaveLength(2)
  })

  it('is neither corrected nor released nor held any more', async () => {
    const comment = await givenComment(services, consultation)
    await web.post(ownCommentUrls.withdrawal(comment.token), {})
    const changed = await rowsChangedBy(db, async () => {
      expect(await correct(comment.token, 'Fjalë të reja pas tërheqjes.', 1)).toBe(409)
      expect(await release(comment.id)).toEqual({ kind: 'moved-meanwhile' })
      expect(await hold(comment.id)).toEqual({ kind: 'moved-meanwhile' })
      expect((await web.post(ownCommentUrls.withdrawal(comment.token), {})).status).toBe(303)
    })
    expect(changed).toEqual({})
  })
})
