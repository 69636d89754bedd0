import { cancelConsultation } from '#modules/consultations/drafting/publish-consultation.ts'
import { publishedConsultations } from '#modules/consultations/ledger/consultation-records.ts'
import { moderateComment } from '#modules/consultations/moderation/moderate-comment.ts'
import { withdrawComment } from '#modules/consultations/comments/withdraw-comment.ts'
import {
  givenComment,
  givenConsultation,
  givenDraft,
  givenSentComment,
  officialWith,
  SMALL_REGULATION,
  type GivenConsultation,
} from '#modules/consultations/testing.ts'
import { consultationTexts } from '#modules/consultations/consultation-text-holder.ts'
import { removeConsultationDocument } from '#modules/consultations/drafting/keep-consultation-document.ts'
import { givenCase } from '#app/office/intake/testing.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Database, Transaction } from '#platform/db/database.ts'
import { liftTakedown } from '#platform/takedowns/lift-takedown.ts'
import { takeDown } from '#platform/takedowns/take-down.ts'
import { readIntoVersion } from '#platform/texts/versions/read-into-version.ts'
import { closeInstitution } from '#platform/institutions/close-institution.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { everyDoor } from '../doors.ts'
import { eraseComment } from '../erase-comment.ts'
import { entered } from '../ledger.ts'
import type { TestWeb } from '../web.ts'
import { secretOf, type Secret } from './secrets.ts'

type Services = TestWeb['services']
/** Each is told by its secret; `hide` makes what stood in public for a while stand there no more. */
export type Planted = {
  secret: Secret
  hide?: () => Promise<unknown>
  /** The page of the record says by its name that it was taken away; nothing else does. */
  told?: true
}
export type Public = { secret: Secret; kind: string; move?: () => Promise<unknown> }

/** Makes records in every state, each with words of its own. Those that are to be hidden later are public now. */
export async function plant(services: Services) {
  let n = 0
  const secret = (name: string): Secret => secretOf(name, ++n)
  const coordinator = await officialWith(services, ['consultation-coordinator', 'prova'])
  const moderator = await officialWith(services, ['moderator', 'prova'], ['administrator', 'prova'])
  const hands = { services, coordinator, moderator }
  const place = await givenConsultation(services, { title: 'Plani i tregut' })
  return {
    place,
    hidden: [
      ...(await hiddenConsultations(hands, secret)),
      ...(await hiddenComments(hands, secret, place)),
      ...(await hiddenPapers(hands, secret, place)),
      ...(await neverPublic(hands, secret, place)),
    ],
    open: await openRecords(hands, secret, place),
  }
}

type Hands = { services: Services; coordinator: Official; moderator: Official }
type MakeSecret = (name: string) => Secret

const texts = ({ both }: Secret) => ({
  title: `Rregullore ${both}`,
  titleEn: `Regulation ${both}`,
  summary: `Përmbledhja ${both}.`,
  summaryEn: `Summary ${both}.`,
  text: SMALL_REGULATION.replace('Kjo rregullore', `Kjo rregullore ${both}`),
})

async function hiddenConsultations({ services, moderator }: Hands, secret: MakeSecret): Promise<Planted[]> {
  const draft = secret('a draft')
  await givenDraft(services, texts(draft))
  const down = secret('a consultation that was taken down')
  const taken = await givenConsultation(services, texts(down))
  const beneath = secret('a comment under it')
  await givenComment(services, taken, { body: `Fjalë ${beneath.both} nën të.` })
  const paper = secret('a paper of it')
  await addPaper(services.db, taken, paper)
  return [
    { secret: draft },
    { secret: down, hide: () => take(services, moderator, `consultations.consultation:${taken.id}`) },
    { secret: beneath },
    { secret: paper },
  ]
}

