import { randomUUID } from 'node:crypto'
import type { Official, Role, RoleGrant } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { findNode, listNodes } from '#platform/texts/text-queries.ts'
import { readIntoVersion } from '#platform/texts/versions/read-into-version.ts'
import { keepAllDoubts } from '#platform/texts/versions/settle-text-doubt.ts'
import { addDays, civilDateIn, startOfDay } from '#platform/time/civil-date.ts'
import { entered } from '#test/ledger.ts'
import { lettersTo } from '#test/mailbox.ts'
import { givenPerson, type TestPerson } from '#test/people.ts'
import type { CommentDraft } from './comments/comment-rules.ts'
import { confirmComment } from './comments/confirm-comment.ts'
import { postComment } from './comments/post-comment.ts'
import { findPublished } from './consultation-queries.ts'
import { consultationTexts } from './consultation-text-holder.ts'
import { publishConsultation } from './drafting/publish-consultation.ts'
import { publishedConsultations } from './ledger/consultation-records.ts'
import { startConsultation, type DraftForm } from './drafting/write-consultation.ts'
import { addTestInstitution } from '#test/template.ts'

/** Help for tests: consultations, comments and people, valid unless a test says otherwise. Only tests import this. */

/** A small regulation. Article 2 says the same words twice, so that a quotation needs what stands around it. */
export const SMALL_REGULATION = `RREGULLORE
PËR TREGUN E FSHATIT

KREU I
DISPOZITA TË PËRGJITHSHME

Neni 1
Objekti

Kjo rregullore cakton rregullat e tregut të fshatit.

Neni 2
Ditët e tregut

1. Tregu hapet të martën. Tregu mbyllet në orën 14:00.
2. Të premten tregu mbyllet në orën 14:00, sepse pastrohet sheshi.

KREU II
TARIFAT

Neni 3
Tarifa e vendit

1. Shitësi paguan një tarifë për:
a) vendin e mbuluar;
b) vendin e hapur.

Neni 3/1
Lirimi

Prodhuesit e fshatit nuk paguajnë.`

/** One of the two institutions of every test database, or another one that is made when it is not there. */
export async function givenInstitution({ db }: Services, slug: string): Promise<InstitutionSummary> {
  const found = await findInstitution(db, 'sq', slug)
  if (found) return found
  const names = { sq: `Bashkia ${slug}`, en: `Municipality of ${slug}` }
  const institution = {
    slug,
    kind: 'municipality',
    zone: 'Europe/Tirane',
    accent: null,
    demonstration: false,
    names,
  } as const
  await addTestInstitution(db, { ...institution, jurisdiction: 'AL' })
  return givenInstitution({ db } as Services, slug)
}

/** Somebody who holds one role: the same person each time it is asked for. `institution` null: everywhere. */
export const staffWith = (role: Role, institution: string | null): TestPerson => ({
  email: `${role}@${institution ?? 'kuvend'}.example`,
  name: 'Liri Prove',
  roles: [{ role, institution }],
})

/** The proof that the gate of the office makes out of a session, for calling a deed without the web. */
export async function officialWith(services: Services, ...roles: readonly [Role, string | null][]): Promise<Official> {
  const email = `${roles.map(([role, slug]) => `${role}-${slug}`).join('.')}@deeds.example`
  const name = 'Liri Prove'
  const held = roles.map(([role, institution]) => ({ role, institution }))
  const grants: RoleGrant[] = []
  for (const [role, slug] of roles) {
    grants.push({ role, institutionId: slug === null ? null : (await givenInstitution(services, slug)).id })
  }
  const accountId = await givenPerson(services, { email, name, roles: held })
  return { kind: 'staff', level: 2, sessionId: randomUUID(), accountId, name, email, roles: grants }
}

type ConsultationChanges = Partial<Omit<DraftForm, 'institutionId'>> & {
  institution?: string
  /** Days from today, in the institution's zone; `opensOn` and `closesOn` name the days themselves. */
  opens?: number
  closes?: number
  text?: string | null
}

