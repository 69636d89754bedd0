import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import {
  DISPATCH_KIND,
  DISPATCH_STATES,
  WAYS,
  type DispatchState,
  type Way,
} from '#platform/dispatch/dispatch-rules.ts'
import { listDocuments, type Document } from '#platform/documents/document-queries.ts'
import type { Door } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { readListKey, writeListKey, type ListKey } from '#platform/lists/list-key.ts'
import type { Services } from '#platform/services.ts'
import { findSubjectFor } from '#platform/subjects/find-subjects.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { Subject } from '#platform/subjects/subject.ts'
import {
  countToPrint,
  findDispatch,
  listDispatchChanges,
  listDispatches,
  listToPrint,
} from './dispatch-list-queries.ts'
import type { DispatchChangeRow, DispatchDetail, DispatchRow } from './dispatch-list-queries.ts'
import { mailPermissions } from './permissions.ts'

const PER_PAGE = 50
/** So many are printed at once; the others follow when these are out of the house. */
export const MOST_TO_PRINT = 100

export type DispatchQuestion = { state: DispatchState | null; way: Way | null; after: ListKey | null }

export const readDispatchQuestion = (query: Record<string, string | undefined>): DispatchQuestion => ({
  state: DISPATCH_STATES.find((state) => state === query.gjendja) ?? null,
  way: WAYS.find((way) => way === query.menyra) ?? null,
  after: readListKey(query.pas),
})

export type DispatchListView = {
  question: DispatchQuestion
  papers: readonly DispatchRow[]
  toPrint: number
  older: string | null
  mayWrite: boolean
}

const reads = (official: Official) => institutionsWhere(official, mailPermissions['dispatches.read'])
const writes = (official: Official) => institutionsWhere(official, mailPermissions['dispatches.write'])

export async function viewDispatches(
  { db }: Services,
  lang: Lang,
  official: Official,
  question: DispatchQuestion,
): Promise<DispatchListView> {
  const institutions = reads(official)
  const [found, toPrint] = await Promise.all([
    listDispatches(db, lang, { ...question, institutions, limit: PER_PAGE + 1 }),
    countToPrint(db, institutions),
  ])
  const papers = found.slice(0, PER_PAGE)
  const last = found.length > PER_PAGE ? papers.at(-1) : undefined
  const older = last ? writeListKey({ at: last.createdAt, id: last.id }) : null
  const mayWrite = writes(official)?.length !== 0
  return { question, papers, toPrint, older, mayWrite }
}

export type DispatchView = {
  paper: DispatchDetail
  /** The record that it belongs to, as far as this official may know it. */
  about: Subject | null
  proofs: readonly Document[]
  changes: readonly DispatchChangeRow[]
  mayWrite: boolean
}

export async function viewDispatch(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  official: Official,
  id: string,
): Promise<DispatchView | null> {
  const { db } = services
  const paper = isUuid(id) ? await findDispatch(db, lang, id) : null
  if (!paper || !mayIn(official, mailPermissions['dispatches.read'], paper.institutionId)) return null
  const ref = refOf(DISPATCH_KIND, id)
  const [about, proofs, changes] = await Promise.all([
    findSubjectFor(doors, services, lang, official, paper.subject),
    listDocuments(db, [ref]),
    listDispatchChanges(db, ref),
  ])
  const mayWrite = mayIn(official, mailPermissions['dispatches.write'], paper.institutionId)
  return { paper, about, proofs, changes, mayWrite }
}

/** What waits for paper; with `ids` only these, for print. */
export const viewToPrint = (
  { db }: Services,
  lang: Lang,
  official: Official,
  ids: readonly string[] | null,
): Promise<DispatchDetail[]> =>
  listToPrint(db, lang, { institutions: writes(official), ids: ids?.filter(isUuid) ?? null, limit: MOST_TO_PRINT })

export type NewDispatchView = { subject: Subject; institution: InstitutionSummary }

/** The record that is sent; null when this official may not know of it, or sends nothing there. */
export async function viewNewDispatch(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  official: Official,
  ref: string,
): Promise<NewDispatchView | null> {
  const subject = await findSubjectFor(doors, services, lang, official, ref)
  if (!subject || !mayIn(official, mailPermissions['dispatches.write'], subject.institutionId)) return null
  const institution = await findInstitutionById(services.db, lang, subject.institutionId)
  return institution && { subject, institution }
}

/** The house whose paper is printed: its name stands on it. */
export const institutionOf = ({ db }: Services, lang: Lang, id: string): Promise<InstitutionSummary | null> =>
  findInstitutionById(db, lang, id)
