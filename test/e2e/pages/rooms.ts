import type { Program } from '../program.ts'
import type { Visitor } from '../visitor.ts'
import { actsAnnouncingPages } from './acts-announcing.ts'
import { actArchivePages } from './acts-archive.ts'
import { actCopyPages } from './acts-copies.ts'
import { actsMakingPages } from './acts-making.ts'
import { actsReadingPages } from './acts-reading.ts'
import { actReviewPages } from './acts-review.ts'
import { actsSigningPages } from './acts-signing.ts'
import { actRegisterPages } from './acts-register.ts'
import { actsTextPages } from './acts-texts.ts'
import { actFigurePages } from './acts-figures.ts'
import { answerPages } from './answers.ts'
import { backupPages } from './backups.ts'
import { calendarPages } from './calendar.ts'
import { clockPages } from './clocks.ts'
import { councilInvitationPages } from './council-invitations.ts'
import { councilConveningPages } from './council-convening.ts'
import { councilLivePages } from './council-live.ts'
import { councilMinutesPages } from './council-minutes.ts'
import { councilPeoplePages } from './council-people.ts'
import { councilRecordingPages } from './council-recordings.ts'
import { councilSittingPages } from './council-sitting.ts'
import { councilPublicPages } from './council-public.ts'
import { deadlineBoardPages } from './deadline-board.ts'
import { deadlineRulePages } from './deadline-rules.ts'
import { deskPages } from './desk.ts'
import { documentPages } from './documents.ts'
import { draftersPages } from './drafters.ts'
import { effectPages } from './effects.ts'
import { entryPages } from './entry.ts'
import { followingPages } from './following.ts'
import { groupPages } from './groups.ts'
import { importPages } from './imports.ts'
import { intakePages } from './intake.ts'
import { signInMeansPages } from './sign-in-means.ts'
import { ledgerPages } from './ledger.ts'
import { letterPages } from './letters.ts'
import { monitoringPages } from './monitoring.ts'
import { planPages } from './plans.ts'
import { noticePages } from './notices.ts'
import { meetingPages } from './meetings.ts'
import { peoplePages } from './people.ts'
import { ownDataPages } from './own-data.ts'
import { institutionPages } from './institutions.ts'
import { openDataPages } from './open-data.ts'
import { publicTextPages } from './public-texts.ts'
import { questionPages } from './questions.ts'
import { receiptPages } from './receipts.ts'
import { registerPages } from './register.ts'
import { reportPages } from './reports.ts'
import { searchPages } from './search.ts'
import { taskPages } from './tasks.ts'
import { tellingPages } from './telling.ts'
import { textEditingPages } from './text-editing.ts'
import { textPages } from './texts.ts'
import { yearPlanPages } from './year-plans.ts'
import { yearReportPages } from './year-reports.ts'
import { VIEWERS, type Page, type RoomPages, type Viewer } from './page.ts'

/** The pages of the rooms of the office, each room in a file of its own beside this one. */
const ROOMS: readonly RoomPages[] = [
  actArchivePages,
  actCopyPages,
  actsMakingPages,
  actsAnnouncingPages,
  actsReadingPages,
  actReviewPages,
  actsSigningPages,
  actsTextPages,
  actFigurePages,
  actRegisterPages,
  answerPages,
  intakePages,
  draftersPages,
  effectPages,
  entryPages,
  institutionPages,
  peoplePages,
  monitoringPages,
  planPages,
  letterPages,
  noticePages,
  councilInvitationPages,
  councilConveningPages,
  councilLivePages,
  councilMinutesPages,
  councilRecordingPages,
  councilPeoplePages,
  councilPublicPages,
  councilSittingPages,
  deskPages,
  documentPages,
  signInMeansPages,
  ownDataPages,
  taskPages,
  deadlineBoardPages,
  deadlineRulePages,
  calendarPages,
  clockPages,
  backupPages,
  ledgerPages,
  questionPages,
  receiptPages,
  registerPages,
  reportPages,
  followingPages,
  groupPages,
  publicTextPages,
  openDataPages,
  importPages,
  meetingPages,
  tellingPages,
  textPages,
  textEditingPages,
  searchPages,
  yearPlanPages,
  yearReportPages,
]

export async function roomPages(program: Program, who: Record<Viewer, Visitor>): Promise<Record<Viewer, Page[]>> {
  const all: Record<string, Page[]> = Object.fromEntries(VIEWERS.map((viewer) => [viewer, []]))
  // One after the other: what one brings about must not stand in the way of the next.
  for (const room of ROOMS) {
    for (const [viewer, pages] of Object.entries(await room(program, who))) all[viewer]?.push(...pages)
  }
  return all
}
