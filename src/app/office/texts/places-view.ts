import type { Official } from '#platform/auth/visitor.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { listOpenPlaces, type StoredPlace } from '#platform/texts/anchor-queries.ts'
import { ownWords } from '#platform/texts/compare/version-index-rules.ts'
import type { DescribedAnchor, TextHolder } from '#platform/texts/text-holder.ts'
import { listNodes, type TextNode, type TextVersion } from '#platform/texts/text-queries.ts'
import { nodeNames } from './node-name-rules.ts'
import { viewHead, type TextHead } from './text-view.ts'
import { roomTexts } from './texts.ts'

const PAGE = 50

export type OpenPlace = StoredPlace & {
  what: DescribedAnchor | null
  name: string | null
  excerpt: string
}

export type PlacesView = TextHead & {
  version: TextVersion
  items: OpenPlace[]
  articles: { value: string; label: string }[]
  next: string | null
  paged: boolean
}

/** What was said about earlier versions and has no sure place in the newest; null where there is only one version. */
export async function viewPlaces(
  services: Services,
  holder: TextHolder,
  official: Official,
  lang: Lang,
  { id, after }: { id: string; after: string | null },
): Promise<PlacesView | null> {
  const { db } = services
  const head = await viewHead(services, holder, official, lang, id)
  const version = head?.published
  if (!head || !version || version.basedOn === null) return null
  const [places, nodes] = await Promise.all([
    listOpenPlaces(db, version.id, after, PAGE + 1),
    listNodes(db, version.id),
  ])
  const page = places.slice(0, PAGE)
  const subjects = page.map(({ subject }) => subject)
  const described = subjects.length === 0 ? [] : await holder.describeAnchors(db, lang, subjects)
  const what = new Map(described.map((one) => [one.subject, one]))
  const names = nodeNames(nodes, roomTexts(lang).parts)
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  return {
    ...head,
    version,
    items: page.map((place) => ({
      ...place,
      what: what.get(place.subject) ?? null,
      name: place.nodeId && (names.get(place.nodeId) ?? null),
      excerpt: excerptOf(place.nodeId === null ? undefined : byId.get(place.nodeId)),
    })),
    articles: articlesOf(nodes, names),
    next: places.length > PAGE ? (page.at(-1)?.subject ?? null) : null,
    paged: after !== null,
  }
}

const excerptOf = (node: TextNode | undefined): string => (node ? [...ownWords(node)].slice(0, 160).join('') : '')

const articlesOf = (nodes: TextNode[], names: Map<string, string>): PlacesView['articles'] =>
  nodes
    .filter(({ kind }) => kind === 'article')
    .map(({ nodeId, heading }) => ({
      value: nodeId,
      label: [names.get(nodeId) ?? nodeId, heading].filter(Boolean).join(' – '),
    }))
