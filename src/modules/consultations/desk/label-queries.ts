import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'

export type Label = { id: string; name: string; tone: number; version: number; count: number }

/** The labels of a consultation, with how many comments wear each. */
export const listLabels = (db: Queryable, consultationId: string): Promise<Label[]> => db<Label[]>`
  select label.id, label.name, label.tone, label.version, count(worn.comment_id)::int as count
  from consultations.labels as label left join consultations.comment_labels as worn on worn.label_id = label.id
  where label.consultation_id = ${consultationId}
  group by label.id order by label.name collate "sq-x-icu", label.id limit 200`

export type LabelChoice = { id: string; name: string; consultation: string }

/** For the filter: of one consultation, or of the newest of the institution's. */
export const listLabelChoices = (
  db: Queryable,
  where: { institutions: readonly string[] | null; consultationId: string | null },
): Promise<LabelChoice[]> => db<LabelChoice[]>`
  select label.id, label.name, consultation.title as consultation
  from consultations.labels as label
  join consultations.consultations as consultation on consultation.id = label.consultation_id
  where ${where.consultationId === null ? db`true` : db`label.consultation_id = ${where.consultationId}`}
    ${where.institutions ? db`and label.institution_id = any(${where.institutions as string[]}::uuid[])` : db``}
  order by label.created_at desc, label.id limit 200`

/** Made on first use; under whatever marks and capitals it is typed, it stands once. */
export async function ensureLabel(
  tx: Transaction,
  label: { institutionId: string; consultationId: string; name: string; by: string; at: Date },
): Promise<string> {
  const row = one(
    await tx<{ id: string }[]>`
      insert into consultations.labels (institution_id, consultation_id, name, tone, created_by, created_at)
      values (${label.institutionId}, ${label.consultationId}, ${label.name},
              (select count(*)::int % 6 + 1 from consultations.labels where consultation_id = ${label.consultationId}),
              ${label.by}, ${label.at})
      on conflict (consultation_id, platform.plain(name)) do update set name = labels.name
      returning id`,
  )
  if (!row) throw new Error('An upsert gives a row')
  return row.id
}

export const findLabelNamed = async (db: Queryable, consultationId: string, name: string): Promise<string | null> =>
  one(
    await db<{ id: string }[]>`
      select id from consultations.labels
      where consultation_id = ${consultationId} and platform.plain(name) = platform.plain(${name})`,
  )?.id ?? null

/** False: it wears it already. */
export async function putLabel(
  tx: Transaction,
  worn: { institutionId: string; commentId: string; labelId: string; by: string; at: Date },
): Promise<boolean> {
  const result = await tx`
    insert into consultations.comment_labels (institution_id, comment_id, label_id, by_account_id, at)
    values (${worn.institutionId}, ${worn.commentId}, ${worn.labelId}, ${worn.by}, ${worn.at})
    on conflict (comment_id, label_id) do nothing`
  return result.count === 1
}

/** False: it did not wear it. */
export async function takeLabel(tx: Transaction, commentId: string, labelId: string): Promise<boolean> {
  const result = await tx`
    delete from consultations.comment_labels where comment_id = ${commentId} and label_id = ${labelId}`
  return result.count === 1
}

export type HeldLabel = {
  id: string
  institutionId: string
  consultationId: string
  name: string
  version: number
}

export const holdLabel = async (tx: Transaction, id: string): Promise<HeldLabel | null> =>
  one(
    await tx<HeldLabel[]>`
      select id, institution_id, consultation_id, name, version from consultations.labels where id = ${id} for update`,
  )

export async function renameLabelRow(tx: Transaction, id: string, name: string): Promise<void> {
  await tx`update consultations.labels set name = ${name}, version = version + 1 where id = ${id}`
}

/** All that wears the one wears the other from now on, and the first is gone. */
export async function mergeLabelRows(tx: Transaction, from: string, into: string): Promise<void> {
  await tx`
    insert into consultations.comment_labels (institution_id, comment_id, label_id, by_account_id, at)
    select institution_id, comment_id, ${into}, by_account_id, at from consultations.comment_labels where label_id = ${from}
    on conflict (comment_id, label_id) do nothing`
  await tx`update consultations.labels set version = version + 1 where id = ${into}`
  await deleteLabelRow(tx, from)
}

export async function deleteLabelRow(tx: Transaction, id: string): Promise<void> {
  await tx`delete from consultations.labels where id = ${id}`
}

export type WornLabel = { id: string; name: string; tone: number }

export const listLabelsOf = (db: Queryable, commentId: string): Promise<WornLabel[]> => db<WornLabel[]>`
  select label.id, label.name, label.tone from consultations.comment_labels as worn
  join consultations.labels as label on label.id = worn.label_id
  where worn.comment_id = ${commentId} order by label.name collate "sq-x-icu", label.id`

export type LabelledConsultation = { id: string; institutionId: string; title: string }

export const findLabelledConsultation = async (db: Queryable, id: string): Promise<LabelledConsultation | null> =>
  one(
    await db<LabelledConsultation[]>`
      select id, institution_id, title from consultations.consultations where id = ${id} and state <> 'draft'`,
  )
