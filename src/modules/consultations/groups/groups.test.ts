import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testServices } from '#test/web.ts'
import { correctComment } from '../comments/correct-comment.ts'
import { withdrawComment } from '../comments/withdraw-comment.ts'
import { givenComment, givenConsultation, officialWith } from '../testing.ts'
import { A_LETTER, givenConfirmedGroup, givenLetters, groupsOf, memberStates } from './group-testing.ts'
import { findDeedToUndo } from './group-queries.ts'
import { groupLater } from './keep-groups.ts'
import { objectToGroup } from './object-to-group.ts'
import { checkGroups, placeWaiting, runPlacing } from './place-in-groups.ts'
import { settleGroup, type GroupDeed } from './settle-group.ts'
import { undoGroupDeed } from './undo-group-deed.ts'
import { holdPlacing } from './waiting-queries.ts'

const db = await testDatabase()
const services = testServices(db)
const coordinator = await officialWith(services, ['consultation-coordinator', 'prova'])

const settle = async (consultationId: string, deed: GroupDeed, at = 0) => {
  const group = (await groupsOf(services, consultationId)).filter(({ state }) => state !== 'dissolved')[at]
  return settleGroup(services, coordinator, group?.id ?? '', group?.version ?? 0, deed)
}
const tasksAbout = async (groupId: string): Promise<number> =>
  (await db`select from platform.tasks where subject = ${`consultations.comment-group:${groupId}`} and state = 'open'`)
    .length

describe('the job', () => {
  it('proposes letters of one campaign as a group, and leaves another opinion alone', async () => {
    const consultation = await givenConsultation(services)
    const letters = await givenLetters(services, consultation, 4)
    const against = A_LETTER('Luan Kola', 'Fusha').replace('të hapet edhe', 'të mos hapet')
    await givenComment(services, consultation, { body: against })
    await runPlacing(services, consultation.id)
    const [group, ...more] = await groupsOf(services, consultation.id)
    expect([group?.state, group?.proposedCount, more.length]).toEqual(['proposed', 4, 0])
    expect(Object.keys(await memberStates(services, group?.id ?? '')).toSorted()).toEqual(
      letters.map(({ id }) => id).toSorted(),
    )
  })

  it('does nothing the second time, and adds a newcomer without moving anybody', async () => {
    const consultation = await givenConsultation(services)
    await givenLetters(services, consultation, 3)
    await runPlacing(services, consultation.id)
    const before = await groupsOf(services, consultation.id)
    await runPlacing(services, consultation.id)
    expect(await groupsOf(services, consultation.id)).toEqual(before)
    const late = await givenComment(services, consultation, { body: A_LETTER('Mira Zeka', 'Guri') })
    await runPlacing(services, consultation.id)
    const [after] = await groupsOf(services, consultation.id)
    expect(after).toEqual({ ...before[0], proposedCount: 4 })
    expect((await memberStates(services, after?.id ?? ''))[late.id]).toBe('proposed')
  })

  it('makes no deed wait for another one on the same consultation', async () => {
    const consultation = await givenConsultation(services)
    const [one, other] = await givenLetters(services, consultation, 2)
    await db.begin(async (tx) => {
      await groupLater(tx, one?.id ?? '')
      await db.begin(async (beside) => {
        await beside`set local lock_timeout = '1s'`
        await groupLater(beside, other?.id ?? '')
      })
    })
    const waiting = await db`select from consultations.groups_waiting where consultation_id = ${consultation.id}`
    expect(waiting.length).toBe(4)
  })

  it('is done each minute for whoever waits; what another worker is at stays for the next minute', async () => {
    const consultation = await givenConsultation(services)
    await givenLetters(services, consultation, 3)
    const waiting = () => db`select from consultations.groups_waiting where consultation_id = ${consultation.id}`
    await db.begin(async (tx) => {
      await holdPlacing(tx, consultation.id)
      await placeWaiting(services)
    })
    expect([(await groupsOf(services, consultation.id)).length, (await waiting()).length]).toEqual([0, 3])
    await placeWaiting(services)
    expect([(await groupsOf(services, consultation.id)).length, (await waiting()).length]).toEqual([1, 0])
  })

  it('lets a newcomer to a confirmed group wait for a person, and counts again at night', async () => {
    const consultation = await givenConsultation(services)
    const { id } = await givenConfirmedGroup(services, consultation)
    const late = await givenComment(services, consultation, { body: A_LETTER('Mira Zeka', 'Guri') })
    await runPlacing(services, consultation.id)
    expect((await memberStates(services, id))[late.id]).toBe('proposed')
    await db`update consultations.comment_groups set proposed_count = 99 where id = ${id}`
    await checkGroups(services)
    expect(await groupsOf(services, consultation.id)).toMatchObject([{ confirmedCount: 3, proposedCount: 1 }])
  })
})

describe('somebody who takes a comment back', () => {
  it('leaves the group, which stays with another sample', async () => {
    const consultation = await givenConsultation(services)
    const { id, sample, letters } = await givenConfirmedGroup(services, consultation)
    const own = letters.find((one) => one.id === sample)
    await withdrawComment(services, { token: own?.token ?? '' })
    await runPlacing(services, consultation.id)
    const [group] = await groupsOf(services, consultation.id)
    expect([group?.id, group?.state, group?.confirmedCount]).toEqual([id, 'confirmed', 2])
    expect(group?.sample).not.toBe(sample)
    expect((await memberStates(services, id))[sample]).toBe('left')
    const late = await givenComment(services, consultation, { body: A_LETTER('Mira Zeka', 'Guri') })
    await runPlacing(services, consultation.id)
    expect((await memberStates(services, id))[late.id]).toBe('proposed')
  })
})

