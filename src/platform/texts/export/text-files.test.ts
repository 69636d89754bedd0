import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { compareVersions } from '../compare/compare-rules.ts'
import { readDocx } from '../read-docx.ts'
import { readPastedText } from '../read-pasted-text.ts'
import type { ReadText } from '../text-rules.ts'
import { exportedNodes, exportedText, hostileText, lineage, treeOfNodes } from './export-testing.ts'
import type { ExportedNode } from './exported-text.ts'
import { textAsData } from './json-file-rules.ts'
import { makeChangesDocx } from './make-changes-docx.ts'
import { makeTextDocx } from './make-text-docx.ts'
import { makeTextPdf } from './make-text-pdf.ts'
import { textFile } from './text-file-rules.ts'

const folder = join(import.meta.dirname, '../../../../test/fixtures/docx')
const readFixtures = async (): Promise<[string, ReadText][]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.docx'))
  const read = await Promise.all(names.map(async (name) => readDocx(await readFile(join(folder, name)))))
  return names.flatMap((name, at) => {
    const text = read[at]
    return text && !('kind' in text) ? [[name, text] as [string, ReadText]] : []
  })
}

async function readWord(bytes: Uint8Array): Promise<ReadText> {
  const read = await readDocx(bytes)
  if ('kind' in read) throw new Error(read.why)
  return read
}

const partOf = (bytes: Uint8Array, name: string): string => new TextDecoder().decode(unzipSync(bytes)[name])

describe('a version as plain text', () => {
  it('is the same text when it is pasted back; rows of tables are lines', async () => {
    for (const [name, read] of await readFixtures()) {
      if (read.nodes.some((node) => node.kind === 'table')) continue
      const again = readPastedText(textFile(exportedText(read)))
      expect([name, treeOfNodes(again.nodes)]).toEqual([name, treeOfNodes(read.nodes)])
    }
    const table = exportedText({
      nodes: hostileText()
        .nodes.filter((node) => node.kind === 'table')
        .slice(0, 1),
    })
    expect(textFile({ ...table, nodes: table.nodes.map((node) => ({ ...node, parentId: null })) })).toBe(
      ']]>\tb\n]]>\n',
    )
  })

  it('prints headings where the source has them, and words that the source lacks by itself', () => {
    const above = readPastedText(
      'Zotësia\nNeni 1\nÇdo person ka zotësi.\nMbarimi\nNeni 2\nZotësia mbaron me vdekjen.\nEmri\nNeni 3\nEmri është i personit.',
    )
    expect(textFile(exportedText(above))).toMatch(/^Zotësia\n\nNeni 1\n\nÇdo person ka zotësi\.\n\nMbarimi\n\nNeni 2\n/)
    const born = { kind: 'article', parent: null, label: '4', heading: 'I ri', body: '', printed: '' } as const
    expect(textFile(exportedText({ nodes: [born] }))).toBe('Neni 4\n\nI ri\n')
    expect(textFile(exportedText({ nodes: [born] }, { lang: 'en' }))).toBe('Article 4\n\nI ri\n')
  })
})

describe('a version as data', () => {
  it('gives nodes with lineages, labels and digests, and what changed', () => {
    const text = exportedText(readPastedText('Neni 1\nObjekti\n1. Tregu.\na) i madh;'))
    const change = { kind: 'new', earlier: null, node: lineage(2), alsoMoved: false } as const
    expect(textAsData(text, [change])).toMatchObject({
      record: { type: 'projekt', year: 2026, number: 3, address: 'https://kuvend.example/konsultime/tregu' },
      institution: { slug: 'provas' },
      version: { number: 2, based_on: 1, published_on: '2026-11-22', digest: 'ab'.repeat(32) },
      versions: [{ number: 1 }, { number: 2 }],
      nodes: [
        {
          id: lineage(0),
          parent: null,
          kind: 'article',
          label: '1',
          heading: 'Objekti',
          digest: text.nodes[0]?.digest,
        },
        { id: lineage(1), parent: lineage(0), kind: 'point', label: '1', shown_label: '1.' },
        { id: lineage(2), kind: 'letter', label: 'a', shown_label: 'a)', body: 'i madh;' },
      ],
      changes: [{ kind: 'new', earlier: null, node: lineage(2), also_moved: false }],
    })
  })
})

