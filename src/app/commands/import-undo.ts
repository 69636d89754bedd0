import { isUuid } from '#platform/http/field-rules.ts'
import { doors } from '../doors.ts'
import { misused, refused, type Command } from './command.ts'

export const importUndoCommand: Command = {
  name: 'import undo',
  usage: 'ARCHIVE',
  about: 'takes back an archive of acts: they leave the register, each with an entry of the ledger that says why',
  options: [],
  positionals: 1,
  run: async ({ services, positionals: [id = ''], progress = () => {} }) => {
    if (!isUuid(id)) return misused('ARCHIVE: the id that the import gave')
    for (const door of doors) {
      const outcome = await door.undoImported?.(services, id, progress)
      if (outcome?.kind === 'refused') return refused(outcome.why)
      if (outcome) return { kind: 'done', data: { archive: id, undone: outcome.lines }, lines: outcome.lines }
    }
    return refused(`There is no archive ${id}.`)
  },
}
