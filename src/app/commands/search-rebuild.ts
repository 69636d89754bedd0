import { rebuildIndex } from '#platform/search/index/rebuild-index.ts'
import { doors } from '../doors.ts'
import { refused, type Command } from './command.ts'

export const searchRebuildCommand: Command = {
  name: 'search rebuild',
  usage: '',
  about: 'builds the index of the search anew from the public record, while people go on searching in the present one',
  options: [],
  run: async ({ services }) => {
    const outcome = await rebuildIndex(services, doors)
    if (outcome.kind !== 'built') return refused('The index is being built anew already, by another process.')
    return {
      kind: 'done',
      data: { records: outcome.records },
      lines: [`The index was built anew: ${outcome.records} records.`],
    }
  },
}
