import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { everyDoor as doors } from '#test/doors.ts'
import { eraseContact } from '#platform/own-data/erase-contact.ts'
import { takeDown } from '#platform/takedowns/take-down.ts'
import { testDatabase } from '#test/database.ts'
import { people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { crawl, pathsWith } from '../crawl-testing.ts'
import { moderateComment } from '../moderation/moderate-comment.ts'
import {
  aCommentForm,
  articleOf,
  givenComment,
  givenConsultation,
  officialWith,
  staffWith,
  tokenMailedTo,
  type GivenConsultation,
} from '../testing.ts'
import { consultationUrls, officeUrls, ownCommentUrls } from '../urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const consultations = [
  await givenConsultation(services),
  await givenConsultation(services, { institution: 'provas', title: 'Rregullore për tregun e komunës' }),
]

const HIDDEN = ['Zefirinë', 'Fshehtaj', 'zefirine', 'fshehta.adresa']
const A_HIDDEN_PERSON = { authorName: 'Zefirinë Fshehtaj', namePublic: false }
const hiddenAddress = (n: number) => `fshehta.adresa${n}@posta.example`

// The hidden person in every place where a comment can stand, in both countries.
for (const [n, consultation] of consultations.entries()) {
  const { nodeId } = articleOf(consultation, '2')
  const address = (place: number) => hiddenAddress(10 * n + place)
  const anchor = { about: 'article', nodeId } as const
  await givenComment(services, consultation, { ...A_HIDDEN_PERSON, email: address(1) })
  await givenComment(services, consultation, { ...A_HIDDEN_PERSON, email: address(2), anchor })
  const quote = { about: 'passage', nodeId, quote: 'pastrohet sheshi', prefix: '', suffix: '' } as const
  await givenComment(services, consultation, { ...A_HIDDEN_PERSON, email: address(3), anchor: quote })
  const organisation = { onBehalf: 'organisation', organisation: 'Shoqata Kaltërsira' } as const
  await givenComment(services, consultation, { ...A_HIDDEN_PERSON, ...organisation, email: address(4), anchor })
  const corrected = await givenComment(services, consultation, { ...A_HIDDEN_PERSON, email: address(5) })
  await web.post(ownCommentUrls.correction(corrected.token), {
    komenti: 'Fjalë të ndryshuara nga autori.',
    versioni: '1',
  })
  const held = await givenComment(services, consultation, { ...A_HIDDEN_PERSON, email: address(6) })
  const moderator = await officialWith(services, ['moderator', consultation.institution.slug])
  await moderateComment(services, moderator, held.id, 1, {
    move: 'hold',
    ground: 'insult',
    note: 'Zefirinë, ju lutem ndryshojeni.',
  })
  const withdrawn = await givenComment(services, consultation, { ...A_HIDDEN_PERSON, email: address(7) })
  await web.post(ownCommentUrls.withdrawal(withdrawn.token), {})
  await givenComment(services, consultation, {
    ...A_HIDDEN_PERSON,
    email: address(8),
    body: 'Telefoni im: 069 000 00 00',
  })
  await sendThroughTheWeb(consultation.slug, address(9))
  await plantWhatLeaves(consultation, 100 * n)
  // The newest, so that it is among the few that stand under the article on the page of the whole text.
  services.clock.passMinutes(1)
  await givenComment(services, consultation, {
    authorName: 'Mirvete Dukshmi',
    email: `dukshme${n}@posta.example`,
    anchor,
  })
}

/** As a browser does, and signed in, and never confirmed. */
async function sendThroughTheWeb(slug: string, adresa: string): Promise<void> {
  const fields = { emri: 'Zefirinë Fshehtaj', 'emri-publik': 'jo', adresa }
  await web.post(consultationUrls.comments(slug), aCommentForm(fields))
  await web.post(ownCommentUrls.confirmation(await tokenMailedTo(services, adresa)), {})
  const cookie = await web.signedInAsCitizen(adresa)
  await web.post(consultationUrls.comments(slug), aCommentForm(fields), { cookie })
  await web.post(consultationUrls.comments(slug), aCommentForm(fields))
}

