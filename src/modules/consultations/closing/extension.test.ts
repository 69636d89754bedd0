import { afterEach, describe, expect, it } from 'vitest'
import { findDeadline } from '#platform/deadlines/deadline-queries.ts'
import { testDatabase } from '#test/database.ts'
import { lettersTo } from '#test/mailbox.ts'
import { people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import type { Transaction } from '#platform/db/database.ts'
import { entered } from '#test/ledger.ts'
import { publishedConsultations } from '../ledger/consultation-records.ts'
import { aCommentForm, givenComment, givenConsultation, givenSentComment, someAddress } from '../testing.ts'
import { rowsChangedBy, stateOf } from '../counts-testing.ts'
import { findForOffice } from '../drafting/draft-queries.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls, officeUrls, ownCommentUrls } from '../urls.ts'
import { clockOf } from './closing-rules.ts'
import { DAY_AFTER_MOST, extensionFields, givenByLaw, LEAST, MOST } from './closing-testing.ts'
import { closeWindows } from './close-windows.ts'
import { tellParticipants } from './tell-participants.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const { clock } = services
const NOW = clock.now()
const t = textsIn('sq').closing
const cookie = await web.signedInAs(people.albanianCoordinator)

afterEach(() => clock.set(NOW))

const extend = async (id: string, newDay: string, changes: Record<string, string> = {}, as = cookie) =>
  web.post(officeUrls.extension(id), await extensionFields(services, id, newDay, changes), { cookie: as })
const clockRow = (id: string) => findDeadline(db, clockOf(id).subject, clockOf(id).slot)
const eventOf = async (id: string, kind = 'extended') =>
  (
    await db<{ id: string }[]>`
    select id from consultations.consultation_events where consultation_id = ${id} and kind = ${kind} order by id desc`
  )[0]?.id ?? ''

describe('an extension by law 146/2014', () => {
  it('goes to exactly 40 working days from the notice, and everybody reads when, why and from what day', async () => {
    const { id, slug } = await givenByLaw(services)
    const form = await (await web.get(officeUrls.extension(id), { cookie })).text()
    expect(form).toContain(t.extend.most('26 janar 2027'))
    expect(form).toContain('Numërohen 40 ditë pune')
    const changed = await rowsChangedBy(db, async () => expect((await extend(id, MOST)).status).toBe(303))
    expect(changed).toEqual({ changes: 1, jobs: 1 })
    expect(await clockRow(id)).toMatchObject({ state: 'running', dueOn: MOST, chosenOn: MOST })
    expect(await findForOffice(db, 'sq', id)).toMatchObject({ closesOn: MOST, version: 2 })
    const page = await (await web.get(consultationUrls.one(slug))).text()
    const days = ['22 nëntor 2026', 'Shoqatat kërkuan më shumë kohë.', '24 dhjetor 2026', '26 janar 2027'] as const
    expect(page).toContain(t.extendedOn(...days))
    expect(page).toContain(t.events.extended('20 nëntor 2026', '112', days[2], days[3]))
    const english = await (await web.get(`/en${consultationUrls.one(slug)}`)).text()
    expect(english).toContain('The time was extended on 22 November 2026')
    const data = await (await web.get(consultationUrls.data(slug))).json()
    expect(data).toMatchObject({
      closesOn: MOST,
      events: [{ kind: 'published' }, { fromDay: LEAST, toDay: MOST, decision: '112' }],
    })
  })

  it('by one day more is refused with the explanation and the way out, and nothing changes', async () => {
    const { id } = await givenByLaw(services)
    const before = await stateOf(db)
    const refused = await extend(id, DAY_AFTER_MOST)
    const page = await refused.text()
    expect(refused.status).toBe(422)
    expect(page).toContain(t.extend.beyond('26 janar 2027'))
    expect(page).toContain('<details class="govuk-details" open')
    expect(page).toContain(officeUrls.repetition(id))
    expect(page).toContain('Shoqatat kërkuan më shumë kohë.')
    expect(await stateOf(db)).toBe(before)
  })

  it('counts from the notice again when it is extended a second time', async () => {
    const { id } = await givenByLaw(services)
    expect((await extend(id, '2027-01-12')).status).toBe(303)
    expect((await extend(id, DAY_AFTER_MOST)).status).toBe(422)
    expect((await extend(id, MOST)).status).toBe(303)
    expect(await clockRow(id)).toMatchObject({ dueOn: MOST })
  })

  it.each([
    ['an earlier day', '2026-12-23', {}, 'mbyllet', t.extend.refusals['not-later']],
    ['the same day', LEAST, {}, 'mbyllet', t.extend.refusals['not-later']],
    ['no number of a decision', MOST, { vendimi: '' }, 'vendimi', t.extend.errors.decision],
    ['no ground', MOST, { arsyeja: 'kot' }, 'arsyeja', t.extend.errors.ground],
    ['no day of the decision', MOST, { 'vendosur-day': '' }, 'vendosur', t.extend.errors.decidedOn],
    ['a decision of tomorrow', MOST, { 'vendosur-day': '23' }, 'vendosur', t.extend.refusals['decided-later']],
    ['a day that does not exist', MOST, { 'mbyllet-month': '13' }, 'mbyllet', t.extend.errors.newDay],
  ])('with %s is refused at its field', async (_what, day, changes: Record<string, string>, field, words) => {
    const { id } = await givenByLaw(services)
    const before = await stateOf(db)
    const refused = await extend(id, day, changes)
    const page = await refused.text()
    expect([refused.status, page.includes(`href="#${field}"`), page.includes(words)]).toEqual([422, true, true])
    expect(await stateOf(db)).toBe(before)
  })

  it('by two coordinators at once is made once, and the other is told', async () => {
    const { id } = await givenByLaw(services)
    const responses = await Promise.all([extend(id, '2027-01-12'), extend(id, MOST)])
    expect(responses.map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect(await findForOffice(db, 'sq', id)).toMatchObject({ version: 2 })
  })

  it('sent twice by the same form counts once', async () => {
    const { id } = await givenByLaw(services)
    const fields = await extensionFields(services, id, '2027-01-12')
    const send = () => web.post(officeUrls.extension(id), fields, { cookie })
    const changed = await rowsChangedBy(db, async () => {
      const statuses = (await Promise.all([send(), send()])).map(({ status }) => status)
      expect(statuses).toEqual([303, 303])
      expect((await send()).status).toBe(303)
    })
    expect(changed).toEqual({ changes: 1, jobs: 1 })
  })

  it('is for coordinators of its institution alone', async () => {
    const { id } = await givenByLaw(services)
    const { albanianAdministrator, albanianModerator, auditor, kosovarCoordinator } = people
    const others = await Promise.all(
      [albanianAdministrator, albanianModerator, auditor].map((one) => web.signedInAs(one)),
    )
    const elsewhere = await web.signedInAs(kosovarCoordinator)
    const before = await stateOf(db)
    for (const other of others) expect((await extend(id, MOST, {}, other)).status).toBe(403)
    expect([403, 404]).toContain((await extend(id, MOST, {}, elsewhere)).status)
    expect(await stateOf(db)).toBe(before)
  })
})

describe('the end of the window', () => {
  it('is met when its time has run, and never late', async () => {
    const { id } = await givenByLaw(services)
    clock.set(new Date('2026-12-24T22:59:59Z'))
    await closeWindows(services)
    expect(await clockRow(id)).toMatchObject({ state: 'running' })
    clock.set(new Date('2026-12-24T23:00:00Z'))
    await closeWindows(services)
    expect(await clockRow(id)).toMatchObject({ state: 'met', endedAt: new Date('2026-12-24T23:00:00Z'), dueOn: LEAST })
    const before = await stateOf(db)
    await closeWindows(services)
    expect(await stateOf(db)).toBe(before)
  })

  it('lets in no extension that was decided after it', async () => {
    const { id } = await givenByLaw(services)
    clock.set(new Date('2026-12-28T11:00:00Z'))
    await closeWindows(services)
    const late = await web.signedInAs(people.albanianCoordinator)
    const before = await stateOf(db)
    const refused = await extend(id, MOST, { 'vendosur-day': '28', 'vendosur-month': '12' }, late)
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain(t.extend.refusals['not-running'])
    expect(await stateOf(db)).toBe(before)
  })

  it('opens again by a decision that was taken in time and entered later', async () => {
    const { id, slug } = await givenByLaw(services)
    clock.set(new Date('2026-12-28T11:00:00Z'))
    await closeWindows(services)
    const late = await web.signedInAs(people.albanianCoordinator)
    const inTime = { 'vendosur-day': '24', 'vendosur-month': '12' }
    expect((await extend(id, '2026-12-27', inTime, late)).status).toBe(422)
    expect((await extend(id, MOST, inTime, late)).status).toBe(303)
    expect(await clockRow(id)).toMatchObject({ state: 'running', dueOn: MOST, endedAt: null })
    expect((await web.post(consultationUrls.comments(slug), aCommentForm())).status).toBe(303)
  })
})

describe('another basis', () => {
  it('is extended by a reasoned decision without a most', async () => {
    const { id } = await givenConsultation(services)
    expect(await (await web.get(officeUrls.extension(id), { cookie })).text()).toContain(t.extend.mostNone)
    expect((await extend(id, '2027-08-31')).status).toBe(303)
    expect(await clockRow(id)).toMatchObject({ basis: 'day', dueOn: '2027-08-31' })
  })

  it('that was cancelled is not', async () => {
    const { id } = await givenConsultation(services)
    await web.post(officeUrls.cancellation(id), { 'arsyeja-anulimit': 'Projekti u tërhoq.' }, { cookie })
    expect(await clockRow(id)).toMatchObject({ state: 'cancelled', dueOn: '2026-12-02' })
    expect((await extend(id, MOST)).status).toBe(409)
    expect((await web.get(officeUrls.extension(id), { cookie })).status).toBe(409)
  })
})

describe('those who take part', () => {
  const told = async (address: string) =>
    (await lettersTo(db, address)).filter(
      ({ body }) => (body ?? '').includes('26 janar 2027') || (body ?? '').includes('26 January 2027'),
    )

  it('are told once each, in their language, with the day, the ground and the link', async () => {
    const consultation = await givenByLaw(services)
    const [twice, english] = [someAddress(), someAddress()]
    await givenComment(services, consultation, { email: twice })
    await givenComment(services, consultation, { email: twice, body: 'Edhe një gjë tjetër për tregun.' })
    await web.post(`/en${consultationUrls.comments(consultation.slug)}`, aCommentForm({ adresa: english }))
    const link = /\/komenti\/([\w-]{43})/.exec((await lettersTo(db, english))[0]?.body ?? '')?.[1] ?? ''
    await web.post(ownCommentUrls.confirmation(link), {})
    const withdrawn = await givenComment(services, consultation)
    await web.post(ownCommentUrls.withdrawal(withdrawn.token), {})
    const unconfirmed = await givenSentComment(services, consultation)
    const other = await givenComment(services, await givenByLaw(services))
    await extend(consultation.id, MOST)
    const eventId = await eventOf(consultation.id)
    await Promise.all([tellParticipants(services, eventId), tellParticipants(services, eventId)])
    await tellParticipants(services, eventId)
    const [letter, ...more] = await told(twice)
    expect(more).toEqual([])
    for (const words of [
      t.letter.decision('112', '20 nëntor 2026'),
      t.letter.ground('Shoqatat kërkuan më shumë kohë.'),
    ])
      expect(letter?.body).toContain(words)
    expect(letter?.body).toContain(consultationUrls.one(consultation.slug))
    expect(letter?.body).not.toMatch(/\/komenti\//)
    expect((await told(english))[0]).toMatchObject({
      lang: 'en',
      subject: 'Comments are accepted until 26 January 2027',
    })
    for (const { email } of [withdrawn, unconfirmed, other]) expect(await told(email)).toEqual([])
  })

  it('hear nothing of what was taken down meanwhile', async () => {
    const consultation = await givenByLaw(services)
    const { email } = await givenComment(services, consultation)
    await extend(consultation.id, MOST)
    const down = (tx: Transaction) => tx<{ id: string }[]>`
      update consultations.consultations set state_before = state, state = 'taken-down' where id = ${consultation.id}
      returning id`
    await entered(db, publishedConsultations, down)
    await tellParticipants(services, await eventOf(consultation.id))
    expect(await told(email)).toEqual([])
  })
})
