import { z } from 'zod'
import type { Transaction } from '#platform/db/database.ts'
import { meetDeadline } from '#platform/deadlines/end-deadline.ts'
import { startDeadline } from '#platform/deadlines/start-deadline.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import type { ImportOutcome } from '#platform/door.ts'
import type { Services } from '#platform/services.ts'
import {
  insertConsultation,
  insertConsultationEvent,
  markPublished,
  setTranslation,
} from '../drafting/draft-queries.ts'
import { clockOf } from '../closing/closing-rules.ts'
import { findConsultationBySlug, insertActivity } from './activity-queries.ts'
import { tellOfConsultation } from '../following/tell-consultation.ts'
import { enterConsultation } from '../ledger/consultation-records.ts'
import { planSchema, type ConsultationPlan } from './plan-rules.ts'
import { recordOfConsultation } from '../record-history.ts'
import { textsIn } from '../texts.ts'
import { takeInPlan } from '../plan/take-in-plan.ts'
import { activitiesOf } from './plan-activities.ts'

/**
 * Takes in the filled form of a consultation plan as history: published, past, its unknown dates unknown. A plan that
 * stands already is left alone, so that an import can be repeated.
 */
export async function importConsultationPlan(
  services: Services,
  institutionId: string,
  content: Uint8Array,
): Promise<ImportOutcome> {
  const plan = readPlan(content)
  if ('why' in plan) return { kind: 'refused', why: plan.why }
  return services.db.begin(async (tx): Promise<ImportOutcome> => {
    const slug = `${plan.institution}-${plan.key}`
    const standing = await findConsultationBySlug(tx, slug)
    if (standing !== null) {
      const made = await takeInPlan(tx, services, { institutionId, consultationId: standing, paper: plan })
      return {
        kind: 'imported',
        lines: [`${slug}: stands already, left as it is${made ? '; its plan was added' : ''}`],
      }
    }
    const id = await insertPlan(tx, services, institutionId, plan, slug)
    const activities = activitiesOf(plan)
    let ordinal = 0
    for (const activity of activities) {
      ordinal += 1
      await insertActivity(tx, { ...activity, institutionId, consultationId: id, ordinal })
    }
    await tellOfConsultation(tx, { id, institutionId, kind: 'taken-in', at: services.clock.now() })
    await enterConsultation(tx, services, id)
    await takeInPlan(tx, services, { institutionId, consultationId: id, paper: plan })
    return {
      kind: 'imported',
      lines: [`${slug}: ${activities.length} facts in ${new Set(activities.map((one) => one.section)).size} sections`],
    }
  })
}

function readPlan(content: Uint8Array): ConsultationPlan | { why: string } {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf8', { fatal: true }).decode(content))
  } catch {
    return { why: 'not a JSON file in UTF-8' }
  }
  const read = planSchema.safeParse(json)
  return read.success ? read.data : { why: z.prettifyError(read.error) }
}

async function insertPlan(
  tx: Transaction,
  services: Services,
  institutionId: string,
  plan: ConsultationPlan,
  slug: string,
): Promise<string> {
  const now = services.clock.now()
  const { id } = await insertConsultation(tx, institutionId, fieldsOf(plan), null, now)
  await keepPastClosing(tx, services, id, institutionId, plan)
  await markPublished(tx, id, { slug, year: null, number: null, at: now })
  await insertConsultationEvent(tx, {
    institutionId,
    consultationId: id,
    kind: 'published',
    version: 1,
    at: now,
    by: null,
    reason: null,
  })
  await recordOfConsultation(tx, { institutionId, id, kind: 'imported', by: 'command-line', at: now })
  const common = {
    institutionId,
    subject: `consultations.consultation:${id}`,
    lang: 'en',
    sourceVersion: 1,
    by: null,
    at: now,
  }
  await setTranslation(tx, { ...common, field: 'title', words: plan.title.en })
  await setTranslation(tx, { ...common, field: 'summary', words: plan.summary.en })
  return id
}

/** A clock that ran long ago, over whatever its day says: what is history is past. */
async function keepPastClosing(
  tx: Transaction,
  services: Services,
  id: string,
  institutionId: string,
  { opens, closes }: Pick<ConsultationPlan, 'opens' | 'closes'>,
): Promise<void> {
  if (closes === null) return
  const clock = { ...clockOf(id), by: 'command-line' } as const
  const order = { ...clock, institutionId, basis: { day: closes }, startedOn: opens ?? closes, public: true }
  const started = await startDeadline(tx, services, order)
  const now = services.clock.now()
  const over = started.kind === 'started' && started.deadline.dueAt < now ? started.deadline.dueAt : now
  await meetDeadline(tx, services, { ...clock, at: over })
}

const fieldsOf = (plan: ConsultationPlan) =>
  ({
    title: plan.title.sq,
    summary: plan.summary.sq,
    actKind: 'strategy',
    legalBasis: plan.legal_acts
      .map(
        (act) =>
          `${textsIn('sq').plan.order(act.issuer.sq, act.number)}, ${formatDate('sq', act.date)}: ${act.subject.sq}`,
      )
      .join('; '),
    basisRule: null,
    opensOn: plan.opens,
    contactEmail: plan.contact.address ?? `konsultime@${plan.institution}.example`,
    officialPostingUrl: null,
    officialPostedOn: null,
    history: true,
  }) as const
