import { articlesOf, type ShownNode } from '../shown-tree-rules.ts'
import { piecesOf, referencesIn } from './reference-rules.ts'
import { resolverOf, type CitedNode } from './resolve-rules.ts'

/** A run of a node's body, in UTF-16 units, that leads to another place of the same text. */
type TextLink = { start: number; end: number; href: string }
type ReferenceLinks = {
  (node: { id: string; body: string }): readonly TextLink[]
  /** Where the page shows the whole text: the anchors that its own words lead to. */
  reached?: ReadonlySet<string>
}

/** Where a citation leads: the article, or null outside articles, and in it the node. */
type CitedPlace = { articleId: string | null; nodeId: string; anchor: string }

type Address = (place: CitedPlace) => string | null

const made = new WeakMap<readonly ShownNode[], Map<string, ReferenceLinks>>()

/**
 * What the words of a shown text refer to within it: the prop `references` of `ArticleText`. `tree`: the whole version,
 * also where only a part of it is shown. `key` says which addresses these are: for the same tree and key the same function
 * is given, which lets the page keep what it has put into HTML.
 */
function referenceLinks(tree: readonly ShownNode[], key: string, address: Address): ReferenceLinks {
  const byKey = made.get(tree) ?? new Map<string, ReferenceLinks>()
  const known = byKey.get(key)
  if (known) return known
  const links = makeLinks(tree, address)
  made.set(tree, byKey.set(key, links))
  return links
}

/**
 * For a page that shows the whole text: every citation leads to its place on the same page. Points that no word leads to
 * need no anchor there (the article's own page has them all): their random ids are what compresses worst on that page.
 */
export function linksOnPage(tree: readonly ShownNode[]): ReferenceLinks {
  const links = referenceLinks(tree, '#', (place) => `#${place.anchor}`)
  links.reached ??= new Set(allOf(tree).flatMap((node) => links(node).map(({ href }) => href.slice(1))))
  return links
}

const allOf = (nodes: readonly ShownNode[]): ShownNode[] => nodes.flatMap((node) => [node, ...allOf(node.children)])

/** For a page that shows a part of it: to the article's own page. `key`: what parts these addresses from others. */
export const linksToArticles = (
  tree: readonly ShownNode[],
  key: string,
  article: (articleId: string) => string,
): ReferenceLinks =>
  referenceLinks(tree, key, ({ articleId, nodeId, anchor }) =>
    articleId === null ? null : articleId === nodeId ? article(articleId) : `${article(articleId)}#${anchor}`,
  )

function makeLinks(tree: readonly ShownNode[], address: Address): ReferenceLinks {
  let index: Places | null = null
  const byNode = new Map<string, readonly TextLink[]>()
  return (node) => {
    const known = byNode.get(node.id)
    if (known) return known
    index ??= placesOf(tree)
    const links = linksIn(index, node, address)
    byNode.set(node.id, links)
    return links
  }
}

type Places = { nodes: CitedNode[]; articleOf: Map<string, string>; anchors: Map<string, string> }

/** Labels of what is shown carry their sign (`ç)`); the resolver reads them all the same. */
function placesOf(tree: readonly ShownNode[]): Places {
  const places: Places = { nodes: [], articleOf: new Map(), anchors: new Map() }
  const walk = (nodes: readonly ShownNode[], parentId: string | null): void => {
    for (const { nodeId, kind, label, id, children } of nodes) {
      places.nodes.push({ nodeId, parentId, kind, label })
      places.anchors.set(nodeId, id)
      walk(children, nodeId)
    }
  }
  walk(tree, null)
  for (const article of articlesOf(tree)) walkIds(article, (id) => places.articleOf.set(id, article.nodeId))
  return places
}

function walkIds(node: ShownNode, each: (nodeId: string) => void): void {
  each(node.nodeId)
  for (const child of node.children) walkIds(child, each)
}

function linksIn(
  { nodes, articleOf, anchors }: Places,
  node: { id: string; body: string },
  address: Address,
): TextLink[] {
  const nodeId = node.id.slice(2)
  const resolver = resolverOf(nodes)
  return referencesIn(node.body).flatMap((reference) => {
    if (reference.external) return []
    return piecesOf(reference).flatMap((piece) => {
      const target = resolver.resolvePiece(nodeId, piece)
      // A link to where one stands helps nobody.
      if (target === null || target === nodeId) return []
      const href = address({
        articleId: articleOf.get(target) ?? null,
        nodeId: target,
        anchor: anchors.get(target) ?? '',
      })
      return href === null ? [] : [{ start: piece.start, end: piece.end, href }]
    })
  })
}
