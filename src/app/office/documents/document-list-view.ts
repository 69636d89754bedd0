import { institutionsWhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import {
  DOCUMENT_CLASSES,
  DOCUMENT_ROLES,
  missingLanguages,
  searchTerms,
  WANTED_LANGUAGES,
  type DocumentClass,
  type DocumentRole,
} from '#platform/documents/document-rules.ts'
import { readableKinds, recordsOf, type DocumentRecord } from '#platform/documents/find-records.ts'
import { documentPermissions as may } from '#platform/documents/permissions.ts'
import type { Door } from '#platform/door.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import type { Services } from '#platform/services.ts'
import { subjectKind } from '#platform/subjects/find-subjects.ts'
import { listOfficeDocuments, type ListedDocument } from './document-list-queries.ts'

export const DOCUMENT_PAGE = 50

export type DocumentQuestion = {
  words: string
  kind: string | null
  class: DocumentClass | null
  role: DocumentRole | null
  missing: string | null
  state: 'unreadable' | 'taken-down' | null
  before: string
}

export type DocumentListView = {
  question: DocumentQuestion
  /** Kinds of records with documents that this official may read, in words. */
  kinds: { kind: string; name: string }[]
  items: (ListedDocument & { record: DocumentRecord | null; missing: string[] })[]
  older: string | null
  mayImport: boolean
  maySeeSpace: boolean
}

export function readDocumentQuestion(query: Record<string, string | undefined>): DocumentQuestion {
  const kind = query.ceshtja ?? ''
  return {
    words: (query.q ?? '').normalize('NFC').trim().slice(0, 100),
    kind: /^[a-z-]{1,40}\.[a-z-]{1,40}$/.test(kind) ? kind : null,
    class: DOCUMENT_CLASSES.find((one) => one === query.klasa) ?? null,
    role: DOCUMENT_ROLES.find((one) => one === query.roli) ?? null,
    missing: WANTED_LANGUAGES.find((one) => one === query.mungon) ?? null,
    state: query.gjendja === 'palexueshem' ? 'unreadable' : query.gjendja === 'hequr' ? 'taken-down' : null,
    before: query.para ?? '',
  }
}

/** The documents of the institutions and of the kinds of records that this official may read, and of no others. */
export async function viewDocumentList(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  official: Official,
  question: DocumentQuestion,
): Promise<DocumentListView> {
  const readable = readableKinds(doors, official)
  const institutions = institutionsWhere(official, may['documents.read'])
  const listed = await listOfficeDocuments(
    services.db,
    { ...readable, confidentialIn: institutionsWhere(official, may['documents.confidential']) },
    { ...question, institutions, terms: termsOf(question.words) },
    readListKey(question.before),
    DOCUMENT_PAGE + 1,
  )
  const rows = listed.slice(0, DOCUMENT_PAGE)
  const last = rows.at(-1)
  const records = await recordsOf(
    doors,
    services,
    lang,
    rows.map((row) => row.subject),
  )
  return {
    question,
    kinds: kindsInWords(doors, lang, readable),
    items: rows.map((row) => ({
      ...row,
      record: records.get(row.subject) ?? null,
      missing: row.mediaType === null ? [] : missingLanguages({ ...row, mediaType: row.mediaType }),
    })),
    older: listed.length > DOCUMENT_PAGE && last ? writeListKey({ at: last.addedAt, id: last.id }) : null,
    mayImport: institutionsWhere(official, may['documents.import'])?.length !== 0,
    maySeeSpace: institutionsWhere(official, may['documents.space'])?.length !== 0,
  }
}

/** Words in which nothing can be looked for find nothing, rather than everything. */
const termsOf = (words: string): string | null => (words === '' ? null : (searchTerms(words) ?? 'zzzzzzzzzzzz'))

function kindsInWords(doors: readonly Door[], lang: Lang, readable: ReturnType<typeof readableKinds>) {
  const { everywhere, pairs, kinds } = readable
  return kinds.flatMap((kind) => {
    const name = subjectKind(doors, kind)?.name[lang]
    const isReadable = everywhere.includes(kind) || pairs.some((pair) => pair.startsWith(`${kind} `))
    return name && isReadable ? [{ kind, name }] : []
  })
}
