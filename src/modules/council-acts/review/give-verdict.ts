import { createHash } from 'node:crypto'
import type { Transaction } from '#platform/db/database.ts'
import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { insertActEvent, raiseActVersion, type Act } from '../act-queries.ts'
import { ACT_RECORD, type ActEventKind } from '../act-rules.ts'
import { accountOf } from '../do-with-act.ts'
import { findEndByActs } from '../relations/end-queries.ts'
import { lockActs } from './do-with-transmittal.ts'
import { dropDeposit, meetCheck, reopenCheck, reopenDeposit, startDeposit } from './keep-deposit-clock.ts'
import { enterReview } from './review-records.ts'
import {
  corrections,
  endOfAnnulled,
  legalityOf,
  nextVerdicts,
  standing,
  type EnteredAs,
  type VerdictKind,
} from './review-rules.ts'
import { tellVerdict } from './tell-secretary.ts'
import {
  countVerdictsOfForms,
  insertVerdict,
  listSendings,
  listVerdicts,
  setLegality,
  type Sending,
  type Verdict,
} from './verdict-queries.ts'

export type VerdictOrder = {
  actIds: readonly string[]
  kind: VerdictKind
  on: string
  /** Of a court the number of the case. */
  protocol: string | null
  reasons: string | null
  /** Annulled: the first day on which it holds no more. */
  effectiveOn: string | null
  /** In place of the newest word, which was entered wrongly. */
  correcting: boolean
  formId: string
  as: EnteredAs
  by: ChangedBy
  /** Of the authority: only acts that were sent last to one of these institutions; null: whatever was sent. */
  authorities?: readonly string[] | null
}
/** `mixed`: the reasons would stand with an act that names nobody, too, and everybody would read them there. */
export type VerdictOutcome = 'done' | 'no-such-act' | 'not-now' | 'too-early' | 'mixed'

type Heard = { act: Act; sendings: Sending[]; said: Verdict[]; replaced: Verdict | null }

const EVENT_OF: Record<VerdictKind, ActEventKind> = {
  conform: 'conform',
  returned: 'returned',
  court: 'sent-to-court',
  upheld: 'upheld',
  annulled: 'annulled',
  'not-needed': 'not-needed',
  mistake: 'verdict-corrected',
}

/**
 * What was said of one act or of several at once: all of it is entered, or nothing. The same form a second time changes
 * nothing. The act carries the newest word, everybody reads all of them.
 */
export const giveVerdict = (services: Services, order: VerdictOrder): Promise<VerdictOutcome> =>
  services.db.begin(async (tx): Promise<VerdictOutcome> => {
    const ids = [...new Set(order.actIds)].toSorted()
    const acts = await lockActs(tx, ids)
    const forms = ids.map((id) => formOf(order.formId, id))
    if ((await countVerdictsOfForms(tx, forms)) > 0) return 'done'
    const [sendings, said] = [await listSendings(tx, ids), await listVerdicts(tx, ids)]
    const heard: Heard[] = []
    for (const id of ids) {
      const act = acts.get(id)
      if (!act || !['numbered', 'announced'].includes(act.state)) return 'no-such-act'
      const of = { act, sendings: sendings.filter(fits(id)), said: said.filter(fits(id)) }
      const judged = judge(of, order)
      if (typeof judged === 'string') return judged
      heard.push({ ...of, replaced: judged.replaced })
    }
    if (order.reasons !== null && new Set(heard.map(({ act }) => act.restricted)).size > 1) return 'mixed'
    const at = services.clock.now()
    const written: string[] = []
    for (const one of heard) written.push(await enterOne(tx, services, one, { ...order, at }))
    if (order.as === 'authority') for (const { act } of heard) await tellVerdict(tx, services, act, order)
    await enterReview(tx, services, { acts: ids, verdicts: written })
    return 'done'
  })

const fits =
  (id: string) =>
  ({ actId }: { actId: string }) =>
    actId === id

