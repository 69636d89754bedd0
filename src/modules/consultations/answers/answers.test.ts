import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { recordOf } from '#test/ledger.ts'
import { testServices } from '#test/web.ts'
import { correctComment } from '../comments/correct-comment.ts'
import { withdrawComment } from '../comments/withdraw-comment.ts'
import { givenConfirmedGroup } from '../groups/group-testing.ts'
import { publishedAnswers } from '../ledger/answer-records.ts'
import { entriesOf } from '../ledger/ledger-testing.ts'
import { givenComment, givenConsultation, officialWith } from '../testing.ts'
import { answerNow, answerPeople, A_REASON, givenAnswer } from './answer-testing.ts'
import { correctAnswer, discardAnswer } from './correct-answer.ts'
import { decideAnswer, type DecideMove } from './decide-answer.ts'
import { moveComments } from './move-comments.ts'
import { proposeAnswer, proposeFromFile } from './propose-answer.ts'
import { publishAnswers, runPublishing } from './publish-answers.ts'
import { findOfficeAnswer } from './office-answer-queries.ts'
import { rewriteAnswer, writeAnswer } from './write-answer.ts'

const db = await testDatabase()
const services = testServices(db)
const consultation = await givenConsultation(services)
const { coordinator, head, drafter } = await answerPeople(services, 'prova')
const approve: DecideMove = { do: 'approve' }
const entries = (id: string) => entriesOf(db, `consultations.answer:${id}`)
const rows = (id: string) => db<{ commentId: string }[]>`
  select comment_id from consultations.answered_comments where answer_id = ${id} order by comment_id`
const order = async (id: string) => ({ revision: (await answerNow(services, id)).revision, form: randomUUID() })
const words = { decision: 'rejected', ground: null, reason: 'Ligji nuk e lejon.' } as const

describe('an answer', () => {
  it('is proposed by one, decided by another and published once, with its entry in the ledger', async () => {
    const comment = await givenComment(services, consultation)
    const written = await writeAnswer(services, drafter, {
      of: { comments: [comment.id] },
      ...words,
      form: randomUUID(),
    })
    const id = written.kind === 'written' ? written.id : ''
    expect(await proposeAnswer(services, drafter, id, await order(id))).toEqual({ kind: 'proposed' })
    expect(await entries(id)).toEqual([])
    expect(await decideAnswer(services, head, id, { ...(await order(id)), move: approve })).toEqual({ kind: 'done' })
    const deed = { consultationId: consultation.id, ids: [id], form: randomUUID() }
    expect(await publishAnswers(services, coordinator, deed)).toEqual({ kind: 'published', done: 1, left: 0 })
    expect(await publishAnswers(services, coordinator, deed)).toEqual({ kind: 'published', done: 1, left: 0 })
    expect([await answerNow(services, id), await entries(id)]).toMatchObject([
      { state: 'published', version: 1 },
      ['answer 1'],
    ])
    expect(await recordOf(db, publishedAnswers, id)).toMatchObject({
      decision: 'rejected',
      comments: [comment.code],
      proposed_role: 'hartuesi i akteve',
      decided_role: 'titullari i institucionit',
    })
    const told = await db`
      select from platform.happenings where kind = 'consultations.answered' and matter = ${`consultations.consultation:${consultation.id}`}`
    expect(told.length).toBe(1)
  })

  it('is not decided by whoever proposed it, unless the institution has set it so', async () => {
    const own = await givenConsultation(services, { institution: 'mb' })
    const people = await answerPeople(services, 'mb')
    const { id } = await givenAnswer(services, own, await givenComment(services, own), { state: 'proposed' })
    const same = { ...(await order(id)), move: approve }
    expect(await decideAnswer(services, people.coordinator, id, same)).toEqual({ kind: 'same-person' })
    expect((await answerNow(services, id)).state).toBe('proposed')
    await db`
      insert into platform.institution_settings (institution_id, key, value, set_at)
      values (${own.institution.id}, 'answers-by-two', 'false', now())`
    expect(await decideAnswer(services, people.coordinator, id, same)).toEqual({ kind: 'done' })
  })

  it('that is sent back is a draft with the reason, and nothing of it is public', async () => {
    const { id } = await givenAnswer(services, consultation, await givenComment(services, consultation), {
      state: 'proposed',
    })
    const move: DecideMove = { do: 'return', reason: 'Mungon neni.' }
    expect(await decideAnswer(services, head, id, { ...(await order(id)), move })).toEqual({ kind: 'done' })
    expect(await findOfficeAnswer(db, id)).toMatchObject({ state: 'draft', returnedReason: 'Mungon neni.', version: 0 })
    expect(await entries(id)).toEqual([])
  })

  it('says what is missing before it is proposed, and keeps nothing of it', async () => {
    const comment = await givenComment(services, consultation)
    const asked = { of: { comments: [comment.id] }, decision: 'not-considered', ground: null, reason: null } as const
    const outcome = await writeAnswer(services, coordinator, { ...asked, form: randomUUID(), propose: true })
    expect(outcome).toEqual({ kind: 'refused', refusals: ['no-ground', 'no-reason'] })
    const late = { ...asked, ground: 'late', reason: 'Erdhi me vonesë.', form: randomUUID() } as const
    expect(await writeAnswer(services, coordinator, late)).toEqual({ kind: 'unfit-ground', codes: [comment.code] })
    expect((await db`select from consultations.answered_comments where comment_id = ${comment.id}`).length).toBe(0)
  })

  it('written by the same form twice is one, and an old page changes nothing', async () => {
    const comment = await givenComment(services, consultation)
    const asked = { of: { comments: [comment.id] }, ...words, form: randomUUID() }
    const first = await writeAnswer(services, coordinator, asked)
    const again = await writeAnswer(services, coordinator, asked)
    expect([first.kind, again]).toMatchObject([
      'written',
      { kind: 'written', id: first.kind === 'written' ? first.id : '' },
    ])
    const id = first.kind === 'written' ? first.id : ''
    const change = { ...(await order(id)), ...words, reason: 'Tjetër arsye.' }
    expect((await rewriteAnswer(services, coordinator, id, change)).kind).toBe('written')
    expect((await rewriteAnswer(services, coordinator, id, change)).kind).toBe('written')
    const stale = { ...change, form: randomUUID(), reason: 'E vjetër.' }
    expect(await rewriteAnswer(services, coordinator, id, stale)).toEqual({ kind: 'moved-meanwhile' })
    expect((await findOfficeAnswer(db, id))?.reason).toBe('Tjetër arsye.')
  })

  it('is for the officials of its institution alone', async () => {
    const { id } = await givenAnswer(services, consultation, await givenComment(services, consultation), {
      state: 'proposed',
    })
    const stranger = await officialWith(services, ['head', 'provas'])
    const refused = await decideAnswer(services, stranger, id, { ...(await order(id)), move: approve })
    expect(refused).toEqual({ kind: 'not-permitted' })
  })
})

