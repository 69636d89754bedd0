import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { OfficeTile } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { findAct, type Act } from '../act-queries.ts'
import { forceOn } from '../act-rules.ts'
import { actPermissions as may } from '../permissions.ts'
import {
  countDoubts,
  listActChoices,
  listDoubts,
  listRelationLines,
  type ActChoice,
  type DoubtLine,
  type RelationLine,
} from './relation-queries.ts'
import {
  findPlan,
  findPlainText,
  listChangesOf,
  listNewestNodes,
  listStates,
  type ChangeOf,
  type CitingNode,
} from './state-queries.ts'
import { correctedFrom, lackingOn, stateOn, wordsOn, type StatePlan, type TextState } from './state-rules.ts'
import { relationTexts } from './texts.ts'
import { relationUrls as urls } from './urls.ts'

const MOST_CHOICES = 10
const PAGE = 50

type Line = RelationLine & { own: boolean }

export type RelationsView = {
  act: Act
  doubts: Line[]
  own: Line[]
  others: Line[]
  words: string
  choices: ActChoice[]
  mayWrite: boolean
}

/** Null: there is none that this official may read. `words`: by what the other act is looked for. */
export async function viewRelations(
  { db }: Services,
  official: Official,
  id: string,
  words: string,
): Promise<RelationsView | null> {
  const act = await readable({ db }, official, id)
  if (!act) return null
  const asked = words.trim().slice(0, 100)
  const [lines, choices] = await Promise.all([
    listRelationLines(db, id),
    asked.length < 1 ? [] : listActChoices(db, wishOf(act, asked), MOST_CHOICES),
  ])
  const standing = lines.filter(({ state }) => state === 'standing')
  return {
    act,
    doubts: lines.filter((one) => one.state === 'doubt' && one.own),
    own: standing.filter((one) => one.own !== one.passive),
    others: standing.filter((one) => one.own === one.passive),
    words: asked,
    choices,
    mayWrite: mayIn(official, may['acts.write'], act.institutionId),
  }
}

/** `12`, `12/2025`, or words of a title. */
function wishOf({ id, institutionId }: Act, words: string) {
  const [, number, year] = /^(?:nr\.?\s*)?(\d{1,6})(?:\s*\/\s*(\d{4}))?$/i.exec(words) ?? []
  const asNumber = number === undefined ? null : Number(number)
  return { institutionId, notId: id, words, number: asNumber, year: year === undefined ? null : Number(year) }
}

async function readable({ db }: Pick<Services, 'db'>, official: Official, id: string): Promise<Act | null> {
  const act = isUuid(id) ? await findAct(db, id) : null
  return act && mayIn(official, may['acts.read'], act.institutionId) ? act : null
}

/** An article of the act that changes, beside the one that it changes. */
export type ChangeBeside = { change: ChangeOf; amending: Article[]; amended: Article[] }
export type Article = { label: string; words: string }

export type StatesView = {
  act: Act
  states: (TextState & { note: string | null })[]
  /** The version whose words hold today. */
  now: string | null
  lacking: ChangeOf[]
  /** Not carried out yet, in force or not. */
  open: ChangeOf[]
  plan: StatePlan | null
  correctedFrom: string | null
  beside: ChangeBeside[]
  mayDecide: boolean
}

export async function viewStates(services: Services, official: Official, id: string): Promise<StatesView | null> {
  const { db, clock } = services
  const act = await readable(services, official, id)
  if (!act) return null
  const [states, changes, plan] = await Promise.all([listStates(db, id), listChangesOf(db, id), findPlan(db, id)])
  const today = civilDateIn(act.zone, clock.now())
  const now = stateOn(today, act, states)
  const open = changes.filter(({ carriedOutIn }) => carriedOutIn === null)
  const isEnded = forceOn(today, act) === 'repealed'
  return {
    act,
    states,
    now: now?.versionId ?? null,
    lacking: isEnded ? [] : lackingOn(today, now ?? wordsOn(today, states), states, changes),
    open,
    plan,
    correctedFrom: correctedFrom(states, act),
    beside: await besideOf(services, act, plan ? open.filter((one) => plan.relationIds.includes(one.id)) : open),
    mayDecide: mayIn(official, may['acts.decide'], act.institutionId),
  }
}

async function besideOf({ db }: Services, act: Act, changes: readonly ChangeOf[]): Promise<ChangeBeside[]> {
  if (act.textId === null || changes.length === 0) return []
  const own = await listNewestNodes(db, act.textId)
  const sources = new Map<string, CitingNode[]>()
  for (const sourceId of new Set(changes.flatMap((one) => one.sourceId ?? []))) {
    const source = await findAct(db, sourceId)
    const nodes = source?.textId ? await listNewestNodes(db, source.textId) : []
    const plain = nodes.length > 0 ? null : await findPlainText(db, sourceId)
    sources.set(sourceId, plain === null ? nodes : [wholeOf(plain)])
  }
  return changes.map((change) => ({
    change,
    amending: articlesOf(sources.get(change.sourceId ?? '') ?? [], change.byArticles),
    amended: change.ofArticles === null ? [] : articlesOf(own, change.ofArticles),
  }))
}

const wholeOf = (plain: string): CitingNode => ({
  id: '',
  parentId: null,
  kind: 'article',
  label: null,
  body: plain.slice(0, 5000),
})

/** The articles with these labels, with all that stands beneath them; all where no label is known. */
function articlesOf(nodes: readonly CitingNode[], labels: string | null): Article[] {
  const wanted = labels?.match(/[\p{L}\d/]+/gu)
  const children = Map.groupBy(nodes, ({ parentId }) => parentId)
  const wordsOf = (node: CitingNode): string[] => [
    [node.kind === 'article' ? null : node.label, node.body].filter(Boolean).join(' '),
    ...(children.get(node.id) ?? []).flatMap(wordsOf),
  ]
  return nodes
    .filter(({ kind, label }) => kind === 'article' && (!wanted || label === null || wanted.includes(label)))
    .slice(0, 20)
    .map((node) => ({ label: node.label ?? '', words: wordsOf(node).filter(Boolean).join('\n').slice(0, 4000) }))
}

/** Relations that wait for somebody to confirm them. */
export async function relationTiles({ db }: Services, official: Official, lang: Lang): Promise<OfficeTile[]> {
  const institutions = institutionsWhere(official, may['acts.write'])
  if (institutions?.length === 0) return []
  const count = await countDoubts(db, institutions)
  return count === 0 ? [] : [{ title: relationTexts(lang).allDoubts, count, href: inLanguage(lang, urls.doubts()) }]
}

export type DoubtsView = { lines: DoubtLine[]; after: string | null; paged: boolean }

/** Relations that nobody has confirmed, of all acts that this official may read. */
export async function viewDoubts({ db }: Services, official: Official, after: string | undefined): Promise<DoubtsView> {
  const key = after !== undefined && isUuid(after) ? after : null
  const found = await listDoubts(db, institutionsWhere(official, may['acts.read']), key, PAGE + 1)
  const lines = found.slice(0, PAGE)
  return { lines, after: found.length > PAGE ? (lines.at(-1)?.id ?? null) : null, paged: key !== null }
}
