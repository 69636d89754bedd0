import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { ListKey } from '../lists/list-key.ts'
import type { TakedownGround } from './takedown-rules.ts'

export type Takedown = {
  id: string
  institutionId: string
  subject: string
  ofSubject: string | null
  ground: TakedownGround
  note: string | null
  contentGone: boolean
  takenAt: Date
  takenById: string
  takenBy: string
  takenByPost: string | null
  liftedAt: Date | null
  liftedBy: string | null
  liftReason: string | null
  zone: string
}

const columns = (db: Queryable) => db`
  takedown.id, takedown.institution_id, takedown.subject, takedown.of_subject, takedown.ground, takedown.note,
  takedown.content_gone, takedown.taken_at, takedown.taken_by_id, taker.name as taken_by, taker.post as taken_by_post,
  takedown.lifted_at, lifter.name as lifted_by, takedown.lift_reason, institution.zone`

const tables = (db: Queryable) => db`
  platform.takedowns as takedown
  join platform.institutions as institution on institution.id = takedown.institution_id
  join platform.accounts as taker on taker.id = takedown.taken_by_id
  left join platform.accounts as lifter on lifter.id = takedown.lifted_by_id`

export type NewTakedown = Pick<
  Takedown,
  'institutionId' | 'subject' | 'ofSubject' | 'ground' | 'note' | 'contentGone' | 'takenAt' | 'takenById'
> & { submissionId: string }

export async function insertTakedown(tx: Transaction, takedown: NewTakedown): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into platform.takedowns
      (submission_id, institution_id, subject, of_subject, ground, note, content_gone, taken_at, taken_by_id)
    values (${takedown.submissionId}, ${takedown.institutionId}, ${takedown.subject}, ${takedown.ofSubject},
            ${takedown.ground}, ${takedown.note}, ${takedown.contentGone}, ${takedown.takenAt}, ${takedown.takenById})
    returning id`
  if (!row) throw new Error('An insert gives a row')
  return row.id
}

/** The same form come again. */
export async function findTakedownBySubmission(db: Queryable, submissionId: string): Promise<Takedown | null> {
  return one(
    await db<Takedown[]>`select ${columns(db)} from ${tables(db)} where takedown.submission_id = ${submissionId}`,
  )
}

export async function findTakedown(db: Queryable, id: string): Promise<Takedown | null> {
  return one(await db<Takedown[]>`select ${columns(db)} from ${tables(db)} where takedown.id = ${id}`)
}

/** For the length of a deed nobody else lifts it. */
export async function holdTakedown(tx: Transaction, id: string): Promise<Takedown | null> {
  await tx`select from platform.takedowns where id = ${id} for update`
  return findTakedown(tx, id)
}

/** Those that stand for any of these records. */
export function listStanding(db: Queryable, subjects: readonly string[]): Promise<Takedown[]> {
  return db<Takedown[]>`
    select ${columns(db)} from ${tables(db)}
    where takedown.subject = any(${subjects as string[]}::text[]) and takedown.lifted_at is null`
}

/** Newest first. `institutions` null: all. */
export function listTakedowns(
  db: Queryable,
  wanted: { institutions: readonly string[] | null; standing: boolean | null; after: ListKey | null; limit: number },
): Promise<Takedown[]> {
  const { institutions, standing, after, limit } = wanted
  return db<Takedown[]>`
    select ${columns(db)} from ${tables(db)}
    where true
      ${institutions ? db`and takedown.institution_id = any(${institutions as string[]}::uuid[])` : db``}
      ${standing === true ? db`and takedown.lifted_at is null` : db``}
      ${standing === false ? db`and takedown.lifted_at is not null` : db``}
      ${after ? db`and (takedown.taken_at, takedown.id) < (${after.at}, ${after.id})` : db``}
    order by takedown.taken_at desc, takedown.id desc
    limit ${limit}`
}

export async function markLifted(
  tx: Transaction,
  lifted: { id: string; at: Date; byAccountId: string; reason: string },
): Promise<void> {
  await tx`
    update platform.takedowns set lifted_at = ${lifted.at}, lifted_by_id = ${lifted.byAccountId}, lift_reason = ${lifted.reason}
    where id = ${lifted.id}`
}

export type TakenDocument = {
  id: string
  institutionId: string
  subject: string
  title: string
  lang: string
  removedAt: Date | null
}

/** Removed ones too: their address is what people still hold. */
export function listDocumentsById(db: Queryable, ids: readonly string[]): Promise<TakenDocument[]> {
  return db<TakenDocument[]>`
    select id, institution_id, subject, title, lang, removed_at from platform.documents
    where id = any(${ids as string[]}::uuid[])`
}

export async function holdDocument(tx: Transaction, id: string): Promise<TakenDocument | null> {
  await tx`select from platform.documents where id = ${id} for update`
  return one(await listDocumentsById(tx, [id]))
}

export async function setRemoved(tx: Transaction, id: string, at: Date | null): Promise<void> {
  await tx`update platform.documents set removed_at = ${at} where id = ${id}`
}

/** A title can hold what the file held; the row stays for its address. */
export async function forgetTitles(tx: Transaction, documentIds: readonly string[]): Promise<void> {
  await tx`update platform.documents set title = '–' where id = any(${documentIds as string[]}::uuid[])`
}

/** The content that these documents name, with the pictures made of it. */
export async function listDigestsOf(tx: Transaction, documentIds: readonly string[]): Promise<string[]> {
  const ids = documentIds as string[]
  const rows = await tx<{ digest: string }[]>`
    select file.digest from platform.document_files as file
    where file.document_id = any(${ids}::uuid[]) and file.digest is not null
    union
    select picture.digest from platform.document_pictures as picture
    join platform.document_files as file on file.id = picture.file_id
    where file.document_id = any(${ids}::uuid[])`
  return rows.map((row) => row.digest)
}

/** Every document of these records, removed ones too. */
export async function listDocumentIdsOf(tx: Transaction, subjects: readonly string[]): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select id from platform.documents where subject = any(${subjects as string[]}::text[]) order by id`
  return rows.map((row) => row.id)
}
