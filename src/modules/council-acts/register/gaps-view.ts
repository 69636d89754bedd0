import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn, daysBetween } from '#platform/time/civil-date.ts'
import { actPermissions as may } from '../permissions.ts'
import { listActInstitutions } from './choice-queries.ts'
import {
  findGapFacts,
  listGapNotes,
  listGaps,
  listLate,
  listOddNumbers,
  listTakenNumbers,
  type Gap,
  type GapFacts,
  type GapNote,
  type LateAct,
  type NumberedAct,
} from './gap-queries.ts'

/** So many of each kind one page shows. */
export const MOST_SHOWN = 100

export type ShownGap = Gap & { notes: GapNote[] }
export type ShownLate = LateAct & { days: number }

export type GapsView = {
  institutions: { id: string; slug: string; name: string }[]
  /** Null: nobody has been chosen yet. */
  chosen: ChosenGaps | null
}

export type ChosenGaps = {
  institution: InstitutionSummary
  year: number | null
  /** Of the year; null where all years are shown. */
  facts: GapFacts | null
  gaps: ShownGap[]
  doubles: NumberedAct[][]
  voids: NumberedAct[]
  taken: { year: number; series: string; first: number }[]
  late: ShownLate[]
  /** There are more of something than are shown. */
  more: boolean
}

type Question = { institution: string; year: number | null }

export const readGapsQuestion = (query: Record<string, string | undefined>): Question => ({
  institution: (query.institucioni ?? '').slice(0, 120),
  year: /^(19|20|21)\d\d$/.test(query.viti ?? '') ? Number(query.viti) : null,
})

/** Null: of an institution that is not there. */
export async function viewGaps(
  services: Pick<Services, 'db' | 'clock'>,
  lang: Lang,
  { institution: slug, year }: Question,
): Promise<GapsView | null> {
  const institutions = await listActInstitutions(services.db, lang)
  const wanted = slug || (institutions.length === 1 ? (institutions[0]?.slug ?? '') : '')
  if (wanted === '') return { institutions, chosen: null }
  const institution = await findInstitution(services.db, lang, wanted)
  if (!institution) return null
  return { institutions, chosen: await chosenOf(services, institution, year) }
}

async function chosenOf(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  institution: InstitutionSummary,
  year: number | null,
): Promise<ChosenGaps> {
  const today = civilDateIn(institution.zone, clock.now())
  const of = { institutionId: institution.id, year, limit: MOST_SHOWN }
  const [gaps, notes, odd, taken, late, facts] = await Promise.all([
    listGaps(db, of),
    listGapNotes(db, institution.id, year),
    listOddNumbers(db, of),
    listTakenNumbers(db, of),
    listLate(db, of, today),
    year === null ? null : findGapFacts(db, { ...of, year, limit: 5 }, today),
  ])
  return {
    institution,
    year,
    facts,
    gaps: gaps.map((gap) => ({ ...gap, notes: notes.filter((note) => isAbout(note, gap)) })),
    doubles: doublesIn(odd),
    voids: odd.filter(({ state }) => state === 'void'),
    taken,
    late: late.map((one) => ({ ...one, days: daysBetween(one.announceBy, one.announcedOn ?? today) })),
    more: [gaps, taken, late].some(({ length }) => length === MOST_SHOWN),
  }
}

const isAbout = (note: GapNote, gap: Gap): boolean =>
  note.year === gap.year &&
  note.series === gap.series &&
  note.serial <= gap.last &&
  (note.until ?? note.serial) >= gap.first

function doublesIn(acts: readonly NumberedAct[]): NumberedAct[][] {
  const groups = Map.groupBy(acts, ({ year, series, serial }) => `${year}/${series}/${serial}`)
  return [...groups.values()].filter(({ length }) => length > 1)
}

export type OfficeGapsView = {
  institutions: { id: string; slug: string; name: string }[]
  chosen: (ChosenGaps & { mayWrite: boolean }) | null
}

/** The gaps as the office sees them: of the institutions in which this official reads acts. Null: of another one. */
export async function viewOfficeGaps(
  services: Pick<Services, 'db' | 'clock'>,
  lang: Lang,
  official: Official,
  { institution: slug, year }: Question,
): Promise<OfficeGapsView | null> {
  const own = institutionsWhere(official, may['acts.read'])
  const institutions = (await listActInstitutions(services.db, lang)).filter(
    ({ id }) => own === null || own.includes(id),
  )
  const wanted = slug || (institutions[0]?.slug ?? '')
  if (wanted === '') return { institutions, chosen: null }
  const institution = await findInstitution(services.db, lang, wanted)
  if (!institution || !mayIn(official, may['acts.read'], institution.id)) return null
  const chosen = await chosenOf(services, institution, year)
  return { institutions, chosen: { ...chosen, mayWrite: mayIn(official, may['acts.decide'], institution.id) } }
}
