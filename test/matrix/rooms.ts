import { backupRows } from './backups.ts'
import { deadlineRows } from './deadline-board.ts'
import { deadlineRuleRows } from './deadline-rules.ts'
import { documentRows } from './documents.ts'
import { importRows } from './imports.ts'
import { intakeRows } from './intake.ts'
import { institutionRows } from './institutions.ts'
import { letterRows } from './letters.ts'
import { mailRows } from './mail.ts'
import { peopleRows } from './people.ts'
import { ownDataRows } from './own-data.ts'
import type { MatrixWorld, Rows } from './row.ts'
import { taskRows } from './tasks.ts'
import { textEditingRows } from './text-editing.ts'
import { textRows } from './texts.ts'
import { signInMeansRows } from './sign-in-means.ts'

/** The routes of the rooms of the office, each room in a file of its own beside this one. */
export const roomRows = (world: MatrixWorld): Rows => ({
  ...peopleRows(world),
  ...letterRows(world),
  ...institutionRows(world),
  ...intakeRows(world),
  ...documentRows(world),
  ...importRows(world),
  ...deadlineRuleRows(world),
  ...taskRows(world),
  ...deadlineRows(world),
  ...ownDataRows(world),
  ...mailRows(world),
  ...signInMeansRows(world),
  ...backupRows(),
  ...textRows(world),
  ...textEditingRows(world),
})
