import type { Services } from '../services.ts'
import { columnNames, guessColumns, guessHead, headSignature } from './head-rules.ts'
import { findMapping, holdImport, listLines, updateChoices, type TableImport } from './import-queries.ts'
import { mayChange, type StoredChoices } from './import-rules.ts'
import type { SourceRow } from './reading/source-rules.ts'
import type { TableTarget } from './table-target.ts'

export type Choice =
  | { kind: 'head'; sheet: number; head: number }
  | { kind: 'columns'; columns: (string | null)[] }
  | { kind: 'answers'; answers: Record<string, string> }

export type ChooseOutcome = 'chosen' | 'no-such-import' | 'closed'

/** Keeps one step of the way. A later step is chosen anew where an earlier one changes. */
export async function chooseForImport({ db }: Services, id: string, choice: Choice): Promise<ChooseOutcome> {
  return db.begin(async (tx) => {
    const found = await holdImport(tx, id)
    if (!found) return 'no-such-import'
    if (!mayChange(found.state)) return 'closed'
    await updateChoices(tx, id, chosen(found.choices, choice))
    return 'chosen'
  })
}

function chosen(before: StoredChoices, choice: Choice): StoredChoices {
  switch (choice.kind) {
    case 'head': {
      const same = before.sheet === choice.sheet && before.head === choice.head
      return same ? before : { sheet: choice.sheet, head: choice.head, columns: null, answers: {} }
    }
    case 'columns':
      return { ...before, columns: choice.columns }
    case 'answers':
      return { ...before, answers: { ...before.answers, ...choice.answers } }
  }
}

/** What is proposed for columns: as they were taken the last time, or by their words. */
export async function proposeColumns(
  { db }: Pick<Services, 'db'>,
  { institutionId, target }: Pick<TableImport, 'institutionId' | 'target'>,
  { columns }: TableTarget,
  names: readonly { name: string; named: boolean }[],
): Promise<{ columns: (string | null)[]; remembered: boolean }> {
  const known = await findMapping(db, { institutionId, target, head: headSignature(names) })
  if (!known) return { columns: guessColumns(names, columns), remembered: false }
  const still = new Set(columns.map(({ name }) => name))
  return { columns: known.map((one) => (one !== null && still.has(one) ? one : null)), remembered: true }
}

/** The sheet, the head and the columns that nobody needs to choose, for who works without pages. */
export async function chooseByItself(
  services: Services,
  target: TableTarget,
  found: TableImport,
  wanted: { sheet: number | null; head: number | null },
): Promise<{ kind: 'chosen' } | { kind: 'which-sheet' }> {
  const sheet = wanted.sheet ?? found.choices.sheet
  if (sheet === null) return { kind: 'which-sheet' }
  const rows: SourceRow[] = await listLines(services.db, found.id, sheet)
  const head = wanted.head ?? (found.sheets[sheet]?.names ? 0 : guessHead(rows))
  await chooseForImport(services, found.id, { kind: 'head', sheet, head })
  const names = columnNames(rows, head, found.sheets[sheet]?.names ?? null)
  const { columns } = await proposeColumns(services, found, target, names)
  await chooseForImport(services, found.id, { kind: 'columns', columns })
  return { kind: 'chosen' }
}
