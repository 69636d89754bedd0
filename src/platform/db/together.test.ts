import { expect, test } from 'vitest'
import { testDatabase } from '#test/database.ts'
import type { Transaction } from './database.ts'
import { together } from './together.ts'

const db = await testDatabase()

test('the answers come in the order of the questions', async () => {
  const [one, two] = await db.begin((tx) =>
    together([tx<{ n: number }[]>`select 1 as n from pg_sleep(0.02)`, tx<{ n: number }[]>`select 2 as n`]),
  )
  expect([one[0]?.n, two[0]?.n]).toEqual([1, 2])
})

test('a branch that goes on after another has failed does so before the rollback, and writes nothing', async () => {
  await db`create table public.written (n int)`
  const goesOn = async (tx: Transaction) => {
    await tx`select 1`
    await new Promise((resolve) => setTimeout(resolve, 30))
    await tx`insert into public.written values (1)`
  }
  const failed = db.begin((tx) => together([goesOn(tx), tx`select 1 / 0`]))
  await expect(failed).rejects.toThrow('division by zero')
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(await db`select n from public.written`).toHaveLength(0)
})
