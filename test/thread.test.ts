import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openOnDraft } from '#modules/consultations/notices/open-on-draft.ts'
import { givenPreliminary } from '#modules/consultations/notices/notices-testing.ts'
import { linkPlan } from '#modules/consultations/plan/link-plan.ts'
import { givenPlan } from '#modules/consultations/plan/plan-testing.ts'
import { givenConsultation, givenDraft, officialWith } from '#modules/consultations/testing.ts'
import { consultationUrls, planUrls } from '#modules/consultations/urls.ts'
import { linkPlannedAct } from '#modules/consultations/year/link-planned-act.ts'
import { givenPlannedAct } from '#modules/consultations/year/year-testing.ts'
import { givenMeeting, givenMeetingDraft } from '#modules/meetings/testing.ts'
import { meetingUrls } from '#modules/meetings/urls.ts'
import { linkWords } from '#platform/links/link-texts.ts'
import { checkLinks } from '#platform/links/check-links.ts'
import { viewThread } from '#platform/links/thread-view.ts'
import { threadUrls } from '#platform/links/urls.ts'
import { findSign } from '#platform/signs/sign-queries.ts'
import { MATTER_THREAD_TEXTS } from '#ui/matter-thread-texts.ts'
import { testDatabase } from './database.ts'
import { everyDoor as doors } from './doors.ts'
import { testWeb } from './web.ts'
import { threadTexts } from '#app/public/thread/texts.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const t = MATTER_THREAD_TEXTS.sq
const read = async (path: string) => (await web.get(path)).text()
const refOf = ({ id }: { id: string }) => `consultations.consultation:${id}`

// A whole matter: act planned, plan, a first look before the draft, a hearing on it; and drafts of which nobody may hear.
const preliminary = await givenPreliminary(services)
const coordinator = await officialWith(services, ['consultation-coordinator', 'prova'])
const opened = await openOnDraft(services, coordinator, preliminary.id, randomUUID())
if (opened.kind !== 'opened') throw new Error(opened.kind)
const consultation = await givenConsultation(services, { title: 'Rregullore me një rrugë të gjatë' })
const act = await givenPlannedAct(services, { year: 2026, published: true, consultation: consultation.id })
const plan = await givenPlan(services, { published: true })
await linkPlan(services, plan.coordinator, { id: plan.id, consultationId: consultation.id, move: 'link' })
const meeting = await givenMeeting(services, { about: refOf(consultation), title: 'Dëgjesë për rrugën e gjatë' })
const secretMeeting = await givenMeetingDraft(services, { about: refOf(consultation), title: 'Takim i fshehtë' })
const lonely = await givenConsultation(services, { title: 'Rregullore pa asnjë lidhje' })
const draft = await givenDraft(services, { title: 'Projekt i fshehtë i lidhur' })
await linkPlannedAct(services, act.official, draft.id, act.id)

const RECORDS = [
  `consultations.planned-act:${act.id}`,
  `consultations.plan:${plan.id}`,
  `meetings.meeting:${meeting.id}`,
  refOf(consultation),
]
const PAGES = [
  consultationUrls.one(consultation.slug),
  act.href,
  planUrls.ofConsultation(consultation.slug),
  meetingUrls.one(meeting.slug ?? ''),
]

