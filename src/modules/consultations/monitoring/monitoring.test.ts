import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { makeFormDocx } from '#platform/papers/make-form-docx.ts'
import { takeDown } from '#platform/takedowns/take-down.ts'
import { testDatabase } from '#test/database.ts'
import { everyDoor } from '#test/doors.ts'
import { people } from '#test/people.ts'
import { testWeb, type Fields } from '#test/web.ts'
import { givenHeldMeeting } from '#modules/meetings/testing.ts'
import { givenAnswer } from '../answers/answer-testing.ts'
import { importConsultationPlan } from '../history/import-consultation-plan.ts'
import { givenPlan, givenVersion, planRow, sectionOf } from '../plan/plan-testing.ts'
import { listMeasures } from '../plan/measure-queries.ts'
import { findPlanAt } from '../plan/published-plan-queries.ts'
import { chooseMeasure } from '../plan/save-section.ts'
import { givenComment, givenConsultation, givenInstitution, officialWith } from '../testing.ts'
import { planUrls } from '../urls.ts'
import { proposeOnTime } from './achieved-rules.ts'
import { filled, givenMonitoring, judging, publish, write } from './monitoring-testing.ts'
import { monitoringFile, viewPublicMonitoring } from './published-monitoring-view.ts'
import { publishMonitoring } from './publish-monitoring.ts'
import { saveMonitoring } from './save-monitoring.ts'
import { monitoringUrls, officeMonitoringUrls as urls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const cookie = await web.signedInAs(people.albanianCoordinator)
const post = (path: string, fields: Fields) => web.post(path, fields, { cookie })

/** Six comments, of which two are accepted and one partly, and a meeting with twelve people. */
async function givenSpoken() {
  const consultation = await givenConsultation(services)
  const comments = []
  for (let n = 0; n < 6; n += 1) comments.push(await givenComment(services, consultation))
  const [one, two, three, four] = comments
  if (!one || !two || !three || !four) throw new Error('six comments')
  await givenAnswer(services, consultation, [one, two])
  await givenAnswer(services, consultation, three, { decision: 'partly-accepted' })
  await givenAnswer(services, consultation, four, { decision: 'rejected' })
  await givenHeldMeeting(services, { about: `consultations.consultation:${consultation.id}` })
  return consultation
}

const spoken = await givenSpoken()

describe('achieved values', async () => {
  const monitoring = await givenMonitoring(services, { consultation: spoken, published: true })
  const { content } = await filled(services, monitoring)
  const computed = Object.fromEntries(content.indicators.map((one) => [one.key, one.computed]))

  it('are what another count of the record gives', async () => {
    const of = spoken.id
    const [counted] = await db`
      select
        (select count(*)::int from consultations.comments as comment
         join consultations.answered_comments as answered on answered.comment_id = comment.id
         join consultations.answers as answer on answer.id = answered.answer_id and answer.state = 'published'
         where comment.consultation_id = ${of} and answer.decision in ('accepted', 'partly-accepted')) as comments,
        (select coalesce(sum((row ->> 'total')::int), 0)::int from platform.links as link
         join meetings.meetings as meeting on link.from_ref = 'meetings.meeting:' || meeting.id,
         jsonb_array_elements(meeting.attendance) as row
         where link.to_ref = ${`consultations.consultation:${of}`} and link.kind = 'about') as participants,
        (select count(distinct channel)::int from consultations.comments where consultation_id = ${of}) +
        (select count(distinct meeting.kind)::int from platform.links as link
         join meetings.meetings as meeting on link.from_ref = 'meetings.meeting:' || meeting.id
         where link.to_ref = ${`consultations.consultation:${of}`} and link.kind = 'about') as methods`
    expect(counted).toEqual({ comments: 3, participants: 12, methods: 2 })
    expect(computed).toMatchObject({ ...counted, other: null })
  })

  it('stand beside the planned ones on the page, in the data and in the register, with how they were counted', async () => {
    const page = await (await web.get(monitoringUrls.one(monitoring.id))).text()
    for (const words of ['Vlerat e planifikuara', 'Vlerat e arritura', 'Komente gjithsej: 6', 'në vijim'])
      expect(page).toContain(words)
    const rows = await db`
      select indicator, planned, computed, achieved from consultations.open_monitoring where plan = ${monitoring.id}
      order by indicator`
    const data = (await (await web.get(monitoringUrls.file(monitoring.id, 'json'))).json()) as {
      content: { indicators: { key: string; plannedNumber: number | null; computed: number; achieved: number }[] }
    }
    const told = data.content.indicators
      .map(({ key, plannedNumber: planned, computed: counted, achieved }) => ({
        indicator: key,
        planned,
        computed: counted,
        achieved,
      }))
      .toSorted((one, other) => (one.indicator < other.indicator ? -1 : 1))
    expect(told).toEqual([...rows])
    expect(rows.find(({ indicator }) => indicator === 'methods')).toMatchObject({ planned: 7, achieved: 2 })
    const onPlan = JSON.parse(await (await web.get(planUrls.file(monitoring.id, 1, 'json'))).text()) as {
      monitoring: string
      achieved: { indicator: string; number: number }[]
    }
    expect(onPlan.monitoring).toBe(monitoringUrls.one(monitoring.id))
    expect(onPlan.achieved.find(({ indicator }) => indicator === 'comments')?.number).toBe(3)
  })

  it('are the same in the document', async () => {
    const view = await viewPublicMonitoring(services, 'sq', monitoring.id)
    if (!view) throw new Error('not public')
    const form = monitoringFile('sq', view, 'https://kuvend.example')
    const parts = unzipSync(await makeFormDocx(form))
    const xml = new TextDecoder().decode(parts['word/document.xml'])
    const cells = [...xml.matchAll(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
        [...cell.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, words]) => words).join(' '),
      ),
    )
    for (const { key, computed: value } of view.content.indicators) {
      const label = {
        methods: 'metodave',
        parties: 'palëve',
        participants: 'pjesëmarrësve',
        comments: 'komenteve',
        other: 'tjetër',
      }[key]
      const row = cells.find((one) => one.length === 5 && one[0]?.includes(label))
      expect([key, row?.[2]]).toEqual([key, value === null ? 'nuk dihet' : String(value)])
    }
  })
})

