import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findCaseDetail, type CaseDetail } from '#platform/intake/office-case-queries.ts'
import { intakePermissions } from '#platform/intake/intake-permissions.ts'
import type { Services } from '#platform/services.ts'
import { findSubjectFor } from '#platform/subjects/find-subjects.ts'
import { readRef } from '#platform/subjects/subject-rules.ts'
import type { Subject } from '#platform/subjects/subject.ts'
import { civilDateIn, type CivilDate } from '#platform/time/civil-date.ts'
import { findForOffice, type OfficeConsultation } from '../drafting/draft-queries.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { listQuestions } from '../questions/question-queries.ts'
import type { Question } from '../questions/question-rules.ts'
import { findDelivery } from './delivery-queries.ts'
import { listPoints } from './point-queries.ts'
import { typedDay, typedFacts } from './entry-rules.ts'
import { listGroups, type ThematicGroup } from './group-queries.ts'
import { findDraft, type SplitDraft } from './split-draft-queries.ts'
import { listArticles, type ArticleOfText } from './table-queries.ts'

/** The words of the fields of a form. */
type Typed = Record<string, string>

export type EntryView = {
  consultation: OfficeConsultation
  articles: ArticleOfText[]
  /** A meeting, or a case of the inbox, that it comes from. */
  source: Subject | null
  groups: ThematicGroup[]
  /** What the institution asks, on the whole and on articles: a questionnaire on paper has all of it. */
  questions: Question[]
  today: CivilDate
}

/** What the forms of an entry show. Null: not there, not public, or of an institution where this official enters nothing. */
export async function viewEntry(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  official: Official,
  asked: { id: string; sourceRef: string | null; groups?: boolean },
): Promise<EntryView | null> {
  const { db, clock } = services
  const consultation = isUuid(asked.id) ? await findForOffice(db, lang, asked.id) : null
  if (!consultation || !mayIn(official, may['comments.enter'], consultation.institutionId)) return null
  if (consultation.slug === null || consultation.state === 'draft' || consultation.state === 'taken-down') return null
  const [articles, source, groups, listed] = await Promise.all([
    consultation.textVersionId !== null && consultation.textState === 'published'
      ? listArticles(db, consultation.textVersionId)
      : [],
    asked.sourceRef === null ? null : findSubjectFor(doors, services, lang, official, asked.sourceRef),
    asked.groups ? listGroups(db, { institutions: [consultation.institutionId], ended: false }) : [],
    listQuestions(db, consultation.id),
  ])
  const questions = listed.filter(({ withdrawnAt }) => withdrawnAt === null)
  return { consultation, articles, source, groups, questions, today: civilDateIn(consultation.zone, clock.now()) }
}

/** What stands in a fresh form: the days of today, or all that is known of where it comes from. */
export async function firstTyped(
  services: Services,
  official: Official,
  view: EntryView,
  query: Record<string, string | undefined>,
): Promise<Typed> {
  const plain = {
    menyra: 'counter',
    folesi: 'vete',
    gjuha: 'sq',
    'emri-publik': 'jo',
    njoftuar: 'sheet',
    ...typedDay('thene', view.today),
    ...typedDay('marre', view.today),
    burimi: view.source?.ref ?? '',
  }
  const before = await typedOfDelivery(services, view, query)
  if (before) return { ...plain, ...before }
  const ref = readRef(view.source?.ref ?? '')
  if (ref?.kind === 'intake.case') return { ...plain, ...(await typedOfCase(services, official, view, ref.id)) }
  return ref ? { ...plain, menyra: 'meeting' } : plain
}

/** The case, as far as this official may read it. */
async function caseFor({ db }: Services, official: Official, view: EntryView, id: string): Promise<CaseDetail | null> {
  const found = await findCaseDetail(db, id)
  const readable = found && mayIn(official, intakePermissions['cases.read'], found.institutionId)
  return readable && found.institutionId === view.consultation.institutionId ? found : null
}

const WAYS = { email: 'email', web: 'email', paper: 'post', counter: 'counter' } as const

async function typedOfCase(services: Services, official: Official, view: EntryView, id: string): Promise<Typed> {
  const one = await caseFor(services, official, view, id)
  if (!one) return {}
  const received = civilDateIn(one.zone, one.receivedAt)
  return {
    menyra: WAYS[one.channel],
    emri: one.senderName ?? '',
    adresa: one.email ?? '',
    komenti: one.words ?? one.about ?? '',
    letra: one.words ?? '',
    gjuha: one.lang,
    rekomande: one.registeredPost && one.channel === 'paper' ? 'po' : '',
    protokolli: one.protocolNumber ?? '',
    ...typedDay('thene', one.happenedOn ?? received),
    ...typedDay('marre', received),
    ...typedDay('protokolluar', one.protocolOn),
  }
}

/** "Another from the same sender", or from the same meeting. */
async function typedOfDelivery(
  { db }: Services,
  { consultation }: EntryView,
  { nga = '', si }: Record<string, string | undefined>,
): Promise<Typed | null> {
  const delivery = isUuid(nga) ? await findDelivery(db, nga) : null
  if (delivery?.consultationId !== consultation.id) return null
  const facts = {
    ...typedFacts({ ...delivery, title: '', protocolNumber: null, protocolDate: null, outsideNumber: null }),
    burimi: delivery.sourceRef ?? '',
  }
  if (si === 'takimi') return facts
  const [point] = await listPoints(db, delivery.id, 1)
  if (!point) return facts
  return {
    ...facts,
    folesi: point.onBehalf === 'organisation' ? 'organizate' : 'vete',
    emri: point.authorName ?? '',
    organizata: point.organisation ?? '',
    lloji: point.senderKind ?? '',
    'emri-publik': point.namePublic ? 'po' : 'jo',
    adresa: point.email ?? '',
    gjuha: point.lang,
  }
}

/** A letter that is being cut, of this very consultation. */
export async function viewDraftOf({ db }: Services, consultationId: string, id: string): Promise<SplitDraft | null> {
  const draft = await findDraft(db, id)
  return draft?.consultationId === consultationId ? draft : null
}
