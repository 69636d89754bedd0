import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export type Work = { root: string; out: string }

/**
 * Runs a step unless its inputs are those of the last time. By content, not by time: a fresh clone, a restored cache
 * and an edited file all tell the truth. `inputs` are files and folders under the root.
 */
export async function unlessUnchanged(
  work: Work,
  step: string,
  inputs: readonly string[],
  run: () => Promise<void> | void,
): Promise<void> {
  const mark = join(work.out, `${step}.inputs`)
  const digest = digestOf(work.root, inputs)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === digest) return
  await run()
  writeWhole(mark, digest)
}

function digestOf(root: string, inputs: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap((input) => filesIn(root, input))) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

const NOT_BUILT = /\.test\.tsx?$|\.md$/

/** The file itself, or every file below the folder, in a fixed order. */
function filesIn(root: string, input: string): string[] {
  if (!existsSync(join(root, input))) return []
  const entries = /\.\w+$/.test(input) ? null : readdirSync(join(root, input), { withFileTypes: true, recursive: true })
  if (entries === null) return [input]
  return entries
    .filter((entry) => entry.isFile() && !NOT_BUILT.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .toSorted()
}

/** Written aside and renamed into place: another process sees the old file or the new one, never half of one. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  const aside = `${file}.${process.pid}`
  writeFileSync(aside, content)
  renameSync(aside, file)
}
