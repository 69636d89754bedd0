import { newPrivateLink } from '#platform/auth/private-link.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import type { Services } from '#platform/services.ts'
import { contactOf, holdContact } from '../comments/posting-queries.ts'
import { memberLetter } from './entry-mail.ts'
import { insertMembers, type NewMember } from './member-queries.ts'

export type MemberDraft = {
  organisation: string
  role: string | null
  email: string | null
  /** Only where the person has consented to be named. */
  person: string | null
}

type Joint = {
  institutionId: string
  deliveryId: string
  commentId: string
  code: string
  /** Of the consultation. */
  title: string
  lang: Lang
  groupName: string
  members: readonly MemberDraft[]
}

/** Writes down who speaks in a joint submission, and tells each whose address is known. */
export async function keepMembers(tx: Transaction, services: Services, joint: Joint): Promise<void> {
  const { institutionId, lang, title, code, groupName } = joint
  const at = services.clock.now()
  const kept: NewMember[] = []
  for (const [index, member] of joint.members.entries()) {
    const link = newPrivateLink()
    const contactId = member.email === null ? null : await contactFor(tx, member.email, lang, at)
    const { organisation, role, person, email } = member
    const toldAt = email === null ? null : at
    kept.push({ n: index + 1, organisation, role, person, contactId, tokenDigest: link.digest, toldAt })
    if (email === null) continue
    const facts = { title, url: services.settings.url, token: link.token, organisation, group: groupName, code }
    const letter = memberLetter(lang, facts)
    await queueLetter(tx, services, { institutionId, kind: 'service', recipient: email, unhurried: true, ...letter })
  }
  await insertMembers(tx, joint, kept)
}

/** The language that somebody chose themselves stays. */
const contactFor = async (tx: Transaction, email: string, lang: Lang, at: Date): Promise<string> =>
  (await holdContact(tx, email))?.id ?? contactOf(tx, email, lang, at)