describe('somebody who writes other words', () => {
  const OTHER = 'Parkimi pranë shkollës duhet ndaluar, sepse fëmijët kalojnë rrugën pa semafor çdo mëngjes të javës.'

  it('leaves a group that is only proposed', async () => {
    const consultation = await givenConsultation(services)
    const letters = await givenLetters(services, consultation, 3)
    await runPlacing(services, consultation.id)
    const [group] = await groupsOf(services, consultation.id)
    const one = letters.find(({ id }) => id !== group?.sample)
    await correctComment(services, { token: one?.token ?? '' }, OTHER, 1)
    await runPlacing(services, consultation.id)
    expect((await memberStates(services, group?.id ?? ''))[one?.id ?? '']).toBe('left')
  })

  it('stays in a confirmed one, and the staff is asked to look', async () => {
    const consultation = await givenConsultation(services)
    const { id, sample, letters } = await givenConfirmedGroup(services, consultation)
    const one = letters.find((letter) => letter.id !== sample)
    await correctComment(services, { token: one?.token ?? '' }, OTHER, 1)
    await runPlacing(services, consultation.id)
    expect((await memberStates(services, id))[one?.id ?? '']).toBe('confirmed')
    expect(await tasksAbout(id)).toBe(1)
  })
})

describe('an author who says that it is not the same', () => {
  it('is out at once and for good, and the staff is told', async () => {
    const consultation = await givenConsultation(services)
    const { id, letters } = await givenConfirmedGroup(services, consultation)
    const [own] = letters
    expect(await objectToGroup(services, { token: own?.token ?? '' })).toEqual({ kind: 'taken-out' })
    await runPlacing(services, consultation.id)
    expect((await memberStates(services, id))[own?.id ?? '']).toBe('refused')
    expect([await tasksAbout(id), (await groupsOf(services, consultation.id)).length]).toEqual([1, 1])
    expect(await objectToGroup(services, { token: own?.token ?? '' })).toEqual({ kind: 'in-no-group' })
  })
})

describe('an official', () => {
  it('confirms only what stood there when the page was made', async () => {
    const consultation = await givenConsultation(services)
    await givenLetters(services, consultation, 3)
    await runPlacing(services, consultation.id)
    const early = new Date(services.clock.now().getTime() - 60_000)
    expect(await settle(consultation.id, { do: 'confirm', ids: null, seenAt: early })).toMatchObject({
      kind: 'refused',
    })
    expect(await groupsOf(services, consultation.id)).toMatchObject([{ state: 'proposed', confirmedCount: 0 }])
  })

  it('is told when somebody else was faster', async () => {
    const consultation = await givenConsultation(services)
    const group = await givenConfirmedGroup(services, consultation)
    const name = { do: 'name', title: 'Tregu të dielën' } as const
    expect((await settleGroup(services, coordinator, group.id, group.version, name)).kind).toBe('done')
    expect((await settleGroup(services, coordinator, group.id, group.version, name)).kind).toBe('moved-meanwhile')
  })

  it('takes one out, who is not proposed again, and takes that back', async () => {
    const consultation = await givenConsultation(services)
    const { id, letters } = await givenConfirmedGroup(services, consultation)
    const [one] = letters
    await settle(consultation.id, { do: 'take-out', ids: [one?.id ?? ''] })
    await runPlacing(services, consultation.id)
    await runPlacing(services, consultation.id)
    expect((await memberStates(services, id))[one?.id ?? '']).toBe('refused')
    expect((await groupsOf(services, consultation.id)).length).toBe(1)
    const deed = await findDeedToUndo(db, consultation.id)
    expect((await undoGroupDeed(services, coordinator, consultation.id, deed?.id ?? '')).kind).toBe('done')
    await runPlacing(services, consultation.id)
    expect(await groupsOf(services, consultation.id)).toMatchObject([{ id, state: 'confirmed', confirmedCount: 3 }])
  })

  it('splits some off, joins them again, and dissolves: nobody is proposed with the others any more', async () => {
    const consultation = await givenConsultation(services)
    const { id, code, letters } = await givenConfirmedGroup(services, consultation)
    const two = letters.slice(0, 2).map((one) => one.id)
    const outcome = await settle(consultation.id, { do: 'split', ids: two })
    const groups = await groupsOf(services, consultation.id)
    const own = groups.find((one) => one.id !== id)
    expect(outcome).toEqual({ kind: 'done', groupId: own?.id })
    expect(groups.map((one) => one.confirmedCount).toSorted()).toEqual([1, 2])
    expect(
      await settleGroup(services, coordinator, own?.id ?? '', own?.version ?? 0, { do: 'join', into: code }),
    ).toEqual({
      kind: 'done',
      groupId: id,
    })
    expect(await memberStates(services, id)).toEqual(Object.fromEntries(letters.map((one) => [one.id, 'confirmed'])))
    await settle(consultation.id, { do: 'dissolve', note: null })
    await runPlacing(services, consultation.id)
    expect((await groupsOf(services, consultation.id)).filter(({ state }) => state !== 'dissolved')).toEqual([])
  })
})
