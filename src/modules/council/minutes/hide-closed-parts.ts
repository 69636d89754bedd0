import type { Transaction } from '#platform/db/database.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { MINUTES_KIND } from '../council-rules.ts'
import { hideVersions, holdMeetingOfMinutes, holdMinutes } from './minutes-queries.ts'
import { publishVersion } from './publish-version.ts'
import { minutesTexts } from './texts.ts'

/**
 * For the deed that finds, after minutes were published, that more was said behind closed doors: a version without it takes
 * their place at once, and nobody outside the office reads the ones before.
 */
export async function hideClosedParts(
  tx: Transaction,
  services: Services,
  { meetingId, at, by }: { meetingId: string; at: Date; by: { accountId: string } | 'command-line' },
): Promise<void> {
  const meeting = await holdMeetingOfMinutes(tx, meetingId)
  const minutes = meeting && (await holdMinutes(tx, meetingId))
  if (!meeting || !minutes || minutes.publishedVersion === 0) return
  await hideVersions(tx, meetingId)
  const reason = minutesTexts(meeting.lang === 'en' ? 'en' : 'sq').closedSince
  const subject = refOf(MINUTES_KIND, meetingId)
  await recordChange(tx, { institutionId: meeting.institutionId, subject, kind: 'corrected', by, at, reason })
  const state = minutes.state === 'approved' ? 'approved' : 'proposed'
  const accountId = by === 'command-line' ? null : by.accountId
  await publishVersion(tx, services, { meeting, state, formId: null, reason, by: { accountId }, at })
}
