/** What tests use of `verify-receipt.mjs`. */
export type Vkey = { vkey: string; name: string; id: string; type: number; key: Uint8Array }
export type Answer = 'proved' | 'entry-only' | 'received' | 'refused'
export type CheckResult = {
  answer: Answer
  why: string | null
  entry?: { [member: string]: unknown }
  record?: { [member: string]: unknown } | null
  index?: number
  size?: number
  origin?: string
  keys?: string[]
  pinned?: boolean
  seen?: { name: string; time: number }[]
  own?: 'same' | 'other-size' | null
}
export type CheckOptions = {
  keys?: readonly Vkey[]
  witnesses?: readonly Vkey[]
  checkpoint?: string | null
  entry?: Uint8Array | null
}

export function readVkey(vkey: string): Vkey | null
export function check(bytes: Uint8Array, options?: CheckOptions): CheckResult
