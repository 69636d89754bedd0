import { expect, it } from 'vitest'
import { findCircles } from './find-circles.ts'

const graph = (edges: Record<string, string[]>) => new Map(Object.entries(edges))

it('finds none where every way ends', () => {
  expect(findCircles(graph({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }))).toEqual([])
})

it('finds a file that imports itself', () => {
  expect(findCircles(graph({ a: ['a'] }))).toEqual([['a', 'a']])
})

it('names each circle once, by its shortest way round', () => {
  const circles = findCircles(graph({ a: ['b'], b: ['c', 'a'], c: ['a'], x: ['y', 'a'], y: ['z'], z: ['y'] }))
  expect(circles).toEqual([
    ['a', 'b', 'a'],
    ['y', 'z', 'y'],
  ])
})

it('is done in a moment where following every path would never end', () => {
  const layers = 60
  const edges = Object.fromEntries(
    Array.from({ length: layers }, (_, n) => [`${n}`, [`${n + 1}`, `${n + 1}'`]]).flatMap(([from, to]) => [
      [from, to],
      [`${String(from)}'`, to],
    ]),
  ) as Record<string, string[]>
  expect(findCircles(graph(edges))).toEqual([])
})
