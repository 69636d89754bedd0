import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { newPrivateLink } from '#platform/auth/private-link.ts'
import type { Transaction } from '#platform/db/database.ts'
import { keepDocument } from '#platform/documents/documents.ts'
import { digestOf } from '#platform/files/incoming-file.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import { readPastedText } from '#platform/texts/read-pasted-text.ts'
import { settleDoubt } from '#platform/texts/settle-doubt.ts'
import { storeText } from '#platform/texts/store-text.ts'
import { listDoubts, listNodes, type TextNode } from '#platform/texts/text-queries.ts'
import { placeAnchors } from '#platform/texts/versions/place-anchors.ts'
import { addDays, civilDateIn, startOfDay } from '#platform/time/civil-date.ts'
import { demonstrateAnswers } from './answers/demonstrate-answers.ts'
import { acceptComment } from './comments/confirm-comment.ts'
import { enterComment } from './comments/post-comment.ts'
import type { Anchor } from './comments/comment-rules.ts'
import { toBeClosed } from './closing/closing-rules.ts'
import { reckonClosing } from './closing/reckon-closing.ts'
import { holdPublished } from './consultation-queries.ts'
import { consultationTexts } from './consultation-text-holder.ts'
import { classifyDemo } from './demonstrate-classes.ts'
import { findDemonstration } from './demonstrate-queries.ts'
import { redraftDemo } from './demonstrate-redraft.ts'
import { holdForOffice, insertConsultation, setText, setTranslation } from './drafting/draft-queries.ts'
import { makePublic } from './drafting/publish-consultation.ts'
import { demonstrateYearPlans } from './year/demonstrate-year.ts'
import { demonstrateNotices } from './notices/demonstrate-notices.ts'
import { demonstrateEntries } from './entry/demonstrate-entry.ts'
import { groupDemo } from './groups/demonstrate-groups.ts'
import { importConsultationPlan } from './history/import-consultation-plan.ts'
import { answerDemo, askDemo, readDemoQuestions, type DemoQuestions } from './questions/demonstrate-questions.ts'

const FOLDER = 'db/demo'
const InBoth = z.object({ sq: z.string(), en: z.string() })

const Comment = z.object({
  article: z.string().nullable(),
  quote: z.string().nullable(),
  words: z.string(),
  author: z.string(),
  /** Who gave one gets letters. */
  email: z.email().optional(),
  name_public: z.boolean(),
  organisation: z.string().nullable(),
  day: z.number(),
})

const Consultation = z.object({
  institution: z.string(),
  topics: z.array(z.string()).default([]),
  places: z.array(z.string()).default([]),
  title: InBoth,
  summary: InBoth,
  legal_basis: z.array(InBoth),
  consultation_basis: z.object({ law: InBoth, clock_rule: z.string().nullable(), clock_note: InBoth }),
  text: z.string(),
  documents: z.array(z.object({ file: z.string(), title: InBoth })),
  contact: z.object({ address: z.string() }),
  opens_day: z.number(),
  closes_day: z.number(),
  comments: z.array(Comment),
  /** The second version of its text, some days after it closed. */
  redraft: z.object({ text: z.string(), day: z.number(), summary: InBoth }).optional(),
})
type DemoConsultation = z.infer<typeof Consultation>

/**
 * For each demonstration municipality an open consultation and one that has closed and was written anew since, days counted
 * from today; and one of the past.
 */
export async function demonstrateConsultations(services: Services): Promise<void> {
  for (const file of ['demo.json', 'redrafts.json']) {
    const { consultations } = z
      .object({ consultations: z.array(Consultation) })
      .parse(JSON.parse(await readFile(join(FOLDER, file), 'utf8')))
    for (const one of consultations) await demonstrateOne(services, one)
  }
  await demonstrateYearPlans(services)
  await demonstrateNotices(services)
  await groupDemo(services, (tx, slug, comment) => commentDemo(tx, services, slug, comment))
  await demonstrateEntries(services)
  await demonstrateAnswers(services)
  const ministry = await findInstitution(services.db, 'sq', 'mb')
  // Some time ago, so that the past stands below what is open now.
  const past = backThen(services, new Date(services.clock.now().getTime() - 60 * 86_400_000))
  if (ministry) await importConsultationPlan(past, ministry.id, await readFile(join(FOLDER, 'migration-strategy.json')))
}

async function demonstrateOne(services: Services, demo: DemoConsultation): Promise<void> {
  const institution = await findInstitution(services.db, 'sq', demo.institution)
  if (!institution || (await findDemonstration(services.db, institution.id, demo.title.sq))) return
  const today = civilDateIn(institution.zone, services.clock.now())
  const at = (day: number, hour: number) => {
    const moment = new Date(startOfDay(addDays(today, day), institution.zone).getTime() + hour * 3_600_000)
    return moment < services.clock.now() ? moment : services.clock.now()
  }
  const opened = at(demo.opens_day, 8)
  // What has closed is shown for how its text was written anew: only what is open asks.
  const asked = demo.redraft ? null : await readDemoQuestions(demo.institution)
  const redrafted = await services.db.begin(async (tx): Promise<string | null> => {
    const slug = await publishDemo(tx, backThen(services, opened), demo, institution.id, today, asked)
    for (const [n, comment] of demo.comments.entries()) {
      await commentDemo(tx, backThen(services, at(comment.day, 9 + (n % 9))), slug, comment)
    }
    if (asked) await answerDemo(tx, (day) => backThen(services, at(day, 11)), slug, asked)
    return demo.redraft ? redraft(tx, backThen(services, at(demo.redraft.day, 10)), slug, demo.redraft) : null
  })
  if (redrafted !== null) await placeAnchors(services, [consultationTexts], redrafted)
}

