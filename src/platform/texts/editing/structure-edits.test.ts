import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { referencesIn } from '../references/reference-rules.ts'
import { resolveReference } from '../references/resolve-rules.ts'
import { readPastedText } from '../read-pasted-text.ts'
import { isUnit, nodesOf, type Draft, type DraftNode } from './draft-tree-rules.ts'
import { draftDigest, replacedBetween, takenBack } from './edit-log-rules.ts'
import { readMarkedText } from './marked-text-rules.ts'
import { romanOf } from '../story/number-format-rules.ts'
import { newLabels } from './renumber-rules.ts'
import { brokenReferences, renumber } from './rewrite-references-rules.ts'
import {
  addUnit,
  makeHeading,
  mergeWithNext,
  moveBy,
  moveUnder,
  removeUnit,
  setWords,
  splitArticle,
  type Edited,
} from './structure-edit-rules.ts'

const TEXT = `KREU I
TË PËRGJITHSHME

Neni 1
Objekti
1. Ky ligj rregullon tregjet, sipas nenit 5/1 dhe kreut II.
2. Përjashtohen panairet.

Neni 2
Leja
Leja jepet sipas nenit 5.

KREU II
GJOBAT

Neni 5
Gjoba
1. Gjobë jepet për:
a) shkeljen e nenit 2;
b) shkeljen e pikës 1 të nenit 1;
c) mospagimin.
2. Për rastet e shkronjës “c” të pikës 1 zbatohen nenet 2 dhe 5/1.

Neni 5/1
Ankimi
Ankimi bëhet brenda afatit; zbatohet neni 5 i ligjit nr. 9/2010 dhe neni 77.

Neni 6
Hyrja në fuqi
Ky ligj hyn në fuqi sipas neneve 5–6.`

const draftOf = (words: string): DraftNode[] => {
  const { nodes } = readPastedText(words)
  const ids = nodes.map(() => randomUUID())
  return nodes.map((node, at) => ({
    ...node,
    nodeId: ids[at] ?? '',
    parentId: node.parent === null ? null : (ids[node.parent] ?? null),
  }))
}

const article = (draft: Draft, label: string): DraftNode => {
  const found = draft.find((node) => node.kind === 'article' && node.label === label)
  if (!found) throw new Error(`no article ${label}`)
  return found
}

function done(edit: Edited): DraftNode[] {
  if (edit.kind !== 'edited') throw new Error(edit.why)
  return edit.draft
}

/** `I:1,2 II:5,5/1,6`, then the words that stand nowhere else. */
const plan = (draft: Draft): string =>
  draft
    .flatMap((node) =>
      node.kind === 'article' ? [`${node.label}`] : isUnit(node) ? [`|${node.label ?? node.kind}`] : [],
    )
    .join(' ')

/** Parents first, what stands beneath a node right after it, every id once. */
function expectWhole(draft: Draft): void {
  expect(new Set(draft.map((node) => node.nodeId)).size).toBe(draft.length)
  const walk = (parentId: string | null): DraftNode[] =>
    draft.filter((node) => node.parentId === parentId).flatMap((node) => [node, ...walk(node.nodeId)])
  expect(walk(null).map((node) => node.nodeId)).toEqual(draft.map((node) => node.nodeId))
}

