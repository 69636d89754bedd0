import { nodeDigest } from '../node-rules.ts'
import type { ReadNode, ReadText } from '../text-rules.ts'
import type { ExportedNode, ExportedText } from './exported-text.ts'

/** Help for tests: a text that was read, as a published version of a record. Only tests import this. */

/** The same nodes have the same lineages: a number in the shape of an id. */
export const lineage = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const exportedNodes = (nodes: readonly ReadNode[]): ExportedNode[] =>
  nodes.map((node, at) => {
    const { body, heading, kind, label, parent, printed } = node
    const parentId = parent === null ? null : lineage(parent)
    return { nodeId: lineage(at), parentId, kind, label, heading, body, printed, digest: nodeDigest(node) }
  })

export function exportedText(
  { nodes }: Pick<ReadText, 'nodes'>,
  more: { title?: string; lang?: ExportedText['version']['lang']; n?: number } = {},
): ExportedText {
  const { lang = 'sq', n = 2, title = 'Rregullore për tregun' } = more
  const record = 'https://kuvend.example/konsultime/tregu'
  return {
    record: {
      subject: `consultations.consultation:${lineage(1)}`,
      slug: 'tregu',
      title,
      type: 'projekt',
      aknType: 'bill',
      jurisdiction: 'AL',
      year: 2026,
      number: 3,
    },
    institution: { slug: 'provas', name: 'Bashkia Provas' },
    version: {
      id: lineage(2),
      n,
      lang,
      publishedAt: new Date('2026-11-22T09:00:00Z'),
      publishedOn: '2026-11-22',
      summary: null,
      summaryEn: null,
      basedOn: n > 1 ? n - 1 : null,
      digest: 'ab'.repeat(32),
    },
    history: Array.from({ length: n }, (_, at) => ({ n: at + 1, publishedOn: `2026-11-${20 + at}` as const })),
    nodes: exportedNodes(nodes),
    addresses: {
      record,
      version: `${record}/versionet/${n}`,
      eli: `https://kuvend.example/eli/al/provas/projekt/2026/3/${n}/sqi`,
    },
  }
}

/** What must be the same after writing and reading: the tree, without the characters of its source. */
export const treeOfNodes = (nodes: readonly ReadNode[]) =>
  nodes.map(({ kind, parent, label, heading, body }) => ({ kind, parent, label, heading, body }))

/** One node of every kind within every other, in an order that no office would print. */
export function everyNesting(): ReadText {
  const kinds = 'preamble part title chapter section article point letter paragraph table annex signature'.split(' ')
  const node = (kind: string, parent: number | null, label: string | null): ReadNode => ({
    kind: kind as ReadNode['kind'],
    parent,
    label,
    heading: label === null ? null : `Titulli ${label}`,
    body: kind === 'table' ? 'a\tb\nc' : `Fjalë të ${kind}.\nDy rreshta.`,
    printed: '',
  })
  const nodes: ReadNode[] = []
  for (const [at, outer] of [...kinds, ...kinds].entries()) {
    const parent = nodes.push(node(outer, null, at % 2 === 0 ? `${at}/1` : null)) - 1
    for (const [inner, kind] of kinds.entries()) nodes.push(node(kind, parent, inner % 2 === 0 ? 'ç' : null))
  }
  return { nodes, doubts: [], source: [] }
}

const HOSTILE = [
  ']]>',
  '<script>alert(1)</script>',
  '&amp; &#0; &lol;',
  '\u0001\u0008\u001b\uffff',
  '\ud800 gjysmë',
  '#panic("x") $x$ [*_`] #set page() \\',
  '"; } #import "/etc/passwd"',
  '--> <!-- <?xml ?>',
  'a\rb',
  '\u202efjalë\u202c',
]

/** Words that would break a format that took them for its own signs. */
export const hostileText = (): ReadText => ({
  nodes: HOSTILE.flatMap((words, at): ReadNode[] => [
    {
      kind: 'article',
      parent: null,
      label: `${at + 1}`,
      heading: words,
      body: '',
      printed: `Neni ${at + 1}\n${words}`,
    },
    { kind: 'point', parent: at * 3, label: words, heading: null, body: words, printed: `${words} ${words}` },
    { kind: 'table', parent: at * 3, label: null, heading: null, body: `${words}\tb\n${words}`, printed: words },
  ]),
  doubts: [],
  source: [],
})
