import type { Transaction } from '../db/database.ts'
import type { Door } from '../door.ts'
import type { Services } from '../services.ts'
import { readRef } from '../subjects/subject-rules.ts'
import { holdConsent, insertConsent, markConsentWithdrawn } from './consent-queries.ts'
import type { PersonalData } from './personal-data.ts'

/** Writes down what somebody agreed to, in the transaction of the form that asked. Agreed twice, it stands once. */
export const giveConsent = (
  tx: Transaction,
  { clock }: Pick<Services, 'clock'>,
  consent: { contactId: string; what: string; subject: string | null; wordsVersion: number },
): Promise<void> => insertConsent(tx, { ...consent, givenAt: clock.now() })

/** The personal data of the door whose record this is. */
export function personalDataOf(doors: readonly Door[], ref: string): PersonalData | null {
  const kind = readRef(ref)?.kind ?? ''
  const door = doors.find(({ subjects }) => subjects && Object.hasOwn(subjects, kind))
  return door?.personalData ?? null
}

/** Ends a consent and what it allowed, at once. Withdrawn twice, it is withdrawn. */
export async function withdrawConsent(
  services: Services,
  doors: readonly Door[],
  contactId: string,
  consentId: string,
): Promise<'withdrawn' | 'no-such-consent'> {
  return services.db.begin(async (tx): Promise<'withdrawn' | 'no-such-consent'> => {
    const consent = await holdConsent(tx, contactId, consentId)
    if (!consent) return 'no-such-consent'
    if (consent.withdrawnAt !== null) return 'withdrawn'
    await markConsentWithdrawn(tx, consentId, services.clock.now())
    const { what, subject } = consent
    await personalDataOf(doors, subject ?? '')?.withdrawConsent?.(tx, services, { contactId, what, subject })
    return 'withdrawn'
  })
}