describe('a version for word processors', () => {
  it('is the same text when it is read back, with its tables', async () => {
    for (const [name, read] of await readFixtures()) {
      const again = await readWord(await makeTextDocx(exportedText(read)))
      expect([name, treeOfNodes(again.nodes)]).toEqual([name, treeOfNodes(read.nodes)])
    }
  }, 60_000)

  it('has headings with levels, typed numbers, a language, and title, date and address on each page', async () => {
    const bytes = await makeTextDocx(exportedText(readPastedText('KREU I\nTREGU\nNeni 1\nObjekti\n1. Tregu.')))
    const document = partOf(bytes, 'word/document.xml')
    expect([...document.matchAll(/w:pStyle w:val="(\w+)"/g)].map(([, style]) => style)).toEqual([
      'Heading1',
      'Heading2',
    ])
    expect(document).not.toContain('w:numPr')
    expect(partOf(bytes, 'word/styles.xml')).toContain('w:val="sq-AL"')
    const pages = Object.entries(unzipSync(bytes)).filter(([name]) => /word\/(?:header|footer)\d/.test(name))
    const words = pages.map(([, part]) => new TextDecoder().decode(part).replace(/<[^>]+>/g, ' ')).join(' ')
    for (const one of ['Rregullore për tregun', 'Versioni 2, 22 nëntor 2026', 'https://kuvend.example', 'Faqja'])
      expect(words).toContain(one)
  })
})

const EARLIER = `KREU I
TREGU
Neni 1
Objekti
Kjo rregullore cakton rregullat e tregut.
Neni 2
Ditët
1. Tregu hapet të martën.
2. Tregu mbyllet në orën 14:00.
Neni 3
Pastrimi
Sheshi pastrohet.
Neni 4
Tarifa
Tarifa është njëqind lekë.`

describe('a version with what changed', () => {
  const from = exportedNodes(readPastedText(EARLIER).nodes)
  /** Article 4 before article 2, a point reworded and one gone, a new article at the end. */
  const redrafted = (): ExportedNode[] => {
    const at = (n: number) => from[n] as ExportedNode
    const [one, two, three, four] = [from.slice(0, 3), from.slice(3, 6), from.slice(6, 8), from.slice(8)]
    const reworded = { ...at(4), body: 'Tregu hapet të martën dhe të shtunën.', digest: 'c'.repeat(64) }
    const added = readPastedText('Neni 5\nGjobat\nShkelësi paguan gjobë.').nodes
    return [
      ...one,
      ...four,
      at(3),
      reworded,
      ...three,
      ...exportedNodes(added).map((node, n) => ({
        ...node,
        nodeId: lineage(100 + n),
        parentId: node.parentId === null ? at(0).nodeId : lineage(100),
      })),
    ].filter((node) => node.nodeId !== two[2]?.nodeId)
  }
  const make = () => {
    const to = redrafted()
    const text = { ...exportedText({ nodes: [] }), nodes: to }
    return makeChangesDocx(text, 1, { from, comparison: compareVersions(from, to, []) })
  }

  it('is the later version once the revisions are accepted', async () => {
    const again = await readWord(await make())
    expect(again.nodes.map(({ kind, label, body }) => [kind, label, body])).toEqual(
      redrafted().map(({ kind, label, body }) => [kind, label, body]),
    )
  })

  it('marks words, whole paragraphs and what moved, by the institution on the day it published', async () => {
    const bytes = await make()
    const document = partOf(bytes, 'word/document.xml')
    const marked = (tag: string) =>
      [...document.matchAll(new RegExp(`<w:${tag} [^>]*>(?:(?!</w:${tag}>).)*</w:${tag}>`, 'gs'))].map(([one]) =>
        one.replace(/<[^>]+>/g, ''),
      )
    expect(marked('ins').join('|')).toContain(' dhe të shtunën')
    expect(marked('ins').join('|')).toContain('Shkelësi paguan gjobë.')
    expect(marked('del')).toContain('2. Tregu mbyllet në orën 14:00.')
    expect(document).toMatch(/<w:rPr><w:del [^>]*w:author="Bashkia Provas" w:date="2026-11-22T09:00:00/)
    expect(partOf(bytes, 'word/comments.xml').replace(/<[^>]+>/g, '')).toBe('zhvendosur; më parë: KREU I, Neni 4')
    const ids = [...document.matchAll(/<w:(?:ins|del) w:id="(\d+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('has nothing to mark where nothing changed', async () => {
    const text = { ...exportedText({ nodes: [] }), nodes: from }
    const bytes = await makeChangesDocx(text, 1, { from, comparison: compareVersions(from, from, []) })
    expect(partOf(bytes, 'word/document.xml')).not.toMatch(/<w:(?:ins|del) /)
  })
})

describe('hostile words', () => {
  it('are words in every file', async () => {
    const text = exportedText(hostileText(), { title: '#panic() <b> \u0001 & ]]>' })
    const again = await readWord(await makeTextDocx(text))
    expect(again.nodes.map((node) => node.printed).join('\n')).toContain('<script>alert(1)</script>')
    expect(textFile(text)).toContain('<script>alert(1)</script>')
    const pdf = await makeTextPdf(text)
    // Machines without a compiler have none; where there is one, nothing of the text was taken for a command.
    expect(pdf === null || pdf.subarray(0, 5).toString() === '%PDF-').toBe(true)
    const changes = await makeChangesDocx(text, 1, { from: [], comparison: compareVersions([], [...text.nodes], []) })
    expect(partOf(changes, 'word/document.xml')).toContain('&lt;script&gt;')
  }, 60_000)
})
