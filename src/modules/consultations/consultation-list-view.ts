import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { listPublished, type ListedConsultation, type ListFilter } from './consultation-queries.ts'
import { isTooShort, LISTED_PHASES, phaseAt, type ListedPhase, type Phase } from './consultation-rules.ts'

export const CONSULTATIONS_PER_PAGE = 20

/** What a reader asked for, as it stands in the address. Unknown values are left aside, never an error. */
export type ListQuestion = {
  words: string
  institution: string
  phase: ListedPhase | null
  after: string
  before: string
}

export type ConsultationListView = {
  question: ListQuestion
  institutions: InstitutionSummary[]
  items: (ListedConsultation & { phase: Phase })[]
  now: Date
  older: string | null
  newer: string | null
}

export function readListQuestion(query: Record<string, string | undefined>): ListQuestion {
  return {
    words: (query.q ?? '').normalize('NFC').trim().slice(0, 100),
    institution: query.institucioni ?? '',
    phase: LISTED_PHASES.find((phase) => phase === query.gjendja) ?? null,
    after: query.pas ?? '',
    before: query.para ?? '',
  }
}

export async function viewConsultationList(
  { db, clock }: Services,
  lang: Lang,
  question: ListQuestion,
): Promise<ConsultationListView> {
  const now = clock.now()
  const institutions = await listInstitutions(db, lang)
  const before = readKey(question.before)
  const after = before ? null : readKey(question.after)
  const listed = await listPublished(db, lang, now, {
    words: isTooShort(question.words) ? '' : question.words,
    institutionId: institutions.find((one) => one.slug === question.institution)?.id ?? null,
    phase: question.phase,
    after,
    before,
    limit: CONSULTATIONS_PER_PAGE + 1,
  })
  const more = listed.length > CONSULTATIONS_PER_PAGE
  const rows = listed.slice(0, CONSULTATIONS_PER_PAGE)
  if (before) rows.reverse()
  return {
    question,
    institutions,
    items: rows.map((row) => ({ ...row, phase: phaseAt(row, now) })),
    now,
    older: before || more ? keyOf(rows.at(-1)) : null,
    newer: (before ? more : after !== null) ? keyOf(rows[0]) : null,
  }
}

const keyOf = (row: { publishedAt: Date; id: string } | undefined): string | null =>
  row ? `${row.publishedAt.getTime()}.${row.id}` : null

function readKey(words: string): ListFilter['after'] {
  const parts = /^(\d{1,14})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(words)
  return parts ? { publishedAt: new Date(Number(parts[1])), id: parts[2] ?? '' } : null
}
