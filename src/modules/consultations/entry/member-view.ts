import { digestOfToken } from '#platform/auth/private-link.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { findMemberByToken, type OwnMember } from './member-queries.ts'

/** What a member of a joint submission is told by its private link. */
export const viewMember = ({ db }: Services, lang: Lang, token: string): Promise<OwnMember | null> =>
  findMemberByToken(db, lang, digestOfToken(token))
