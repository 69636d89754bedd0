import { createHash } from 'node:crypto'
import type { DayOrder } from './cells/date-rules.ts'
import { ANSWERS, orderProvedBy, readCell, type Answered, type CellRefusal, type Doubt } from './cells/cell-rules.ts'
import { guessFooters } from './head-rules.ts'
import { mended } from './reading/decode-rules.ts'
import { isBlank, wordsOf, type SourceCell, type SourceRow } from './reading/source-rules.ts'
import type { ImportedCell, ImportedRow, TargetColumn } from './table-target.ts'

/** What an official has chosen: of the columns of the table each one's place, or null: not taken. */
export type Choices = {
  /** Position of the head among the rows, from 1; 0: none. */
  head: number
  columns: readonly (string | null)[]
  answers: Readonly<Record<string, string>>
}

const ROW_DOUBTS = ['mojibake', 'footer', 'too-many', 'too-few'] as const
export type RowDoubt = (typeof ROW_DOUBTS)[number]

const ROW_ANSWERS = {
  mojibake: ['mend', 'keep'],
  footer: ['pass', 'take'],
  'too-many': ['cut', 'refuse'],
  'too-few': ['empty', 'refuse'],
} as const satisfies Record<RowDoubt, readonly string[]>

export type Question = {
  id: string
  kind: Doubt | RowDoubt
  /** Of the register; null: of whole rows. */
  column: string | null
  pattern: string
  answers: readonly string[]
  /** How many cells, or rows, it is about. */
  count: number
  examples: { at: number; words: string }[]
  /** The answer, where there is one: by the official, or proved by other rows. */
  answer: { is: string; by: 'official' | 'rows'; proof: { at: number; words: string } | null } | null
}

export type RefusedCell = { at: number; column: string; why: CellRefusal | 'ragged' | 'unknown'; words: string }

export type Reckoned = {
  rows: ImportedRow[]
  questions: Question[]
  refused: RefusedCell[]
  /** Lines passed over, and why. */
  passed: { at: number; why: 'before-head' | 'head' | 'footer' | 'empty' }[]
  /** What of taken rows stayed behind: cells without a column of the head, and cells left empty as answered. */
  left: { at: number; column: string; words: string }[]
  counts: Counts
}

/** `lines` is the sum of all others but the last three, which count cells. */
export type Counts = {
  lines: number
  empty: number
  beforeHead: number
  head: number
  footer: number
  ready: number
  refused: number
  asked: number
  refusedCells: number
  askedCells: number
  leftCells: number
}

const MOST_EXAMPLES = 5
/** Beyond this many patterns nobody answers: each cell is refused by itself. */
const MOST_QUESTIONS = 200

/** What the choices make of the rows of a sheet. Pure; every line ends in exactly one of the counts. */
export function reckon(
  source: { rows: readonly SourceRow[]; raggedMatters: boolean; width: number },
  columns: readonly TargetColumn[],
  choices: Choices,
): Reckoned {
  return new Reckoning(source, columns, choices).run()
}

const questionId = (kind: string, column: string | null, pattern: string): string =>
  `${kind}-${createHash('sha256')
    .update(JSON.stringify([kind, column, pattern]))
    .digest('hex')
    .slice(0, 12)}`

type Fate = 'ready' | 'refused' | 'asked'

