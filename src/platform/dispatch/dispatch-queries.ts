import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { DispatchState, Way } from './dispatch-rules.ts'

export type NewDispatch = {
  institutionId: string
  subject: string
  title: string
  lang: string
  way: Way
  state: 'to-print' | 'handed-on'
  slip: string | null
  handedOn: string | null
  correctsId: string | null
  createdAt: Date
  createdById: string | null
  formId: string | null
}

/** Null when the same form has entered it already. */
export async function insertDispatch(tx: Transaction, entry: NewDispatch): Promise<string | null> {
  const row = one(
    await tx<{ id: string }[]>`
      insert into platform.dispatches
        (institution_id, subject, title, lang, way, state, slip, handed_on, corrects_id, created_at, created_by_id, form_id)
      values (${entry.institutionId}, ${entry.subject}, ${entry.title}, ${entry.lang}, ${entry.way}, ${entry.state},
              ${entry.slip}, ${entry.handedOn}, ${entry.correctsId}, ${entry.createdAt}, ${entry.createdById},
              ${entry.formId})
      on conflict (form_id) do nothing
      returning id`,
  )
  return row?.id ?? null
}

export const findDispatchByForm = async (db: Queryable, formId: string): Promise<{ id: string } | null> =>
  one(await db<{ id: string }[]>`select id from platform.dispatches where form_id = ${formId}`)

export type Addressee = { contactId: string | null; name: string; postal: string | null; words: string | null }

export async function insertAddressee(tx: Transaction, dispatchId: string, person: Addressee): Promise<void> {
  await tx`
    insert into platform.dispatch_people (dispatch_id, contact_id, name, postal, words)
    values (${dispatchId}, ${person.contactId}, ${person.name}, ${person.postal}, ${person.words})`
}

export type LockedDispatch = {
  id: string
  institutionId: string
  subject: string
  title: string
  lang: string
  way: Way
  state: DispatchState
  slip: string | null
  handedOn: string | null
  version: number
}

export const lockDispatch = async (tx: Transaction, id: string): Promise<LockedDispatch | null> =>
  one(
    await tx<LockedDispatch[]>`
      select id, institution_id, subject, title, lang, way, state, slip, handed_on, version
      from platform.dispatches where id = ${id} for update`,
  )

export const findAddressee = async (db: Queryable, dispatchId: string): Promise<Addressee | null> =>
  one(
    await db<Addressee[]>`
      select contact_id, name, postal, words from platform.dispatch_people where dispatch_id = ${dispatchId}`,
  )

export type DispatchChange = {
  state: DispatchState
  way: Way
  slip: string | null
  handedOn: string | null
  returnedOn: string | null
  reason: string | null
}

export async function updateDispatch(tx: Transaction, id: string, change: DispatchChange): Promise<void> {
  await tx`
    update platform.dispatches
    set state = ${change.state}, way = ${change.way}, slip = ${change.slip}, handed_on = ${change.handedOn},
        returned_on = ${change.returnedOn}, reason = ${change.reason}, version = version + 1
    where id = ${id}`
}

/** What was to be printed has been: the words need not lie here too. */
export async function forgetPrintedWords(tx: Transaction, id: string): Promise<void> {
  await tx`update platform.dispatch_people set words = null where dispatch_id = ${id}`
}

export async function eraseAddresseesOf(tx: Transaction, contactId: string): Promise<number> {
  const result = await tx`delete from platform.dispatch_people where contact_id = ${contactId}`
  return result.count
}

export async function eraseAddresseesAbout(tx: Transaction, subjects: readonly string[]): Promise<number> {
  const result = await tx`
    delete from platform.dispatch_people as person using platform.dispatches as paper
    where paper.id = person.dispatch_id and paper.subject = any(${subjects as string[]}::text[])`
  return result.count
}
