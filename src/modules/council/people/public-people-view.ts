import { publicUrls as invitationUrls } from '../invitations/urls.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { findEntriesOfRecord, type RecordEntriesView } from '#platform/ledger/record-entries-view.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn, readCivilDate } from '#platform/time/civil-date.ts'
import { listBodiesOfPerson, type PersonBody } from './councillor-queries.ts'
import { findCouncillorBySlug } from './member-queries.ts'
import {
  findPublicBody,
  listChairsOf,
  listCouncilInstitutions,
  listPaymentYears,
  listPublicAffiliations,
  listPublicBodies,
  listPublicParties,
  listPublicPayments,
  listPublicResults,
  listPublicStaff,
  listPublicTerms,
  listSeatsOn,
  type BodySeat,
  type PublicAffiliation,
  type PublicBody,
  type PublicPayment,
  type PublicResult,
  type PublicStaff,
  type PublicTerm,
  type YearTotal,
} from './published-council-queries.ts'
import {
  findPublicCouncillor,
  listPresenceOf,
  listPublicCouncillors,
  listPublicMandates,
  listVotesOf,
  type Presence,
  type PublicCouncillor,
  type PublicMandate,
  type VoteOf,
} from './published-people-queries.ts'

const PAGE = 60
const VOTES = 25
const PAYMENTS = 50

type Query = Record<string, string | undefined>
export type Place = { slug: string; name: string; id: string }

/** Institutions that have a council here, and the one that was asked for; where there is one alone, that one. */
export type Where = { institutions: Place[]; institution: Place | null; summary: InstitutionSummary | null }

async function whereOf({ db }: Services, lang: Lang, query: Query): Promise<Where> {
  const institutions = await listCouncilInstitutions(db, lang)
  const only = institutions.length === 1 ? (institutions[0] ?? null) : null
  const institution = institutions.find(({ slug }) => slug === query.institucioni) ?? only
  return { institutions, institution, summary: institution && (await findInstitutionById(db, lang, institution.id)) }
}

export type PublicListView = Where & {
  items: PublicCouncillor[]
  terms: PublicTerm[]
  parties: { id: string; name: string }[]
  bodies: PublicBody[]
  asked: { institucioni: string; mandati: string; partia: string; organi: string }
  today: string
  next: string | null
  paged: boolean
}

export async function viewPublicList(services: Services, lang: Lang, query: Query): Promise<PublicListView> {
  const { db, clock } = services
  const where = await whereOf(services, lang, query)
  const institutionId = where.institution?.id ?? null
  const uuid = (words: string | undefined) => (isUuid(words ?? '') ? (words ?? '') : '')
  const asked = {
    institucioni: where.institutions.some(({ slug }) => slug === query.institucioni) ? (query.institucioni ?? '') : '',
    mandati: uuid(query.mandati),
    partia: query.partia === 'none' ? 'none' : uuid(query.partia),
    organi: uuid(query.organi),
  }
  const today = civilDateIn('Europe/Tirane', clock.now())
  const filter = {
    institutionId,
    term: asked.mandati || null,
    party: asked.partia || null,
    body: asked.organi || null,
    today,
    after: uuid(query.pas) || null,
  }
  const [listed, terms, parties, bodies] = await Promise.all([
    listPublicCouncillors(db, lang, filter, PAGE + 1),
    listPublicTerms(db, lang, institutionId),
    listPublicParties(db, institutionId),
    institutionId === null ? [] : listPublicBodies(db, lang, institutionId),
  ])
  const items = listed.slice(0, PAGE)
  const next = listed.length > PAGE ? (items.at(-1)?.id ?? null) : null
  return { ...where, items, terms, parties, bodies, asked, today, next, paged: filter.after !== null }
}

export type PublicCouncillorView = {
  councillor: PublicCouncillor
  institution: InstitutionSummary
  mandates: PublicMandate[]
  bodies: PersonBody[]
  presence: Presence[]
  votes: VoteOf[]
  olderVotes: string | null
  votesPaged: boolean
  payments: PublicPayment[]
  years: YearTotal[]
  entries: RecordEntriesView | null
  /** Where people write to this member; null: nowhere yet. */
  contactHref: string | null
}

/** Null: there is none at this address. */
export async function viewPublicCouncillor(
  services: Services,
  lang: Lang,
  slug: string,
  votesAfter?: string,
): Promise<PublicCouncillorView | null> {
  const { db } = services
  const councillor = await findPublicCouncillor(db, lang, slug)
  const institution = councillor && (await findInstitutionById(db, lang, councillor.institutionId))
  if (!councillor || !institution) return null
  const { id, subject } = councillor
  const after = readListKey(votesAfter)
  const of = { institutionId: null, personId: id, year: null, after: null }
  const [mandates, bodies, presence, votes, payments, years, entries] = await Promise.all([
    listPublicMandates(db, lang, id),
    listBodiesOfPerson(db, lang, id),
    listPresenceOf(db, lang, id),
    listVotesOf(db, id, after, VOTES + 1),
    listPublicPayments(db, of, 24),
    listPaymentYears(db, of),
    findEntriesOfRecord(db, subject),
  ])
  const shown = votes.slice(0, VOTES)
  const last = shown.at(-1)
  return {
    councillor,
    institution,
    mandates,
    bodies: bodies.filter(({ bodyKind }) => bodyKind === 'council' || bodyKind === 'commission'),
    presence,
    votes: shown,
    olderVotes: votes.length > VOTES && last ? writeListKey({ at: last.takenAt, id: last.voteId }) : null,
    votesPaged: after !== null,
    payments,
    years,
    entries,
    contactHref: invitationUrls.writeTo(slug),
  }
}

