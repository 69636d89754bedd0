import type { NodeKind, ReadNode, ReadText } from '#platform/texts/text-rules.ts'
import { cleaned } from './archive-rules.ts'

/** A row of a code: an article as somebody read it from the print. */
export type CodeRow = {
  code: string
  titleSq: string
  number: string
  heading: string
  body: string
  pjesa: string
  kreu: string
  seksioni: string
  repealed: boolean
  lastAmended: string
}

const DIVISIONS: readonly { field: 'pjesa' | 'kreu' | 'seksioni'; kind: NodeKind }[] = [
  { field: 'pjesa', kind: 'part' },
  { field: 'kreu', kind: 'chapter' },
  { field: 'seksioni', kind: 'section' },
]

const WORD_KINDS: readonly [RegExp, NodeKind][] = [
  [/^PJES/i, 'part'],
  [/^TITULL/i, 'title'],
  [/^(KREU|KAPITULL)/i, 'chapter'],
  [/^(SEKSION|N[ËE]NKREU)/i, 'section'],
]

/** `KREU II — FORMA E LIDHJES`: its word, its label, its heading. */
function divisionOf(words: string, parent: number | null, kind: NodeKind): ReadNode {
  const [head = '', ...rest] = words.split(' — ')
  const [, label = null] = /^\p{L}+\s+(.+)$/u.exec(head) ?? []
  const heading = rest.join(' — ').trim()
  const own = WORD_KINDS.find(([word]) => word.test(head))?.[1] ?? kind
  return {
    kind: own,
    parent,
    label: label === null ? null : label.trim(),
    heading: heading === '' ? (label === null ? head : null) : heading,
    body: '',
    printed: words,
  }
}

/** The rows as a text: divisions as they change from row to row, articles with number, heading and body as they are. */
export function textOfCode(rows: readonly CodeRow[]): ReadText {
  const nodes: ReadNode[] = []
  let open: { words: string; at: number | null }[] = []
  for (const row of rows) {
    const path = DIVISIONS.map(({ field, kind }) => ({ words: row[field], kind }))
    let parent: number | null = null
    let same = true
    open = path.map(({ words, kind }, depth) => {
      same = same && open[depth]?.words === words
      const before = open[depth]
      if (same && before) {
        parent = before.at ?? parent
        return before
      }
      if (words === '') return { words, at: null }
      nodes.push(divisionOf(words, parent, kind))
      parent = nodes.length - 1
      return { words, at: parent }
    })
    nodes.push(articleOf(row, parent))
  }
  return { nodes, doubts: [], source: rows.map(sourceOf) }
}

/** A heading of a code is short; what was read into it beyond that are its first words, and stand with the others. */
const articleOf = (row: CodeRow, parent: number | null): ReadNode => ({
  kind: 'article',
  parent,
  label: row.number,
  heading: row.heading === '' ? null : row.heading,
  body: row.body,
  printed: sourceOf(row),
})

const sourceOf = ({ number, heading, body }: CodeRow): string =>
  [`Neni ${number}`, heading, body].filter((part) => part !== '').join('\n')

/** Null: the row is no article of a code. */
export function codeRowOf(row: unknown): CodeRow | null {
  if (typeof row !== 'object' || row === null) return null
  const object = row as Record<string, unknown>
  const words = (field: string): string => (typeof object[field] === 'string' ? cleaned(object[field]) : '')
  const [code, titleSq, number] = [words('code'), words('title_sq'), words('number')]
  if (code === '' || titleSq === '' || number === '' || number.length > 50) return null
  const { heading, body } = { heading: words('heading'), body: words('body') }
  if (heading === '' && body === '') return null
  return {
    code,
    titleSq,
    number,
    heading,
    body,
    pjesa: words('pjesa'),
    kreu: words('kreu'),
    seksioni: words('seksioni'),
    repealed: object.repealed === true,
    lastAmended: words('last_amendment_date'),
  }
}

/** "(Shfuqizuar me ligjin nr. …)" and nothing of the article after it but its name: the whole article. */
const WHOLLY = /^\s*(?:[^()]{0,200})\(\s*shfuqizuar\s+me\s+ligj/iu

/** What the source marks as repealed, and whether its words say so of the whole article. */
export const repealedWhole = ({ heading, body }: CodeRow): boolean => WHOLLY.test(heading) && body.length === 0
