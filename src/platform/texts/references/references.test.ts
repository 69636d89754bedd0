import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { wordsOfNodes } from '../node-rules.ts'
import { readPastedText } from '../read-pasted-text.ts'
import { treeOf } from '../shown-tree-rules.ts'
import { piecesOf, referencesIn } from './reference-rules.ts'
import { resolveReference, resolverOf } from './resolve-rules.ts'
import { linksOnPage, linksToArticles } from './shown-reference-rules.ts'

/** `[words] article/point/letter`, and `!` before what is of another act. */
const told = (words: string): string[] =>
  referencesIn(words).flatMap((reference) =>
    piecesOf(reference).map((piece) => {
      const { article, point, paragraph, letter, divisions, own } = piece
      const counted = paragraph && `§${paragraph.label}`
      const division = divisions.map((label) => `${label.division} ${label.label}`).join('<')
      const named = [division, article?.label ?? own, point?.label, counted, letter?.label].filter(Boolean).join(' ')
      return `${reference.external ? '!' : ''}[${words.slice(piece.start, piece.end)}] ${named}`
    }),
  )

const CITATIONS: [string, string[]][] = [
  ['sipas nenit 12 dhe nenit 5/1.', ['[nenit 12] 12', '[nenit 5/1] 5/1']],
  ['neneve 12 dhe 13 zbatohen', ['[neneve 12] 12', '[13] 13']],
  ['nenet 4, 5 e 7', ['[nenet 4] 4', '[5] 5', '[7] 7']],
  ['neneve 12–15', ['[neneve 12] 12', '[15] 15']],
  ['nenet nga 228 deri në 234.', ['[nenet nga 228] 228', '[234] 234']],
  ['pika 2 e nenit 5', ['[pika 2 e nenit 5] 5 2']],
  ['pikës 2 të nenit 5 të këtij ligji', ['[pikës 2 të nenit 5] 5 2']],
  ["shkronja 'a'", ["[shkronja 'a'] a"]],
  ['shkronjës a) të pikës 1 të këtij neni', ['[shkronjës a) të pikës 1 të këtij neni] article 1 a']],
  ['nenin 54, pika 1, shkronja “n”, kur', ['[nenin 54, pika 1, shkronja “n”] 54 1 n']],
  ['pikës 2, shkronjat “e” dhe “dh”, ndëshkohet', ['[pikës 2, shkronjat “e”] 2 e', '[“dh”] 2 dh']],
  ['dispozitat e kreut II zbatohen', ['[kreut II] chapter II']],
  ['paragrafi 3 i nenit 9', ['[paragrafi 3 i nenit 9] 9 3']],
  ['paragrafi 2. i këtij neni', ['[paragrafi 2. i këtij neni] article 2']],
  ['nënparagrafi 1.1 i këtij neni', ['[nënparagrafi 1.1 i këtij neni] article 1.1']],
  ['paragrafin e dytë të nenit 9', ['[paragrafin e dytë të nenit 9] 9 §2']],
  ['nenin 6, pika 1 dhe 2, janë', ['[nenin 6, pika 1] 6 1', '[2] 6 2']],
  ['nenin 54, pika 1, dhe pika 3', ['[nenin 54, pika 1] 54 1', '[pika 3] 54 3']],
  ['pika 1 dhe 5 ditë pas njoftimit', ['[pika 1] 1']],
  ['as defined in Article 5(2)(a) and Article 7', ['[Article 5(2)(a)] 5 2 a', '[Article 7] 7']],
  ['u skladu sa člana 5 ovog zakona', ['[člana 5] 5']],
  ['neni 12 i ligjit nr. 139/2015', ['![neni 12] 12']],
  ['nenit 12 të Kushtetutës', ['![nenit 12] 12']],
  ['nenet 86 e 87 të Kodit Civil', ['![nenet 86] 86', '![87] 87']],
  ['nenit 3 të VKM-së nr. 55', ['![nenit 3] 3']],
  ['(neni 23, pika 1 dhe neni 25 i ligjit nr. 7703)', ['![neni 23, pika 1] 23 1', '![neni 25] 25']],
  ['me ligjin nr. 17/2012, datë 16.2.2012, neni 2)', ['![neni 2] 2']],
  ['Në nenin 5, pika 2 shfuqizohet.', ['![nenin 5, pika 2] 5 2']],
  ['sipas këtij neni dhe asaj pike', []],
  ['pjesa e mbetur, nenet përkatëse, kreu i parë', []],
]

