import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { lettersTo } from '#test/mailbox.ts'
import { people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { moderateComment } from '../moderation/moderate-comment.ts'
import { entriesOf } from '../ledger/ledger-testing.ts'
import {
  aCommentForm,
  givenComment,
  givenConsultation,
  newestCommentFrom,
  officialWith,
  tokenMailedTo,
} from '../testing.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls, officeUrls, ownCommentUrls } from '../urls.ts'
import { runBulkDeed } from './run-bulk-deed.ts'
import { sendBulkLetters } from './send-bulk-letters.ts'
import { runUndo } from './undo-bulk-deed.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const t = textsIn('sq')
const coordinator = await web.signedInAs(people.albanianCoordinator)
const moderator = await officialWith(services, ['moderator', 'prova'])
const PHONE = 'Më telefononi në 069 000 00 00.'

const states = async (consultation: string) =>
  Object.fromEntries(
    (
      await db<{ state: string; count: number }[]>`
        select state, count(*)::int as count from consultations.comments where consultation_id = ${consultation} group by state`
    ).map(({ state, count }) => [state, count]),
  )

const deedOf = (response: Response): string =>
  /veprimet\/([0-9a-f-]{36})/.exec(response.headers.get('location') ?? '')?.[1] ?? ''
const send = (fields: Record<string, string | readonly string[]>, cookie = coordinator) =>
  web.post(officeUrls.bulk(), { dergesa: randomUUID(), filtri: '', ...fields }, { cookie })
const undo = (id: string, cookie = coordinator) => web.post(officeUrls.undoBulk(id), {}, { cookie })

describe('a deed on many comments', () => {
  it('tells beforehand how many and who gets a letter, and is done once for one form', async () => {
    const of = await givenConsultation(services, { title: 'Rregullore e shumicës' })
    const waiting = [
      await givenComment(services, of, { body: PHONE }),
      await givenComment(services, of, { body: PHONE }),
    ]
    const published = await givenComment(services, of)
    const k = [...waiting, published].map(({ id }) => id)
    const address = `${officeUrls.bulk()}?veprimi=release&${k.map((id) => `k=${id}`).join('&')}`
    const told = await (await web.get(address, { cookie: coordinator })).text()
    expect(told).toContain(t.bulk.confirm(2))
    expect(told).toContain(t.bulk.leftWhy)
    const dergesa = randomUUID()
    const sent = [
      await send({ veprimi: 'release', k, numri: '3', dergesa }),
      await send({ veprimi: 'release', k, numri: '3', dergesa }),
    ]
    expect(sent.map(({ status }) => status)).toEqual([303, 303])
    expect(new Set(sent.map(deedOf)).size).toBe(1)
    expect(await states(of.id)).toEqual({ published: 3 })
    expect(await entriesOf(db, `consultations.comment:${waiting[0]?.id}`)).toEqual(['received-comment 1', 'comment 1'])
    // The letter of the receipt alone: that it was released is told once nobody can undo it.
    const before = (await lettersTo(db, waiting[0]?.email ?? '')).length
    services.clock.passMinutes(31)
    await sendBulkLetters(services, deedOf(sent[0] as Response))
    await sendBulkLetters(services, deedOf(sent[0] as Response))
    expect(await lettersTo(db, waiting[0]?.email ?? '')).toHaveLength(before + 1)
    expect((await undo(deedOf(sent[0] as Response))).status).toBe(409)
    expect(await states(of.id)).toEqual({ published: 3 })
  })

  it('says what is missing, and that the number has changed since it was told', async () => {
    const of = await givenConsultation(services, { title: 'Rregullore e numrit' })
    const one = await givenComment(services, of)
    const hold = await send({ veprimi: 'hold', k: one.id, numri: '1' })
    expect(hold.status).toBe(422)
    expect(await hold.text()).toContain(t.bulk.groundError)
    const filtri = `konsultimi=${of.id}`
    await givenComment(services, of)
    const all = { veprimi: 'hold', arsyeja: 'other-matter', filtri, 'te-gjitha': 'po' }
    const other = await send({ ...all, numri: '1' })
    expect(other.status).toBe(409)
    expect(await other.text()).toContain(t.bulk.otherNumber(2))
    expect(await states(of.id)).toEqual({ published: 2 })
    expect((await send({ ...all, numri: '2' })).status).toBe(303)
    expect(await states(of.id)).toEqual({ held: 2 })
  })

  it('of five hundred is done by the worker and undone to exactly what stood, but for what others changed since', async () => {
    const of = await givenConsultation(services, { title: 'Rregullore e pesëqindëve' })
    const [first, second] = [await givenComment(services, of), await givenComment(services, of, { body: PHONE })]
    for (let n = 2; n < 500; n++) await givenComment(services, of, { body: `${n}. ${PHONE}` })
    const filtri = `konsultimi=${of.id}`
    const before = await states(of.id)
    expect(before).toEqual({ published: 1, waiting: 499 })
    const begun = await send({ veprimi: 'hold', arsyeja: 'other-matter', filtri, 'te-gjitha': 'po', numri: '500' })
    const id = deedOf(begun)
    expect(await states(of.id)).toEqual(before)
    expect((await undo(id)).status).toBe(409)
    await runBulkDeed(services, id)
    expect(await states(of.id)).toEqual({ held: 500 })
    await moderateComment(services, moderator, second.id, 1, { move: 'release' })
    expect((await undo(id)).status).toBe(303)
    await runUndo(services, id)
    expect(await states(of.id)).toEqual({ published: 2, waiting: 498 })
    const page = await (await web.get(officeUrls.bulkDeed(id), { cookie: coordinator })).text()
    expect(page).toContain(second.code)
    expect(page).toContain(t.bulk.outcomes['changed-since'])
    expect(await (await web.get(consultationUrls.comment(of.slug, first.code))).text()).toContain('Propozoj që tregu')
    const hidden = await db`
      select from consultations.comment_versions as version join consultations.comments as comment on comment.id = version.comment_id
      where comment.consultation_id = ${of.id} and version.hidden`
    expect(hidden).toHaveLength(0)
    services.clock.passMinutes(31)
    await sendBulkLetters(services, id)
    expect((await lettersTo(db, first.email)).some(({ subject }) => subject.includes('fsheh'))).toBe(false)
  }, 120_000)

  it('gives and labels many, and takes back what it gave alone', async () => {
    const of = await givenConsultation(services, { title: 'Rregullore e caktimeve' })
    const [one, two] = [await givenComment(services, of), await givenComment(services, of)]
    const [me] = await db<
      { id: string }[]
    >`select id from platform.accounts where email = ${people.albanianCoordinator.email}`
    const k = [one.id, two.id]
    const given = deedOf(await send({ veprimi: 'assign', kujt: me?.id ?? '', k, numri: '2' }))
    const labelled = deedOf(await send({ veprimi: 'label', etiketa: 'Oraret', k, numri: '2' }))
    await web.post(officeUrls.assignComment(two.id), { kujt: 'askush', pare: me?.id ?? '' }, { cookie: coordinator })
    await undo(given)
    await undo(labelled)
    const rows = await db`
      select comment.assignee_id, (select count(*)::int from consultations.comment_labels where comment_id = comment.id) as labels
      from consultations.comments as comment where comment.id = any(${k}::uuid[])`
    expect(rows).toEqual([
      { assigneeId: null, labels: 0 },
      { assigneeId: null, labels: 0 },
    ])
    const outcomes = await db`select outcome from consultations.bulk_members where deed_id = ${given} order by outcome`
    expect(outcomes.map(({ outcome }) => outcome as string)).toEqual(['changed-since', 'undone'])
  })

  it('touches nothing of another institution', async () => {
    const there = await givenConsultation(services, { institution: 'provas' })
    const foreign = await givenComment(services, there)
    const sent = await send({ veprimi: 'hold', arsyeja: 'insult', k: foreign.id, numri: '1' })
    expect(sent.status).toBe(403)
    expect(await states(there.id)).toEqual({ published: 1 })
  })
})

describe('a wave of comments', () => {
  const confirm = async (email: string) =>
    web.post(ownCommentUrls.confirmation(await tokenMailedTo(services, email)), {})

  async function post(slug: string, changes: Record<string, string>): Promise<string> {
    const fields = aCommentForm(changes)
    expect((await web.post(consultationUrls.comments(slug), fields)).status).toBe(303)
    await confirm(fields.adresa ?? '')
    return fields.adresa ?? ''
  }

  it('of three hundred in a minute is received whole: what is too much waits, and one deed releases it', async () => {
    services.clock.passMinutes(120)
    const of = await givenConsultation(services, { title: 'Rregullore nën valë' })
    const addresses = []
    for (let n = 0; n < 300; n++)
      addresses.push(await post(of.slug, { komenti: `Mendimi im i veçantë me numër ${n}.` }))
    expect(await states(of.id)).toEqual({ published: 90, waiting: 210 })
    const last = await newestCommentFrom(services, addresses.at(-1) ?? '')
    expect(last.code).not.toBeNull()
    expect((await lettersTo(db, addresses.at(-1) ?? '')).some(({ body }) => body?.includes(last.code ?? '–'))).toBe(
      true,
    )
    const filtri = `gjendja=waiting&konsultimi=${of.id}&gjetur=wave`
    // Hours have passed since the others signed in.
    const cookie = await web.signedInAs(people.albanianCoordinator)
    const id = deedOf(await send({ veprimi: 'release', filtri, 'te-gjitha': 'po', numri: '210' }, cookie))
    await runBulkDeed(services, id)
    expect(await states(of.id)).toEqual({ published: 300 })
  }, 120_000)

  it('of one wording waits from the twenty-sixth on, and a correction does not let it through', async () => {
    services.clock.passMinutes(120)
    const of = await givenConsultation(services, { title: 'Rregullore e letrës së përbashkët' })
    let last = ''
    for (let n = 0; n < 26; n++) last = await post(of.slug, { komenti: `Jemi kundër kësaj tarife${'!'.repeat(n % 3)}` })
    expect(await states(of.id)).toEqual({ published: 25, waiting: 1 })
    const token = await tokenMailedTo(services, last)
    await web.post(ownCommentUrls.correction(token), { komenti: 'Jemi krejt kundër.', versioni: '1' })
    expect(await states(of.id)).toEqual({ published: 25, waiting: 1 })
  })
})
