import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { digestOf } from '#platform/files/incoming-file.ts'
import type { Services } from '#platform/services.ts'
import { actOfRow, wordsOfObject } from './act-row-rules.ts'
import type { Archive } from './archive-queries.ts'
import { refusedRow, type ArchiveRow } from './archive-rules.ts'
import { numberingOf, type Numbering } from './numbering-rules.ts'
import { readLines, type FileLine } from './read-lines.ts'
import { digestOfRow } from './row-digest.ts'
import { takeArchive, type ArchiveOrder, type ArchiveSource } from './take-archive.ts'

/** So many rows are looked at before it is said how the numbers run. */
const LOOKED_AT = 5000

export const importActs = async (
  services: Services,
  order: ArchiveOrder,
  file: { path: string; name?: string },
): Promise<Archive> => takeArchive(services, order, await jsonLines(file))

/** A file of JSON, an act a line: `id, title, body, type, year, date, status, commission, topics`. */
export async function jsonLines({ path, name }: { path: string; name?: string }): Promise<ArchiveSource> {
  return {
    kind: 'jsonl',
    file: await fileFacts(path, name),
    numbering: await numberingIn(path),
    rows: (numbering) => rowsOf(path, numbering),
  }
}

export const fileFacts = async (path: string, name: string = basename(path)) => ({
  name,
  digest: await digestOf(path),
  size: (await stat(path)).size,
})

async function numberingIn(path: string): Promise<Numbering> {
  const acts = []
  for await (const row of rowsOf(path, 'one')) {
    if (row.kind === 'act') acts.push(row.act)
    if (acts.length >= LOOKED_AT) break
  }
  return numberingOf(acts)
}

async function* rowsOf(path: string, numbering: Numbering): AsyncGenerator<ArchiveRow> {
  for await (const line of readLines(path)) yield rowOf(line, numbering)
}

function rowOf(line: FileLine, numbering: Numbering): ArchiveRow {
  const { at } = line
  if ('why' in line) return refusedRow(at, '–', line.why === 'too-long' ? 'too-long' : 'not-json', line.words)
  const object = parsed(line.words)
  if (object === undefined) return refusedRow(at, '–', 'not-json', line.words)
  if (typeof object !== 'object' || object === null || Array.isArray(object))
    return refusedRow(at, '–', 'not-an-object', line.words)
  const words = wordsOfObject(object as Record<string, unknown>)
  return actOfRow(words, { at, digest: digestOfRow(words), numbering })
}

function parsed(words: string): unknown {
  try {
    return JSON.parse(words)
  } catch {
    return undefined
  }
}
