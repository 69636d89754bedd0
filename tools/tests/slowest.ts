import { relative } from 'node:path'
import type { Report } from './report.ts'
import { ROOT } from './run.ts'

const SHOWN = 15

/** Where the time of a run went: whoever wants it shorter begins here. */
export function slowestLines({ files }: Report): string[] {
  const slowest = files.toSorted((one, other) => other.took - one.took).slice(0, SHOWN)
  return ['The slowest files:', ...slowest.map(({ file, took }) => `- ${seconds(took)} ${relative(ROOT, file)}`)]
}

const seconds = (took: number): string => `${(took / 1000).toFixed(1).padStart(6)} s`
