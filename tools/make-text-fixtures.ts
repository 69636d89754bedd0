/**
 * Writes the fixtures of test/fixtures/odt, html and pasted and, beside each, what a reader must find in it.
 * With `--convert` those are made anew, too, that LibreOffice makes out of others (their bytes differ each time).
 */
import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CONVERTED_TO_HTML, HTML_FIXTURES } from '#test/fixtures/html/source/html-files.ts'
import { CONVERTED_TO_ODT, ODT_FIXTURES } from '#test/fixtures/odt/source/odt-files.ts'
import { PASTED_FIXTURES } from '#test/fixtures/pasted/source/pasted-files.ts'
import { madeText, type TextFixture } from '#test/fixtures/text-source/make.ts'

const FIXTURES = join(import.meta.dirname, '../test/fixtures')

await write('odt', 'odt', ODT_FIXTURES)
await write('html', 'html', HTML_FIXTURES)
await write('pasted', 'txt', PASTED_FIXTURES)
if (process.argv.includes('--convert')) {
  await convert('odt', CONVERTED_TO_ODT)
  await convert('html', CONVERTED_TO_HTML)
}

async function write(folder: string, ending: string, fixtures: readonly TextFixture[]): Promise<void> {
  for (const fixture of fixtures) {
    const { name, content, expected } = madeText(fixture)
    await writeFile(join(FIXTURES, folder, `${name}.${ending}`), content)
    await writeFile(join(FIXTURES, folder, `${name}.expected.json`), `${JSON.stringify(expected, null, 2)}\n`)
  }
  console.log(`${folder}: ${fixtures.length}`)
}

/** Needs `soffice` in the path. */
async function convert(ending: string, names: Record<string, string>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'fixtures-'))
  const profile = `-env:UserInstallation=file://${folder}/profile`
  for (const [name, from] of Object.entries(names)) {
    const source = join(FIXTURES, 'docx', `${from}.docx`)
    await promisify(execFile)('soffice', [profile, '--headless', '--convert-to', ending, '--outdir', folder, source])
    await rename(join(folder, `${from}.${ending}`), join(FIXTURES, ending, `${name}.${ending}`))
    await copyFile(join(FIXTURES, 'docx', `${from}.expected.json`), join(FIXTURES, ending, `${name}.expected.json`))
  }
  await rm(folder, { recursive: true })
}
