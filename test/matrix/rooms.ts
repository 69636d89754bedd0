import { actsAnnouncingRows } from './acts-announcing.ts'
import { actArchiveRows } from './acts-archive.ts'
import { actCopyRows } from './acts-copies.ts'
import { actReviewRows } from './acts-review.ts'
import { actsMakingRows } from './acts-making.ts'
import { actsTextRows } from './acts-texts.ts'
import { actsSigningRows } from './acts-signing.ts'
import { actRegisterRows } from './acts-register.ts'
import { actFigureRows } from './acts-figures.ts'
import { answerRows } from './answers.ts'
import { backupRows } from './backups.ts'
import { councilInvitationRows } from './council-invitations.ts'
import { councilConveningRows } from './council-convening.ts'
import { councilMinutesRows } from './council-minutes.ts'
import { councilPeopleRows } from './council-people.ts'
import { councilSittingRows } from './council-sitting.ts'
import { councilRecordingRows } from './council-recordings.ts'
import { deadlineRows } from './deadline-board.ts'
import { deadlineRuleRows } from './deadline-rules.ts'
import { deskRows } from './desk.ts'
import { documentRows } from './documents.ts'
import { draftersRows } from './drafters.ts'
import { effectRows } from './effects.ts'
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
import { monitoringRows } from './monitoring.ts'
import { planRows } from './plans.ts'
import { ownDataRows } from './own-data.ts'
import type { MatrixWorld, Rows } from './row.ts'
import { questionRows } from './questions.ts'
import { reportRows } from './reports.ts'
import { taskRows } from './tasks.ts'
import { tellingRows } from './telling.ts'
import { textEditingRows } from './text-editing.ts'
import { textRows } from './texts.ts'
import { yearPlanRows } from './year-plans.ts'
import { yearReportRows } from './year-reports.ts'
import { signInMeansRows } from './sign-in-means.ts'

/** The routes of the rooms of the office, each room in a file of its own beside this one. */
export const roomRows = (world: MatrixWorld): Rows => ({
  ...actArchiveRows(world),
  ...actCopyRows(world),
  ...actReviewRows(world),
  ...actsMakingRows(world),
  ...actsAnnouncingRows(world),
  ...actsTextRows(world),
  ...actsSigningRows(world),
  ...actFigureRows(world),
  ...actRegisterRows(world),
  ...answerRows(world),
  ...peopleRows(world),
  ...monitoringRows(world),
  ...planRows(world),
  ...letterRows(world),
  ...institutionRows(world),
  ...intakeRows(world),
  ...councilInvitationRows(world),
  ...councilConveningRows(world),
  ...councilRecordingRows(world),
  ...councilMinutesRows(world),
  ...councilPeopleRows(world),
  ...councilSittingRows(world),
  ...deskRows(world),
  ...documentRows(world),
  ...groupRows(world),
  ...draftersRows(world),
  ...effectRows(world),
  ...entryRows(world),
  ...importRows(world),
  ...deadlineRuleRows(world),
  ...questionRows(world),
  ...reportRows(world),
  ...taskRows(world),
  ...deadlineRows(world),
  ...ownDataRows(world),
  ...mailRows(world),
  ...meetingRows(world),
  ...noticeRows(world),
  ...signInMeansRows(world),
  ...backupRows(),
  ...tellingRows(world),
  ...textRows(world),
  ...textEditingRows(world),
  ...yearPlanRows(world),
  ...yearReportRows(world),
})
