import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { RecordKind } from '#platform/ledger/record-kind.ts'
import { findCouncillor } from './councillor-queries.ts'
import type { AffiliationForm, PartyForm, PaymentForm, Register, StaffForm } from './people-field-rules.ts'
import { affiliationRecords, enterPeople, partyRecords, paymentRecords, staffRecords } from './people-records.ts'
import {
  findAffiliation,
  findParty,
  findPartyNamed,
  findPayment,
  findRegisterForm,
  findStaff,
  holdRegisterRow,
  insertAffiliation,
  insertParty,
  insertPayment,
  insertStaff,
  moveRegisterRow,
  updateAffiliation,
  updateParty,
  updatePayment,
  updateStaff,
} from './register-queries.ts'

export type RegisterForm =
  | { register: 'partite'; value: PartyForm }
  | { register: 'sekretaria'; value: StaffForm }
  | { register: 'pagesat'; value: PaymentForm }
  | { register: 'anetaresimet'; value: AffiliationForm }

export type RegisterOutcome =
  | { kind: 'done'; id: string }
  | { kind: 'no-such-row' | 'changed-meanwhile' | 'named-already' | 'no-such-person' | 'person-not-published' }

export const REGISTER_KINDS: Record<Register, RecordKind> = {
  partite: partyRecords,
  sekretaria: staffRecords,
  pagesat: paymentRecords,
  anetaresimet: affiliationRecords,
}
const TABLES = {
  partite: 'council.parties',
  sekretaria: 'council.staff',
  pagesat: 'council.payments',
  anetaresimet: 'council.affiliations',
} as const

type CreateOrder = { form: RegisterForm; institutionId: string; formId: string; by: ChangedBy }

/** One entry of a register; a form that arrives twice makes one. Parties are public at once, all else when it is published. */
export const createEntry = (services: Services, order: CreateOrder): Promise<RegisterOutcome> =>
  services.db.begin(async (tx): Promise<RegisterOutcome> => {
    const { form, institutionId, formId, by } = order
    const at = services.clock.now()
    const known = await findRegisterForm(tx, TABLES[form.register], formId)
    if (known !== null) return { kind: 'done', id: known }
    if (!(await personsOf(tx, form, institutionId))) return { kind: 'no-such-person' }
    if (form.register === 'partite' && (await findPartyNamed(tx, institutionId, form.value.name)))
      return { kind: 'named-already' }
    const id = await insert(tx, form, { institutionId, formId, at })
    if (id === null) return { kind: 'named-already' }
    const kind = REGISTER_KINDS[form.register]
    await recordChange(tx, { institutionId, subject: refOf(kind.kind, id), kind: 'created', by, at })
    await enterPeople(tx, services, { kind, ids: [id] })
    return { kind: 'done', id }
  })

type Where = { institutionId: string; formId: string; at: Date }

function insert(tx: Transaction, form: RegisterForm, where: Where): Promise<string | null> {
  switch (form.register) {
    case 'partite':
      return insertParty(tx, { ...form.value, ...where })
    case 'sekretaria':
      return insertStaff(tx, { ...form.value, ...where })
    case 'pagesat':
      return insertPayment(tx, { ...form.value, ...where, importId: null })
    case 'anetaresimet':
      return insertAffiliation(tx, { ...form.value, ...where })
  }
}

/** Somebody named in it is of the same institution. */
async function personsOf(tx: Transaction, form: RegisterForm, institutionId: string): Promise<boolean> {
  const personId = form.register === 'pagesat' || form.register === 'anetaresimet' ? form.value.personId : null
  if (personId === null) return true
  const person = await findCouncillor(tx, personId)
  return person?.institutionId === institutionId && person.mergedInto === null
}

export const findEntry = (db: Parameters<typeof findParty>[0], register: Register, id: string) =>
  ({ partite: findParty, sekretaria: findStaff, pagesat: findPayment, anetaresimet: findAffiliation })[register](db, id)

type ChangeOrder = { form: RegisterForm; by: ChangedBy; seen: number }

export const changeEntry = (services: Services, id: string, order: ChangeOrder): Promise<RegisterOutcome> =>
  services.db.begin(async (tx): Promise<RegisterOutcome> => {
    const { form, by, seen } = order
    const { register } = form
    const at = services.clock.now()
    await holdRegisterRow(tx, TABLES[register], id)
    const before = await findEntry(tx, register, id)
    if (!before) return { kind: 'no-such-row' }
    if (before.version !== seen) return { kind: 'changed-meanwhile' }
    const { institutionId, publishedAt } = before
    if (!(await personsOf(tx, form, institutionId))) return { kind: 'no-such-person' }
    if (!(await update(tx, id, form, at))) return { kind: 'named-already' }
    const kind = publishedAt === null ? 'changed' : 'corrected'
    const subject = refOf(REGISTER_KINDS[register].kind, id)
    await recordChange(tx, { institutionId, subject, kind, by, at })
    await enterPeople(tx, services, { kind: REGISTER_KINDS[register], ids: [id] })
    return { kind: 'done', id }
  })

async function update(tx: Transaction, id: string, form: RegisterForm, at: Date): Promise<boolean> {
  switch (form.register) {
    case 'partite':
      return updateParty(tx, id, form.value, at)
    case 'sekretaria':
      await updateStaff(tx, id, form.value, at)
      return true
    case 'pagesat':
      await updatePayment(tx, id, form.value, at)
      return true
    case 'anetaresimet':
      await updateAffiliation(tx, id, form.value, at)
      return true
  }
}

type MoveOrder = { register: Exclude<Register, 'partite'>; public: boolean; by: ChangedBy }

/** Read by everybody from now on, or no more. A payment of somebody whose profile nobody reads cannot be read either. */
export const publishEntry = (services: Services, id: string, order: MoveOrder): Promise<RegisterOutcome> =>
  services.db.begin(async (tx): Promise<RegisterOutcome> => {
    const { register, by } = order
    const at = services.clock.now()
    await holdRegisterRow(tx, TABLES[register], id)
    const before = await findEntry(tx, register, id)
    if (!before) return { kind: 'no-such-row' }
    if ((before.publishedAt !== null) === order.public) return { kind: 'done', id }
    if (order.public && 'personState' in before && before.personState !== 'published')
      return { kind: 'person-not-published' }
    await moveRegisterRow(tx, TABLES[register], id, order.public ? at : null, at)
    const kind = order.public ? 'published' : 'unpublished'
    const subject = refOf(REGISTER_KINDS[register].kind, id)
    await recordChange(tx, { institutionId: before.institutionId, subject, kind, by, at })
    await enterPeople(tx, services, { kind: REGISTER_KINDS[register], ids: [id] })
    return { kind: 'done', id }
  })
