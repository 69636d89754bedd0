import { sha256 as hash } from '@noble/hashes/sha2.js'
import { must, Refusal } from './refusal.ts'

const LARGEST = 4 * 1024 * 1024

/** The text of a file; a BOM stays. */
export function decode(bytes: Uint8Array, why: string): string {
  must(bytes.length <= LARGEST, why)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Refusal(why)
  }
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16))

/** Null for what is not written exactly so: `atob` forgives missing padding and stray bits. */
export function fromBase64(text: string): Uint8Array | null {
  try {
    const binary = atob(text)
    return btoa(binary) === text ? Uint8Array.from(binary, (sign) => sign.charCodeAt(0)) : null
  } catch {
    return null
  }
}

export function sha256(...parts: Uint8Array[]): Uint8Array {
  const sum = hash.create()
  for (const part of parts) sum.update(part)
  return sum.digest()
}

export const isEqual = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at])
