import type { Official } from '#platform/auth/visitor.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { answersNavOf, type AnswersNavRights } from '../answers/answers-nav-view.ts'
import { phaseAt } from '../consultation-rules.ts'
import type { OfficeConsultation } from '../drafting/draft-queries.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { findConclusionFacts, listUnanswered, type ConclusionFacts, type Unanswered } from './conclusion-queries.ts'
import { listConsultationEvents, type ConsultationEvent } from '../consultation-queries.ts'
import { findOwnReport, type OwnReport } from './report-queries.ts'
import { refusalToConclude, REPORT_LIMITS, type ConclusionRefusal } from './report-rules.ts'

export type ConclusionView = {
  consultation: OfficeConsultation
  facts: ConclusionFacts
  refusal: ConclusionRefusal | null
  /** The oldest of those that miss a published answer. */
  unanswered: Unanswered[]
  events: ConsultationEvent[]
  report: OwnReport | null
  mayConclude: boolean
  nav: AnswersNavRights
}

export async function viewConclusion(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  official: Official,
  lang: Lang,
  consultation: OfficeConsultation,
): Promise<ConclusionView | null> {
  const { id, history, institutionId } = consultation
  const facts = await findConclusionFacts(db, id)
  if (!facts) return null
  const [unanswered, report, events] = await Promise.all([
    listUnanswered(db, id, REPORT_LIMITS.unansweredNamed),
    findOwnReport(db, id),
    listConsultationEvents(db, lang, id),
  ])
  return {
    consultation,
    facts,
    refusal: refusalToConclude(phaseAt(consultation, clock.now()), history, facts.concludedAt !== null),
    unanswered,
    report,
    events: events.filter(({ kind }) => kind === 'concluded' || kind === 'reopened'),
    nav: answersNavOf(official, institutionId),
    mayConclude: mayIn(official, may['consultations.conclude'], institutionId),
  }
}
