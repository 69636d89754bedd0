import { documentUrls } from '#platform/documents/urls.ts'
import { filePieces, recordLangOf } from '#platform/search/file-pieces-rules.ts'
import type { SearchDocument, SearchSource } from '#platform/search/search-source.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { DOCUMENT_KIND } from '#platform/takedowns/takedown-rules.ts'
import { listFoundDocuments, listPublicDocumentIds, type FoundDocument } from './document-search-queries.ts'
import { documentSearchTexts } from './document-search-texts.ts'

/** Papers of the archive. What stands with a record is found with the record. */
export const documentSearch: SearchSource = {
  subjectKind: DOCUMENT_KIND,
  kinds: { document: documentSearchTexts.kind },
  states: { published: documentSearchTexts.published },
  find: async (db, ids) => {
    const files = await listFoundDocuments(db, ids)
    const seen = new Set<string>()
    return files.flatMap((file) => {
      const first = !seen.has(file.documentId)
      seen.add(file.documentId)
      return documentsOf(file, first)
    })
  },
  idsAfter: listPublicDocumentIds,
}

/** The first piece of the first language is the paper itself: its matter is shown by that row. */
const documentsOf = (file: FoundDocument, first: boolean): SearchDocument[] =>
  filePieces(file).map(({ part, heading, body }, at) => ({
    subject: refOf(DOCUMENT_KIND, file.documentId),
    part: first && at === 0 ? '' : part,
    matter: refOf(DOCUMENT_KIND, file.documentId),
    kind: 'document',
    institutionId: file.institutionId,
    lang: recordLangOf(file.lang),
    title: file.title ?? file.fileName,
    heading,
    body,
    numbers: [],
    href: documentUrls.one(file.documentId),
    publishedAt: file.addedAt,
    changedAt: file.addedAt,
    day: file.day,
    state: 'published',
    topics: [],
    places: [],
    dueOn: null,
  }))