describe('one answer to many', () => {
  it('counts and tells all fifty of them, and leaves out whoever has an answer', async () => {
    const own = await givenConsultation(services)
    const comments = []
    for (let n = 0; n < 50; n++) comments.push(await givenComment(services, own))
    const [first] = comments
    if (!first) throw new Error('no comment')
    const before = await givenAnswer(services, own, first)
    const { id } = await givenAnswer(services, own, comments)
    expect([(await rows(id)).length, (await rows(before.id)).length]).toEqual([49, 1])
    expect(await recordOf(db, publishedAnswers, id)).toMatchObject({ number: 49 })
  })

  it('of a confirmed group answers all its members', async () => {
    const own = await givenConsultation(services)
    const group = await givenConfirmedGroup(services, own)
    const outcome = await writeAnswer(services, coordinator, { of: { group: group.id }, ...words, form: randomUUID() })
    expect(outcome).toMatchObject({ kind: 'written', answered: 3, left: 0 })
  })

  it('publishes all that were decided, and one that cannot be holds back none', async () => {
    const own = await givenConsultation(services)
    const good = await givenAnswer(services, own, await givenComment(services, own), { state: 'decided' })
    const bad = await givenAnswer(services, own, await givenComment(services, own), { state: 'decided' })
    await db`delete from consultations.answered_comments where answer_id = ${bad.id}`
    const deed = { consultationId: own.id, ids: null, form: randomUUID() }
    expect(await publishAnswers(services, coordinator, deed)).toEqual({ kind: 'published', done: 1, left: 1 })
    expect([(await answerNow(services, good.id)).state, (await answerNow(services, bad.id)).state]).toEqual([
      'published',
      'decided',
    ])
    await runPublishing(services, deed.form)
    expect(await entries(good.id)).toEqual(['answer 1'])
  })
})

