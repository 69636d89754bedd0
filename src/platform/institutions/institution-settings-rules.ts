/**
 * What an institution may set for itself. Keys and their meaning come with the program; what is not set has the value
 * given here.
 */
export const SETTINGS = {
  /** A role is granted by one administrator and confirmed by another. */
  'two-person-rule': { kind: 'boolean', otherwise: false },
  /** Each morning a letter to the officials for whom something waits. */
  'duty-digest': { kind: 'boolean', otherwise: true },
  /** At which hour it leaves, on the institution's clock. */
  'duty-digest-hour': { kind: 'hour', otherwise: 7 },
} as const satisfies Record<string, Setting>

type Setting = { kind: 'boolean'; otherwise: boolean } | { kind: 'hour'; otherwise: number }

export type SettingKey = keyof typeof SETTINGS
export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[]

export type SettingValue<Key extends SettingKey> = Key extends SettingKey
  ? (typeof SETTINGS)[Key]['kind'] extends 'boolean'
    ? boolean
    : number
  : never
export type SettingValues = { [Key in SettingKey]: SettingValue<Key> }

/** A stored value, or what stands in its place: never set, or left behind by another version of the program. */
export function settingFrom<Key extends SettingKey>(key: Key, stored: unknown): SettingValue<Key> {
  const { kind, otherwise } = SETTINGS[key]
  const fits = kind === 'boolean' ? typeof stored === 'boolean' : isHour(stored)
  return (fits ? stored : otherwise) as SettingValue<Key>
}

/** What a form sent: `po`, nothing, or an hour. Null when it cannot be. */
export function readSettingWords(key: SettingKey, words: string): boolean | number | null {
  if (SETTINGS[key].kind === 'boolean') return words === 'po'
  const hour = /^\d{1,2}$/.test(words) ? Number(words) : Number.NaN
  return isHour(hour) ? hour : null
}

const isHour = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 23
