import type { OfficeSecurityEvent } from '#platform/auth/oversight-queries.ts'
import { ROLES } from '#platform/auth/visitor.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { textsOf } from '../../account/account-texts.ts'
import { roleName } from '../../role-texts.ts'
import { textsIn } from './people-texts.ts'

const ZONE = 'Europe/Tirane'

export const securityColumns = (lang: Lang): readonly string[] => {
  const t = textsIn(lang).security
  return [t.when, t.who, t.what, t.by, t.where]
}

/** One event as the cells of a line, on the page and in the file. */
export function securityCells(lang: Lang, event: OfficeSecurityEvent): string[] {
  const { events, eventDetails, insteadOf } = textsOf(lang)
  const role = ROLES.find((one) => one === event.details)
  const detail = role
    ? roleName(lang, role, event.jurisdiction && { jurisdiction: event.jurisdiction })
    : eventDetails[event.details]
  const by = event.by ?? textsIn(lang).security.self
  return [
    formatMoment(lang, event.at, ZONE),
    event.person ?? '',
    [events[event.kind], detail].filter(Boolean).join(': '),
    event.insteadOf ? `${by} (${insteadOf(event.insteadOf)})` : by,
    event.institution ?? '',
  ]
}
