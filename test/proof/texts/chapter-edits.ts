import {
  divisionsOf,
  isItem,
  mark,
  newItem,
  numberItems,
  parentOf,
  putAfter,
  someOf,
  takeOut,
  type Redraft,
} from './tree-edits.ts'
import { allBeneath, blank, newTokens, type Tracked } from './tracked.ts'
import { HEADINGS, SENTENCES } from './wording.ts'

/** Edits of whole chapters, and of how things are numbered. */

const isChapter = (root: Tracked) => (node: Tracked) => node !== root

/** The second half of a chapter gets a chapter of its own. */
export function splitChapters({ root, random }: Redraft, share: number): void {
  const long = divisionsOf(root).filter((node) => isChapter(root)(node) && node.children.length > 3)
  for (const chapter of someOf(long, share, random)) {
    const at = 1 + random.below(chapter.children.length - 2)
    const second = blank(chapter.kind, `${chapter.label ?? 'I'}/1`, newTokens(random.of(HEADINGS).toUpperCase()), [])
    second.children = chapter.children.splice(at)
    second.from = [...chapter.from]
    putAfter(root, chapter, second)
    mark('chapter split', chapter, second)
  }
}

export function mergeChapters({ root, random }: Redraft, share: number): void {
  const chapters = divisionsOf(root).filter(isChapter(root))
  for (const chapter of someOf(chapters, share, random)) {
    const siblings = parentOfOrNull(root, chapter)?.children ?? []
    const next = siblings[siblings.indexOf(chapter) + 1]
    if (!next || next.kind !== chapter.kind || next.children.some((child) => child.kind !== 'article')) continue
    takeOut(root, next)
    chapter.children.push(...next.children)
    chapter.from.push(...next.from)
    mark('chapters merged', chapter)
  }
}

const parentOfOrNull = (root: Tracked, node: Tracked): Tracked | undefined =>
  [root, ...allBeneath(root)].find((one) => one.children.includes(node))

export function moveChapters({ root, random }: Redraft, share: number): void {
  const chapters = divisionsOf(root).filter(isChapter(root))
  for (const chapter of someOf(chapters, share, random)) {
    const parent = parentOf(root, chapter)
    const others = parent.children.filter((node) => node.kind === chapter.kind && node !== chapter)
    if (others.length === 0) continue
    takeOut(root, chapter)
    putAfter(root, random.of(others), chapter)
    mark('chapter moved', chapter)
  }
}

/** All articles of a chapter are written anew. The chapter keeps its heading. */
export function rewriteChapters({ root, random }: Redraft, share: number): void {
  const chapters = divisionsOf(root).filter((node) => isChapter(root)(node) && node.children.length > 2)
  for (const chapter of someOf(chapters, share, random)) {
    const labels = chapter.children.filter((node) => node.kind === 'article').map((node) => node.label)
    const count = 2 + random.below(chapter.children.length)
    chapter.children = Array.from({ length: count }, (_, at) => {
      const label = labels[at] ?? `${labels.at(-1) ?? '1'}/${at}`
      const article = blank('article', label, newTokens(random.of(HEADINGS)), [])
      article.children = someOf(SENTENCES, 0.2, random).map((words) => newItem(undefined, words))
      return article
    })
    mark('chapter rewritten', chapter, ...allBeneath(chapter))
  }
}

/** Paragraphs without numbers become points, or points lose their numbers. */
export function changeNumbering({ root, random }: Redraft, share: number): void {
  const articles = allBeneath(root).filter((node) => node.kind === 'article' && node.children.length > 1)
  for (const article of someOf(articles, share, random)) {
    const items = article.children.filter((child) => isItem(child) && child.children.length === 0)
    if (items.length < article.children.length || new Set(items.map((item) => item.kind)).size > 1) continue
    const kind = items[0]?.kind === 'paragraph' ? 'point' : 'paragraph'
    for (const item of items) {
      item.kind = kind
      item.label = kind === 'point' ? '1' : null
      mark('numbers given or taken', item)
    }
    numberItems(article)
  }
}
