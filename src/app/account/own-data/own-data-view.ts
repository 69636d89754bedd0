import type { Citizen } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { gatherOwnData, type OwnData } from '#platform/own-data/gather-own-data.ts'
import { retentionRules } from '#platform/own-data/forget.ts'
import type { Consent } from '#platform/own-data/consent-queries.ts'
import type { Services } from '#platform/services.ts'

/** Rules about officials are told to officials. */
const NOT_OF_CITIZENS = ['auth.security-events', 'history.changes']

export type OwnDataView = OwnData & {
  /** What each consent is for, in words. */
  consentWords: (consent: Consent) => string
  rules: readonly { what: string; howLong: string }[]
  /** The name as it stands with what they have sent; empty when with nothing. */
  name: string
}

/** Null when the person was erased meanwhile. */
export async function viewOwnData(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  citizen: Citizen,
): Promise<OwnDataView | null> {
  const data = await gatherOwnData(services, doors, lang, citizen.contactId)
  if (!data) return null
  const words = Object.assign({}, ...doors.map((door) => door.personalData?.consents?.[lang])) as Record<string, string>
  return {
    ...data,
    consentWords: ({ what }) => words[what] ?? what,
    rules: retentionRules(doors)
      .filter(({ id }) => !NOT_OF_CITIZENS.includes(id))
      .map((rule) => ({ what: rule.what[lang], howLong: rule.howLong[lang] })),
    name: nameIn(data),
  }
}

/** The newest name that stands with a record, wherever its door keeps it. */
function nameIn({ records }: OwnData): string {
  for (const { data } of records) {
    const versions: unknown = data.versions
    if (!Array.isArray(versions)) continue
    const named = versions.findLast(isNamed)
    if (named) return named.name
  }
  return ''
}

const isNamed = (version: unknown): version is { name: string } =>
  typeof version === 'object' && version !== null && 'name' in version && typeof version.name === 'string'
