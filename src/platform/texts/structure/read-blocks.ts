import type { Block, Blocks } from './block-rules.ts'
import { divisionFollows, divisionOrder, type DivisionOrder } from './division-rules.ts'
import { joinBrokenLines } from './join-lines.ts'
import { numberFollows } from './label-rules.ts'
import { DIVISION_KINDS, type DivisionWord } from './line-rules.ts'
import { newLists, placeWords, type Lists } from './place-words.ts'
import { readSteps, type Step } from './read-steps.ts'
import type { DoubtReason, ReadText } from '../text-rules.ts'
import { addAsides, addDoubt, addNode, appendToLast, emptyTree, isLast, type Tree } from './tree-rules.ts'

type Opening = Extract<Step, { kind: 'opening' }>
type Division = { node: number; word: DivisionWord | null; children: Map<string, string | null> }

/** What is open while the steps are gone through. */
type Reading = {
  tree: Tree
  order: DivisionOrder
  annex: number | null
  divisions: Division[]
  /** Labels of the divisions right under the root or the annex. */
  rootDivisions: Map<string, string | null>
  lists: Lists
  lastArticle: string | null
  articlesSeen: Set<string>
  /** Before the first opening; after the enacting line its items are points. */
  preamble: 'none' | 'open' | 'enacted'
}

/** Recognises the structure of a text and grows its tree. */
export function readBlocks({ asides, blocks }: Blocks, source: string[]): ReadText {
  const steps = readSteps(joinBrokenLines(blocks))
  const reading = begin(steps)
  addAsides(reading.tree, asides)
  steps.forEach((step, at) => {
    if (step.kind === 'opening') open(reading, step)
    else words(reading, step, steps, at)
  })
  return { ...reading.tree, source }
}

function begin(steps: Step[]): Reading {
  const structured = steps.some((step) => (step.kind === 'words' ? step.enacting : step.opens !== 'signature'))
  return {
    tree: emptyTree(),
    order: divisionOrder(steps),
    annex: null,
    divisions: [],
    rootDivisions: new Map(),
    lists: newLists(null),
    lastArticle: null,
    articlesSeen: new Set(),
    preamble: structured ? 'open' : 'none',
  }
}

function open(reading: Reading, step: Opening): void {
  reading.preamble = 'none'
  const node = openNode(reading, step)
  for (const doubt of step.doubts)
    addDoubt(reading.tree, node, doubt, step.heading ?? step.blocks.map((block) => block.words).join(' '))
  reading.lists = newLists(node)
}

function openNode(reading: Reading, step: Opening): number {
  switch (step.opens) {
    case 'division':
    case 'subheading':
      return openDivision(reading, step)
    case 'article':
      return openArticle(reading, step)
    case 'annex':
      reading.annex = add(reading, step, 'annex', null)
      beginNumberingAnew(reading)
      return reading.annex
    case 'signature':
      return add(reading, step, 'signature', null)
  }
}

/** An annex counts its own divisions and articles. */
function beginNumberingAnew(reading: Reading): void {
  reading.divisions = []
  reading.rootDivisions = new Map()
  reading.lastArticle = null
  reading.articlesSeen = new Set()
}

const add = (
  reading: Reading,
  step: Opening,
  kind: Parameters<typeof addNode>[1]['kind'],
  parent: number | null,
): number =>
  addNode(reading.tree, { kind, parent, label: step.label, heading: step.heading, body: step.body }, step.blocks)

const innermost = (reading: Reading): number | null => reading.divisions.at(-1)?.node ?? reading.annex

function openDivision(reading: Reading, step: Opening): number {
  const rank = (word: DivisionWord | null) => (word === null ? Infinity : reading.order.indexOf(word))
  while (reading.divisions.length > 0 && rank(reading.divisions.at(-1)?.word ?? null) >= rank(step.word))
    reading.divisions.pop()
  const siblings = reading.divisions.at(-1)?.children ?? reading.rootDivisions
  const node = add(reading, step, step.word ? DIVISION_KINDS[step.word] : 'section', innermost(reading))
  if (step.word) {
    const fit = divisionFollows(siblings.get(step.word) ?? null, step.label)
    if (fit !== 'fits') addDoubt(reading.tree, node, `numbering-${fit}`, step.blocks[0]?.words ?? '')
    siblings.set(step.word, step.label)
  }
  reading.divisions.push({ node, word: step.word, children: new Map() })
  return node
}

function openArticle(reading: Reading, step: Opening): number {
  const node = add(reading, step, 'article', innermost(reading))
  const label = step.label ?? ''
  const doubt = articleDoubt(reading, label)
  if (doubt) addDoubt(reading.tree, node, doubt, step.blocks.map((block) => block.words).join(' '))
  reading.lastArticle = label
  reading.articlesSeen.add(label)
  return node
}

function articleDoubt(reading: Reading, label: string): DoubtReason | null {
  if (reading.articlesSeen.has(label)) return 'numbering-repeats'
  return numberFollows(reading.lastArticle ?? '0', label) ? null : 'numbering-jumps'
}

/** Words of what is open: of the preamble, or of an article, a division, an annex, a signature, the text itself. */
function words(reading: Reading, step: Extract<Step, { kind: 'words' }>, steps: Step[], at: number): void {
  if (reading.preamble !== 'none') preambleWords(reading, step, steps, at)
  else if (isSignature(reading) && step.block.kind === 'words') appendToLast(reading.tree, step.block)
  else placeWords(reading.tree, reading.lists, step.block, () => upcoming(steps, at))
}

const isSignature = ({ tree, lists }: Reading): boolean =>
  isLast(tree, lists.container) && tree.nodes[lists.container]?.kind === 'signature'

function preambleWords(reading: Reading, step: Extract<Step, { kind: 'words' }>, steps: Step[], at: number): void {
  const { tree } = reading
  const { block } = step
  const enactedBefore = reading.preamble === 'enacted'
  if (step.enacting) reading.preamble = 'enacted'
  if (!enactedBefore && block.kind !== 'table') {
    const preamble = tree.nodes.length > 0 && tree.nodes.at(-1)?.kind === 'preamble'
    if (preamble) appendToLast(tree, block)
    else addNode(tree, { kind: 'preamble', parent: null, label: null, heading: null, body: block.words }, [block])
    if (step.enacting) enact(reading, steps)
    return
  }
  const before = tree.nodes.length
  placeWords(tree, reading.lists, block, () => upcoming(steps, at))
  const added = tree.nodes[before]
  if (enactedBefore && added?.kind === 'point' && added.parent === reading.lists.container && added.parent !== null) {
    addDoubt(tree, before, 'before-first-article', block.words)
  }
}

/** After "VENDOSI:" the points are the act itself; in an act with articles they still stand in its preamble. */
function enact(reading: Reading, steps: Step[]): void {
  const hasArticles = steps.some(
    (step) => step.kind === 'opening' && (step.opens === 'article' || step.opens === 'division'),
  )
  reading.lists = newLists(hasArticles ? reading.tree.nodes.length - 1 : null)
}

// An item's successor is looked for this far; a letter's own paragraphs are never more.
const LOOK_AHEAD = 60

function upcoming(steps: Step[], at: number): Block[] {
  const ahead = steps.slice(at + 1, at + 1 + LOOK_AHEAD)
  const end = ahead.findIndex((step) => step.kind === 'opening')
  return (end < 0 ? ahead : ahead.slice(0, end)).flatMap((step) => (step.kind === 'words' ? [step.block] : []))
}
