import type { Transaction } from '../db/database.ts'
import type { InEveryLanguage } from '../i18n/language.ts'
import type { Services } from '../services.ts'
import type { Role } from '../auth/visitor.ts'
import type { ChangedBy } from '../history/record-change.ts'

/** What a cell is to become. Doubtful ones are asked, never guessed. */
export type TargetColumn = {
  name: string
  title: InEveryLanguage<string>
  type: 'string' | 'integer' | 'number' | 'money' | 'boolean' | 'date' | 'year'
  required: boolean
  /** Words by which it is recognised in the head of a table, as people write them. */
  known: readonly string[]
}

export type ImportedCell = string | number | boolean | null
/** `at`: where the row stood in the file, from 1, the head included. */
export type ImportedRow = { at: number; cells: Readonly<Record<string, ImportedCell>> }

/**
 * Where the rows of a table go: a register of a module. It is given whole imports, in one transaction, and can take each
 * back. The kit around it reads the file, asks for the columns, shows the preview and names each refused cell. For the
 * preview `take` runs in a transaction that is rolled back: what it does outside of the transaction it does for nothing.
 */
export type TableTarget = {
  /** In addresses: `open-data.<id>`. Lower-case letters, digits, points and hyphens. */
  name: string
  title: InEveryLanguage<string>
  /** Of one institution alone; null or absent: every institution has it. */
  institutionId?: string | null
  /** Where its records stand in the office, without language prefix. */
  officeHref?: string
  roles: readonly Role[]
  columns: readonly TargetColumn[]
  /** The columns by which the same row is known again: what is there already is not written twice. Empty: the whole row. */
  sameBy: readonly string[]
  take(tx: Transaction, services: Services, order: TakeOrder): Promise<Taken>
  /** Takes back what an import added and nobody has changed since; says how many stay and why. */
  undo(tx: Transaction, services: Services, order: UndoOrder): Promise<{ removed: number; kept: number }>
}

/** `by`: an official by account, or the command line: a large import is worked by a job, where nobody is signed in. */
export type TakeOrder = {
  institutionId: string
  importId: string
  by: ChangedBy
  at: Date
  rows: readonly ImportedRow[]
}
export type UndoOrder = { importId: string; by: ChangedBy; at: Date }

/** Every row is counted once: added, known already, or refused. */
export type Taken = {
  added: number
  known: number
  refused: readonly { at: number; column: string; why: InEveryLanguage<string> }[]
}