describe('An edit of a draft', () => {
  const draft = draftOf(TEXT)
  const id = (label: string) => article(draft, label).nodeId

  it('moves an article past its neighbour, and at the edge into the division beside', () => {
    expect(plan(draft)).toBe('|I 1 2 |II 5 5/1 6')
    expect(plan(done(moveBy(draft, id('2'), 'up')))).toBe('|I 2 1 |II 5 5/1 6')
    expect(plan(done(moveBy(draft, id('2'), 'down')))).toBe('|I 1 |II 2 5 5/1 6')
    expect(plan(done(moveBy(draft, id('5'), 'up')))).toBe('|I 1 2 5 |II 5/1 6')
    expect(moveBy(draft, id('1'), 'up')).toEqual({ kind: 'refused', why: 'at-the-edge' })
    const chapter = draft[0]?.nodeId ?? ''
    expect(plan(done(moveUnder(draft, id('6'), chapter)))).toBe('|I 1 2 6 |II 5 5/1')
    expect(moveUnder(draft, chapter, chapter)).toEqual({ kind: 'refused', why: 'within-itself' })
  })

  it('splits an article before a point: the first piece keeps the lineage, the points keep theirs', () => {
    const at = draft.find((node) => node.parentId === id('1') && node.label === '2')?.nodeId ?? ''
    const next = done(splitArticle(draft, id('1'), { at, label: '1/1', heading: 'Përjashtime' }, randomUUID))
    expect(plan(next)).toBe('|I 1 1/1 2 |II 5 5/1 6')
    expect(article(next, '1').nodeId).toBe(id('1'))
    expect(next.find((node) => node.nodeId === at)?.parentId).toBe(article(next, '1/1').nodeId)
    const first = draft.find((node) => node.parentId === id('1'))?.nodeId ?? ''
    expect(splitArticle(draft, id('1'), { at: first, label: '9', heading: null }, randomUUID)).toMatchObject({
      why: 'not-a-place',
    })
    const back = done(mergeWithNext(next, id('1'), randomUUID))
    expect(draftDigest(back)).toBe(draftDigest(draft))
  })

  it('adds a division that takes the articles after it, and removes with what stands beneath', () => {
    const unit = { kind: 'section', word: null, label: '1', heading: 'ANKIMI', nodes: [], takes: true } as const
    const added = done(addUnit(draft, { beside: id('5/1'), where: 'before' }, unit, randomUUID))
    expectWhole(added)
    const section = added.find((node) => node.kind === 'section')?.nodeId ?? ''
    expect(
      nodesOf(added, section)
        .filter((node) => node.kind === 'article')
        .map((node) => node.label),
    ).toEqual(['5/1', '6'])
    expect(plan(done(removeUnit(added, section)))).toBe('|I 1 2 |II 5')
  })

  it('makes the first line of a paragraph the heading', () => {
    const plainDraft = draftOf('Neni 1\n1. Fjalë.\nNeni 2\n“Tregu” është një shesh.')
    const two = article(plainDraft, '2')
    const line = plainDraft.find((node) => node.parentId === two.nodeId)
    if (!line) throw new Error('no line')
    const next = done(makeHeading(plainDraft, two.nodeId, line.nodeId))
    expect(article(next, '2').heading).toBe(line.body)
    expect(next).toHaveLength(plainDraft.length - 1)
  })

  it('of words keeps the lineage of all that stays, also of what is reworded or numbered anew', () => {
    const read = readMarkedText(
      '1. Përjashtohen panairet.\n2. E re krejt.\n3. Ky ligj rregullon edhe tregjet, sipas nenit 5/1 dhe kreut II.',
    )
    if (read.kind !== 'read') throw new Error(read.why)
    const next = done(
      setWords(draft, id('1'), { label: '1', heading: 'Objekti', body: '', nodes: read.nodes }, randomUUID),
    )
    expectWhole(next)
    const points = (of: Draft) => of.filter((node) => node.parentId === id('1'))
    const [first, second] = points(draft)
    expect(points(next).map((node) => node.nodeId)).toEqual([second?.nodeId, expect.any(String), first?.nodeId])
    const others = (of: Draft) => of.filter((node) => !nodesOf(of, id('1')).includes(node))
    expect(others(next)).toEqual(others(draft))
  })

  it('whatever it is leaves a whole tree, and can be taken back word for word', () => {
    let state = 7
    const next = (below: number) => (state = (state * 48271) % 2147483647) % below
    let now: DraftNode[] = draftOf(TEXT)
    for (let turn = 0; turn < 400; turn += 1) {
      const units = now.filter(isUnit)
      const unit = units[next(units.length)]
      const other = units[next(units.length)]
      if (!unit || !other || now.length > 60 || now.length < 12) {
        now = draftOf(TEXT)
        continue
      }
      const child = now.filter((node) => node.parentId === unit.nodeId)[1]?.nodeId ?? ''
      const kind = next(2) === 0 ? 'article' : 'chapter'
      const added = { kind, word: null, label: '9', heading: null, nodes: [], takes: next(2) === 0 } as const
      const edits = [
        () => moveBy(now, unit.nodeId, next(2) === 0 ? 'up' : 'down'),
        () => moveUnder(now, unit.nodeId, next(3) === 0 ? null : other.nodeId),
        () => splitArticle(now, unit.nodeId, { at: child, label: '8', heading: null }, randomUUID),
        () => mergeWithNext(now, unit.nodeId, randomUUID),
        () =>
          addUnit(
            now,
            { beside: unit.nodeId, where: (['before', 'after', 'within'] as const)[next(3)] ?? 'after' },
            added,
            randomUUID,
          ),
        () => (next(4) === 0 ? removeUnit(now, unit.nodeId) : moveBy(now, unit.nodeId, 'down')),
      ]
      const edit = edits[next(edits.length)]?.()
      if (edit?.kind !== 'edited') continue
      expectWhole(edit.draft)
      expect(draftDigest(takenBack(edit.draft, replacedBetween(now, edit.draft)))).toBe(draftDigest(now))
      now = edit.draft
    }
  })
})

