import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Queryable } from '#platform/db/database.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById, listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { takedownPermissions } from '#platform/takedowns/takedown-permissions.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { councilPermissions as may } from '../permissions.ts'
import {
  findCouncillor,
  listBodiesOfPerson,
  listCouncillorChoices,
  listCouncillors,
  type Councillor,
  type ListedCouncillor,
  type PersonBody,
} from './councillor-queries.ts'
import { listCouncilBodies } from './member-queries.ts'
import { listOpenPairs, type Pair } from './pair-queries.ts'
import type { Register } from './people-field-rules.ts'
import { COUNCILLOR_STATES, type CouncillorState } from './people-rules.ts'
import {
  findAffiliation,
  findParty,
  findPayment,
  findStaff,
  listAffiliations,
  listParties,
  listPayments,
  listStaff,
  type Affiliation,
  type Party,
  type Payment,
  type Staff,
} from './register-queries.ts'
import {
  findTerm,
  listMandatesOfPerson,
  listMandatesOfTerm,
  listResults,
  listTerms,
  type Mandate,
  type Result,
  type Term,
} from './term-queries.ts'

const PAGE = 50

export const writesSomewhere = (official: Official): boolean =>
  institutionsWhere(official, may['council-people.write'])?.length !== 0

export type PeopleListView = {
  items: ListedCouncillor[]
  names: ReadonlyMap<string, string>
  terms: Term[]
  bodies: { id: string; name: string }[]
  parties: Party[]
  asked: { mandati: string; organi: string; partia: string; gjendja: CouncillorState | '' }
  older: string | null
  paged: boolean
  pairs: number
  mayWrite: boolean
}

export async function viewPeopleList(
  { db, clock }: Services,
  lang: Lang,
  official: Official,
  query: Record<string, string | undefined>,
): Promise<PeopleListView> {
  const institutions = institutionsWhere(official, may['council.read'])
  const asked = askedIn(query)
  const filter = {
    institutions,
    term: asked.mandati || null,
    body: asked.organi || null,
    party: asked.partia || null,
    state: asked.gjendja || null,
    today: civilDateIn('Europe/Tirane', clock.now()),
    after: uuidIn(query.para) || null,
  }
  const [listed, names, terms, parties, pairs] = await Promise.all([
    listCouncillors(db, filter, PAGE + 1),
    listInstitutions(db, lang, institutions),
    listTerms(db, institutions),
    listParties(db, institutions),
    listOpenPairs(db, institutions),
  ])
  const bodies = await bodiesOf(db, terms)
  const items = listed.slice(0, PAGE)
  return {
    items,
    names: new Map(names.map(({ id, name }) => [id, name])),
    terms,
    bodies,
    parties,
    asked,
    older: listed.length > PAGE ? (items.at(-1)?.personId ?? null) : null,
    paged: filter.after !== null,
    pairs: pairs.length,
    mayWrite: writesSomewhere(official),
  }
}

const bodiesOf = async (db: Queryable, terms: readonly Term[]) =>
  (await Promise.all([...new Set(terms.map((one) => one.institutionId))].map((id) => listCouncilBodies(db, id)))).flat()

const uuidIn = (words: string | undefined): string => (isUuid(words ?? '') ? (words ?? '') : '')

const askedIn = (query: Record<string, string | undefined>): PeopleListView['asked'] => ({
  mandati: uuidIn(query.mandati),
  organi: uuidIn(query.organi),
  partia: query.partia === 'none' ? 'none' : uuidIn(query.partia),
  gjendja: COUNCILLOR_STATES.find((one) => one === query.gjendja) ?? ('' as const),
})

export type OfficeCouncillorView = {
  councillor: Councillor
  institution: InstitutionSummary
  mandates: Mandate[]
  bodies: PersonBody[]
  terms: Term[]
  parties: Party[]
  /** Mandates that ended and that nobody follows. */
  free: Mandate[]
  mayWrite: boolean
  /** Reads what is private: addresses, gender where it is for statistics. */
  mayReadPrivate: boolean
  mayTakeDown: boolean
}

/** Null: there is none that this official may read. */
export async function viewOfficeCouncillor(
  { db }: Services,
  lang: Lang,
  official: Official,
  id: string,
): Promise<OfficeCouncillorView | null> {
  const councillor = isUuid(id) ? await findCouncillor(db, id) : null
  const institutionId = councillor?.institutionId ?? ''
  if (!councillor || !mayIn(official, may['council.read'], institutionId)) return null
  const institution = await findInstitutionById(db, lang, institutionId)
  if (!institution) return null
  const [mandates, bodies, terms, parties] = await Promise.all([
    listMandatesOfPerson(db, id),
    listBodiesOfPerson(db, lang, id),
    listTerms(db, [institutionId]),
    listParties(db, [institutionId]),
  ])
  const [newest] = terms
  const held = newest ? await listMandatesOfTerm(db, newest.id) : []
  const mayWrite = mayIn(official, may['council-people.write'], institutionId)
  return {
    councillor,
    institution,
    mandates,
    bodies,
    terms,
    parties,
    free: held.filter(({ toOn, replacedBy, personId }) => toOn !== null && replacedBy === null && personId !== id),
    mayWrite,
    mayReadPrivate: mayWrite || mayIn(official, may['council-private.read'], institutionId),
    mayTakeDown: mayIn(official, takedownPermissions['takedowns.take'], institutionId),
  }
}

export type WritableView = { institutions: InstitutionSummary[] }

