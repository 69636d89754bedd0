import { findAccessTerm, listOfficeAccesses, type OfficeAccess } from '#platform/auth/oversight-queries.ts'
import { institutionsWhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import { findSubjects } from '#platform/subjects/find-subjects.ts'
import { readRef } from '#platform/subjects/subject-rules.ts'
import { readCivilDate } from '#platform/time/civil-date.ts'
import { peoplePermissions as may } from './people-permissions.ts'
import { keyOf, spanOf } from './security-view.ts'

const PER_PAGE = 50
const PER_FILE = 10_000

export type AccessQuestion = { words: string; subject: string; day: string; before: string }
/** `title` null: the record is gone. */
export type ShownAccess = OfficeAccess & { title: string | null }
export type AccessTerm = { institutionId: string; institution: string; months: number | null }

export type AccessesView = {
  question: AccessQuestion
  accesses: readonly ShownAccess[]
  older: string | null
  /** Of the institutions where this official may set how long the log is kept. */
  terms: readonly AccessTerm[]
}

type Query = Record<string, string | undefined>

const readQuestion = (query: Query): AccessQuestion => ({
  words: (query.q ?? '').normalize('NFC').trim().slice(0, 100),
  subject: readRef((query.dokumenti ?? '').trim()) ? (query.dokumenti ?? '').trim() : '',
  day: readCivilDate(query.dita ?? '') ?? '',
  before: keyOf(query.para),
})

export async function viewAccesses(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  official: Official,
  query: Query,
  limit = PER_PAGE,
): Promise<AccessesView> {
  const { db } = services
  const question = readQuestion(query)
  const { words, subject, day, before } = question
  const filter = { institutions: institutionsWhere(official, may['accesses.read']), words, subject, span: spanOf(day) }
  const [found, terms] = await Promise.all([
    listOfficeAccesses(db, lang, { ...filter, before: before || null, limit: limit + 1 }),
    viewTerms(services, lang, official),
  ])
  const page = found.slice(0, limit)
  const subjects = await findSubjects(
    doors,
    services,
    lang,
    page.map((access) => access.subject),
  )
  const accesses = page.map((access) => ({ ...access, title: subjects.get(access.subject)?.title ?? null }))
  return { question, accesses, older: found.length > limit ? (accesses.at(-1)?.id ?? null) : null, terms }
}

export const viewAccessFile = (
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  official: Official,
  query: Query,
) => viewAccesses(services, doors, lang, official, query, PER_FILE)

async function viewTerms({ db }: Services, lang: Lang, official: Official): Promise<AccessTerm[]> {
  const ids = institutionsWhere(official, may['accesses.keep'])
  if (ids === null || ids.length === 0) return []
  const institutions = await listInstitutions(db, lang, ids)
  return Promise.all(
    institutions.map(async ({ id, name }) => ({
      institutionId: id,
      institution: name,
      months: await findAccessTerm(db, id),
    })),
  )
}
