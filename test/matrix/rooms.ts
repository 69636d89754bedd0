import { backupRows } from './backups.ts'
import { deadlineRows } from './deadline-board.ts'
import { deadlineRuleRows } from './deadline-rules.ts'
import { deskRows } from './desk.ts'
import { documentRows } from './documents.ts'
import { entryRows } from './entry.ts'
import { groupRows } from './groups.ts'
import { importRows } from './imports.ts'
import { intakeRows } from './intake.ts'
import { institutionRows } from './institutions.ts'
import { letterRows } from './letters.ts'
import { mailRows } from './mail.ts'
import { meetingRows } from './meetings.ts'
import { noticeRows } from './notices.ts'
import { peopleRows } from './people.ts'
import { planRows } from './plans.ts'
import { ownDataRows } from './own-data.ts'
import type { MatrixWorld, Rows } from './row.ts'
import { questionRows } from './questions.ts'
import { taskRows } from './tasks.ts'
import { textEditingRows } from './text-editing.ts'
import { textRows } from './texts.ts'
import { yearPlanRows } from './year-plans.ts'
import { signInMeansRows } from './sign-in-means.ts'

/** The routes of the rooms of the office, each room in a file of its own beside this one. */
export const roomRows = (world: MatrixWorld): Rows => ({
  ...peopleRows(world),
  ...planRows(world),
  ...letterRows(world),
  ...institutionRows(world),
  ...intakeRows(world),
  ...deskRows(world),
  ...documentRows(world),
  ...groupRows(world),
  ...entryRows(world),
  ...importRows(world),
  ...deadlineRuleRows(world),
  ...questionRows(world),
  ...taskRows(world),
  ...deadlineRows(world),
  ...ownDataRows(world),
  ...mailRows(world),
  ...meetingRows(world),
  ...noticeRows(world),
  ...signInMeansRows(world),
  ...backupRows(),
  ...textRows(world),
  ...textEditingRows(world),
  ...yearPlanRows(world),
})
