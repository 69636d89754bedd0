import type { Queryable } from '../db/database.ts'
import { listDocuments } from '../documents/document-queries.ts'
import { refOfCase } from './enter-case.ts'

/** What came along, as the receipt lists it. */
export async function findDocumentNames(db: Queryable, caseId: string): Promise<string[]> {
  return (await listDocuments(db, [refOfCase(caseId)])).map((document) => document.fileName)
}
