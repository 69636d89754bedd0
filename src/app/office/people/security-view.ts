import { listOfficeSecurityEvents, type OfficeSecurityEvent, type Span } from '#platform/auth/oversight-queries.ts'
import { institutionsWhere } from '#platform/auth/permissions.ts'
import type { SecurityEventKind } from '#platform/auth/security-event-rules.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { endOfDay, readCivilDate, startOfDay } from '#platform/time/civil-date.ts'
import { textsOf } from '../../account/account-texts.ts'
import { peoplePermissions as may } from './people-permissions.ts'

const PER_PAGE = 50
/** As many lines as a spreadsheet takes without complaint. */
const PER_FILE = 10_000
const ZONE = 'Europe/Tirane'

export type SecurityQuestion = { words: string; kind: SecurityEventKind | null; day: string; before: string }
export type SecurityView = { question: SecurityQuestion; events: readonly OfficeSecurityEvent[]; older: string | null }

type Query = Record<string, string | undefined>

export const isKind = (words: string | undefined): words is SecurityEventKind =>
  words !== undefined && Object.hasOwn(textsOf('sq').events, words)

/** A day as people of both countries keep it: their zones have the same hour. */
export const spanOf = (day: string): Span | null =>
  readCivilDate(day) ? { from: startOfDay(day, ZONE), to: endOfDay(day, ZONE) } : null

/** Number of a line, from an address. */
export const keyOf = (words: string | undefined): string => (/^\d{1,18}$/.test(words ?? '') ? (words ?? '') : '')

const readQuestion = (query: Query): SecurityQuestion => ({
  words: (query.q ?? '').normalize('NFC').trim().slice(0, 100),
  kind: isKind(query.ngjarja) ? query.ngjarja : null,
  day: readCivilDate(query.dita ?? '') ?? '',
  before: keyOf(query.para),
})

export async function viewSecurity(
  { db }: Services,
  lang: Lang,
  official: Official,
  query: Query,
  limit = PER_PAGE,
): Promise<SecurityView> {
  const question = readQuestion(query)
  const { words, kind, day, before } = question
  const filter = { institutions: institutionsWhere(official, may['security.read']), words, kind, span: spanOf(day) }
  const found = await listOfficeSecurityEvents(db, lang, { ...filter, before: before || null, limit: limit + 1 })
  const events = found.slice(0, limit)
  return { question, events, older: found.length > limit ? (events.at(-1)?.id ?? null) : null }
}

export const viewSecurityFile = (services: Services, lang: Lang, official: Official, query: Query) =>
  viewSecurity(services, lang, official, query, PER_FILE)
