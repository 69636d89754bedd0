import type { Majority } from '#modules/council/sitting/sitting-event-rules.ts'

/** What the page brings along: its words in its language, the majorities as they are set, commissions to send back to. */
export type PageData = {
  words: Words
  keys: Record<string, string>
  /** `majority` null: nobody has set it, and the law was not seen. */
  majorities: readonly { kind: string; label: string; majority: Majority | null }[]
  commissions: readonly { id: string; name: string }[]
  urls: { state: string; events: string; pen: string; settle: string; minutes: string }
  meeting: string
  zone: string
}

/** Sentences by name, in groups; `{n}` is where a value goes. */
export type Words = { [group: string]: { [name: string]: string } }

export type Say = (group: string, name: string, values?: Record<string, string | number>) => string

export const sayIn =
  (words: Words): Say =>
  (group, name, values = {}) =>
    (words[group]?.[name] ?? name).replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''))

type Attributes = Record<string, string | boolean | null>

/** An element with its attributes and children. What is said in it becomes text, never markup. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, '')
    else if (typeof value === 'string') made.setAttribute(key, value)
  }
  made.append(...children)
  return made
}

/** A UUID of version 4. `crypto.randomUUID` is missing where a municipality opens the office without TLS. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
