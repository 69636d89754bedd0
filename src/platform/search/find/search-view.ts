import { tsqueryOf, type Query } from '../analysis/analyse-rules.ts'
import type { Selection } from '../selection-rules.ts'
import { listFound, listNames, type FoundDocument, type Named } from './find-queries.ts'
import { choicesOf, NO_CHOICES, type Choices } from './choices-view.ts'
import { groupsOf, type FoundGroup } from './group-view.ts'
import { viewHelp, type SearchHelp } from './help-view.ts'
import { countKinds, findHits, MOST_COUNTED, type FacetCount, type Hit, type Hits } from './hits-queries.ts'
import type { ResolvedSelection } from './resolved-selection-rules.ts'
import { readSearchKey, type SearchKey } from './search-key-rules.ts'
import { isNothing, naturalOrder, ORDER_WORDS, ORDERS, type SearchQuestion } from './search-question-rules.ts'
import { readSelection, resolveSelection, type Search, type SelectionFaults } from './selection-view.ts'
import { viewOtherWords, type OtherWords } from './spelling-view.ts'

const GROUPS_PER_PAGE = 20
const SHOWN_OF_GROUP = 4
/** With fewer findings than that, a slip of the hand is thought of. */
const FEW = 3

export type SearchFaults = SelectionFaults & { order?: 'no-such-value' }

export type SearchOutcome =
  | { kind: 'intro'; kinds: { kind: string; found: number }[]; cap: number }
  | { kind: 'wrong' }
  /** All that was typed is too common to be looked for. */
  | { kind: 'only-stop-words' }
  | { kind: 'too-hard' }
  | ({ kind: 'found'; next: SearchKey | null; groups: FoundGroup[] } & Counts)
  | { kind: 'none'; help: SearchHelp }

export type Counts = { total: number; capped: boolean; counted: number; matters: number; listed: number }

export type SearchView = {
  question: SearchQuestion
  faults: SearchFaults
  outcome: SearchOutcome
  choices: Choices
  /** The title of the matter that the search stays in. */
  matter: string | null
  /** More words were typed than are looked for. */
  cut: boolean
  otherWords: OtherWords
}

const NO_OTHER_WORDS: OtherWords = { synonyms: [], meant: null, suggested: [] }

/** All that the search page shows for an address. */
export async function viewSearch(
  search: Search,
  query: Readonly<Record<string, string | undefined>>,
): Promise<SearchView> {
  const { question, faults } = readQuestion(query)
  const plain = { question, faults, choices: NO_CHOICES, matter: null, cut: false, otherWords: NO_OTHER_WORDS }
  const resolution = await resolveSelection(search.services.db, search.sources, question.selection, question)
  const all: SearchFaults = { ...(resolution.kind === 'unknown' && resolution.faults), ...faults }
  if (Object.keys(all).length > 0 || resolution.kind === 'unknown')
    return { ...plain, faults: all, outcome: { kind: 'wrong' } }
  if (isNothing(question.selection)) return { ...plain, outcome: await introOf(search) }
  const words = tsqueryOf(question.selection.words, { lang: search.lang, synonyms: !question.exactly })
  return { ...plain, cut: words?.cut ?? false, ...(await answerTo(search, question, resolution.resolved, words)) }
}

/** What an address asks, and what of it has no sense. */
export function readQuestion(query: Readonly<Record<string, string | undefined>>): {
  question: SearchQuestion
  faults: SearchFaults
} {
  const read = readSelection(query)
  const typed = query['renditja'] ?? ''
  const order = typed === '' ? naturalOrder(read.selection) : ORDERS.find((one) => ORDER_WORDS[one] === typed)
  return {
    question: {
      selection: read.selection,
      order: order ?? naturalOrder(read.selection),
      exactly: query['sakte'] === 'po',
      after: readSearchKey(query['pas'] ?? ''),
    },
    faults: {
      ...(read.kind === 'wrong' && read.faults),
      ...(order === undefined && { order: 'no-such-value' as const }),
    },
  }
}

