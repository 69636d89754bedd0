import { expect, onTestFinished, test } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testServices } from '#test/web.ts'
import { runJobsUntilIdle } from '../jobs/worker.ts'
import { MOST_SENDINGS } from './letter-rules.ts'
import { mailJobs } from './mail-jobs.ts'
import { findLetter } from './mail-queries.ts'
import { queueLetter, type LetterDraft } from './outbox.ts'

const db = await testDatabase()
const services = testServices(db, { demo: true, smtpUrl: null })

const write = (words: Partial<LetterDraft>) =>
  db.begin((tx) =>
    queueLetter(tx, services, {
      institutionId: null,
      kind: 'service',
      recipient: 'teuta@shembull.example',
      lang: 'sq',
      subject: 'Komenti juaj u mor',
      body: 'Përshëndetje',
      ...words,
    }),
  )

type Job = { key: string; task: string; attempts: number; due: boolean }
const jobs = () => db<Job[]>`
  select key, task_identifier as task, max_attempts as attempts, run_at <= now() as due from graphile_worker.jobs
  where task_identifier = 'mail.send' order by id`

test('an unhurried letter has the same job as any other, and is sent by it', async () => {
  const [one, other] = [await write({}), await write({ unhurried: true })]
  const same = { task: 'mail.send', attempts: MOST_SENDINGS, due: true }
  expect(await jobs()).toEqual([
    { key: `mail.send:${one.id}`, ...same },
    { key: `mail.send:${other.id}`, ...same },
  ])
  expect(await runJobsUntilIdle(services, db.url, mailJobs(services))).toEqual([])
  expect((await findLetter(db, other.id))?.state).toBe('sent')
})

test('it wakes nobody, so that no transaction waits for another one', async () => {
  let woken = 0
  const listening = await db.listen('jobs:insert', () => (woken += 1))
  onTestFinished(() => listening.unlisten())
  await write({ unhurried: true })
  await write({ unhurried: true })
  expect(woken).toBe(0)
  await write({})
  await expect.poll(() => woken).toBe(1)
})

test('it stands between the words of its institution, and goes with its transaction', async () => {
  const [institution] = await db<{ id: string }[]>`select id from platform.institutions limit 1`
  const [account] = await db<{ id: string }[]>`
    insert into platform.accounts (email, name) values ('shkruan@bashkia.example', 'Shkruan') returning id`
  await db`
    insert into platform.mail_phrases (institution_id, lang, opening, closing, changed_at, changed_by_id)
    values (${institution?.id ?? ''}, 'sq', 'Bashkia ju shkruan.', '', now(), ${account?.id ?? ''})`
  const { id } = await write({ unhurried: true, institutionId: institution?.id ?? null })
  expect((await findLetter(db, id))?.body).toBe('Bashkia ju shkruan.\n\nPërshëndetje')
  const before = (await jobs()).length
  const undone = db.begin(async (tx) => {
    await queueLetter(tx, services, {
      institutionId: null,
      kind: 'service',
      recipient: 'teuta@shembull.example',
      lang: 'sq',
      subject: 'Kurrë',
      body: 'Kurrë',
      unhurried: true,
    })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await jobs()).toHaveLength(before)
})
