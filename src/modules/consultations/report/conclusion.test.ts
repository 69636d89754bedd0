import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { lettersTo } from '#test/mailbox.ts'
import { testWeb } from '#test/web.ts'
import { givenAnswer } from '../answers/answer-testing.ts'
import { tellParticipants } from '../closing/tell-participants.ts'
import { officialWith, givenConsultation, staffWith } from '../testing.ts'
import { renewReport } from './renew-report.ts'
import { reopenConsultation } from './reopen-consultation.ts'
import { A_STATEMENT, conclude, conclusionOf, daysAgo, givenClosed, givenReport, givenThen } from './report-testing.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web

const statesOf = async (id: string) => {
  const [row] = await db<{ concluded: boolean; version: number; events: string[] }[]>`
    select consultation.concluded_at is not null as concluded, coalesce(report.version, 0) as version,
           array(select kind from consultations.consultation_events where consultation_id = ${id} order by id) as events
    from consultations.consultations as consultation
    left join consultations.reports as report on report.consultation_id = consultation.id
    where consultation.id = ${id}`
  return row
}

const lastEvent = async (id: string): Promise<string> =>
  (
    await db<{ id: string }[]>`
      select id from consultations.consultation_events where consultation_id = ${id} order by id desc limit 1`
  )[0]?.id ?? ''

