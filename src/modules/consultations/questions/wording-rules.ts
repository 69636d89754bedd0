import { shownLabel } from '#platform/texts/node-rules.ts'
import type { ShownNode, TextNode } from '#platform/texts/shown-tree-rules.ts'

/** Up to here a whole article stands in the form to be written differently; of a longer one a part is chosen first. */
export const MOST_TO_REWRITE = 1500
/** As long as the exact words may be that a comment speaks about. */
const MOST_OF_PART = 1000
const MOST_PARTS = 30
const AROUND = 32

type Words = Pick<TextNode, 'kind' | 'label' | 'heading' | 'body'>

const lineOf = (label: string | null, { heading, body }: { heading: string | null; body: string }): string =>
  [label, heading, body].filter(Boolean).join(' ')

/** An article as it stands in the form: each point on a line of its own. Its own name is not up for change. */
export const wordsToRewrite = (article: ShownNode): string =>
  [article.body, ...beneath(article).map((node) => lineOf(node.label, node))].filter(Boolean).join('\n')

/** The same of nodes as they are kept. */
export const wordsOfVersion = ([first, ...rest]: readonly Words[]): string =>
  [first?.body ?? '', ...rest.map((node) => lineOf(shownLabel(node), node))].filter(Boolean).join('\n')

const beneath = (node: ShownNode): ShownNode[] => node.children.flatMap((child) => [child, ...beneath(child)])

/** White space alone is no proposal. */
export const isSameWording = (one: string, other: string): boolean => fold(one) === fold(other)

const fold = (words: string): string => words.normalize('NFC').replace(/\s+/g, ' ').trim()

export type Part = { label: string | null; quote: string; prefix: string; suffix: string }

/** The parts of a long article that can be chosen: its points, as exact words with a little of what stands around them. */
export function partsOf(article: ShownNode): Part[] {
  const whole = run(article)
  const parts: Part[] = []
  let from = 0
  for (const { label, words } of [ownPart(article), ...article.children.map(partOfChild)]) {
    const start = words === '' ? -1 : whole.indexOf(words, from)
    if (start < 0) continue
    const end = start + words.length
    from = end
    if (words.length > MOST_OF_PART) continue
    const [prefix, suffix] = [whole.slice(Math.max(0, start - AROUND), start), whole.slice(end, end + AROUND)]
    parts.push({ label, quote: words, prefix, suffix })
  }
  return parts.slice(0, MOST_PARTS)
}

const ownPart = ({ body }: ShownNode) => ({ label: null, words: body })
const partOfChild = (child: ShownNode) => ({ label: child.label, words: run(child) })

/** As quotations are sought: see `wordsOfNodes`. */
const run = (node: ShownNode): string =>
  [node.body, ...beneath(node).flatMap((one) => [one.label ?? '', one.heading ?? '', one.body])]
    .filter((words) => words !== '')
    .join(' ')
