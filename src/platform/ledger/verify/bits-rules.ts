/** A set of numbers from 0 on, in one bit each: a million entries in 125 KB. */
export class Bits {
  readonly #bytes: Uint8Array

  constructor(largest: number) {
    this.#bytes = new Uint8Array(Math.floor(largest / 8) + 1)
  }

  add(n: number): void {
    const byte = Math.floor(n / 8)
    this.#bytes[byte] = (this.#bytes[byte] ?? 0) | (1 << (n % 8))
  }

  has(n: number): boolean {
    return ((this.#bytes[Math.floor(n / 8)] ?? 0) & (1 << (n % 8))) !== 0
  }
}