async function introOf({ services, sources }: Search): Promise<SearchOutcome> {
  const kinds = [...new Set(sources.flatMap((source) => Object.keys(source.kinds)))]
  const counts = await countKinds(services.db, kinds, MOST_COUNTED + 1)
  return { kind: 'intro', kinds: counts.filter(({ found }) => found > 0), cap: MOST_COUNTED }
}

type Answer = Pick<SearchView, 'outcome' | 'choices' | 'matter' | 'otherWords'>

async function answerTo(
  search: Search,
  question: SearchQuestion,
  resolved: ResolvedSelection,
  words: Query | null,
): Promise<Answer> {
  const { sources, lang } = search
  const { selection } = question
  const stopped = selection.words !== '' && words?.onlyStopWords === true
  const { hits, leaders, found } = stopped ? NOTHING : await findShown(search, question, resolved)
  const names = await namesFor(search, selection, hits?.facets ?? [], found)
  const answer = {
    choices: choicesOf(search, selection, hits?.facets ?? [], names),
    matter: names.find(({ field }) => field === 'matter')?.name ?? null,
    otherWords: NO_OTHER_WORDS,
  }
  if (stopped) return { ...answer, outcome: { kind: 'only-stop-words' } }
  if (hits === null) return { ...answer, outcome: { kind: 'too-hard' } }
  const otherWords = await viewOtherWords(search, question, resolved, words, hits.total < FEW ? hits.total : null)
  if (hits.total === 0)
    return { ...answer, otherWords, outcome: { kind: 'none', help: await viewHelp(search, question, resolved) } }
  const groups = groupsOf(
    { lang, sources, names, words, byMatter: selection.matter === null },
    hits,
    leaders.slice(0, GROUPS_PER_PAGE),
    found,
  )
  return { ...answer, otherWords, outcome: { kind: 'found', ...countsOf(hits), groups, next: nextOf(leaders) } }
}

type Shown = { hits: Hits | null; leaders: Hit[]; found: FoundDocument[] }

const NOTHING: Shown = {
  hits: { total: 0, counted: 0, matters: 0, listed: 0, facets: [], hits: [] },
  leaders: [],
  found: [],
}

/** The findings of one page, each group led by its first, and their documents. */
async function findShown({ services }: Search, question: SearchQuestion, resolved: ResolvedSelection): Promise<Shown> {
  const { order, after } = question
  const hits = await findHits(services.db, { resolved, order, after, limit: GROUPS_PER_PAGE, perGroup: SHOWN_OF_GROUP })
  const all = hits?.hits ?? []
  const leaders = all.filter(({ place }) => place === 1)
  if (leaders.length === 0) return { hits, leaders, found: [] }
  const [ids, matters] = [all.map(({ id }) => id), leaders.map(({ group }) => group)]
  return { hits, leaders, found: await listFound(services.db, ids, matters) }
}

const countsOf = ({ total, counted, matters, listed }: Hits): Counts => ({
  total: Math.min(total, MOST_COUNTED),
  capped: total > MOST_COUNTED,
  counted,
  matters,
  listed,
})

function nextOf(leaders: readonly SearchKey[]): SearchKey | null {
  const last = leaders[GROUPS_PER_PAGE - 1]
  return leaders.length > GROUPS_PER_PAGE && last
    ? { tier: last.tier, rank: last.rank, day: last.day, id: last.id }
    : null
}

/** The names of all that the page speaks of, in one question. */
function namesFor(
  { services, lang }: Search,
  selection: Selection,
  facets: readonly FacetCount[],
  found: readonly FoundDocument[],
): Promise<Named[]> {
  const among = (field: FacetCount['field']) =>
    facets.filter((facet) => facet.field === field).map(({ value }) => value)
  const chosen = (value: string | null) => (value === null ? [] : [value])
  const institutions = [...among('institution'), ...found.flatMap(({ institutionId }) => chosen(institutionId))]
  return listNames(services.db, lang, {
    slugs: chosen(selection.institution),
    institutions: [...new Set(institutions)],
    topics: [...new Set([...among('topic'), ...chosen(selection.topic)])],
    places: [...new Set([...among('place'), ...chosen(selection.place)])],
    matters: chosen(selection.matter),
  })
}
