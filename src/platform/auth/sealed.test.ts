import { describe, expect, it } from 'vitest'
import { keyFor, seal, unseal } from './sealed.ts'

const settings = { secret: Buffer.from('a secret that is long enough for tests') }
const key = keyFor(settings, 'one purpose')
const words = Buffer.from('20 bytes of a secret')

describe('sealed words', () => {
  it('open for their owner under their key', () => {
    expect(unseal(key, 'ana', seal(key, 'ana', words))).toEqual(words)
  })

  it('look different each time and show nothing', () => {
    const sealed = seal(key, 'ana', words)
    expect(sealed).not.toEqual(seal(key, 'ana', words))
    expect(sealed.includes(words)).toBe(false)
  })

  it('do not open for another owner, another purpose, when altered or when cut short', () => {
    const sealed = seal(key, 'ana', words)
    const altered = Buffer.from(sealed)
    altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1
    expect(unseal(key, 'beni', sealed)).toBeNull()
    expect(unseal(keyFor(settings, 'another purpose'), 'ana', sealed)).toBeNull()
    expect(unseal(key, 'ana', altered)).toBeNull()
    expect(unseal(key, 'ana', sealed.subarray(0, 20))).toBeNull()
    expect(unseal(key, 'ana', Buffer.alloc(0))).toBeNull()
  })
})