describe('a correction', async () => {
  const monitoring = await givenMonitoring(services, { consultation: await givenConsultation(services), saved: true })
  const { id } = monitoring

  it('without a reason is refused, and changes nothing', async () => {
    const before = await filled(services, monitoring)
    const answer = await post(urls.one(id), { versioni: '1', 'tregues-participants-saktesuar': '31' })
    const text = await answer.text()
    expect([answer.status, text.includes('href="#tregues-participants-arsyeja"'), text.includes('value="31"')]).toEqual(
      [422, true, true],
    )
    const written = judging('participants', { corrected: 31, reason: null })(before.written)
    expect(await saveMonitoring(services, monitoring.coordinator, { planId: id, revision: 1, written })).toEqual({
      kind: 'reason-missing',
    })
    expect((await filled(services, monitoring)).written).toEqual(before.written)
  })

  it('with a reason stands publicly beside the counted value', async () => {
    const fields = {
      versioni: '1',
      'tregues-participants-saktesuar': '31',
      'tregues-participants-arsyeja': 'Lista e takimit në fshat u mbajt në letër.',
      'tregues-participants-po-jo': 'po',
    }
    expect((await post(urls.one(id), fields)).status).toBe(303)
    await publish(services, monitoring)
    const page = await (await web.get(monitoringUrls.one(id))).text()
    for (const words of ['E saktësuar: 31', 'E numëruar: 0', 'Lista e takimit në fshat']) expect(page).toContain(words)
    const [row] = await db`
      select computed, corrected, correction_reason, achieved, adequate from consultations.open_monitoring
      where plan = ${id} and indicator = 'participants'`
    expect(row).toEqual({
      computed: 0,
      corrected: 31,
      correctionReason: 'Lista e takimit në fshat u mbajt në letër.',
      achieved: 31,
      adequate: true,
    })
    expect(await (await web.get(planUrls.version(id, 1))).text()).toContain('Lista e takimit në fshat')
  })
})

