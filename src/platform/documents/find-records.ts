import { mayIn } from '../auth/permissions.ts'
import type { Official, Role } from '../auth/visitor.ts'
import type { Door } from '../door.ts'
import type { Lang } from '../i18n/language.ts'
import { findInstitutionById } from '../institutions/institution-queries.ts'
import type { Services } from '../services.ts'
import { findSubjects, subjectKind } from '../subjects/find-subjects.ts'
import { readRef } from '../subjects/subject-rules.ts'
import { documentPermissions } from './permissions.ts'

/** The record a document stands with, as far as it decides who may have the document. */
export type DocumentRecord = {
  ref: string
  title: string
  lang: string
  officeHref: string | null
  publicHref: string | null
  /** Everybody may read its public documents. */
  published: boolean
  readers: readonly Role[]
  /** Who may change its documents, if they may change documents at all. */
  writers: readonly Role[]
  contactId: string | null
}

/** Old papers stand with the institution itself: whoever may read its documents may read them. */
export const OF_INSTITUTION = 'institutions.institution'

/** One question for each kind of record; what is gone is not in the map, and its documents are nobody's. */
export async function recordsOf(
  doors: readonly Door[],
  services: Services,
  lang: Lang,
  refs: readonly string[],
): Promise<Map<string, DocumentRecord>> {
  const records = new Map<string, DocumentRecord>()
  for (const [ref, subject] of await findSubjects(doors, services, lang, refs)) {
    const kind = readRef(ref)?.kind ?? ''
    const known = subjectKind(doors, kind)
    const readers = kind === OF_INSTITUTION ? documentPermissions['documents.read'] : (known?.readers ?? [])
    records.set(ref, {
      ref,
      title: subject.title,
      lang: subject.lang,
      officeHref: subject.officeHref,
      publicHref: subject.publicHref,
      published: subject.documentsPublic ?? subject.publicHref !== null,
      readers,
      writers: known?.documentWriters ?? readers,
      contactId: subject.correspondent?.contactId ?? null,
    })
  }
  for (const ref of new Set(refs)) {
    const institution = records.has(ref) ? null : await institutionRecord(services, lang, ref)
    if (institution) records.set(ref, institution)
  }
  return records
}

async function institutionRecord({ db }: Services, lang: Lang, ref: string): Promise<DocumentRecord | null> {
  const read = readRef(ref)
  const institution = read?.kind === OF_INSTITUTION ? await findInstitutionById(db, lang, read.id) : null
  if (!institution) return null
  return {
    ref,
    title: institution.name,
    lang,
    officeHref: null,
    publicHref: `/i/${institution.slug}/`,
    published: true,
    readers: documentPermissions['documents.read'],
    writers: documentPermissions['documents.read'],
    contactId: null,
  }
}

/** Kinds of records whose documents this official may read: everywhere, or as `kind institution` pairs. */
export function readableKinds(
  doors: readonly Door[],
  official: Official,
): { everywhere: string[]; pairs: string[]; kinds: string[] } {
  const kinds: [string, readonly Role[]][] = doors.flatMap((door) =>
    Object.entries(door.subjects ?? {}).map(([kind, { readers }]): [string, readonly Role[]] => [kind, readers]),
  )
  const all = new Map(kinds).set(OF_INSTITUTION, documentPermissions['documents.read'])
  const everywhere: string[] = []
  const pairs = new Set<string>()
  for (const [kind, readers] of all) {
    for (const grant of official.roles.filter((one) => readers.includes(one.role))) {
      if (grant.institutionId === null) everywhere.push(kind)
      else pairs.add(`${kind} ${grant.institutionId}`)
    }
  }
  return { everywhere, pairs: [...pairs], kinds: [...all.keys()] }
}

export const mayReadRecord = (official: Official, record: DocumentRecord, institutionId: string): boolean =>
  mayIn(official, record.readers, institutionId)
