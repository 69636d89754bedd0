import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { articleDigest } from '#platform/texts/article-digest-rules.ts'
import { publishedText } from '#platform/texts/published-text-view.ts'
import { articlesOf, treeOf, type ShownNode } from '#platform/texts/shown-tree-rules.ts'
import type { TextNode } from '#platform/texts/text-queries.ts'
import { textOn, viewActBase, type ActBase } from './act-base-view.ts'
import { listArticleNodes, listEffectsOnAct, type EffectOnAct } from './article-queries.ts'
import { listPublicAmendments, type PublicAmendment, type PublicState } from './beside-queries.ts'

/** How an article stands in one state of the text. */
export type ArticleState = PublicState & {
  from: string | null
  to: string | null
  /** Null: it is not in this state. */
  node: ShownNode | null
  /** Word for word as in the state before it. */
  same: boolean
  /** The number of the state before it in which it stands. */
  before: number | null
  today: boolean
}

export type ActArticleView = ActBase & {
  /** As it stands today, else as it stood last. */
  article: ShownNode
  /** Newest first. */
  history: readonly ArticleState[]
  because: readonly EffectOnAct[]
  amendments: readonly PublicAmendment[]
  previous: ShownNode | null
  next: ShownNode | null
}

/** One article in all states of the text, with what people said about the draft that shaped it. */
export async function viewActArticle(
  services: Services,
  lang: Lang,
  slug: string,
  nodeId: string,
): Promise<ActArticleView | null> {
  const { db, clock } = services
  const base = await viewActBase(services, lang, slug)
  if (!base || base.states.length === 0) return null
  const ids = base.states.map(({ versionId }) => versionId)
  const rows = await listArticleNodes(db, ids, nodeId)
  const { state } = textOn(base.today, base)
  const history = historyOf(base, rows, state?.versionId ?? null)
  const article = (history.find(({ today, node }) => today && node) ?? history.find(({ node }) => node))?.node
  if (!article) return null
  const nodeIds = [...new Set(rows.map((row) => row.nodeId))]
  const { paperRef, id } = base.act
  const [because, amendments, { tree }] = await Promise.all([
    paperRef === null ? [] : listEffectsOnAct(db, paperRef, nodeIds),
    listPublicAmendments(db, id),
    publishedText(db, state?.versionId ?? null, clock.now()),
  ])
  const articles = articlesOf(tree)
  const place = articles.findIndex((one) => one.nodeId === nodeId)
  return {
    ...base,
    article,
    history,
    because,
    amendments: amendments.filter((one) => one.nodeIds.some((node) => nodeIds.includes(node))),
    previous: place > 0 ? (articles[place - 1] ?? null) : null,
    next: place >= 0 ? (articles[place + 1] ?? null) : null,
  }
}

function historyOf({ states, held }: ActBase, rows: readonly TextNode[], todayId: string | null): ArticleState[] {
  const of = Map.groupBy(rows, (row) => row.versionId)
  const days = new Map(held.map((one) => [one.versionId, one]))
  let before: { n: number; digest: string } | null = null
  const history: ArticleState[] = []
  for (const state of states) {
    const nodes = of.get(state.versionId) ?? []
    const digest = nodes.length === 0 ? '' : articleDigest(nodes)
    const [node = null] = treeOf(nodes)
    history.push({
      ...state,
      from: days.get(state.versionId)?.from ?? null,
      to: days.get(state.versionId)?.to ?? null,
      node,
      same: before !== null && before.digest === digest,
      before: before?.n ?? null,
      today: state.versionId === todayId,
    })
    if (node) before = { n: state.n, digest }
  }
  return history.toReversed()
}
