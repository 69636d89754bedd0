import { institutionsWhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { OfficeTile } from '#platform/door.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { ACT_KINDS, ACT_STATES, LEGALITIES } from '../act-rules.ts'
import { actPermissions as may } from '../permissions.ts'
import { actOfficeUrls } from '../urls.ts'
import { keyOfAct, readActKey, writeActKey } from './list-key-rules.ts'
import { countWaitingActs, listOfficeActs, type ActCounts, type ActFilter, type ActRow } from './list-queries.ts'
import { listActBodies, type BodyChoice } from './making-queries.ts'
import { makingTexts } from './texts.ts'
import { countAdoptedVotes, findAdoptedVote, listAdoptedVotes, type AdoptedVote } from './waiting-queries.ts'

const PAGE = 50
/** Each with a form of its own. */
const ADOPTED_PAGE = 20

export type ActListView = {
  items: ActRow[]
  institutions: ReadonlyMap<string, string>
  asked: Omit<ActFilter, 'institutions'>
  waiting: ActCounts & { votes: number }
  older: string | null
  paged: boolean
  mayWrite: boolean
}

export async function viewOfficeActs(
  { db }: Services,
  lang: Lang,
  official: Official,
  query: Record<string, string | undefined>,
): Promise<ActListView> {
  const institutions = institutionsWhere(official, may['acts.read'])
  const asked = askedIn(query)
  const before = readActKey(query.para)
  const [listed, names, counts, votes] = await Promise.all([
    listOfficeActs(db, { ...asked, institutions }, before, PAGE + 1),
    listInstitutions(db, lang, institutions),
    countWaitingActs(db, institutions),
    countAdoptedVotes(db, institutions),
  ])
  const items = listed.slice(0, PAGE)
  const last = items.at(-1)
  return {
    items,
    institutions: new Map(names.map(({ id, name }) => [id, name])),
    asked,
    waiting: { ...counts, votes },
    older: listed.length > PAGE && last ? writeActKey(keyOfAct(last)) : null,
    paged: before !== null,
    mayWrite: institutionsWhere(official, may['acts.write'])?.length !== 0,
  }
}

const askedIn = (query: Record<string, string | undefined>): ActListView['asked'] => ({
  state: ACT_STATES.find((one) => one === query.gjendja) ?? null,
  kind: ACT_KINDS.find((one) => one === query.lloji) ?? null,
  year: /^(19|20|21)\d\d$/.test(query.viti ?? '') ? Number(query.viti) : null,
  legality: LEGALITIES.find((one) => one === query.ligjshmeria) ?? null,
  words: (query.q ?? '').trim().slice(0, 100) || null,
})

export type AdoptedView = {
  items: AdoptedVote[]
  institutions: ReadonlyMap<string, string>
  /** Where this official makes acts. */
  writable: readonly string[] | null
  older: string | null
  paged: boolean
}

export async function viewAdopted(
  { db }: Services,
  lang: Lang,
  official: Official,
  query: Record<string, string | undefined>,
): Promise<AdoptedView> {
  const institutions = institutionsWhere(official, may['acts.read'])
  const before = readListKey(query.para)
  const [listed, names] = await Promise.all([
    listAdoptedVotes(db, institutions, before, ADOPTED_PAGE + 1),
    listInstitutions(db, lang, institutions),
  ])
  const items = listed.slice(0, ADOPTED_PAGE)
  const last = items.at(-1)
  return {
    items,
    institutions: new Map(names.map(({ id, name }) => [id, name])),
    writable: institutionsWhere(official, may['acts.write']),
    older: listed.length > ADOPTED_PAGE && last ? writeListKey({ at: last.takenAt, id: last.id }) : null,
    paged: before !== null,
  }
}

export type ActFormView = { institutions: InstitutionSummary[]; bodies: BodyChoice[]; today: string }

/** The institutions in which this official writes, or the one of an act, with their bodies. */
export async function viewActForm(
  { db, clock }: Services,
  lang: Lang,
  official: Official,
  institutionId: string | null = null,
): Promise<ActFormView> {
  const institutions = await listInstitutions(db, lang, institutionsWhere(official, may['acts.write']))
  const ids = institutionId === null ? institutions.map(({ id }) => id) : [institutionId]
  return {
    institutions,
    bodies: await listActBodies(db, ids),
    today: civilDateIn('Europe/Tirane', clock.now()),
  }
}

/** What waits in the office. */
export async function makingTiles({ db }: Services, official: Official, lang: Lang): Promise<OfficeTile[]> {
  const institutions = institutionsWhere(official, may['acts.write'])
  if (institutions?.length === 0) return []
  const [votes, counts] = await Promise.all([countAdoptedVotes(db, institutions), countWaitingActs(db, institutions)])
  const t = makingTexts(lang).tiles
  const list = inLanguage(lang, actOfficeUrls.list())
  return [
    { title: t.adopted, count: votes, href: inLanguage(lang, actOfficeUrls.adopted()) },
    { title: t.drafts, count: counts.drafts, href: `${list}?gjendja=draft` },
    { title: t.numbered, count: counts.numbered, href: `${list}?gjendja=numbered` },
  ].filter(({ count }) => count > 0)
}

/** Whose vote it is; null: it is none that adopted something. */
export const viewVote = ({ db }: Services, id: string): Promise<Pick<AdoptedVote, 'institutionId'> | null> =>
  findAdoptedVote(db, id)
