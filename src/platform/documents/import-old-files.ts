import { mayIn } from '../auth/permissions.ts'
import type { Official } from '../auth/visitor.ts'
import type { IncomingFile } from '../files/incoming-file.ts'
import { recordChange } from '../history/record-change.ts'
import { appendToLedger } from '../ledger/append-to-ledger.ts'
import type { Services } from '../services.ts'
import { refOf } from '../subjects/subject-rules.ts'
import { DOCUMENT_KIND } from '../takedowns/takedown-rules.ts'
import { documentRecords } from './document-records.ts'
import type { DocumentClass, HappenedPrecision } from './document-rules.ts'
import { insertImport } from './document-writing-queries.ts'
import { keepDocument } from './documents.ts'
import { OF_INSTITUTION } from './find-records.ts'
import { documentPermissions } from './permissions.ts'

export type OldFiles = {
  submissionId: string
  institutionId: string
  class: DocumentClass
  lang: string
  happened: { on: string; precision: HappenedPrecision } | null
  files: readonly IncomingFile[]
}

export type ImportOldOutcome = { kind: 'done'; count: number } | { kind: 'not-permitted' }

/** Papers from the archive, several at once: each becomes a document of the institution, named after its file. */
export async function importOldFiles(services: Services, official: Official, old: OldFiles): Promise<ImportOldOutcome> {
  const { institutionId } = old
  const at = services.clock.now()
  const secret = old.class === 'confidential'
  if (!mayIn(official, documentPermissions['documents.import'], institutionId)) return { kind: 'not-permitted' }
  if (secret && !mayIn(official, documentPermissions['documents.confidential'], institutionId))
    return { kind: 'not-permitted' }
  return services.db.begin(async (tx): Promise<ImportOldOutcome> => {
    const by = official.accountId
    const count = old.files.length
    const isNew = await insertImport(tx, { submissionId: old.submissionId, institutionId, at, by, count })
    if (!isNew) return { kind: 'done', count }
    const ids: string[] = []
    for (const file of old.files) {
      const { id } = await keepDocument(tx, services, {
        institutionId,
        subject: refOf(OF_INSTITUTION, institutionId),
        role: 'archive',
        class: old.class,
        title: file.name.replace(/\.[a-z0-9]+$/, ''),
        lang: old.lang,
        file,
        addedBy: by,
        ...(old.happened && { happened: old.happened }),
      })
      await recordChange(tx, { institutionId, subject: refOf(DOCUMENT_KIND, id), kind: 'imported', by: official, at })
      ids.push(id)
    }
    if (old.class === 'public') await appendToLedger(tx, services, { kind: documentRecords, ids })
    return { kind: 'done', count }
  })
}
