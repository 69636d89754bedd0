import type { Official } from '../auth/visitor.ts'
import { keepDocument } from '../documents/documents.ts'
import type { IncomingFile } from '../files/incoming-file.ts'
import { recordChange } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import { refOf } from '../subjects/subject-rules.ts'
import { DISPATCH_KIND } from './dispatch-rules.ts'

/** The signed slip or the coupon of the post, scanned. Whether this official may is asked before. */
export async function keepProof(
  services: Pick<Services, 'db' | 'files' | 'clock'>,
  official: Official,
  dispatch: { id: string; institutionId: string },
  file: IncomingFile,
): Promise<void> {
  const { institutionId } = dispatch
  const subject = refOf(DISPATCH_KIND, dispatch.id)
  await services.db.begin(async (tx) => {
    await keepDocument(tx, services, {
      institutionId,
      subject,
      role: 'proof',
      title: file.name,
      lang: 'sq',
      file,
      addedBy: official.accountId,
      // It bears the name and the signature of who received the paper.
      class: 'personal',
    })
    const by = { accountId: official.accountId }
    await recordChange(tx, { institutionId, subject, kind: 'proof-added', by, at: services.clock.now() })
  })
}
