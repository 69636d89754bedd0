import type { Transaction } from '#platform/db/database.ts'
import { changedFields } from '#platform/history/change-rules.ts'
import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import { insertPerson } from '#platform/institutions/body-queries.ts'
import { bodyRecords } from '#platform/institutions/institution-records.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { COUNCILLOR_KIND } from '../council-rules.ts'
import {
  findCouncillorByForm,
  holdCouncillor,
  insertCouncillor,
  listSeatBodyIds,
  moveCouncillor,
  renamePerson,
  updateCouncillor,
  type Councillor,
} from './councillor-queries.ts'
import { proposePairs } from './pair-queries.ts'
import type { CouncillorForm } from './people-field-rules.ts'
import { councillorRecords, enterPeople, paymentRecords } from './people-records.ts'
import { slugOfPerson } from './people-rules.ts'
import { listPaymentIds } from './register-queries.ts'

export type CouncillorOutcome = 'done' | 'no-such-person' | 'changed-meanwhile' | 'wrong-state'

/** So many people of one name have an address. */
const MOST_ALIKE = 200

type NewOrder = {
  form: CouncillorForm
  institutionId: string
  by: ChangedBy
  at: Date
  formId: string | null
  importId?: string | null
  importKey?: string | null
}

/** A form that arrives twice makes one. Who has the name of somebody who is there already is proposed as a pair. */
export const createCouncillor = (services: Services, order: Omit<NewOrder, 'at'>): Promise<string> =>
  services.db.begin((tx) => newCouncillor(tx, { ...order, at: services.clock.now() }))

export async function newCouncillor(tx: Transaction, order: NewOrder): Promise<string> {
  const { form, institutionId, by, at, formId, importId = null, importKey = null } = order
  const known = formId === null ? null : await findCouncillorByForm(tx, formId)
  if (known !== null) return known
  const personId = await insertPerson(tx, institutionId, form.name, at)
  for (let nth = 1; nth <= MOST_ALIKE; nth += 1) {
    const slug = slugOfPerson(form.name, nth)
    const row = { ...form, personId, institutionId, formId, importId, importKey, slug, at }
    if (!(await insertCouncillor(tx, row))) continue
    await proposePairs(tx, institutionId, [personId], at)
    await recordChange(tx, { institutionId, subject: refOf(COUNCILLOR_KIND, personId), kind: 'created', by, at })
    return personId
  }
  throw new Error('no free address for a councillor')
}

type ChangeOrder = { form: CouncillorForm; by: ChangedBy; seen: number; reason: string | null }

/** History keeps that private addresses changed, never what they were. */
export const changeCouncillor = (services: Services, id: string, order: ChangeOrder): Promise<CouncillorOutcome> =>
  doWithCouncillor(services, id, async (tx, before, at) => {
    const { form, by, seen, reason } = order
    if (before.version !== seen) return 'changed-meanwhile'
    const named = form.name !== before.name
    if (named) await renamePerson(tx, id, form.name)
    await updateCouncillor(tx, id, form, at)
    if (named) await proposePairs(tx, before.institutionId, [id], at)
    const kind = before.state === 'published' ? 'corrected' : 'changed'
    const subject = refOf(COUNCILLOR_KIND, id)
    await recordChange(tx, {
      institutionId: before.institutionId,
      subject,
      kind,
      by,
      at,
      reason,
      fields: changesOf(before, form),
    })
    return 'done'
  })

const TOLD = ['name', 'givenName', 'familyName', 'profession', 'biography', 'biographyEn'] as const
const PRIVATE = ['email', 'phone', 'postal', 'gender'] as const

function changesOf(before: Councillor, form: CouncillorForm) {
  const told = (of: Councillor | CouncillorForm) => Object.fromEntries(TOLD.map((field) => [field, of[field]]))
  const contacts = JSON.stringify(before.contacts) !== JSON.stringify(form.contacts)
  return [
    ...changedFields(told(before), told(form)),
    ...PRIVATE.filter((field) => before[field] !== form[field]).map((field) => ({ field, from: null, to: null })),
    ...(contacts ? [{ field: 'contacts', from: null, to: null }] : []),
  ]
}

type MoveOrder = { by: ChangedBy; seen: number; reason?: string | null }

/** From now on everybody reads the profile, its mandates and the payments that are published. */
export const publishCouncillor = (services: Services, id: string, order: MoveOrder): Promise<CouncillorOutcome> =>
  move(services, id, order, 'draft')

/** It leaves the public again; what the council did stays where it was. */
export const unpublishCouncillor = (services: Services, id: string, order: MoveOrder): Promise<CouncillorOutcome> =>
  move(services, id, order, 'published')

const move = (services: Services, id: string, { by, seen, reason = null }: MoveOrder, from: 'draft' | 'published') =>
  doWithCouncillor(services, id, async (tx, before, at) => {
    if (before.state !== from) return 'wrong-state'
    if (before.version !== seen) return 'changed-meanwhile'
    await moveCouncillor(tx, id, from === 'draft' ? 'published' : 'draft', at)
    const kind = from === 'draft' ? 'published' : 'unpublished'
    const subject = refOf(COUNCILLOR_KIND, id)
    await recordChange(tx, { institutionId: before.institutionId, subject, kind, by, at, reason })
    return 'done'
  })

/** The frame of every deed of one person: held, and entered in the ledger as the last write. */
export function doWithCouncillor(
  services: Services,
  id: string,
  write: (tx: Transaction, councillor: Councillor, at: Date) => Promise<CouncillorOutcome>,
): Promise<CouncillorOutcome> {
  return services.db.begin(async (tx): Promise<CouncillorOutcome> => {
    const councillor = await holdCouncillor(tx, id)
    if (!councillor || councillor.mergedInto !== null) return 'no-such-person'
    const outcome = await write(tx, councillor, services.clock.now())
    if (outcome === 'done') await enterCouncillors(tx, services, [id])
    return outcome
  })
}

/** With the payments and the bodies that speak of them. */
export async function enterCouncillors(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  ids: readonly string[],
): Promise<void> {
  const payments = await listPaymentIds(tx, ids)
  const bodies = (await Promise.all(ids.map((id) => listSeatBodyIds(tx, id)))).flat()
  await enterPeople(
    tx,
    services,
    { kind: councillorRecords, ids },
    { kind: paymentRecords, ids: payments },
    { kind: bodyRecords, ids: [...new Set(bodies)] },
  )
}
