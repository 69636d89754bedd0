import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { validateXML } from 'xmllint-wasm'

const FOLDER = join(import.meta.dirname, 'fixtures/akomantoso')

/** Pages of 64 KiB: a civil code needs more than the 16 MiB that are usual. */
const MOST_PAGES = 16_384

/** What xmllint says against these files by the schema of Akoma Ntoso; nothing if they are valid. */
export async function schemaErrors(files: Record<string, string>): Promise<string[]> {
  const part = async (fileName: string) => ({ fileName, contents: await readFile(join(FOLDER, fileName), 'utf8') })
  const result = await validateXML({
    xml: Object.entries(files).map(([fileName, contents]) => ({ fileName, contents })),
    schema: [await part('akomantoso30.xsd')],
    preload: [await part('xml.xsd')],
    initialMemoryPages: 2_048,
    maxMemoryPages: MOST_PAGES,
  })
  const errors = result.errors.map((error) => `${error.loc?.fileName}:${error.loc?.lineNumber} ${error.message}`)
  return result.valid ? [] : errors.length > 0 ? errors : [result.rawOutput || 'not valid']
}