export type GivenDraft = { id: string; institution: InstitutionSummary; form: DraftForm }

/** A draft with its text, whose doubts are settled: ready to be published. */
export async function givenDraft(services: Services, changes: ConsultationChanges = {}): Promise<GivenDraft> {
  const { institution: slug = 'prova', opens = -5, closes = 10, text = SMALL_REGULATION, ...fields } = changes
  const institution = await givenInstitution(services, slug)
  const today = civilDateIn(institution.zone, services.clock.now())
  const form: DraftForm = {
    ...A_CONSULTATION,
    institutionId: institution.id,
    opensOn: addDays(today, opens),
    closesOn: addDays(today, closes),
    ...fields,
  }
  const coordinator = await officialWith(services, ['consultation-coordinator', slug])
  const tried = await startConsultation(services, coordinator, form)
  // Where a test names no day and the institution has set a term of its own, that is followed.
  if (tried.kind === 'too-early' && changes.closes === undefined) form.closesOn = tried.least
  const started = tried.kind === 'too-early' ? await startConsultation(services, coordinator, form) : tried
  if (started.kind !== 'written') throw new Error(`test consultation: ${started.kind}`)
  if (text !== null) {
    const pasted = { source: { kind: 'pasted', words: text }, digest: null, file: null, titleOfDocument: '' } as const
    await readIntoVersion(services, consultationTexts, coordinator, { id: started.id, input: pasted })
    await keepAllDoubts(services, consultationTexts, coordinator, started.id)
  }
  return { id: started.id, institution, form }
}

const A_CONSULTATION: Omit<DraftForm, 'institutionId' | 'opensOn' | 'closesOn'> = {
  title: 'Rregullore për tregun e fshatit',
  titleEn: 'Regulation on the village market',
  summary: 'Rregullat e reja për ditët, vendet dhe tarifat e tregut të fshatit.',
  summaryEn: 'The new rules for the days, places and fees of the village market.',
  actKind: 'regulation',
  legalBasis: 'Ligji për vetëqeverisjen vendore, neni 54',
  basisRule: null,
  contactEmail: 'konsultime@zyra.example',
  officialPostingUrl: null,
  officialPostedOn: null,
  fromVersion: 1,
  reason: '',
}

export type GivenArticle = { label: string; nodeId: string; words: string }

export type GivenConsultation = GivenDraft & { slug: string; articles: GivenArticle[] }

/** Published on its opening day, or now if that is still to come, and open from five days ago to ten days from now. */
export async function givenConsultation(
  services: Services,
  changes: ConsultationChanges = {},
): Promise<GivenConsultation> {
  const draft = await givenDraft(services, changes)
  const { institution, form } = draft
  const opening = startOfDay(form.opensOn ?? '', institution.zone)
  const moment = opening < services.clock.now() ? opening : services.clock.now()
  const then = { ...services, clock: { now: () => moment } }
  const coordinator = await officialWith(services, ['consultation-coordinator', institution.slug])
  const published = await publishConsultation(then, coordinator, draft.id, { pastOpeningConfirmed: true })
  if (published.kind !== 'published') throw new Error(`test consultation: ${JSON.stringify(published)}`)
  return { ...draft, slug: published.slug, articles: await articlesOf(services, published.slug) }
}

async function articlesOf({ db }: Services, slug: string): Promise<GivenArticle[]> {
  const versionId = (await findPublished(db, 'sq', slug))?.textVersionId
  if (!versionId) return []
  const nodes = (await listNodes(db, versionId)).filter((node) => node.kind === 'article')
  const article = async ({ nodeId, label }: { nodeId: string; label: string | null }) => {
    const words = (await findNode(db, versionId, nodeId))?.words ?? ''
    return { label: label ?? '', nodeId, words }
  }
  return Promise.all(nodes.map(article))
}

/** What a test writes by hand of consultations, entered as a deed would have done; gives the rows with their `id`. */
export const enteredConsultations = <Row extends { id: string }>(
  { db }: Pick<Services, 'db'>,
  write: (tx: Transaction) => PromiseLike<readonly Row[]>,
): Promise<readonly Row[]> => entered(db, publishedConsultations, write)

