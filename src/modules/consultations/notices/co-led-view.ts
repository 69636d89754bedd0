import { institutionsWhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { findCoLed, listCoLed, listCoLedComments, type CoLedComment, type CoLedConsultation } from './co-led-queries.ts'

export const CO_LED_PAGE = 50

/** What other institutions have opened to those of this official. */
export const viewCoLed = ({ db }: Pick<Services, 'db'>, official: Official, lang: Lang): Promise<CoLedConsultation[]> =>
  listCoLed(db, lang, institutionsWhere(official, may['comments.read']))

export type CoLedView = {
  consultation: CoLedConsultation
  comments: CoLedComment[]
  paged: boolean
  older: string | null
}

/** Null where nobody has opened it to them. */
export async function viewCoLedComments(
  { db }: Services,
  official: Official,
  lang: Lang,
  id: string,
  key: string,
): Promise<CoLedView | null> {
  const partners = institutionsWhere(official, may['comments.read'])
  const consultation = isUuid(id) ? await findCoLed(db, lang, id, partners) : null
  if (!consultation) return null
  const parts = /^(\d{1,14})\.([0-9a-f-]{36})$/.exec(key)
  const before =
    parts && isUuid(parts[2] ?? '') ? { confirmedAt: new Date(Number(parts[1])), id: parts[2] ?? '' } : null
  const listed = await listCoLedComments(db, id, before, CO_LED_PAGE + 1)
  const comments = listed.slice(0, CO_LED_PAGE)
  const last = comments.at(-1)
  const older = listed.length > CO_LED_PAGE && last ? `${last.confirmedAt.getTime()}.${last.id}` : null
  return { consultation, comments, paged: before !== null, older }
}
