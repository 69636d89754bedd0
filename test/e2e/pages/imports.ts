import { randomUUID } from 'node:crypto'
import { importUrls as urls } from '#app/office/imports/urls.ts'
import { officeUrls as datasets, publicUrl } from '#modules/open-data/urls.ts'
import { withdrawDataset } from '#modules/open-data/write-dataset.ts'
import { undoImport, dropImport } from '#platform/imports/undo-import.ts'
import { systemClock } from '#platform/time/clock.ts'
import { draftDataset, stagedImport, targetOf } from '../../imports.ts'
import { spreadsheetWith } from '../../spreadsheets.ts'
import { testServices } from '../../web.ts'
import type { Program } from '../program.ts'
import type { RoomPages } from './page.ts'

const NOBODY = '00000000-0000-4000-8000-000000000000'
const BY = 'command-line'
const WORDS = { titulli: 'Pa', 'titulli-en': '', pershkrimi: 'Shkurt', 'pershkrimi-en': '', burimi: 'Burimi' }

/** Every line of it is doubtful, in letters of an older encoding, or no day at all. */
const DOUBTFUL = Buffer.from(
  'Kontratat e provës,\nEmri,Data\nUra,03/04/17\nRrugë,12.03.2017 - 15.03.2017\nPark,30.02.2017\n,,\nGjithsej,3\n',
  'latin1',
)

/** Datasets and imports in every state that has a look of its own. */
export const importPages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const made = (given = {}) => draftDataset(services, 'bregas', given)
  const [draft, filled, standing, gone] = [
    await made(),
    await made({ rows: 1 }),
    await made({ rows: 1, published: true }),
    await made({ rows: 1, published: true }),
  ]
  await withdrawDataset(services, gone, { by: BY, reason: 'Botuar gabimisht' })
  const sheets = spreadsheetWith({ Kontratat: [['Emri', 'Data']], Shënime: [['Fjalë të lira']] })
  const [several, asked, ready, taken, undone, dropped] = [
    await stagedImport(services, draft, 'staged', sheets),
    await stagedImport(services, draft, 'chosen', DOUBTFUL, { head: 2 }),
    await stagedImport(services, draft, 'chosen', 'Emri,Data\nUra,2026-03-07\nPark,30.02.2026\n'),
    await stagedImport(services, draft, 'taken', 'Emri,Data\nShkolla,2026-03-07\nKopshti,30.02.2026\n'),
    await stagedImport(services, filled, 'taken'),
    await stagedImport(services, draft, 'staged'),
  ]
  const reason = 'Skedari i gabuar'
  await undoImport(services, await targetOf(services, filled), { id: undone, by: BY, reason })
  await dropImport(services, dropped, BY)
  const [published, left] = [await slugOf(program, standing), await slugOf(program, gone)]
  const short = { arsyeja: 'pse' }
  const importer = [
    { path: urls.list() },
    { path: `${urls.list()}?gjendja=taken` },
    { path: `${urls.list()}?gjendja=taking` },
    { path: urls.create() },
    { path: urls.create(), fields: { dergesa: randomUUID(), skedari: new File([], '') }, status: 422 },
    { path: urls.head(several) },
    { path: urls.head(several), fields: { fleta: '9', koka: '1' }, status: 422 },
    { path: urls.head(asked) },
    { path: urls.head(asked), fields: { fleta: '0', koka: '999' }, status: 422 },
    { path: urls.columns(asked) },
    { path: urls.columns(asked), fields: { 'kolona-1': 'emri', 'kolona-2': 'emri' }, status: 422 },
    { path: urls.questions(asked) },
    { path: urls.questions(asked), fields: {}, status: 422 },
    ...[several, asked, ready, taken, undone, dropped].map((id) => ({ path: urls.one(id) })),
    { path: urls.one(NOBODY), status: 404 },
    { path: urls.take(asked), fields: { versioni: '0' }, status: 409 },
    { path: urls.head(taken), status: 409 },
    { path: urls.undo(taken), fields: short, status: 422 },
  ]
  const publisher = [
    { path: datasets.list() },
    { path: `${datasets.list()}?gjendja=taken-down` },
    { path: datasets.create() },
    { path: datasets.create(), fields: { ...WORDS, dergesa: randomUUID(), skedari: new File([], '') }, status: 422 },
    ...[draft, standing, gone].map((id) => ({ path: datasets.one(id) })),
    { path: datasets.change(standing) },
    { path: datasets.change(standing), fields: WORDS, status: 422 },
    { path: datasets.withdraw(standing), fields: short, status: 422 },
    { path: datasets.publish(gone), fields: {}, status: 409 },
  ]
  return {
    anonymous: [{ path: publicUrl(published) }, { path: publicUrl(left), status: 410 }],
    administrator: [...importer, ...publisher],
    auditor: [urls.list(), urls.one(asked), urls.one(taken), datasets.list(), datasets.one(draft)].map((path) => ({
      path,
    })),
  }
}

async function slugOf({ db }: Program, id: string): Promise<string> {
  const [row] = await db<{ slug: string }[]>`select slug from open_data.datasets where id = ${id}`
  return row?.slug ?? ''
}
