import type { Hand } from '../../institutions/hand.ts'
import type { Services } from '../../services.ts'
import { writeTerm, type TermOrder, type TermOutcome } from './write-term.ts'

/**
 * The administrator of an institution says that it works by a rule that was only seen in a secondary source, and on what
 * that rests. From then on the rule drives its matters; what began before stays as it is.
 */
export const confirmRule = (
  services: Services,
  hand: Hand,
  institutionId: string,
  order: TermOrder,
): Promise<TermOutcome> =>
  writeTerm(services, hand, institutionId, order, {
    kind: 'confirmed',
    n: null,
    unit: null,
    firstDay: null,
    roll: null,
  })
