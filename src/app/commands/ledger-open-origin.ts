import { openOrigin } from '#platform/ledger/tree/open-origin.ts'
import { refused, type Command } from './command.ts'

export const ledgerOpenOriginCommand: Command = {
  name: 'ledger open-origin',
  usage: '--reason "WORDS"',
  about:
    'when the log cannot go on under its name (lost entries, lost key): the same log under a new one, for everybody to see',
  options: ['reason'],
  run: async ({ services, options }) => {
    const reason = (options['reason'] ?? '').trim()
    if (reason.length < 5 || reason.length > 1000) return { kind: 'misused', why: '--reason: 5 to 1000 characters' }
    const opened = await openOrigin(services, { reason })
    if (opened.kind === 'refused') return refused(opened.words)
    const { origin, vkey, predecessor, size } = opened
    const lines = [
      `The log of ${size} entries goes on as ${origin}. It names ${predecessor} as the one before, and says why.`,
      `Its key: ${vkey}`,
      'Give name and key to the witnesses: they know the old ones.',
    ]
    return { kind: 'done', data: { origin, vkey, predecessor, size, reason }, lines }
  },
}
