import {
  articlesOf,
  countAllWords,
  divisionsOf,
  isItem,
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
import { allBeneath, blank, newTokens, NEW, withBeneath, type Tracked } from './tracked.ts'
import { HEADINGS, reworded, SENTENCES } from './wording.ts'

/** Edits that put in, take out and move. */

function newArticle({ random }: Redraft, like: Tracked): Tracked {
  const article = blank('article', '0', like.heading && newTokens(random.of(HEADINGS)), [])
  const count = 1 + random.below(4)
  const kind = like.children.find(isItem)
  const sentences = someOf(SENTENCES, count / SENTENCES.length, random)
  article.children = sentences.map((words) => newItem(kind?.kind === 'letter' ? undefined : kind, words))
  numberItems(article)
  return article
}

/** `39/1` after 39, as an amending law does it; whoever numbers everything anew does so afterwards. */
function besideLabel(root: Tracked, label: string | null): string {
  const used = new Set(articlesOf(root).map((article) => article.label))
  const bare = label ?? '1'
  for (let n = 1; ; n++) if (!used.has(`${bare}/${n}`)) return `${bare}/${n}`
}

export function insertArticles(redraft: Redraft, share: number): void {
  const { root, random } = redraft
  for (const before of someOf(articlesOf(root), share, random)) {
    const article = newArticle(redraft, before)
    article.label = besideLabel(root, before.label)
    putAfter(root, before, article)
    mark('article put in', ...withBeneath(article))
  }
}

/** A new article made from a copy of another, which stays: the copy is new. */
export function copyArticles(redraft: Redraft, share: number): void {
  const { root, random } = redraft
  const long = articlesOf(root).filter((article) => countAllWords(article) >= 25)
  for (const before of someOf(long, share, random)) {
    const copy = copied(before, redraft)
    copy.label = besideLabel(root, before.label)
    putAfter(root, before, copy)
    mark('article copied and changed', ...withBeneath(copy))
  }
}

function copied(node: Tracked, redraft: Redraft): Tracked {
  const { random } = redraft
  const anew = (tokens: Tracked['body']) => reworded(tokens, 'medium', random).map((one) => ({ ...one, origin: NEW }))
  const copy = blank(node.kind, node.label, node.heading && anew(node.heading), anew(node.body))
  copy.children = node.children.map((child) => copied(child, redraft))
  return copy
}

export function insertPoints({ root, random }: Redraft, share: number): void {
  for (const before of someOf(itemsOf(root), share, random)) {
    const item = newItem(before, random.of(SENTENCES))
    putAfter(root, before, item)
    numberItems(parentOf(root, before))
    mark('point put in', item)
  }
}

export function deleteArticles({ root, random }: Redraft, share: number): void {
  for (const article of someOf(articlesOf(root), share, random)) takeOut(root, article)
}

export function deletePoints({ root, random }: Redraft, share: number): void {
  for (const item of someOf(itemsOf(root), share, random)) {
    if (standsIn(root, item)) numberItems(takeOut(root, item))
  }
}

/** The second half of an article becomes one of its own; the first keeps number and heading. */
export function splitArticles({ root, random }: Redraft, share: number): void {
  const long = articlesOf(root).filter((article) => article.children.length > 1)
  for (const article of someOf(long, share, random)) {
    const at = 1 + random.below(article.children.length - 1)
    const second = blank('article', besideLabel(root, article.label), null, [])
    second.heading = article.heading && newTokens(random.of(HEADINGS))
    second.children = article.children.splice(at)
    second.from = [...article.from]
    putAfter(root, article, second)
    numberItems(second)
    mark('article split', article, second, ...second.children)
  }
}

/** An article takes up the one after it. */
export function mergeArticles({ root, random }: Redraft, share: number): void {
  for (const article of someOf(articlesOf(root), share, random)) {
    if (!standsIn(root, article)) continue
    const siblings = parentOf(root, article).children
    const next = siblings[siblings.indexOf(article) + 1]
    if (next?.kind !== 'article') continue
    takeOut(root, next)
    article.children.push(...next.children)
    article.from.push(...next.from)
    numberItems(article)
    mark('articles merged', article, ...next.children)
  }
}

export function moveArticlesWithin({ root, random }: Redraft, share: number): void {
  for (const article of someOf(articlesOf(root), share, random)) {
    const others = parentOf(root, article).children.filter((node) => node.kind === 'article' && node !== article)
    if (others.length === 0) continue
    takeOut(root, article)
    putAfter(root, random.of(others), article)
    mark('article moved within its chapter', article)
  }
}

export function moveArticlesAway({ root, random }: Redraft, share: number): void {
  for (const article of someOf(articlesOf(root), share, random)) {
    const others = divisionsOf(root).filter((division) => !division.children.includes(article))
    if (others.length === 0) continue
    takeOut(root, article)
    const articles = random.of(others).children.filter((node) => node.kind === 'article')
    putAfter(root, random.of(articles), article)
    mark('article moved to another chapter', article)
  }
}

export function movePoints({ root, random }: Redraft, share: number): void {
  for (const item of someOf(itemsOf(root), share, random)) {
    const home = parentOf(root, item)
    if (home.kind !== 'article' || home.children.length < 2) continue
    const alike = (node: Tracked) => node.kind === item.kind
    const homes = articlesOf(root).filter((article) => article !== home && article.children.some(alike))
    if (homes.length === 0) continue
    const away = random.of(homes)
    takeOut(root, item)
    putAfter(root, random.of(away.children.filter(alike)), item)
    numberItems(home)
    numberItems(away)
    mark('point moved to another article', item)
  }
}

export function reorderPoints({ root, random }: Redraft, share: number): void {
  const parents = allBeneath(root).filter((node) => node.children.filter(isItem).length > 1)
  for (const parent of someOf(parents, share, random)) {
    const item = random.of(parent.children.filter(isItem))
    parent.children.splice(parent.children.indexOf(item), 1)
    parent.children.splice(random.below(parent.children.length + 1), 0, item)
    numberItems(parent)
    mark('points reordered', item)
  }
}
