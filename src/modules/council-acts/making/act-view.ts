import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { viewOfDeadline, type DeadlineView } from '#platform/deadlines/deadline-view.ts'
import { findDeadlines } from '#platform/deadlines/deadline-queries.ts'
import { listDocuments, type Document } from '#platform/documents/document-queries.ts'
import type { Door } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { viewThread, type MatterThread } from '#platform/links/thread-view.ts'
import type { Services } from '#platform/services.ts'
import { findSubjects } from '#platform/subjects/find-subjects.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { Subject } from '#platform/subjects/subject.ts'
import { takedownPermissions } from '#platform/takedowns/takedown-permissions.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { findAct, findActSettings, type Act } from '../act-queries.ts'
import { ACT_RECORD, isPublic } from '../act-rules.ts'
import { actPermissions as may } from '../permissions.ts'
import { viewReturns, type ReturnView } from '../signing/signing-view.ts'
import { peekNumber } from './counter-queries.ts'
import { listEarlierWithoutNumber } from './list-queries.ts'
import {
  isReturnOpen,
  listActBodies,
  listActEvents,
  listAmendments,
  listStates,
  type ActEventRow,
} from './making-queries.ts'
import {
  nextDeedOf,
  refusalsToNumber,
  seriesOf,
  warningsToNumber,
  type NextDeed,
  type NumberRefusal,
  type NumberWarning,
} from './making-rules.ts'

export type NumberView = {
  /** As it would be cited. */
  next: string
  refusals: NumberRefusal[]
  warnings: NumberWarning[]
  earlier: { id: string; title: string; adoptedOn: string }[]
}

export type OfficeActView = {
  act: Act
  title: string
  institution: InstitutionSummary
  meeting: Subject | null
  paper: Subject | null
  bodyName: string | null
  commissionName: string | null
  events: ActEventRow[]
  clocks: { words: string; view: DeadlineView }[]
  documents: Document[]
  thread: MatterThread
  next: NextDeed
  /** Null: it has one, or needs none. */
  number: NumberView | null
  /** What the mayor returned; null: nothing of it can be read. */
  returns: ReturnView | null
  today: string
  mayWrite: boolean
  mayDecide: boolean
  mayTakeDown: boolean
}

/** Null: there is none that this official may read. */
export async function viewOfficeAct(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  official: Official,
  id: string,
): Promise<OfficeActView | null> {
  const { db, clock } = services
  const act = isUuid(id) ? await findAct(db, id) : null
  if (!act || !mayIn(official, may['acts.read'], act.institutionId)) return null
  const subject = refOf(ACT_RECORD, id)
  const refs = [act.meetingRef, act.paperRef].flatMap((ref) => ref ?? [])
  const [institution, bodies, events, clocks, documents, thread, subjects] = await Promise.all([
    findInstitutionById(db, lang, act.institutionId),
    listActBodies(db, [act.institutionId]),
    listActEvents(db, id),
    clocksOf(services, doors, lang, subject),
    listDocuments(db, [subject]),
    viewThread(services, doors, lang, subject, { public: false }),
    findSubjects(doors, services, lang, refs),
  ])
  if (!institution) return null
  return {
    act,
    title: (lang === 'en' && act.titleEn) || act.title,
    institution,
    meeting: subjects.get(act.meetingRef ?? '') ?? null,
    paper: subjects.get(act.paperRef ?? '') ?? null,
    bodyName: nameIn(bodies, act.bodyId),
    commissionName: nameIn(bodies, act.commissionId) ?? act.commissionWords,
    events,
    clocks,
    documents,
    thread,
    ...(await readNext(services, act, documents.length)),
    ...rightsTo(official, act),
    returns: await viewReturns(services, official, id),
    today: civilDateIn(act.zone, clock.now()),
  }
}

const nameIn = (bodies: readonly { id: string; name: string }[], id: string | null): string | null =>
  bodies.find((one) => one.id === id)?.name ?? null

const rightsTo = (official: Official, { institutionId, state }: Act) => ({
  mayWrite: mayIn(official, may['acts.write'], institutionId),
  mayDecide: mayIn(official, may['acts.decide'], institutionId),
  mayTakeDown: isPublic(state) && mayIn(official, takedownPermissions['takedowns.take'], institutionId),
})

async function clocksOf(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  subject: string,
): Promise<OfficeActView['clocks']> {
  const running = (await findDeadlines(services.db, [subject])).filter(({ state }) => state !== 'cancelled')
  return Promise.all(
    running.map(async (deadline) => ({
      words: doors.find(({ deadlines }) => deadlines?.[deadline.slot])?.deadlines?.[deadline.slot]?.words[lang] ?? '',
      view: await viewOfDeadline(services, lang, deadline),
    })),
  )
}

async function readNext({ db }: Services, act: Act, files: number): Promise<Pick<OfficeActView, 'next' | 'number'>> {
  const [amendments, states] = await Promise.all([listAmendments(db, act.id), listStates(db, act.id)])
  const next = nextDeedOf({
    state: act.state,
    textState: act.textState,
    laid: states.length > 0,
    openAmendments: amendments.filter(({ state }) => state === 'open').length,
    files,
    nature: act.nature,
    legality: act.legality,
    inForceFrom: act.inForceFrom,
    history: act.history,
  })
  return { next, number: act.state === 'draft' ? await numberOfDraft(db, act, files) : null }
}

async function numberOfDraft(db: Services['db'], act: Act, files: number): Promise<NumberView> {
  const { id, institutionId, kind, adoptedOn } = act
  const series = seriesOf((await findActSettings(db, institutionId))?.numbering ?? 'one', kind)
  const day = adoptedOn ?? ''
  const year = Number(day.slice(0, 4))
  const [next, earlier, returnOpen] = await Promise.all([
    day === '' ? 0 : peekNumber(db, { institutionId, series, year }),
    day === '' ? [] : listEarlierWithoutNumber(db, { id, institutionId, kind, adoptedOn: day, byKind: series !== '' }),
    isReturnOpen(db, id),
  ])
  const hasText = act.textState !== 'none' || act.hasPlainText
  return {
    next: day === '' ? '' : `${next}/${year}`,
    refusals: refusalsToNumber(act),
    warnings: warningsToNumber({ earlier: earlier.length, hasText, files, returnOpen }),
    earlier,
  }
}
