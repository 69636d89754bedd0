import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { holdForNotice, type NotHeld } from './hold-for-notice.ts'
import { noteNotice } from './note-notice.ts'
import { endCoLeaderRow, insertCoLeader, listPartners } from './notice-queries.ts'

export type CoLeaderForm = {
  /** Another institution of the installation; null: the organisation named. */
  partnerId: string | null
  name: string | null
  contactRole: string | null
  readsComments: boolean
  formId: string | null
}

export type LeadOutcome = { kind: 'done' } | { kind: 'known' } | { kind: 'no-such-partner' } | NotHeld

/** Several lead a consultation together: everybody reads who; its officials read its comments where the lead says so. */
export function addCoLeader(
  services: Services,
  official: Official,
  id: string,
  form: CoLeaderForm,
): Promise<LeadOutcome> {
  return services.db.begin(async (tx): Promise<LeadOutcome> => {
    const held = await holdForNotice(tx, official, id)
    if (held.kind !== 'held') return held
    const { institutionId } = held.current
    const partners = form.partnerId === null ? [] : await listPartners(tx, 'sq', institutionId)
    if (form.partnerId !== null && !partners.some((one) => one.id === form.partnerId))
      return { kind: 'no-such-partner' }
    const leader = { ...form, institutionId, consultationId: id, at: services.clock.now(), by: official.accountId }
    const added = await insertCoLeader(tx, leader)
    if (added === 'form') return { kind: 'done' }
    if (added === 'known') return { kind: 'known' }
    const to = form.name ?? partners.find((one) => one.id === form.partnerId)?.name ?? null
    const fields = [{ field: 'co-leader', from: null, to }]
    await noteNotice(tx, services, official, held.current, { kind: 'co-leader-added', fields, corrects: true })
    return { kind: 'done' }
  })
}

export function endCoLeader(
  services: Services,
  official: Official,
  id: string,
  leaderId: string,
): Promise<LeadOutcome> {
  return services.db.begin(async (tx): Promise<LeadOutcome> => {
    const held = await holdForNotice(tx, official, id)
    if (held.kind !== 'held') return held
    const order = { id: leaderId, consultationId: id, at: services.clock.now(), by: official.accountId }
    // Pressed twice: it has ended already.
    if (await endCoLeaderRow(tx, order))
      await noteNotice(tx, services, official, held.current, { kind: 'co-leader-ended', corrects: true })
    return { kind: 'done' }
  })
}
