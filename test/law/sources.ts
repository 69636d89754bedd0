import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { placeOf } from '../../tools/import-law/place.ts'
import type { Room } from '../../tools/import-law/tables.ts'
import { projectFiles } from '../../tools/source-files.ts'

export const ROOT = join(import.meta.dirname, '../..')

export type Source = { file: string; text: string }

/** Files of the project with their words. Pictures, fonts and documents are left aside. */
export const sources = (wanted: (file: string) => boolean): Source[] =>
  projectFiles(ROOT)
    .filter((file) => !/\.(docx|odt|woff2|png|jpe?g|pdf|zip|ttf|gz)$/.test(file) && wanted(file))
    .map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }))

/** What runs: no test, no helper of tests. */
export const isProgram = (file: string): boolean => /^src\/.*\.tsx?$/.test(file) && !placeOf(file).test

export const isIn = (file: string, rooms: readonly Room[]): boolean => {
  const { room } = placeOf(file)
  return room !== null && rooms.includes(room)
}

/** The code without its comments, line for line. A `//` inside words ends the line too early: good enough to search. */
export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, '')).replace(/(^|[\s;,{}()])\/\/.*$/gm, '$1')

/** `file:line: the line`, for every line that the pattern finds. */
export function findLines({ file, text }: Source, pattern: RegExp): string[] {
  return text
    .split('\n')
    .flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1}: ${line.trim().slice(0, 120)}`] : []))
}