/** Which row it replaces, or why it cannot be said. */
function judge(
  { act, sendings, said }: Omit<Heard, 'replaced'>,
  { kind, on, correcting, as, authorities = null }: VerdictOrder,
): { replaced: Verdict | null } | VerdictOutcome {
  const to = sendings.at(-1)?.authorityInstitutionId ?? null
  if (authorities !== null && (to === null || !authorities.includes(to))) return 'no-such-act'
  const fix = corrections(sendings, said, as)
  if (correcting ? !fix.kinds.includes(kind) : !nextVerdicts(act.legality).includes(kind)) return 'not-now'
  const replaced = correcting ? (said.find(({ id }) => id === fix.of?.id) ?? null) : null
  const before = standing(said.filter(({ id }) => id !== replaced?.id)).at(-1)?.decidedOn
  const earliest = [sendings.at(-1)?.sentOn, before, act.adoptedOn]
    .flatMap((day) => day ?? [])
    .toSorted()
    .at(-1)
  return kind !== 'mistake' && earliest !== undefined && on < earliest ? 'too-early' : { replaced }
}

type Entry = VerdictOrder & { at: Date }

async function enterOne(tx: Transaction, services: Services, heard: Heard, order: Entry): Promise<string> {
  const { act, sendings, said, replaced } = heard
  const { kind, on, protocol, reasons, by, at } = order
  const { id, institutionId } = act
  const end = replaced?.kind === 'annulled' ? await endBefore(tx, act, replaced) : act.inForceTo
  const annulled = kind === 'annulled' ? (order.effectiveOn ?? on) : null
  const row = { actId: id, kind, decidedOn: on, protocol, reasons, enteredAs: order.as, enteredAt: at }
  const last = sendings.at(-1) ?? null
  const verdict = {
    ...row,
    institutionId,
    transmittalId: last?.transmittalId ?? null,
    formId: formOf(order.formId, id),
    effectiveOn: annulled,
    forceToBefore: annulled === null ? null : end,
    replacesId: replaced?.id ?? null,
    by: accountOf(by),
  }
  const written = await insertVerdict(tx, verdict)
  const legality = legalityOf(sendings, [...said, { ...row, ...written, replacesId: verdict.replacesId }])
  const inForceTo = annulled === null ? end : endOfAnnulled(annulled, { ...act, inForceTo: end })
  await setLegality(tx, id, { legality, inForceTo })
  await raiseActVersion(tx, id, at)
  const event = { institutionId, actId: id, version: act.version + 1, at, by: accountOf(by), happenedOn: on, protocol }
  if (replaced && kind !== 'mistake') await insertActEvent(tx, { ...event, kind: 'verdict-corrected' })
  await insertActEvent(tx, { ...event, kind: EVENT_OF[kind] })
  const fields = [{ field: 'legality', from: act.legality, to: legality }]
  await recordChange(tx, { institutionId, subject: refOf(ACT_RECORD, id), kind: `verdict-${kind}`, by, at, fields })
  await moveClocks(tx, services, { ...heard, act: { ...act, legality } }, order)
  return written.id
}

/** The end it had before anybody annulled it: what other acts say by now, and of the past what its source said. */
const endBefore = async (tx: Transaction, { id, history }: Act, { forceToBefore }: Verdict): Promise<string | null> =>
  (history ? forceToBefore : null) ?? findEndByActs(tx, id)

/** The authority's term ends with its word; what was a mistake lets it run on. */
async function moveClocks(
  tx: Transaction,
  services: Services,
  { act, sendings, replaced }: Heard,
  { kind, on, by }: Entry,
): Promise<void> {
  if (kind === 'not-needed') return dropDeposit(tx, services, act.id, by)
  if (replaced?.kind === 'not-needed') return startAgain(tx, services, act, by)
  const round = sendings.at(-1)?.round
  if (round === undefined || !['conform', 'returned', 'court', 'mistake'].includes(kind)) return
  // A court's word is not the authority's: its term is over whatever became of it.
  if (kind === 'mistake' && replaced && ['upheld', 'annulled'].includes(replaced.kind)) return
  if (replaced) await reopenCheck(tx, services, act.id, { round, by })
  if (kind !== 'mistake') await meetCheck(tx, services, act, { round, on, by })
}

async function startAgain(tx: Transaction, services: Services, act: Act, by: ChangedBy): Promise<void> {
  await reopenDeposit(tx, services, act.id, by)
  if (act.announcedOn !== null) await startDeposit(tx, services, act, by)
}

/** A number of its own for each act of a form. */
function formOf(formId: string, actId: string): string {
  const digest = createHash('sha256').update(`${formId} ${actId}`).digest('hex')
  const parts = [digest.slice(0, 8), digest.slice(8, 12), `4${digest.slice(13, 16)}`, `8${digest.slice(17, 20)}`]
  return [...parts, digest.slice(20, 32)].join('-')
}
