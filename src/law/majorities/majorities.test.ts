import { describe, expect, it } from 'vitest'
import { ACT_KINDS, MAJORITY_BASES, type Fraction } from './majority.ts'
import { MAJORITIES, majorityFor } from './majorities.ts'
import { leastOf, neededFor } from './reckon-majority.ts'

const kinds = ['quorum', ...ACT_KINDS] as const

describe('the table of majorities', () => {
  it('has every kind of decision once in both countries', () => {
    const known = MAJORITIES.map((rule) => `${rule.jurisdiction} ${rule.for}`)
    expect(known.toSorted()).toEqual(
      ['AL', 'XK'].flatMap((country) => kinds.map((kind) => `${country} ${kind}`)).toSorted(),
    )
    expect(new Set(MAJORITIES.map(({ id }) => id)).size).toBe(MAJORITIES.length)
  })

  it('names a number only where a source says it, and its law in both languages', () => {
    for (const { id, fraction, confidence, sources, lawName } of MAJORITIES) {
      expect([id, fraction === null]).toEqual([id, confidence === 'N'])
      expect([id, sources.length > 0]).toEqual([id, confidence !== 'N'])
      expect([id, lawName.sq !== '' && lawName.en !== '']).toEqual([id, true])
    }
  })

  it('knows the quorum of Albania and what closes the doors there, and nothing of Kosovo', () => {
    expect(majorityFor('AL', 'quorum')).toMatchObject({ confidence: 'T', law: 'L139/2015 Art 53' })
    expect(neededIn('AL', 'quorum', 61)).toBe(31)
    expect(neededIn('AL', 'closing-doors', 31)).toBe(19)
    expect(neededIn('AL', 'budget', 30)).toBe(16)
    expect(MAJORITIES.filter((rule) => rule.jurisdiction === 'XK' && rule.fraction !== null)).toEqual([])
  })
})

function neededIn(country: 'AL' | 'XK', kind: (typeof kinds)[number], members: number): number {
  const { fraction } = majorityFor(country, kind)
  return fraction === null ? NaN : leastOf(fraction, members)
}

describe('reckoning', () => {
  it('is exact for every number of members up to 400: the least that reaches the fraction, and one fewer does not', () => {
    for (const [numerator, denominator] of [
      [1, 2],
      [1, 3],
      [2, 3],
      [3, 5],
      [4, 5],
      [1, 5],
    ] as const)
      for (const strict of [true, false])
        for (let base = 0; base <= 400; base += 1) {
          const fraction: Fraction = { of: 'present', numerator, denominator, strict }
          const reaches = (n: number): boolean =>
            strict ? n * denominator > numerator * base : n * denominator >= numerator * base
          const least = leastOf(fraction, base)
          expect([numerator, denominator, strict, base, reaches(least), reaches(least - 1)]).toEqual([
            numerator,
            denominator,
            strict,
            base,
            true,
            false,
          ])
        }
  })

  it('takes all members, those present or those who voted for or against, and never adopts by nobody', () => {
    const bases = { members: 31, present: 20, votesFor: 7, votesAgainst: 5 }
    const half = (of: Fraction['of']) => neededFor({ of, numerator: 1, denominator: 2, strict: true }, bases)
    expect(MAJORITY_BASES.map(half)).toEqual([16, 11, 7])
    const nobody = { members: 31, present: 20, votesFor: 0, votesAgainst: 0 }
    expect(neededFor({ of: 'voting', numerator: 1, denominator: 2, strict: false }, nobody)).toBe(1)
  })
})
