import type { ActState } from '../act-rules.ts'

/** The signed act among the documents of its record. */
export const SIGNED_ROLE = 'signed'

export const WAYS = ['electronic', 'ink'] as const
export type Way = (typeof WAYS)[number]

type ActFacts = { state: ActState; restricted: boolean }

/** Signed is what has its number. */
export const mayBeSigned = (state: ActState): boolean => state === 'numbered' || state === 'announced'

/** A change of what everybody reads already says why. */
export const needsReason = ({ state }: ActFacts, stoodBefore: boolean): boolean => state === 'announced' || stoodBefore

/** What names a private person stays inside with its act. */
export const classOfSigned = ({ restricted }: ActFacts): 'public' | 'internal' => (restricted ? 'internal' : 'public')

export type SigningFacts = { chairName: string; secretaryName: string | null; signedOn: string }

/** Between the vote and today. */
export const dayIsPossible = (day: string, { from, today }: { from: string | null; today: string }): boolean =>
  day <= today && (from === null || day >= from)
