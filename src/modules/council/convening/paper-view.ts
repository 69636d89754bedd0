import { ACT_KINDS } from '#law/majorities/majority.ts'
import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { listDocuments, type Document } from '#platform/documents/document-queries.ts'
import type { Door } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById, listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { viewLinks, type LinkedRecord } from '#platform/links/links-view.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { takedownPermissions } from '#platform/takedowns/takedown-permissions.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { PAPER_KIND } from '../council-rules.ts'
import { councilPermissions as may } from '../permissions.ts'
import {
  listCommissionMeetings,
  listConsultations,
  listMeetingBodies,
  listPapers,
  listSeated,
  type BodyChoice,
  type MemberChoice,
} from './office-queries.ts'
import { majorityOf, type MajorityOf } from '../sitting/majority-rules.ts'
import { listMajoritySettings } from '../sitting/sitting-queries.ts'
import {
  findPaper,
  isPaperPublic,
  listOpinions,
  listWherePaperLies,
  type Opinion,
  type Paper,
  type PaperLies,
} from './paper-queries.ts'
import { PAPER_KINDS, PAPER_STATES, type PaperKind, type PaperState } from './paper-rules.ts'

const PAGE = 50

export type PaperListView = {
  items: Paper[]
  kind: PaperKind | null
  state: PaperState | null
  words: string
  older: string | null
  paged: boolean
  mayWrite: boolean
}

export async function viewPaperList(
  { db }: Services,
  official: Official,
  query: Record<string, string | undefined>,
): Promise<PaperListView> {
  const institutions = institutionsWhere(official, may['council.read'])
  const kind = PAPER_KINDS.find((one) => one === query.lloji) ?? null
  const state = PAPER_STATES.find((one) => one === query.gjendja) ?? null
  const words = (query.q ?? '').trim().slice(0, 100)
  const before = readListKey(query.para)
  const listed = await listPapers(db, { institutions, kind, state, words: words || null }, before, PAGE + 1)
  const items = listed.slice(0, PAGE)
  const last = items.at(-1)
  return {
    items,
    kind,
    state,
    words,
    older:
      listed.length > PAGE && last
        ? writeListKey({
            at: last.createdAt,
            id: last.id,
          })
        : null,
    paged: before !== null,
    mayWrite: institutionsWhere(official, may['council-meetings.write'])?.length !== 0,
  }
}

export type OfficePaperView = {
  paper: Paper
  institution: InstitutionSummary
  /** Everybody reads it. */
  public: boolean
  majority: MajorityOf | null
  lies: PaperLies[]
  opinions: Opinion[]
  documents: Document[]
  links: LinkedRecord[]
  /** Consultations that fit the words asked for. */
  found: { ref: string; title: string }[]
  words: string
  commissions: BodyChoice[]
  commissionMeetings: { id: string; body: string; bodyId: string; day: string }[]
  mayWrite: boolean
  mayTakeDown: boolean
}

type Asked = { doors: readonly Door[]; words: string }

/** Null: there is none that this official may read. */
export async function viewOfficePaper(
  services: Services,
  lang: Lang,
  official: Official,
  id: string,
  { doors, words }: Asked,
): Promise<OfficePaperView | null> {
  const { db } = services
  const paper = isUuid(id) ? await findPaper(db, id) : null
  if (!paper || !mayIn(official, may['council.read'], paper.institutionId)) return null
  const { institutionId, actKind, jurisdiction } = paper
  const subject = refOf(PAPER_KIND, id)
  const [institution, links, bodies, parts, settings, found] = await Promise.all([
    findInstitutionById(db, lang, institutionId),
    viewLinks(services, doors, lang, subject, { public: false }),
    listMeetingBodies(db, lang, [institutionId]),
    readParts(services, paper),
    listMajoritySettings(db, institutionId),
    words === '' ? [] : listConsultations(db, { institutionId, words }),
  ])
  if (!institution) return null
  const kind = ACT_KINDS.find((one) => one === actKind)
  return {
    ...parts,
    paper,
    institution,
    links,
    words,
    majority: kind ? majorityOf(jurisdiction, kind, settings, lang) : null,
    found: found.filter(({ ref }) => !links.some((one) => one.subject.ref === ref)),
    commissions: bodies.filter((one) => one.kind === 'commission'),
    mayWrite: paper.state !== 'taken-down' && mayIn(official, may['council-meetings.write'], institutionId),
    mayTakeDown: paper.state === 'published' && mayIn(official, takedownPermissions['takedowns.take'], institutionId),
  }
}

/** What stands with it. */
async function readParts({ db }: Pick<Services, 'db'>, { id, institutionId }: Paper) {
  const [lies, opinions, documents, commissionMeetings, isPublic] = await Promise.all([
    listWherePaperLies(db, id),
    listOpinions(db, [id]),
    listDocuments(db, [refOf(PAPER_KIND, id)]),
    listCommissionMeetings(db, institutionId),
    isPaperPublic(db, id),
  ])
  return { lies, opinions, documents, commissionMeetings, public: isPublic }
}

export type PaperFormView = { institutions: InstitutionSummary[]; members: MemberChoice[] }

/** The institutions in which this official may write; the members of one, where there is one. */
export async function viewPaperForm(
  { db, clock }: Services,
  lang: Lang,
  official: Official,
  institutionId: string | null = null,
): Promise<PaperFormView> {
  const institutions = await listInstitutions(db, lang, institutionsWhere(official, may['council-meetings.write']))
  const only = institutionId ?? (institutions.length === 1 ? (institutions[0]?.id ?? null) : null)
  const today = civilDateIn('Europe/Tirane', clock.now())
  return { institutions, members: only === null ? [] : await listSeated(db, only, today) }
}