async function hiddenComments({ services, moderator }: Hands, secret: MakeSecret, place: GivenConsultation) {
  const words = (one: Secret) => ({ body: `Propozoj ${one.both} për tregun.`, authorName: `Arta ${one.both}` })
  const [sent, waiting] = [secret('a comment that nobody confirmed'), secret('a comment that waits')]
  await givenSentComment(services, place, words(sent))
  await givenComment(services, place, { body: `Më merrni në 069 123 4567, ${waiting.both}.` })
  const held = secret('a comment that is held')
  const ofHeld = await givenComment(services, place, words(held))
  const withdrawn = secret('a comment that was withdrawn')
  const ofWithdrawn = await givenComment(services, place, words(withdrawn))
  const erased = secret('a comment that was erased')
  const ofErased = await givenComment(services, place, words(erased))
  const down = secret('a comment that was taken down')
  const ofDown = await givenComment(services, place, words(down))
  const hold = { move: 'hold', ground: 'insult', note: null } as const
  const planted: Planted[] = [
    { secret: sent },
    { secret: waiting },
    { secret: held, hide: () => moderateComment(services, moderator, ofHeld.id, 1, hold) },
    { secret: withdrawn, hide: () => withdrawComment(services, { token: ofWithdrawn.token }) },
    { secret: erased, hide: () => eraseComment(services, ofErased.id) },
    { secret: down, hide: () => take(services, moderator, `consultations.comment:${ofDown.id}`) },
  ]
  return planted
}

async function hiddenPapers({ services, coordinator, moderator }: Hands, secret: MakeSecret, place: GivenConsultation) {
  const { db } = services
  const [internal, removed, down] = [
    secret('an internal paper'),
    secret('a paper taken away'),
    secret('a paper taken down'),
  ]
  await addPaper(db, place, internal, { of: 'internal' })
  const ofRemoved = await addPaper(db, place, removed)
  const ofDown = await addPaper(db, place, down)
  const [narrowed, replaced] = [secret('a paper made internal'), secret('the words of a replaced file')]
  const ofNarrowed = await addPaper(db, place, narrowed)
  const ofReplaced = await addPaper(db, place, replaced, { title: 'Shtojca që u zëvendësua' })
  const planted: Planted[] = [
    { secret: internal },
    {
      secret: removed,
      told: true,
      hide: () => removeConsultationDocument(services, coordinator, place.id, ofRemoved),
    },
    { secret: down, hide: () => take(services, moderator, `platform.document:${ofDown}`) },
    {
      secret: narrowed,
      hide: () =>
        changed(db, place, (tx) => tx`update platform.documents set class = 'internal' where id = ${ofNarrowed}`),
    },
    {
      secret: replaced,
      hide: () =>
        changed(
          db,
          place,
          (tx) => tx`
            update platform.document_files set replaced_at = now(), was_public = false where document_id = ${ofReplaced}`,
        ),
    },
  ]
  return planted
}

/** What no way leads to the public: people's cases, names that were not to be shown, texts nobody has published yet. */
async function neverPublic({ services, coordinator }: Hands, secret: MakeSecret, place: GivenConsultation) {
  const [about, unnamed, address] = [
    secret('a case of a person'),
    secret('a name not to be shown'),
    secret('an address'),
  ]
  await givenCase(services, 'prova', { about: `Lënda ${about.both}`, words: `Fjalët ${about.both}.` })
  await givenComment(services, place, { authorName: `Arta ${unnamed.both}`, namePublic: false })
  await givenComment(services, place, { email: `${address.asked}.${address.beside}@posta.example` })
  const later = secret('a version nobody has published')
  const words = SMALL_REGULATION.replace('Kjo rregullore', `Kjo rregullore ${later.both}`)
  const input = { source: { kind: 'pasted', words }, digest: null, file: null, titleOfDocument: 'Projektakti' } as const
  await readIntoVersion(services, consultationTexts, coordinator, { id: place.id, input })
  return [about, unnamed, address, later].map((one): Planted => ({ secret: one }))
}

