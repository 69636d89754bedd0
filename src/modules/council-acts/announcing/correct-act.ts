import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { insertActEvent, type Act } from '../act-queries.ts'
import { ACT_RECORD } from '../act-rules.ts'
import { accountOf, doWithAct, type ActOutcome } from '../do-with-act.ts'
import { setCorrected, type CorrectedFacts } from './announcing-queries.ts'
import { tellFollowers } from './tell-followers.ts'

export type CorrectRefusal =
  'nothing-changed' | 'day-missing' | 'before-adoption' | 'in-future' | 'public-title-missing'
type Order = { by: ChangedBy; seen: number | null; reason: string }

const FIELDS = [
  'title',
  'titleEn',
  'summary',
  'publicTitle',
  'adoptedOn',
  'announcedOn',
  'signedOn',
  'chairName',
  'secretaryName',
  'proposer',
] as const satisfies readonly (keyof CorrectedFacts & keyof Act)[]

/** Words of a restricted act, which no history keeps. */
const PRIVATE: readonly string[] = ['title', 'titleEn', 'summary', 'proposer']

/**
 * What everybody reads about it is put right, with the reason and the day. Its number stays, and so do its clocks; its words are
 * put right by a new version of its text.
 */
export const correctAct = (
  services: Services,
  id: string,
  given: CorrectedFacts,
  { by, seen, reason }: Order,
): Promise<ActOutcome<CorrectRefusal>> =>
  doWithAct<CorrectRefusal>(services, id, { seen }, async ({ tx, act, at, version }) => {
    if (act.state !== 'numbered' && act.state !== 'announced') return 'wrong-state'
    // By a correction nothing is announced.
    const facts = act.state === 'announced' ? given : { ...given, announcedOn: act.announcedOn }
    const refusal = refusalToCorrect(act, facts, civilDateIn(act.zone, at))
    if (refusal) return refusal
    await setCorrected(tx, id, facts)
    const { institutionId } = act
    const event = { institutionId, actId: id, kind: 'corrected' as const, version, at, by: accountOf(by), reason }
    await insertActEvent(tx, event)
    const fields = changed(act, facts).map((field) =>
      act.restricted && PRIVATE.includes(field)
        ? { field, from: null, to: null }
        : { field, from: act[field], to: facts[field] },
    )
    await recordChange(tx, { institutionId, subject: refOf(ACT_RECORD, id), kind: 'corrected', by, at, reason, fields })
    await tellFollowers(tx, act, { kind: 'corrected', at })
    return 'done'
  })

const changed = (act: Act, facts: CorrectedFacts) => FIELDS.filter((field) => act[field] !== facts[field])

function refusalToCorrect(act: Act, facts: CorrectedFacts, today: string): CorrectRefusal | null {
  const { adoptedOn, announcedOn, signedOn, publicTitle } = facts
  if (changed(act, facts).length === 0) return 'nothing-changed'
  if (act.restricted && publicTitle === null) return 'public-title-missing'
  // What was numbered here has its days; of an archive they may be unknown.
  if (!act.history && (adoptedOn === null || (act.state === 'announced' && announcedOn === null))) return 'day-missing'
  const later = [announcedOn, signedOn].flatMap((day) => day ?? [])
  if ([adoptedOn ?? '', ...later].some((day) => day > today)) return 'in-future'
  return adoptedOn !== null && later.some((day) => day < adoptedOn) ? 'before-adoption' : null
}
