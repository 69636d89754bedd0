import { mayIn } from '../auth/permissions.ts'
import type { Official, Role } from '../auth/visitor.ts'
import { changedFields } from '../history/change-rules.ts'
import { recordChange } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import { refOf } from '../subjects/subject-rules.ts'
import type { CivilDate } from '../time/civil-date.ts'
import {
  findAddressee,
  findDispatchByForm,
  forgetPrintedWords,
  lockDispatch,
  updateDispatch,
} from './dispatch-queries.ts'
import type { DispatchChange, LockedDispatch } from './dispatch-queries.ts'
import { DISPATCH_KIND, mayMoveDispatch, type DispatchMove, type Way } from './dispatch-rules.ts'
import { recordDispatch } from './record-dispatch.ts'

export type DispatchDeed =
  | { move: 'hand-on'; on: CivilDate; slip: string | null }
  | { move: 'return'; on: CivilDate; reason: string }
  | { move: 'cancel'; reason: string }

export type DispatchOutcome =
  { kind: 'done' } | { kind: 'moved-meanwhile' } | { kind: 'not-permitted' } | { kind: 'no-such-dispatch' }

const KINDS: Record<DispatchMove, string> = {
  'hand-on': 'handed-on',
  return: 'returned',
  cancel: 'cancelled',
  correct: 'corrected',
}

type Needed = Pick<Services, 'db' | 'clock'>
/** `roles`: who may, from the table of rights. `seenVersion` null: whatever stands there, as long as it fits. */
type Who = { official: Official; roles: readonly Role[]; seenVersion: number | null }

/** A paper was handed on, came back, or is not sent after all. */
export async function moveDispatch(
  services: Needed,
  { official, roles, seenVersion }: Who,
  id: string,
  deed: DispatchDeed,
): Promise<DispatchOutcome> {
  return services.db.begin(async (tx): Promise<DispatchOutcome> => {
    const paper = await lockDispatch(tx, id)
    if (!paper) return { kind: 'no-such-dispatch' }
    const { institutionId } = paper
    if (!mayIn(official, roles, institutionId)) return { kind: 'not-permitted' }
    const seen = seenVersion === null || seenVersion === paper.version
    if (!seen || !mayMoveDispatch(paper.state, deed.move)) return { kind: 'moved-meanwhile' }
    const after = changeOf(paper, deed)
    await updateDispatch(tx, id, after)
    if (deed.move !== 'return') await forgetPrintedWords(tx, id)
    const fields = changedFields({ ...paper, returnedOn: null }, shown(after))
    const by = { accountId: official.accountId }
    const change = { institutionId, kind: KINDS[deed.move], by, at: services.clock.now(), reason: after.reason, fields }
    // In the history of the paper, and of the record that it belongs to.
    for (const subject of [refOf(DISPATCH_KIND, id), paper.subject]) await recordChange(tx, { ...change, subject })
    return { kind: 'done' }
  })
}

const shown = ({ state, slip, handedOn, returnedOn }: DispatchChange) => ({ state, slip, handedOn, returnedOn })

function changeOf({ way, slip, handedOn }: LockedDispatch, deed: DispatchDeed): DispatchChange {
  const same = { way, slip, handedOn, returnedOn: null, reason: null }
  switch (deed.move) {
    case 'hand-on':
      return { ...same, state: 'handed-on', handedOn: deed.on, slip: deed.slip }
    case 'return':
      return { ...same, state: 'returned', returnedOn: deed.on, reason: deed.reason }
    case 'cancel':
      return { ...same, state: 'cancelled', reason: deed.reason }
  }
}

export type Correction = { way: Way; on: CivilDate; slip: string | null; reason: string; form: string }

/** What was entered wrongly is entered anew; the old entry stays, and says that it was corrected and why. */
export async function correctDispatch(
  services: Needed,
  { official, roles, seenVersion }: Who,
  id: string,
  correction: Correction,
): Promise<DispatchOutcome | { kind: 'corrected'; id: string }> {
  const { way, on, slip, reason, form } = correction
  return services.db.begin(async (tx) => {
    const paper = await lockDispatch(tx, id)
    if (!paper) return { kind: 'no-such-dispatch' as const }
    const { institutionId, subject, title } = paper
    if (!mayIn(official, roles, institutionId)) return { kind: 'not-permitted' as const }
    const known = await findDispatchByForm(tx, form)
    if (known) return { kind: 'corrected' as const, id: known.id }
    if (seenVersion !== paper.version || !mayMoveDispatch(paper.state, 'correct'))
      return { kind: 'moved-meanwhile' as const }
    const by = { accountId: official.accountId }
    const person = await findAddressee(tx, id)
    const to = { name: person?.name ?? '–', postal: person?.postal ?? null, contactId: person?.contactId ?? null }
    const lang = paper.lang === 'en' ? 'en' : 'sq'
    const entry = { institutionId, subject, title, lang, way, handedOn: on, slip, corrects: id, to, by, form } as const
    const fresh = await recordDispatch(tx, services, entry)
    await updateDispatch(tx, id, { ...paper, state: 'corrected', returnedOn: null, reason })
    const at = services.clock.now()
    await recordChange(tx, { institutionId, subject: refOf(DISPATCH_KIND, id), kind: 'corrected', by, at, reason })
    return { kind: 'corrected' as const, id: fresh.id }
  })
}
