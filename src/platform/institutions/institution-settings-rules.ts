/**
 * What an institution may set for itself. Keys and their meaning come with the program; what is not set has the value
 * given here.
 */
export const SETTINGS = {
  /** A role is granted by one administrator and confirmed by another. */
  'two-person-rule': { kind: 'boolean', otherwise: false },
  /** Whoever proposed an answer to comments does not decide it. */
  'answers-by-two': { kind: 'boolean', otherwise: true },
  /** Each morning a letter to the officials for whom something waits. */
  'duty-digest': { kind: 'boolean', otherwise: true },
  /** At which hour it leaves, on the institution's clock. */
  'duty-digest-hour': { kind: 'hour', otherwise: 7 },
  /** How many days before a deadline who holds it is reminded. */
  'deadline-reminders': { kind: 'days', otherwise: '3, 1, 0' },
} as const satisfies Record<string, Setting>

type Setting =
  { kind: 'boolean'; otherwise: boolean } | { kind: 'hour'; otherwise: number } | { kind: 'days'; otherwise: string }

export type SettingKey = keyof typeof SETTINGS
export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[]

export type SettingValue<Key extends SettingKey> = Key extends SettingKey
  ? (typeof SETTINGS)[Key]['kind'] extends 'boolean'
    ? boolean
    : (typeof SETTINGS)[Key]['kind'] extends 'hour'
      ? number
      : string
  : never
export type SettingValues = { [Key in SettingKey]: SettingValue<Key> }

/** A stored value, or what stands in its place: never set, or left behind by another version of the program. */
export function settingFrom<Key extends SettingKey>(key: Key, stored: unknown): SettingValue<Key> {
  const { kind, otherwise } = SETTINGS[key]
  return (FITS[kind](stored) ? stored : otherwise) as SettingValue<Key>
}

/** What a form sent: `po`, nothing, an hour, or days. Null when it cannot be. */
export function readSettingWords(key: SettingKey, words: string): boolean | number | string | null {
  const { kind } = SETTINGS[key]
  if (kind === 'boolean') return words === 'po'
  if (kind === 'days') return daysIn(words)?.join(', ') ?? null
  const hour = /^\d{1,2}$/.test(words) ? Number(words) : Number.NaN
  return isHour(hour) ? hour : null
}

const isHour = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 23

const MOST_DAYS = 60

/** `3, 1, 0`, the longest first, each once; nothing: none. Null: it is no list of days. */
export function daysIn(words: string): number[] | null {
  const parts = words.split(/[\s,;]+/).filter((part) => part !== '')
  if (parts.length > 10 || !parts.every((part) => /^\d{1,2}$/.test(part) && Number(part) <= MOST_DAYS)) return null
  return [...new Set(parts.map(Number))].toSorted((one, other) => other - one)
}

const FITS: Record<Setting['kind'], (stored: unknown) => boolean> = {
  boolean: (stored) => typeof stored === 'boolean',
  hour: isHour,
  days: (stored) => typeof stored === 'string' && daysIn(stored) !== null,
}
