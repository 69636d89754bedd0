import type { Hand } from '../../institutions/hand.ts'
import type { Services } from '../../services.ts'
import type { OwnNumber } from './term-rules.ts'
import { writeTerm, type TermOrder, type TermOutcome } from './write-term.ts'

/**
 * A term of the institution itself, where the law gives a duty but no number, or one that nobody has verified. Never over
 * a rule that the law settles: writeTerm refuses that. Whoever sets one a second time ends the first.
 */
export const setOwnTerm = (
  services: Services,
  hand: Hand,
  institutionId: string,
  order: TermOrder,
  number: OwnNumber,
): Promise<TermOutcome> => writeTerm(services, hand, institutionId, order, { kind: 'own', ...number })