/** The institutions in which this official keeps the people of a council. */
export const listWritable = ({ db }: Services, lang: Lang, official: Official): Promise<InstitutionSummary[]> =>
  listInstitutions(db, lang, institutionsWhere(official, may['council-people.write']))

export type TermListView = { terms: Term[]; names: ReadonlyMap<string, string>; mayWrite: boolean }

export async function viewTerms({ db }: Services, lang: Lang, official: Official): Promise<TermListView> {
  const institutions = institutionsWhere(official, may['council.read'])
  const [terms, names] = await Promise.all([listTerms(db, institutions), listInstitutions(db, lang, institutions)])
  return { terms, names: new Map(names.map(({ id, name }) => [id, name])), mayWrite: writesSomewhere(official) }
}

export type OfficeTermView = {
  term: Term
  institution: InstitutionSummary
  results: Result[]
  mandates: Mandate[]
  today: string
  mayWrite: boolean
}

export async function viewOfficeTerm(
  { db, clock }: Services,
  lang: Lang,
  official: Official,
  id: string,
): Promise<OfficeTermView | null> {
  const term = isUuid(id) ? await findTerm(db, id) : null
  if (!term || !mayIn(official, may['council.read'], term.institutionId)) return null
  const institution = await findInstitutionById(db, lang, term.institutionId)
  if (!institution) return null
  const [results, mandates] = await Promise.all([listResults(db, [id]), listMandatesOfTerm(db, id)])
  const today = civilDateIn(institution.zone, clock.now())
  const mayWrite = mayIn(official, may['council-people.write'], term.institutionId)
  return { term, institution, results, mandates, today, mayWrite }
}

/** Councils in which a term can be opened, over all institutions of this official. */
export async function listTermBodies(services: Services, lang: Lang, official: Official) {
  const institutions = await listWritable(services, lang, official)
  const bodies = await Promise.all(
    institutions.map(async ({ id, name }) =>
      (await listCouncilBodies(services.db, id))
        .filter(({ kind, endedOn }) => kind === 'council' && endedOn === null)
        .map((body) => ({ ...body, institutionName: name })),
    ),
  )
  return bodies.flat()
}

export type RegisterRows =
  | { register: 'partite'; rows: Party[] }
  | { register: 'sekretaria'; rows: Staff[] }
  | { register: 'pagesat'; rows: Payment[] }
  | { register: 'anetaresimet'; rows: Affiliation[] }

export type RegisterView = RegisterRows & {
  names: ReadonlyMap<string, string>
  older: string | null
  paged: boolean
  mayWrite: boolean
}

export async function viewRegister(
  { db }: Services,
  lang: Lang,
  official: Official,
  register: Register,
  after: string | undefined,
): Promise<RegisterView> {
  const institutions = institutionsWhere(official, may['council.read'])
  const key = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f-]{36})$/.exec(after ?? '')
  const before = key && isUuid(key[2] ?? '') ? { day: key[1] ?? '', id: key[2] ?? '' } : null
  const [names, found] = await Promise.all([
    listInstitutions(db, lang, institutions),
    rowsOf({ db }, register, institutions, before),
  ])
  const more = found.register === 'pagesat' && found.rows.length > PAGE
  const shown = found.register === 'pagesat' ? { ...found, rows: found.rows.slice(0, PAGE) } : found
  const last = shown.register === 'pagesat' ? shown.rows.at(-1) : undefined
  return {
    ...shown,
    names: new Map(names.map(({ id, name }) => [id, name])),
    older: more && last ? `${last.fromOn}.${last.id}` : null,
    paged: before !== null,
    mayWrite: writesSomewhere(official),
  }
}

async function rowsOf(
  { db }: Pick<Services, 'db'>,
  register: Register,
  institutions: readonly string[] | null,
  after: { day: string; id: string } | null,
): Promise<RegisterRows> {
  switch (register) {
    case 'partite':
      return { register, rows: await listParties(db, institutions) }
    case 'sekretaria':
      return { register, rows: await listStaff(db, institutions) }
    case 'pagesat':
      return { register, rows: await listPayments(db, { institutions, personId: null, after }, PAGE + 1) }
    case 'anetaresimet':
      return { register, rows: await listAffiliations(db, institutions) }
  }
}

/** Whom an entry of these institutions may name. */
export async function listPersonChoices({ db }: Services, institutions: readonly { id: string }[]) {
  const all = await Promise.all(institutions.map(({ id }) => listCouncillorChoices(db, id)))
  return all.flat().map(({ id, name }) => ({ value: id, label: name }))
}

/** One entry of a register as the office keeps it. */
export const viewEntry = (
  { db }: Pick<Services, 'db'>,
  register: Register,
  id: string,
): Promise<Party | Staff | Payment | Affiliation | null> => ENTRIES[register](db, id)

const ENTRIES = { partite: findParty, sekretaria: findStaff, pagesat: findPayment, anetaresimet: findAffiliation }

export type PairsView = { pairs: Pair[]; names: ReadonlyMap<string, string>; mayWrite: boolean }

export async function viewPairs({ db }: Services, lang: Lang, official: Official): Promise<PairsView> {
  const institutions = institutionsWhere(official, may['council.read'])
  const [pairs, names] = await Promise.all([listOpenPairs(db, institutions), listInstitutions(db, lang, institutions)])
  return { pairs, names: new Map(names.map(({ id, name }) => [id, name])), mayWrite: writesSomewhere(official) }
}
