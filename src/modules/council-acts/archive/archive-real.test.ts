import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import { importActs } from './import-acts.ts'
import { importCatalogue } from './import-catalogue.ts'
import { importCodes } from './import-codes.ts'
import { isGlued } from './label-rules.ts'
import { undoArchive } from './undo-archive.ts'

const db = await testDatabase()
const { services } = testWeb(db)
const folder = process.env.KUVEND_REAL_DATA ?? ''
let order = { institutionId: '', by: null, archiveId: null, progress: (_line: string) => {} }

beforeAll(async () => {
  order = { ...order, institutionId: (await findInstitution(db, 'sq', 'prova'))?.id ?? '' }
})

describe.skipIf(folder === '')('The catalogue of the laws of Kosovo', () => {
  type Row = { law_number: string; title: string; publication_date: string; gazette_number: string | null; url: string }

  it('goes in whole, with no label left on a title, each of them counted', async () => {
    const path = join(folder, 'kosovo_acts/law_catalog_to_2015.json')
    const rows = JSON.parse(await readFile(path, 'utf8')) as Row[]
    const archive = await importCatalogue(services, order, path)
    expect(archive).toMatchObject({ state: 'done', rowsDone: rows.length, added: rows.length, known: 0, refused: 0 })
    const stored = await db<
      { title: string; url: string; gazette: string | null; announced: string; number: string }[]
    >`
      select title, source ->> 'url' as url, source ->> 'gazette' as gazette, announced_on as announced, number_words as number
      from council_acts.acts where archive_id = ${archive.id}`
    expect(stored.filter(({ title }) => isGlued(title) || /^(Shfuqizo|Ndrysho|Plotëso)/.test(title))).toEqual([])
    expect(stored.map(({ url }) => url).toSorted()).toEqual(rows.map(({ url }) => url).toSorted())
    const sum = (days: string[]) => days.map((day) => Number(day.replaceAll('-', ''))).reduce((a, b) => a + b, 0)
    expect(sum(stored.map(({ announced }) => announced))).toBe(
      sum(rows.map((row) => row.publication_date.split('.').toReversed().join('-'))),
    )
    expect(stored.filter(({ gazette }) => gazette !== null)).toHaveLength(
      rows.filter((row) => row.gazette_number).length,
    )
    const glued = (words: string) => rows.filter(({ title }) => title.startsWith(words)).length
    const [partly, amended] = [glued('Shfuqizon pjesërisht'), glued('Ndryshohet/Plotësohet nga')]
    expect(archive.notes).toEqual([
      `label Shfuqizon: ${glued('Shfuqizon') - partly}`,
      `label Ndryshohet/Plotësohet nga: ${amended}`,
      `label Shfuqizon pjesërisht: ${partly}`,
    ])
    const relations = await db<{ kind: string; passive: boolean; state: string; count: number }[]>`
      select relation.kind, relation.passive, relation.state, count(*)::int as count
      from council_acts.relations as relation join council_acts.acts as act on act.id = relation.act_id
      where act.archive_id = ${archive.id} group by 1, 2, 3 order by 1, 2, 3`
    const counted = new Map(relations.map((one) => [`${one.kind} ${one.passive} ${one.state}`, one.count]))
    expect([counted.get('repeals false doubt'), counted.get('repeals-partly false doubt')]).toEqual([
      glued('Shfuqizon') - partly,
      partly,
    ])
    expect([counted.get('amends true doubt'), counted.get('amends false standing')]).toEqual([amended, 75])
    expect(counted.get('corrects false standing')).toBe(2)
    const [amends] = await db<{ to: string }[]>`
      select other.number_words as to from council_acts.relations as relation
      join council_acts.acts as act on act.id = relation.act_id join council_acts.acts as other on other.id = relation.other_id
      where act.number_words = '04/L-186' and relation.kind = 'amends'`
    expect(amends?.to).toBe('03/L-181')
    const [law] = await db`select series, serial, number_words from council_acts.acts where number_words = '04/L-249'`
    expect(law).toEqual({ series: '04/L', serial: 249, numberWords: '04/L-249' })
    const again = await importCatalogue(services, order, path)
    expect(again).toMatchObject({ added: 0, known: rows.length, changed: 0, refused: 0 })
    const left = await undoArchive(services, { archiveId: archive.id, by: null, progress: () => {} })
    expect(left).toEqual({ kind: 'undone', removed: rows.length, kept: 0 })
  })
})

describe.skipIf(folder === '')('The codes of Albania', async () => {
  type Row = { number: string; heading: string; body: string; repealed: boolean }
  const names =
    folder === '' ? [] : (await readdir(join(folder, 'albania_codes'))).filter((name) => name.endsWith('.json'))

  it.each(names)('%s stands with as many articles as the file, in their words', async (name) => {
    const path = join(folder, 'albania_codes', name)
    const rows = JSON.parse(await readFile(path, 'utf8')) as Row[]
    const archive = await importCodes(services, order, path)
    expect(archive).toMatchObject({ added: 1, known: 0, refused: 0 })
    const [act] = await db<{ textId: string; repealed: string[] | null; state: string; role: string }[]>`
      select act.text_id, act.source -> 'repealed' as repealed, version.state, state.role
      from council_acts.acts as act join council_acts.states as state on state.act_id = act.id
      join platform.text_versions as version on version.id = state.version_id where act.archive_id = ${archive.id}`
    expect(act).toMatchObject({ state: 'published', role: 'adopted' })
    const nodes = await db<{ label: string; length: number }[]>`
      select node.label, length(coalesce(node.heading, '') || node.body) as length
      from platform.text_nodes as node join platform.text_versions as version on version.id = node.version_id
      where version.text_id = ${act?.textId ?? null} and node.kind = 'article' order by node.ordinal`
    expect(nodes.map(({ label }) => label)).toEqual(rows.map(({ number }) => number))
    expect(act?.repealed ?? []).toEqual(rows.flatMap(({ repealed, number }) => (repealed ? [number] : [])))
    const lengthOf = ({ heading, body }: Row) => [...(heading + body).normalize('NFC').replaceAll('\r\n', '\n')].length
    expect(nodes.reduce((sum, { length }) => sum + length, 0)).toBe(rows.reduce((sum, row) => sum + lengthOf(row), 0))
  })
})

const MANY = process.env.KUVEND_ARCHIVE_FILE
describe.skipIf(!MANY)('A file of very many acts', () => {
  it('goes in within minutes', { timeout: 1_200_000 }, async () => {
    const begun = performance.now()
    const archive = await importActs(
      services,
      { ...order, progress: (line) => console.log(line) },
      { path: MANY ?? '' },
    )
    console.log(archive, `${((performance.now() - begun) / 1000).toFixed(1)} s`)
    expect(archive.added).toBe(archive.rowsDone)
    const second = performance.now()
    const again = await importActs(services, order, { path: MANY ?? '' })
    console.log(`again: ${((performance.now() - second) / 1000).toFixed(1)} s`, again.known)
    const third = performance.now()
    const left = await undoArchive(services, { archiveId: archive.id, by: null, progress: () => {} })
    console.log(`undone: ${((performance.now() - third) / 1000).toFixed(1)} s`, left)
  })
})
