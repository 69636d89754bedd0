import { anchorOf, isDivision } from '#platform/texts/shown-tree-rules.ts'
import type { NodeKind } from '#platform/texts/text-rules.ts'
import { versionUrls } from '#platform/texts/version-address-rules.ts'

/** What became of a place in a version. */
export const EFFECT_CHANGES = ['new', 'reworded', 'split', 'merged', 'moved', 'gone'] as const
export type EffectChange = (typeof EFFECT_CHANGES)[number]

/** A node of a text as it is called: `Neni 7`, `pika 2`. */
export type NamedNode = { nodeId: string; kind: NodeKind; label: string | null }

/** A place with all that stands above it, the uppermost first and itself last. */
export type Chain = readonly NamedNode[]

/** From the article on; where there is none, from the last division or whatever stands alone. */
export function placeOf(chain: Chain): Chain {
  const article = chain.findLastIndex(({ kind }) => kind === 'article')
  if (article >= 0) return chain.slice(article)
  const division = chain.findLastIndex(isDivision)
  return chain.slice(Math.max(0, division))
}

/** `Neni 7, pika 2, shkronja b`, in the language of the page. */
export function placeWords(chain: Chain, kinds: Readonly<Record<NodeKind, string>>): string {
  const names = placeOf(chain).map(({ kind, label }) =>
    [kinds[kind], label?.replace(/[.)]$/, '')].filter(Boolean).join(' '),
  )
  return names.map((name, at) => (at === 0 ? name : name.charAt(0).toLowerCase() + name.slice(1))).join(', ')
}

type Place = {
  /** Address of the record that holds the text, without language. */
  record: string
  n: number
  /** The version that it continues. */
  earlier: number | null
  chain: Chain
  gone: boolean
}

/** Where the words of a place are read: in its article; of what is gone, in the comparison with the version before. */
export function placeHref({ record, n, earlier, chain, gone }: Place): string {
  const [head] = placeOf(chain)
  const own = chain.at(-1)
  if (!head || !own) return versionUrls.one(record, n)
  if (gone && earlier !== null) return versionUrls.comparison(record, { later: n, earlier, node: own.nodeId })
  if (isDivision(head)) return `${versionUrls.one(record, n)}#${anchorOf(own.nodeId)}`
  const article = versionUrls.article(record, n, head.nodeId)
  return own === head ? article : `${article}#${anchorOf(own.nodeId)}`
}
