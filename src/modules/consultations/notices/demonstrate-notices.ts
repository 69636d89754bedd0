import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { newPrivateLink } from '#platform/auth/private-link.ts'
import type { Transaction } from '#platform/db/database.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'
import { PRIOR_RULE } from '../closing/closing-rules.ts'
import { classifyDemo } from '../demonstrate-classes.ts'
import { findDemonstration } from '../demonstrate-queries.ts'
import { holdForOffice, insertConsultation, setTranslation } from '../drafting/draft-queries.ts'
import { makePublic } from '../drafting/publish-consultation.ts'
import { enterConsultation } from '../ledger/consultation-records.ts'
import { findDemoConsultation } from './demonstrate-queries.ts'
import { findNoticeWords, insertCoLeader, insertPosting, setNoticeWords } from './notice-queries.ts'
import { NO_WORDS } from './notice-rules.ts'
import { insertStakeholder } from './stakeholder-queries.ts'

const InBoth = z.object({ sq: z.string(), en: z.string() })
const Demo = z.object({
  preliminary: z.object({
    institution: z.string(),
    topics: z.array(z.string()),
    places: z.array(z.string()),
    title: InBoth,
    summary: InBoth,
    legal_basis: z.string(),
    contact: z.string(),
    reasons: InBoth,
    questions: InBoth,
  }),
  of_open: z.array(
    z.object({
      institution: z.string(),
      reasons: InBoth,
      effect: InBoth,
      partner: z.string().nullable(),
      contact_role: z.string().nullable(),
      place: z.string(),
    }),
  ),
  stakeholders: z.array(
    z.object({
      institution: z.string(),
      name: z.string(),
      kind: z.enum(['civil-society', 'business']),
      email: z.string(),
    }),
  ),
})
type DemoNotices = z.infer<typeof Demo>

/** A preliminary consultation that runs, the notices of those on a draft, and whom the municipalities invite. */
export async function demonstrateNotices(services: Services): Promise<void> {
  const demo = Demo.parse(JSON.parse(await readFile('db/demo/notices.json', 'utf8')))
  await preliminary(services, demo.preliminary)
  for (const one of demo.of_open) await noticeOfOpen(services, one)
  for (const one of demo.stakeholders) await stakeholder(services, one)
}

/** It began some days before the consultations on a draft, which stand above it. */
const BEGAN_DAYS_AGO = 12

async function preliminary(today: Services, demo: DemoNotices['preliminary']): Promise<void> {
  const began = new Date(today.clock.now().getTime() - BEGAN_DAYS_AGO * 86_400_000)
  const services = { ...today, clock: { now: () => began } }
  const { db, clock } = services
  const institution = await findInstitution(db, 'sq', demo.institution)
  if (!institution || (await findDemonstration(db, institution.id, demo.title.sq))) return
  const at = clock.now()
  await db.begin(async (tx) => {
    const fields = {
      title: demo.title.sq,
      summary: demo.summary.sq,
      actKind: 'plan',
      legalBasis: demo.legal_basis,
      basisRule: PRIOR_RULE,
      opensOn: civilDateIn(institution.zone, at),
      contactEmail: demo.contact,
      officialPostingUrl: null,
      officialPostedOn: null,
      history: false,
      stage: 'preliminary',
    } as const
    const { id } = await insertConsultation(tx, institution.id, fields, null, at)
    const subject = `consultations.consultation:${id}`
    const said = { institutionId: institution.id, subject, lang: 'en', sourceVersion: 1, by: null, at }
    await setTranslation(tx, { ...said, field: 'title', words: demo.title.en })
    await setTranslation(tx, { ...said, field: 'summary', words: demo.summary.en })
    const { reasons, questions } = demo
    const asked = { questions: questions.sq, questionsEn: questions.en }
    const words = { ...NO_WORDS, reasons: reasons.sq, reasonsEn: reasons.en, ...asked }
    await setNoticeWords(tx, { consultationId: id, institutionId: institution.id, words, at })
    await classifyDemo(tx, subject, institution.id, demo)
    const draft = await holdForOffice(tx, id)
    if (!draft) throw new Error(`Consultation ${id} is gone inside its own transaction`)
    await makePublic(tx, services, draft, null)
  })
}

async function noticeOfOpen(services: Services, demo: DemoNotices['of_open'][number]): Promise<void> {
  const { db } = services
  const institution = await findInstitution(db, 'sq', demo.institution)
  const found = institution && (await findDemoConsultation(db, institution.id))
  if (!found || (await findNoticeWords(db, found.id))) return
  await db.begin((tx) => writeNoticeOf(tx, services, { institutionId: institution.id, ...found }, demo))
}

async function writeNoticeOf(
  tx: Transaction,
  services: Services,
  { id, institutionId, publishedOn }: { id: string; institutionId: string; publishedOn: string },
  demo: DemoNotices['of_open'][number],
): Promise<void> {
  const at = services.clock.now()
  const of = { institutionId, consultationId: id, at, by: null, formId: null }
  const { reasons, effect } = demo
  const said = { reasons: reasons.sq, reasonsEn: reasons.en, effect: effect.sq, effectEn: effect.en }
  await setNoticeWords(tx, { ...of, words: { ...NO_WORDS, ...said } })
  const leader = { ...of, partnerId: null, contactRole: demo.contact_role, readsComments: false }
  if (demo.partner !== null) await insertCoLeader(tx, { ...leader, name: demo.partner })
  await insertPosting(tx, { ...of, place: demo.place, postedOn: publishedOn, takenDownOn: null, documentId: null })
  await enterConsultation(tx, services, id)
}

async function stakeholder(services: Services, demo: DemoNotices['stakeholders'][number]): Promise<void> {
  const { db, clock } = services
  const institution = await findInstitution(db, 'sq', demo.institution)
  if (!institution) return
  const at = clock.now()
  const { name, kind, email } = demo
  const keepUntil = addDays(civilDateIn(institution.zone, at), 365)
  const kept = { ground: 'public-role', consentOn: null, source: 'Shembull i trilluar', keepUntil } as const
  const given = { name, kind, email, lang: 'sq', institutionId: institution.id, importId: null, at, by: null } as const
  await db.begin((tx) => insertStakeholder(tx, { ...given, ...kept, leaveToken: newPrivateLink().token }))
}
