import type { Door } from '#platform/door.ts'
import {
  findDocumentHead,
  listDocumentFiles,
  listDocumentWords,
  type DocumentFile,
  type DocumentHead,
} from '#platform/documents/document-queries.ts'
import { missingLanguages } from '#platform/documents/document-rules.ts'
import { recordsOf, type DocumentRecord } from '#platform/documents/find-records.ts'
import { listPictures, type DocumentPicture } from '#platform/documents/reading/reading-queries.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { DOCUMENT_KIND } from '#platform/takedowns/takedown-rules.ts'
import { listStanding } from '#platform/takedowns/takedown-queries.ts'

export type PublicDocument = {
  document: DocumentHead
  record: DocumentRecord
  institution: InstitutionSummary
  /** In the language of the page, where there is one. */
  title: string
  titleLang: string
  /** Words instead of the picture, by the language of the page and then by the document's own. */
  alt: { words: string; lang: string } | null
  /** The newest of each language, then what was public before. */
  current: DocumentFile[]
  earlier: DocumentFile[]
  missing: string[]
  pictures: DocumentPicture[]
}

/** A document for everybody; 'taken-down' for one that was, null for what is not public. */
export async function viewPublicDocument(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  id: string,
): Promise<PublicDocument | 'taken-down' | null> {
  const { db } = services
  if (!isUuid(id)) return null
  const document = await findDocumentHead(db, id)
  if (!document) return (await listStanding(db, [refOf(DOCUMENT_KIND, id)])).length > 0 ? 'taken-down' : null
  const files = await listDocumentFiles(db, id)
  if (files.every((file) => file.takenDownAt !== null)) return 'taken-down'
  if (document.class !== 'public') return null
  const [records, words, institution] = await Promise.all([
    recordsOf(doors, services, lang, [document.subject]),
    listDocumentWords(db, id),
    findInstitutionById(db, lang, document.institutionId),
  ])
  const record = records.get(document.subject)
  if (!record?.published || !institution) return null
  const current = files.filter((file) => file.replacedAt === null && file.takenDownAt === null)
  const mediaType = current[0]?.mediaType ?? ''
  const said = words.find((one) => one.lang === lang)
  const alternative = said?.alt ? said : words.find((one) => one.lang === document.lang && one.alt)
  return {
    document,
    record,
    institution,
    title: said?.title ?? document.title,
    titleLang: said?.title ? lang : document.lang,
    alt: alternative?.alt ? { words: alternative.alt, lang: alternative.lang } : null,
    current,
    earlier: files.filter((file) => file.replacedAt !== null && file.wasPublic && file.takenDownAt === null),
    missing: missingLanguages({ ...document, mediaType, languages: current.map((file) => file.lang) }),
    pictures: mediaType.startsWith('image/') && current[0] ? await listPictures(db, current[0].id) : [],
  }
}