describe('the thread of a matter', () => {
  it('is the same from every record in it, in the order of the life of the matter', async () => {
    for (const ref of RECORDS) {
      const { records, more } = await viewThread(services, doors, 'sq', ref, { public: true })
      expect(
        records.map(({ subject }) => subject.ref),
        ref,
      ).toEqual(RECORDS)
      expect(more).toBe(false)
    }
  })

  it('stands on the page of every record in it, each with what it is to its neighbour', async () => {
    for (const path of PAGES) {
      const page = await read(path)
      expect(page, path).toContain(`>${t.title}<`)
      for (const other of PAGES)
        if (other !== path && other !== planUrls.ofConsultation(consultation.slug))
          expect(page, path).toContain(`href="${other}"`)
      expect(page).toContain(t.here)
    }
    const page = await read(PAGES[0] ?? '')
    expect(page).toContain(linkWords.sq['planned-as'].forth)
    expect(page).toContain(linkWords.sq['plan-of'].back)
    expect(page).toContain(linkWords.sq.about.back)
  })

  it('has an address of its own, in both languages and as data', async () => {
    const page = await web.get(threadUrls.of(refOf(consultation)))
    expect(page.headers.get('cache-control')).toContain('public')
    expect(await page.text()).toContain('Dëgjesë për rrugën e gjatë')
    expect(await read(`/en${threadUrls.of(refOf(consultation))}`)).toContain(MATTER_THREAD_TEXTS.en.title)
    const data = JSON.parse(await read(threadUrls.data(refOf(consultation)))) as {
      records: { ref: string }[]
      links: object[]
    }
    expect(data.records.map(({ ref }) => ref)).toEqual(RECORDS)
    expect(data.links).toHaveLength(3)
  })

  it('is told in the API, in its description, and in the data of the consultation', async () => {
    const answer = await web.get(`/api/v1/rruga?rekordi=${encodeURIComponent(refOf(consultation))}`)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual(JSON.parse(await read(threadUrls.data(refOf(consultation)))))
    expect((await web.get('/api/v1/rruga?rekordi=x')).status).toBe(400)
    expect((await web.get(`/api/v1/rruga?rekordi=${refOf({ id: randomUUID() })}`)).status).toBe(404)
    const own = JSON.parse(await read(consultationUrls.data(consultation.slug))) as {
      thread: { records: { ref: string }[] }
    }
    expect(own.thread.records.map(({ ref }) => ref)).toEqual(RECORDS)
  })

  it('tells nobody of a draft, nor leads over one', async () => {
    const forms = [
      ...PAGES,
      threadUrls.of(refOf(consultation)),
      threadUrls.data(RECORDS[0] ?? ''),
      consultationUrls.data(consultation.slug),
    ]
    for (const path of forms) {
      const page = await read(path)
      for (const words of [draft.form.title, draft.id, 'Takim i fshehtë', secretMeeting.id])
        expect(page, path).not.toContain(words)
    }
    expect((await web.get(threadUrls.of(refOf(draft)))).status).toBe(404)
    expect((await web.get(threadUrls.of(`meetings.meeting:${secretMeeting.id}`))).status).toBe(404)
    const office = await viewThread(services, doors, 'sq', refOf(consultation), { public: false })
    expect(office.records.map(({ subject }) => subject.ref)).toContain(refOf(draft))
  })

  it('joins the stage before the draft with the one on it only when both are public', async () => {
    expect((await viewThread(services, doors, 'sq', refOf(preliminary), { public: true })).records).toEqual([])
    const both = await viewThread(services, doors, 'sq', refOf(preliminary), { public: false })
    expect(both.records.map(({ step }) => step)).toEqual(['preliminary', 'consultation'])
  })

  it('is not on a page that nothing is linked with, and its own page says so', async () => {
    expect(await read(consultationUrls.one(lonely.slug))).not.toContain(`>${t.title}<`)
    expect(await read(threadUrls.of(refOf(lonely)))).toContain(threadTexts('sq').alone)
  })

  it('is not found for what is no reference', async () => {
    for (const ref of ['', 'x', 'consultations.consultation:x', `platform.nothing:${randomUUID()}`])
      expect((await web.get(`/rruga?rekordi=${encodeURIComponent(ref)}`)).status).toBe(404)
  })
})

describe('the nightly look at links', () => {
  it('counts those that lead nowhere, and shows it to who runs the installation', async () => {
    const before = await checkLinks(services, doors)
    expect(before.dangling).toBe(0)
    expect(before.looked).toBeGreaterThan(2)
    const { institution } = consultation
    await db`
      insert into platform.links (institution_id, from_ref, to_ref, kind, at)
      values (${institution.id}, ${`meetings.meeting:${randomUUID()}`}, ${refOf(consultation)}, 'about', ${services.clock.now()})`
    expect(await checkLinks(services, doors)).toEqual({ looked: before.looked + 1, dangling: 1 })
    expect(await findSign(db, 'links')).toMatchObject({ details: { ok: false, dangling: 1 } })
    const operator = await web.signedInAs({
      email: 'op@kuvend.example',
      name: 'Liri Prove',
      roles: [{ role: 'operator', institution: null }],
    })
    expect(await (await web.get('/zyra/gjendja', { cookie: operator })).text()).toContain('1 pa rekord në njërin skaj')
  })
})
