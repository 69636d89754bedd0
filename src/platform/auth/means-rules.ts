/** What a session is opened with. */
export type FirstMeans = 'code' | 'passkey' | 'oidc' | 'demonstration'
/** What raised it to level 2 afterwards. */
export type SecondMeans = 'totp' | 'passkey' | 'recovery-code'

/** Regulation (EU) 910/2014, Article 8, lowest first. */
export const ASSURANCES = ['low', 'substantial', 'high'] as const
export type Assurance = (typeof ASSURANCES)[number]

/** From which level on a provider's word alone opens the office. Low is not among them, and never will be. */
export type OfficeFrom = Exclude<Assurance, 'low'> | null

export type FirstProof =
  | { means: 'code' | 'demonstration' }
  | { means: 'passkey'; userVerified: boolean }
  | { means: 'oidc'; assurance: Assurance; officeFrom: OfficeFrom }

/**
 * The level of a session that begins with this proof. A passkey that asked for a PIN, a finger or a face is two factors:
 * something one has and something one knows or is (WebAuthn, "user verification"). Without that it is one.
 */
export function levelOf(proof: FirstProof): 1 | 2 {
  switch (proof.means) {
    case 'code':
      return 1
    case 'demonstration':
      return 2
    case 'passkey':
      return proof.userVerified ? 2 : 1
    case 'oidc':
      return opensOffice(proof.assurance, proof.officeFrom) ? 2 : 1
  }
}

export const opensOffice = (assurance: Assurance, officeFrom: OfficeFrom): boolean =>
  assurance !== 'low' && officeFrom !== null && ASSURANCES.indexOf(assurance) >= ASSURANCES.indexOf(officeFrom)

/**
 * A passkey that has opened the session without knowing its holder counts once: shown again it adds nothing, unless it
 * has asked for a PIN, a finger or a face this time.
 */
export const refusalToRaiseByPasskey = (first: FirstMeans, userVerified: boolean): 'same-factor' | null =>
  first === 'passkey' && !userVerified ? 'same-factor' : null

/** What a provider calls a level, in our words; what the operator has not mapped is low. */
export function assuranceOf(levels: Readonly<Record<string, string>>, acr: string | undefined): Assurance {
  const mapped = acr !== undefined && Object.hasOwn(levels, acr) ? levels[acr] : undefined
  return ASSURANCES.find((one) => one === mapped) ?? 'low'
}

/** A proof of who is there serves this long for the deeds that a stolen, open session must not do. */
export const FRESH_MINUTES = 15

export const isFresh = (provedAt: Date | null, now: Date, minutes: number): boolean =>
  provedAt !== null && now.getTime() - provedAt.getTime() <= minutes * 60_000
