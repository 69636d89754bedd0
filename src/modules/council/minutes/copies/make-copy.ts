import { recordChange } from '#platform/history/record-change.ts'
import { newCheckCode } from '#platform/letters/check-code.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { civilDateIn, type CivilDate } from '#platform/time/civil-date.ts'
import { MINUTES_KIND } from '../../council-rules.ts'
import { findWholeVersion, holdMeetingOfMinutes, holdMinutes } from '../minutes-queries.ts'
import { mayDoMinutes } from '../minutes-rules.ts'
import { cancelCopyRow, findCopy, findCopyByForm, insertCopy, nextCopyNumber } from './copy-queries.ts'

export type CopyOrder = {
  /** Null: the whole minutes. */
  itemId: string | null
  whole: boolean
  askedBy: string | null
  askedOn: CivilDate | null
  formId: string
  by: { accountId: string }
}
export type CopyOutcome = { kind: 'made'; id: string } | { kind: 'no-such-minutes' | 'not-approved' | 'no-such-item' }

/** An extract of one item, or a certified copy of all: of approved minutes alone, with the next number of the year. */
export const makeCopy = (services: Services, meetingId: string, order: CopyOrder): Promise<CopyOutcome> =>
  services.db.begin(async (tx): Promise<CopyOutcome> => {
    const { itemId, whole, askedBy, askedOn, formId, by } = order
    const at = services.clock.now()
    const meeting = await holdMeetingOfMinutes(tx, meetingId)
    const minutes = meeting && (await holdMinutes(tx, meetingId))
    if (!meeting || !minutes) return { kind: 'no-such-minutes' }
    const made = await findCopyByForm(tx, formId)
    if (made !== null) return { kind: 'made', id: made }
    if (!mayDoMinutes(minutes.state, 'copy')) return { kind: 'not-approved' }
    const version = await findWholeVersion(tx, meetingId, null)
    if (version?.state !== 'approved') return { kind: 'not-approved' }
    if (itemId !== null && !version.record.facts.items.some(({ id }) => id === itemId)) return { kind: 'no-such-item' }
    const { institutionId } = meeting
    const year = Number(civilDateIn(meeting.zone, at).slice(0, 4))
    const number = await nextCopyNumber(tx, institutionId, year)
    const kind = itemId === null ? 'copy' : 'extract'
    const of = {
      institutionId,
      formId,
      year,
      number,
      kind,
      meetingId,
      itemId,
      minutesVersion: version.version,
    } as const
    const code = newCheckCode()
    const id = await insertCopy(tx, { ...of, code, whole, askedBy, askedOn, by: by.accountId, at })
    const fields = [{ field: 'copy', from: null, to: `${number}/${year}` }]
    await recordChange(tx, {
      institutionId,
      subject: refOf(MINUTES_KIND, meetingId),
      kind: 'copy-made',
      by,
      at,
      fields,
    })
    return { kind: 'made', id }
  })

/** Its number stays in the register, with the reason. */
export const cancelCopy = (
  services: Services,
  id: string,
  { reason, by }: { reason: string; by: { accountId: string } },
): Promise<'done' | 'no-such-copy' | 'cancelled-before'> =>
  services.db.begin(async (tx) => {
    const copy = await findCopy(tx, id)
    if (!copy) return 'no-such-copy'
    const at = services.clock.now()
    if (!(await cancelCopyRow(tx, id, reason, at))) return 'cancelled-before'
    const { institutionId, meetingId, number, year } = copy
    const subject = refOf(MINUTES_KIND, meetingId)
    const fields = [{ field: 'copy', from: `${number}/${year}`, to: null }]
    await recordChange(tx, { institutionId, subject, kind: 'copy-cancelled', by, at, reason, fields })
    return 'done'
  })
