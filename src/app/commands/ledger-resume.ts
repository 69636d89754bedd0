import { compareWithPublished } from '#platform/backup/compare-published.ts'
import { resumeLedger } from '#platform/backup/resume-ledger.ts'
import { refused, type Command } from './command.ts'

export const ledgerResumeCommand: Command = {
  name: 'ledger resume',
  usage: '--size N',
  about: 'after a restore: nothing newer than N entries was ever published, and the log goes on under its name',
  options: ['size'],
  run: async ({ services, options }) => {
    const size = Number(options['size'])
    if (!/^\d{1,15}$/.test(options['size'] ?? '')) return { kind: 'misused', why: '--size: the number of entries' }
    const resumed = await resumeLedger(services, size, await compareWithPublished(services, size))
    if (resumed.kind === 'refused') return refused(resumed.why)
    return { kind: 'done', data: { size }, lines: [`The log of ${size} entries goes on.`] }
  },
}
