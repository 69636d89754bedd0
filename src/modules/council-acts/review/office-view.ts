import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { OfficeTile } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { findInstitutionById, listInstitutions } from '#platform/institutions/institution-queries.ts'
import { wordsOf, type InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { findAct, findActSettings, type Act, type ActSettings } from '../act-queries.ts'
import { DEPOSIT_SLOT } from '../act-rules.ts'
import { actPermissions as may } from '../permissions.ts'
import { viewLegality, type LegalityView } from './legality-view.ts'
import {
  AUTHORITY_KINDS,
  corrections,
  nextVerdicts,
  standing,
  TRANSMITTAL_STATES,
  type TransmittalState,
  type VerdictKind,
} from './review-rules.ts'
import { textsIn } from './texts.ts'
import {
  findTransmittal,
  listSentActs,
  listTransmittals,
  type ListedTransmittal,
  type SentAct,
  type Transmittal,
} from './transmittal-queries.ts'
import { countUnreceived, listWaitingActs, type WaitingAct } from './waiting-queries.ts'
import { deskUrls } from './urls.ts'
import {
  listReExaminations,
  listSendings,
  listVerdicts,
  listVotesSince,
  type Looked,
  type Verdict,
  type VoteChoice,
} from './verdict-queries.ts'

const PAGE = 50

export type TransmittalListView = {
  items: ListedTransmittal[]
  institutions: ReadonlyMap<string, string>
  state: TransmittalState | null
  year: number | null
  years: number[]
  older: string | null
  paged: boolean
  mayWrite: boolean
}

export async function viewTransmittals(
  { db, clock }: Services,
  lang: Lang,
  official: Official,
  query: Record<string, string | undefined>,
): Promise<TransmittalListView> {
  const institutions = institutionsWhere(official, may['acts.read'])
  const now = clock.now().getUTCFullYear()
  const years = Array.from({ length: 10 }, (_, n) => now - n)
  const state = TRANSMITTAL_STATES.find((one) => one === query.gjendja) ?? null
  const year = years.find((one) => String(one) === query.viti) ?? null
  const before = readListKey(query.para)
  const [listed, names] = await Promise.all([
    listTransmittals(db, { institutions, state, year }, before, PAGE + 1),
    listInstitutions(db, lang, institutions),
  ])
  const items = listed.slice(0, PAGE)
  const last = items.at(-1)
  return {
    items,
    institutions: new Map(names.map(({ id, name }) => [id, name])),
    state,
    year,
    years,
    older: listed.length > PAGE && last ? writeListKey({ at: last.createdAt, id: last.id }) : null,
    paged: before !== null,
    mayWrite: institutionsWhere(official, may['acts-review.write'])?.length !== 0,
  }
}

export type TransmittalFormView = {
  /** Null: which institution is still to be chosen. */
  institution: InstitutionSummary | null
  institutions: InstitutionSummary[]
  settings: ActSettings | null
  /** The prefect, or the ministry: what is offered where nothing is set. */
  supervisor: string
  waiting: WaitingAct[]
  today: string
}

/** The acts of one institution that wait, and to whom they go. Of several institutions one is chosen first. */
export async function viewTransmittalForm(
  { db, clock }: Services,
  lang: Lang,
  official: Official,
  { institutionId, but }: { institutionId: string | null; but: string | null },
): Promise<TransmittalFormView> {
  const institutions = await listInstitutions(db, lang, institutionsWhere(official, may['acts-review.write']))
  const only = institutions.length === 1 ? institutions[0] : undefined
  const institution = institutions.find(({ id }) => id === institutionId) ?? only ?? null
  const none = { settings: null, supervisor: '', waiting: [], today: '' }
  if (!institution) return { institution, institutions, ...none }
  const { id, jurisdiction, zone } = institution
  const [settings, waiting] = await Promise.all([
    findActSettings(db, id),
    listWaitingActs(db, { institutionId: id, slot: DEPOSIT_SLOT, but }, 300),
  ])
  const supervisor = wordsOf(jurisdiction, 'sq').legalitySupervisor
  const today = civilDateIn(zone, clock.now())
  return { institution, institutions, settings, supervisor, waiting, today }
}

/** One act in a transmittal, with what was answered to it, and what can be said next. */
export type AnsweredAct = SentAct & { answers: Verdict[]; newest: Verdict | null; next: readonly VerdictKind[] }

export type TransmittalView = {
  transmittal: Transmittal
  institution: InstitutionSummary
  acts: AnsweredAct[]
  reExaminations: Looked[]
  today: string
  mayWrite: boolean
}

/** Null: there is none that this official may read. */
export async function viewTransmittal(
  services: Services,
  lang: Lang,
  official: Official,
  id: string,
): Promise<TransmittalView | null> {
  const transmittal = isUuid(id) ? await findTransmittal(services.db, id) : null
  if (!transmittal || !mayIn(official, may['acts.read'], transmittal.institutionId)) return null
  const mayWrite = mayIn(official, may['acts-review.write'], transmittal.institutionId)
  return wholeTransmittal(services, lang, transmittal, mayWrite)
}

/** Everything of it; whether this reader may have it was asked before. */
export async function wholeTransmittal(
  { db, clock }: Services,
  lang: Lang,
  transmittal: Transmittal,
  mayWrite: boolean,
): Promise<TransmittalView | null> {
  const [institution, sent] = await Promise.all([
    findInstitutionById(db, lang, transmittal.institutionId),
    listSentActs(db, transmittal.id),
  ])
  if (!institution) return null
  const ids = sent.map(({ actId }) => actId)
  const [said, reExaminations] = await Promise.all([listVerdicts(db, ids), listReExaminations(db, ids)])
  const acts = sent.map((one): AnsweredAct => {
    const answers = said.filter(({ actId, transmittalId }) => actId === one.actId && transmittalId === transmittal.id)
    const newest = standing(answers).at(-1) ?? null
    return { ...one, answers, newest, next: transmittal.state === 'sent' ? nextVerdicts(one.legality) : [] }
  })
  const looked = reExaminations.filter((one) => sent.some(({ reExaminationId }) => reExaminationId === one.id))
  const today = civilDateIn(transmittal.zone, clock.now())
  return { transmittal, institution, acts, reExaminations: looked, today, mayWrite }
}

/** The same letter as it is now, after a deed was refused. */
export async function viewAgain(
  services: Services,
  lang: Lang,
  view: TransmittalView,
): Promise<TransmittalView | null> {
  const transmittal = await findTransmittal(services.db, view.transmittal.id)
  return transmittal && wholeTransmittal(services, lang, transmittal, view.mayWrite)
}

export type ActReviewView = {
  act: Act
  legality: LegalityView | null
  said: Verdict[]
  looked: Looked[]
  next: readonly VerdictKind[]
  correction: { of: Verdict | null; kinds: readonly VerdictKind[] }
  /** Votes since it was returned. */
  votes: VoteChoice[]
  /** Whether it waits to be sent, for the first or the second time. */
  waits: 'first' | 'again' | null
  today: string
  mayWrite: boolean
}

export async function viewActReview(
  services: Services,
  lang: Lang,
  official: Official,
  id: string,
): Promise<ActReviewView | null> {
  const { db, clock } = services
  const act = isUuid(id) ? await findAct(db, id) : null
  if (!act || !mayIn(official, may['acts.read'], act.institutionId)) return null
  const [legality, said, looked, sendings] = await Promise.all([
    viewLegality(services, lang, id),
    listVerdicts(db, [id]),
    listReExaminations(db, [id]),
    listSendings(db, [id]),
  ])
  const fix = corrections(sendings, said, 'secretary')
  const returned = act.legality === 'returned' ? standing(said).at(-1) : undefined
  const since = returned?.decidedOn ?? null
  const votes = since === null ? [] : await listVotesSince(db, { institutionId: act.institutionId, since }, 50)
  const open = !act.history && (act.state === 'numbered' || act.state === 'announced')
  return {
    act,
    legality,
    said,
    looked,
    next: open ? nextVerdicts(act.legality) : [],
    correction: { of: said.find((one) => one.id === fix.of?.id) ?? null, kinds: open ? fix.kinds : [] },
    votes,
    waits: waitOf(act, looked, open),
    today: civilDateIn(act.zone, clock.now()),
    mayWrite: mayIn(official, may['acts-review.write'], act.institutionId),
  }
}

function waitOf({ legality }: Act, looked: readonly Looked[], open: boolean): 'first' | 'again' | null {
  if (!open) return null
  if (legality === 'none') return 'first'
  return legality === 'returned' && looked.length > 0 ? 'again' : null
}

/** What an authority may say at its desk, of these that can be said. */
export const spoken = (kinds: readonly VerdictKind[]): VerdictKind[] =>
  kinds.filter((kind) => (AUTHORITY_KINDS as readonly VerdictKind[]).includes(kind))

/** Letters that wait for the protocol of this authority. */
export async function reviewTiles({ db }: Services, official: Official, lang: Lang): Promise<OfficeTile[]> {
  const authorities = institutionsWhere(official, may['acts-review.decide'])
  if (authorities?.length === 0) return []
  const count = await countUnreceived(db, authorities, 100)
  return count === 0 ? [] : [{ title: textsIn(lang).desk.tile, count, href: inLanguage(lang, deskUrls.list()) }]
}
