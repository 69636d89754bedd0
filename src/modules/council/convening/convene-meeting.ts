import type { ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import type { Transaction } from '#platform/db/database.ts'
import { zonedInstant } from '#platform/time/zoned-instant.ts'
import { isShortNotice, refusalToConvene, slugOf } from './convening-rules.ts'
import { doWithMeeting, writtenMeeting, type MeetingOutcome } from './do-with-meeting.ts'
import { meetNotice, planNotice } from './keep-notice-clock.ts'
import { listAgenda, type CouncilMeeting } from './meeting-queries.ts'
import { isSlugTaken, nextMeetingNumber, setConvened } from './meeting-writing-queries.ts'
import { publishPapersOf } from './publish-papers.ts'
import { tellOfMeeting } from './tell-meeting.ts'

type Convening = {
  by: ChangedBy
  seen: number
  /** Why the notice comes later than the clock asks. */
  shortNoticeReason: string | null
}

/**
 * From now on everybody reads it, with its agenda and the papers of its open items. It gets its number and address the first
 * time. A notice that comes late is given all the same, with the reason.
 */
export const conveneMeeting = (
  services: Services,
  id: string,
  { by, seen, shortNoticeReason }: Convening,
): Promise<MeetingOutcome> =>
  doWithMeeting(services, id, { deed: 'convene', seen }, async ({ tx, meeting, at }) => {
    const refusal = refusalToConvene(meeting, await listAgenda(tx, id))
    if (refusal) return refusal
    const due = await planNotice(tx, services, meeting, by)
    const short = isShortNotice(due, civilDateIn(meeting.zone, at))
    if (short && !shortNoticeReason) return 'short-notice'
    const registered = await registeredAs(tx, meeting)
    await setConvened(tx, id, { ...registered, shortNoticeReason: short ? shortNoticeReason : null, at })
    const now = await writtenMeeting(tx, id)
    await meetNotice(tx, services, now, by)
    await publishPapersOf(tx, now, { by, at })
    const starts = now.startsAt === null ? null : zonedInstant(now.zone, now.startsAt)
    await tellOfMeeting(tx, now, {
      kind: meeting.state === 'postponed' ? 'moved' : 'convened',
      by,
      at,
      changes: { starts_at: [null, starts], place: [null, now.place] },
      reason: short ? shortNoticeReason : null,
    })
    return 'done'
  })

/** Its number in the register of the body and the year; what was given once stays. */
async function registeredAs(tx: Transaction, meeting: CouncilMeeting) {
  const { institutionId, bodyId, slug, number, numberYear, day } = meeting
  if (number !== null && numberYear !== null) return { slug, number, year: numberYear }
  const year = Number(day?.slice(0, 4))
  const given = await nextMeetingNumber(tx, { institutionId, bodyId, year })
  for (let nth = 1; nth <= 50; nth += 1) {
    const wanted = slugOf(meeting.institution, meeting.body, year, given, nth)
    if (!(await isSlugTaken(tx, wanted))) return { slug: wanted, number: given, year }
  }
  throw new Error(`no free address for meeting ${meeting.id}`)
}
