import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { accessTo } from '#platform/documents/access-rules.ts'
import {
  findDocumentHead,
  listDocumentFiles,
  listDocumentWords,
  type DocumentFile,
  type DocumentHead,
  type DocumentWords,
} from '#platform/documents/document-queries.ts'
import { missingLanguages } from '#platform/documents/document-rules.ts'
import { mayReadRecord, recordsOf, type DocumentRecord } from '#platform/documents/find-records.ts'
import { documentPermissions as may } from '#platform/documents/permissions.ts'
import type { Door } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { DOCUMENT_KIND } from '#platform/takedowns/takedown-rules.ts'
import { listDocumentChanges, listSameContent, type DocumentChange, type SameContent } from './document-list-queries.ts'

export type OfficeDocument = {
  document: DocumentHead
  record: DocumentRecord
  files: DocumentFile[]
  words: DocumentWords[]
  /** All of it was taken down. */
  takenDown: boolean
  isPicture: boolean
  missing: string[]
  mayWrite: boolean
  /** Opening it is noted. */
  noted: boolean
}

/** Null for what is not there, or that this official may not see. */
export async function findOfficeDocument(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  official: Official,
  id: string,
): Promise<OfficeDocument | null> {
  const document = isUuid(id) ? await findDocumentHead(services.db, id) : null
  if (!document) return null
  const [records, files, words] = await Promise.all([
    recordsOf(doors, services, lang, [document.subject]),
    listDocumentFiles(services.db, id),
    listDocumentWords(services.db, id),
  ])
  const record = records.get(document.subject)
  const { institutionId } = document
  if (!record || !mayIn(official, may['documents.read'], institutionId)) return null
  const access = accessInOffice(official, document, record)
  if (access === 'refused') return null
  const current = files.filter((file) => file.replacedAt === null && file.digest !== null)
  const mediaType = current[0]?.mediaType ?? ''
  return {
    document,
    record,
    files,
    words,
    takenDown: files.every((file) => file.takenDownAt !== null),
    isPicture: mediaType.startsWith('image/'),
    missing:
      current.length === 0
        ? []
        : missingLanguages({ ...document, mediaType, languages: current.map((one) => one.lang) }),
    // The right to documents does not reach further than the right to the record they stand with.
    mayWrite: mayIn(official, may['documents.write'], institutionId) && mayIn(official, record.writers, institutionId),
    noted: access === 'noted',
  }
}

/** As an official of the record, whatever everybody may read. */
const accessInOffice = (official: Official, document: DocumentHead, record: DocumentRecord) =>
  accessTo(
    { class: document.class, recordPublished: false, replaced: false, wasPublic: false, takenDown: false },
    {
      kind: 'official',
      mayReadRecord: mayReadRecord(official, record, document.institutionId),
      mayReadConfidential: mayIn(official, may['documents.confidential'], document.institutionId),
    },
  )

export type DocumentView = OfficeDocument & { zone: string; changes: DocumentChange[]; same: SameContent[] }

export async function viewDocument(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  official: Official,
  id: string,
): Promise<DocumentView | null> {
  const found = await findOfficeDocument(services, doors, lang, official, id)
  if (!found) return null
  const [changes, same] = await Promise.all([
    listDocumentChanges(services.db, refOf(DOCUMENT_KIND, id)),
    listSameContent(services.db, id),
  ])
  const readable = await recordsOf(
    doors,
    services,
    lang,
    same.map((one) => one.subject),
  )
  return {
    ...found,
    zone: found.document.zone,
    changes,
    same: same.filter((one) => {
      const record = readable.get(one.subject)
      return one.class !== 'confidential' && record && mayReadRecord(official, record, one.institutionId)
    }),
  }
}
