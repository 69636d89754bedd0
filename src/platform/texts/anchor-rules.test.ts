import { describe, expect, it } from 'vitest'
import { placeOfQuote } from './anchor-rules.ts'

describe('A quotation', () => {
  const words = 'Tarifa paguhet në bankë. Tarifa\n  nuk kthehet. Tarifa rritet çdo vit.'

  it('is found with its place in code points, whatever the white space', () => {
    expect(placeOfQuote(words, 'Tarifa nuk\tkthehet')).toEqual({ start: 25, end: 43 })
  })

  it('is found among equals by the words around it', () => {
    expect(placeOfQuote(words, 'Tarifa', 'bankë. ', ' nuk')).toEqual({ start: 25, end: 31 })
    expect(placeOfQuote(words, 'Tarifa', '', 'rritet')).toEqual({ start: 45, end: 51 })
    expect(placeOfQuote(words, 'Tarifa', 'kthehet.')).toEqual({ start: 45, end: 51 })
    expect(placeOfQuote(words, 'Tarifa')).toEqual({ start: 0, end: 6 })
  })

  it('is found whether ë is written with one sign or two, and counted so that other programs agree', () => {
    expect(placeOfQuote('𝕏 te\u0308 gjitha', 'të gjitha')).toEqual({ start: 2, end: 11 })
  })

  it('is not found where it does not stand', () => {
    expect(placeOfQuote(words, 'tarifa')).toBeNull()
    expect(placeOfQuote(words, '')).toBeNull()
    expect(placeOfQuote('', 'x')).toBeNull()
  })
})
