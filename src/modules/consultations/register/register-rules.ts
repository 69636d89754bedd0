import type { CivilDate } from '#law/days.ts'
import { NOTICE_RULE, PRIOR_RULE } from '../closing/closing-rules.ts'
import { phaseAt, type ActKind, type Timing } from '../consultation-rules.ts'

/** How a row of the register stands. `concluded`: closed, and every voice has its answer. */
export const REGISTER_STATES = ['open', 'announced', 'closed', 'concluded', 'cancelled'] as const
export type RegisterState = (typeof REGISTER_STATES)[number]

export const REGISTER_SORTS = ['newest', 'closing', 'number'] as const
export type RegisterSort = (typeof REGISTER_SORTS)[number]
/** As the address names them. */
export const SORT_WORDS: Record<RegisterSort, string> = { newest: 'te-rejat', closing: 'mbyllja', number: 'numri' }

export const REGISTER_COUNTRIES = ['AL', 'XK'] as const
export type RegisterCountry = (typeof REGISTER_COUNTRIES)[number]

/** The rules on which a consultation can rest; `other`: a basis named in words. */
export const REGISTER_BASES = [NOTICE_RULE, PRIOR_RULE, 'other'] as const
export type RegisterBasis = (typeof REGISTER_BASES)[number]

/** What narrows the register; null: not narrowed. */
export type RegisterSelection = {
  institutionId: string | null
  country: RegisterCountry | null
  year: number | null
  actKind: ActKind | null
  state: RegisterState | null
  topicId: string | null
  placeId: string | null
  words: string
  /** A number of a register that was asked for as one, `12/2026`. */
  number: { n: number; year: number } | null
  report: boolean | null
  basis: RegisterBasis | null
}

/** Where a page of the register begins: after the row of this place in the order. */
export type RegisterKey = { n: number; id: string }

export const REGISTER_PER_PAGE = 25
/** Rows are counted no further. */
export const MOST_COUNTED = 10_000

export function registerStateAt(row: Timing & { concludedAt: Date | null }, now: Date): RegisterState {
  if (row.state === 'cancelled') return 'cancelled'
  if (row.concludedAt !== null) return 'concluded'
  const phase = phaseAt(row, now)
  return phase === 'announced' || phase === 'open' ? phase : 'closed'
}

/** What runs is asked for to see what closes soonest; of the rest the last to close comes first. */
export const isRising = (sort: RegisterSort, state: RegisterState | null): boolean =>
  sort === 'closing' && (state === 'open' || state === 'announced')

type Sorted = {
  id: string
  publishedAt: Date
  closesOn: CivilDate | null
  registerYear: number | null
  registerNumber: number | null
}

const YEAR_STEP = 1_000_000

/** The place of a row in the order, as a number and its id. */
export function registerKeyOf(sort: RegisterSort, row: Sorted): RegisterKey {
  switch (sort) {
    case 'newest':
      return { n: row.publishedAt.getTime(), id: row.id }
    case 'closing':
      return { n: row.closesOn === null ? 0 : Number(row.closesOn.replaceAll('-', '')), id: row.id }
    case 'number':
      return { n: (row.registerYear ?? 0) * YEAR_STEP + (row.registerNumber ?? 0), id: row.id }
  }
}

/** A closing day that nobody knows stands before all others. */
export const dayOfKey = (n: number): CivilDate => {
  const digits = String(n).padStart(8, '0')
  return n === 0 ? '0001-01-01' : `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`
}

export const numberOfKey = (n: number): { year: number; number: number } => ({
  year: Math.floor(n / YEAR_STEP),
  number: n % YEAR_STEP,
})

export const writeRegisterKey = ({ n, id }: RegisterKey): string => `${n}.${id}`

/** Null when somebody has changed it: the list then begins at its beginning. */
export function readRegisterKey(words: string, sort: RegisterSort): RegisterKey | null {
  const parts = /^(\d{1,14})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(words)
  if (!parts) return null
  const n = Number(parts[1])
  if (sort === 'newest' && n > 8_640_000_000_000) return null
  if (sort === 'closing' && !isDay(n)) return null
  return sort === 'number' && n >= 10_000 * YEAR_STEP ? null : { n, id: parts[2] ?? '' }
}

function isDay(n: number): boolean {
  const day = dayOfKey(n)
  const parsed = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day)
}

/** `12/2026`, as people write a number of the register. */
export function readNumber(words: string): RegisterSelection['number'] {
  const parts = /^(?:nr\.?\s*)?(\d{1,6})\s*\/\s*((?:19|20|21)\d\d)$/i.exec(words.trim())
  return parts ? { n: Number(parts[1]), year: Number(parts[2]) } : null
}
