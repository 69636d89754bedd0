import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'

export type SavedView = {
  id: string
  institutionId: string
  accountId: string
  owner: string
  name: string
  query: string
  shared: boolean
  /** The desk opens with it for the official who asks. */
  isDefault: boolean
}

const columns = (db: Queryable, accountId: string) => db`
  view.id, view.institution_id, view.account_id, account.name as owner, view.name, view.query, view.shared,
  exists (select from consultations.desk_defaults as chosen
          where chosen.account_id = ${accountId} and chosen.view_id = view.id) as is_default`

/** An official's own, and those shared in the institutions where they read comments. */
export const listSavedViews = (
  db: Queryable,
  accountId: string,
  institutions: readonly string[] | null,
): Promise<SavedView[]> => db<SavedView[]>`
  select ${columns(db, accountId)}
  from consultations.desk_views as view join platform.accounts as account on account.id = view.account_id
  where view.account_id = ${accountId}
     or (view.shared ${institutions ? db`and view.institution_id = any(${institutions as string[]}::uuid[])` : db``})
  order by view.shared, view.created_at, view.id limit 60`

export type NewView = {
  institutionId: string
  accountId: string
  name: string
  query: string
  shared: boolean
  formId: string
  at: Date
}

/** Null: this form has saved it already. */
export async function insertView(tx: Transaction, view: NewView): Promise<string | null> {
  const row = one(
    await tx<{ id: string }[]>`
      insert into consultations.desk_views
        (institution_id, account_id, name, query, shared, form_id, created_at, changed_at)
      values (${view.institutionId}, ${view.accountId}, ${view.name}, ${view.query}, ${view.shared}, ${view.formId},
              ${view.at}, ${view.at})
      on conflict (form_id) do nothing returning id`,
  )
  return row?.id ?? null
}

export const findViewByForm = async (db: Queryable, formId: string): Promise<string | null> =>
  one(await db<{ id: string }[]>`select id from consultations.desk_views where form_id = ${formId}`)?.id ?? null

export const holdView = async (
  tx: Transaction,
  id: string,
): Promise<{ institutionId: string; accountId: string; shared: boolean } | null> =>
  one(
    await tx<{ institutionId: string; accountId: string; shared: boolean }[]>`
      select institution_id, account_id, shared from consultations.desk_views where id = ${id} for update`,
  )

export async function changeViewRow(
  tx: Transaction,
  id: string,
  to: { name: string; shared: boolean; at: Date },
): Promise<void> {
  await tx`
    update consultations.desk_views set name = ${to.name}, shared = ${to.shared}, changed_at = ${to.at} where id = ${id}`
  // Of somebody else it can be the default only while it is shared.
  if (!to.shared)
    await tx`
      delete from consultations.desk_defaults as chosen using consultations.desk_views as view
      where chosen.view_id = ${id} and view.id = chosen.view_id and chosen.account_id <> view.account_id`
}

export async function deleteViewRow(tx: Transaction, id: string): Promise<void> {
  await tx`delete from consultations.desk_views where id = ${id}`
}

export async function setDefaultView(tx: Transaction, accountId: string, viewId: string | null): Promise<void> {
  if (viewId === null) await tx`delete from consultations.desk_defaults where account_id = ${accountId}`
  else
    await tx`
      insert into consultations.desk_defaults (account_id, view_id) values (${accountId}, ${viewId})
      on conflict (account_id) do update set view_id = excluded.view_id`
}
