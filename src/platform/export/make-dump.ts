import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { shareContent } from '../documents/content-queries.ts'
import { newTemporaryFolder } from '../files/temporary-files.ts'
import type { Services } from '../services.ts'
import type { Dataset } from './dataset.ts'
import { insertDump, insertDumpFile } from './export-queries.ts'
import { openDataUrls } from './export-urls-rules.ts'
import { csvOf } from './file-formats.ts'
import { licenceOf } from './licence-rules.ts'
import { dataPackage, type PackedCsv } from './package-rules.ts'
import { readAsOne, rowPagesAsOne } from './read-rows.ts'
import { readMe } from './read-me-texts.ts'
import { zipStream } from './zip-stream.ts'

/**
 * A whole copy of a register, of one moment, kept under its digest. It says what it saw of the database: what leaves the
 * public while it is made, or later, makes it void (`export-queries.ts`).
 */
export async function makeDump(services: Services, dataset: Dataset): Promise<void> {
  const { db, settings, files, clock } = services
  const folder = await newTemporaryFolder(settings)
  try {
    const madeAt = clock.now()
    const table = join(folder, 'table')
    const { seen, csv } = await readAsOne(db, async (tx, snapshot) => ({
      seen: snapshot,
      csv: await writeTable(dataset, rowPagesAsOne(tx, { dataset, filters: {}, url: settings.url }), table),
    }))
    const archive = join(folder, 'archive')
    const { sha256, bytes } = await write(archiveOf(dataset, csv, madeAt, settings.url, table), archive)
    await db.begin(async (tx) => {
      await shareContent(tx)
      await files.put(sha256, archive)
      await insertDumpFile(tx, { sha256, bytes, madeAt })
      const { kinds = [], personal = false, name } = dataset
      await insertDump(tx, { dataset: name, sha256, bytes, rowCount: csv.rows, madeAt, seen, kinds, personal })
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function writeTable(dataset: Dataset, pages: ReturnType<typeof rowPagesAsOne>, path: string): Promise<PackedCsv> {
  let rows = 0
  async function* counted() {
    for await (const page of pages) {
      rows += page.length
      yield page
    }
  }
  const { sha256, bytes } = await write(csvOf(dataset, counted()), path)
  return { rows, bytes, sha256 }
}

/** `table`: where the file with its rows lies. */
function archiveOf(dataset: Dataset, csv: PackedCsv, madeAt: Date, url: string, table: string) {
  const { name, licence } = dataset
  const known = licenceOf(licence)
  const address = url + openDataUrls.dataset(name)
  const told = { at: madeAt, licence: `${known.title}, ${known.address}`, address }
  return zipStream([
    { name: 'datapackage.json', content: `${JSON.stringify(dataPackage(dataset, csv, madeAt, url), null, 2)}\n` },
    { name: 'README.md', content: readMe(dataset, csv, told) },
    { name: 'SHA256SUMS', content: `${csv.sha256}  ${name}.csv\n` },
    { name: `${name}.csv`, content: createReadStream(table) },
  ])
}

/** As it comes, with its digest and size. */
async function write(
  pieces: AsyncIterable<string | Uint8Array>,
  path: string,
): Promise<{ sha256: string; bytes: number }> {
  const digest = createHash('sha256')
  let bytes = 0
  async function* measured() {
    for await (const piece of pieces) {
      const all = typeof piece === 'string' ? Buffer.from(piece) : piece
      digest.update(all)
      bytes += all.length
      yield all
    }
  }
  await pipeline(Readable.from(measured()), createWriteStream(path, { mode: 0o600 }))
  return { sha256: digest.digest('hex'), bytes }
}
