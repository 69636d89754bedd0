import { expect, it } from 'vitest'
import { doors } from '#app/doors.ts'
import { cancelConsultation } from '#modules/consultations/drafting/publish-consultation.ts'
import { givenConsultation, officialWith, someAddress } from '#modules/consultations/testing.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import { givenFollowers, minutePasses } from '#platform/subscriptions/subscriptions-testing.ts'
import { testDatabase } from './database.ts'
import { indexed } from './indexed.ts'
import { testServices } from './web.ts'

const FOLLOWERS = 10_000
const A_MINUTE = 6_000

const db = await testDatabase()
const services = testServices(db, { digestsPerMinute: A_MINUTE })
const kinds = doors.flatMap(({ followed }) => followed ?? [])

const digests = async () =>
  (
    await db<{ count: number }[]>`
    select count(*)::int as count from platform.mail_messages where kind = 'digest'`
  )[0]?.count

it('writes to ten thousand followers of one matter, so many a minute, each once, and lets a receipt overtake them', async () => {
  const { id } = await givenConsultation(services)
  await indexed(services)
  await minutePasses(services, kinds)
  const matter = `consultations.consultation:${id}`
  const at = new Date(services.clock.now().getTime() - 60_000)
  await givenFollowers(db, { matter, count: FOLLOWERS, pace: 'at-once', name: 'ndjekes', at })
  // The job of a letter is known to the library from its first start on.
  await db`insert into graphile_worker._private_tasks (identifier) values ('mail.send') on conflict do nothing`
  const coordinator = await officialWith(services, ['consultation-coordinator', 'prova'])
  await cancelConsultation(services, coordinator, id, 'Projekti u tërhoq.')
  await indexed(services)
  expect(await minutePasses(services, kinds)).toBe(A_MINUTE)
  expect(await minutePasses(services, kinds)).toBe(0)
  services.clock.passMinutes(1)
  expect(await minutePasses(services, kinds)).toBe(FOLLOWERS - A_MINUTE)
  services.clock.passMinutes(1)
  expect(await minutePasses(services, kinds)).toBe(0)
  expect(await digests()).toBe(FOLLOWERS)
  const [{ people } = { people: 0 }] = await db<{ people: number }[]>`
    select count(distinct recipient)::int as people from platform.mail_messages where kind = 'digest'`
  expect(people).toBe(FOLLOWERS)
  const recipient = someAddress()
  const receipt = await db.begin((tx) =>
    queueLetter(tx, services, {
      institutionId: null,
      kind: 'service',
      recipient,
      lang: 'sq',
      subject: 'Kodi',
      body: '1',
    }),
  )
  // In the order in which a worker takes them.
  const [next] = await db<{ id: string }[]>`
    select payload ->> 'id' as id from graphile_worker._private_jobs where payload ->> 'id' is not null order by priority, run_at, id limit 1`
  expect(next?.id).toBe(receipt.id)
}, 120_000)
