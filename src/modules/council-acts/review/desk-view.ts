import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { timeLeft } from '#platform/deadlines/explanation/time-left-rules.ts'
import { listDocuments, type Document } from '#platform/documents/document-queries.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { publishedText } from '#platform/texts/published-text-view.ts'
import type { ShownNode } from '#platform/texts/shown-tree-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { ACT_RECORD, CHECK_AGAIN_SLOT, CHECK_SLOT } from '../act-rules.ts'
import { actPermissions as may } from '../permissions.ts'
import { wholeTransmittal, type AnsweredAct, type TransmittalView } from './office-view.ts'
import { findTransmittal, listSentTo, type ListedTransmittal } from './transmittal-queries.ts'
import { listRunningTerms, type RunningTerm } from './waiting-queries.ts'
import { findPlainText, findTextVersion } from './verdict-queries.ts'

const PAGE = 50
const MOST_TERMS = 200

export type DeskView = {
  items: ListedTransmittal[]
  names: ReadonlyMap<string, string>
  /** `left`: in words. */
  terms: (RunningTerm & { left: string })[]
  older: string | null
  paged: boolean
}

/** What was sent to the authorities of this official, and their terms; nothing of anybody else's. */
export async function viewDesk(
  { db, clock }: Services,
  lang: Lang,
  official: Official,
  query: Record<string, string | undefined>,
): Promise<DeskView> {
  const authorities = institutionsWhere(official, may['acts-review.decide'])
  const before = readListKey(query.para)
  const [listed, terms] = await Promise.all([
    listSentTo(db, authorities, before, PAGE + 1),
    listRunningTerms(db, { authorities, slots: [CHECK_SLOT, CHECK_AGAIN_SLOT] }, MOST_TERMS),
  ])
  const items = listed.slice(0, PAGE)
  const last = items.at(-1)
  const ids = [...new Set([...items, ...terms].map(({ institutionId }) => institutionId))]
  const names = ids.length === 0 ? [] : await listInstitutions(db, lang, ids)
  return {
    items,
    names: new Map(names.map(({ id, name }) => [id, name])),
    terms: terms.map((one) => {
      const today = civilDateIn(one.zone, clock.now())
      return { ...one, left: timeLeft(lang, { state: 'running', dueOn: one.dueOn, today }).words }
    }),
    older: listed.length > PAGE && last?.sentAt ? writeListKey({ at: last.sentAt, id: last.id }) : null,
    paged: before !== null,
  }
}

/** One letter at the desk of the authority it was sent to. Null: it was not sent to it, or was withdrawn. */
export async function viewDeskTransmittal(
  services: Services,
  lang: Lang,
  official: Official,
  id: string,
): Promise<TransmittalView | null> {
  const transmittal = isUuid(id) ? await findTransmittal(services.db, id) : null
  const to = transmittal?.authorityInstitutionId ?? null
  if (!transmittal || to === null || transmittal.state !== 'sent') return null
  if (!mayIn(official, may['acts-review.decide'], to)) return null
  return wholeTransmittal(services, lang, transmittal, true)
}

export type DeskActView = TransmittalView & {
  act: AnsweredAct
  nodes: readonly ShownNode[]
  plain: string | null
  documents: Document[]
}

/** One act of such a letter, whole: the authority reads also what names a private person. */
export async function viewDeskAct(
  services: Services,
  lang: Lang,
  official: Official,
  { id, actId }: { id: string; actId: string },
): Promise<DeskActView | null> {
  const view = await viewDeskTransmittal(services, lang, official, id)
  const act = view?.acts.find((one) => one.actId === actId)
  if (!view || !act) return null
  const { db, clock } = services
  const [version, plain, documents] = await Promise.all([
    findTextVersion(db, actId),
    findPlainText(db, actId),
    listDocuments(db, [refOf(ACT_RECORD, actId)]),
  ])
  const { tree } = await publishedText(db, version, clock.now())
  return { ...view, act, nodes: tree, plain, documents }
}
