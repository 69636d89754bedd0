import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { ListKey } from '../lists/list-key.ts'
import type { Identification } from './person-request-rules.ts'

export type PersonRequest = {
  id: string
  institutionId: string
  contactId: string | null
  record: string | null
  identifiedBy: Identification
  note: string | null
  openedAt: Date
  openedBy: string
  erasedAt: Date | null
  erasedBy: string | null
  erasedRecords: number | null
  zone: string
}

const requests = (db: Queryable) => db`
  select request.id, request.institution_id, request.contact_id, request.record, request.identified_by, request.note,
         request.opened_at, opener.name as opened_by, request.erased_at, eraser.name as erased_by, request.erased_records,
         institution.zone
  from platform.person_requests as request
  join platform.institutions as institution on institution.id = request.institution_id
  join platform.accounts as opener on opener.id = request.opened_by_id
  left join platform.accounts as eraser on eraser.id = request.erased_by_id`

export type NewPersonRequest = Pick<
  PersonRequest,
  'institutionId' | 'contactId' | 'record' | 'identifiedBy' | 'note' | 'openedAt'
> & { submissionId: string; openedById: string }

/** The id, the same when the form comes twice. */
export async function insertPersonRequest(tx: Transaction, request: NewPersonRequest): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into platform.person_requests
      (submission_id, institution_id, contact_id, record, identified_by, note, opened_at, opened_by_id)
    values (${request.submissionId}, ${request.institutionId}, ${request.contactId}, ${request.record},
            ${request.identifiedBy}, ${request.note}, ${request.openedAt}, ${request.openedById})
    on conflict (submission_id) do update set submission_id = excluded.submission_id
    returning id`
  if (!row) throw new Error('An upsert gives a row')
  return row.id
}

export async function findPersonRequest(db: Queryable, id: string): Promise<PersonRequest | null> {
  return one(await db<PersonRequest[]>`${requests(db)} where request.id = ${id}`)
}

export async function holdPersonRequest(tx: Transaction, id: string): Promise<PersonRequest | null> {
  await tx`select from platform.person_requests where id = ${id} for update`
  return findPersonRequest(tx, id)
}

/** Newest first. `institutions` null: all. */
export function listPersonRequests(
  db: Queryable,
  wanted: { institutions: readonly string[] | null; after: ListKey | null; limit: number },
): Promise<PersonRequest[]> {
  const { institutions, after, limit } = wanted
  return db<PersonRequest[]>`
    ${requests(db)}
    where true
      ${institutions ? db`and request.institution_id = any(${institutions as string[]}::uuid[])` : db``}
      ${after ? db`and (request.opened_at, request.id) < (${after.at}, ${after.id})` : db``}
    order by request.opened_at desc, request.id desc
    limit ${limit}`
}

export async function markErased(
  tx: Transaction,
  erased: { id: string; at: Date; byAccountId: string; records: number },
): Promise<void> {
  await tx`
    update platform.person_requests
    set erased_at = ${erased.at}, erased_by_id = ${erased.byAccountId}, erased_records = ${erased.records}
    where id = ${erased.id}`
}
