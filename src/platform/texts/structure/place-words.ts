import type { Block } from './block-rules.ts'
import { itemFollows, readItems, type Item } from './item-rules.ts'
import { placeItem, type Level, type Placing } from './list-rules.ts'
import { addDoubt, addNode, appendToLast, isLast, kindOf, type Tree } from './tree-rules.ts'
import { endsSentence } from '../words-rules.ts'

/** The lists open in one article (or whatever else holds words). */
export type Lists = {
  container: number | null
  levels: Level[]
  /** The list that an unnumbered paragraph has interrupted. */
  interrupted: number | null
  /** The words placed last. */
  before: Block | null
}

export const newLists = (container: number | null): Lists => ({
  container,
  levels: [],
  interrupted: null,
  before: null,
})

/** The blocks to come before something else opens. Gathered only where they are needed. */
type Ahead = () => Block[]

const itemsAhead = (ahead: Ahead): Item[][] =>
  ahead()
    .map(itemsOf)
    .filter((items) => items.length > 0)

/** Places words as an item, a paragraph, a table, or as more words of the node before. */
export function placeWords(tree: Tree, lists: Lists, block: Block, ahead: Ahead): void {
  if (block.kind === 'table') placeTable(tree, lists, block)
  else if (block.kind === 'words' && placeAsItem(tree, lists, block, ahead)) lists.before = block
  else placeParagraph(tree, lists, block, ahead)
  lists.before = block
}

function placeTable(tree: Tree, lists: Lists, block: Block): void {
  const body = block.printed.replace(/[^\S\n\t]+/g, ' ').trim()
  const parent =
    lists.interrupted === null ? (lists.levels.at(-1)?.lastNode ?? lists.container) : parentOf(lists, lists.interrupted)
  const node = addNode(tree, { kind: 'table', parent, label: null, heading: null, body }, [block])
  addDoubt(tree, node, 'table', body)
}

const parentOf = (lists: Lists, level: number): number | null => lists.levels[level]?.parent ?? lists.container

const itemsOf = (block: Block): Item[] =>
  block.kind !== 'words'
    ? []
    : readItems(block.words).map((item) =>
        block.depth === null ? item : { ...item, form: `${item.form}@${block.depth}` },
      )

function placeAsItem(tree: Tree, lists: Lists, block: Block, ahead: Ahead): boolean {
  const readings = itemsOf(block)
  if (readings.length === 0) return false
  const { before } = lists
  const placing = placeItem(lists.levels, readings, {
    container: lists.container,
    interrupted: lists.interrupted,
    announced: before !== null && /:[”"»]?$/u.test(before.words),
    ended: before === null || endsSentence(before.words) || itemsOf(before).length > 0 || before.words.length < 60,
    automatic: block.number !== null,
    upcoming: () => itemsAhead(ahead),
  })
  if (!placing) return false
  const node = addItem(tree, lists, block, placing)
  if (placing.doubt) addDoubt(tree, node, placing.doubt, block.words)
  return true
}

const KINDS = {
  number: 'point',
  'capital-roman': 'point',
  upper: 'letter',
  lower: 'letter',
  roman: 'letter',
} as const

function addItem(tree: Tree, lists: Lists, block: Block, { item, keep, parent }: Placing): number {
  lists.levels.length = keep
  lists.interrupted = null
  const level = lists.levels.at(-1)
  const under = parent === undefined ? (level?.parent ?? null) : parent
  const node = addNode(
    tree,
    // A dash numbers nothing: it stays with the words, as printed.
    item.alphabet === 'dash'
      ? { kind: 'paragraph', parent: under, label: null, heading: null, body: block.words }
      : { kind: KINDS[item.alphabet], parent: under, label: item.label, heading: null, body: item.rest },
    [block],
  )
  if (parent === undefined && level) {
    Object.assign(level, { lastLabel: item.label, lastNode: node, form: item.form })
    level.labels.add(item.label)
  } else {
    const labels = new Set([item.label])
    lists.levels.push({
      alphabet: item.alphabet,
      form: item.form,
      parent: under,
      lastLabel: item.label,
      lastNode: node,
      labels,
    })
  }
  return node
}

/** Unnumbered words: of the point they follow, of the letter in whose list they stand, else a paragraph of its own. */
function placeParagraph(tree: Tree, lists: Lists, block: Block, ahead: Ahead): void {
  const owner = ownerOf(lists, block, ahead)
  if (isLast(tree, owner) && kindOf(tree, owner) !== 'table' && owner !== lists.container) {
    appendToLast(tree, block)
    return
  }
  addNode(tree, { kind: 'paragraph', parent: owner, label: null, heading: null, body: block.words }, [block])
}

function ownerOf(lists: Lists, block: Block, ahead: Ahead): number | null {
  if (lists.interrupted !== null) return parentOf(lists, lists.interrupted)
  const level = lists.levels.at(-1)
  if (!level) return lists.container
  if (level.alphabet === 'number' || level.alphabet === 'capital-roman' || block.kind === 'quoted')
    return level.lastNode
  if (goesOn(level, block, ahead)) return level.lastNode
  lists.interrupted = lists.levels.length - 1
  return level.parent
}

/** The list of letters goes on after these words, so they belong to the letter before. */
function goesOn(level: Level, block: Block, ahead: Ahead): boolean {
  if (block.words.endsWith(':')) return false
  const [next] = itemsAhead(ahead)
  return (
    next?.some((item) => item.form === level.form && itemFollows(item.alphabet, level.lastLabel, item.label)) ?? false
  )
}
