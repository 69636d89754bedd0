import { findInstitutionById, listRoleAddresses, type RoleAddress } from '#platform/institutions/institution-queries.ts'
import { deadlineView, type DeadlineView } from '#platform/deadlines/deadline-view.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { caseNumber, readCaseCode } from '#platform/intake/case-rules.ts'
import { CASE_SLOT } from '#platform/intake/clock-rules.ts'
import { refOfCase } from '#platform/intake/enter-case.ts'
import { listPoints } from '#platform/intake/point-queries.ts'
import type { Services } from '#platform/services.ts'
import { findPublicCase, type PublicCase } from './lookup-queries.ts'

export type PublicPoint = {
  ordinal: number
  title: string | null
  answer: string | null
  answerReason: string | null
  answeredAt: Date | null
}

export type LookupView = {
  case: PublicCase
  points: PublicPoint[]
  institution: InstitutionSummary
  desk: RoleAddress | null
  /** By when the answer is due, and why; null where nothing is due. */
  deadline: DeadlineView | null
  /** The name of the institution to which it was passed on. */
  passedTo: string | null
}

/** The case that bears both; null when there is none, or only one of them fits. */
export async function viewLookup(
  services: Services,
  lang: Lang,
  number: string,
  typedCode: string,
): Promise<LookupView | null> {
  const { db } = services
  const code = readCaseCode(typedCode)
  const found = code === null ? null : await findPublicCase(db, code)
  if (!found || plain(number) !== plain(caseNumber(found))) return null
  const [points, institution, addresses, deadline, other] = await Promise.all([
    listPoints(db, found.id),
    findInstitutionById(db, lang, found.institutionId),
    listRoleAddresses(db, found.institutionId),
    deadlineView(services, lang, refOfCase(found.id), CASE_SLOT),
    found.transferredTo === null ? null : findInstitutionById(db, lang, found.transferredTo),
  ])
  if (!institution) return null
  const desk = addresses.find(({ role }) => role === 'front-desk') ?? addresses[0] ?? null
  const due = deadline?.deadline.state === 'cancelled' ? null : deadline
  const shown = found.erased ? [] : points
  return { case: found, points: shown, institution, desk, deadline: due, passedTo: other?.name ?? null }
}

/** As people copy it from paper: `Nr. 12 / 2026`. */
const plain = (number: string): string =>
  number
    .replace(/^\s*nr\.?/i, '')
    .replace(/\s+/g, '')
    .toLowerCase()
