import { mayIn } from './permissions.ts'
import { absentBehind, type Authority } from './account-rules.ts'

export type SubstitutionRefusal = 'not-permitted' | 'same-person'

/** The absent person enters it, or who manages people there. */
export function refusalToSubstitute(
  by: Authority,
  { institutionId, absentId, substituteId }: { institutionId: string; absentId: string; substituteId: string },
): SubstitutionRefusal | null {
  if (absentId === substituteId) return 'same-person'
  if (by === 'command-line' || by.accountId === absentId) return null
  // Who manages people in another's stead does not prolong that stead.
  if (by.accountId === substituteId && absentBehind(by, institutionId) !== null) return 'not-permitted'
  return mayIn(by, ['administrator', 'operator'], institutionId) ? null : 'not-permitted'
}
