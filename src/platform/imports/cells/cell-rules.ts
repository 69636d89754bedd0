import { isBlank, wordsOf, type SourceCell } from '../reading/source-rules.ts'
import type { ImportedCell, TargetColumn } from '../table-target.ts'
import { dateOf, readDate, type DateReading, type DayOrder } from './date-rules.ts'
import { readNumber } from './number-rules.ts'

const DOUBTS = ['date-order', 'two-digit-year', 'two-dates', 'time', 'serial', 'number', 'dash', 'unreadable'] as const
export type Doubt = (typeof DOUBTS)[number]

/** What may be answered to each doubt, the safe way last. */
export const ANSWERS = {
  'date-order': ['day-first', 'month-first', 'refuse'],
  'two-digit-year': ['2000', '1900', 'refuse'],
  'two-dates': ['first', 'second', 'refuse'],
  time: ['day', 'refuse'],
  serial: ['serial', 'refuse'],
  number: ['thousands', 'decimal', 'refuse'],
  dash: ['zero', 'empty', 'refuse'],
  unreadable: ['empty', 'refuse'],
} as const satisfies Record<Doubt, readonly string[]>

const CELL_REFUSALS = [
  'required',
  'impossible-date',
  'too-precise',
  'no-integer',
  'unreadable',
  'doubtful-date',
  'doubtful-number',
] as const
export type CellRefusal = (typeof CELL_REFUSALS)[number]

export type CellReading =
  | { kind: 'value'; value: ImportedCell }
  /** `pattern`: the cells that one answer serves. */
  | { kind: 'doubt'; doubt: Doubt; pattern: string }
  | { kind: 'refused'; why: CellRefusal }

/** What was answered, or proved by other rows: null where nothing was. */
export type Answered = (doubt: Doubt, pattern: string) => string | null

const value = (one: ImportedCell): CellReading => ({ kind: 'value', value: one })
const refused = (why: CellRefusal): CellReading => ({ kind: 'refused', why })

/** A cell as its column wants it. Pure: the same cell and the same answers give the same reading. */
export function readCell(
  column: Pick<TargetColumn, 'type' | 'required'>,
  cell: SourceCell | undefined,
  answered: Answered,
): CellReading {
  const reading = isBlank(cell) ? value(null) : readGiven(column.type, cell ?? null, answered)
  return column.required && reading.kind === 'value' && reading.value === null ? refused('required') : reading
}

function readGiven(type: TargetColumn['type'], cell: SourceCell, answered: Answered): CellReading {
  switch (type) {
    case 'string':
      return value(wordsOf(cell))
    case 'boolean':
      return readBoolean(cell, answered)
    case 'year':
      return readYear(cell, answered)
    case 'date':
      return readDay(readDate(wordsOf(cell)), wordsOf(cell), answered)
    default:
      return readAmount(type, cell, answered)
  }
}

const YES = /^(po|yes|da|true|e vërtetë|✓|x)$/iu
const NO = /^(jo|no|ne|false|e pavërtetë)$/iu

function readBoolean(cell: SourceCell, answered: Answered): CellReading {
  if (typeof cell === 'object' && cell !== null && 'b' in cell) return value(cell.b)
  const words = wordsOf(cell)
  if (YES.test(words) || words === '1') return value(true)
  if (NO.test(words) || words === '0') return value(false)
  return unreadable(words, answered)
}

function readYear(cell: SourceCell, answered: Answered): CellReading {
  const words = wordsOf(cell)
  return /^(1[5-9]|20|21)\d\d\.?$/.test(words) ? value(Number.parseInt(words, 10)) : unreadable(words, answered)
}

