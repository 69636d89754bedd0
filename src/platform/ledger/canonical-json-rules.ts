export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/**
 * JSON in the one form that everybody gets from the same value (RFC 8785): keys in the order of their UTF-16 units, no
 * white space, numbers and strings as ECMAScript writes them.
 *
 * Throws for what I-JSON does not have: numbers that are not finite, lone surrogates.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${value} is no number of JSON`)
  if (typeof value === 'string') return stringOf(value)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.keys(value)
    .toSorted(byUnits)
    .map((key) => `${stringOf(key)}:${canonicalJson(value[key] ?? null)}`)
  return `{${members.join(',')}}`
}

/** `<` compares strings by UTF-16 units, as RFC 8785 3.2.3 has it. */
const byUnits = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

function stringOf(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('a lone surrogate has no UTF-8')
  return JSON.stringify(text)
}

/** `Array.isArray` does not tell TypeScript of lists that cannot be written. */
const isList = (value: readonly Json[] | { readonly [key: string]: Json }): value is readonly Json[] =>
  Array.isArray(value)
