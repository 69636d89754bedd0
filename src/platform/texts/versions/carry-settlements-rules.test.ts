import { describe, expect, it } from 'vitest'
import { carriedSettlements } from './carry-settlements-rules.ts'

const SOURCE = ['Neni 1', 'Tregu hapet të martën.', 'Neni 3', 'Shitësi paguan.']
const doubt = { reason: 'numbering-jumps', source: 'Neni 3' } as const
const earlier = (settlement: 'kept' | 'left-out' | null) => ({
  doubts: [{ ...doubt, nodeId: 'n', settlement, settledBy: settlement && 'zyrtari' }],
  source: SOURCE,
})

describe('a settled doubt', () => {
  it('is remembered for the same reason, words and surroundings, wherever they stand', () => {
    const read = { doubts: [{ ...doubt, node: 0 }], source: ['RREGULLORE', ...SOURCE] }
    expect([...carriedSettlements(read, [earlier('left-out')])]).toEqual([
      [0, { settlement: 'left-out', settledBy: 'zyrtari' }],
    ])
  })

  it.each([
    ['the words beside it are others', [{ ...doubt, node: 0 }], SOURCE.with(3, 'Shitësi nuk paguan.')],
    ['the reason is another', [{ ...doubt, node: 0, reason: 'numbering-repeats' as const }], SOURCE],
    ['the words are others', [{ ...doubt, node: 0, source: 'Neni 4' }], SOURCE.with(2, 'Neni 4')],
  ])('is asked about again where %s', (_what, doubts, source) => {
    expect(carriedSettlements({ doubts, source }, [earlier('kept')]).size).toBe(0)
  })

  it('that was never settled is not remembered, and one that is met twice was settled once', () => {
    expect(carriedSettlements({ doubts: [{ ...doubt, node: 0 }], source: SOURCE }, [earlier(null)]).size).toBe(0)
    const twice = {
      doubts: [
        { ...doubt, node: 0 },
        { ...doubt, node: 1 },
      ],
      source: SOURCE,
    }
    expect([...carriedSettlements(twice, [earlier('kept')]).keys()]).toEqual([0])
  })

  it('of the draft goes before that of the published version', () => {
    const read = { doubts: [{ ...doubt, node: 0 }], source: SOURCE }
    expect(carriedSettlements(read, [earlier('kept'), earlier('left-out')]).get(0)?.settlement).toBe('kept')
  })
})
