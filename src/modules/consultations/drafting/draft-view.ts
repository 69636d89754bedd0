import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { listDocuments, type Document } from '#platform/documents/document-queries.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions, listRoleAddresses } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { takedownPermissions } from '#platform/takedowns/takedown-permissions.ts'
import { listPlacesOf, listSubjectPlaces, type Place } from '#platform/places/place-queries.ts'
import type { Services } from '#platform/services.ts'
import { countFollowersOf } from '#platform/subscriptions/follow-queries.ts'
import { listSubjectTopics, listTopics, type Topic } from '#platform/topics/topic-queries.ts'
import { treeOrder } from '#platform/topics/topic-rules.ts'
import { likePattern } from '#platform/lists/like-pattern-rules.ts'
import { listRepetitions, type LinkedConsultation } from '../closing/closing-queries.ts'
import { BASES, basesIn, type ConsultationBasis } from '../closing/closing-rules.ts'
import { isTooShort, phaseAt, type Phase } from '../consultation-rules.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { contentsOf, type DraftContents } from './contents-queries.ts'
import { countRooms, type RoomCounts } from './room-queries.ts'
import { findForOffice, listForOffice, type OfficeConsultation } from './draft-queries.ts'

export const OFFICE_LIST_PAGE = 50

export type OfficeListView = {
  items: (OfficeConsultation & { phase: Phase })[]
  words: string
  state: OfficeConsultation['state'] | null
  paged: boolean
  older: string | null
  mayWrite: boolean
}

export async function viewOfficeList(
  { db, clock }: Services,
  official: Official,
  lang: Lang,
  query: Record<string, string | undefined>,
): Promise<OfficeListView> {
  const words = (query.q ?? '').normalize('NFC').trim().slice(0, 100)
  const state =
    (['draft', 'published', 'cancelled', 'taken-down'] as const).find((one) => one === query.gjendja) ?? null
  const parts = /^(\d{1,14})\.([0-9a-f-]{36})$/.exec(query.para ?? '')
  const before = parts && isUuid(parts[2] ?? '') ? { changedAt: new Date(Number(parts[1])), id: parts[2] ?? '' } : null
  const listed = await listForOffice(db, lang, {
    institutions: institutionsWhere(official, may['consultations.read']),
    words: words && !isTooShort(words) ? likePattern(words) : '',
    state,
    before,
    limit: OFFICE_LIST_PAGE + 1,
  })
  const rows = listed.slice(0, OFFICE_LIST_PAGE)
  const last = rows.at(-1)
  return {
    items: rows.map((row) => ({ ...row, phase: phaseAt(row, clock.now()) })),
    words,
    state,
    paged: before !== null,
    older: listed.length > OFFICE_LIST_PAGE && last ? `${last.changedAt.getTime()}.${last.id}` : null,
    mayWrite: institutionsWhere(official, may['consultations.write'])?.length !== 0,
  }
}

export type DraftView = {
  consultation: OfficeConsultation
  phase: Phase
  documents: Document[]
  contents: DraftContents
  /** How much of everything beside it there is. */
  rooms: RoomCounts
  /** What it repeats, and by what it is repeated. */
  repetitions: LinkedConsultation[]
  /** How many follow it by letter: a number, never who. Null: it is not public. */
  followers: number | null
  mayWrite: boolean
  mayPublish: boolean
  mayTakeDown: boolean
}

/** Null for what is not there, or belongs to an institution of others. */
export async function viewDraft(
  { db, clock }: Services,
  official: Official,
  lang: Lang,
  id: string,
): Promise<DraftView | null> {
  const consultation = isUuid(id) ? await findForOffice(db, lang, id) : null
  if (!consultation || !mayIn(official, may['consultations.read'], consultation.institutionId)) return null
  const matter = `consultations.consultation:${id}`
  const [documents, contents, rooms, repetitions, followers] = await Promise.all([
    listDocuments(db, [matter]),
    contentsOf(db, consultation),
    countRooms(db, id),
    listRepetitions(db, lang, id, false),
    consultation.state === 'draft' ? null : countFollowersOf(db, matter),
  ])
  const now = clock.now()
  return {
    consultation,
    phase: phaseAt(consultation, now),
    documents,
    contents,
    rooms,
    repetitions,
    followers,
    mayWrite: mayIn(official, may['consultations.write'], consultation.institutionId),
    mayPublish: mayIn(official, may['consultations.publish'], consultation.institutionId),
    mayTakeDown:
      (consultation.state === 'published' || consultation.state === 'cancelled') &&
      mayIn(official, takedownPermissions['takedowns.take'], consultation.institutionId),
  }
}

export type DraftFormView = {
  institutions: InstitutionSummary[]
  /** What a consultation of theirs can rest on. */
  bases: readonly ConsultationBasis[]
  contactEmail: string
  topics: (Topic & { depth: number })[]
  places: Place[]
}

/** The institutions in which this official may start a consultation, and what stands in the form to choose from. */
export async function viewDraftForm(
  { db }: Services,
  official: Official,
  lang: Lang,
  institutionId: string | null = null,
): Promise<DraftFormView> {
  const institutions = await listInstitutions(db, lang, institutionsWhere(official, may['consultations.write']))
  const of = institutionId === null ? institutions : institutions.filter(({ id }) => id === institutionId)
  const ids = of.map(({ id }) => id)
  const [first] = institutions
  const [addresses, topics, places] = await Promise.all([
    first && institutions.length === 1 ? listRoleAddresses(db, first.id) : [],
    listTopics(db, lang, ids),
    listPlacesOf(db, lang, ids),
  ])
  return {
    institutions,
    bases: BASES.filter((basis) => of.some(({ jurisdiction }) => basesIn(jurisdiction).includes(basis))),
    contactEmail: addresses.find((one) => one.role === 'consultations')?.email ?? '',
    topics: treeOrder(topics).filter((one) => one.retiredOn === null),
    places: places.filter((one) => one.retiredOn === null),
  }
}

/** What a consultation is about, and where, as its form shows it. */
export async function viewAbout({ db }: Services, id: string): Promise<{ topicIds: string[]; placeIds: string[] }> {
  const subject = `consultations.consultation:${id}`
  const [topics, places] = await Promise.all([
    listSubjectTopics(db, 'sq', [subject]),
    listSubjectPlaces(db, 'sq', [subject]),
  ])
  return { topicIds: topics.map((one) => one.id), placeIds: places.map((one) => one.id) }
}
