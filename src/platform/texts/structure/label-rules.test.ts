import { describe, expect, it } from 'vitest'
import { divisionValue, labelParts, letterFollows, numberFollows, romanValue } from './label-rules.ts'

describe('Labels', () => {
  it.each([
    ['1', '2'],
    ['39', '39/1'],
    ['39/1', '39/2'],
    ['39/1', '40'],
    ['105', '105/a'],
    ['105/a', '105/b'],
    ['105/c', '105/ç'],
    ['197/8', '197/8/a'],
    ['197/8/a', '197/9'],
    ['12', '12a'],
    ['1005', 'l006'],
    ['197/9', '197/l0'],
    ['I', 'II'],
    ['1.9', '1.10'],
  ])('%s may be followed by %s', (previous, next) => expect(numberFollows(previous, next)).toBe(true))

  it.each([
    ['1', '3'],
    ['2', '2'],
    ['39', '39/2'],
    ['39/1', '41'],
    ['1.9', '2.1'],
    ['5', '4'],
  ])('%s may not be followed by %s', (previous, next) => expect(numberFollows(previous, next)).toBe(false))

  it('of letters follow the Albanian or the Latin alphabet', () => {
    expect([
      letterFollows('c', 'ç'),
      letterFollows('c', 'd'),
      letterFollows('d', 'dh'),
      letterFollows('d', 'e'),
    ]).toEqual([true, true, true, true])
    expect([
      letterFollows('v', 'w'),
      letterFollows('v', 'x'),
      letterFollows('z', 'aa'),
      letterFollows('aa', 'bb'),
    ]).toEqual([true, true, true, true])
    expect([
      letterFollows('a', 'c'),
      letterFollows('c', 'b'),
      letterFollows('dh', 'd'),
      letterFollows('b', 'b'),
    ]).toEqual([false, false, false, false])
  })

  it('have values where they are numerals', () => {
    expect(['I', 'IV', 'XIX', 'XL', 'xc', 'IIII', 'ABC'].map(romanValue)).toEqual([1, 4, 19, 40, 90, null, null])
    expect(['3', 'III', 'E TRETË', 'E TRETE', 'E PËRGJITHSHME'].map(divisionValue)).toEqual([3, 3, 3, 3, null])
    expect(labelParts('197/l0')).toEqual([197, 10])
  })
})
