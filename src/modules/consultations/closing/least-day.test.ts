import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { findDeadline } from '#platform/deadlines/deadline-queries.ts'
import { setOwnTerm } from '#platform/deadlines/terms/set-own-term.ts'
import { testDatabase } from '#test/database.ts'
import { people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { stateOf } from '../counts-testing.ts'
import { dayInputs, typedOfConsultation } from '../drafting/draft-form.ts'
import { findForOffice } from '../drafting/draft-queries.ts'
import { startConsultation } from '../drafting/write-consultation.ts'
import { givenConsultation, givenDraft, officialWith } from '../testing.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls, officeUrls } from '../urls.ts'
import { clockOf, NOTICE_RULE } from './closing-rules.ts'
import { DAY_BEFORE_LEAST, givenByLaw, LEAST } from './closing-testing.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const { clock } = services
const NOW = clock.now()
const t = textsIn('sq').closing
const cookie = await web.signedInAs(people.albanianCoordinator)
const post = (path: string, fields: Record<string, string>) => web.post(path, fields, { cookie })

afterEach(() => clock.set(NOW))

const rowOf = async (id: string) => {
  const row = await findForOffice(db, 'sq', id)
  if (!row) throw new Error(`No consultation ${id}`)
  return row
}
const clockRow = (id: string) => findDeadline(db, clockOf(id).subject, clockOf(id).slot)
const formOf = async (id: string, changes: Record<string, string> = {}): Promise<Record<string, string>> => ({
  ...typedOfConsultation(await rowOf(id)),
  ...changes,
})
const byLaw = (more: Parameters<typeof givenDraft>[1] = {}) =>
  givenDraft(services, { basisRule: NOTICE_RULE, opens: 0, closesOn: null, ...more })

describe('a draft on law 146/2014', () => {
  it('shows the least day and every day on the way to it, and takes it where none is typed', async () => {
    const { id } = await byLaw()
    expect(await rowOf(id)).toMatchObject({ closesOn: LEAST, closesChosenOn: null })
    expect(await clockRow(id)).toMatchObject({ state: 'planned', ruleId: NOTICE_RULE, n: 20, startedOn: '2026-11-22' })
    for (const path of [officeUrls.edit(id), officeUrls.consultation(id)]) {
      const page = await (await web.get(path, { cookie })).text()
      expect(page).toContain(t.least.byLaw('24 dhjetor 2026'))
      expect(page).toContain('8 dhjetor')
      expect(page).toContain('neni 15')
    }
  })

  it('takes exactly the least day, and refuses the day before with the explanation', async () => {
    const { id } = await byLaw()
    const before = await stateOf(db)
    const early = await post(officeUrls.edit(id), await formOf(id, dayInputs('mbyllet', DAY_BEFORE_LEAST)))
    const page = await early.text()
    expect(early.status).toBe(422)
    expect(page).toContain('href="#mbyllet"')
    expect(page).toContain(t.least.tooEarly('24 dhjetor 2026'))
    expect(page).toContain('<details class="govuk-details" open')
    expect(await stateOf(db)).toBe(before)
    const exact = await post(officeUrls.edit(id), await formOf(id, dayInputs('mbyllet', LEAST)))
    expect(exact.status).toBe(303)
    expect(await rowOf(id)).toMatchObject({ closesOn: LEAST, closesChosenOn: LEAST })
  })

  it('may close later, and a new one is refused as an old one is', async () => {
    const { id, form } = await byLaw()
    const later = dayInputs('mbyllet', '2027-01-15')
    expect((await post(officeUrls.edit(id), await formOf(id, later))).status).toBe(303)
    expect(await rowOf(id)).toMatchObject({ closesOn: '2027-01-15' })
    const before = await stateOf(db)
    const fields = { ...(await formOf(id, dayInputs('mbyllet', DAY_BEFORE_LEAST))) }
    expect((await post(officeUrls.newConsultation(), { ...fields, dergesa: randomUUID() })).status).toBe(422)
    const coordinator = await officialWith(services, ['consultation-coordinator', 'prova'])
    const outcome = await startConsultation(services, coordinator, { ...form, closesOn: DAY_BEFORE_LEAST })
    expect(outcome).toEqual({ kind: 'too-early', least: LEAST, field: 'closing' })
    expect(await stateOf(db)).toBe(before)
  })

  it('counts from the opening day or the official notice where that comes later', async () => {
    const opens = await byLaw({ opensOn: '2026-11-25' })
    expect(await rowOf(opens.id)).toMatchObject({ closesOn: '2026-12-29' })
    const posted = await byLaw({ opensOn: '2026-11-22', officialPostedOn: '2026-11-25' })
    expect(await rowOf(posted.id)).toMatchObject({ closesOn: '2026-12-29' })
    const earlier = await byLaw({ opensOn: '2026-11-22', officialPostedOn: '2026-11-02' })
    expect(await rowOf(earlier.id)).toMatchObject({ closesOn: LEAST })
  })

  it('is none in Kosovo, where there is no such law', async () => {
    const kosovar = await officialWith(services, ['consultation-coordinator', 'provas'])
    const { form } = await givenDraft(services, { institution: 'provas' })
    const before = await stateOf(db)
    const outcome = await startConsultation(services, kosovar, { ...form, basisRule: NOTICE_RULE })
    expect(outcome.kind).toBe('law-of-another-country')
    expect(await stateOf(db)).toBe(before)
    const page = await web.get(officeUrls.newConsultation(), {
      cookie: await web.signedInAs(people.kosovarCoordinator),
    })
    expect(await page.text()).not.toContain('value="law-146"')
  })
})

describe('publishing on law 146/2014', () => {
  it('promises the day: it is stored as chosen, and everybody reads why', async () => {
    const { id, slug } = await givenByLaw(services)
    expect(await clockRow(id)).toMatchObject({
      state: 'running',
      basis: 'rule',
      ruleId: NOTICE_RULE,
      startedOn: '2026-11-22',
      chosenOn: LEAST,
      dueOn: LEAST,
      dueAt: new Date('2026-12-24T23:00:00Z'),
      role: 'consultation-coordinator',
      public: true,
    })
    const page = await (await web.get(consultationUrls.one(slug))).text()
    expect(page).toContain('24 dhjetor 2026')
    expect(page).toContain('Numërohen 20 ditë pune')
    const data = (await (await web.get(consultationUrls.data(slug))).json()) as object
    expect(data).toMatchObject({
      closesOn: LEAST,
      basis: 'law-146',
      deadline: { rule: NOTICE_RULE, ruleVersion: 1, law: 'L146/2014 Art 15', n: 20, unit: 'wd', dueOn: LEAST },
    })
    const { deadline } = data as { deadline: { explanation: { counted: number; skipped: unknown[] } } }
    expect(deadline.explanation.counted).toBe(20)
    expect(deadline.explanation.skipped.length).toBeGreaterThan(10)
  })

  it('some days later moves the day that nobody typed, and refuses one that has become too early', async () => {
    const { id } = await byLaw()
    const chosen = await byLaw({ closesOn: LEAST })
    clock.set(new Date('2026-11-26T11:00:00Z'))
    const late = await web.signedInAs(people.albanianCoordinator)
    const publish = (one: string) => web.post(officeUrls.publication(one), { 'hapja-kaluar': 'po' }, { cookie: late })
    const before = await stateOf(db)
    const refused = await publish(chosen.id)
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain(t.least.tooEarlyNow('24 dhjetor 2026', '30 dhjetor 2026'))
    expect(await stateOf(db)).toBe(before)
    expect((await publish(id)).status).toBe(303)
    expect(await clockRow(id)).toMatchObject({ state: 'running', startedOn: '2026-11-26', dueOn: '2026-12-30' })
  })

  it('takes no day of notice afterwards that would leave less than the law gives', async () => {
    const { id } = await givenByLaw(services)
    const posted = { ...dayInputs('njoftuar', '2026-11-25'), arsyeja: 'Njoftimi u postua sot.' }
    const before = await stateOf(db)
    const refused = await post(officeUrls.edit(id), await formOf(id, posted))
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(t.least.posting('29 dhjetor 2026'))
    expect(await stateOf(db)).toBe(before)
  })
})

describe('an opening day that has passed', () => {
  it('is told before publishing, and confirmed', async () => {
    const { id } = await givenDraft(services)
    const before = await stateOf(db)
    const asked = await post(officeUrls.publication(id), {})
    const page = await asked.text()
    expect(asked.status).toBe(422)
    expect(page).toContain(t.pastOpening.error('17 nëntor 2026'))
    expect(page).toContain('name="hapja-kaluar"')
    expect(await stateOf(db)).toBe(before)
    expect((await post(officeUrls.publication(id), { 'hapja-kaluar': 'po' })).status).toBe(303)
    expect(await rowOf(id)).toMatchObject({ state: 'published', opensOn: '2026-11-17' })
  })

  it('is no matter where it opens today', async () => {
    const { id } = await givenDraft(services, { opens: 0 })
    expect(await (await web.get(officeUrls.consultation(id), { cookie })).text()).not.toContain('hapja-kaluar')
    expect((await post(officeUrls.publication(id), {})).status).toBe(303)
  })
})

describe('another basis', () => {
  it('closes on the day set by hand, and says that the institution set it', async () => {
    const { id, slug } = await givenConsultation(services)
    expect(await clockRow(id)).toMatchObject({ basis: 'day', ruleId: null, dueOn: '2026-12-02' })
    expect(await (await web.get(consultationUrls.one(slug))).text()).toContain('e ka caktuar institucioni')
  })

  it('follows the term that the institution has set, as a least', async () => {
    const administrator = await officialWith(services, ['administrator', 'me-afat'])
    const { institution } = await givenDraft(services, { institution: 'me-afat' })
    const order = { ruleId: 'AL-LSG-CONSULT', basis: 'Rregullorja e këshillit, neni 12', fromOn: '2026-01-01' }
    const form = { ...order, seen: null, formId: randomUUID() }
    const number = { n: 10, unit: 'wd', firstDay: null, roll: null } as const
    expect(await setOwnTerm(services, administrator, institution.id, form, number)).toMatchObject({ kind: 'done' })
    const own = await givenDraft(services, { institution: 'me-afat', opens: 0, closesOn: null })
    expect(await rowOf(own.id)).toMatchObject({ closesOn: '2026-12-10' })
    expect(await clockRow(own.id)).toMatchObject({ basis: 'own', ruleId: 'AL-LSG-CONSULT', n: 10 })
    const coordinator = await officialWith(services, ['consultation-coordinator', 'me-afat'])
    const early = await startConsultation(services, coordinator, { ...own.form, closesOn: '2026-12-09' })
    expect(early).toEqual({ kind: 'too-early', least: '2026-12-10', field: 'closing' })
  })
})
