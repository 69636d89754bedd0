import type { Queryable } from '../db/database.ts'

export type NewAccess = {
  at: Date
  accountId: string
  institutionId: string
  subject: string
  contactId: string | null
  what: string
}

/** The same official at the same record within the hour is one line. */
export async function insertAccess(db: Queryable, access: NewAccess): Promise<void> {
  await db`
    insert into platform.accesses (at, hour, account_id, institution_id, subject, contact_id, what)
    values (${access.at}, date_trunc('hour', ${access.at}::timestamptz), ${access.accountId}, ${access.institutionId},
            ${access.subject}, ${access.contactId}, ${access.what})
    on conflict (account_id, subject, what, hour) do nothing`
}
