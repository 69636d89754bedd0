import { createHash } from 'node:crypto'
import { foldHead } from '#platform/imports/head-rules.ts'
import type { ImportedCell, TargetColumn } from '#platform/imports/table-target.ts'

export type DatasetState = 'draft' | 'published' | 'withdrawn' | 'taken-down'

export const COLUMN_TYPES = ['string', 'integer', 'number', 'money', 'boolean', 'date', 'year'] as const
export type ColumnType = TargetColumn['type']

export type DatasetColumn = {
  name: string
  sq: string
  en: string
  type: ColumnType
  /** Of money the currency, else what is counted; null: none. */
  unit: string | null
  required: boolean
  /** It is one of those that make a row unique. */
  key: boolean
  /** How it stood in the table it was made from, so that the same table is recognised. */
  known: string[]
}

export const KIND = 'open-data.dataset'

/** As a register that takes in tables. */
export const targetOfDataset = (id: string): string => `${KIND}.${id}`

export const LICENCES = ['CC-BY-4.0', 'CC0-1.0', 'ODbL-1.0'] as const
/** EU vocabulary data-theme. */
export const THEMES = [
  'GOVE',
  'ECON',
  'EDUC',
  'ENER',
  'ENVI',
  'HEAL',
  'JUST',
  'REGI',
  'SOCI',
  'TECH',
  'TRAN',
  'AGRI',
] as const

export const LIMITS = {
  title: 200,
  description: 4000,
  source: 500,
  columns: 200,
  columnTitle: 300,
  unit: 20,
  reason: 1000,
} as const

/** `row` is the place of the row in every dataset. */
const TAKEN_NAMES = new Set(['row', 'id', 'key', 'after', 'limit', 'format'])

/** A name for programs out of a head: `Vlera e kontratës` → `vlera_e_kontrates`; never twice. */
export function columnName(words: string, taken: ReadonlySet<string>): string {
  const folded = foldHead(words)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 50)
  const base = /^[a-z]/.test(folded) ? folded : `kolona_${folded || 'pa_emer'}`
  const free = (name: string): boolean => !taken.has(name) && !TAKEN_NAMES.has(name)
  if (free(base)) return base
  for (let n = 2; ; n += 1) if (free(`${base}_${n}`)) return `${base}_${n}`
}

/** The word in addresses: the institution's own and what the title says. */
export const slugOf = (institution: string, title: string, nth: number): string => {
  const words = foldHead(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '')
  return `${institution.slice(0, 22)}-${words || 'tabela'}${nth > 1 ? `-${nth}` : ''}`
}

/** What the kit needs to know of a column. */
export const targetColumn = ({ name, sq, en, type, required, known }: DatasetColumn): TargetColumn => ({
  name,
  title: { sq, en },
  type,
  required,
  known,
})

/** What makes a row itself: its key columns, or all of them. The number says which of several that are the same it is. */
export function rowDigest(columns: readonly DatasetColumn[], cells: Readonly<Record<string, ImportedCell>>): string {
  const own = columns.filter(({ key }) => key)
  const values = (own.length > 0 ? own : columns).map(({ name }) => cells[name] ?? null)
  return createHash('sha256').update(JSON.stringify(values)).digest('hex')
}

/** Every column of the dataset, and no other. */
export const wholeRow = (
  columns: readonly DatasetColumn[],
  cells: Readonly<Record<string, ImportedCell>>,
): Record<string, ImportedCell> => Object.fromEntries(columns.map(({ name }) => [name, cells[name] ?? null]))

/** Why a move is not possible from a state, or null. */
export function refusalToMove(state: DatasetState, move: 'publish' | 'withdraw' | 'correct'): 'wrong-state' | null {
  if (move === 'publish') return state === 'draft' ? null : 'wrong-state'
  if (move === 'withdraw') return state === 'published' ? null : 'wrong-state'
  return state === 'draft' || state === 'published' ? null : 'wrong-state'
}
