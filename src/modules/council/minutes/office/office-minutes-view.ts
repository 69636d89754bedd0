import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById, listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { FormBlock, FormDocument } from '#platform/papers/form-document-rules.ts'
import type { Services } from '#platform/services.ts'
import { councilPermissions as may } from '../../permissions.ts'
import { minutesBlocks, minutesTitle } from '../document/document-texts.ts'
import { computedBlocks } from '../document/item-texts.ts'
import { minutesForm } from '../document/minutes-form-texts.ts'
import { sayingOf } from '../document/saying-texts.ts'
import {
  findMinutes,
  findWholeVersion,
  listApprovingVotes,
  listMinutesVersions,
  listWaitingMinutes,
  type ApprovingVote,
  type ListedMinutes,
  type Minutes,
  type MinutesVersion,
} from '../minutes-queries.ts'
import { factsOf } from '../record/assemble-facts-rules.ts'
import {
  hasClosedParts,
  missingIn,
  notedWords,
  publicFacts,
  type ItemFacts,
  type MinutesFacts,
  type Missing,
} from '../record/minutes-fact-rules.ts'
import { countSetAside, readRecord } from '../record/record-queries.ts'
import { minutesUrls } from '../urls.ts'

export type WrittenItem = {
  item: ItemFacts
  computed: FormBlock[]
  /** What stands in the field: what was written, or the notes while nothing was. */
  words: string
  fromNotes: boolean
  closed: 'wholly' | 'partly' | null
}

export type OfficeMinutesView = {
  institution: InstitutionSummary
  facts: MinutesFacts
  title: string
  meetingState: string
  /** Null: not drafted yet. */
  minutes: Minutes | null
  items: WrittenItem[]
  /** Notes outside every item, for whom nothing was written yet. */
  openingWords: string
  missing: Missing[]
  versions: MinutesVersion[]
  votes: ApprovingVote[]
  closedParts: boolean
  changedSince: boolean
  mayWrite: boolean
  mayApprove: boolean
}

/** Null: there is none that this official may read. */
export async function viewOfficeMinutes(
  { db }: Services,
  lang: Lang,
  official: Official,
  meetingId: string,
): Promise<OfficeMinutesView | null> {
  const rows = isUuid(meetingId) ? await readRecord(db, lang, meetingId) : null
  if (!rows || !mayIn(official, may['council.read'], rows.meeting.institutionId)) return null
  const { institutionId, state } = rows.meeting
  const [institution, minutes, versions, votes, setAside] = await Promise.all([
    findInstitutionById(db, lang, institutionId),
    findMinutes(db, meetingId),
    listMinutesVersions(db, meetingId),
    listApprovingVotes(db, meetingId),
    countSetAside(db, meetingId),
  ])
  if (!institution) return null
  const facts = factsOf(rows, minutes ?? { opening: '', ending: '', signatures: [] })
  return {
    institution,
    facts,
    title: minutesTitle(lang, facts),
    meetingState: state,
    minutes,
    items: facts.items.map((item) => writtenItem(lang, facts, item)),
    openingWords: facts.opening === '' ? notedWords(facts.besides) : facts.opening,
    missing: missingIn(facts, setAside),
    versions,
    votes: votes.filter(({ result }) => result === 'adopted'),
    closedParts: hasClosedParts(facts),
    changedSince: minutes?.state === 'approved' && (await isChanged({ db }, meetingId, minutes)),
    mayWrite: mayIn(official, may['council-minutes.write'], institutionId),
    mayApprove: mayIn(official, may['council-minutes.approve'], institutionId),
  }
}

function writtenItem(lang: Lang, facts: MinutesFacts, item: ItemFacts): WrittenItem {
  const fromNotes = item.words === '' && item.notes.length > 0
  const closed = item.closed ?? facts.meeting.closed
  return {
    item,
    computed: computedBlocks(sayingOf(lang, facts, true), item, facts.moves),
    words: fromNotes ? notedWords(item) : item.words,
    fromNotes,
    closed: closed ? 'wholly' : item.partlyClosed ? 'partly' : null,
  }
}

/** Whether record or words say something else than the version that was published. */
async function isChanged({ db }: Pick<Services, 'db'>, meetingId: string, minutes: Minutes): Promise<boolean> {
  const [rows, version] = await Promise.all([
    readRecord(db, 'sq', meetingId),
    findWholeVersion(db, meetingId, minutes.publishedVersion),
  ])
  return rows !== null && version !== null && sorted(factsOf(rows, minutes)) !== sorted(version.whole.facts)
}

/** As text, whatever the order in which a database keeps the keys. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    one !== null && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )

/** As the document would be now. `whole`: with what was said behind closed doors. */
export function previewBlocks(lang: Lang, { facts, minutes }: OfficeMinutesView, whole: boolean): FormBlock[] {
  const standing =
    minutes?.state === 'approved'
      ? ({ state: 'approved', on: minutes.approvedOn ?? '', where: minutes.approvedNote } as const)
      : ({ state: minutes?.state ?? 'draft' } as const)
  return minutesBlocks(lang, whole ? facts : publicFacts(facts), standing, whole)
}

/** The newest version word for word where there is one, else the draft. */
export async function officeForm(
  { db, settings }: Pick<Services, 'db' | 'settings'>,
  view: OfficeMinutesView,
  whole: boolean,
): Promise<FormDocument> {
  const { facts, minutes } = view
  const address = settings.url + minutesUrls.one(facts.meeting.slug)
  const kept = minutes?.state === 'approved' ? await findWholeVersion(db, facts.meeting.id, null) : null
  if (!kept) {
    const shown = whole ? facts : publicFacts(facts)
    return minutesForm('sq', { facts: shown, blocks: previewBlocks('sq', view, whole), version: null, address })
  }
  const record = whole ? kept.whole : kept.record
  const version = { n: kept.version, at: kept.publishedAt, reason: kept.reason }
  return minutesForm('sq', { facts: record.facts, blocks: record.blocks, version, address })
}

export type WaitingView = { items: ListedMinutes[]; institutions: ReadonlyMap<string, string> }

export async function viewWaiting({ db }: Services, lang: Lang, official: Official): Promise<WaitingView> {
  const institutions = institutionsWhere(official, may['council.read'])
  const [items, names] = await Promise.all([
    listWaitingMinutes(db, institutions, 200),
    listInstitutions(db, lang, institutions),
  ])
  return { items, institutions: new Map(names.map(({ id, name }) => [id, name])) }
}
