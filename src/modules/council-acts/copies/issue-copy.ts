import type { Transaction } from '#platform/db/database.ts'
import { cancelDeadline, meetDeadline } from '#platform/deadlines/end-deadline.ts'
import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import { newCheckCode } from '#platform/letters/check-code.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { accountOf } from '../do-with-act.ts'
import {
  findCopy,
  findPlainText,
  listCopiedVersions,
  lockCopy,
  markEnded,
  markIssued,
  nextCopyNumber,
  type ActCopy,
} from './copy-queries.ts'
import { COPY_RECORD, COPY_SLOT, mayDoCopy, type CopyDeed } from './copy-rules.ts'

export type CopyOutcome = 'done' | 'no-such-copy' | 'wrong-state' | 'no-such-version' | 'no-words'

/** The copy gets the next number of the year and a code; the clock is met. */
export const issueCopy = (
  services: Services,
  id: string,
  { versionId, by }: { versionId: string | null; by: ChangedBy },
): Promise<CopyOutcome> =>
  withCopy(services, id, 'issue', async ({ tx, copy, at }) => {
    const versions = await listCopiedVersions(tx, copy.actId)
    if (versionId === null && (versions.length > 0 || (await findPlainText(tx, copy.actId)) === null)) return 'no-words'
    if (versionId !== null && !versions.some((one) => one.versionId === versionId)) return 'no-such-version'
    const year = Number(civilDateIn(copy.zone, at).slice(0, 4))
    const number = await nextCopyNumber(tx, copy.institutionId, year)
    await markIssued(tx, id, { year, number, code: newCheckCode(), versionId, by: accountOf(by), at })
    const fields = [{ field: 'copy', from: null, to: `${number}/${year}` }]
    await recordChange(tx, { ...about(copy), kind: 'copy-issued', by, at, fields })
    await meetDeadline(tx, services, { subject: refOf(COPY_RECORD, id), slot: COPY_SLOT, by })
    return 'done'
  })

type Ending = { reason: string; by: ChangedBy }

/** It cannot be given: with the reason that the person is told. */
export const refuseCopy = (services: Services, id: string, { reason, by }: Ending): Promise<CopyOutcome> =>
  withCopy(services, id, 'refuse', async ({ tx, copy, at }) => {
    await markEnded(tx, id, { state: 'refused', reason })
    await recordChange(tx, { ...about(copy), kind: 'copy-refused', by, at, reason })
    await cancelDeadline(tx, services, { subject: refOf(COPY_RECORD, id), slot: COPY_SLOT, by, ground: reason })
    return 'done'
  })

/** Issued by mistake: its number stays in the register, and its code says so. */
export const cancelCopy = (services: Services, id: string, { reason, by }: Ending): Promise<CopyOutcome> =>
  withCopy(services, id, 'cancel', async ({ tx, copy, at }) => {
    await markEnded(tx, id, { state: 'cancelled', reason })
    await recordChange(tx, { ...about(copy), kind: 'copy-cancelled', by, at, reason })
    return 'done'
  })

const about = ({ id, institutionId }: ActCopy) => ({ institutionId, subject: refOf(COPY_RECORD, id) })

type Held = { tx: Transaction; copy: ActCopy; at: Date }

const withCopy = (
  services: Services,
  id: string,
  deed: CopyDeed,
  write: (held: Held) => Promise<CopyOutcome>,
): Promise<CopyOutcome> =>
  services.db.begin(async (tx): Promise<CopyOutcome> => {
    const state = await lockCopy(tx, id)
    const copy = state === null ? null : await findCopy(tx, id)
    if (state === null || !copy) return 'no-such-copy'
    if (!mayDoCopy(state, deed)) return 'wrong-state'
    return write({ tx, copy, at: services.clock.now() })
  })
