import { deadlineView, type DeadlineView } from '#platform/deadlines/deadline-view.ts'
import { listDocuments, type Document } from '#platform/documents/document-queries.ts'
import type { Door } from '#platform/door.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findEntriesOfRecord, type RecordEntriesView } from '#platform/ledger/record-entries-view.ts'
import { viewThread, type MatterThread } from '#platform/links/thread-view.ts'
import { listSubjectPlaces } from '#platform/places/place-queries.ts'
import type { Services } from '#platform/services.ts'
import { publishedText } from '#platform/texts/published-text-view.ts'
import { isDivision, type ShownNode } from '#platform/texts/shown-tree-rules.ts'
import { listSubjectTopics } from '#platform/topics/topic-queries.ts'
import { FORCE_SLOT, PUBLICATION_SLOT } from '../act-rules.ts'
import { viewLegality, type LegalityView } from '../review/legality-view.ts'
import { viewSignatures, type SignaturesView } from '../signing/signing-view.ts'
import { textOn, viewActBase, type ActBase, type ShownState } from './act-base-view.ts'
import { listEffectsOnAct, type EffectOnAct } from './article-queries.ts'
import {
  findMatterOfAct,
  findVoteOfAct,
  listBallotsOfVote,
  listPublicAmendments,
  listPublicEvents,
  listPublicPostings,
  listPublicReturns,
  type BallotOfAct,
  type MatterOfAct,
  type PublicAmendment,
  type PublicEvent,
  type PublicPosting,
  type PublicRelation,
  type PublicReturn,
  type VoteOfAct,
} from './beside-queries.ts'
import type { PublishedAct } from './published-act-queries.ts'
import { partsOfWords } from './text-on-rules.ts'

/** The words of an act, as much of them as one page holds. */
export type ActText =
  | {
      kind: 'articles'
      state: ShownState
      /** The whole text: where citations in it lead. */
      tree: readonly ShownNode[]
      shown: readonly ShownNode[]
      contents: readonly ShownNode[]
      whole: boolean
    }
  | { kind: 'plain'; words: string; part: number; parts: number }
  | { kind: 'unreadable' | 'file-only' | 'none' | 'not-yet' }

export type ActView = ActBase & {
  text: ActText
  /** Changes in force that its words do not carry yet. */
  lacking: readonly PublicRelation[]
  files: readonly Document[]
  vote: VoteOfAct | null
  ballots: readonly BallotOfAct[]
  matter: MatterOfAct | null
  amendments: readonly PublicAmendment[]
  /** What people said about the draft that shaped it. */
  because: readonly EffectOnAct[]
  events: readonly PublicEvent[]
  postings: readonly PublicPosting[]
  returns: readonly PublicReturn[]
  /** The clock of the day that is coming: until when it is to be announced, or when it comes into force. */
  clock: DeadlineView | null
  legality: LegalityView | null
  signatures: SignaturesView | null
  thread: MatterThread
  entries: RecordEntriesView | null
  topics: readonly { id: string; name: string }[]
  places: readonly { id: string; name: string }[]
}

type Asked = { lang: Lang; slug: string; part?: number }

export async function viewAct(
  services: Services,
  doors: readonly Door[],
  { lang, slug, part = 1 }: Asked,
): Promise<ActView | null> {
  const base = await viewActBase(services, lang, slug)
  if (!base) return null
  const { act, today } = base
  const { state, lacking } = textOn(today, base)
  const [files, vote, beside, matters, clock, proofs] = await Promise.all([
    filesOf(services, act),
    viewVote(services, act),
    viewBeside(services, act),
    viewMatters(services, doors, lang, act),
    viewClock(services, lang, base),
    viewProofs(services, lang, act),
  ])
  const text = await viewText(services, act, { state, part, files: files.length })
  return { ...base, ...beside, ...matters, ...vote, ...proofs, text, lacking, files, clock }
}

