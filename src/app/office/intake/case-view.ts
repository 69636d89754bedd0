import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { listDocuments, type Document } from '#platform/documents/document-queries.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { MOVES, type Move } from '#platform/intake/case-rules.ts'
import { intakePermissions as may, OWNER_ROLES } from '#platform/intake/intake-permissions.ts'
import {
  findCaseDetail,
  listCaseEvents,
  listPapers,
  type CaseDetail,
  type CaseEvent,
  type CasePaper,
} from '#platform/intake/office-case-queries.ts'
import { listLikenesses, type Likeness } from '#platform/intake/case-likeness-queries.ts'
import { listPoints, type CasePoint } from '#platform/intake/point-queries.ts'
import { viewCaseClock, type CaseClockView } from './case-clock-view.ts'
import type { Services } from '#platform/services.ts'
import { listHousePeople, type HousePerson } from '#platform/tasks/people-queries.ts'

export type CaseView = {
  case: CaseDetail
  documents: Document[]
  points: CasePoint[]
  papers: CasePaper[]
  events: CaseEvent[]
  likenesses: Likeness[]
  people: HousePerson[]
  /** Where it could be passed on to. */
  institutions: InstitutionSummary[]
  clock: CaseClockView
  /** What this official may do with it as it stands now. */
  moves: readonly Move[]
}

const RIGHTS: Record<Move, keyof typeof may> = {
  assign: 'cases.assign',
  start: 'cases.keep',
  protocol: 'cases.keep',
  correct: 'cases.keep',
  split: 'cases.keep',
  answer: 'cases.answer',
  close: 'cases.answer',
  reopen: 'cases.keep',
  discard: 'cases.discard',
  duplicate: 'cases.keep',
  transfer: 'cases.discard',
  paper: 'cases.keep',
  clock: 'cases.keep',
}

/** The case alone, for a page that needs no more. Null: not there, or another institution's. */
export async function findCaseFor({ db }: Services, official: Official, id: string): Promise<CaseDetail | null> {
  const found = isUuid(id) ? await findCaseDetail(db, id) : null
  return found && mayIn(official, may['cases.read'], found.institutionId) ? found : null
}

export async function viewCase(
  services: Services,
  lang: Lang,
  official: Official,
  id: string,
): Promise<CaseView | null> {
  const found = await findCaseFor(services, official, id)
  if (!found) return null
  const { db } = services
  const { institutionId } = found
  const subject = `intake.case:${id}`
  const moves = movesOf(official, found)
  const [documents, points, papers, events, likenesses, people, institutions] = await Promise.all([
    listDocuments(db, [subject]),
    listPoints(db, id),
    listPapers(db, id),
    listCaseEvents(db, subject),
    moves.includes('duplicate') ? listLikenesses(db, { id, institutionId, subject }) : [],
    moves.includes('assign') ? listHousePeople(db, institutionId, OWNER_ROLES, services.clock.now()) : [],
    moves.includes('transfer') ? listInstitutions(db, lang) : [],
  ])
  const chosen = { mayChoose: moves.includes('clock'), mayForward: moves.includes('transfer') }
  const clock = await viewCaseClock(services, lang, { official, case: found, ...chosen })
  const others = institutions.filter((one) => one.id !== institutionId)
  return { case: found, documents, points, papers, events, likenesses, people, institutions: others, clock, moves }
}

function movesOf(official: Official, found: CaseDetail): Move[] {
  const gone = found.erasedAt !== null
  return MOVES[found.state].filter(
    (move) =>
      mayIn(official, may[RIGHTS[move]], found.institutionId) &&
      !(move === 'reopen' && found.transferredTo !== null) &&
      !(gone && ['correct', 'transfer', 'split'].includes(move)),
  )
}
