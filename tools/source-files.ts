import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Folders that are no part of the project: `.gitignore` has the same. */
const NOT_OURS = new Set(['node_modules', '.git', '.build', '.kuvend'])

/** Code that is wrong on purpose, for the tests of the checks themselves. */
const WRONG_ON_PURPOSE = 'test/fixtures/lint/'

/** Every file of the project, as paths from its root, in the order of their names. */
export function projectFiles(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !NOT_OURS.has(entry.name) && !entry.name.endsWith('.log'))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      return entry.isDirectory() ? projectFiles(root, path) : [path]
    })
    .toSorted()
}

/** Every file below some folders of the project. */
export const sourceFiles = (root: string, folders: readonly string[]): string[] =>
  folders.flatMap((folder) => projectFiles(root, folder)).filter((file) => !file.startsWith(WRONG_ON_PURPOSE))
