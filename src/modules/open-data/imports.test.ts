import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chooseForImport } from '#platform/imports/choose-import.ts'
import { findImport } from '#platform/imports/import-queries.ts'
import { reckonImport } from '#platform/imports/reckon-import.ts'
import { countsAddUp, openQuestions } from '#platform/imports/reckon-rules.ts'
import { takeImport } from '#platform/imports/take-import.ts'
import { undoImport } from '#platform/imports/undo-import.ts'
import { testDatabase } from '#test/database.ts'
import { draftDataset, stagedImport, targetOf } from '#test/imports.ts'
import { testServices } from '#test/web.ts'
import { proposeColumns } from './propose-columns.ts'

const db = await testDatabase()
const services = testServices(db)

const rowsOf = async (id: string) =>
  db<{ cells: Record<string, unknown> }[]>`
    select cells from open_data.dataset_rows where dataset_id = ${id} order by position`
const versionsOf = async (id: string) =>
  db`select ended from platform.ledger_entries where subject = ${`open-data.dataset:${id}`} order by version`

async function answer(datasetId: string, importId: string, choose: (kind: string) => string): Promise<void> {
  const found = await findImport(db, importId)
  const open = openQuestions(found?.reckoning?.questions ?? [])
  await chooseForImport(services, importId, {
    kind: 'answers',
    answers: Object.fromEntries(open.map(({ id, kind }) => [id, choose(kind)])),
  })
  await reckonImport(services, await targetOf(services, datasetId), importId)
}

const take = async (datasetId: string, id: string) =>
  takeImport(services, await targetOf(services, datasetId), { id, by: 'command-line', version: null })

describe('a table brought into a dataset', () => {
  it('asks what is doubtful, takes nothing before the answer, and everything once afterwards', async () => {
    const dataset = await draftDataset(services, 'prova')
    const table = 'Emri,Data\nUra,03/04/2017\nRruga,2017-05-06\nShkolla,30.02.2017\n\n'
    const id = await stagedImport(services, dataset, 'chosen', table)
    expect(await take(dataset, id)).toEqual({ kind: 'asked', questions: 1 })
    expect(await rowsOf(dataset)).toHaveLength(0)
    await answer(dataset, id, () => 'day-first')
    const taken = await take(dataset, id)
    expect(taken).toMatchObject({ kind: 'taken', outcome: { added: 2, known: 0, refused: 1 } })
    if (taken.kind === 'taken') expect(countsAddUp(taken.outcome.counts)).toBe(true)
    expect((await rowsOf(dataset)).map(({ cells }) => cells.data)).toEqual(['2017-04-03', '2017-05-06'])
    expect(await take(dataset, id)).toMatchObject({ kind: 'taken', outcome: { added: 2 } })
    expect(await rowsOf(dataset)).toHaveLength(2)
  })

  it('adds no row twice from the same or an overlapping file, and keeps rows that are twice in one', async () => {
    const dataset = await draftDataset(services, 'prova')
    await stagedImport(services, dataset, 'taken', 'Emri,Data\nUra,2017-01-01\nUra,2017-01-01\n')
    await stagedImport(services, dataset, 'taken', 'Emri,Data\nUra,2017-01-01\nUra,2017-01-01\nRruga,2017-01-02\n')
    expect(await rowsOf(dataset)).toHaveLength(3)
  })

  it('is a version of a published dataset in the ledger, and so is its undoing', async () => {
    const dataset = await draftDataset(services, 'prova', { rows: 1 })
    expect(await versionsOf(dataset)).toHaveLength(0)
    const standing = await draftDataset(services, 'prova', { rows: 1, published: true })
    const id = await stagedImport(services, standing, 'taken')
    expect(await versionsOf(standing)).toHaveLength(2)
    const undone = await undoImport(services, await targetOf(services, standing), {
      id,
      by: 'command-line',
      reason: 'Skedari i gabuar',
    })
    expect(undone).toEqual({ kind: 'undone', removed: 1, kept: 0 })
    expect(await versionsOf(standing)).toHaveLength(3)
    await expect(db`update open_data.dataset_rows set cells = '{}' where dataset_id = ${standing}`).rejects.toThrow(
      'without an entry in the ledger',
    )
  })
})

const REAL = process.env.KUVEND_REAL_DATA
const FILES = [
  ['kosovo_procurement/gjakova_expense_2011.csv', 104],
  ['kosovo_procurement/lipjan_2019.csv', 1],
  ['kosovo_procurement/prishtina_new_2017.csv', 178],
  ['kosovo_procurement/prishtina_old_2014.csv', 274],
  ['kosovo_budget/revenues2010.csv', 68],
  ['kosovo_budget/revenues2012.csv', 108],
  ['kosovo_budget/revenues2013.csv', 102],
  ['kosovo_budget/sample-input.csv', 43],
] as const

describe.skipIf(!REAL)('tables of municipalities and of the budget', () => {
  it.each(FILES)('%s goes in with every row, and every doubtful date is asked', async (file, rows) => {
    const path = join(REAL ?? '', file)
    const columns = await proposeColumns(services, path)
    if (!Array.isArray(columns)) throw new Error(columns)
    const dataset = await draftDataset(services, 'prova', { columns })
    const content = readFileSync(path)
    const id = await stagedImport(services, dataset, 'chosen', content)
    const asked = (await findImport(db, id))?.reckoning
    const days = columns.flatMap(({ type }, index) => (type === 'date' ? [index] : []))
    // Counted by itself: quotation marks stand in no line with a day of two digits before them.
    const twoDigits = asked?.questions
      .filter(({ kind }) => kind === 'two-digit-year')
      .reduce((n, { count }) => n + count, 0)
    const found = content.toString('latin1').match(/(?<![\d.])\d{1,2}\.\d{1,2}\.\d{2}(?![\d.])/g)?.length ?? 0
    if (days.length > 0) expect(twoDigits ?? 0).toBeGreaterThanOrEqual(found - 2)
    for (let round = 0; round < 3; round += 1)
      await answer(dataset, id, (kind) =>
        kind === 'two-digit-year' ? '2000' : kind === 'date-order' ? 'day-first' : 'empty',
      )
    const taken = await take(dataset, id)
    if (taken.kind !== 'taken') throw new Error(JSON.stringify((await findImport(db, id))?.reckoning?.questions))
    expect(taken.outcome).toMatchObject({ added: rows, refused: 0 })
    expect(countsAddUp(taken.outcome.counts)).toBe(true)
  })
})
