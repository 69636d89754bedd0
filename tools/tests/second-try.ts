import { relative } from 'node:path'
import type { FileReport, Report } from './report.ts'
import { ROOT } from './run.ts'

/** Where more files than these fail, that is no unsteadiness. */
export const MOST_TRIED_AGAIN = 12

/** The files that get a second try: those that failed, if they are few and nothing else went wrong. */
export function toTryAgain(report: Report | null): string[] {
  const failed = (report?.files ?? []).filter((file) => file.failed > 0).map(({ file }) => file)
  return report?.stray === 0 && failed.length <= MOST_TRIED_AGAIN ? failed : []
}

/** What counts in the end: of a file that was tried again the second try, of all others the first. */
export function afterSecondTry(first: Report, second: Report | null): Report {
  const again = new Map((second?.files ?? []).map((file) => [file.file, file]))
  return {
    files: first.files.map((file) => (file.failed > 0 ? (again.get(file.file) ?? file) : file)),
    stray: first.stray + (second?.stray ?? 0),
  }
}

/** Said at the end of every run in which something had to be tried twice. */
export function secondTryLines(first: Report, after: Report): string[] {
  const ended = new Map(after.files.map((file) => [file.file, file]))
  const told = (file: FileReport): string[] => [
    `- ${relative(ROOT, file.file)}: ${ended.get(file.file)?.failed === 0 ? 'passed then' : 'FAILED TWICE'}`,
    ...file.faults.map((fault) => `    failed at first: ${fault}`),
  ]
  return ['A second try, alone, was given to:', ...first.files.filter(({ failed }) => failed > 0).flatMap(told)]
}
