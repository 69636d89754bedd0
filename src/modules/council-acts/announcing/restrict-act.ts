import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import { eraseFromLedger } from '#platform/ledger/append-to-ledger.ts'
import { forgetDocuments } from '#platform/search/index/forget-documents.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { insertActEvent } from '../act-queries.ts'
import { publishedActs } from '../act-records.ts'
import { ACT_RECORD, isPublic } from '../act-rules.ts'
import { accountOf, doWithAct, type ActOutcome } from '../do-with-act.ts'
import { enterVerdictsOf, hideVerdictsOf } from '../review/review-records.ts'
import { setRestriction } from './announcing-queries.ts'

type Order = { by: ChangedBy; seen: number | null }

/**
 * It names a private person: from now on everybody reads what it is called in public, and no word of it. Of what everybody had
 * read nothing can be tried out any more, and nobody finds it by its words; the history says that it was done.
 */
export const restrictAct = (
  services: Services,
  id: string,
  { publicTitle, ground, by, seen }: { publicTitle: string; ground: string } & Order,
): Promise<ActOutcome> =>
  doWithAct(services, id, { seen }, async ({ tx, act, at, version }) => {
    if (act.restricted || act.state === 'void') return 'wrong-state'
    const { institutionId } = act
    const subject = refOf(ACT_RECORD, id)
    await setRestriction(tx, id, { publicTitle, ground })
    const fields = [{ field: 'restricted', from: 'false', to: 'true' }]
    await recordChange(tx, { institutionId, subject, kind: 'restricted', by, at, reason: ground, fields })
    if (!isPublic(act.state)) return 'done'
    await insertActEvent(tx, { institutionId, actId: id, kind: 'corrected', version, at, by: accountOf(by) })
    await forgetDocuments(tx, [subject])
    await eraseFromLedger(tx, services, publishedActs, id, { ground: 'personal-data' })
    await hideVerdictsOf(tx, services, id)
    return 'done'
  })

/** It names nobody who must be kept out of sight: everybody reads it, with its title and its words. */
export const openAct = (
  services: Services,
  id: string,
  { reason, by, seen }: { reason: string } & Order,
): Promise<ActOutcome> =>
  doWithAct(services, id, { seen }, async ({ tx, act, at, version }) => {
    if (!act.restricted) return 'wrong-state'
    const { institutionId } = act
    await setRestriction(tx, id, null)
    const fields = [{ field: 'restricted', from: 'true', to: 'false' }]
    await recordChange(tx, { institutionId, subject: refOf(ACT_RECORD, id), kind: 'opened', by, at, reason, fields })
    if (isPublic(act.state))
      await insertActEvent(tx, { institutionId, actId: id, kind: 'corrected', version, at, by: accountOf(by), reason })
    await enterVerdictsOf(tx, services, [id])
    return 'done'
  })
