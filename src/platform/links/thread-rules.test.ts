import { describe, expect, it } from 'vitest'
import { MOST_RECORDS, reachedFrom } from './thread-rules.ts'

const about = (fromRef: string, toRef: string) => ({ fromRef, toRef, kind: 'about' as const })
const everything = () => true

describe('what is reached from a record', () => {
  it('is read in both directions, nearest first, each once, even in a circle', () => {
    const bonds = [about('b', 'a'), about('b', 'c'), about('c', 'a'), about('d', 'c')]
    const { reached, more } = reachedFrom('a', bonds, everything)
    expect(reached.map(({ ref, distance, of, direction }) => [ref, distance, of, direction])).toEqual([
      ['a', 0, null, null],
      ['b', 1, 'a', 'back'],
      ['c', 1, 'a', 'back'],
      ['d', 2, 'c', 'back'],
    ])
    expect(more).toBe(false)
  })

  it('ends at what may not be shown: nothing is told of what stands behind it', () => {
    const bonds = [about('draft', 'a'), about('draft', 'behind')]
    const { reached } = reachedFrom('a', bonds, (ref) => ref !== 'draft')
    expect(reached.map(({ ref }) => ref)).toEqual(['a'])
  })

  it('is bounded, and says that there would be more', () => {
    const bonds = Array.from({ length: MOST_RECORDS + 5 }, (_, n) => about(`m${n}`, 'a'))
    const { reached, more } = reachedFrom('a', bonds, everything)
    expect(reached).toHaveLength(MOST_RECORDS)
    expect(more).toBe(true)
  })
})