function readAmount(type: 'integer' | 'number' | 'money', cell: SourceCell, answered: Answered): CellReading {
  if (typeof cell === 'object' && cell !== null && 'n' in cell) return amount(type, cell.n)
  const words = wordsOf(cell)
  const found = readNumber(words)
  switch (found.kind) {
    case 'number':
      return amount(type, found.value)
    case 'too-precise':
      return refused('too-precise')
    case 'no-number':
      return unreadable(words, answered)
    case 'dash':
      return answer('dash', '-', answered, (told) => (told === 'zero' ? value(0) : value(null)))
    case 'ambiguous':
      return answer('number', words.replace(/\d/g, '9'), answered, (told) =>
        amount(type, told === 'thousands' ? found.thousands : found.decimal),
      )
  }
}

const amount = (type: 'integer' | 'number' | 'money', found: number): CellReading =>
  type === 'integer' && !Number.isSafeInteger(found) ? refused('no-integer') : value(found)

/** Words of one pattern are answered together: digits count as the same. */
const patternOf = (words: string): string => words.replace(/\d/g, '9').slice(0, 60)

const unreadable = (words: string, answered: Answered): CellReading =>
  answer('unreadable', patternOf(words), answered, () => value(null))

function readDay(found: DateReading, words: string, answered: Answered): CellReading {
  switch (found.kind) {
    case 'day':
      return value(found.date)
    case 'impossible':
      return refused('impossible-date')
    case 'no-date':
      return unreadable(words, answered)
    case 'serial':
      return answer('serial', '99999', answered, () => value(found.date))
    case 'with-time':
      return answer('time', 'hh:mm', answered, () => readDay(found.of, words, answered))
    case 'two-dates':
      return answer('two-dates', patternOf(words), answered, (told) =>
        readDay(found.dates[told === 'first' ? 0 : 1], words, answered),
      )
    case 'date':
      return readParts(found, answered)
  }
}

/** Order and century are asked together: one look at the question answers both. */
function readParts(found: Extract<DateReading, { kind: 'date' }>, answered: Answered): CellReading {
  const order = found.order ?? answered('date-order', '')
  const century = found.twoDigits ? answered('two-digit-year', '') : '2000'
  if (order === 'refuse' || century === 'refuse') return refused('doubtful-date')
  if (order === null) return { kind: 'doubt', doubt: 'date-order', pattern: '' }
  if (century === null) return { kind: 'doubt', doubt: 'two-digit-year', pattern: '' }
  const day = dateOf(found, {
    order: order === 'month-first' ? 'month-first' : 'day-first',
    century: century === '1900' ? '1900' : '2000',
  })
  return day.kind === 'day' ? value(day.date) : refused('impossible-date')
}

function answer(doubt: Doubt, pattern: string, answered: Answered, then: (told: string) => CellReading): CellReading {
  const told = answered(doubt, pattern)
  if (told === null) return { kind: 'doubt', doubt, pattern }
  return told === 'refuse' ? refused(REFUSED_AS[doubt]) : then(told)
}

const REFUSED_AS: Record<Doubt, CellRefusal> = {
  'date-order': 'doubtful-date',
  'two-digit-year': 'doubtful-date',
  'two-dates': 'doubtful-date',
  time: 'doubtful-date',
  serial: 'doubtful-date',
  number: 'doubtful-number',
  dash: 'doubtful-number',
  unreadable: 'unreadable',
}

/** What the certain days of a column prove of its order: some have a part beyond twelve. */
export function orderProvedBy(cell: SourceCell | undefined): DayOrder | null {
  const found = isBlank(cell) ? null : readDate(wordsOf(cell))
  const plain = found?.kind === 'with-time' ? found.of : found
  if (plain?.kind === 'date') return plain.first === plain.second ? null : plain.order
  if (plain?.kind !== 'day') return null
  const parts = /^(\d{1,2})\s?[-./ ]\s?(\d{1,2})\s?[-./ ]/.exec(wordsOf(cell))
  if (!parts) return null
  const [first, second] = [Number(parts[1]), Number(parts[2])]
  return first > 12 ? 'day-first' : second > 12 ? 'month-first' : null
}
