import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runApart, type ApartLimits } from '../../files/run-apart.ts'
import { NOTHING_FOUND, type FoundInFile, type ReadingOrder } from './reading-rules.ts'

/** The program keeps to limits of its own; what is not back long after them hangs. */
export const READER_LIMITS: ApartLimits = { seconds: 180, megabytes: 640 }

/** In the bundle it lies beside the program; without one Node strips the types itself. */
const ENTRY = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? './reader-process.ts' : './reader-process.js', import.meta.url),
)

/** Reads a file in a process of its own, and says how it ended when it did not end well. Never throws for the file's sake. */
export async function runReader(order: ReadingOrder, limits: ApartLimits = READER_LIMITS): Promise<FoundInFile> {
  const { how } = await runApart({ entry: ENTRY, order, folder: order.folder }, limits)
  if (how === 'too-heavy') return { ...NOTHING_FOUND, state: 'too-heavy' }
  const found = how === 'done' ? await readFile(join(order.folder, 'found.json'), 'utf8').catch(() => null) : null
  return found === null ? { ...NOTHING_FOUND, state: 'broken' } : (JSON.parse(found) as FoundInFile)
}
