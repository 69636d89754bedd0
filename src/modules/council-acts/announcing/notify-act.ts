import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'
import { insertActEvent } from '../act-queries.ts'
import { ACT_RECORD } from '../act-rules.ts'
import { accountOf, type ActOutcome } from '../do-with-act.ts'
import { doWithRelated } from '../relations/do-with-related.ts'
import { followForce } from './announce-act.ts'
import { insertNotification, notificationWasSent } from './announcing-queries.ts'
import { ADDRESSEE_KEPT_DAYS, refusalOfDay, type Channel, type DayRefusal } from './announcing-rules.ts'
import { setForceFrom } from './clock-queries.ts'
import { tellFollowers } from './tell-followers.ts'

export type NotificationForm = { addressee: string | null; channel: Channel; on: string; protocol: string | null }
type Order = { by: ChangedBy; formId: string }

/**
 * An individual act was handed to whom it concerns. In Albania it holds from the first such day; in Kosovo no rule was seen, and
 * only the day that the act names counts. To whom stays in the office, until the day it is forgotten.
 */
export const notifyAct = (
  services: Services,
  id: string,
  form: NotificationForm,
  { by, formId }: Order,
): Promise<ActOutcome<DayRefusal | 'not-individual'>> =>
  doWithRelated<DayRefusal | 'not-individual'>(services, id, {}, async (held) => {
    const { tx, act, at, version } = held
    if (await notificationWasSent(tx, formId)) return 'done'
    if (act.state !== 'numbered' && act.state !== 'announced') return 'wrong-state'
    if (act.nature !== 'individual') return 'not-individual'
    const refusal = refusalOfDay(form.on, act, civilDateIn(act.zone, at))
    if (refusal) return refusal
    const { institutionId } = act
    const forgetOn = form.addressee === null ? null : addDays(form.on, ADDRESSEE_KEPT_DAYS)
    const row = { ...form, notifiedOn: form.on, forgetOn, institutionId, actId: id, formId, by: accountOf(by), at }
    await insertNotification(tx, row)
    const event = { institutionId, actId: id, kind: 'notified' as const, version, at, by: accountOf(by) }
    await insertActEvent(tx, { ...event, happenedOn: form.on })
    // Nobody's name stands in a history that cannot be erased.
    const fields = [{ field: 'notified-on', from: null, to: form.on }]
    await recordChange(tx, { institutionId, subject: refOf(ACT_RECORD, id), kind: 'notified', by, at, fields })
    await tellFollowers(tx, act, { kind: 'notified', at, facts: { day: form.on } })
    const counts = act.jurisdiction === 'AL' && (act.forceBasis === null || act.forceBasis === 'on-notification')
    if (!counts || (act.inForceFrom !== null && act.inForceFrom <= form.on)) return 'done'
    await setForceFrom(tx, id, { basis: 'on-notification', from: form.on })
    if (act.state === 'announced') await followForce(services, held, { from: form.on, was: act.inForceFrom, by })
    return 'done'
  })
