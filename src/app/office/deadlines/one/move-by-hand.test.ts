import { describe, expect, it } from 'vitest'
import type { Deadline } from '#platform/deadlines/deadline-rules.ts'
import { startDeadline } from '#platform/deadlines/start-deadline.ts'
import { HOUSE_ROLES } from '#platform/auth/visitor.ts'
import { testDatabase } from '#test/database.ts'
import { givenPerson, people } from '#test/people.ts'
import { testServices } from '#test/web.ts'
import { officialOf, staffOf } from '../../intake/testing.ts'
import { moveByHand, type HandMove } from './move-by-hand.ts'
import type { Kinds } from '../board/reach-rules.ts'

const db = await testDatabase()
const services = testServices(db)
const clerk = await officialOf(services, staffOf('clerk', 'prova'))
const head = await officialOf(services, staffOf('head', 'prova'))
const [institution] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'prova'`
const institutionId = institution?.id ?? ''

/** A kind whose records have no deeds of their own. */
const kinds: Kinds = {
  register: {
    kind: 'institutions.institution',
    words: { sq: 'publikohet regjistri', en: 'the register is published' },
    publicBoard: true,
    readers: HOUSE_ROLES,
  },
}

async function given(role: string | null = 'clerk'): Promise<Deadline> {
  const outcome = await db.begin((tx) =>
    startDeadline(tx, services, {
      institutionId,
      subject: `institutions.institution:${crypto.randomUUID()}`,
      slot: 'register',
      basis: { day: '2026-12-10' },
      holder: { role },
      public: true,
      by: 'program',
    }),
  )
  if (outcome.kind !== 'started') throw new Error(outcome.kind)
  return outcome.deadline
}

const move = (id: string, what: HandMove, version = 1, form = crypto.randomUUID(), official = clerk) =>
  moveByHand(services, kinds, official, id, { form, version }, what)
const now = async (id: string) => (await db<Deadline[]>`select * from platform.deadlines where id = ${id}`)[0]
const eventsOf = async (id: string) =>
  (await db<{ kind: string }[]>`select kind from platform.deadline_events where deadline_id = ${id} order by id`).map(
    ({ kind }) => kind,
  )

describe('a deadline moved by hand', () => {
  it('is met, and reopened when that was a mistake', async () => {
    const { id } = await given()
    expect(await move(id, { deed: 'meet' })).toEqual({ kind: 'done', deed: 'meet' })
    expect(await now(id)).toMatchObject({ state: 'met', endedAt: services.clock.now() })
    expect(await move(id, { deed: 'meet' }, 2)).toEqual({ kind: 'not-possible', state: 'met' })
    await move(id, { deed: 'reopen', ground: 'U mbyll gabimisht.' }, 2)
    expect(await now(id)).toMatchObject({ state: 'running', endedAt: null })
    expect(await eventsOf(id)).toEqual(['started', 'met', 'reopened'])
  })

  it('is cancelled with its reason, once, however often the form arrives', async () => {
    const { id } = await given()
    const form = crypto.randomUUID()
    const cancel = { deed: 'cancel', ground: 'U hap gabimisht.' } as const
    expect(await move(id, cancel, 1, form)).toEqual({ kind: 'done', deed: 'cancel' })
    expect(await move(id, cancel, 1, form)).toEqual({ kind: 'done', deed: 'cancel' })
    expect(await eventsOf(id)).toEqual(['started', 'cancelled'])
  })

  it('is not cancelled by the page of before, whose number another deed has used, though it may seem done', async () => {
    const { id } = await given()
    const form = crypto.randomUUID()
    expect(await move(id, { deed: 'pause', ground: 'Pritet sqarimi.' }, 1, form)).toMatchObject({ kind: 'done' })
    const cancel = { deed: 'cancel', ground: 'U hap gabimisht.' } as const
    expect(await move(id, cancel, 1, form)).toEqual({ kind: 'moved-meanwhile', state: 'paused' })
    expect(await eventsOf(id)).toEqual(['started', 'paused'])
  })

  it('of two at once lets one through, and tells the other', async () => {
    const { id } = await given()
    const outcomes = await Promise.all([
      move(id, { deed: 'meet' }),
      move(id, { deed: 'cancel', ground: 'U hap gabimisht.' }, 1, crypto.randomUUID(), head),
    ])
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'moved-meanwhile'])
  })

  it('is given to a colleague, a role or a unit of the house, and to nobody outside it; the history names whom', async () => {
    const { id, subject } = await given()
    const moderator = await givenPerson(services, people.albanianModerator)
    const stranger = await givenPerson(services, people.kosovarModerator)
    expect(await move(id, { deed: 'give', to: { accountId: stranger } })).toEqual({ kind: 'no-such-holder' })
    expect(await move(id, { deed: 'give', to: { bodyId: crypto.randomUUID() } })).toEqual({ kind: 'no-such-holder' })
    expect(await now(id)).toMatchObject({ role: 'clerk', version: 1 })
    expect(await move(id, { deed: 'give', to: { accountId: moderator } })).toEqual({ kind: 'done', deed: 'give' })
    expect(await now(id)).toMatchObject({ holderId: moderator, role: null })
    const [line] = await db<{ fields: unknown }[]>`
      select fields from platform.changes where subject = ${subject} and kind = 'deadline-given'`
    expect(line?.fields).toEqual([{ field: 'holder', from: 'clerk', to: people.albanianModerator.name }])
    // It is not the clerk's any more.
    expect(await move(id, { deed: 'meet' }, 2)).toEqual({ kind: 'not-permitted' })
    expect(await move(id, { deed: 'meet' }, 2, crypto.randomUUID(), head)).toMatchObject({ kind: 'done' })
  })

  it('is known to nobody whose roles do not read it, and to no other institution', async () => {
    const { id } = await given(null)
    const other = await officialOf(services, staffOf('administrator', 'provas'))
    expect(await move(id, { deed: 'meet' }, 1, crypto.randomUUID(), other)).toEqual({ kind: 'no-such-deadline' })
    const auditor = await officialOf(services, staffOf('auditor', 'prova'))
    expect(await move(id, { deed: 'meet' }, 1, crypto.randomUUID(), auditor)).toEqual({ kind: 'no-such-deadline' })
    expect(await now(id)).toMatchObject({ state: 'running', version: 1 })
  })
})