export type BodiesView = Where & { bodies: PublicBody[] }

export async function viewBodies(services: Services, lang: Lang, query: Query): Promise<BodiesView> {
  const where = await whereOf(services, lang, query)
  const bodies = where.institution ? await listPublicBodies(services.db, lang, where.institution.id) : []
  return { ...where, bodies }
}

export type BodyView = {
  body: PublicBody
  institution: InstitutionSummary
  day: string
  today: string
  seats: BodySeat[]
  chairs: BodySeat[]
}

export async function viewBody(services: Services, lang: Lang, id: string, query: Query): Promise<BodyView | null> {
  const { db, clock } = services
  const body = isUuid(id) ? await findPublicBody(db, lang, id) : null
  const institution = body && (await findInstitutionById(db, lang, body.institutionId))
  if (!body || !institution) return null
  const today = civilDateIn(institution.zone, clock.now())
  const day = dayIn(query) ?? today
  const [seats, chairs] = await Promise.all([listSeatsOn(db, id, day), listChairsOf(db, id)])
  return { body, institution, day, today, seats, chairs }
}

/** A day as the three fields of a form, or one word, bring it. */
const dayIn = (query: Query): string | null =>
  readCivilDate(query.dita ?? '') ??
  readCivilDate(
    `${(query['dita-year'] ?? '').padStart(4, '0')}-${(query['dita-month'] ?? '').padStart(2, '0')}-${(query['dita-day'] ?? '').padStart(2, '0')}`,
  )

export type ElectionsView = Where & { terms: (PublicTerm & { results: PublicResult[] })[] }

export async function viewElections(services: Services, lang: Lang, query: Query): Promise<ElectionsView> {
  const where = await whereOf(services, lang, query)
  const terms = await listPublicTerms(services.db, lang, where.institution?.id ?? null)
  const results = await listPublicResults(
    services.db,
    terms.map(({ id }) => id),
  )
  return {
    ...where,
    terms: terms.map((term) => ({ ...term, results: results.filter(({ termId }) => termId === term.id) })),
  }
}

export type StaffView = Where & { staff: PublicStaff[] }

export async function viewStaff(services: Services, lang: Lang, query: Query): Promise<StaffView> {
  const where = await whereOf(services, lang, query)
  return { ...where, staff: await listPublicStaff(services.db, lang, where.institution?.id ?? null) }
}

export type AffiliationsView = Where & { affiliations: PublicAffiliation[] }

export async function viewAffiliations(services: Services, lang: Lang, query: Query): Promise<AffiliationsView> {
  const where = await whereOf(services, lang, query)
  const affiliations = await listPublicAffiliations(services.db, lang, where.institution?.id ?? null)
  return { ...where, affiliations }
}

export type PaymentsView = Where & {
  payments: PublicPayment[]
  years: YearTotal[]
  year: number | null
  next: string | null
  paged: boolean
}

export async function viewPayments(services: Services, lang: Lang, query: Query): Promise<PaymentsView> {
  const { db } = services
  const where = await whereOf(services, lang, query)
  const institutionId = where.institution?.id ?? null
  const year = /^(19|20)\d\d$/.test(query.viti ?? '') ? Number(query.viti) : null
  const key = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f-]{36})$/.exec(query.pas ?? '')
  const after =
    key && isUuid(key[2] ?? '') && readCivilDate(key[1] ?? '') ? { day: key[1] ?? '', id: key[2] ?? '' } : null
  const [listed, years] = await Promise.all([
    listPublicPayments(db, { institutionId, personId: null, year, after }, PAYMENTS + 1),
    listPaymentYears(db, { institutionId, personId: null }),
  ])
  const payments = listed.slice(0, PAYMENTS)
  const last = payments.at(-1)
  const next = listed.length > PAYMENTS && last ? `${last.fromOn}.${last.id}` : null
  return { ...where, payments, years, year, next, paged: after !== null }
}

/** What became of an address that nobody reads any more: the row was merged; null: nothing of the kind. */
export async function viewFormerAddress({ db }: Services, slug: string): Promise<{ slug: string | null } | null> {
  const found = await findCouncillorBySlug(db, slug)
  if (!found?.mergedSlug) return null
  const kept = await findCouncillorBySlug(db, found.mergedSlug)
  return { slug: kept?.state === 'published' ? kept.slug : null }
}
