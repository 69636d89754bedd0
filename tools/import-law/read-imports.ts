export type Import = {
  line: number
  specifier: string
  /** `import type` is gone when the program runs; everything else is there, also `import { type A }`. */
  kind: 'value' | 'type'
  /** `export … from`: hands on what lives elsewhere. */
  handsOn: boolean
}

/** One statement at the beginning of a line, as the formatter writes it. */
const STATEMENT = /^(import|export)\s+(type\s+)?(?:[^'"`;=()]*?\bfrom\s+)?['"]([^'"\n]+)['"]/gm

/** `await import(…)`, and `typeof import(…)` in a type. */
const CALL = /(\btypeof\s+)?\bimport\((['"])([^'"\n]+)\2\)/g

/** Every import of a file. Written for the formatter's spelling; what it would miss is caught by `unreadImports`. */
export function readImports(source: string): Import[] {
  const found = [...source.matchAll(STATEMENT)].map((match) => ({
    line: lineAt(source, match.index),
    specifier: match[3] ?? '',
    kind: match[2] ? ('type' as const) : ('value' as const),
    handsOn: match[1] === 'export',
  }))
  const called = [...source.matchAll(CALL)].map((match) => ({
    line: lineAt(source, match.index),
    specifier: match[3] ?? '',
    kind: match[1] ? ('type' as const) : ('value' as const),
    handsOn: false,
  }))
  return [...found, ...called]
}

/** Lines that begin or end an import and were not understood: better a false alarm than an import nobody judges. */
export function unreadImports(source: string): number[] {
  const read = [...source.matchAll(STATEMENT)].map((match) => [match.index, match.index + match[0].length] as const)
  const hints = [...source.matchAll(/^import\b(?!\.|\()|^\} from\b|^export \*/gm)]
  return hints
    .filter((hint) => !read.some(([from, to]) => hint.index >= from && hint.index < to))
    .map((hint) => lineAt(source, hint.index))
}

const lineAt = (source: string, index: number): number => source.slice(0, index).split('\n').length
