import { describe, expect, it } from 'vitest'
import type { ComparedNode } from '../compare/comparison.ts'
import { nodeDigest } from '../node-rules.ts'
import type { ChangeRow } from './change-row.ts'
import { changeRows, isOpen, lineagesOf, takeOver } from './lineage-rules.ts'
import { settled, type ChangeDecision, type Settled } from './settle-change-rules.ts'

const article = (nodeId: string, body: string, label = '1'): ComparedNode => {
  const words = { kind: 'article', label, heading: null, body } as const
  return { nodeId, parentId: null, ...words, digest: nodeDigest(words) }
}

const ROOF = 'Pronari e heq borën nga kulmi.'
const TAPE = 'Pronari e rrethon vendin me shirit.'

const pair = (kind: ChangeRow['kind'], earlierNodeId: string | null, nodeId: string | null): ChangeRow => ({
  kind,
  earlierNodeId,
  nodeId,
  alsoMoved: false,
  likeness: 0.5,
  proposedBy: 'program',
  certain: false,
  confirmedBy: null,
  confirmedAt: null,
})

const BY = { confirmedBy: 'zyrtari', confirmedAt: new Date('2026-11-22T11:00:00Z') }

/** What stands after a decision: the nodes under their lineages, and the rows. */
function decide(
  from: ComparedNode[],
  to: ComparedNode[],
  known: ChangeRow[],
  row: ChangeRow,
  decision: ChangeDecision,
): { ids: string[]; rows: ChangeRow[] } {
  const outcome: Settled | null = settled(row, decision, { from, to, known, by: BY, freshId: () => 'i-lire' })
  if (!outcome) throw new Error('no such decision')
  const nodes = outcome.renames.reduce(
    (all, rename) => all.map((node) => (node.nodeId === rename.from ? { ...node, nodeId: rename.to } : node)),
    to,
  )
  return { ids: nodes.map(({ nodeId }) => nodeId), rows: changeRows(from, nodes, outcome.known) }
}

describe('a doubtful pair', () => {
  const from = [article('a', 'Tregu hapet të martën.')]
  const to = [article('x', 'Tregu hapet të martën dhe të shtunën në mëngjes.')]
  const known = [pair('reworded', 'a', 'x')]

  it('waits under an id of its own until a person has looked', () => {
    expect(changeRows(from, to, known)).toEqual([expect.objectContaining({ earlierNodeId: 'a', nodeId: 'x' })])
    expect(changeRows(from, to, known).every(isOpen)).toBe(true)
  })

  it('that is accepted is the same article from then on', () => {
    const { ids, rows } = decide(from, to, known, known[0] as ChangeRow, { kind: 'accept' })
    expect(ids).toEqual(['a'])
    expect(rows).toEqual([expect.objectContaining({ kind: 'reworded', nodeId: 'a', ...BY })])
  })

  it('that is said to be new leaves what it was taken for behind', () => {
    const { ids, rows } = decide(from, to, known, known[0] as ChangeRow, { kind: 'new' })
    expect(ids).toEqual(['x'])
    expect(rows.map(({ kind }) => kind).toSorted()).toEqual(['gone', 'new'])
    expect(rows.some(isOpen)).toBe(false)
  })
})

describe('a node that continues another than was thought', () => {
  const from = [article('a', ROOF), article('b', TAPE, '2')]
  const to = [article('b', ROOF), article('a', TAPE, '2')]

  it('takes its lineage; whichever had it waits for a person, and so does what it was taken for', () => {
    const known = changeRows(from, to, [])
    const row = known.find(({ nodeId }) => nodeId === 'b') as ChangeRow
    const { ids, rows } = decide(from, to, known, row, { kind: 'continues', nodeId: 'a' })
    expect(ids).toEqual(['a', 'i-lire'])
    expect(rows.filter(isOpen).map(({ kind, earlierNodeId, nodeId }) => [kind, earlierNodeId, nodeId])).toEqual(
      expect.arrayContaining([
        ['new', null, 'i-lire'],
        ['gone', 'b', null],
      ]),
    )
  })

  it('is refused where neither version has such a node', () => {
    const settling = { from, to, known: [], by: BY, freshId: () => 'i-lire' }
    expect(settled(pair('new', null, 'b'), { kind: 'continues', nodeId: 'askund' }, settling)).toBeNull()
  })
})

describe('an article that became two', () => {
  const from = [article('a', `${ROOF} ${TAPE}`)]
  const to = [article('x', ROOF), article('y', TAPE, '2')]
  const known = [pair('split', 'a', 'x'), pair('split', 'a', 'y')]

  it('is accepted as a whole, and its likeliest piece keeps the lineage', () => {
    const { ids, rows } = decide(from, to, known, known[1] as ChangeRow, { kind: 'accept' })
    expect(ids.filter((id) => id === 'a')).toHaveLength(1)
    expect(rows.map(({ kind, earlierNodeId }) => [kind, earlierNodeId])).toEqual([
      ['split', 'a'],
      ['split', 'a'],
    ])
    expect(rows.some(isOpen)).toBe(false)
  })

  it('of which one piece is said to be new is a doubtful pair with the other', () => {
    const { rows } = decide(from, to, known, known[1] as ChangeRow, { kind: 'new' })
    expect(rows.map(({ kind, nodeId }) => [kind, nodeId])).toEqual(
      expect.arrayContaining([
        ['reworded', 'x'],
        ['new', 'y'],
      ]),
    )
    expect(rows.filter(isOpen)).toHaveLength(1)
  })
})

describe('a proposal', () => {
  it('gives certain nodes their lineage, of a split the first piece, of a merger that of the first', () => {
    const change = { alsoMoved: false, likeness: 1, certain: true }
    const { lineages, known } = takeOver([
      { kind: 'same', from: ['a'], to: ['x'], ...change },
      { kind: 'split', from: ['b'], to: ['y', 'z'], ...change },
      { kind: 'merged', from: ['c', 'd'], to: ['w'], ...change },
      { kind: 'reworded', from: ['e'], to: ['v'], ...change, certain: false },
    ])
    expect(Object.fromEntries(lineages)).toEqual({ x: 'a', y: 'b', w: 'c' })
    expect(known.map(({ earlierNodeId, nodeId }) => `${earlierNodeId}-${nodeId}`)).toEqual([
      'b-y',
      'b-z',
      'c-w',
      'd-w',
      'e-v',
    ])
  })

  it('of the draft that was read before goes before that of the published version, and no lineage is given twice', () => {
    const fresh = [article('x', ROOF), article('y', TAPE)]
    const ofDraft = { lineages: new Map([['x', 'a']]), known: [] }
    const ofBase = {
      lineages: new Map([
        ['x', 'b'],
        ['y', 'a'],
      ]),
      known: [],
    }
    expect(lineagesOf(fresh, ofDraft, ofBase, []).ids).toEqual(['a', 'y'])
  })
})
