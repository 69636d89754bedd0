import { expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testServices } from '#test/web.ts'
import { findInstitution } from '../institutions/institution-queries.ts'
import { nextCaseNumber } from './case-queries.ts'
import { importCases } from './import-cases.ts'

const db = await testDatabase()
const services = testServices(db)
const here = (await findInstitution(db, 'sq', 'prova'))?.id ?? ''

const REGISTER = `Numri;Data;Dërguesi;Lënda;Rruga;Protokolli;Gjendja;E-posta;Afati
1/2025;03.01.2025;Arta Shembull;Ndriçimi;sporteli;12;e mbyllur;arta@posta.example;
12/a;31.02.2025;Besa Shembull;"Uji; dhe rruga";posta;;Në punë;jo-adresë;2025-03-01
117;05.12.2025;;Kanali;drone;;;;
;06.12.2025;Zef Shembull;;;;;;
`

const rows = () => db<{ printed: string; state: string; about: string; channel: string; number: number | null }[]>`
  select printed_number as printed, state, about, channel, register_number as number from platform.cases order by printed_number collate "C"`

it('a register of last year comes in whole: no row is lost, each refused cell is named, numbers stay as printed', async () => {
  const outcome = await importCases(services, here, Buffer.from(REGISTER))
  expect(outcome).toEqual({
    kind: 'imported',
    lines: [
      '4 of 4 rows taken in',
      'row 3, data: no day',
      'row 3, e-posta: no address',
      'row 4, rruga: a word that is not known',
      'row 5, lenda: empty',
      'row 5, numri: empty',
      'the next number of 2025 is 118 or higher',
    ],
  })
  expect(await rows()).toMatchObject([
    { printed: '1/2025', state: 'closed', channel: 'counter' },
    { printed: '117', state: 'new', channel: 'paper' },
    { printed: '12/a', state: 'in-work', about: 'Uji; dhe rruga' },
    { printed: '— (5)', about: '—', number: null },
  ])
  expect(await db.begin((tx) => nextCaseNumber(tx, here, 2025))).toBe(118)
})

it('the same file again adds nothing, also saved by an old Excel', async () => {
  await importCases(services, here, Buffer.from(REGISTER))
  await importCases(services, here, Buffer.from(REGISTER, 'latin1'))
  expect(await rows()).toHaveLength(4)
})

it('a file without the columns that a register needs is refused whole', async () => {
  expect(await importCases(services, here, Buffer.from('a;b\n1;2\n'))).toMatchObject({ kind: 'refused' })
  expect(await rows()).toHaveLength(4)
})
