import type { Queryable } from '../db/database.ts'

export type SeenRecord = { institutionId: string; subject: string; contactId: string | null }

/**
 * The same official at the same record within the hour is one line; whose data it was may become known only at a later
 * look of that hour.
 */
export async function insertAccesses(
  db: Queryable,
  by: { at: Date; accountId: string; what: string },
  seen: readonly SeenRecord[],
): Promise<void> {
  await db`
    insert into platform.accesses (at, hour, account_id, institution_id, subject, contact_id, what)
    select distinct on (record.subject)
           ${by.at}::timestamptz, date_trunc('hour', ${by.at}::timestamptz), ${by.accountId}::uuid,
           record.institution_id, record.subject, record.contact_id, ${by.what}
    from unnest(${seen.map((one) => one.institutionId)}::uuid[], ${seen.map((one) => one.subject)}::text[],
                ${seen.map((one) => one.contactId)}::uuid[]) as record (institution_id, subject, contact_id)
    order by record.subject, record.contact_id nulls last
    on conflict (account_id, subject, what, hour) do update set contact_id = excluded.contact_id
      where accesses.contact_id is null and excluded.contact_id is not null`
}
