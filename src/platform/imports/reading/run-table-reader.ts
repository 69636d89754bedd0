import { createReadStream } from 'node:fs'
import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { runApart, type ApartLimits } from '../../files/run-apart.ts'
import { newTemporaryFolder } from '../../files/temporary-files.ts'
import { waitingLine } from '../../files/waiting-line.ts'
import type { Settings } from '../../settings/settings.ts'
import { SOURCE_LIMITS, type FoundSheet, type ReadRefusal, type SourceCell, type StagedLine } from './source-rules.ts'

export type ReadingOrder = { path: string; folder: string }
export type FoundTable = { kind: 'read'; sheets: FoundSheet[] } | { kind: 'unreadable'; why: ReadRefusal }

export type TableRead = { sheets: FoundSheet[]; lines: () => AsyncIterable<StagedLine> }

const TABLE_LIMITS: ApartLimits = { seconds: 90, megabytes: 900, heapMegabytes: 700 }

/** Each may take most of a gigabyte. */
const inLine = waitingLine({ atOnce: 1, waiting: 4 })

/** In the bundle it lies beside the program; without one Node strips the types itself. */
const ENTRY = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? './table-process.ts' : './table-process.js', import.meta.url),
)

/** Reads a file in a process of its own; `use` gets its lines, which are gone afterwards. Never throws for the file's sake. */
export async function readTable<Done>(
  settings: Pick<Settings, 'dataFolder'>,
  path: string,
  use: (read: TableRead) => Promise<Done>,
  limits: ApartLimits = TABLE_LIMITS,
): Promise<Done | ReadRefusal> {
  if ((await stat(path)).size > SOURCE_LIMITS.bytes) return 'too-large'
  return (await inLine(() => readApart(settings, path, use, limits))) ?? 'busy'
}

async function readApart<Done>(
  settings: Pick<Settings, 'dataFolder'>,
  path: string,
  use: (read: TableRead) => Promise<Done>,
  limits: ApartLimits,
): Promise<Done | ReadRefusal> {
  const folder = await newTemporaryFolder(settings)
  try {
    const { how } = await runApart({ entry: ENTRY, order: { path, folder } satisfies ReadingOrder, folder }, limits)
    if (how === 'too-heavy') return 'too-large'
    const words = how === 'done' ? await readFile(join(folder, 'found.json'), 'utf8').catch(() => null) : null
    if (words === null) return 'broken'
    const found = JSON.parse(words) as FoundTable
    if (found.kind === 'unreadable') return found.why
    return await use({ sheets: found.sheets, lines: () => linesOf(join(folder, 'rows.jsonl')) })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* linesOf(path: string): AsyncIterable<StagedLine> {
  const input = createReadStream(path)
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      const [sheet, position, at, cells] = JSON.parse(line) as [number, number, number, SourceCell[]]
      yield { sheet, position, at, cells }
    }
  } finally {
    // Whoever stops half-way leaves the file open else.
    input.destroy()
  }
}
