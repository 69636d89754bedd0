import type { Transaction } from '#platform/db/database.ts'
import type { ChangedBy } from '#platform/history/record-change.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { MEETING_KIND } from '../council-rules.ts'
import { copyAgenda } from './carry-items.ts'
import { draftSlug } from './convening-rules.ts'
import { accountOf, writtenMeeting } from './do-with-meeting.ts'
import { keepBeside } from './keep-beside.ts'
import { planNotice } from './keep-notice-clock.ts'
import { findMeetingByForm, type MeetingFacts } from './meeting-queries.ts'
import { findTermOn, insertMeeting } from './meeting-writing-queries.ts'

/** What a form brings, checked. */
export type MeetingForm = MeetingFacts & {
  /** Bodies that sit with it. */
  jointIds: readonly string[]
  /** The members who asked for it. */
  callerIds: readonly string[]
}

export type NewMeetingOrder = {
  form: MeetingForm
  institutionId: string
  bodyId: string
  by: ChangedBy
  formId: string
  /** The earlier meeting whose agenda it begins with. */
  copyFrom?: string | null
}

/** Makes a draft; a form that arrives twice makes one. */
export const createMeeting = (services: Services, order: NewMeetingOrder): Promise<string> =>
  services.db.begin(async (tx) => newMeeting(tx, services, order))

async function newMeeting(tx: Transaction, services: Services, order: NewMeetingOrder): Promise<string> {
  const { form, institutionId, bodyId, by, formId, copyFrom = null } = order
  const at = services.clock.now()
  const of = { institutionId, bodyId }
  const termId = form.day === null ? null : await findTermOn(tx, { ...of, day: form.day })
  const row = { ...form, ...of, formId, termId, slug: draftSlug(formId), createdBy: accountOf(by), at }
  const id = await insertMeeting(tx, row)
  if (id === null) return (await findMeetingByForm(tx, formId)) ?? neverMade(formId)
  await keepBeside(tx, { id, ...of }, form)
  if (copyFrom !== null) await copyAgenda(tx, { id, institutionId }, copyFrom, at)
  const meeting = await writtenMeeting(tx, id)
  await planNotice(tx, services, meeting, by)
  await recordChange(tx, { institutionId, subject: refOf(MEETING_KIND, id), kind: 'created', by, at })
  return id
}

function neverMade(formId: string): never {
  throw new Error(`No meeting of form ${formId}, and none can be made`)
}
