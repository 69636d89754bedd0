import { open, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { newTemporaryFolder } from '#platform/files/temporary-files.ts'
import { readZipDirectory, readZipEntry } from '#platform/files/zip-directory.ts'
import type { Settings } from '#platform/settings/settings.ts'

/** Files that stand beside a table or an export, found by the names that it gives them. */
export type FileFinder = { find(name: string): string | null; names: readonly string[] }

const MOST_FILES = 20_000
const LARGEST_FILE = 50_000_000

export const noFiles: FileFinder = { find: () => null, names: [] }

/** A folder of the machine; links out of it are not followed. */
export async function filesIn(folder: string): Promise<FileFinder> {
  const found = (await readdir(folder, { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile())
    .slice(0, MOST_FILES)
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  const names = found.map((path) => relative(folder, path).replaceAll('\\', '/'))
  const byEnd = new Map<string, string[]>()
  for (const path of found) {
    const name = keyOf(basename(path))
    byEnd.set(name, [...(byEnd.get(name) ?? []), path])
  }
  return {
    names,
    /** The longest end of the path that agrees decides; two that agree alike are none. */
    find: (name) => {
      const wanted = decoded(name).replaceAll('\\', '/').split('/').filter(Boolean)
      const same = byEnd.get(keyOf(wanted.at(-1) ?? '')) ?? []
      const scored = same.map((path) => ({ path, score: agreeing(relative(folder, path).split('/'), wanted) }))
      const best = Math.max(0, ...scored.map(({ score }) => score))
      const winners = scored.filter(({ score }) => score === best)
      return winners.length === 1 ? (winners[0]?.path ?? null) : null
    },
  }
}

const keyOf = (name: string): string => name.normalize('NFC').toLowerCase()

function decoded(name: string): string {
  try {
    return decodeURIComponent(name.replace(/[?#].*$/, ''))
  } catch {
    return name
  }
}

function agreeing(path: readonly string[], wanted: readonly string[]): number {
  let same = 0
  while (
    same < Math.min(path.length, wanted.length) &&
    keyOf(path.at(-1 - same) ?? '') === keyOf(wanted.at(-1 - same) ?? '')
  )
    same += 1
  return same
}

export type Unzipped = { folder: string; discard(): Promise<void> }

/** Unpacked into a folder of its own, under names of our own where they lead elsewhere. Null: no archive that can be relied on. */
export async function unzipped(settings: Pick<Settings, 'dataFolder'>, path: string): Promise<Unzipped | null> {
  const file = await open(path, 'r')
  const folder = await newTemporaryFolder(settings)
  const discard = () => rm(folder, { recursive: true, force: true })
  try {
    const entries = await readZipDirectory(file)
    if (!entries) {
      await discard()
      return null
    }
    for (const entry of entries) {
      if (entry.name.endsWith('/')) continue
      const content = await readZipEntry(file, entry, LARGEST_FILE)
      // Folders become part of the name: nothing in the archive can lead out of this folder.
      if (content) await writeFile(join(folder, flat(entry.name)), content, { mode: 0o600 })
    }
    return { folder, discard }
  } catch (error) {
    await discard()
    throw error
  } finally {
    await file.close()
  }
}

const flat = (name: string): string => basename(name.replaceAll('\\', '/')).slice(-200)
