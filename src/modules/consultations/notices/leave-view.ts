import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { findByLeaveToken, type Leaving } from './stakeholder-queries.ts'

/** Whose list a link leaves; null where it is nobody's (any more). */
export const viewLeaving = ({ db }: Services, lang: Lang, token: string): Promise<Leaving | null> =>
  findByLeaveToken(db, lang, token)
