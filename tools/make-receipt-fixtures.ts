/** Writes the receipts of test/fixtures/receipts, and in `expected.json` what every verifier must say of each. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { RECEIPT_FIXTURES } from '#test/fixtures/receipts/source/receipt-fixtures.ts'

const FOLDER = join(import.meta.dirname, '../test/fixtures/receipts')

await mkdir(FOLDER, { recursive: true })
for (const { name, content } of RECEIPT_FIXTURES) await writeFile(join(FOLDER, name), content)
const expected = RECEIPT_FIXTURES.map((fixture) => ({ ...fixture, content: undefined }))
await writeFile(join(FOLDER, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`)
console.log(`${expected.length} receipts`)
