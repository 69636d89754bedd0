import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { listTextVersions } from '#platform/texts/text-queries.ts'
import { insertTextVersion } from '#platform/texts/text-writing-queries.ts'
import { copyVersion } from '#platform/texts/versions/version-writing-queries.ts'
import { findActSettings, insertActEvent, type Act } from '../act-queries.ts'
import { ACT_RECORD } from '../act-rules.ts'
import { dropPublication } from '../announcing/keep-clocks.ts'
import { accountOf, doWithAct, type ActOutcome, type HeldAct } from '../do-with-act.ts'
import { dropAdoptedState, markVoid, setTextState } from '../making/making-queries.ts'
import {
  findOpenReturn,
  findReturnByForm,
  findReturnStanding,
  findVote,
  insertReturn,
  settleReturnRow,
  type Settling,
} from './return-queries.ts'
import { findEventByForm } from './signing-queries.ts'
import { refusalToReturn, type ReturnRefusal } from './return-rules.ts'

export type ReturnOrder = { returnedOn: string; reasons: string; protocol: string | null }
type By = { by: ChangedBy; seen: number | null; formId: string }

/** The mayor returned it, and says why: from now on it waits for the council. */
export async function enterReturn(
  services: Services,
  id: string,
  order: ReturnOrder,
  { by, seen, formId }: By,
): Promise<ActOutcome<ReturnRefusal>> {
  if ((await findReturnByForm(services.db, formId)) === id) return 'done'
  return doWithAct<ReturnRefusal>(services, id, { seen }, async ({ tx, act, at, version }) => {
    const mayReturn = (await findActSettings(tx, act.institutionId))?.mayorMayReturn === true
    const standing = await findReturnStanding(tx, id)
    const refusal = refusalToReturn({ ...act, mayReturn, standing }, order.returnedOn)
    if (refusal) return refusal
    const { institutionId } = act
    await insertReturn(tx, { institutionId, actId: id, formId, ...order, at, by: accountOf(by) })
    const { returnedOn: happenedOn, reasons, protocol } = order
    const event = { institutionId, actId: id, kind: 'returned-by-mayor', version, at, by: accountOf(by) } as const
    await insertActEvent(tx, { ...event, happenedOn, reason: reasons.slice(0, 2000), protocol })
    const fields = [{ field: 'mayor-return', from: null, to: happenedOn }]
    const subject = refOf(ACT_RECORD, id)
    await recordChange(tx, { institutionId, subject, kind: 'mayor-return-entered', by, at, fields })
    return 'done'
  })
}

export type SettleRefusal = 'no-open-return' | 'before-return' | 'no-such-vote'

/** What the council said: adopted again, adopted otherwise (the text is opened again), or given up (its number is void). */
export async function settleReturn(
  services: Services,
  id: string,
  order: Settling,
  { by, seen, formId }: By,
): Promise<ActOutcome<SettleRefusal>> {
  if ((await findEventByForm(services.db, formId)) === id) return 'done'
  return doWithAct<SettleRefusal>(services, id, { seen }, async (held) => {
    const { tx, act, at, version } = held
    const open = await findOpenReturn(tx, id)
    if (!open) return 'no-open-return'
    if (order.on < open.returnedOn) return 'before-return'
    if (order.voteRef !== null && !(await findVote(tx, act.institutionId, order.voteRef))) return 'no-such-vote'
    await settleReturnRow(tx, open.id, order)
    const { institutionId } = act
    const event = { institutionId, actId: id, version, at, by: accountOf(by), happenedOn: order.on } as const
    await insertActEvent(tx, { ...event, kind: 'reconsidered', reason: order.note, formId })
    if (order.outcome === 'changed') await openAgain(held)
    if (order.outcome === 'withdrawn') await giveUp(services, held, order, by)
    const fields = [{ field: 'mayor-return-outcome', from: null, to: order.outcome }]
    const subject = refOf(ACT_RECORD, id)
    await recordChange(tx, { institutionId, subject, kind: 'mayor-return-settled', by, at, reason: order.note, fields })
    return 'done'
  })
}

/** The words that were confirmed are so no more, and a draft goes on from them. */
async function openAgain({ tx, act, at }: HeldAct): Promise<void> {
  if (act.textId === null) return
  await dropAdoptedState(tx, act.id)
  await setTextState(tx, act.id, { state: 'laid', at: null, by: null })
  await beginDraft(tx, act.textId, at)
}

async function beginDraft(tx: Transaction, textId: string, at: Date): Promise<void> {
  const versions = await listTextVersions(tx, textId, false)
  const newest = versions.filter(({ state }) => state === 'published').toSorted((one, other) => other.n - one.n)[0]
  if (!newest || versions.some(({ state }) => state === 'draft')) return
  const { id: basedOn, institutionId, lang } = newest
  const source = { sourceKind: 'written', sourceDocument: null, readAt: at } as const
  await copyVersion(tx, basedOn, await insertTextVersion(tx, { textId, institutionId, lang, ...source, basedOn }))
}

/** Its number stays in the register, void; what had none stays a draft that gets none. */
async function giveUp(services: Services, held: HeldAct, order: Settling, by: ChangedBy): Promise<void> {
  const { tx, act, at, version } = held
  if (act.state !== 'numbered' || order.note === null) return
  await markVoid(tx, act.id, order.note)
  await dropPublication(tx, services, act, by)
  await insertActEvent(tx, { ...voidEvent(act, order), version, at, by: accountOf(by) })
}

const voidEvent = ({ id, institutionId }: Act, { on, note }: Settling) =>
  ({ institutionId, actId: id, kind: 'void', happenedOn: on, reason: note }) as const
