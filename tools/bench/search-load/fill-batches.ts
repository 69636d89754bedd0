import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { openDatabase } from '#platform/db/database.ts'
import { COLUMNS, lineOf } from './document-lines.ts'
import type { RealWords } from './real-words.ts'
import { batchOf, type LoadHouse } from './synthetic-documents.ts'

/**
 * A process that fills its share of the index: `fill-batches.ts FIRST STEP COUNT`, with the house on its standard input and the
 * database in SEARCH_LOAD_DATABASE.
 */
const [first = 0, step = 1, count = 0] = process.argv.slice(2).map(Number)
const { house, words } = JSON.parse(await text(process.stdin)) as {
  house: LoadHouse
  words: RealWords
}
const db = openDatabase(process.env.SEARCH_LOAD_DATABASE ?? '', { max: 1 })
for (let batch = first; batch < count; batch += step) {
  const to = await db`copy platform.search_documents (${db([...COLUMNS, 'year'])}) from stdin`.writable()
  await pipeline(Readable.from(linesOf(batch, words)), to)
}
await db.end()

function* linesOf(batch: number, of: RealWords): Generator<string> {
  for (const document of batchOf(batch, house, of)) yield lineOf(document)
}