describe('a published answer', () => {
  it('is corrected with a reason, in a version that stands beside the first', async () => {
    const { id } = await givenAnswer(services, consultation, await givenComment(services, consultation))
    const correction = 'Ishte shënuar neni i gabuar.'
    expect(await correctAnswer(services, coordinator, id, { ...(await order(id)), correction })).toEqual({
      kind: 'done',
    })
    expect(await recordOf(db, publishedAnswers, id)).toMatchObject({ version: 1, body: A_REASON, earlier: [] })
    const change = { ...(await order(id)), ...words, correction, propose: true }
    expect((await rewriteAnswer(services, coordinator, id, change)).kind).toBe('written')
    await decideAnswer(services, head, id, { ...(await order(id)), move: approve })
    await publishAnswers(services, coordinator, { consultationId: consultation.id, ids: [id], form: randomUUID() })
    expect(await recordOf(db, publishedAnswers, id)).toMatchObject({
      version: 2,
      body: words.reason,
      correction,
      earlier: [{ n: 1, reason: A_REASON }],
    })
    expect(await entries(id)).toEqual(['answer 1', 'answer 2'])
  })

  it('stands as it was when its correction is given up', async () => {
    const { id } = await givenAnswer(services, consultation, await givenComment(services, consultation))
    await correctAnswer(services, coordinator, id, { ...(await order(id)), correction: 'Më qartë.' })
    await rewriteAnswer(services, coordinator, id, { ...(await order(id)), ...words, correction: 'Më qartë.' })
    expect(await discardAnswer(services, coordinator, id, await order(id))).toEqual({ kind: 'done' })
    expect(await findOfficeAnswer(db, id)).toMatchObject({ state: 'published', reason: A_REASON, correction: null })
  })

  it('loses a comment only with a reason, to another published one or until it is answered anew', async () => {
    const [one, two] = [await givenComment(services, consultation), await givenComment(services, consultation)]
    const from = await givenAnswer(services, consultation, [one, two])
    const draft = await givenAnswer(services, consultation, await givenComment(services, consultation), {
      state: 'draft',
    })
    const goal = await givenAnswer(services, consultation, await givenComment(services, consultation))
    const move = async (changes: { to?: string | null; reason?: string | null }) =>
      moveComments(services, coordinator, from.id, {
        ...(await order(from.id)),
        ids: [two.id],
        to: null,
        reason: 'Flet për tjetër gjë',
        ...changes,
      })
    expect(await move({ to: draft.code })).toEqual({ kind: 'no-such-goal' })
    expect(await move({ to: goal.code, reason: null })).toEqual({ kind: 'no-reason' })
    expect(await move({ to: goal.code })).toEqual({ kind: 'moved', moved: 1, gone: false })
    expect([(await rows(from.id)).length, (await rows(goal.id)).length]).toEqual([1, 2])
    expect([(await entries(from.id)).length, (await entries(goal.id)).length]).toEqual([2, 2])
  })
})

describe('a comment', () => {
  it('that is withdrawn leaves its draft, which is gone with its last one', async () => {
    const [one, two] = [await givenComment(services, consultation), await givenComment(services, consultation)]
    const { id } = await givenAnswer(services, consultation, [one, two], { state: 'proposed' })
    await withdrawComment(services, { token: one.token })
    expect(await rows(id)).toEqual([{ commentId: two.id }])
    await withdrawComment(services, { token: two.token })
    expect((await db`select from consultations.answers where id = ${id}`).length).toBe(0)
  })

  it('that its author corrected is marked until somebody has kept the answer again', async () => {
    const comment = await givenComment(services, consultation)
    const { id } = await givenAnswer(services, consultation, comment, { state: 'draft' })
    await correctComment(services, { token: comment.token }, 'Fjalë krejt të tjera për tregun e fshatit.', 1)
    expect((await findOfficeAnswer(db, id))?.changed).toBe(1)
    await rewriteAnswer(services, coordinator, id, { ...(await order(id)), ...words })
    expect((await findOfficeAnswer(db, id))?.changed).toBe(0)
  })
})

describe('what was decided', () => {
  it('is decided again once it answers more comments than its decider saw', async () => {
    const [one, two] = [await givenComment(services, consultation), await givenComment(services, consultation)]
    const decided = await givenAnswer(services, consultation, one, { state: 'decided' })
    const draft = await givenAnswer(services, consultation, two, { state: 'draft' })
    const into = { ...(await order(draft.id)), ids: [two.id], to: decided.code, reason: null }
    expect(await moveComments(services, drafter, draft.id, into)).toMatchObject({ kind: 'moved', gone: true })
    expect((await answerNow(services, decided.id)).state).toBe('proposed')
    const deed = { consultationId: consultation.id, ids: [decided.id], form: randomUUID() }
    expect(await publishAnswers(services, coordinator, deed)).toEqual({ kind: 'nothing-decided' })
  })

  it('is not thrown away by whoever only proposes', async () => {
    const { id } = await givenAnswer(services, consultation, await givenComment(services, consultation), {
      state: 'decided',
    })
    expect(await discardAnswer(services, drafter, id, await order(id))).toEqual({ kind: 'not-permitted' })
    expect((await answerNow(services, id)).state).toBe('decided')
  })
})

describe('a file of the drafters', () => {
  it('proposes under the name of the unit, and whoever took it in does not decide it', async () => {
    const comment = await givenComment(services, consultation)
    const file = { commentIds: [comment.id], ...words, drafter: 'Drejtoria juridike', by: coordinator.accountId }
    const proposed = await db.begin((tx) => proposeFromFile(tx, services, { ...file, at: services.clock.now() }))
    expect(proposed).toMatchObject({ kind: 'proposed', answered: 1, left: 0 })
    const id = proposed.kind === 'proposed' ? proposed.id : ''
    expect(await findOfficeAnswer(db, id)).toMatchObject({ proposedRole: 'Drejtoria juridike', source: 'file' })
    const move = { ...(await order(id)), move: approve }
    expect(await decideAnswer(services, coordinator, id, move)).toEqual({ kind: 'same-person' })
    expect(await decideAnswer(services, head, id, move)).toEqual({ kind: 'done' })
  })
})
