import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The folder of the project, found upwards from a file of the program: the bundle lies two folders deep, the sources as
 * deep as they are. Migrations, built files and the default data folder are found from there, wherever a command is typed.
 */
export function projectRoot(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'db', 'migrations'))) return folder
    if (folder === dirname(folder)) throw new Error(`no folder above ${from} holds db/migrations`)
  }
}