describe('versions', async () => {
  const monitoring = await givenMonitoring(services, { published: true })
  const { id, coordinator } = monitoring

  it('are final, and a second one says why', async () => {
    expect(await publishMonitoring(services, coordinator, { planId: id, lock: 'x', reason: null })).toEqual({
      kind: 'nothing-changed',
    })
    await write(services, monitoring, judging('methods', { adequate: false, measure: 'Dy takime më shumë.' }))
    const { lock } = await filled(services, monitoring)
    expect(await publishMonitoring(services, coordinator, { planId: id, lock, reason: null })).toEqual({
      kind: 'reason-missing',
    })
    expect(await publish(services, monitoring, 'U shtua një masë.')).toBe(2)
    await expect(
      db`update consultations.monitoring_versions set stage = 'final' where plan_id = ${id}`,
    ).rejects.toThrow('never changes')
    const first = await (await web.get(monitoringUrls.version(id, 1))).text()
    expect([first.includes('Dy takime më shumë.'), first.includes('Versioni i tanishëm është 2')]).toEqual([
      false,
      true,
    ])
  })

  it('are in the ledger with their plan, and told to whoever follows the consultation', async () => {
    const entries = await db`
      select distinct kind from platform.ledger_entries where subject in (${`consultations.monitoring:${id}`}, ${`consultations.plan:${id}`})
      order by kind`
    expect(entries.map(({ kind }) => kind)).toEqual(['consultations.monitoring', 'consultations.plan'])
    const news = await db`
      select facts ->> 'stage' as stage, matter from platform.happenings where subject = ${`consultations.monitoring:${id}`}`
    expect(news[0]).toEqual({ stage: 'interim', matter: `consultations.consultation:${monitoring.consultation.id}` })
  })

  it('go from the public with a take-down, and the plan shows no figure of them', async () => {
    const gone = await givenMonitoring(services, { published: true })
    const administrator = await officialWith(services, ['moderator', 'prova'], ['administrator', 'prova'])
    const submissionId = '11111111-1111-4111-8111-111111111111'
    const subject = `consultations.monitoring:${gone.id}`
    const order = { submissionId, subject, ground: 'unlawful', note: null } as const
    expect((await takeDown(services, everyDoor, administrator, order)).kind).toBe('taken-down')
    expect((await web.get(monitoringUrls.one(gone.id))).status).toBe(410)
    const left = await db`
      select 1 from consultations.plan_indicators where plan_id = ${gone.id} and achieved_number is not null`
    expect(left).toHaveLength(0)
  })
})

describe('two officials', async () => {
  it('do not write over each other: the second reads what the first wrote, and nothing of theirs is lost', async () => {
    const monitoring = await givenMonitoring(services, { saved: true })
    await write(services, monitoring, judging('methods', { measure: 'Shkruar nga tjetri.' }))
    const mine = { versioni: '1', 'tregues-methods-masa': 'Shkruar nga unë.' }
    const answer = await post(urls.one(monitoring.id), mine)
    const text = await answer.text()
    expect([answer.status, text.includes('Shkruar nga tjetri.'), text.includes('Shkruar nga unë.')]).toEqual([
      409,
      true,
      true,
    ])
    expect((await filled(services, monitoring)).written.indicators.methods.measure).toBe('Shkruar nga tjetri.')
  })

  it('a figure that changed since the page was read is seen before it is published', async () => {
    const monitoring = await givenMonitoring(services, { saved: true })
    const { lock } = await filled(services, monitoring)
    await givenComment(services, monitoring.consultation)
    const answer = await post(urls.publication(monitoring.id), { gjendja: lock })
    expect(answer.status).toBe(409)
    expect((await web.get(monitoringUrls.one(monitoring.id))).status).toBe(404)
  })
})

describe('where nothing can be monitored', () => {
  it('a plan without a consultation, or not published, says why and offers the way', async () => {
    const draft = await givenPlan(services)
    const alone = await givenPlan(services, { published: true })
    const read = async (id: string) => (await web.get(urls.one(id), { cookie })).text()
    expect(await read(draft.id)).toContain('Publikojeni planin')
    expect(await read(alone.id)).toContain('nuk është lidhur me asnjë konsultim')
    expect((await post(urls.one(alone.id), { versioni: '0' })).status).toBe(409)
    const { id } = await givenConsultation(services)
    expect(await (await web.get(urls.ofConsultation(id), { cookie })).text()).toContain('nuk ka plan')
  })

  it('a consultation of the past has unknown values, never nought', async () => {
    const ministry = await givenInstitution(services, 'mb')
    await importConsultationPlan(services, ministry.id, await readFile('db/demo/migration-strategy.json'))
    const id = (await findPlanAt(db, 'mb-strategjia-e-migracionit-2024-2030')) ?? ''
    const coordinator = await officialWith(services, ['consultation-coordinator', 'mb'])
    const { content, stage, disagreements } = await filled(services, { id, coordinator })
    expect(content.indicators.map(({ computed }) => computed)).toEqual([null, null, null, null, null])
    expect([content.counts, content.proposal, stage]).toEqual([null, null, 'final'])
    expect(disagreements.map(({ kind }) => kind)).toEqual(['counts-differ', 'timeline-differs'])
    await write(services, { id, coordinator })
    await publish(services, { id, coordinator })
    const rows = await db`select planned_words, achieved from consultations.open_monitoring where plan = ${id}`
    expect(rows.map(({ achieved }) => achieved as unknown)).toEqual([null, null, null, null, null])
    const page = await (await web.get(monitoringUrls.one(id))).text()
    for (const words of ['nuk dihet', 'një takim i grupit të punës']) expect(page).toContain(words)
  })
})

