import { mayIn } from '../auth/permissions.ts'
import type { Official } from '../auth/visitor.ts'
import type { Door } from '../door.ts'
import type { IncomingFile } from '../files/incoming-file.ts'
import { recordChange } from '../history/record-change.ts'
import { enterSubjects } from '../ledger/touch-records.ts'
import type { Services } from '../services.ts'
import { refOf } from '../subjects/subject-rules.ts'
import { DOCUMENT_KIND } from '../takedowns/takedown-rules.ts'
import { listDocumentFiles } from './document-queries.ts'
import { holdDocument } from './document-writing-queries.ts'
import { keepDocument } from './documents.ts'
import { documentPermissions } from './permissions.ts'
import { touchedRefs } from './touched-refs-rules.ts'

export type NewFile = { lang: string; file: IncomingFile; reason: string | null; recordPublished: boolean }

export type AddFileOutcome =
  | { kind: 'done'; version: number }
  /** What a person brought stays as they brought it. */
  | { kind: 'of-a-citizen' }
  | { kind: 'taken-down' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-document' }

/** A file in a language that was missing, or the next version in one that was there. Nothing is overwritten. */
export async function addDocumentFile(
  services: Services,
  doors: readonly Door[],
  official: Official,
  id: string,
  { lang, file, reason, recordPublished }: NewFile,
): Promise<AddFileOutcome> {
  const at = services.clock.now()
  return services.db.begin(async (tx): Promise<AddFileOutcome> => {
    const document = await holdDocument(tx, id)
    if (!document) return { kind: 'no-such-document' }
    const { institutionId, subject, role, title, class: of } = document
    if (!mayIn(official, documentPermissions['documents.write'], institutionId)) return { kind: 'not-permitted' }
    if (document.takenDown) return { kind: 'taken-down' }
    if (document.addedBy === null) return { kind: 'of-a-citizen' }
    const files = (await listDocumentFiles(tx, id)).filter((one) => one.lang === lang)
    const current = files.find((one) => one.replacedAt === null)
    // The form arrived twice.
    if (current?.digest === file.digest) return { kind: 'done', version: current.version }
    const replaces = { id, wasPublic: of === 'public' && recordPublished }
    const draft = { institutionId, subject, role, title, lang, file, addedBy: official.accountId, replaces }
    await keepDocument(tx, services, draft)
    const version = (files[0]?.version ?? 0) + 1
    await recordChange(tx, {
      institutionId,
      subject: refOf(DOCUMENT_KIND, id),
      kind: current ? 'replaced' : 'language-added',
      by: official,
      at,
      reason,
      fields: [{ field: `file-${lang}`, from: current ? String(current.version) : null, to: String(version) }],
    })
    await enterSubjects(tx, services, doors, touchedRefs(refOf(DOCUMENT_KIND, id), subject))
    return { kind: 'done', version }
  })
}
