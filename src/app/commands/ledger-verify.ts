import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { KeptNote } from '#platform/ledger/verify/kept-note-rules.ts'
import { readOwnKept } from '#platform/ledger/verify/own-kept.ts'
import type { Progress, VerifyReport } from '#platform/ledger/verify/report-rules.ts'
import { recordKindsOf, withTitles } from '#platform/ledger/verify/title-named.ts'
import { verifyLedger } from '#platform/ledger/verify/verify-ledger.ts'
import { readCheckpoint } from '#platform/ledger/tree/checkpoint-rules.ts'
import { doors } from '../doors.ts'
import { misused, refused, type Command, type Outcome } from './command.ts'
import { erasedLine, reportData, reportLines } from './ledger-report.ts'

export const ledgerVerifyCommand: Command = {
  name: 'ledger verify',
  usage: '[--kind KIND] [--from-note FILE] [--list-erased]',
  about:
    'recomputes the whole public record both ways and names what was altered, deleted, inserted or reordered; with a checkpoint that somebody else kept it also tells whether the log was rolled back',
  options: ['kind', 'from-note'],
  optional: ['kind', 'from-note'],
  flags: ['list-erased'],
  run: async ({ services, options, flags, folder, progress }) => {
    const recordKinds = recordKindsOf(doors)
    const known = recordKinds.map(({ kind }) => kind)
    if (options.kind !== undefined && !known.includes(options.kind))
      return misused(`--kind: one of ${known.join(', ')}`)
    if (options.kind !== undefined && options['from-note'] !== undefined)
      return misused('--from-note compares the whole log: leave --kind out')
    const handed = options['from-note'] === undefined ? null : await readNote(folder, options['from-note'])
    if (handed && 'kind' in handed) return handed
    // Read before the database, which may only be ahead of it then.
    const kept = [...(await readOwnKept(services)), ...(handed ? [handed] : [])]
    const only = options.kind === undefined ? {} : { only: [options.kind] }
    const report = await verifyLedger(services, recordKinds, { kept, ...only }, (one) => progress?.(progressLine(one)))
    await withTitles(doors, services, report.named)
    const more = flags.includes('list-erased') ? report.erased.map(erasedLine) : []
    return outcomeOf(report, more)
  },
}

function outcomeOf(report: VerifyReport, more: readonly string[]): Outcome {
  const kind = report.namedCount === 0 ? 'done' : 'named'
  return { kind, data: reportData(report), lines: [...reportLines(report), ...more] }
}

async function readNote(folder: string, file: string): Promise<KeptNote | Outcome> {
  const note = await readFile(resolve(folder, file), 'utf8').catch(() => null)
  if (note === null) return refused(`${file} cannot be read.`)
  return readCheckpoint(note) ? { source: file, note } : refused(`${file} is no signed checkpoint.`)
}

const progressLine = ({ stage, done, total, perSecond }: Progress): string =>
  `${String(Math.floor((done * 100) / total)).padStart(3)} %  ${perSecond} rows/s  ${stage}`
