import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { listDocuments } from '#platform/documents/document-queries.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { findActSettings, insertActEvent, type Act } from '../act-queries.ts'
import { ACT_RECORD } from '../act-rules.ts'
import { dropPublication, startPublication } from '../announcing/keep-clocks.ts'
import { doWithAct, type ActOutcome } from '../do-with-act.ts'
import { takeNumber } from './counter-queries.ts'
import { listEarlierWithoutNumber } from './list-queries.ts'
import { isReturnOpen, listSlugsLike, markNumbered, markVoid } from './making-queries.ts'
import {
  actSlug,
  refusalsToNumber,
  seriesOf,
  warningsToNumber,
  type NumberRefusal,
  type NumberWarning,
} from './making-rules.ts'

export type NumberOutcome = ActOutcome<NumberRefusal | 'reason-missing'>
type Order = { seen: number; reason: string | null }

/**
 * The act takes the next number of its row: in the register for everybody from here on, its words only when it is announced. What
 * should be looked at before stands in nobody's way, and asks for a reason that everybody reads.
 */
export const numberAct = (
  services: Services,
  official: Official,
  id: string,
  { seen, reason }: Order,
): Promise<NumberOutcome> =>
  doWithAct<NumberRefusal | 'reason-missing'>(services, id, { seen }, async ({ tx, act, at, version }) => {
    if (act.state !== 'draft') return 'wrong-state'
    const [refusal] = refusalsToNumber(act)
    if (refusal) return refusal
    if ((await warningsOf(tx, act)).length > 0 && reason === null) return 'reason-missing'
    const { institutionId, adoptedOn } = act
    const by = { accountId: official.accountId }
    const number = await nextOf(tx, act)
    const year = Number((adoptedOn ?? '').slice(0, 4))
    const named = { institution: act.institutionSlug, kind: act.kind, number, year }
    const slug = actSlug(named, await listSlugsLike(tx, actSlug(named, [])))
    await markNumbered(tx, id, { series: await rowOf(tx, act), year, serial: number, slug, at })
    await insertActEvent(tx, { institutionId, actId: id, kind: 'numbered', version, at, by: by.accountId, reason })
    await startPublication(tx, services, act, by)
    const fields = [{ field: 'number', from: null, to: `${number}/${year}` }]
    await recordChange(tx, { institutionId, subject: refOf(ACT_RECORD, id), kind: 'numbered', by, at, reason, fields })
    return 'done'
  })

const rowOf = async (tx: Transaction, { institutionId, kind }: Act): Promise<string> =>
  seriesOf((await findActSettings(tx, institutionId))?.numbering ?? 'one', kind)

const nextOf = async (tx: Transaction, act: Act): Promise<number> =>
  takeNumber(tx, {
    institutionId: act.institutionId,
    series: await rowOf(tx, act),
    year: Number((act.adoptedOn ?? '').slice(0, 4)),
  })

async function warningsOf(tx: Transaction, act: Act): Promise<NumberWarning[]> {
  const { id, institutionId, kind, adoptedOn } = act
  const byKind = (await rowOf(tx, act)) !== ''
  const earlier = await listEarlierWithoutNumber(tx, { id, institutionId, kind, adoptedOn: adoptedOn ?? '', byKind })
  const files = await listDocuments(tx, [refOf(ACT_RECORD, id)])
  return warningsToNumber({
    earlier: earlier.length,
    hasText: act.textState !== 'none' || act.hasPlainText,
    files: files.length,
    returnOpen: await isReturnOpen(tx, id),
  })
}

/** A number that should not have been given: it stays in the register with the reason, and nobody gets it again. */
export const voidNumber = (
  services: Services,
  official: Official,
  id: string,
  { seen, reason }: { seen: number; reason: string },
): Promise<ActOutcome> =>
  doWithAct(services, id, { seen }, async ({ tx, act, at, version }) => {
    if (act.state !== 'numbered') return 'wrong-state'
    const { institutionId } = act
    const by = { accountId: official.accountId }
    await markVoid(tx, id, reason)
    await insertActEvent(tx, { institutionId, actId: id, kind: 'void', version, at, by: by.accountId, reason })
    await dropPublication(tx, services, act, by)
    await recordChange(tx, { institutionId, subject: refOf(ACT_RECORD, id), kind: 'voided', by, at, reason })
    return 'done'
  })
