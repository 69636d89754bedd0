import { keepDocument } from '#platform/documents/documents.ts'
import type { IncomingFile } from '#platform/files/incoming-file.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { ACT_RECORD } from '../act-rules.ts'
import { accountOf, doWithAct, type ActOutcome } from '../do-with-act.ts'

type Order = { title: string; file: IncomingFile; by: { accountId: string } }

/** A paper that belongs to the act: everybody may read it when the act is announced, unless it names private persons. */
export const keepActDocument = (services: Services, id: string, { title, file, by }: Order): Promise<ActOutcome> =>
  doWithAct(services, id, {}, async ({ tx, act, at }) => {
    const { institutionId } = act
    const subject = refOf(ACT_RECORD, id)
    const known = { institutionId, subject, role: 'annex', title, lang: act.lang } as const
    const kept = { ...known, file, addedBy: accountOf(by), class: act.restricted ? 'internal' : 'public' } as const
    await keepDocument(tx, services, kept)
    const fields = [{ field: 'document', from: null, to: title }]
    await recordChange(tx, { institutionId, subject, kind: 'document-added', by, at, fields })
    return 'done'
  })
