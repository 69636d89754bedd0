import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import { findPersonRequest, listPersonRequests, type PersonRequest } from '#platform/own-data/person-request-queries.ts'
import { personRequestPermissions as may } from '#platform/own-data/person-request-permissions.ts'
import type { PlacedRecord } from '#platform/own-data/personal-data.ts'
import { recordsOfRequest } from '#platform/own-data/serve-person.ts'
import type { Services } from '#platform/services.ts'

const PER_PAGE = 30

export type PersonRequestsView = {
  requests: readonly PersonRequest[]
  older: string | null
  first: boolean
  /** Where this official may open one; empty for who only reads. */
  institutions: readonly InstitutionSummary[]
}

export async function viewPersonRequests(
  { db }: Services,
  lang: Lang,
  official: Official,
  query: Record<string, string | undefined>,
): Promise<PersonRequestsView> {
  const after = readListKey(query.pas)
  const institutions = institutionsWhere(official, may['own-data.read'])
  const serves = institutionsWhere(official, may['own-data.serve'])
  const [found, choices] = await Promise.all([
    listPersonRequests(db, { institutions, after, limit: PER_PAGE + 1 }),
    serves?.length === 0 ? [] : listInstitutions(db, lang, serves),
  ])
  const requests = found.slice(0, PER_PAGE)
  const last = found.length > PER_PAGE ? requests.at(-1) : undefined
  const older = last ? writeListKey({ at: last.openedAt, id: last.id }) : null
  return { requests, older, first: after === null, institutions: choices }
}

export type PersonRequestView = {
  request: PersonRequest
  /** Null for who may see that it was asked for, and not what is kept. */
  records: readonly PlacedRecord[] | null
}

export async function viewPersonRequest(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  official: Official,
  id: string,
): Promise<PersonRequestView | null> {
  const request = isUuid(id) ? await findPersonRequest(services.db, id) : null
  if (!request || !mayIn(official, may['own-data.read'], request.institutionId)) return null
  const serves = mayIn(official, may['own-data.serve'], request.institutionId)
  return { request, records: serves ? await recordsOfRequest(services, doors, lang, request) : null }
}
