import { findDocumentHead, listDocumentFiles } from '#platform/documents/document-queries.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Services } from '#platform/services.ts'
import { isPublicSubject } from './public-document-queries.ts'

/**
 * A document of a consultation that is published, or of a published comment on it. One that was taken down too, whatever
 * became of its record: its address then says so.
 */
export async function isPublicDocument({ db }: Services, slug: string, id: string): Promise<boolean> {
  const document = isUuid(id) ? await findDocumentHead(db, id) : null
  if (!document) return false
  if (await isPublicSubject(db, slug, document.subject)) return true
  const files = await listDocumentFiles(db, id)
  return files.length > 0 && files.every((file) => file.takenDownAt !== null)
}