const TEXT = `Neni 1
Objekti
1. Ky ligj rregullon tregjet, sipas nenit 3.
2. Përjashtohen tregjet e pikës 1.
Neni 2
Leja
1. Leja jepet për:
a) tregje;
b) panaire, sipas shkronjës “a”.
2. Për rastet e shkronjës b) të pikës 1 zbatohet neni 1, pika 2.
Neni 3
Gjoba
Gjobë jepet sipas nenit 9 ose nenit 2/1; neni 2 i ligjit nr. 5/2020 nuk zbatohet.`

const nodesOf = (words: string) =>
  readPastedText(words).nodes.map((node, at) => ({
    ...node,
    nodeId: `node-${at}`,
    parentId: node.parent === null ? null : `node-${node.parent}`,
  }))

describe('Citations', () => {
  it.each(CITATIONS)('of "%s" are found', (words, wanted) => {
    expect(told(words)).toEqual(wanted)
  })

  it('lead to the node that they name, and nowhere where there is none or where another act is meant', () => {
    const nodes = nodesOf(TEXT)
    const name = (id: string): string => {
      const node = nodes.find((one) => one.nodeId === id)
      return node?.kind === 'article'
        ? `neni ${node.label}`
        : `${node?.parentId ? name(node.parentId) : ''} ${node?.label ?? ''}`.trimEnd()
    }
    const found = nodes.flatMap((node) =>
      referencesIn(node.body).map(
        (one) => `${name(node.nodeId)}: ${resolveReference(nodes, node.nodeId, one).map(name).join()}`,
      ),
    )
    expect(found).toEqual([
      'neni 1 1: neni 3',
      'neni 1 2: neni 1 1',
      'neni 2 1 b: neni 2 1 a',
      'neni 2 2: neni 2 1 b',
      'neni 2 2: neni 1 2',
      'neni 3: ',
      'neni 3: neni 2 1',
      'neni 3: ',
    ])
  })

  it('are not guessed where two articles have the same label', () => {
    const nodes = nodesOf('Neni 1\nFjalë.\nNeni 2\nSipas nenit 1.\nNeni 1\nTë tjera.')
    const [reference] = referencesIn('Sipas nenit 1.')
    expect(reference && resolveReference(nodes, 'node-1', reference)).toEqual([])
  })

  it('become links whose words are those of the text, the same function for the same text', () => {
    const tree = treeOf(nodesOf(TEXT).map((node) => ({ ...node, versionId: '', ordinal: 0, digest: '' })))
    const links = linksOnPage(tree)
    expect(linksOnPage(tree)).toBe(links)
    const point = tree[0]?.children[0]
    expect(point && links(point).map(({ start, end, href }) => [point.body.slice(start, end), href])).toEqual([
      ['nenit 3', `#${tree[2]?.id}`],
    ])
    const toArticles = linksToArticles(tree, 'neni', (id) => `/neni/${id}`)
    const second = tree[1]?.children[1]
    expect(second && toArticles(second).map((link) => link.href)).toEqual([
      '/neni/node-3#n-node-6',
      '/neni/node-0#n-node-2',
    ])
    expect(wordsOfNodes(nodesOf(TEXT))).toContain('sipas nenit 3')
  })
})

const folder = join(process.env.KUVEND_REAL_DATA ?? '', 'albania_codes')
type Row = { number: string; heading: string; body: string }

describe.skipIf(!process.env.KUVEND_REAL_DATA)('Citations of every code and law at hand', () => {
  it('are found by the thousand, and four fifths lead to their place', async () => {
    let found = 0
    let resolved = 0
    for (const name of (await readdir(folder)).filter((one) => one.endsWith('.json'))) {
      const rows: Row[] = JSON.parse(await readFile(join(folder, name), 'utf8'))
      const nodes = nodesOf(rows.map((row) => `Neni ${row.number}\n${row.heading}\n${row.body}`).join('\n'))
      const resolver = resolverOf(nodes)
      const pieces = nodes.flatMap((node) =>
        referencesIn(node.body)
          .filter((one) => !one.external)
          .flatMap((one) => piecesOf(one).map((piece) => resolver.resolvePiece(node.nodeId, piece))),
      )
      found += pieces.length
      resolved += pieces.filter((one) => one !== null).length
    }
    expect(found).toBeGreaterThan(1400)
    expect(resolved / found).toBeGreaterThan(0.75)
  })
})