export function articleOf(consultation: GivenConsultation, label: string): GivenArticle {
  const found = consultation.articles.find((one) => one.label === label)
  if (!found) throw new Error(`test consultation: no article ${label}`)
  return found
}

let citizens = 0

/** An address that nobody else in the test has. */
export const someAddress = (): string => `qytetar-${++citizens}@posta.example`

export const CLEAN_WORDS = 'Propozoj që tregu të hapet edhe të dielën, që të vijnë më shumë njerëz.'

/** The fields of the form of a comment, as a browser sends them. */
export const aCommentForm = (changes: Record<string, string> = {}): Record<string, string> => ({
  dergesa: randomUUID(),
  komenti: CLEAN_WORDS,
  'ne-emer': 'vete',
  emri: 'Arta Shembull',
  organizata: '',
  adresa: someAddress(),
  'emri-publik': 'po',
  ...changes,
})

/** The same, understood. */
export const aCommentDraft = (changes: Partial<CommentDraft> = {}): CommentDraft => ({
  submissionId: randomUUID(),
  body: CLEAN_WORDS,
  email: someAddress(),
  onBehalf: 'person',
  authorName: 'Arta Shembull',
  organisation: null,
  namePublic: true,
  anchor: { about: 'whole' },
  ...changes,
})

export type GivenComment = { id: string; token: string; email: string; code: string; state: string }

/** A comment that was sent and waits for its author to confirm it. */
export async function givenSentComment(
  services: Services,
  { slug }: { slug: string },
  changes: Partial<CommentDraft> = {},
): Promise<Omit<GivenComment, 'code' | 'state'>> {
  const draft = aCommentDraft(changes)
  const outcome = await postComment(services, slug, draft, { citizen: null, lang: 'sq', files: [] })
  if (outcome.kind !== 'sent') throw new Error(`test comment: ${JSON.stringify(outcome)}`)
  const { id } = await newestCommentFrom(services, draft.email)
  return { id, token: await tokenMailedTo(services, draft.email), email: draft.email }
}

/** A comment that counts. It stands where the check of its words leaves it: published, or waiting. */
export async function givenComment(
  services: Services,
  consultation: { slug: string },
  changes: Partial<CommentDraft> = {},
): Promise<GivenComment> {
  const sent = await givenSentComment(services, consultation, changes)
  const outcome = await confirmComment(services, sent.token)
  if (outcome.kind !== 'confirmed') throw new Error(`test comment: ${JSON.stringify(outcome)}`)
  const { code, state } = await newestCommentFrom(services, sent.email)
  return { ...sent, code: code ?? '', state }
}

export type CommentRow = {
  id: string
  state: string
  code: string | null
  version: number
  lang: string
  about: string
  sentAt: Date
  confirmedAt: Date | null
  publishedAt: Date | null
}

/** The newest comment that was sent from an address, as it stands now. */
export async function newestCommentFrom({ db }: Pick<Services, 'db'>, email: string): Promise<CommentRow> {
  const [row] = await db<CommentRow[]>`
    select comment.id, comment.state, comment.code, comment.version, comment.lang, comment.about, comment.sent_at,
           comment.confirmed_at, comment.published_at
    from consultations.comments as comment
    join platform.contacts as contact on contact.id = comment.contact_id
    where contact.email = ${email} order by comment.sent_at desc limit 1`
  if (!row) throw new Error(`No comment from ${email}`)
  return row
}

/** The private token in the newest letter to an address that holds one: letters of the same moment have no order. */
export async function tokenMailedTo({ db }: Pick<Services, 'db'>, address: string): Promise<string> {
  const links = (await lettersTo(db, address)).flatMap(
    ({ body }) => /\/komenti\/([\w-]{43})/.exec(body ?? '')?.[1] ?? [],
  )
  const token = links.at(-1)
  if (!token) throw new Error(`No private link in any letter to ${address}`)
  return token
}
