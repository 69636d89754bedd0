import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Code that is wrong on purpose, for the tests of the checks themselves. */
const BROKEN_ON_PURPOSE = 'test/fixtures/lint/'

/** Every file below some folders of the project, as paths from its root, in the order of their names. */
export function sourceFiles(root: string, folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith(BROKEN_ON_PURPOSE))
    .toSorted()
}
