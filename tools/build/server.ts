import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { mendedDriver } from './mended-driver.ts'
import type { Work } from './work.ts'
import { unlessUnchanged } from './work.ts'

const ENTRY = 'src/app/main.ts'
/** Reads strangers' files in a process of its own; `run-reader.ts` looks for it beside the program. */
const READER = 'src/platform/documents/reading/reader-process.ts'
/** The same for legal texts in PDF; `read-pdf.ts` looks for it. */
const PDF_READER = 'src/platform/texts/pdf/pdf-process.ts'
/** Makes heavy files in a process of its own; `run-export.ts` looks for it beside the program. */
const EXPORTER = 'src/platform/texts/export/export-process.ts'

/** Opens strangers' tables in a process of its own; `run-table-reader.ts` looks for it beside the program. */
const TABLE_READER = 'src/platform/imports/reading/table-process.ts'

/** One file for the server, and one for each process of its own: Node strips types but not JSX, and one file starts faster than four hundred. */
export async function buildServer(work: Work): Promise<void> {
  if (!existsSync(join(work.root, ENTRY))) return
  await unlessUnchanged(work, 'server', ['src', 'tools/build', 'package.json', 'tsconfig.json'], async () => {
    const { build } = await import('esbuild')
    await build({
      absWorkingDir: work.root,
      entryPoints: {
        kuvend: ENTRY,
        'reader-process': READER,
        'pdf-process': PDF_READER,
        'export-process': EXPORTER,
        'table-process': TABLE_READER,
      },
      outdir: join(work.out, 'server'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node24',
      packages: 'external',
      plugins: [mendedDriver],
      sourcemap: true,
      logLevel: 'warning',
    })
  })
}