const viewClock = async (services: Services, lang: Lang, { act, force }: ActBase): Promise<DeadlineView | null> => {
  if (act.state === 'numbered') return deadlineView(services, lang, act.subject, PUBLICATION_SLOT)
  return act.state === 'announced' && force === 'not-yet' ? deadlineView(services, lang, act.subject, FORCE_SLOT) : null
}

/** Who signed it, and what was said of its legality. */
async function viewProofs(services: Services, lang: Lang, { id, restricted, state }: PublishedAct) {
  if (restricted || state === 'void') return { legality: null, signatures: null }
  const [legality, signatures] = await Promise.all([
    viewLegality(services, lang, id),
    viewSignatures(services.db, lang, id),
  ])
  return { legality, signatures }
}

/** What was announced lies open; of an act with personal data nothing does. */
const filesOf = async ({ db }: Services, { subject, state, restricted }: PublishedAct): Promise<Document[]> =>
  state !== 'announced' || restricted
    ? []
    : (await listDocuments(db, [subject])).filter((one) => one.class === 'public' && one.role !== 'proof')

async function viewVote({ db }: Services, { voteRef, restricted }: PublishedAct) {
  const vote = voteRef === null ? null : await findVoteOfAct(db, voteRef)
  const named = vote !== null && !restricted && vote.method === 'by-name' && !vote.closed
  return { vote, ballots: named ? await listBallotsOfVote(db, vote.id) : [] }
}

async function viewBeside({ db }: Services, { id, meetingRef, paperRef, restricted, textId }: PublishedAct) {
  const [amendments, events, postings, returns, matter, because] = await Promise.all([
    listPublicAmendments(db, id),
    listPublicEvents(db, id),
    listPublicPostings(db, id),
    listPublicReturns(db, id),
    restricted ? null : findMatterOfAct(db, { meetingRef, paperRef }),
    paperRef === null || textId === null ? [] : listEffectsOnAct(db, paperRef, null),
  ])
  return { amendments, events, postings, returns, matter, because }
}

async function viewMatters(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  { subject, restricted }: PublishedAct,
) {
  const { db } = services
  const [thread, entries, topics, places] = await Promise.all([
    restricted
      ? { ref: subject, records: [], edges: [], more: false }
      : viewThread(services, doors, lang, subject, { public: true }),
    findEntriesOfRecord(db, subject),
    restricted ? [] : listSubjectTopics(db, lang, [subject]),
    restricted ? [] : listSubjectPlaces(db, lang, [subject]),
  ])
  return { thread, entries, topics, places }
}

/** A page of the act has much beside its words: above so many characters they are read by chapter, on pages of their own. */
const MOST_WORDS = 40_000

async function viewText(
  { db, clock }: Services,
  act: PublishedAct,
  { state, part, files }: { state: ShownState | null; part: number; files: number },
): Promise<ActText> {
  if (act.state !== 'announced' || act.restricted) return { kind: act.state === 'numbered' ? 'not-yet' : 'none' }
  if (state) {
    const { tree, length } = await publishedText(db, state.versionId, clock.now())
    const whole = length <= MOST_WORDS
    const shown = whole ? tree : beginningOf(tree)
    return { kind: 'articles', state, tree, shown, contents: tree.filter((node) => isDivision(node)), whole }
  }
  if (act.plainText !== null) {
    const parts = partsOfWords(act.plainText, MOST_WORDS)
    const at = Math.min(Math.max(part, 1), Math.max(parts.length, 1))
    return { kind: 'plain', words: parts[at - 1] ?? '', part: at, parts: parts.length }
  }
  if (act.unreadable) return { kind: 'unreadable' }
  return { kind: files > 0 ? 'file-only' : 'none' }
}

/** Of a long text what stands before its chapters, or its first articles. */
function beginningOf(tree: readonly ShownNode[]): ShownNode[] {
  const loose = tree.filter((node) => !isDivision(node))
  let length = 0
  return loose.filter((node) => (length += lengthOf(node)) <= MOST_WORDS)
}

const lengthOf = (node: ShownNode): number =>
  node.children.reduce((sum, child) => sum + lengthOf(child), node.body.length)
