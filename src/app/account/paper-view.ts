import { findEmailChange } from '#platform/auth/email-change-queries.ts'
import { findInvitationPaper, type InvitationPaper } from '#platform/auth/invitation-queries.ts'
import { digestOfToken } from '#platform/auth/private-link.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'

export type InvitationState = 'open' | 'used' | 'dead'

export async function viewInvitation(
  { db, clock }: Services,
  lang: Lang,
  token: string,
): Promise<{ state: InvitationState; paper: InvitationPaper | null }> {
  const paper = await findInvitationPaper(db, digestOfToken(token), lang)
  if (!paper || paper.withdrawnAt) return { state: 'dead', paper: null }
  if (paper.acceptedAt) return { state: 'used', paper }
  return paper.expiresAt > clock.now() ? { state: 'open', paper } : { state: 'dead', paper: null }
}

/** Whether the link to a new address waits still. */
export const isEmailLinkOpen = async ({ db, clock }: Services, token: string): Promise<boolean> =>
  (await findEmailChange(db, digestOfToken(token), clock.now())) !== null