describe('a consultation', () => {
  it('is not concluded while its window is open', async () => {
    const consultation = await givenConsultation(services)
    expect(await conclude(services, consultation)).toEqual({ kind: 'refused', refusal: 'still-open' })
    expect(await statesOf(consultation.id)).toMatchObject({ concluded: false, version: 0, events: ['published'] })
  })

  it('is not concluded while one comment has no published answer, and the office names that one', async () => {
    const consultation = await givenClosed(services)
    const [first, second] = [await givenThen(services, consultation), await givenThen(services, consultation)]
    await givenAnswer(services, consultation, first)
    await givenAnswer(services, consultation, second, { state: 'decided' })
    const outcome = await conclude(services, consultation)
    expect(outcome).toMatchObject({
      kind: 'unanswered',
      count: 1,
      comments: [{ code: second.code, answerState: 'decided', answerVersion: 0 }],
    })
    expect(await statesOf(consultation.id)).toMatchObject({ concluded: false, version: 0 })

    const cookie = await web.signedInAs(staffWith('consultation-coordinator', 'prova'))
    const address = `/zyra/konsultime/${consultation.id}/perfundimi`
    const page = await (await web.get(address, { cookie })).text()
    expect(page).toContain('1 koment është pa përgjigje të publikuar')
    expect(page).toContain(`/zyra/komente/${second.id}`)
    expect(page).not.toContain(`/zyra/komente/${first.id}`)
    const form = await conclusionOf(services, consultation.id)
    const fields = {
      rezultati: form.outcome,
      deklarata: form.statement,
      'deklarata-en': '',
      versioni: String(form.fromVersion),
      dergesa: form.formId,
    }
    expect((await web.post(address, fields, { cookie })).status).toBe(409)
  })

  it('is concluded once every comment has its answer; the same form twice counts once', async () => {
    const consultation = await givenClosed(services)
    const comment = await givenThen(services, consultation)
    await givenAnswer(services, consultation, comment)
    const form = await conclusionOf(services, consultation.id)
    expect(await conclude(services, consultation, form)).toEqual({ kind: 'concluded' })
    expect(await conclude(services, consultation, form)).toEqual({ kind: 'concluded' })
    expect(await statesOf(consultation.id)).toMatchObject({
      concluded: true,
      version: 1,
      events: ['published', 'concluded'],
    })
    expect(await conclude(services, consultation)).toEqual({ kind: 'refused', refusal: 'already-concluded' })

    const event = await lastEvent(consultation.id)
    await tellParticipants(services, event)
    await tellParticipants(services, event)
    const told = (await lettersTo(db, comment.email)).filter(({ body }) => body?.includes(A_STATEMENT))
    expect(told).toHaveLength(1)
    expect(told[0]?.body).toContain(`/konsultime/${consultation.slug}/raporti`)

    const page = await (await web.get(`/konsultime/${consultation.slug}`)).text()
    expect(page).toContain('Konsultimi përfundoi më 22 nëntor 2026')
    expect(page).toContain(`/konsultime/${consultation.slug}/pergjigjet`)
  })

  it('without a single comment is concluded too', async () => {
    expect(await conclude(services, await givenClosed(services))).toEqual({ kind: 'concluded' })
  })

  it('is taken up again with a reason that everybody reads, and concluded anew only with another one', async () => {
    const { consultation } = await givenReport(services)
    const coordinator = await officialWith(services, ['consultation-coordinator', 'prova'])
    const order = { reason: 'Një letër ishte harruar në protokoll.', formId: randomUUID() }
    expect(await reopenConsultation(services, coordinator, consultation.id, order)).toEqual({ kind: 'reopened' })
    expect(await reopenConsultation(services, coordinator, consultation.id, order)).toEqual({ kind: 'reopened' })
    expect(await statesOf(consultation.id)).toMatchObject({
      concluded: false,
      version: 1,
      events: ['published', 'concluded', 'reopened'],
    })
    expect(await (await web.get(`/konsultime/${consultation.slug}`)).text()).toContain(order.reason)
    expect(await (await web.get(`/konsultime/${consultation.slug}/raporti`)).text()).toContain('u rihap')
    expect(await conclude(services, consultation)).toEqual({ kind: 'reason-missing' })
    const again = { reason: 'U shtua letra e harruar.' }
    expect(await conclude(services, consultation, again)).toEqual({ kind: 'concluded' })
    expect(await statesOf(consultation.id)).toMatchObject({ concluded: true, version: 2 })
    const report = await (await web.get(`/konsultime/${consultation.slug}/raporti`)).text()
    expect(report).toContain(again.reason)
    expect((await web.get(`/konsultime/${consultation.slug}/raporti/versioni/1`)).status).toBe(200)
  })

  it('shows a comment that came in after the end, and offers its report anew once that has an answer', async () => {
    const { consultation } = await givenReport(services)
    const coordinator = await officialWith(services, ['consultation-coordinator', 'prova'])
    // Posted in time, and confirmed only now: as what comes in by post is entered.
    const late = await givenThen(daysAgo(services, 0), consultation)
    const cookie = await web.signedInAs(staffWith('consultation-coordinator', 'prova'))
    const address = `/zyra/konsultime/${consultation.id}/perfundimi`
    const page = await (await web.get(address, { cookie })).text()
    expect(page).toContain('1 koment pa përgjigje pas përfundimit')
    expect(page).not.toContain('arsyeja-versionit')
    const order = { reason: 'Një koment u shtua pas përfundimit.', formId: randomUUID() }
    expect(await renewReport(services, coordinator, consultation.id, order)).toEqual({ kind: 'unanswered', count: 1 })
    await givenAnswer(services, consultation, late)
    expect(await (await web.get(address, { cookie })).text()).toContain('arsyeja-versionit')
    expect(await renewReport(services, coordinator, consultation.id, order)).toEqual({ kind: 'published' })
    expect(await renewReport(services, coordinator, consultation.id, order)).toEqual({ kind: 'published' })
    expect(await statesOf(consultation.id)).toMatchObject({ concluded: true, version: 2 })
  })

  it('is concluded by its coordinator and by nobody else', async () => {
    const consultation = await givenClosed(services)
    for (const role of ['administrator', 'head', 'legal-drafter'] as const) {
      const cookie = await web.signedInAs(staffWith(role, 'prova'))
      const sent = await web.post(`/zyra/konsultime/${consultation.id}/perfundimi`, {}, { cookie })
      expect([role, sent.status]).toEqual([role, 403])
    }
  })
})

describe('the parts that an institution writes', () => {
  it('are kept, come back when somebody was quicker, and stand in the report', async () => {
    const consultation = await givenClosed(services)
    const cookie = await web.signedInAs(staffWith('consultation-coordinator', 'prova'))
    const address = `/zyra/konsultime/${consultation.id}/raporti`
    const fields = { versioni: '1', findings: 'Takimet në fshat sollën më shumë njerëz se faqja.' }
    expect((await web.post(address, fields, { cookie })).status).toBe(303)
    const late = await web.post(address, { ...fields, findings: 'Fjalë të tjera që nuk humbin.' }, { cookie })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Fjalë të tjera që nuk humbin.')
    expect(await (await web.get(`${address}/pamja`, { cookie })).text()).toContain(fields.findings)
    expect((await web.get(`/konsultime/${consultation.slug}/raporti`)).status).toBe(404)
    await conclude(services, consultation)
    expect(await (await web.get(`/konsultime/${consultation.slug}/raporti`)).text()).toContain(fields.findings)
  })
})
