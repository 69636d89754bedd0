import type { CivilDate } from '#law/days.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { findDeadline } from '#platform/deadlines/deadline-queries.ts'
import { reopenDeadline } from '#platform/deadlines/end-deadline.ts'
import { extendDeadline } from '#platform/deadlines/extend-deadline.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { enqueue } from '#platform/jobs/jobs.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { holdForOffice, raiseVersion, type OfficeConsultation } from '../drafting/draft-queries.ts'
import { tellOfConsultation } from '../following/tell-consultation.ts'
import { bringCommentsIntoTime } from '../entry/bring-into-time.ts'
import { enterConsultation } from '../ledger/consultation-records.ts'
import { consultationPermissions } from '../permissions.ts'
import { formWasSent, insertPutOff } from './closing-queries.ts'
import { clockOf, EXTENSION_RULE, NOTICE_RULE, refusalToExtend, type ExtensionRefusal } from './closing-rules.ts'
import { textsIn } from '../texts.ts'
import { mostDayOf } from './most-day.ts'

export type ExtensionForm = {
  newDay: CivilDate
  decision: string
  decidedOn: CivilDate
  ground: string
  /** By which a form that arrives twice is known. */
  formId: string | null
  /** The version that the form showed. */
  fromVersion: number
}

export type ExtendOutcome =
  | { kind: 'extended' }
  | { kind: 'refused'; refusal: ExtensionRefusal; most: CivilDate | null }
  | { kind: 'changed-meanwhile'; version: number }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-consultation' }

/**
 * Puts off the closing day by a reasoned decision, while comments are still taken in; everybody who takes part is told.
 * By law 146/2014 to 40 working days in all, counted from the notice.
 */
export async function extendConsultation(
  services: Services,
  official: Official,
  id: string,
  form: ExtensionForm,
): Promise<ExtendOutcome> {
  return services.db.begin(async (tx): Promise<ExtendOutcome> => {
    const current = await holdForOffice(tx, id)
    if (!current) return { kind: 'no-such-consultation' }
    if (!mayIn(official, consultationPermissions['consultations.publish'], current.institutionId))
      return { kind: 'not-permitted' }
    if (form.formId !== null && (await formWasSent(tx, form.formId))) return { kind: 'extended' }
    if (current.version !== form.fromVersion) return { kind: 'changed-meanwhile', version: current.version }
    const refused = await refusalOf(tx, services, current, form)
    if (refused) return refused
    await putOff(tx, services, current, form, official)
    return { kind: 'extended' }
  })
}

async function refusalOf(
  tx: Transaction,
  services: Services,
  current: OfficeConsultation,
  form: ExtensionForm,
): Promise<Extract<ExtendOutcome, { kind: 'refused' }> | null> {
  const today = civilDateIn(current.zone, services.clock.now())
  const most = (await mostDayOf(tx, services, current))?.most ?? null
  const refusal = refusalToExtend({ ...current, most }, form, today)
  return refusal && { kind: 'refused', refusal, most }
}

async function putOff(
  tx: Transaction,
  services: Services,
  current: OfficeConsultation,
  form: ExtensionForm,
  official: Official,
): Promise<void> {
  const now = services.clock.now()
  const { id, institutionId } = current
  const { newDay: chosenOn } = form
  await putOffClock(tx, services, id, form, official)
  const eventId = await insertPutOff(tx, {
    institutionId,
    consultationId: id,
    kind: 'extended',
    version: await raiseVersion(tx, id, now),
    at: now,
    by: official.accountId,
    reason: form.ground,
    reasonEn: null,
    from: current.closesOn ?? chosenOn,
    to: chosenOn,
    decision: form.decision,
    decidedOn: form.decidedOn,
    formId: form.formId,
  })
  if (eventId === null) throw new Error('A form whose consultation is held cannot have been taken in meanwhile')
  await enqueue(tx, 'consultations.tell-participants', { event: eventId })
  const facts = { from: current.closesOn ?? chosenOn, to: chosenOn }
  await tellOfConsultation(tx, { id, institutionId, kind: 'extended', at: now, facts })
  await bringIntoWindow(tx, services, id, official)
  await enterConsultation(tx, services, id)
}

async function putOffClock(
  tx: Transaction,
  services: Services,
  id: string,
  form: ExtensionForm,
  official: Official,
): Promise<void> {
  const clock = clockOf(id)
  const before = await findDeadline(tx, clock.subject, clock.slot)
  const byLaw = before?.ruleId === NOTICE_RULE ? { rule: EXTENSION_RULE } : {}
  // Decided in time and entered afterwards: the clock had been stopped as over.
  if (before?.state === 'met') await reopenDeadline(tx, services, { ...clock, by: official, ground: form.ground })
  const { ground, decidedOn, newDay: chosenOn } = form
  const notice = textsIn('sq').closing.extend.notice(form.decision, formatDate('sq', decidedOn))
  const order = { ...clock, ...byLaw, by: official, ground, decidedOn, notice, chosenOn }
  const extended = await extendDeadline(tx, services, order)
  if (extended.kind !== 'done') throw new Error(`Consultation ${id} was not extended: ${JSON.stringify(extended)}`)
}

/** What arrived after the first closing day and before the new one was in time after all. */
async function bringIntoWindow(tx: Transaction, services: Services, id: string, official: Official): Promise<void> {
  const clock = clockOf(id)
  const now = await findDeadline(tx, clock.subject, clock.slot)
  if (!now?.dueOn || !now.dueAt) return
  const window = { consultationId: id, closesOn: now.dueOn, closesAt: now.dueAt }
  await bringCommentsIntoTime(tx, services, { ...window, by: { accountId: official.accountId } })
}
