import { institutionsWhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { groundWords } from '#platform/deadlines/recomputing/move-rules.ts'
import { listMoveCauses, listMoves, type Move } from '#platform/deadlines/recomputing/move-queries.ts'
import { termPermissions as may } from '#platform/deadlines/terms/term-rights-rules.ts'
import type { Door } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { kindsOf, slotWords, titlesFor, type Titled } from '../board/titles-view.ts'

export const MOVES_PER_PAGE = 50
export const MOST_MOVES_IN_FILE = 10_000

export type MovesQuestion = { run: string; institution: string; beforeId: string }

export const readMovesQuestion = ({
  shkaku = '',
  institucioni = '',
  para = '',
}: Record<string, string | undefined>): MovesQuestion => ({
  run: shkaku.slice(0, 100),
  institution: isUuid(institucioni) ? institucioni : '',
  beforeId: /^\d{1,18}$/.test(para) ? para : '',
})

/** A date that moved, in words. */
export type MoveLine = Move & { record: Titled | null; what: string; cause: string | null }

export type MovesView = {
  question: MovesQuestion
  lines: readonly MoveLine[]
  causes: readonly { value: string; words: string | null; moved: number }[]
  institutions: readonly InstitutionSummary[]
  older: string | null
}

export async function viewMoves(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  official: Official,
  question: MovesQuestion,
  perPage = MOVES_PER_PAGE,
): Promise<MovesView> {
  const { db } = services
  const all = institutionsWhere(official, may['moves.read'])
  const reach = reachOf(all, question.institution)
  const filter = { institutions: reach, run: question.run || null, beforeId: question.beforeId || null }
  const [found, causes, institutions] = await Promise.all([
    listMoves(db, lang, { ...filter, limit: perPage + 1 }),
    listMoveCauses(db, reach),
    listInstitutions(db, lang, all),
  ])
  const shown = found.slice(0, perPage)
  const titles = await titlesFor(services, doors, lang, official, shown)
  const kinds = kindsOf(doors)
  return {
    question,
    lines: shown.map((move) => ({
      ...move,
      record: titles.get(move.subject) ?? null,
      what: slotWords(kinds, lang, move.slot),
      cause: groundWords(lang, move.ground),
    })),
    causes: causes.map(({ run, ground, moved }) => ({ value: run, words: groundWords(lang, ground), moved })),
    institutions,
    older: found.length > perPage ? (shown.at(-1)?.id ?? null) : null,
  }
}

/** An institution from the address narrows what the official may see, and never widens it. */
function reachOf(all: readonly string[] | null, institution: string): readonly string[] | null {
  if (institution === '') return all
  return all === null || all.includes(institution) ? [institution] : []
}
