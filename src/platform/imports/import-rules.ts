import type { Counts, Question, RefusedCell } from './reckon-rules.ts'
import type { ImportedRow } from './table-target.ts'
import type { InEveryLanguage } from '../i18n/language.ts'

/** What an official has chosen so far; null: not yet. */
export type StoredChoices = {
  sheet: number | null
  head: number | null
  columns: (string | null)[] | null
  answers: Record<string, string>
}

export const NO_CHOICES: StoredChoices = { sheet: null, head: null, columns: null, answers: {} }

/** Refused by the cell's own words, or by the register. */
export type RefusedLine = {
  at: number
  column: string
  why: RefusedCell['why'] | InEveryLanguage<string>
  words: string
}

export type StoredReckoning = {
  counts: Counts
  questions: Question[]
  /** The first of them. */
  refused: RefusedLine[]
  left: { at: number; column: string; words: string }[]
  preview: ImportedRow[]
  /** What taking it in would do; null as long as something is asked. */
  would: { added: number; known: number; refused: number } | null
}

/** What taking it in did, and what undoing it took back. */
export type Outcome = {
  counts: Counts
  added: number
  known: number
  refused: number
  refusedCells: RefusedLine[]
  left: { at: number; column: string; words: string }[]
  answers: { question: string; column: string | null; pattern: string; answer: string; count: number }[]
  undone?: { removed: number; kept: number }
}

/** Shown and kept of each list; all of them stand in the file to download. */
export const SHOWN = { refused: 200, left: 100, preview: 50 } as const

/** From this many lines on a job works, and a page tells how far it is. */
export const LARGE_IMPORT = 3000

/** Staged lines may hold people's data: after this many days they go. */
export const STAGED_DAYS = 30

/** `imports.table-import:<id>` */
export const IMPORT_KIND = 'imports.table-import'

export const mayChange = (state: string): boolean => state === 'open'
