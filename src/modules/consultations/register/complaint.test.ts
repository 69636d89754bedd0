import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { givenConsultation, givenDraft } from '../testing.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import { adoptPlannedAct } from '../year/move-planned-act.ts'
import { givenPlannedAct } from '../year/year-testing.ts'
import { registerUrls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const t = textsIn('sq').complaint
const read = async (path: string) => (await web.get(path)).text()

const albanian = await givenConsultation(services, { basisRule: 'AL-CONS-NOTICE', opens: -60 })
const kosovar = await givenConsultation(services, { institution: 'provas' })

describe('the right to complain about a consultation', () => {
  it('is reached from the page of the consultation, and tells to whom, how surely, and what is not known', async () => {
    expect(await read(consultationUrls.one(albanian.slug))).toContain(registerUrls.complaint(albanian.slug))
    const page = await read(registerUrls.complaint(albanian.slug))
    for (const words of [
      t.before,
      t.after,
      t.whoWords,
      t.openUntilAdopted,
      t.notAdopted,
      t.nextDecision,
      t.confidence.S,
    ])
      expect(page).toContain(words.replaceAll("'", '&#39;'))
    for (const rule of ['AL-CONS-COMPLAINT-HEAD', 'AL-CONS-COMPLAINT', 'AL-CONS-SUBMISSIONS', 'AL-CONS-DECISION'])
      expect(page).toContain(`/afatet/${rule}"`)
    expect(page).not.toContain(t.otherBasis)
  })

  it('reckons the last day from the day on which the act was adopted, and explains it', async () => {
    const act = await givenPlannedAct(services, { year: 2026, published: true, consultation: albanian.id })
    expect(await read(registerUrls.complaint(albanian.slug))).toContain(t.notAdopted)
    await adoptPlannedAct(services, act.official, act.id, { on: '2026-11-20', reference: 'VKB nr. 41' })
    const page = await read(registerUrls.complaint(albanian.slug))
    // 30 calendar days from 20 November end on Sunday, 20 December.
    expect(page).toContain('dhjetor 2026')
    expect(page).toContain(t.clockLabel)
    expect(page).toContain(t.adoptedAlready('20 nëntor 2026', 'VKB nr. 41'))
    expect(page).not.toContain(t.notAdopted)
  })

  it('gives neither a term nor a body for Kosovo, where nothing was verified, and shows the institution', async () => {
    const page = await read(registerUrls.complaint(kosovar.slug))
    expect(page).toContain(t.kosovo)
    expect(page).not.toContain(t.commissioner)
    expect(page).not.toContain('AL-CONS-COMPLAINT')
    expect(page).toContain('/shkruani/provas?lenda=')
  })

  it('opens the form of the institution with the subject line filled in', async () => {
    const page = await read(registerUrls.complaint(albanian.slug))
    const form = /href="(\/shkruani\/prova\?lenda=[^"]+)"/.exec(page)?.[1] ?? ''
    const filled = await read(form.replaceAll('&amp;', '&'))
    expect(filled).toContain(t.subject('1/2026', albanian.form.title))
    const hostile = await read(`/shkruani/prova?lenda=${encodeURIComponent('"><script>alert(1)</script>')}`)
    expect(hostile).not.toContain('<script>alert(1)')
  })

  it('is not there for a draft, nor for what was never there', async () => {
    const draft = await givenDraft(services)
    expect((await web.get(registerUrls.complaint('prova-2026-99'))).status).toBe(404)
    expect((await web.get(registerUrls.complaint(draft.id))).status).toBe(404)
  })

  it('stands in English too', async () => {
    expect(await read(`/en${registerUrls.complaint(albanian.slug)}`)).toContain(textsIn('en').complaint.after)
  })
})
