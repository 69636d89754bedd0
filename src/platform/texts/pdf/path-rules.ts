import { placed, type Box, type Matrix, type Rule } from './ink-rules.ts'

/** Straight lines in a drawn path: borders of tables, the line above footnotes. */

/** How many numbers follow each mark of a path: move, line, curve, quadratic curve, close. */
const ARGUMENTS = [2, 2, 6, 4, 0]
const LINE = 1
const CLOSE = 4
const LONGEST_PATH = 20_000
const SHORTEST_RULE = 6
const STRAIGHT = 1

export function rulesOfPath(data: unknown, ctm: Matrix): { rules: Rule[]; box: Box | null } {
  const numbers = numbersIn(data)
  const rules: Rule[] = []
  const xs: number[] = []
  const ys: number[] = []
  let from: [number, number] = [0, 0]
  let start = from
  for (let at = 0; at < Math.min(numbers.length, LONGEST_PATH);) {
    const mark = numbers[at] ?? CLOSE
    const count = ARGUMENTS[mark] ?? 0
    const to = mark === CLOSE ? start : placed(ctm, numbers[at + count - 1] ?? 0, numbers[at + count] ?? 0)
    const rule = mark === LINE || mark === CLOSE ? ruleOf(from, to) : null
    if (rule) rules.push(rule)
    if (mark === 0) start = to
    xs.push(to[0])
    ys.push(to[1])
    from = to
    at += count + 1
  }
  const box = xs.length > 0 ? { x0: least(xs), y0: least(ys), x1: most(xs), y1: most(ys) } : null
  return { rules, box }
}

const least = (numbers: number[]): number => numbers.reduce((a, b) => Math.min(a, b), Infinity)
const most = (numbers: number[]): number => numbers.reduce((a, b) => Math.max(a, b), -Infinity)

function ruleOf([x0, y0]: [number, number], [x1, y1]: [number, number]): Rule | null {
  const wide = Math.abs(x1 - x0)
  const high = Math.abs(y1 - y0)
  if (Math.max(wide, high) < SHORTEST_RULE || Math.min(wide, high) > STRAIGHT) return null
  return {
    x0: Math.min(x0, x1),
    y0: Math.min(y0, y1),
    x1: Math.max(x0, x1),
    y1: Math.max(y0, y1),
    upright: high > wide,
  }
}

function numbersIn(data: unknown): number[] {
  const first: unknown = Array.isArray(data) ? data[0] : null
  if (ArrayBuffer.isView(first)) return Array.from(first as Float32Array)
  return Array.isArray(first) ? first.filter((one): one is number => typeof one === 'number') : []
}
