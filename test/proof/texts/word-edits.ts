import {
  articlesOf,
  countAllWords,
  countWords,
  divisionsOf,
  itemsOf,
  mark,
  newItem,
  numberItems,
  parentOf,
  putAfter,
  someOf,
  standsIn,
  takeOut,
  type Redraft,
} from './tree-edits.ts'
import { allBeneath, newTokens, type Tracked } from './tracked.ts'
import { HEADINGS, joined, otherType, reworded, SENTENCES, sentencesOf, withClause, type Weight } from './wording.ts'

/** Edits of words, within the node in which they stand. */

export const rewording =
  (weight: Weight) =>
  ({ root, random }: Redraft, share: number): void => {
    for (const item of someOf(
      itemsOf(root).filter((one) => countWords(one.body) >= 4),
      share,
      random,
    )) {
      item.body = reworded(item.body, weight, random)
      mark(`reworded ${weight}`, item)
    }
  }

export function insertClauses({ root, random }: Redraft, share: number): void {
  for (const item of someOf(itemsOf(root), share, random)) {
    const sentences = sentencesOf(item.body)
    const addsSentence = random.below(2) === 0
    item.body = addsSentence ? joined([...sentences, newTokens(random.of(SENTENCES))]) : withClause(item.body, random)
    mark('clause or sentence put in', item)
  }
}

export function dropSentences({ root, random }: Redraft, share: number): void {
  const long = itemsOf(root).filter((item) => sentencesOf(item.body).length > 1)
  for (const item of someOf(long, share, random)) {
    const sentences = sentencesOf(item.body)
    item.body = joined(sentences.toSpliced(random.below(sentences.length), 1))
    mark('sentence taken out', item)
  }
}

export function reorderSentences({ root, random }: Redraft, share: number): void {
  const long = itemsOf(root).filter((item) => sentencesOf(item.body).length > 1)
  for (const item of someOf(long, share, random)) {
    const sentences = sentencesOf(item.body)
    const [moved = []] = sentences.splice(random.below(sentences.length), 1)
    sentences.splice(random.below(sentences.length + 1), 0, moved)
    item.body = joined(sentences)
    mark('sentences reordered', item)
  }
}

export function typeOtherwise({ root, random }: Redraft, share: number): void {
  for (const node of someOf(allBeneath(root), share, random)) {
    node.body = otherType(node.body, random)
    if (node.heading) node.heading = otherType(node.heading, random)
    mark('typed otherwise', node)
  }
}

const headed = (root: Tracked): Tracked[] => allBeneath(root).filter((node) => node.heading !== null)

export function rewordHeadings({ root, random }: Redraft, share: number): void {
  for (const node of someOf(headed(root), share, random)) {
    node.heading = random.below(3) > 0 ? reworded(node.heading ?? [], 'medium', random) : newTokens(random.of(HEADINGS))
    mark('heading reworded', node)
  }
}

/** Two articles that stand near each other exchange their headings, and nothing else. */
export function swapHeadings({ root, random }: Redraft, share: number): void {
  for (const division of divisionsOf(root)) {
    const articles = division.children.filter((node) => node.kind === 'article' && countAllWords(node) >= 20)
    const at = random.below(Math.max(1, articles.length - 1))
    const [one, other] = [articles[at], articles[at + 1]]
    if (!one || !other || random.below(100) >= share * 300) continue
    ;[one.heading, other.heading] = [other.heading, one.heading]
    mark('headings swapped', one, other)
  }
}

/** The article is repealed and keeps its number. */
export function repeal({ root, random }: Redraft, share: number): void {
  for (const article of someOf(articlesOf(root), share, random)) {
    article.children = [newItem(undefined, random.of(['Shfuqizuar.', 'Shfuqizohet.', '(Shfuqizuar)']))]
    article.body = []
    mark('repealed', article)
  }
}

/** The same sentence is put into many articles, as drafters do with sanctions and appeals. */
export function repeatSentence({ root, random }: Redraft, share: number): void {
  const words = random.of(SENTENCES)
  for (const article of someOf(articlesOf(root), share, random)) {
    const last = article.children.at(-1)
    article.children.push(newItem(last, words))
    numberItems(article)
    mark('boilerplate repeated', article)
  }
}

/** Sentences of one point become points. */
export function splitPoints({ root, random }: Redraft, share: number): void {
  const long = itemsOf(root).filter(
    (item) => item.children.length === 0 && sentencesOf(item.body).filter((one) => countWords(one) >= 6).length > 1,
  )
  for (const item of someOf(long, share, random)) {
    const sentences = sentencesOf(item.body)
    const at = 1 + random.below(sentences.length - 1)
    item.body = joined(sentences.slice(0, at))
    const second = newItem(item, '')
    second.body = joined(sentences.slice(at))
    second.from = [...item.from]
    putAfter(root, item, second)
    numberItems(parentOf(root, item))
    mark('point split', item, second)
  }
}

export function mergePoints({ root, random }: Redraft, share: number): void {
  for (const item of someOf(itemsOf(root), share, random)) {
    if (!standsIn(root, item)) continue
    const parent = parentOf(root, item)
    const next = parent.children[parent.children.indexOf(item) + 1]
    if (!next || next.kind !== item.kind || item.children.length + next.children.length > 0) continue
    item.body = joined([item.body, next.body])
    item.from.push(...next.from)
    takeOut(root, next)
    numberItems(parent)
    mark('points merged', item)
  }
}
