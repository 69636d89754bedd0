import type { Box, Glyph, Rule } from './ink-rules.ts'
import { piecesOf } from './row-rules.ts'

/** Tables whose cells are drawn: each letter belongs to the cell in which it stands. */

export type DrawnTable = Box & { rows: string[][]; glyphs: Glyph[] }

const TOUCH = 3
const MOST_RULES = 3_000

export function drawnTables(rules: readonly Rule[], glyphs: readonly Glyph[]): DrawnTable[] {
  return groupsOf(rules.slice(0, MOST_RULES)).flatMap((group) => tableIn(group, glyphs) ?? [])
}

/** Lines that touch one another. */
function groupsOf(rules: readonly Rule[]): Rule[][] {
  const groups: { box: Box; rules: Rule[] }[] = []
  for (const rule of rules.toSorted((a, b) => a.y0 - b.y0)) {
    const touched = groups.filter(({ box }) => meets(box, rule))
    const [first, ...others] = touched
    if (!first) {
      groups.push({ box: { ...rule }, rules: [rule] })
      continue
    }
    first.rules.push(rule, ...others.flatMap((other) => other.rules))
    for (const other of [...others.map(({ box }) => box), rule]) first.box = around(first.box, other)
    for (const other of others) groups.splice(groups.indexOf(other), 1)
  }
  return groups.map((group) => group.rules)
}

const meets = (a: Box, b: Box): boolean =>
  a.x0 <= b.x1 + TOUCH && b.x0 <= a.x1 + TOUCH && a.y0 <= b.y1 + TOUCH && b.y0 <= a.y1 + TOUCH

const around = (a: Box, b: Box): Box => ({
  x0: Math.min(a.x0, b.x0),
  y0: Math.min(a.y0, b.y0),
  x1: Math.max(a.x1, b.x1),
  y1: Math.max(a.y1, b.y1),
})

function tableIn(rules: Rule[], glyphs: readonly Glyph[]): DrawnTable | null {
  const upright = rules.filter((rule) => rule.upright)
  const xs = distinct(upright.map((rule) => rule.x0))
  const ys = distinct([
    ...rules.filter((rule) => !rule.upright).map((rule) => rule.y0),
    ...upright.map((rule) => rule.y0),
  ])
  if (xs.length < 3 || ys.length < 2) return null
  const box = { x0: xs[0] ?? 0, x1: xs.at(-1) ?? 0, y0: ys[0] ?? 0, y1: Math.max(...rules.map((rule) => rule.y1)) }
  const inside = glyphs.filter((glyph) => {
    const x = (glyph.x0 + glyph.x1) / 2
    const y = glyph.y - glyph.size * 0.25
    return x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1
  })
  const rows = rowsOf(xs, ys, upright, inside)
  const columns = new Set(rows.flatMap((row) => row.flatMap((cell, at) => (cell === '' ? [] : [at]))))
  return columns.size < 2 ? null : { ...box, rows, glyphs: inside }
}

function distinct(numbers: number[]): number[] {
  const kept: number[] = []
  for (const one of numbers.toSorted((a, b) => a - b)) if (one - (kept.at(-1) ?? -Infinity) > TOUCH) kept.push(one)
  return kept
}

function rowsOf(xs: number[], ys: number[], upright: Rule[], glyphs: Glyph[]): string[][] {
  const bands = ys.map((y, at) => ({ y, glyphs: [] as Glyph[], next: ys[at + 1] ?? Infinity }))
  for (const glyph of glyphs) {
    const y = glyph.y - glyph.size * 0.25
    bands.findLast((band) => band.y <= y)?.glyphs.push(glyph)
  }
  return bands
    .filter((band) => band.glyphs.length > 0)
    .map((band) => {
      const middle = band.glyphs[0] ? band.glyphs[0].y - band.glyphs[0].size * 0.25 : band.y
      // A cell over two columns has no line within it.
      const edges = xs.filter((x) =>
        upright.some((rule) => Math.abs(rule.x0 - x) <= TOUCH && rule.y0 <= middle && rule.y1 >= middle),
      )
      const cells = edges.slice(0, -1).map((edge, at) => {
        const inCell = band.glyphs.filter((glyph) => {
          const x = (glyph.x0 + glyph.x1) / 2
          return x >= edge && x < (edges[at + 1] ?? Infinity)
        })
        return piecesOf(inCell)
          .map((piece) => piece.words)
          .join(' ')
      })
      return cells
    })
}
