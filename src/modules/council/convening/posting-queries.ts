import type { Transaction } from '#platform/db/database.ts'

type NewPosting = {
  institutionId: string
  meetingId: string
  formId: string
  place: string
  postedAt: Date
  documentId: string | null
  by: string | null
  at: Date
}

export const postingWasSent = async (tx: Transaction, formId: string): Promise<boolean> =>
  (await tx`select from council.postings where form_id = ${formId}`).length > 0

export async function insertPosting(tx: Transaction, row: NewPosting): Promise<void> {
  await tx`
    insert into council.postings
      (institution_id, meeting_id, form_id, place, posted_at, document_id, by_account_id, entered_at)
    values (${row.institutionId}, ${row.meetingId}, ${row.formId}, ${row.place}, ${row.postedAt}, ${row.documentId},
            ${row.by}, ${row.at})`
}