class Reckoning {
  readonly #source
  readonly #choices: Choices
  readonly #questions = new Map<string, Question>()
  readonly #columns: {
    index: number
    column: TargetColumn
    order: { is: DayOrder; at: number; words: string } | null
  }[]
  readonly #missing: TargetColumn[]
  readonly #footers: ReadonlySet<number>
  readonly #result: Reckoned = {
    rows: [],
    questions: [],
    refused: [],
    passed: [],
    left: [],
    counts: {
      lines: 0,
      empty: 0,
      beforeHead: 0,
      head: 0,
      footer: 0,
      ready: 0,
      refused: 0,
      asked: 0,
      refusedCells: 0,
      askedCells: 0,
      leftCells: 0,
    },
  }

  constructor(
    source: { rows: readonly SourceRow[]; raggedMatters: boolean; width: number },
    columns: readonly TargetColumn[],
    choices: Choices,
  ) {
    this.#source = source
    this.#choices = choices
    this.#columns = choices.columns.flatMap((name, index) => {
      const column = columns.find((one) => one.name === name)
      return column ? [{ index, column, order: column.type === 'date' ? this.#proof(index) : null }] : []
    })
    this.#missing = columns.filter(({ name, required }) => required && !choices.columns.includes(name))
    this.#footers = new Set(guessFooters(source.rows, choices.head))
  }

  run(): Reckoned {
    const { counts, rows } = this.#result
    this.#source.rows.forEach((row, index) => {
      counts.lines += 1
      const passed = this.#passedOver(row, index + 1)
      if (passed === null) {
        const { fate, cells } = this.#row(row)
        counts[fate] += 1
        if (fate === 'ready') rows.push({ at: row.at, cells })
      } else if (passed === 'asked') counts.asked += 1
      else {
        counts[passed === 'before-head' ? 'beforeHead' : passed] += 1
        this.#result.passed.push({ at: row.at, why: passed })
      }
    })
    counts.refusedCells = this.#result.refused.length
    counts.leftCells = this.#result.left.length
    this.#result.questions = [...this.#questions.values()]
    return this.#result
  }

  /** All proofs of a column must agree; otherwise it is asked. */
  #proof(index: number): { is: DayOrder; at: number; words: string } | null {
    let found: { is: DayOrder; at: number; words: string } | null = null
    for (const { at, cells } of this.#source.rows.slice(this.#choices.head)) {
      const is = orderProvedBy(cells[index])
      if (is === null) continue
      if (found && found.is !== is) return null
      found ??= { is, at, words: wordsOf(cells[index]) }
    }
    return found
  }

  #passedOver(
    { at, cells }: SourceRow,
    position: number,
  ): 'empty' | 'before-head' | 'head' | 'footer' | 'asked' | null {
    const { head } = this.#choices
    if (cells.length === 0) return 'empty'
    if (position < head) return 'before-head'
    if (position === head) return 'head'
    if (!this.#footers.has(position)) return null
    const told = this.#ask('footer', null, '', at, cells.map(wordsOf).filter(Boolean).join(' · '))
    return told === null ? 'asked' : told === 'pass' ? 'footer' : null
  }

  #row({ at, cells: source }: SourceRow): { fate: Fate; cells: Record<string, ImportedCell> } {
    let fate: Fate = 'ready'
    const worsen = (to: Fate): void => {
      if (to === 'refused' || fate === 'ready') fate = to
    }
    const left: Reckoned['left'] = []
    worsen(this.#ragged(at, source, left))
    const cells: Record<string, ImportedCell> = {}
    for (const { index, column, order } of this.#columns) {
      const plain = this.#mend(at, source[index])
      if (plain === null && !isBlank(source[index])) {
        worsen('asked')
        continue
      }
      const answered: Answered = (doubt, pattern) => this.#ask(doubt, column.name, pattern, at, wordsOf(plain), order)
      const reading = readCell(column, plain, answered)
      if (reading.kind === 'value') {
        cells[column.name] = reading.value
        if (reading.value === null && !isBlank(plain)) left.push({ at, column: column.name, words: wordsOf(plain) })
      } else if (reading.kind === 'refused') {
        this.#result.refused.push({ at, column: column.name, why: reading.why, words: wordsOf(plain) })
        worsen('refused')
      } else {
        this.#result.counts.askedCells += 1
        worsen('asked')
      }
    }
    for (const { name } of this.#missing) {
      this.#result.refused.push({ at, column: name, why: 'required', words: '' })
      worsen('refused')
    }
    if ((fate as Fate) === 'ready') this.#result.left.push(...left)
    return { fate, cells }
  }

  /** Too many cells, or too few, where the format has a number of them. Empty ones more are nothing. */
  #ragged(at: number, cells: readonly SourceCell[], left: Reckoned['left']): Fate {
    const { width, raggedMatters } = this.#source
    if (!raggedMatters || cells.length === width) return 'ready'
    const extra = cells.slice(width).filter((cell) => !isBlank(cell))
    if (cells.length > width && extra.length === 0) return 'ready'
    const kind = cells.length > width ? 'too-many' : 'too-few'
    const words = cells.map(wordsOf).join(' · ').slice(0, 300)
    const told = this.#ask(kind, null, String(cells.length), at, words)
    if (told === null) return 'asked'
    if (told === 'refuse') {
      this.#result.refused.push({ at, column: '', why: 'ragged', words })
      return 'refused'
    }
    left.push(...extra.map((cell) => ({ at, column: '', words: wordsOf(cell) })))
    return 'ready'
  }

  /** Null: it is asked whether the letters are to be mended. */
  #mend(at: number, cell: SourceCell | undefined): SourceCell {
    if (typeof cell !== 'string') return cell ?? null
    const meant = mended(cell)
    if (meant === null) return cell
    const told = this.#ask('mojibake', null, '', at, `${cell} → ${meant}`)
    return told === null ? null : told === 'mend' ? meant : cell
  }

  /** Counts a doubt and gives what was told of it, or null. */
  #ask(
    kind: Doubt | RowDoubt,
    column: string | null,
    pattern: string,
    at: number,
    words: string,
    order: { is: DayOrder; at: number; words: string } | null = null,
  ): string | null {
    const id = questionId(kind, column, pattern)
    let question = this.#questions.get(id)
    if (!question) {
      if (this.#questions.size >= MOST_QUESTIONS) return 'refuse'
      question = { id, kind, column, pattern, answers: answersOf(kind), count: 0, examples: [], answer: null }
      question.answer = this.#answerOf(question, order)
      this.#questions.set(id, question)
    }
    question.count += 1
    if (question.examples.length < MOST_EXAMPLES) question.examples.push({ at, words: words.slice(0, 200) })
    return question.answer?.is ?? null
  }

  #answerOf(
    { id, kind, answers }: Question,
    order: { is: DayOrder; at: number; words: string } | null,
  ): Question['answer'] {
    const told = Object.hasOwn(this.#choices.answers, id) ? this.#choices.answers[id] : undefined
    const is = answers.find((one) => one === told)
    if (is !== undefined) return { is, by: 'official', proof: null }
    if (kind !== 'date-order' || !order) return null
    return { is: order.is, by: 'rows', proof: { at: order.at, words: order.words } }
  }
}

const answersOf = (kind: Doubt | RowDoubt): readonly string[] =>
  Object.hasOwn(ROW_ANSWERS, kind) ? ROW_ANSWERS[kind as RowDoubt] : ANSWERS[kind as Doubt]

/** What nobody has answered yet. */
export const openQuestions = (questions: readonly Question[]): Question[] =>
  questions.filter(({ answer }) => answer === null)

/** Each line of the file is in exactly one of these. */
export const countsAddUp = (one: Counts): boolean =>
  one.lines === one.empty + one.beforeHead + one.head + one.footer + one.ready + one.refused + one.asked
