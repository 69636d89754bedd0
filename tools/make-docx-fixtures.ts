/** Writes the DOCX fixtures of test/fixtures/docx and, beside each, what a reader must find in it. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FIXTURES } from '#test/fixtures/docx/source/fixtures.ts'
import { hostileFiles } from '#test/fixtures/docx/source/hostile-files.ts'
import { made } from '#test/fixtures/docx/source/make.ts'

const FOLDER = join(import.meta.dirname, '../test/fixtures/docx')

await mkdir(join(FOLDER, 'hostile'), { recursive: true })
for (const fixture of FIXTURES) {
  const { name, bytes, expected } = await made(fixture)
  await writeFile(join(FOLDER, `${name}.docx`), bytes)
  await writeFile(join(FOLDER, `${name}.expected.json`), `${JSON.stringify(expected, null, 2)}\n`)
  console.log(`${name}.docx ${bytes.length} bytes, ${expected.articles.length} articles`)
}
for (const [name, bytes] of Object.entries(hostileFiles())) {
  await writeFile(join(FOLDER, 'hostile', name), bytes)
  console.log(`hostile/${name} ${bytes.length} bytes`)
}
