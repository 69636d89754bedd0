import { findDocument, type Document } from '#platform/documents/document-queries.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Services } from '#platform/services.ts'
import { isPublicSubject } from './public-document-queries.ts'

/** A document that everyone may open now: its consultation is published, and so is the comment it hangs on, if any. */
export async function publicDocument({ db }: Services, slug: string, id: string): Promise<Document | null> {
  if (!isUuid(id)) return null
  const document = await findDocument(db, id)
  return document && (await isPublicSubject(db, slug, document.subject)) ? document : null
}
