import type { Services } from '#platform/services.ts'
import { readSitting, type SittingRecord } from './sitting-view.ts'

/** The record of a meeting as it stands now: members, agenda and quorum as they were when it opened, else as they are. */
export const viewSitting = ({ db, clock }: Services, meetingId: string): Promise<SittingRecord | null> =>
  readSitting(db, meetingId, clock.now())
