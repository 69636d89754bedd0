import type { Random } from '../../random.ts'
import { allBeneath, blank, isWord, newTokens, withBeneath, type Token, type Tracked } from './tracked.ts'

/** What every kind of edit needs: choosing, taking out, putting in, numbering. */

export type Redraft = { root: Tracked; random: Random }

export const articlesOf = (root: Tracked): Tracked[] => allBeneath(root).filter((node) => node.kind === 'article')

const LEAVES: readonly Tracked['kind'][] = ['point', 'letter', 'paragraph']

export const isItem = (node: Tracked): boolean => LEAVES.includes(node.kind)

/** Points, letters and paragraphs of articles. */
export const itemsOf = (root: Tracked): Tracked[] =>
  articlesOf(root)
    .flatMap(allBeneath)
    .filter((node) => isItem(node) && countWords(node.body) > 0)

export const countWords = (tokens: readonly Token[]): number => tokens.filter(isWord).length

export const countAllWords = (node: Tracked): number =>
  withBeneath(node).reduce((sum, one) => sum + countWords(one.body) + countWords(one.heading ?? []), 0)

export const divisionsOf = (root: Tracked): Tracked[] =>
  withBeneath(root).filter((node) => node.children.some((child) => child.kind === 'article'))

/** Some of them, at least one if there are any; none twice. */
export function someOf<T>(list: readonly T[], share: number, random: Random): T[] {
  const wanted = Math.min(list.length, Math.max(1, Math.round(list.length * share)))
  const left = [...list]
  return Array.from({ length: wanted }, () => left.splice(random.below(left.length), 1)).flat()
}

export function parentOf(root: Tracked, node: Tracked): Tracked {
  const found = parentWithin(root, node)
  if (!found) throw new Error('a node that stands nowhere')
  return found
}

function parentWithin(above: Tracked, node: Tracked): Tracked | null {
  if (above.children.includes(node)) return above
  for (const child of above.children) {
    const found = child.children.length > 0 ? parentWithin(child, node) : null
    if (found) return found
  }
  return null
}

export const standsIn = (root: Tracked, node: Tracked): boolean => node === root || parentWithin(root, node) !== null

export function takeOut(root: Tracked, node: Tracked): Tracked {
  const parent = parentOf(root, node)
  parent.children.splice(parent.children.indexOf(node), 1)
  return parent
}

export function putAfter(root: Tracked, before: Tracked, ...nodes: Tracked[]): void {
  const parent = parentOf(root, before)
  parent.children.splice(parent.children.indexOf(before) + 1, 0, ...nodes)
}

export function mark(name: string, ...nodes: (Tracked | undefined)[]): void {
  for (const node of nodes) node?.by.add(name)
}

const ALBANIAN = 'a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v x xh y z zh'.split(' ')

/** Points and letters beneath are counted anew, each list in its own manner. */
export function numberItems(parent: Tracked): void {
  const points = parent.children.filter((child) => child.kind === 'point' && /^\d+$/.test(child.label ?? '1'))
  const letters = parent.children.filter((child) => child.kind === 'letter' && ALBANIAN.includes(child.label ?? 'a'))
  points.forEach((point, at) => (point.label = String(at + 1)))
  letters.forEach((letter, at) => (letter.label = ALBANIAN[at] ?? letter.label))
}

export function newItem(like: Tracked | undefined, words: string): Tracked {
  const kind = like && isItem(like) ? like.kind : 'paragraph'
  return blank(kind, kind === 'paragraph' ? null : '1', null, newTokens(words))
}

const NAMED = /^nen(?:i|in|it|et|eve|ve)$/

/**
 * All articles from 1 on; where another article is spoken of by its number, the number follows, as a careful office does
 * it.
 */
export function numberArticles(root: Tracked, first = 1): void {
  const now = new Map<string, string>()
  articlesOf(root).forEach((article, at) => {
    const label = String(first + at)
    if (article.label !== null && article.from.length > 0 && !now.has(article.label)) now.set(article.label, label)
    article.label = label
  })
  for (const node of allBeneath(root)) node.body = node.body.flatMap((token, at) => referred(node.body, token, at, now))
}

function referred(body: readonly Token[], token: Token, at: number, now: Map<string, string>): Token[] {
  const label = now.get(token.words)
  if (label === undefined || label === token.words || !/^\d+$/.test(token.words)) return [token]
  return body[at - 1]?.words === ' ' && NAMED.test(body[at - 2]?.words ?? '') ? newTokens(label) : [token]
}
