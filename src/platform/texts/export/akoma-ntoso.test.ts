import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { schemaErrors } from '#test/akoma-ntoso-schema.ts'
import { readAkomaNtoso } from '../read-akoma-ntoso.ts'
import { readDocx } from '../read-docx.ts'
import { readPastedText } from '../read-pasted-text.ts'
import type { ReadText } from '../text-rules.ts'
import { akomaNtoso } from './akoma-ntoso-rules.ts'
import { everyNesting, exportedText, hostileText, lineage, treeOfNodes } from './export-testing.ts'
import { soundWords } from './xml-words-rules.ts'

const back = (xml: string) => {
  const read = readAkomaNtoso(new TextEncoder().encode(xml))
  if ('kind' in read) throw new Error(read.why)
  return read
}

const REGULATION = `VENDIM
KËSHILLI BASHKIAK
VENDOSI:
KREU I
TË PËRGJITHSHME
Neni 1
Objekti
1. Rregullohen:
a) tregjet;
ç) sheshet.
1.1 Dhe parqet.
Neni 39/1
Hyrja në fuqi
Hyn në fuqi menjëherë.
KRYETARI
Arben Prova
ANEKSI 1
TARIFAT
Neni 1
Tarifa
1. Njëqind lekë.`

describe('a version as Akoma Ntoso', () => {
  const xml = akomaNtoso(exportedText(readPastedText(REGULATION)))

  it('is valid by the schema and gives the same tree back, whatever the source was', async () => {
    const folder = join(import.meta.dirname, '../../../../test/fixtures/docx')
    const names = (await readdir(folder)).filter((name) => name.endsWith('.docx'))
    const texts = new Map<string, ReadText>([
      ['nesting', everyNesting()],
      ['regulation', readPastedText(REGULATION)],
      ['preamble-alone', readPastedText('Vetëm një rresht pa nen.')],
    ])
    for (const name of names) {
      const read = await readDocx(await readFile(join(folder, name)))
      if (!('kind' in read)) texts.set(name, read)
    }
    const files = Object.fromEntries([...texts].map(([name, read]) => [`${name}.xml`, akomaNtoso(exportedText(read))]))
    expect(await schemaErrors(files)).toEqual([])
    for (const [name, read] of texts) {
      const again = back(files[`${name}.xml`] ?? '')
      expect([name, treeOfNodes(again.nodes)]).toEqual([name, treeOfNodes(read.nodes)])
      expect(again.lineages).toEqual(read.nodes.map((_, at) => lineage(at)))
    }
    expect(texts.size).toBeGreaterThan(18)
  }, 60_000)

  it('names work, version and file, and where both are read', () => {
    expect(xml).toContain('<FRBRuri value="/akn/al/bill/projekt/provas/2026/3"/>')
    expect(xml).toContain('<FRBRuri value="/akn/al/bill/projekt/provas/2026/3/sqi@2026-11-22"/>')
    expect(xml).toContain('<FRBRalias name="web" value="https://kuvend.example/konsultime/tregu/versionet/2"/>')
    expect(xml).toContain('<FRBRversionNumber value="2"/><FRBRlanguage language="sqi"/>')
    expect(xml).toContain('<FRBRcountry value="al"/>')
  })

  it('prints labels as the source does, under eIds of the naming convention', () => {
    expect([...xml.matchAll(/<num>(.*?)<\/num>/g)].map(([, num]) => num)).toEqual([
      'KREU I',
      'Neni 1',
      '1.',
      'a)',
      'ç)',
      '1.1',
      'Neni 39/1',
      'ANEKSI 1',
      'Neni 1',
      '1.',
    ])
    for (const eId of ['chp_I', 'art_1', 'art_1__para_1', 'art_1__para_1__point_ç', 'art_39-1', 'att_1__art_1__para_1'])
      expect(xml).toContain(`eId="${eId}"`)
    expect(xml).toContain('<formula name="enactingFormula"><p>VENDOSI:</p></formula>')
  })

  it('carries hostile words as words', async () => {
    const text = hostileText()
    const hostile = akomaNtoso(exportedText(text, { title: ']]><bill>&' }))
    expect(await schemaErrors({ 'hostile.xml': hostile })).toEqual([])
    const bodies = back(hostile)
      .nodes.filter((node) => node.kind === 'point')
      .map((node) => node.body)
    expect(bodies).toEqual(text.nodes.filter((node) => node.kind === 'point').map((node) => soundWords(node.body)))
  }, 30_000)

  it('is found wrong by the schema where it is wrong', async () => {
    expect(await schemaErrors({ 'wrong.xml': xml.replace('<body>', '<body><p>Jo këtu.</p>') })).not.toEqual([])
  }, 30_000)
})
