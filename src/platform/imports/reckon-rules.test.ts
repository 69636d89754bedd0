import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countsAddUp, reckon, type Question } from './reckon-rules.ts'
import type { SourceCell, SourceRow } from './reading/source-rules.ts'
import type { TargetColumn } from './table-target.ts'

const TYPES = ['string', 'integer', 'number', 'money', 'boolean', 'date', 'year'] as const
const column = (name: string, type: TargetColumn['type'], required: boolean): TargetColumn => ({
  name,
  title: { sq: name, en: name },
  type,
  required,
  known: [],
})

/** What stands in tables: certain, doubtful, broken and impossible. */
const WORDS = [
  '',
  'Ura',
  'Shkollë',
  'ShkollÃ«',
  '-',
  '0',
  '12',
  '1.234',
  '1,5',
  '(250,00)',
  '1.234.567,89 €',
  '12345678901234567',
  '2017-03-07',
  '7.3.2017',
  '03/04/2017',
  '28.10.18',
  '03/04/17',
  '30.02.2017',
  '12.03.2017 - 15.03.2017',
  '42736',
  '7 mars 2017',
  '7.3.2017 10:30',
  'po',
  'jo',
  '2017',
  'Gjithsej',
  'Burimi: thesari',
  '* shënim',
  'pa afat',
]
const cell: fc.Arbitrary<SourceCell> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => ({ n })),
  fc.boolean().map((b) => ({ b })),
  fc.constantFrom({ d: '2017-03-07' }, { d: '2017-03-07 10:30' }),
  fc.constant(null),
)
const table = fc.record({
  lines: fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 25 }),
  types: fc.array(fc.tuple(fc.constantFrom(...TYPES), fc.boolean()), { minLength: 1, maxLength: 5 }),
  /** A place of each column of the table, some beyond the register: those are not taken. */
  places: fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 6 }),
  head: fc.nat(26),
  raggedMatters: fc.boolean(),
  /** Which of its answers each question gets; the last of them: none. */
  told: fc.array(fc.nat(4), { minLength: 1, maxLength: 10 }),
})

type Table = typeof table extends fc.Arbitrary<infer One> ? One : never

function given({ lines, types, places, head, raggedMatters }: Table) {
  const columns = types.map(([type, required], index) => column(`c${index}`, type, required))
  // Lines of a file may be far apart: cells have ends of line in them.
  const rows: SourceRow[] = lines.map((cells, index) => ({ at: 3 * index + 1, cells }))
  const chosen = places.map((place) => columns[place]?.name ?? null)
  const width = Math.max(places.length, ...lines.slice(head - 1, head).map(({ length }) => length))
  const with_ = (answers: Record<string, string>) =>
    reckon({ rows, raggedMatters, width }, columns, { head, columns: chosen, answers })
  return { rows, with: with_ }
}

const answersTo = (questions: readonly Question[], told: readonly number[]): Record<string, string> =>
  Object.fromEntries(
    questions.flatMap(({ id, answers }, index) => {
      const answer = answers[told[index % told.length] ?? 0]
      return answer === undefined ? [] : [[id, answer]]
    }),
  )

describe('whatever stands in a table, and whatever is answered', () => {
  it('every line is counted once, and stands in one place alone', () => {
    fc.assert(
      fc.property(table, (one) => {
        const { rows, with: reckoned } = given(one)
        const first = reckoned({})
        for (const found of [first, reckoned(answersTo(first.questions, one.told))]) {
          const { counts } = found
          expect(countsAddUp(counts)).toBe(true)
          expect(counts.lines).toBe(rows.length)
          expect(found.rows).toHaveLength(counts.ready)
          expect(found.passed).toHaveLength(counts.empty + counts.beforeHead + counts.head + counts.footer)
          const refused = new Set(found.refused.map(({ at }) => at))
          expect(refused.size).toBeGreaterThanOrEqual(counts.refused)
          const ready = found.rows.map(({ at }) => at)
          const placed = [...ready, ...found.passed.map(({ at }) => at)]
          expect(new Set(placed).size).toBe(placed.length)
          expect(ready.filter((at) => refused.has(at))).toEqual([])
        }
      }),
    )
  })

  it('a row is ready only when nothing in it is asked any more, and the same answers give the same rows', () => {
    fc.assert(
      fc.property(table, (one) => {
        const { with: reckoned } = given(one)
        const first = reckoned({})
        const answers = answersTo(first.questions, one.told)
        const then = reckoned(answers)
        expect(reckoned(answers)).toEqual(then)
        // Answers decide over doubts alone: what was certain before stays as it was.
        const before = new Map(first.rows.map((row) => [row.at, row.cells]))
        for (const { at, cells } of then.rows) if (before.has(at)) expect(cells).toEqual(before.get(at))
        expect(first.rows.every(({ at }) => then.rows.some((row) => row.at === at))).toBe(true)
      }),
    )
  })
})
