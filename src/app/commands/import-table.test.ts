import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { silentLog } from '#platform/logs/logger.ts'
import { testDatabase } from '#test/database.ts'
import { draftDataset, targetOf } from '#test/imports.ts'
import { testServices } from '#test/web.ts'
import { runCommand } from '../cli.ts'
import { readConfig } from '../config.ts'

const db = await testDatabase()
const services = testServices(db)
const folder = mkdtempSync(join(tmpdir(), 'kuvend-tabela-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const config = readConfig({ KUVEND_DATA: folder, DATABASE_URL: db.url, KUVEND_DEMO: 'off' })
  if ('refused' in config) throw new Error(config.refused.join('; '))
  const heard = { out: '', err: '' }
  const terminal = {
    out: (text: string) => void (heard.out += text),
    err: (text: string) => void (heard.err += text),
    folder,
  }
  return { code: await runCommand(['import', 'table', ...words], config, silentLog, terminal), ...heard }
}

const dataset = await draftDataset(services, 'prova')
const { name } = await targetOf(services, dataset)
const into = ['--institution', 'prova', '--into', name]
const rows = async () => (await db`select from open_data.dataset_rows where dataset_id = ${dataset}`).length

writeFileSync(join(folder, 'tabela.csv'), 'Emri,Data\nUra,03/04/17\nRruga,2017-05-06\nShkolla,30.02.2017\n')

describe('the command import table', () => {
  it('asks what is doubtful and takes nothing, and takes everything with the answers', async () => {
    const asked = await run('tabela.csv', ...into, '--json')
    expect([asked.code, asked.err, await rows()]).toEqual([1, '', 0])
    const { questions } = JSON.parse(asked.out) as { questions: { id: string; kind: string }[] }
    expect(questions.map(({ kind }) => kind).toSorted()).toEqual(['date-order', 'two-digit-year'])
    const answers = questions.map(({ id, kind }) => [id, kind === 'date-order' ? 'day-first' : '2000'])
    const told = JSON.stringify({ head: 1, answers: Object.fromEntries(answers) as unknown })
    writeFileSync(join(folder, 'pergjigje.json'), told)
    const taken = await run('tabela.csv', ...into, '--answers', 'pergjigje.json')
    expect(taken).toMatchObject({ code: 1, err: '' })
    expect(taken.out).toContain('2 rows added, 0 were there already, 1 refused.')
    expect(taken.out).toContain('line 4, column data: There is no such date (30.02.2017)')
    expect(await rows()).toBe(2)
    const again = await run('tabela.csv', ...into, '--answers', 'pergjigje.json')
    expect(again.out).toContain('0 rows added, 2 were there already, 1 refused.')
    expect(await rows()).toBe(2)
  })

  it('answers 0 where every row stands there', async () => {
    writeFileSync(join(folder, 'sakte.csv'), 'Emri,Data\nParku,2017-05-07\n')
    expect(await run('sakte.csv', ...into)).toMatchObject({ code: 0, err: '' })
  })

  it('keeps nothing of a file from which nothing was taken', async () => {
    const [staged] = await db`
      select count(*)::int as lines from platform.table_import_rows as row
      join platform.table_imports as import on import.id = row.import_id where import.state <> 'taken'`
    expect(staged).toEqual({ lines: 0 })
  })

  it('takes the columns that are told, and no others', async () => {
    writeFileSync(join(folder, 'tjeter.csv'), 'Titulli;Dita\nKopshti;2017-05-08\n')
    expect(await run('tjeter.csv', ...into)).toMatchObject({ code: 1, err: expect.stringContaining('No column') })
    const before = await rows()
    writeFileSync(join(folder, 'kolona.json'), JSON.stringify({ columns: { Titulli: 'emri', Dita: null } }))
    expect(await run('tjeter.csv', ...into, '--answers', 'kolona.json')).toMatchObject({ code: 0 })
    expect(await rows()).toBe(before + 1)
  })

  it.each([
    ['no such file', ['mungon.csv', ...into], 1, 'mungon.csv'],
    ['a file that is no table', ['jo.xls', ...into], 1, '.xls'],
    ['no such register', ['tabela.csv', '--institution', 'prova', '--into', 'asgje'], 1, name],
    ['a register of another', ['tabela.csv', '--institution', 'provas', '--into', name], 1, 'There is no register'],
    ['no such institution', ['tabela.csv', '--institution', 'asgje', '--into', name], 1, 'no institution asgje'],
    ['no register told', ['tabela.csv', '--institution', 'prova'], 2, '--into'],
    ['answers of another shape', ['tabela.csv', ...into, '--answers', 'keq.json'], 2, '--answers'],
    ['no such sheet', ['tabela.csv', ...into, '--answers', 'flete.json'], 2, 'sheet is one of'],
    ['a column that is none', ['tabela.csv', ...into, '--answers', 'jokolone.json'], 2, 'no column vlera'],
  ])('%s is refused, and nothing is taken', async (_, words, code, why) => {
    writeFileSync(join(folder, 'jo.xls'), Buffer.from('d0cf11e0a1b11ae1', 'hex'))
    writeFileSync(join(folder, 'keq.json'), '{"kolonat": {}}')
    writeFileSync(join(folder, 'flete.json'), '{"sheet": "2019"}')
    writeFileSync(join(folder, 'jokolone.json'), '{"columns": {"Emri": "vlera"}}')
    const before = await rows()
    expect(await run(...words)).toEqual({ code, out: '', err: expect.stringContaining(why) })
    expect(await rows()).toBe(before)
  })
})
