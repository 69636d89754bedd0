import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { DECISIONS, type Decision } from './answer-rules.ts'
import { findReason, listReasons, type LibraryReason } from './reason-queries.ts'

const ON_PAGE = 50

export type ReasonQuestion = { decision: Decision | ''; state: 'po' | 'jo' | '' }

export type LibraryView = {
  question: ReasonQuestion
  reasons: LibraryReason[]
  next: string | null
  paged: boolean
  mayWrite: boolean
}

export async function viewLibrary(
  { db }: Pick<Services, 'db'>,
  official: Official,
  query: Record<string, string | undefined>,
): Promise<LibraryView> {
  const question: ReasonQuestion = {
    decision: DECISIONS.find((one) => one === query.vendimi) ?? '',
    state: (['po', 'jo'] as const).find((one) => one === query.gjendja) ?? '',
  }
  const from = isUuid(query.pas ?? '') ? await findReason(db, query.pas ?? '') : null
  const listed = await listReasons(db, {
    institutions: institutionsWhere(official, may['answers.read']),
    decision: question.decision || null,
    active: question.state === '' ? null : question.state === 'po',
    after: from ? { title: from.title, id: from.id } : null,
    limit: ON_PAGE + 1,
  })
  const reasons = listed.slice(0, ON_PAGE)
  const writes = institutionsWhere(official, may['answers.reasons'])
  return {
    question,
    reasons,
    next: listed.length > ON_PAGE ? (reasons.at(-1)?.id ?? null) : null,
    paged: from !== null,
    mayWrite: writes === null || writes.length > 0,
  }
}

export async function viewReason(
  { db }: Pick<Services, 'db'>,
  official: Official,
  id: string,
): Promise<{ reason: LibraryReason; mayWrite: boolean } | null> {
  const reason = isUuid(id) ? await findReason(db, id) : null
  if (!reason || !mayIn(official, may['answers.read'], reason.institutionId)) return null
  return { reason, mayWrite: mayIn(official, may['answers.reasons'], reason.institutionId) }
}

/** Where this official may write reasons. */
export async function viewReasonHouses(
  { db }: Pick<Services, 'db'>,
  lang: Lang,
  official: Official,
): Promise<{ id: string; name: string }[]> {
  const where = institutionsWhere(official, may['answers.reasons'])
  const all = await listInstitutions(db, lang)
  return all.filter(({ id }) => where === null || where.includes(id)).map(({ id, name }) => ({ id, name }))
}
