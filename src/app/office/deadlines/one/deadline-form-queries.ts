import type { Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import { deadlineColumns } from '#platform/deadlines/deadline-queries.ts'
import type { Deadline } from '#platform/deadlines/deadline-rules.ts'

/** Whoever moves it next waits for this one. */
export const lockById = async (tx: Transaction, id: string): Promise<Deadline | null> =>
  one(
    await tx<Deadline[]>`
      select ${deadlineColumns(tx)} from platform.deadlines as deadline where deadline.id = ${id} for update`,
  )

/** False: this form has arrived before. */
export async function claimForm(
  tx: Transaction,
  form: { id: string; institutionId: string; deadlineId: string; deed: string; byAccountId: string; at: Date },
): Promise<boolean> {
  const rows = await tx`
    insert into platform.deadline_forms (form_id, institution_id, deadline_id, deed, by_account_id, at)
    values (${form.id}, ${form.institutionId}, ${form.deadlineId}, ${form.deed}, ${form.byAccountId}, ${form.at})
    on conflict (form_id) do nothing returning form_id`
  return rows.length > 0
}

/** Whether this form was sent for this deadline and deed by this official. */
export async function isKnownForm(
  tx: Transaction,
  form: { id: string; deadlineId: string; deed: string; byAccountId: string },
): Promise<boolean> {
  const rows = await tx`
    select from platform.deadline_forms
    where form_id = ${form.id} and deadline_id = ${form.deadlineId} and deed = ${form.deed}
      and by_account_id = ${form.byAccountId}`
  return rows.length > 0
}

/** Whose it is, by name, for the history: a person, a unit, or the role as the program calls it. */
export async function nameOfHolder(
  tx: Transaction,
  { accountId, bodyId, role }: { accountId: string | null; bodyId: string | null; role: string | null },
): Promise<string | null> {
  const row = one(
    await tx<{ name: string | null }[]>`
      select coalesce((select name from platform.accounts where id = ${accountId}),
                      (select name from platform.bodies where id = ${bodyId}), ${role}::text) as name`,
  )
  return row?.name ?? null
}

/** Whether a unit of this institution can be given something: it has not ended. */
export async function isOpenBody(tx: Transaction, institutionId: string, bodyId: string): Promise<boolean> {
  const rows = await tx`
    select from platform.bodies where id = ${bodyId} and institution_id = ${institutionId} and ended_on is null`
  return rows.length > 0
}
