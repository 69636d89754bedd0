import { must, Refusal } from './refusal.ts'

export type Members = { [name: string]: unknown }

const DEEPEST = 64

export const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON of which everybody reads the same: every name once, whole characters, numbers that there are. */
export function readJson(text: string, why: string): unknown {
  try {
    const json = new Json(text)
    const value = json.value(1)
    must(json.isAtEnd(), why)
    return value
  } catch {
    throw new Refusal(why)
  }
}

/** `JSON.parse` is for single strings and words: some read a name with an escape wrongly after certain objects. */
class Json {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  isAtEnd(): boolean {
    return this.#next() === ''
  }

  value(depth: number): unknown {
    const next = this.#next()
    if (next === '"') return this.#string()
    if (next !== '[' && next !== '{') return this.#word()
    must(depth <= DEEPEST, 'not-json')
    this.#at++
    return next === '[' ? this.#list(depth + 1) : this.#object(depth + 1)
  }

  #list(depth: number): unknown[] {
    const list: unknown[] = []
    this.#each(']', () => list.push(this.value(depth)))
    return list
  }

  #object(depth: number): Members {
    const members = new Map<string, unknown>()
    this.#each('}', () => {
      must(this.#next() === '"', 'not-json')
      const name = this.#string()
      must(!members.has(name) && this.#skips(':'), 'not-json')
      members.set(name, this.value(depth))
    })
    // Whatever it is called, `__proto__` too, it is a member.
    return Object.fromEntries(members)
  }

  #each(end: string, read: () => void): void {
    if (this.#skips(end)) return
    do read()
    while (this.#skips(','))
    must(this.#skips(end), 'not-json')
  }

  #string(): string {
    let end = this.#at + 1
    while (end < this.#text.length && this.#text[end] !== '"') end += this.#text[end] === '\\' ? 2 : 1
    const value = this.#parse(end + 1) as string
    // `isWellFormed` is not in every browser yet.
    must(!/\p{Surrogate}/u.test(value), 'not-json')
    return value
  }

  /** A number, or `true`, `false`, `null`. */
  #word(): unknown {
    let end = this.#at
    while (/[-+.0-9a-zA-Z]/.test(this.#text.charAt(end))) end++
    const value = this.#parse(end)
    must(typeof value !== 'number' || Number.isFinite(value), 'not-json')
    return value
  }

  #parse(end: number): unknown {
    const value: unknown = JSON.parse(this.#text.slice(this.#at, end))
    this.#at = end
    return value
  }

  /** The next character that is no white space; none at the end. */
  #next(): string {
    while (/[ \t\r\n]/.test(this.#text.charAt(this.#at))) this.#at++
    return this.#text.charAt(this.#at)
  }

  #skips(sign: string): boolean {
    if (this.#next() !== sign) return false
    this.#at++
    return true
  }
}

/** RFC 8785: names in the order of their UTF-16 units, which is how `sort` compares. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  // oxlint-disable-next-line unicorn/no-array-sort -- a list of our own, and older browsers have no `toSorted`
  const members = Object.keys(value).sort()
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}
