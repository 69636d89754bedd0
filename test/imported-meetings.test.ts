import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { importConsultationPlan } from '#modules/consultations/history/import-consultation-plan.ts'
import { givenInstitution } from '#modules/consultations/testing.ts'
import { importMeetings } from '#modules/meetings/history/import-meetings.ts'
import { testDatabase } from './database.ts'
import { testServices } from './web.ts'

/** Stands here because two modules are in it: meetings know no consultation. */
const db = await testDatabase()
const services = testServices(db)

it('the six meetings of the migration strategy stand as history on seven days, once, with what is known', async () => {
  const { id } = await givenInstitution(services, 'mb')
  const file = await readFile('db/demo/migration-strategy.json')
  await importConsultationPlan(services, id, file)
  for (let n = 0; n < 2; n += 1) expect((await importMeetings(services, id, file)).kind).toBe('imported')
  const [row] = await db`
    select count(distinct meeting.id)::int as meetings, count(*)::int as days,
           count(distinct meeting.id) filter (where meeting.mode is null)::int as unknown
    from meetings.published_meetings as meeting join meetings.meeting_days as day on day.meeting_id = meeting.id
    where meeting.institution_id = ${id}`
  expect(row).toEqual({ meetings: 6, days: 7, unknown: 4 })
  const about = await db`select from platform.links where kind = 'about' and institution_id = ${id}`
  expect(about).toHaveLength(6)
  const decisions = await db`select words from meetings.outcomes where institution_id = ${id} and kind = 'decision'`
  expect(decisions).toEqual([{ words: 'u miratuan qëllimet e politikës dhe objektivat strategjikë' }])
})
