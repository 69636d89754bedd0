import type { CivilDate } from '#law/days.ts'
import { changeHeld, type ChangeOutcome } from '../../institutions/change-institution.ts'
import type { Hand } from '../../institutions/hand.ts'
import type { Services } from '../../services.ts'
import { askRecompute } from '../recomputing/ask-recompute.ts'
import { termCause } from '../recomputing/cause-texts.ts'
import { findTerm, setTermEnded } from './term-queries.ts'
import { termRecords } from './term-records.ts'
import { termPermissions } from './term-rights-rules.ts'

export type EndOfTerm = {
  termId: string
  /** The last day on which a clock may start by it. */
  untilOn: CivilDate
  reason: string
}

/**
 * `no-such-term` and `ended-already` are told apart, for two administrators may do it at once.
 */
export type EndRefusal = 'no-such-term' | 'ended-already' | 'before-its-start'

/** What the institution has set holds no longer for clocks that start later. Those that run keep it. */
export const endTerm = (
  services: Services,
  hand: Hand,
  institutionId: string,
  { termId, untilOn, reason }: EndOfTerm,
): Promise<ChangeOutcome<EndRefusal>> =>
  changeHeld<EndRefusal>(
    services,
    { id: institutionId, hand, roles: termPermissions['rules.write'], fromVersion: null },
    async ({ tx, now }) => {
      const term = await findTerm(tx, institutionId, termId)
      if (!term) return { kind: 'refused', refusal: 'no-such-term' }
      if (term.endedAt) {
        // The same form once more: what it asked for stands.
        return term.untilOn === untilOn ? null : { kind: 'refused', refusal: 'ended-already' }
      }
      if (untilOn < term.fromOn) return { kind: 'refused', refusal: 'before-its-start' }
      const byId = typeof hand === 'string' ? null : hand.accountId
      return {
        write: async () => {
          await setTermEnded(tx, termId, { untilOn, byId, at: now })
          await askRecompute(tx, { institutionId }, termCause('ended', term.ruleId))
          return [{ kind: termRecords, ids: [termId] }]
        },
        written: {
          change: 'term-ended',
          fields: [
            { field: 'rule', from: null, to: term.ruleId },
            { field: 'valid-to', from: null, to: untilOn },
          ],
          reason,
        },
      }
    },
  )
