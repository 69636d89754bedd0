import type { Transaction } from '#platform/db/database.ts'
import { cancelDeadline, meetDeadline } from '#platform/deadlines/end-deadline.ts'
import { startDeadline } from '#platform/deadlines/start-deadline.ts'
import type { ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { CONVENING_SLOT, MEETING_KIND } from '../council-rules.ts'
import type { CouncilMeeting } from './meeting-queries.ts'

type Clocked = Pick<Services, 'clock'>

/** Of a council in Albania the law gives it; of an assembly in Kosovo the institution's own term, where it has set one. */
const RULE_OF = { AL: 'AL-LSG-NOTICE', XK: 'XK-LSG-MEETINGS' } as const

/** The rule by which its notice is due; null: none was seen, as for commissions. */
export const noticeRuleOf = ({ bodyKind, jurisdiction, history }: CouncilMeeting): string | null =>
  bodyKind === 'council' && !history ? RULE_OF[jurisdiction] : null

const clockOf = (id: string, by: ChangedBy) => ({ subject: refOf(MEETING_KIND, id), slot: CONVENING_SLOT, by })

/**
 * Until when the notice is due, counted back from the day of the meeting; that day, or null where nothing says one. Of a draft
 * it is planned, and nothing is barred.
 */
export async function planNotice(
  tx: Transaction,
  services: Clocked,
  meeting: CouncilMeeting,
  by: ChangedBy,
): Promise<string | null> {
  const [clock, rule] = [clockOf(meeting.id, by), noticeRuleOf(meeting)]
  await cancelDeadline(tx, services, clock)
  if (rule === null || meeting.day === null) return null
  const order = { ...clock, institutionId: meeting.institutionId, basis: { rule }, startedOn: meeting.day }
  const started = await startDeadline(tx, services, { ...order, planned: true, public: false })
  return started.kind === 'started' && started.deadline.state !== 'cancelled' ? started.deadline.dueOn : null
}

/** The notice is given, in time or late: the clock ran to this moment. */
export async function meetNotice(
  tx: Transaction,
  services: Clocked,
  meeting: CouncilMeeting,
  by: ChangedBy,
): Promise<void> {
  const [clock, rule] = [clockOf(meeting.id, by), noticeRuleOf(meeting)]
  if (rule === null || meeting.day === null) return
  const order = {
    ...clock,
    institutionId: meeting.institutionId,
    basis: { rule },
    startedOn: meeting.day,
    public: true,
  }
  const started = await startDeadline(tx, services, order)
  if (started.kind === 'started') await meetDeadline(tx, services, clock)
}

/** There is nothing to give notice of any more. */
export const dropNotice = async (tx: Transaction, services: Clocked, id: string, by: ChangedBy): Promise<void> => {
  await cancelDeadline(tx, services, clockOf(id, by))
}
