import { expect, it } from 'vitest'
import { readImports, unreadImports } from './read-imports.ts'

/** Apart from the word before it, or this test would itself seem to import it. */
const A = `'./a.ts'`

const imported = (source: string) => readImports(source).map((one) => [one.specifier, one.kind])

it('reads one name, many lines, a whole file and a mere effect', () => {
  const source = [
    "import a from './a.ts'",
    'import {',
    '  b,',
    '  type C,',
    "} from './b.ts'",
    "import * as d from 'd'",
    "import './e.ts'",
  ]
  expect(imported(source.join('\n'))).toEqual([
    ['./a.ts', 'value'],
    ['./b.ts', 'value'],
    ['d', 'value'],
    ['./e.ts', 'value'],
  ])
})

it('tells types from values: what stays in the program is a value, even with nothing but types in its braces', () => {
  expect(imported("import type { A } from './a.ts'")).toEqual([['./a.ts', 'type']])
  expect(imported("import { type A } from './a.ts'")).toEqual([['./a.ts', 'value']])
})

it('reads imports inside the program', () => {
  expect(imported(`const { a } = await import(${A})`)).toEqual([['./a.ts', 'value']])
  expect(imported(`type A = typeof import(${A})`)).toEqual([['./a.ts', 'type']])
})

it('takes no other statement for an import', () => {
  expect(imported("export const from = 'a'\nexport function f(from = 'b') {}\nimport.meta.main")).toEqual([])
  expect(unreadImports("export const from = 'a'\nimport.meta.main\nimport(a)")).toEqual([])
})

it('names the line of an import that it could not read', () => {
  expect(unreadImports("import a from './a.ts'\n\nimport b, { c = 1 } from './b.ts'")).toEqual([3])
})