/** A name that was public until its author erased it; a comment and a paper with the name, taken down. */
async function plantWhatLeaves({ id, slug, institution }: GivenConsultation, n: number): Promise<void> {
  const shown = { authorName: 'Zefirinë Fshehtaj', namePublic: true, body: 'Unë, Zefirinë Fshehtaj, e them me emër.' }
  const official = await officialWith(services, ['administrator', institution.slug], ['moderator', institution.slug])
  const take = (subject: string) =>
    takeDown(services, doors, official, {
      submissionId: randomUUID(),
      subject,
      ground: 'personal-data',
      note: 'Zefirinë',
    })
  await givenComment(services, { slug }, { ...shown, email: hiddenAddress(n + 11) })
  const [contact] = await db<{ contactId: string }[]>`
    select id as contact_id from platform.contacts where email = ${hiddenAddress(n + 11)}`
  await db.begin((tx) => eraseContact(tx, services, doors, contact?.contactId ?? '', 'citizen'))
  const taken = await givenComment(services, { slug }, { ...shown, email: hiddenAddress(n + 12) })
  await take(`consultations.comment:${taken.id}`)
  const cookie = await web.signedInAs(staffWith('consultation-coordinator', institution.slug))
  const paper = new File([`Emri është Zefirinë Fshehtaj, ${institution.slug}.`], 'Zefirinë-Fshehtaj.txt')
  await web.post(
    officeUrls.documents(id),
    { 'titulli-dok': 'Ankesa e Zefirinë Fshehtaj', 'lloji-dok': 'annex', dokumenti: paper },
    { cookie },
  )
  const [document] = await db<{ id: string }[]>`
    select id from platform.documents where subject = ${`consultations.consultation:${id}`} and title like 'Ankesa%'`
  const answer = await web.get(consultationUrls.document(slug, document?.id ?? ''))
  if (!(await answer.text()).includes('Zefirinë')) throw new Error('the paper was never public')
  await take(`platform.document:${document?.id}`)
}

const pages = await crawl(web)

it('the crawl has seen every kind of page, in both languages and both countries', () => {
  for (const { slug, articles } of consultations) {
    const nodeId = articles[1]?.nodeId ?? ''
    const own = [
      consultationUrls.one(slug),
      consultationUrls.data(slug),
      consultationUrls.comments(slug),
      consultationUrls.article(slug, nodeId),
      `${consultationUrls.commentForm(slug)}?neni=${nodeId}`,
    ]
    for (const path of own.flatMap((one) => [one, `/en${one}`])) expect([...pages.keys()]).toContain(path)
    expect([...pages.keys()].filter((path) => path.startsWith(`/konsultime/${slug}/komente/`)).length).toBeGreaterThan(
      15,
    )
  }
  // ELI addresses lead on to the record. Only what waits for a moderator or for its author is not there, at the address that its code would give.
  const missing = [...pages].flatMap(([path, bytes]) => (/^(200|303|410)/.test(bytes) ? [] : [path]))
  // A comment erased, a comment and a paper taken down: each address in both languages, the comments as data too.
  const gone = [...pages].flatMap(([path, bytes]) => (bytes.startsWith('410') ? [path] : []))
  expect(gone).toHaveLength(consultations.length * (4 + 4 + 2))
  expect(missing.filter((path) => !path.includes('/komente/'))).toEqual([])
  expect(missing).toHaveLength(consultations.length * 4)
  for (const path of missing) expect(path).toMatch(/\/komente\/[0-9A-Z-]{9}(\.json)?$/)
})

it('a name that may be shown is found wherever its comment is, so the crawl can see names', () => {
  const shown = pathsWith(pages, 'Mirvete Dukshmi')
  for (const { slug } of consultations) {
    expect(shown).toContain(consultationUrls.one(slug))
    expect(shown).toContain(`/en${consultationUrls.comments(slug)}`)
    expect(
      shown.filter((path) => path.startsWith(`/konsultime/${slug}/komente/`) && path.endsWith('.json')),
    ).toHaveLength(1)
  }
})

it('a name that is hidden is in no public byte: no page, no record, no header, no address', () => {
  expect(pathsWith(pages, ...HIDDEN)).toEqual([])
})

it('nobody’s e-mail address is in a public byte, shown name or not', () => {
  expect(pathsWith(pages, 'posta.example')).toEqual([])
})

it('an organisation is shown, for it speaks in its own name, and not the person behind it', () => {
  const shown = pathsWith(pages, 'Shoqata Kaltërsira')
  for (const { slug } of consultations) expect(shown).toContain(consultationUrls.comments(slug))
})

it('an official appears nowhere by name or address', () => {
  expect(pathsWith(pages, 'Liri Prove', 'deeds.example', people.albanianModerator.name)).toEqual([])
})

it('the office sees the name, and that it is hidden', async () => {
  const cookie = await web.signedInAs(people.albanianModerator)
  const [row] = await db<{ id: string }[]>`
    select comment.id from consultations.comments as comment
    join platform.contacts as contact on contact.id = comment.contact_id where contact.email = ${hiddenAddress(1)}`
  const page = await (await web.get(`/zyra/komente/${row?.id}`, { cookie })).text()
  expect(page).toContain('Zefirinë Fshehtaj')
  expect(page).not.toContain(hiddenAddress(1))
})
