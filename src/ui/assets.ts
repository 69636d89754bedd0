import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the built files are served. Their names carry their digest, so they may be cached for ever. */
const ROOT = '/s/'

let known: ReadonlyMap<string, string> | null = null

/** What `bin/build.ts` writes, and the part of it that is served. Seen from the repository, where every command runs. */
export const BUILD_FOLDER = '.build'
export const ASSETS_FOLDER = `${BUILD_FOLDER}/public`

/** Reads which file each asset is, once, at start. */
export function loadAssets(folder: string = BUILD_FOLDER): void {
  knowAssets(JSON.parse(readFileSync(join(folder, 'assets.json'), 'utf8')) as Record<string, string>)
}

/** The same from a table: for tests of pages, which need no built file. */
export function knowAssets(names: Record<string, string>): void {
  known = new Map(Object.entries(names))
}

/** `asset('public.css')` is `/s/public-4f1c….css`. An unknown name is a mistake in the program. */
export function asset(name: string): string {
  const file = known?.get(name)
  if (file === undefined) throw new Error(known ? `no asset is called ${name}` : 'assets were not loaded')
  return ROOT + file
}
