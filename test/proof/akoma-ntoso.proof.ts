import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { akomaNtoso } from '#platform/texts/export/akoma-ntoso-rules.ts'
import { exportedText, treeOfNodes } from '#platform/texts/export/export-testing.ts'
import type { ExportedText } from '#platform/texts/export/exported-text.ts'
import { makeTextDocx } from '#platform/texts/export/make-text-docx.ts'
import { runExport } from '#platform/texts/export/run-export.ts'
import { textFile } from '#platform/texts/export/text-file-rules.ts'
import { nothingIsLost } from '#platform/texts/nothing-lost-rules.ts'
import { readAkomaNtoso } from '#platform/texts/read-akoma-ntoso.ts'
import { readDocx } from '#platform/texts/read-docx.ts'
import { readPastedText } from '#platform/texts/read-pasted-text.ts'
import type { ReadNode, ReadText } from '#platform/texts/text-rules.ts'
import { schemaErrors } from '../akoma-ntoso-schema.ts'

const DATA = process.env.KUVEND_REAL_DATA || join(import.meta.dirname, '../../../shared/data')
const EXAMPLES = 'schemas/akomantoso/csprd02-part2-specs/csprd02-part2-specs-examples'

type Row = { number: string; heading: string; body: string; pjesa: string; kreu: string; seksioni: string }
type Figures = { articles: number; nodes: number; write: number; read: number; docx: number; text: number; pdf: number }

/** Every act at hand goes out in every format, is judged by the schema, and comes back the same. */
export async function prove(): Promise<string[]> {
  const folder = join(DATA, 'albania_codes')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  const files: Record<string, string> = {}
  const lines: string[] = []
  const sum: Figures = { articles: 0, nodes: 0, write: 0, read: 0, docx: 0, text: 0, pdf: 0 }
  for (const name of names) {
    const rows: Row[] = JSON.parse(await readFile(join(folder, name), 'utf8'))
    const read = readPastedText(printed(rows))
    const { figures, xml } = await roundTrips(name, read)
    files[name.replace('.json', '.xml')] = xml
    for (const key of Object.keys(sum) as (keyof Figures)[]) sum[key] += figures[key]
    lines.push(`${name}: ${figuresInWords(figures)}, ${(xml.length / 1000).toFixed(0)} kB of XML`)
  }
  const begun = performance.now()
  const errors = await schemaErrors(files)
  if (errors.length > 0) throw new Error(errors.slice(0, 5).join('\n'))
  return [
    ...lines,
    `${names.length} acts: ${figuresInWords(sum)}; all read back equal as Akoma Ntoso, DOCX and plain text`,
    `xmllint: all ${names.length} valid by the schema, ${(performance.now() - begun).toFixed(0)} ms`,
    ...(await foreignFiles()),
  ]
}

const figuresInWords = ({ articles, docx, nodes, pdf, read, text, write }: Figures): string =>
  `${articles} articles, ${nodes} nodes; Akoma Ntoso written in ${write.toFixed(0)} ms, read in ${read.toFixed(0)}; DOCX both ways ${docx.toFixed(0)}, text ${text.toFixed(0)}, PDF in ${pdf.toFixed(0)}`

async function roundTrips(name: string, read: ReadText): Promise<{ figures: Figures; xml: string }> {
  const text = exportedText(read, { title: name })
  const [xml, write] = await timed(() => akomaNtoso(text))
  const [again, readTime] = await timed(() => nodesOf(readAkomaNtoso(new TextEncoder().encode(xml))))
  expectSame(`${name} as Akoma Ntoso`, again, read.nodes)
  const [word, docx] = await timed(async () => nodesOf(await readDocx(await makeTextDocx(text))))
  expectSame(`${name} as DOCX`, word, read.nodes)
  const [plain, textTime] = await timed(() => readPastedText(textFile(text)).nodes)
  expectSame(`${name} as text`, plain, read.nodes)
  const [, pdf] = await timed(() => typeset(text))
  const articles = read.nodes.filter((node) => node.kind === 'article').length
  return {
    xml,
    figures: { articles, nodes: read.nodes.length, write, read: readTime, docx, text: textTime, pdf },
  }
}

async function typeset(text: ExportedText): Promise<void> {
  const outcome = await runExport({ dataFolder: join(tmpdir(), 'kuvend-proof') }, { kind: 'pdf', text })
  if (outcome.kind === 'too-heavy') throw new Error('A PDF took too long or too much')
}

/** What other parliaments write: every visible word stands in the tree or in a doubt. */
async function foreignFiles(): Promise<string[]> {
  const names = await readdir(join(DATA, EXAMPLES)).catch(() => [])
  for (const name of names) {
    const read = readAkomaNtoso(await readFile(join(DATA, EXAMPLES, name)))
    if ('kind' in read) throw new Error(`${name}: ${read.why}`)
    const lost = nothingIsLost(read.source, read)
    if (lost) throw new Error(`${name}: ${lost}`)
    const missing = missingSigns(await readFile(join(DATA, EXAMPLES, name), 'utf8'), read)
    if (missing !== '') throw new Error(`${name}: not in the tree and in no doubt: ${missing}`)
  }
  return names.length === 0 ? [] : [`${names.length} files of OASIS, of eight parliaments: no visible character lost`]
}

/** Counted by another hand than the reader's: all characters between tags, without the head of the file. */
function missingSigns(xml: string, { doubts, nodes }: ReadText): string {
  const visible = xml
    .replace(/<\?.*?\?>|<!--.*?-->|<(?:\w+:)?meta[\s>].*?<\/(?:\w+:)?meta>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => SIGNS[name] ?? '')
    .replace(/&#(x?)([0-9a-fA-F]+);/g, (_, hex: string, code: string) =>
      String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10)),
    )
  const asides = doubts.filter((doubt) => doubt.node === null).map((doubt) => doubt.source)
  const there = countSigns([...nodes.map((node) => node.printed), ...asides].join(''))
  return [...countSigns(visible)]
    .filter(([sign, count]) => (there.get(sign) ?? 0) < count)
    .map(([sign]) => sign)
    .join('')
}

const SIGNS: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

function countSigns(words: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const sign of words.normalize('NFC').replace(/\s+/g, '')) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  return counts
}

async function timed<Result>(work: () => Result | Promise<Result>): Promise<[Result, number]> {
  const begun = performance.now()
  const result = await work()
  return [result, performance.now() - begun]
}

function nodesOf(read: { nodes: ReadNode[] } | { kind: 'unreadable'; why: string }): ReadNode[] {
  if ('kind' in read) throw new Error(read.why)
  return read.nodes
}

function expectSame(what: string, found: readonly ReadNode[], wanted: readonly ReadNode[]): void {
  const [a, b] = [treeOfNodes(found), treeOfNodes(wanted)].map((nodes) => nodes.map((node) => JSON.stringify(node)))
  const at = b?.findIndex((node, n) => node !== a?.[n]) ?? -1
  if (at >= 0 || a?.length !== b?.length) throw new Error(`${what}: ${a?.[at]} instead of ${b?.[at]}`)
}

/** The rows printed again as a text with broken lines. */
function printed(rows: Row[]): string {
  const lines = rows.flatMap((row, at) => {
    const before = rows[at - 1]
    const divisions = [row.pjesa, row.kreu, row.seksioni].filter(
      (one, which) =>
        one !== '' && !/ — Neni/.test(one) && one !== [before?.pjesa, before?.kreu, before?.seksioni][which],
    )
    return [...divisions, `Neni ${row.number}`, row.heading, ...row.body.split('\n')]
  })
  return lines.filter((line) => line !== '').join('\n')
}