describe('the next plan', async () => {
  const earlier = await givenMonitoring(services, { institution: 'tjeter' })
  await write(services, earlier, judging('parties', { adequate: false, measure: 'Ftohen edhe fshatrat.' }))
  await publish(services, earlier)
  const next = await givenPlan(services, { institution: 'tjeter' })
  const { coordinator } = next
  const order = { id: next.id, from: earlier.id, about: 'parties' } as const
  const offered = async () => {
    const row = await planRow(services, next.id)
    return listMeasures(db, row?.institutionId ?? '', { besides: next.id, limit: 10 })
  }

  it('is offered the measures of the monitoring with their source; one press takes or leaves one', async () => {
    expect(await offered()).toMatchObject([{ source: 'monitoring', words: 'Ftohen edhe fshatrat.', choice: null }])
    expect(await chooseMeasure(services, coordinator, { ...order, choice: 'declined' })).toEqual({ kind: 'declined' })
    expect([(await offered())[0]?.choice, (await sectionOf(services, next.id, 5)).indicators.parties.measure]).toEqual([
      'declined',
      null,
    ])
    expect(await chooseMeasure(services, coordinator, { ...order, choice: 'adopted' })).toEqual({ kind: 'adopted' })
    expect((await sectionOf(services, next.id, 5)).indicators.parties.measure).toBe('Ftohen edhe fshatrat.')
  })

  it('is asked in its own monitoring whether it kept them, and says so publicly', async () => {
    const { linkPlan } = await import('../plan/link-plan.ts')
    await givenVersion(services, coordinator, next.id)
    const consultation = await givenConsultation(services, { institution: 'tjeter' })
    await linkPlan(services, coordinator, { id: next.id, consultationId: consultation.id, move: 'link' })
    const { content, written } = await filled(services, next)
    expect(content.kept).toMatchObject([{ words: 'Ftohen edhe fshatrat.', kept: null }])
    // What was taken over for this time is no measure for the next.
    expect(written.indicators.parties.measure).toBeNull()
    const { measureKey } = await import('./monitoring-rules.ts')
    const [key = ''] = content.kept.map(measureKey)
    await write(services, next, (all) => ({ ...all, kept: { [key]: { kept: true, words: 'Erdhën tre fshatra.' } } }))
    await publish(services, next)
    const page = await (await web.get(monitoringUrls.one(next.id))).text()
    for (const words of ['Ftohen edhe fshatrat.', 'Erdhën tre fshatra.']) expect(page).toContain(words)
  })
})

describe('on time', () => {
  const activity = (from: string | null, held = false) =>
    ({
      kind: 'workshop',
      held,
      from,
      to: null,
      topic: 't',
      place: null,
      organiser: null,
      supporter: null,
      moderator: null,
      participants: null,
      outcome: null,
    }) as const
  const plan = (...activities: ReturnType<typeof activity>[]) => ({
    timeline: { orders: [], groups: [], secretariat: null, activities, inputs: [], tracks: [], notes: [] },
  })
  const window = { closesOn: '2026-11-30', extensions: 0 }
  const meeting = (day: string) => ({ kind: 'workshop', day, present: null })

  it('is proposed from the days of the plan against the meetings held and the window', () => {
    const days = plan(activity('2026-10'), activity('2026-11-10'), activity('2026-12-20'), activity('2026-09-01', true))
    const both = [meeting('2026-10-31'), meeting('2026-11-10')]
    expect(proposeOnTime(days, both, window, '2026-11-15')).toMatchObject({
      answer: true,
      due: 2,
      inTime: 2,
      marked: 1,
    })
    const late = [meeting('2026-11-01'), meeting('2026-11-11')]
    expect(proposeOnTime(days, late, window, '2026-11-15')).toMatchObject({ answer: false, due: 2, inTime: 1 })
    expect(proposeOnTime(days, both, { ...window, extensions: 1 }, '2026-11-15').answer).toBe(false)
  })

  it('says nothing as long as there is nothing to tell it by', () => {
    expect(proposeOnTime(plan(), [], window, '2026-11-15').answer).toBeNull()
    expect(proposeOnTime(plan(), [], window, '2026-12-01').answer).toBe(true)
  })
})