async function openRecords({ services, coordinator, moderator }: Hands, secret: MakeSecret, place: GivenConsultation) {
  const found: Public[] = []
  const consultation = async (name: string, move?: (id: string) => Promise<unknown>, institution = 'prova') => {
    const one = secret(name)
    const { id } = await givenConsultation(services, { ...texts(one), institution })
    found.push({ secret: one, kind: 'consultation', ...(move && { move: () => move(id) }) })
  }
  await consultation('an open consultation')
  await consultation('a cancelled one', (id) => cancelConsultation(services, coordinator, id, 'Projekti u tërhoq.'))
  await consultation('one that was taken down and stands again', async (id) =>
    liftTakedown(
      services,
      everyDoor,
      moderator,
      await take(services, moderator, `consultations.consultation:${id}`),
      'U sqarua.',
    ),
  )
  const ended = secret('one whose window has closed')
  await givenConsultation(services, { ...texts(ended), opens: -40, closes: -2 })
  found.push({ secret: ended, kind: 'consultation' })
  await consultation('one of an institution that was closed', () => closeIt(services, 'e-mbyllur'), 'e-mbyllur')
  const comment = secret('a comment')
  await givenComment(services, place, { body: `Propozoj ${comment.both}.` })
  found.push({ secret: comment, kind: 'comment' })
  const paper = secret('a public paper')
  await addPaper(services.db, place, paper)
  found.push({ secret: paper, kind: 'document' })
  return found
}

async function closeIt(services: Services, slug: string): Promise<void> {
  const [row] = await services.db<{ id: string; version: number; zone: string }[]>`
    select id, version, zone from platform.institutions where slug = ${slug}`
  const on = civilDateIn(row?.zone ?? '', services.clock.now())
  const closing = { on, reason: 'Ligji për ndarjen administrative', successorIds: [] }
  const done = await closeInstitution(services, 'program', row?.id ?? '', closing, row?.version ?? 1)
  if (done.kind !== 'done') throw new Error(`test institution: ${JSON.stringify(done)}`)
}

async function take(services: Services, moderator: Official, subject: string): Promise<string> {
  const order = { submissionId: crypto.randomUUID(), subject, ground: 'unlawful', note: 'Shënim' } as const
  const outcome = await takeDown(services, everyDoor, moderator, order)
  if (outcome.kind !== 'taken-down') throw new Error(`test takedown: ${JSON.stringify(outcome)}`)
  return outcome.id
}

/** With words in its title, in its file and in the file's name. Nobody asks for its bytes here. */
async function addPaper(
  db: Database,
  { id }: { id: string },
  { both, asked }: Secret,
  { of = 'public', title = `Shtojca ${both}` } = {},
): Promise<string> {
  const digest = Buffer.from(asked.padEnd(32, '0')).toString('hex').slice(0, 64)
  let paperId = ''
  await changed(db, { id }, async (tx) => {
    await tx`insert into platform.files (digest, size, media_type, created_at) values (${digest}, 1, 'text/plain', now())`
    const [row] = await tx<{ paper: string; file: string }[]>`
      with paper as (
        insert into platform.documents (institution_id, subject, role, class, title, added_at)
        select institution_id, 'consultations.consultation:' || id, 'annex', ${of}, ${title}, now()
        from consultations.consultations where id = ${id} returning id, institution_id)
      insert into platform.document_files (institution_id, document_id, lang, version, digest, file_name, size, added_at, reading, read_at)
      select institution_id, id, 'sq', 1, ${digest}, ${`${asked}.txt`}, 1, now(), 'read', now() from paper
      returning document_id as paper, id as file`
    await tx`insert into platform.document_texts (file_id, page, text, by) values (${row?.file ?? ''}, 1, ${`Faqja ${both}.`}, 'program')`
    paperId = row?.paper ?? ''
  })
  return paperId
}

/** A change of what stands with a consultation, entered as a deed would have done. */
const changed = (db: Database, { id }: { id: string }, change: (tx: Transaction) => PromiseLike<unknown>) =>
  entered(db, publishedConsultations, async (tx) => {
    await change(tx)
    return [{ id }]
  })
