import { expect, it } from 'vitest'
import { waitingLine } from './waiting-line.ts'

it('Heavy work runs so many at once, the rest in the order in which it came, and beyond the line it is refused', async () => {
  const inLine = waitingLine({ atOnce: 2, waiting: 3 })
  const begun: number[] = []
  let running = 0
  let most = 0
  const work = (n: number) => async () => {
    begun.push(n)
    running += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setTimeout(resolve, 5))
    running -= 1
    if (n === 1) throw new Error('one that fails')
    return n
  }
  const all = Array.from({ length: 7 }, (_, n) => inLine(work(n)))
  expect(all.map((one) => one === null)).toEqual([false, false, false, false, false, true, true])
  const ended = await Promise.allSettled(all.filter((one) => one !== null))
  expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled'])
  expect([begun, most]).toEqual([[0, 1, 2, 3, 4], 2])
  expect(await inLine(work(9))).toBe(9)
})
