import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runApart, type ApartLimits } from '../files/run-apart.ts'
import { newTemporaryFolder } from '../files/temporary-files.ts'
import { waitingLine } from '../files/waiting-line.ts'
import type { Settings } from '../settings/settings.ts'
import type { ReadRefusal } from './refusal-rules.ts'
import type { ReadText } from './text-rules.ts'

/** The program keeps to limits of its own (`PDF_LIMITS`); what is not back soon after them hangs. */
const PDF_PROCESS_LIMITS: ApartLimits = { seconds: 60, megabytes: 640 }

/** Larger than any act: the bytes pass through the memory of the web process. */
const LARGEST_PDF = 50_000_000

/** Each may take most of a gigabyte, and the web process has its own readers to serve. */
const inLine = waitingLine({ atOnce: 2, waiting: 6 })

/** In the bundle it lies beside the program; without one Node strips the types itself. */
const ENTRY = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? './pdf/pdf-process.ts' : './pdf-process.js', import.meta.url),
)

/**
 * Reads a legal text from a PDF that holds its words: lines, columns, tables and notes by where they stand on the pages.
 * Headers, page numbers, notes, words nobody sees and pictures go to the list of doubts. The file is opened in a process
 * of its own, as strangers' PDF files may hang the program that opens them, or fill its memory.
 */
export async function readPdf(
  bytes: Uint8Array,
  settings: Pick<Settings, 'dataFolder'>,
  limits: ApartLimits = PDF_PROCESS_LIMITS,
): Promise<ReadText | ReadRefusal> {
  if (bytes.length > LARGEST_PDF) return { kind: 'unreadable', why: 'too-large' }
  return (await inLine(() => readInProcess(bytes, settings, limits))) ?? { kind: 'unreadable', why: 'busy' }
}

async function readInProcess(
  bytes: Uint8Array,
  settings: Pick<Settings, 'dataFolder'>,
  limits: ApartLimits,
): Promise<ReadText | ReadRefusal> {
  const folder = await newTemporaryFolder(settings)
  try {
    await writeFile(join(folder, 'text.pdf'), bytes, { mode: 0o600 })
    const { how } = await runApart({ entry: ENTRY, order: { folder }, folder }, limits)
    if (how === 'too-heavy') return { kind: 'unreadable', why: 'too-large' }
    const found = how === 'done' ? await readFile(join(folder, 'found.json'), 'utf8').catch(() => null) : null
    return found === null ? { kind: 'unreadable', why: 'broken' } : (JSON.parse(found) as ReadText | ReadRefusal)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