async function redraft(
  tx: Transaction,
  services: Services,
  slug: string,
  { text, summary }: NonNullable<DemoConsultation['redraft']>,
): Promise<string> {
  const consultation = await holdPublished(tx, 'sq', slug)
  if (!consultation) throw new Error(`Consultation ${slug} is gone inside its own transaction`)
  const words = await readFile(join(FOLDER, text), 'utf8')
  return redraftDemo(tx, services, consultation.id, { words, summary })
}

/** The same services on a clock that stands still in the past. */
const backThen = (services: Services, moment: Date): Services => ({ ...services, clock: { now: () => moment } })

async function publishDemo(
  tx: Transaction,
  services: Services,
  demo: DemoConsultation,
  institutionId: string,
  today: string,
  asked: DemoQuestions | null,
): Promise<string> {
  const now = services.clock.now()
  const { id } = await insertConsultation(
    tx,
    institutionId,
    {
      title: demo.title.sq,
      summary: demo.summary.sq,
      actKind: 'regulation',
      legalBasis: [...demo.legal_basis, demo.consultation_basis.law, demo.consultation_basis.clock_note]
        .map((one) => one.sq)
        .join('; '),
      basisRule: demo.consultation_basis.clock_rule,
      opensOn: addDays(today, demo.opens_day),
      contactEmail: demo.contact.address,
      officialPostingUrl: null,
      officialPostedOn: null,
      history: false,
    },
    null,
    now,
  )
  const subject = `consultations.consultation:${id}`
  const translation = { institutionId, subject, lang: 'en', sourceVersion: 1, by: null, at: now }
  await setTranslation(tx, { ...translation, field: 'title', words: demo.title.en })
  await setTranslation(tx, { ...translation, field: 'summary', words: demo.summary.en })
  await classifyDemo(tx, subject, institutionId, demo)
  await storeDemoText(tx, services, demo.text, institutionId, id)
  for (const document of demo.documents) await keepDemoDocument(tx, services, document, institutionId, subject)
  if (asked) await askDemo(tx, asked, { institutionId, consultationId: id, at: now })
  return publishUntil(tx, services, id, addDays(today, demo.closes_day))
}

/** Gives its address. */
async function publishUntil(tx: Transaction, services: Services, id: string, closesOn: string): Promise<string> {
  const draft = await holdForOffice(tx, id)
  if (!draft) throw new Error(`Consultation ${id} is gone inside its own transaction`)
  // In a month of many holidays the institution's own term is longer than the days counted in the example.
  const closing = await reckonClosing(tx, services, { ...toBeClosed(draft), closesOn })
  const chosen = closing?.kind === 'rule' && closing.tooEarly ? closing.least : closesOn
  return (await makePublic(tx, services, { ...draft, closesChosenOn: chosen }, null)).slug
}

async function storeDemoText(
  tx: Transaction,
  services: Services,
  file: string,
  institutionId: string,
  id: string,
): Promise<void> {
  const now = services.clock.now()
  const read = readPastedText(await readFile(join(FOLDER, file), 'utf8'))
  const source = { kind: 'pasted', document: null, readAt: now } as const
  const { textId, versionId } = await storeText(tx, { institutionId, lang: 'sq', read, source })
  for (const doubt of await listDoubts(tx, versionId)) {
    await settleDoubt(tx, { doubtId: doubt.id, settlement: 'kept', by: null, at: now })
  }
  await setText(tx, id, textId, now)
}

async function keepDemoDocument(
  tx: Transaction,
  services: Services,
  document: DemoConsultation['documents'][number],
  institutionId: string,
  subject: string,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kuvend-demo-'))
  try {
    const path = join(folder, document.file)
    const content = await readFile(join(FOLDER, document.file))
    await writeFile(path, content)
    const file = {
      field: '',
      path,
      digest: await digestOf(path),
      size: content.length,
      mediaType: 'text/plain',
      name: document.file,
    } as const
    await keepDocument(tx, services, {
      institutionId,
      subject,
      role: 'reasoning',
      title: document.title.sq,
      lang: 'sq',
      file,
      addedBy: null,
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function commentDemo(
  tx: Transaction,
  services: Services,
  slug: string,
  comment: z.infer<typeof Comment>,
): Promise<void> {
  const consultation = await holdPublished(tx, 'sq', slug)
  if (!consultation?.textVersionId) throw new Error(`Consultation ${slug} has no text`)
  const nodes = await listNodes(tx, consultation.textVersionId)
  const now = services.clock.now()
  const link = newPrivateLink()
  const draft = {
    submissionId: randomUUID(),
    body: comment.words,
    email: comment.email ?? '',
    onBehalf: comment.organisation ? 'organisation' : 'person',
    authorName: comment.author,
    organisation: comment.organisation,
    namePublic: comment.name_public,
    anchor: anchorOf(comment, nodes),
  } as const
  const entered = await enterComment(tx, services, consultation, draft, {
    email: comment.email ?? null,
    lang: 'sq',
    files: [],
    link,
    now,
  })
  if (entered.kind !== 'entered')
    throw new Error(`Demonstration comment of ${comment.author}: ${JSON.stringify(entered)}`)
  await acceptComment(tx, services, entered.commentId, link.token, now)
}

function anchorOf({ article, quote, author }: z.infer<typeof Comment>, nodes: readonly TextNode[]): Anchor {
  if (article === null) return { about: 'whole' }
  const node = nodes.find((one) => one.kind === 'article' && one.label === article)
  if (!node) throw new Error(`Demonstration comment of ${author}: there is no article ${article}`)
  return quote === null
    ? { about: 'article', nodeId: node.nodeId }
    : { about: 'passage', nodeId: node.nodeId, quote, prefix: '', suffix: '' }
}
