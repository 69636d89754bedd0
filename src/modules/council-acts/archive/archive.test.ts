import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { staffWith } from '#modules/consultations/testing.ts'
import { pdfWith } from '#platform/documents/reading/pdf-testing.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import { testDatabase } from '#test/database.ts'
import { entriesOf } from '#test/ledger.ts'
import { people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { enterActs } from '../act-records.ts'
import { peekNumber } from '../making/counter-queries.ts'
import { actTable } from './act-table.ts'
import { findArchive, listArchiveLines, type Archive } from './archive-queries.ts'
import { filesIn, unzipped } from './file-finder.ts'
import { importActs } from './import-acts.ts'
import { importFolder } from './import-folder.ts'
import { importWxr } from './import-wxr.ts'
import { isGlued, numbersIn, relationInTitle, sameNumber, unglue } from './label-rules.ts'
import { applyPointed } from './settle-doubt.ts'
import { takeUploaded } from './take-uploaded.ts'
import { linesOfRows, withArchiveFile } from './testing.ts'
import { dayIn, readTitle } from './title-rules.ts'
import { undoArchive } from './undo-archive.ts'
import { archiveUrls as urls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const secretary = await web.signedInAs(staffWith('council-secretary', 'prova'))
const auditor = await web.signedInAs(people.auditor)
const quiet = { by: null, archiveId: null, progress: () => {} }
let order = { ...quiet, institutionId: '' }

beforeAll(async () => {
  order = { ...quiet, institutionId: (await findInstitution(db, 'sq', 'prova'))?.id ?? '' }
})

const ROWS = [
  {
    id: 1,
    title: 'Vendim nr. 41, datë 16.04.2026, “Për tarifat e pastrimit”',
    body: 'Këshilli vendosi.\nNeni 1. Tarifa është 2 000 lekë.',
    type: 'vendim',
    year: 2026,
    date: '2026-04-16T10:00:00',
    status: 'ne-fuqi',
    commission: 'Komisioni Juridik',
    topics: ['environment', 'pazari i ri'],
  },
  {
    id: 2,
    title: 'Vendim nr. 12/a, datë 3.5.2018, “Për emrin e rrugës «Agimi»”',
    type: 'vendim',
    year: 2018,
    date: '2018-05-04',
  },
  { id: 3, title: 'Urdhër nr. 7, datë 01.02.2019, Për grupin e punës', type: 'urdher', status: 'e humbur' },
  { id: 4, title: 'Njoftim pa numër', type: 'lajm', year: 2017, topics: ['pazari i ri'] },
  { id: 5, title: '😀' },
  { id: 6, title: 'Vendim nr. 9', year: 'dy mijë' },
  'kjo nuk është JSON',
  { id: 1, title: 'Vendim tjetër me të njëjtin numër' },
  { title: 'Vendim nr. 8' },
]

const importRows = (rows: readonly (object | string)[]): Promise<Archive> =>
  withArchiveFile('aktet.jsonl', linesOfRows(rows), (path) => importActs(services, order, { path }))
const undo = (archiveId: string) => undoArchive(services, { archiveId, by: null, progress: () => {} })
const actOf = async (key: string) => {
  const [act] = await db<Record<string, unknown>[]>`
    select id, kind, kind_words, series, year, serial, number_words, title, adopted_on, stated_force, commission_words,
           plain_text, unreadable, state, history, slug, version
    from council_acts.acts where import_key = ${key} and institution_id = ${order.institutionId}`
  return act
}
const linesOf = async (id: string, kind: 'refused' | 'doubt') =>
  (await listArchiveLines(db, id, kind, null, 100)).map(({ at, columnName, reason, count }) => [
    at,
    columnName,
    reason,
    count,
  ])

describe('titles as archives print them', () => {
  it.each([
    ['Vendim nr. 12, datë 16.04.2018, “Për tarifat”', '12', '2018-04-16', 'Për tarifat'],
    ['VENDIM Nr.12/a, dt. 3.5.2018 «Për emrin e rrugës “Agimi”»', '12/a', '2018-05-03', 'Për emrin e rrugës “Agimi”'],
    ['Rregullore nr 4 Për tregun', '4', null, 'Për tregun'],
    ['Vendim nr. 5, datë 30.02.2018, Për urën', '5', null, 'Për urën'],
  ])('%s', (title, number, date, subject) => {
    expect(readTitle(title)).toMatchObject({ number, date, subject })
  })

  it('are left as they are where they have no number, and no day is made of what is none', () => {
    expect(readTitle('Për tarifat e vitit 2018')).toBeNull()
    expect([dayIn('29.02.2018'), dayIn('2018-13-01'), dayIn('maj 2018')]).toEqual([null, null, null])
  })
})

describe('labels that were glued to titles', () => {
  it('come off, the passive ones as such, and leave words of a title alone', () => {
    expect(unglue('Shfuqizon pjesërishtLIGJI NR. 04/L-093 PËR BANKAT').labels).toMatchObject([
      { kind: 'repeals-partly', passive: false },
    ])
    expect(unglue('Ndryshohet/Plotësohet ngaLIGJI NR. 04/L-020')).toMatchObject({
      title: 'LIGJI NR. 04/L-020',
      labels: [{ kind: 'amends', passive: true }],
    })
    expect(isGlued('Shfuqizon aktet e mëparshme')).toBe(false)
  })

  it('give way to the act that the words name', () => {
    const title = 'LIGJI NR. 04/L-247 PËR NDRYSHIMIN DHE PLOTËSIMIN E LIGJIT Nr.04/L -061 PËR SHITJEN'
    expect(relationInTitle(title, '04/L-247')).toMatchObject({ kind: 'amends', passive: false, to: '04/L-61' })
    expect([numbersIn('nr. 2004/5 dhe 03/L – 181'), sameNumber('05/L -012')]).toEqual([
      ['2004/5', '03/L-181'],
      '05/L-12',
    ])
  })
})

describe('a file of acts, one a line', () => {
  let archive: Archive
  it('loses no row: each is an act, or a refused cell with row, column and reason', async () => {
    archive = await importRows(ROWS)
    expect(archive).toMatchObject({ state: 'done', rowsDone: 9, added: 4, known: 0, refused: 5, byKind: false })
    expect(await linesOf(archive.id, 'refused')).toEqual([
      [5, 'title', 'no-title', 1],
      [6, 'year', 'year-unread', 1],
      [7, '–', 'not-json', 1],
      [8, 'id', 'same-id-twice', 1],
      [9, 'id', 'no-id', 1],
    ])
  })

  it('reads numbers, days, kinds and force, says where the row does not agree with itself, and sets the next number', async () => {
    expect(await actOf('1')).toMatchObject({
      kind: 'decision',
      kindWords: 'vendim',
      series: '',
      year: 2026,
      serial: 41,
      numberWords: '41',
      adoptedOn: '2026-04-16',
      title: 'Për tarifat e pastrimit',
      statedForce: 'in-force',
      commissionWords: 'Komisioni Juridik',
      plainText: 'Këshilli vendosi.\nNeni 1. Tarifa është 2 000 lekë.',
      state: 'announced',
      history: true,
      slug: 'prova-vendim-41-2026',
    })
    expect(await actOf('2')).toMatchObject({ serial: null, numberWords: '12/a', slug: 'prova-vendim-12-a-2018' })
    expect((await linesOf(archive.id, 'doubt')).toSorted()).toEqual([
      [1, 'topics', 'topic-unknown', 2],
      [2, 'date', 'date-differs', 1],
      [3, 'status', 'status-unknown', 1],
      [4, 'type', 'kind-unknown', 1],
    ])
    const id = String((await actOf('1'))?.id)
    const events = await db`select kind from council_acts.act_events where act_id = ${id}`
    expect(events.map(({ kind }) => kind)).toEqual(['taken-in'])
    expect(await entriesOf(db, `council-acts.act:${id}`)).toMatchObject([{ version: 1, ended: null }])
    expect(await peekNumber(db, { institutionId: order.institutionId, series: '', year: 2026 })).toBe(42)
  })

  it('taken in again it finds everything known, and corrects what says something else now', async () => {
    expect(await importRows(ROWS)).toMatchObject({ added: 0, known: 4, changed: 0, refused: 5 })
    const [first] = ROWS
    const again = await importRows([{ ...(first as object), status: 'shfuqizuar' }])
    expect(again).toMatchObject({ added: 0, known: 1, changed: 1, refused: 0 })
    const act = await actOf('1')
    expect(act).toMatchObject({ statedForce: 'repealed', version: 2 })
    expect(await entriesOf(db, `council-acts.act:${String(act?.id)}`)).toHaveLength(2)
  })

  it('has its doubts settled by a person, for all rows that have the word', async () => {
    const lines = await listArchiveLines(db, archive.id, 'doubt', null, 100)
    const [unknown, kind] = ['topic-unknown', 'kind-unknown'].map((reason) =>
      lines.find((one) => one.reason === reason),
    )
    const [topic] = await db<
      { id: string }[]
    >`select id from platform.topics where code is not null order by ordinal limit 1`
    const page = await (await web.get(urls.one(archive.id), { cookie: secretary })).text()
    expect(page).toContain('Tema nuk njihet.')
    const settle = (line: string | undefined, fields: Record<string, string>) =>
      web.post(urls.settle(archive.id, line ?? ''), fields, { cookie: secretary })
    expect((await settle(unknown?.id, { si: 'pointed', drejt: '' })).status).toBe(422)
    expect((await settle(unknown?.id, { si: 'pointed', drejt: randomUUID() })).status).toBe(422)
    expect((await settle(unknown?.id, { si: 'pointed', drejt: topic?.id ?? '' })).status).toBe(303)
    expect((await settle(unknown?.id, { si: 'dropped' })).status).toBe(409)
    expect((await settle(kind?.id, { si: 'pointed', drejt: 'notice' })).status).toBe(303)
    await applyPointed(services, unknown?.id ?? '', null)
    await applyPointed(services, kind?.id ?? '', null)
    const topics = await db`
      select link.subject from platform.subject_topics as link where link.topic_id = ${topic?.id ?? ''}
        and link.subject in (select 'council-acts.act:' || id from council_acts.acts where archive_id = ${archive.id})`
    expect([topics.length, (await actOf('4'))?.kind]).toEqual([2, 'notice'])
    expect((await web.post(urls.settle(archive.id, '1'), { si: 'accepted' }, { cookie: auditor })).status).toBe(403)
  })

  it('broken off and begun again goes on after the last whole batch', async () => {
    const rows = Array.from({ length: 2500 }, (_, n) => ({
      id: `b${n}`,
      title: `Raport nr. ${n + 1} i vitit`,
      type: 'raport',
      year: 2012,
    }))
    await withArchiveFile('shume.jsonl', linesOfRows(rows), async (path) => {
      const breaking = {
        ...order,
        progress: (line: string) => {
          if (line.startsWith('2000')) throw new Error('power cut')
        },
      }
      await expect(importActs(services, breaking, { path })).rejects.toThrow('power cut')
      const archive = await importActs(services, order, { path })
      expect(archive).toMatchObject({ state: 'done', rowsDone: 2500, added: 2500, known: 0, refused: 0, failure: null })
      expect(await undo(archive.id)).toEqual({ kind: 'undone', removed: 2500, kept: 0 })
    })
  })

  it('leaves the register whole, each act with an entry that says why; what is in use stays', async () => {
    const [one, two] = [String((await actOf('1'))?.id), String((await actOf('2'))?.id)]
    await db.begin(async (tx) => {
      await tx`
        insert into council_acts.postings (institution_id, act_id, place, posted_on, entered_at)
        values (${order.institutionId}, ${two}, 'Salla', '2018-05-05', now())`
      await enterActs(tx, services, [two])
    })
    expect(await undo(archive.id)).toEqual({ kind: 'undone', removed: 3, kept: 1 })
    expect(await actOf('2')).toMatchObject({ state: 'announced' })
    expect(await actOf('1')).toBeUndefined()
    expect((await entriesOf(db, `council-acts.act:${one}`)).at(-1)).toMatchObject({ ended: 'withdrawn' })
    expect(await findArchive(db, archive.id)).toMatchObject({ state: 'undone' })
    expect(await undo(archive.id)).toEqual({ kind: 'undone-before' })
  })

  it('tells numbers by kind where two kinds have the same ones', async () => {
    const rows = [1, 2, 3].flatMap((n) =>
      ['vendim', 'urdher'].map((type) => ({ id: `${type}${n}`, title: `Akt nr. ${n}, për provën`, type, year: 2026 })),
    )
    const archive = await importRows(rows)
    expect(archive).toMatchObject({ added: 6, byKind: true, notes: [] })
    expect([(await actOf('urdher3'))?.series, (await actOf('vendim3'))?.series]).toEqual(['order', 'decision'])
    await undo(archive.id)
  })
})

describe('a table and a folder of PDF files', () => {
  it('keeps each file with its act, reads its words, and says what cannot be read yet', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kuvend-acts-'))
    await mkdir(join(folder, 'pdf'))
    await writeFile(join(folder, 'pdf', 'v1.pdf'), pdfWith([{ words: 'Neni 1 Fjalet e vendimit te pare' }]))
    await writeFile(join(folder, 'pdf', 'v2.pdf'), pdfWith([{ blank: true }]))
    await writeFile(join(folder, 'pdf', 'tepert.pdf'), pdfWith([{ words: 'Askush' }]))
    const table =
      'Nr;Lloji;Titulli;Data;Skedari\n1;Vendim;Për parkun;05.03.2014;v1.pdf\n2;Vendim;Për ujin;06.03.2014;pdf/V2.PDF\n3;Vendim;Për dritat;30.02.2014;v3.pdf\n4;Vendim;;07.03.2014;\n'
    const path = join(folder, 'tabela.csv')
    await writeFile(path, table)
    const archive = await importFolder(services, order, { path, files: await filesIn(join(folder, 'pdf')) })
    if (typeof archive === 'string') throw new Error(archive)
    expect(archive).toMatchObject({
      kind: 'table',
      rowsDone: 4,
      added: 3,
      refused: 1,
      notes: ['files that no row names: 1'],
    })
    const acts = await db<{ title: string; plainText: string | null; unreadable: boolean; files: number }[]>`
      select act.title, act.plain_text, act.unreadable,
             (select count(*)::int from platform.documents as one where one.subject = 'council-acts.act:' || act.id) as files
      from council_acts.acts as act where act.archive_id = ${archive.id} order by act.serial`
    expect(acts).toMatchObject([
      { title: 'Për parkun', unreadable: false, files: 1 },
      { title: 'Për ujin', plainText: null, unreadable: true, files: 1 },
      { title: 'Për dritat', plainText: null, unreadable: false, files: 0 },
    ])
    expect(acts[0]?.plainText).toContain('Fjalet e vendimit te pare')
    expect((await linesOf(archive.id, 'doubt')).map(([at, , reason]) => [at, reason])).toEqual([
      [3, 'not-readable-yet'],
      [4, 'date-unread'],
      [4, 'file-missing'],
    ])
    expect(await undo(archive.id)).toEqual({ kind: 'undone', removed: 3, kept: 0 })
  })

  it('is a register that takes in tables, and gives them back', async () => {
    const [importId, at] = [randomUUID(), services.clock.now()]
    const rows = [
      { at: 2, cells: { number: '5', kind: 'Vendim', title: 'Për shkollën', date: '2015-02-03' } },
      { at: 3, cells: { number: '6', kind: 'Vendim', title: 'x' } },
    ]
    const taken = await db.begin((tx) =>
      actTable.take(tx, services, { institutionId: order.institutionId, importId, by: 'command-line', at, rows }),
    )
    expect(taken).toMatchObject({ added: 1, known: 0, refused: [{ at: 3, column: 'title' }] })
    expect(await db.begin((tx) => actTable.undo(tx, services, { importId, by: 'command-line', at }))).toEqual({
      removed: 1,
      kept: 0,
    })
  })
})

const item = (id: number, kind: string, fields: string) =>
  `<item><title>Vendim nr. ${id}, datë 16.04.2013, Për provën</title><link>https://bashkia.example/?p=${id}</link><wp:post_id>${id}</wp:post_id><wp:post_type>${kind}</wp:post_type>${fields}</item>`
const rss = (items: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Bashkia</title>${items}</channel></rss>`
const category = '<category domain="category" nicename="vendime"><![CDATA[Vendime]]></category>'

describe('an export of WordPress', () => {
  const published = '<wp:status>publish</wp:status>'
  const words = '<content:encoded><![CDATA[<p>Neni 1</p><p>Fjalët &amp; numrat</p>]]></content:encoded>'

  it('gives the published posts of the categories chosen, with their files, and says which are missing', async () => {
    const xml = rss(
      item(1, 'post', published + category + words) +
        item(2, 'post', published) +
        item(3, 'post', `<wp:status>draft</wp:status>${category}`) +
        item(
          4,
          'attachment',
          '<wp:status>inherit</wp:status><wp:post_parent>1</wp:post_parent><wp:attachment_url>https://bashkia.example/wp-content/uploads/2013/04/v1.pdf</wp:attachment_url>',
        ) +
        item(
          5,
          'attachment',
          '<wp:status>inherit</wp:status><wp:post_parent>1</wp:post_parent><wp:attachment_url>https://bashkia.example/wp-content/uploads/2013/04/mungon.pdf</wp:attachment_url>',
        ),
    )
    const zip = zipSync({ 'eksport.xml': strToU8(xml), 'uploads/2013/04/v1.pdf': pdfWith([{ words: 'Fjalet' }]) })
    await withArchiveFile('gjithcka.zip', zip, async (path) => {
      const unpacked = await unzipped(services.settings, path)
      const files = await filesIn(unpacked?.folder ?? '')
      const archive = await importWxr(services, order, {
        path: join(unpacked?.folder ?? '', 'eksport.xml'),
        files,
        only: ['Vendime'],
      })
      expect(archive).toMatchObject({ rowsDone: 1, added: 1, refused: 0 })
      expect(archive.notes.toSorted()).toEqual(['left out, post, draft: 1', 'left out, post, other categories: 1'])
      expect(await actOf('wxr:bashkia.example/1')).toMatchObject({
        serial: 1,
        title: 'Për provën',
        plainText: 'Neni 1\nFjalët & numrat',
      })
      expect((await linesOf(archive.id, 'doubt')).map(([, column, reason]) => [column, reason])).toEqual([
        ['wp:attachment_url', 'file-missing'],
      ])
      await undo(archive.id)
      await unpacked?.discard()
    })
  })

  it.each([
    ['<!DOCTYPE rss [<!ENTITY a "aaaa">]><rss><channel><item><title>&a;</title></item></channel></rss>', /DOCTYPE/],
    ['<rss><channel><item><title>&unknown;</title></item></channel></rss>', /unsound/],
    ['<html><body/></html>', /RSS/],
    [`<rss><channel><item>${'<a>'.repeat(100)}`, /deep/],
  ])('refuses what is none: %s', async (xml, why) => {
    await withArchiveFile('keq.xml', xml, async (path) => {
      const files = await filesIn(join(path, '..'))
      await expect(importWxr(services, order, { path, files, only: [] })).rejects.toThrow(why)
    })
  })
})

describe('the archive in the office', () => {
  it('takes an upload, lets the worker take it in, and takes it back', async () => {
    const fields = (name: string, words: string, dergesa = randomUUID()) => ({
      dergesa,
      institucioni: order.institutionId,
      kategorite: '',
      skedari: new File([words], name),
    })
    const csv = 'Numri,Lloji,Titulli,Data\n77,Vendim,Për sheshin,05.03.2011\n'
    expect((await web.post(urls.list(), fields('akti.exe', 'MZ'), { cookie: secretary })).status).toBe(422)
    expect((await web.post(urls.list(), fields('t.csv', csv), { cookie: auditor })).status).toBe(403)
    const sent = fields('tabela.csv', csv)
    const moved = await web.post(urls.list(), sent, { cookie: secretary })
    expect(moved.status).toBe(303)
    const id = /arkivi\/([0-9a-f-]{36})/.exec(moved.headers.get('location') ?? '')?.[1] ?? ''
    expect(
      (
        await web.post(urls.list(), { ...sent, skedari: new File([csv], 'tabela.csv') }, { cookie: secretary })
      ).headers.get('location'),
    ).toContain(id)
    await takeUploaded(services, id)
    expect(await findArchive(db, id)).toMatchObject({ state: 'done', added: 1, fileName: 'tabela.csv' })
    expect(await (await web.get(urls.list(), { cookie: auditor })).text()).toContain('tabela.csv')
    expect((await web.post(urls.undo(id), {}, { cookie: secretary })).status).toBe(303)
    expect(await undo(id)).toEqual({ kind: 'undone', removed: 1, kept: 0 })
    expect((await web.post(urls.undo(id), {}, { cookie: secretary })).status).toBe(409)
  })
})
