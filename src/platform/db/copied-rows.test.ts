import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { copiedRows } from './copied-rows.ts'

const db = await testDatabase()

describe('rows that are copied out', () => {
  it('leave the connection able to answer, however long they are', async () => {
    const sizes = Array.from({ length: 30 }, (_, index) => index * 9000)
    const read = await db.begin(async (tx) => {
      const found: number[] = []
      for (const size of sizes) {
        const copying = await tx
          .unsafe(`copy (select repeat('x', ${size}) from generate_series(1, 4)) to stdout`)
          .readable()
        let bytes = 0
        for await (const piece of copiedRows(copying)) bytes += piece.length
        // On the same connection: one that is silent would end this by its time limit.
        await tx`select 1`
        found.push(bytes / 4 - 1)
      }
      return found
    })
    expect(read).toEqual(sizes)
  })
})
