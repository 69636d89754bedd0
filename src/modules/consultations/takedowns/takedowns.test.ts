import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { everyDoor as doors } from '#test/doors.ts'
import { PDF } from '#platform/files/testing.ts'
import { takeDown } from '#platform/takedowns/take-down.ts'
import { liftTakedown } from '#platform/takedowns/lift-takedown.ts'
import { removeBytes } from '#platform/takedowns/remove-content.ts'
import type { TakedownGround } from '#platform/takedowns/takedown-rules.ts'
import { testDatabase } from '#test/database.ts'
import { lettersTo } from '#test/mailbox.ts'
import { people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import type { Transaction } from '#platform/db/database.ts'
import { entered } from '#test/ledger.ts'
import { publishedComments } from '../ledger/comment-records.ts'
import {
  aCommentForm,
  givenComment,
  givenConsultation,
  newestCommentFrom,
  officialWith,
  tokenMailedTo,
} from '../testing.ts'
import { consultationUrls, officeUrls, ownCommentUrls } from '../urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const moderator = await officialWith(services, ['moderator', 'prova'])
const administrator = await officialWith(services, ['administrator', 'prova'])
const stranger = await officialWith(services, ['administrator', 'provas'])

const order = (subject: string, ground: TakedownGround = 'personal-data') => ({
  submissionId: randomUUID(),
  subject,
  ground,
  note: 'Shënim i brendshëm që askush jashtë nuk e lexon.',
})
const take = (subject: string, ground?: TakedownGround) => takeDown(services, doors, moderator, order(subject, ground))
const read = async (path: string) => {
  const response = await web.get(path)
  return { status: response.status, text: await response.text() }
}
const changesOf = (subject: string) =>
  db<{ kind: string }[]>`select kind from platform.changes where subject = ${subject} order by id`

/** A comment with a file, confirmed and released. */
async function commentWithFile(slug: string, words: string) {
  const fields = aCommentForm({ komenti: words })
  await web.post(consultationUrls.comments(slug), {
    ...fields,
    dokumentet: new File([PDF], 'Zefirinë-ankesa.pdf', { type: 'application/pdf' }),
  })
  await web.post(ownCommentUrls.confirmation(await tokenMailedTo(services, fields.adresa ?? '')), {})
  const { id, code } = await newestCommentFrom(services, fields.adresa ?? '')
  const cookie = await web.signedInAs(people.albanianModerator)
  await web.post(officeUrls.release(id), { versioni: '1' }, { cookie })
  const [document] = await db<{ id: string }[]>`
    select id from platform.documents where subject = ${`consultations.comment:${id}`}`
  return { id, code: code ?? '', email: fields.adresa ?? '', document: document?.id ?? '' }
}

describe('a consultation that is taken down', async () => {
  const consultation = await givenConsultation(services, { title: 'Titulli që zhduket' })
  const { slug } = consultation
  const comment = await givenComment(services, consultation, { body: 'Fjalë nën konsultimin.' })
  const subject = `consultations.consultation:${consultation.id}`
  const taken = await take(subject, 'published-by-mistake')
  const [one] = await db<{ code: string }[]>`select code from consultations.comments where id = ${comment.id}`
  const paths = [
    consultationUrls.one(slug),
    consultationUrls.data(slug),
    consultationUrls.comments(slug),
    consultationUrls.comment(slug, one?.code ?? ''),
    consultationUrls.commentData(slug, one?.code ?? ''),
    consultationUrls.article(slug, consultation.articles[0]?.nodeId ?? ''),
    consultationUrls.commentForm(slug),
  ]

  it('answers 410 at every address in both languages, with the ground and without a word of it', async () => {
    expect(taken.kind).toBe('taken-down')
    for (const path of paths.flatMap((address) => [address, `/en${address}`])) {
      const { status, text } = await read(path)
      expect([path, status]).toEqual([path, 410])
      expect(text).not.toMatch(/Titulli që zhduket|Fjalë nën|Shënim i brendshëm|Liri Prove/)
      expect(text).toMatch(/gabimisht|by mistake/)
    }
    expect((await web.post(consultationUrls.comments(slug), aCommentForm())).status).toBe(410)
  })

  it('keeps its number in the register, and its title in no list', async () => {
    const { text } = await read('/konsultime')
    expect(text).not.toContain('Titulli që zhduket')
    expect(text).toMatch(/Konsultimi \d+\/2026, Bashkia Prova: hequr më 22 nëntor 2026/)
  })

  it('is written down once with its ground, and the same form twice is one takedown', async () => {
    expect((await changesOf(subject)).map(({ kind }) => kind)).toContain('taken-down')
    const once = order(`consultations.consultation:${(await givenConsultation(services)).id}`)
    const [first, second] = [
      await takeDown(services, doors, moderator, once),
      await takeDown(services, doors, moderator, once),
    ]
    expect(second).toEqual(first)
    expect(await takeDown(services, doors, administrator, { ...once, submissionId: randomUUID() })).toMatchObject({
      kind: 'down-already',
    })
  })

  it('comes back as it was when an administrator lifts it with a reason, and never by a stranger or a moderator', async () => {
    const id = taken.kind === 'taken-down' ? taken.id : ''
    for (const official of [stranger, moderator])
      expect((await liftTakedown(services, doors, official, id, 'U sqarua.')).kind).toBe('not-permitted')
    expect((await read(paths[0] ?? '')).status).toBe(410)
    expect((await liftTakedown(services, doors, administrator, id, 'U sqarua me hartuesit.')).kind).toBe('lifted')
    expect((await liftTakedown(services, doors, administrator, id, 'U sqarua.')).kind).toBe('lifted-already')
    expect((await read(paths[0] ?? '')).text).toContain('Titulli që zhduket')
    expect((await read(paths[3] ?? '')).text).toContain('Fjalë nën konsultimin.')
  })
})

describe('a comment that is taken down', async () => {
  const consultation = await givenConsultation(services)
  const { slug } = consultation
  const comment = await commentWithFile(slug, 'Fjalët e para të komentit.')
  await web.post(ownCommentUrls.correction(await tokenMailedTo(services, comment.email)), {
    komenti: 'Fjalët e dyta të komentit.',
    versioni: '1',
  })
  const address = consultationUrls.comment(slug, comment.code)
  const before = await read(address)
  const taken = await take(`consultations.comment:${comment.id}`)

  it('leaves its tombstone, and neither its words, earlier wordings nor its file', async () => {
    expect(before.text).toContain('Fjalët e dyta')
    expect(before.text).toContain('Fjalët e para')
    for (const path of [address, `${address}.json`, consultationUrls.document(slug, comment.document)]) {
      const { status, text } = await read(path)
      expect([path, status]).toEqual([path, 410])
      expect(text).not.toMatch(/Fjalët e|Zefirin/)
    }
    const list = await read(consultationUrls.comments(slug))
    expect(list.text).toContain('Institucioni e hoqi këtë koment nga faqet publike')
    expect(list.text).not.toMatch(/Fjalët e|Zefirin/)
  })

  it('tells its author by letter', async () => {
    const subjects = (await lettersTo(db, comment.email)).map(({ subject }) => subject)
    expect(subjects.filter((subject) => subject.includes('u hoq nga faqet publike'))).toHaveLength(1)
  })

  it('does not bring the earlier wordings back with it', async () => {
    const id = taken.kind === 'taken-down' ? taken.id : ''
    await liftTakedown(services, doors, administrator, id, 'U sqarua.')
    const { text } = await read(address)
    expect(text).toContain('Fjalët e dyta')
    expect(text).not.toContain('Fjalët e para')
  })

  it('is nobody else’s to take down, and not what is not public', async () => {
    const other = await givenComment(services, consultation)
    const subject = `consultations.comment:${other.id}`
    expect(await takeDown(services, doors, stranger, order(subject))).toEqual({ kind: 'not-permitted' })
    const withdraw = (tx: Transaction) => tx<{ id: string }[]>`
      update consultations.comments set state = 'withdrawn' where id = ${other.id} returning id`
    await entered(db, publishedComments, withdraw)
    expect(await take(subject)).toEqual({ kind: 'not-public' })
    expect(await take(`consultations.comment:${randomUUID()}`)).toEqual({ kind: 'no-such-record' })
  })
})

describe('a file that is taken down', async () => {
  const { slug } = await givenConsultation(services)

  it('with personal data in it loses its bytes and its title for ever', async () => {
    const { id, document } = await commentWithFile(slug, 'Me një skedar të ndjeshëm.')
    const [file] = await db<{ digest: string }[]>`
      select digest from platform.document_files where document_id = ${document}`
    // The same content elsewhere keeps its own: here it stands with the comment before too.
    const elsewhere = (tx: Transaction) => tx<{ id: string }[]>`
      update platform.document_files as file set digest = null, file_name = null, taken_down_at = now()
      from platform.documents as document
      where digest = ${file?.digest ?? ''} and document_id <> ${document} and document.id = file.document_id
      returning split_part(document.subject, ':', 2) as id`
    await entered(db, publishedComments, elsewhere)
    const taken = await take(`platform.document:${document}`)
    await removeBytes(services, file?.digest ?? '')
    expect(await services.files.open(file?.digest ?? '')).toBeNull()
    const { status, text } = await read(consultationUrls.document(slug, document))
    expect([status, text.includes('të dhëna personale')]).toEqual([410, true])
    expect(await db`select title from platform.documents where id = ${document}`).toEqual([{ title: '–' }])
    const lift = await liftTakedown(
      services,
      doors,
      administrator,
      taken.kind === 'taken-down' ? taken.id : '',
      'Jo më.',
    )
    expect(lift.kind).toBe('content-gone')
    expect((await changesOf(`consultations.comment:${id}`)).at(-1)?.kind).toBe('document-taken-down')
  })

  it('for another ground is hidden, and can come back', async () => {
    const { document } = await commentWithFile(slug, 'Me një skedar tjetër.')
    const taken = await take(`platform.document:${document}`, 'court-order')
    expect((await read(consultationUrls.document(slug, document))).status).toBe(410)
    await liftTakedown(
      services,
      doors,
      administrator,
      taken.kind === 'taken-down' ? taken.id : '',
      'Vendimi u ndryshua.',
    )
    expect((await read(consultationUrls.document(slug, document))).status).toBe(200)
  })
})

it('an official finds what to take down by its public address, and reads what was done', async () => {
  const consultation = await givenConsultation(services)
  const { id } = await givenComment(services, consultation)
  const [row] = await db<{ code: string }[]>`select code from consultations.comments where id = ${id}`
  const cookie = await web.signedInAs(people.albanianModerator)
  const at = `http://kuvend.test/en${consultationUrls.comment(consultation.slug, row?.code ?? '')}`
  const form = await (await web.get(`/zyra/heqjet/e-re?adresa=${encodeURIComponent(at)}`, { cookie })).text()
  expect(form).toContain(`value="consultations.comment:${id}"`)
  const fields = { rekordi: `consultations.comment:${id}`, dergesa: randomUUID(), arsyeja: '', shenimi: 'x' }
  const missing = await web.post('/zyra/heqjet/e-re', fields, { cookie })
  expect([missing.status, (await read(consultationUrls.comment(consultation.slug, row?.code ?? ''))).status]).toEqual([
    422, 200,
  ])
  const done = await web.post('/zyra/heqjet/e-re', { ...fields, arsyeja: 'unlawful', konfirmimi: 'po' }, { cookie })
  expect(done.status).toBe(303)
  const page = await (await web.get(done.headers.get('location') ?? '', { cookie })).text()
  expect(page).toContain(people.albanianModerator.name)
  const list = await (await web.get('/zyra/heqjet', { cookie })).text()
  expect(list).toContain(row?.code)
})
