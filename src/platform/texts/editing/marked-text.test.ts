import { readFile, readdir } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { readDocx } from '../read-docx.ts'
import { readPastedText } from '../read-pasted-text.ts'
import type { NodeKind, ReadNode } from '../text-rules.ts'
import { markedTextOf, readMarkedText, type MarkedNode } from './marked-text-rules.ts'

const node = (kind: NodeKind, label: string | null, body: string, ...children: MarkedNode[]): MarkedNode => ({
  kind,
  label,
  heading: null,
  body,
  children,
})

/** A small generator of numbers, so that a failure can be repeated by its seed. */
function randomOf(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0
    return (state >>> 8) % below
  }
}

const WORDS = [
  'Leja jepet për tregje.',
  '1. Fjalë me numër në fillim',
  'a) si shkronjë',
  '\\me vijë',
  'Neni 5',
  'KREU II',
  '[tabela]',
  '[/tabela]',
  '[pika 1] fjalë',
  '- me vizë',
  '12. 5. 2026 filloi',
  '(1) në kllapa',
  '1.1 pa pikë',
  'e) dhe',
  'A. Shembulli',
  'fjalë: dy pika;',
  'neni 5 i këtij ligji',
  'i) roman',
  '…',
  '[hyrje]',
  'Neni 12 Objekti',
  'dhe 5 | 6',
]
const LABELS = ['1', '2', '1.1', '1/1', 'I', 'a', 'ç', 'dh', 'b/1', 'ii', 'A', 'nenpika', '12a', null]

function randomNode(next: (below: number) => number, depth: number): MarkedNode {
  const pick = <Item>(items: readonly Item[]): Item => items[next(items.length)] as Item
  const kind = pick(['point', 'letter', 'paragraph', 'table'] as const)
  const words = () => pick(WORDS)
  if (kind === 'table') {
    const rows = Array.from({ length: 1 + next(3) }, () =>
      Array.from({ length: 1 + next(3) }, () => pick([words(), '', 'a|b', '\\', ' x '])).join('\t'),
    )
    return {
      kind,
      label: pick([null, '1']),
      heading: pick([null, 'Tarifat [lekë]: \\2']),
      body: rows.join('\n'),
      children: [],
    }
  }
  const body = Array.from({ length: 1 + (next(4) === 0 ? next(3) : 0) }, words).join('\n')
  if (kind === 'paragraph') return node(kind, null, pick([body, body, body, '']))
  const children =
    depth < 3 ? Array.from({ length: next(3) === 0 ? next(4) : 0 }, () => randomNode(next, depth + 1)) : []
  return { kind, label: pick(LABELS), heading: pick([null, null, 'Objekti']), body: pick([body, body, '']), children }
}

function forestOf(nodes: readonly ReadNode[], parent: number | null): MarkedNode[] {
  return nodes.flatMap((one, at) =>
    one.parent === parent
      ? [{ kind: one.kind, label: one.label, heading: one.heading, body: one.body, children: forestOf(nodes, at) }]
      : [],
  )
}

const LEAVES: readonly NodeKind[] = ['point', 'letter', 'paragraph', 'table']

function expectSame(owner: { kind: NodeKind; body: string } | null, children: MarkedNode[], seed?: number): void {
  const marked = markedTextOf(children, owner)
  // As a form gives it back: trimmed at both ends.
  const read = readMarkedText(marked.trim(), owner?.kind ?? null)
  expect({ seed, marked, read }).toEqual({
    seed,
    marked,
    read: { kind: 'read', body: owner?.body ?? '', nodes: children },
  })
}

describe('Marked text', () => {
  it('shows an article as lines that can be read aloud', () => {
    const marked = markedTextOf([
      node('point', '1', 'Leja jepet për:', node('letter', 'a', 'tregje;'), node('letter', 'ç', 'panaire.')),
      node('point', '2', 'Leja ka:', node('table', null, 'Zona\tLekë\nQendra\t100')),
      node('paragraph', null, 'Ky nen zbatohet menjëherë.'),
    ])
    expect(marked.split('\n')).toEqual([
      '1. Leja jepet për:',
      '  a) tregje;',
      '  ç) panaire.',
      '2. Leja ka:',
      '  [tabela]',
      '  Zona | Lekë',
      '  Qendra | 100',
      '  [/tabela]',
      '',
      'Ky nen zbatohet menjëherë.',
    ])
  })

  it('takes letters and 1.1 that nobody has set in as parts of the point above', () => {
    const read = readMarkedText('1. Leja:\na) tregje;\nb) panaire.\n2. Tjetër:\n2.1 fjalë\n2.2. të tjera\n(3) e treta')
    expect(read).toEqual({
      kind: 'read',
      body: '',
      nodes: [
        node('point', '1', 'Leja:', node('letter', 'a', 'tregje;'), node('letter', 'b', 'panaire.')),
        node('point', '2', 'Tjetër:', node('point', '2.1', 'fjalë'), node('point', '2.2', 'të tjera')),
        node('point', '3', 'e treta'),
      ],
    })
  })

  it('is read back as it was, whatever stands in it', () => {
    for (let seed = 1; seed <= 4000; seed += 1) {
      const next = randomOf(seed)
      const children = Array.from({ length: 1 + next(5) }, () => randomNode(next, 0))
      const body = next(2) === 0 ? '' : (WORDS[next(WORDS.length)] ?? '')
      const owner = [null, { kind: 'article', body }, { kind: 'preamble', body }, { kind: 'annex', body: '' }][next(4)]
      expectSame((owner as { kind: NodeKind; body: string } | null) ?? null, children, seed)
    }
  })

  it('of every fixture is read back as it was', async () => {
    const texts: ReadNode[][] = []
    for (const name of await readdir('test/fixtures/docx')) {
      if (!name.endsWith('.docx')) continue
      const read = await readDocx(await readFile(`test/fixtures/docx/${name}`))
      if ('nodes' in read) texts.push(read.nodes)
    }
    let compared = 0
    const walk = (one: MarkedNode): void => {
      const first = one.children.findIndex((child) => !LEAVES.includes(child.kind))
      expectSame(one, first < 0 ? one.children : one.children.slice(0, first))
      compared += 1
      for (const child of one.children) if (!LEAVES.includes(child.kind)) walk(child)
    }
    for (const nodes of texts) for (const root of forestOf(nodes, null)) if (!LEAVES.includes(root.kind)) walk(root)
    expect(compared).toBeGreaterThan(150)
  })

  it.each([
    ['1. Fjalë\nNeni 7\nTë tjera', 2, 'opens-article'],
    ['Fjalë\n\n  të futura brenda', 3, 'set-in-under-words'],
    ['1. Fjalë\n[tabela]\na | b', 2, 'table-not-ended'],
    ['Fjalë\n[/tabela]', 2, 'table-not-begun'],
    ['Fjalë\n\n[hyrje] tjetër', 3, 'own-words-late'],
  ])('says in which line %j is unclear', (words, line, why) => {
    expect(readMarkedText(words, 'article')).toMatchObject({ kind: 'unclear', line, why })
  })

  it('takes a line that begins as an article where its writer says that it is words', () => {
    expect(readMarkedText('\\Neni 7 ndryshohet', 'article')).toMatchObject({
      nodes: [{ kind: 'paragraph', body: 'Neni 7 ndryshohet' }],
    })
    expect(readPastedText('Neni 7').nodes[0]?.kind).toBe('article')
  })
})
