import { countAllDue, forgetWhatIsDue } from '#platform/own-data/forget.ts'
import { doors } from '../doors.ts'
import type { Command } from './command.ts'

export const retentionCommand: Command = {
  name: 'retention',
  usage: '[--dry-run]',
  about: 'erases what has reached its term, as every night; with --dry-run counts it and changes nothing',
  options: [],
  flags: ['dry-run'],
  run: async ({ services, flags }) => {
    if (flags.includes('dry-run')) {
      const due = (await countAllDue(services, doors)).map(({ rule, due: count }) => ({ rule: rule.id, due: count }))
      return { kind: 'done', data: { due }, lines: due.map((one) => `${one.rule}: ${one.due} due`) }
    }
    const runs = await forgetWhatIsDue(services, doors)
    const failed = runs.filter(({ failure }) => failure !== null)
    if (failed.length > 0)
      return { kind: 'refused', why: failed.map(({ rule, failure }) => `${rule}: ${failure}`).join('\n') }
    return { kind: 'done', data: { runs }, lines: runs.map((run) => `${run.rule}: ${run.forgotten ?? 0} erased`) }
  },
}
