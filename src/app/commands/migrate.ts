import { prepareDatabase } from '../main-database.ts'
import { enterStandingRecords } from '#platform/ledger/enter-standing-records.ts'
import { doors } from '../doors.ts'
import type { Command } from './command.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  usage: '',
  about: 'brings the database to this version',
  options: [],
  beforeMigration: true,
  run: async ({ services, databaseUrl }) => {
    const ran = await prepareDatabase(databaseUrl, services.db)
    const { entered } = await enterStandingRecords(services, doors)
    const lines =
      ran.length === 0 ? ['Nothing to do: the database is of this version.'] : ran.map((name) => `ran ${name}`)
    if (entered > 0) lines.push(`entered ${entered} standing records in the ledger`)
    return { kind: 'done', data: { ran }, lines }
  },
}
