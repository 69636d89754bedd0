import { listDocuments, type Document } from '#platform/documents/document-queries.ts'
import type { Services } from '#platform/services.ts'
import type { PublishedComment } from './comment-queries.ts'

export const COMMENTS_PER_PAGE = 50

/** Attachments of the comments that are published: access follows the record's state. */
export async function attachmentsOf(
  { db }: Pick<Services, 'db'>,
  comments: readonly PublishedComment[],
): Promise<Document[]> {
  const subjects = comments
    .filter((comment) => comment.state === 'published')
    .map((comment) => `consultations.comment:${comment.id}`)
  const documents = subjects.length === 0 ? [] : await listDocuments(db, subjects)
  return documents.filter((document) => document.class === 'public')
}

/** The key after which the next page begins, as it stands in an address. */
export function cursorOf(comments: readonly { id: string; sentAt: Date }[]): string | null {
  const last = comments.at(-1)
  return last ? `${last.sentAt.getTime()}.${last.id}` : null
}

export function readCursor(words: string | undefined): { sentAt: Date; id: string } | null {
  const parts = /^(\d{1,14})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(words ?? '')
  return parts ? { sentAt: new Date(Number(parts[1])), id: parts[2] ?? '' } : null
}
