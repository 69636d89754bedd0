import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runApart, type ApartLimits } from '../../files/run-apart.ts'
import { newTemporaryFolder } from '../../files/temporary-files.ts'
import type { Settings } from '../../settings/settings.ts'
import { NO_COMPILER, type ExportOrder } from './export-order.ts'

export type ExportOutcome =
  | { kind: 'made'; bytes: Buffer }
  /** This machine has no compiler for PDF. */
  | { kind: 'no-compiler' }
  /** It took too long or too much memory. */
  | { kind: 'too-heavy' }

/** A civil code of 1,174 articles takes 6 seconds and 360 MB (measured). */
export const EXPORT_LIMITS: ApartLimits = { seconds: 60, megabytes: 900, heapMegabytes: 512 }

/** In the bundle it lies beside the program; without one Node strips the types itself. */
const ENTRY = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? './export-process.ts' : './export-process.js', import.meta.url),
)

/** Makes a heavy file in a process of its own, within limits. Throws where the process fails for another reason. */
export async function runExport(
  settings: Pick<Settings, 'dataFolder'>,
  order: ExportOrder,
  limits: ApartLimits = EXPORT_LIMITS,
): Promise<ExportOutcome> {
  const folder = await newTemporaryFolder(settings)
  try {
    await writeFile(join(folder, 'order.json'), JSON.stringify(order))
    const { how, code, words } = await runApart({ entry: ENTRY, order: { folder }, folder }, limits)
    if (how === 'too-heavy') return { kind: 'too-heavy' }
    if (code === NO_COMPILER) return { kind: 'no-compiler' }
    if (how === 'failed') throw new Error(`The process that makes files ended with ${code}: ${words}`)
    return { kind: 'made', bytes: await readFile(join(folder, 'made')) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