describe('Renumbering', () => {
  const draft = draftOf(TEXT)

  it('of articles makes 5/1 follow 5, and every citation follows; other acts stay', () => {
    const {
      draft: next,
      labels,
      references,
      open,
    } = renumber(draft, newLabels(draft, { what: 'articles', from: null }))
    expect(labels.map(({ from, to }) => `${from}→${to}`)).toEqual(['5→3', '5/1→4', '6→5'])
    const bodies = next.map((node) => node.body)
    expect(bodies).toContain('Ky ligj rregullon tregjet, sipas nenit 4 dhe kreut II.')
    expect(bodies).toContain('Për rastet e shkronjës “c” të pikës 1 zbatohen nenet 2 dhe 4.')
    expect(bodies).toContain('Ankimi bëhet brenda afatit; zbatohet neni 5 i ligjit nr. 9/2010 dhe neni 77.')
    expect(references[0]).toMatchObject({ before: 'Ky ligj rregullon tregjet, sipas nenit 5/1 dhe kreut II.' })
    expect(open.map(({ words, why }) => [words, why])).toEqual([
      ['neni 77', 'leads-nowhere'],
      ['neneve 5–6', 'range'],
    ])
  })

  it('never changes which node a citation means', () => {
    const targets = (of: Draft) =>
      of.flatMap((node) => referencesIn(node.body).map((one) => resolveReference(of, node.nodeId, one)))
    for (const what of ['articles', 'divisions'] as const) {
      const order = what === 'articles' ? { what, from: null } : { what }
      expect(targets(renumber(draft, newLabels(draft, order)).draft)).toEqual(targets(draft))
    }
    const cut = done(removeUnit(draft, draft.find((node) => node.label === 'a')?.nodeId ?? ''))
    const items = renumber(cut, newLabels(cut, { what: 'items', article: article(cut, '5').nodeId })).draft
    expect(targets(items)).toEqual(targets(cut))
    expect(items.map((node) => node.body).join('\n')).toContain('shkronjës “b” të pikës 1')
  })

  it('from an article on leaves what stands before', () => {
    const { labels } = renumber(draft, newLabels(draft, { what: 'articles', from: article(draft, '5/1').nodeId }))
    expect(labels.map(({ from, to }) => `${from}→${to}`)).toEqual(['5/1→6', '6→7'])
  })

  it.each([
    ['a,b,ç,d', 'a,b,c,ç'],
    ['a,b,c,d', 'a,b,c,d'],
    ['a,b,c,e', 'a,b,c,ç'],
    ['a,b,c,d,f', 'a,b,c,d,e'],
    ['dh,e,ë', 'a,b,c'],
    ['i,ii,v', 'i,ii,iii'],
    ['A,C', 'A,B'],
  ])('of letters %s gives %s: the style that stands', (was, wanted) => {
    const letters = was.split(',').map((label, at): DraftNode => {
      return { nodeId: `l${at}`, parentId: 'n', kind: 'letter', label, heading: null, body: 'fjalë', printed: '' }
    })
    const holder: DraftNode = {
      nodeId: 'n',
      parentId: null,
      kind: 'article',
      label: '1',
      heading: null,
      body: '',
      printed: '',
    }
    const rows = [holder, ...letters]
    const labels = newLabels(rows, { what: 'items', article: 'n' })
    expect(letters.map((node) => labels.get(node.nodeId) ?? node.label).join()).toBe(wanted)
  })

  it('of divisions keeps figures and Roman ones as they stand', () => {
    const cut = done(removeUnit(draft, draft[0]?.nodeId ?? ''))
    expect(renumber(cut, newLabels(cut, { what: 'divisions' })).labels).toMatchObject([{ from: 'II', to: 'I' }])
    expect([4, 9, 14, 49, 90].map(romanOf)).toEqual(['IV', 'IX', 'XIV', 'XLIX', 'XC'])
  })

  it('tells what still speaks of an article that was removed', () => {
    const cut = done(removeUnit(draft, article(draft, '2').nodeId))
    expect(brokenReferences(cut).map(({ words }) => words)).toEqual(['nenit 2', 'nenet 2 dhe 5/1', 'neni 77'])
  })
})
