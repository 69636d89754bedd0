/** Writes the PDF fixtures of test/fixtures/pdf and, beside each, what a reader must find in it. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expectedOf } from '#test/fixtures/pdf/source/fixture.ts'
import { PDF_FIXTURES } from '#test/fixtures/pdf/source/fixtures.ts'
import { OFFICE_EXPORTS } from '#test/fixtures/pdf/source/office-exports.ts'

const FOLDER = join(import.meta.dirname, '../test/fixtures/pdf')

for (const { name, make } of PDF_FIXTURES) await writeFile(join(FOLDER, `${name}.pdf`), make())
for (const fixture of [...PDF_FIXTURES, ...OFFICE_EXPORTS]) {
  await writeFile(join(FOLDER, `${fixture.name}.expected.json`), `${JSON.stringify(expectedOf(fixture), null, 2)}\n`)
  console.log(fixture.name)
}
