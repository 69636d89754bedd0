import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { people, type TestPerson } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { rowsChangedBy, stateOf } from '../counts-testing.ts'
import {
  aCommentForm,
  givenComment,
  givenConsultation,
  givenDraft,
  officialWith,
  staffWith,
  type GivenDraft,
} from '../testing.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls, officeUrls } from '../urls.ts'
import { typedOfConsultation } from './draft-form.ts'
import { findForOffice } from './draft-queries.ts'
import { publishConsultation } from './publish-consultation.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const { clock } = services
const t = textsIn('sq')
const NOW = clock.now()

const as = async (person: TestPerson) => {
  const cookie = await web.signedInAs(person)
  return {
    read: async (path: string) => (await web.get(path, { cookie })).text(),
    post: (path: string, fields: Record<string, string>) => web.post(path, fields, { cookie }),
  }
}

const coordinator = await as(people.albanianCoordinator)

/** Most drafts here open some days ago: that is confirmed. */
const AS_IT_IS = { 'hapja-kaluar': 'po' }

const numberOf = async (id: string) => {
  const [row] = await db<{ number: string | null }[]>`
    select register_number || '/' || register_year as number from consultations.consultations where id = ${id}`
  return row?.number
}

async function formOf(id: string, changes: Record<string, string> = {}): Promise<Record<string, string>> {
  const row = await findForOffice(db, 'sq', id)
  if (!row) throw new Error(`No consultation ${id}`)
  return { ...typedOfConsultation(row), ...changes }
}

async function givenDrafts(count: number, institution: string): Promise<GivenDraft[]> {
  const drafts: GivenDraft[] = []
  while (drafts.length < count)
    drafts.push(await givenDraft(services, { institution, text: 'Neni 1\n\nTekst i shkurtër.' }))
  return drafts
}

describe('publishing', () => {
  it('takes the next number of the institution and the year, and tells everyone', async () => {
    const first = await givenDraft(services, { institution: 'numrat' })
    const second = await givenDraft(services, { institution: 'numrat' })
    const official = await as(staffWith('consultation-coordinator', 'numrat'))
    const changed = await rowsChangedBy(db, async () => {
      const response = await official.post(officeUrls.publication(first.id), AS_IT_IS)
      expect(response.headers.get('location')).toBe(`${officeUrls.consultation(first.id)}?u=publikua`)
    })
    expect(changed).toEqual({ changes: 1 })
    await official.post(officeUrls.publication(second.id), AS_IT_IS)
    expect([await numberOf(first.id), await numberOf(second.id)]).toEqual(['1/2026', '2/2026'])
    const page = await (await web.get('/konsultime/numrat-2026-1')).text()
    expect(page).toContain(t.page.number(1, 2026))
    expect(await official.read(`${officeUrls.consultation(second.id)}?u=publikua`)).toContain(
      t.office.published('2/2026'),
    )
  })

  it('leaves no gap when one fails after its number was drawn', async () => {
    const drafts = await givenDrafts(3, 'pa-vrima')
    const [first, failing, third] = drafts.map(({ id }) => id) as [string, string, string]
    const official = await as(staffWith('consultation-coordinator', 'pa-vrima'))
    await official.post(officeUrls.publication(first), AS_IT_IS)
    await db.unsafe(
      `alter table consultations.consultation_events add constraint failing check (consultation_id <> '${failing}')`,
    )
    const before = await stateOf(db)
    expect((await official.post(officeUrls.publication(failing), AS_IT_IS)).status).toBe(500)
    expect(await stateOf(db)).toBe(before)
    await official.post(officeUrls.publication(third), AS_IT_IS)
    expect([await numberOf(first), await numberOf(failing), await numberOf(third)]).toEqual(['1/2026', null, '2/2026'])

    await db`alter table consultations.consultation_events drop constraint failing`
    await official.post(officeUrls.publication(failing), AS_IT_IS)
    expect(await numberOf(failing)).toBe('3/2026')
  })

  it('of ten at once gives ten numbers in a row, and of one ten times one number', async () => {
    const drafts = await givenDrafts(10, 'njeheresh')
    const official = await officialWith(services, ['consultation-coordinator', 'njeheresh'])
    const publish = (id: string) => publishConsultation(services, official, id, { pastOpeningConfirmed: true })
    await Promise.all(drafts.map(({ id }) => publish(id)))
    const numbers = await Promise.all(drafts.map(({ id }) => numberOf(id)))
    expect(numbers.toSorted()).toEqual(Array.from({ length: 10 }, (_, n) => `${n + 1}/2026`).toSorted())

    const eleventh = await givenDraft(services, { institution: 'njeheresh' })
    const changed = await rowsChangedBy(db, async () => {
      const outcomes = await Promise.all(Array.from({ length: 10 }, () => publish(eleventh.id)))
      expect(outcomes.filter(({ kind }) => kind === 'published')).toHaveLength(1)
    })
    expect(changed).toEqual({ changes: 1 })
    expect(await numberOf(eleventh.id)).toBe('11/2026')
  })

  it('pressed twice is no mistake: it is public, and that is what was wanted', async () => {
    const { id } = await givenDraft(services)
    await coordinator.post(officeUrls.publication(id), AS_IT_IS)
    const before = await stateOf(db)
    const again = await coordinator.post(officeUrls.publication(id), AS_IT_IS)
    expect([again.status, again.headers.get('location')]).toEqual([303, officeUrls.consultation(id)])
    expect(await stateOf(db)).toBe(before)
  })

  it('counts each institution by itself, in both countries', async () => {
    const [albanian, kosovar] = [
      await givenConsultation(services, { institution: 'njera' }),
      await givenConsultation(services, { institution: 'tjetra' }),
    ]
    expect([await numberOf(albanian.id), await numberOf(kosovar.id)]).toEqual(['1/2026', '1/2026'])
    expect([albanian.slug, kosovar.slug]).toEqual(['njera-2026-1', 'tjetra-2026-1'])
  })

  it('on new year’s night belongs to the year that the institution’s clock shows', async () => {
    const official = await officialWith(services, ['consultation-coordinator', 'viti-i-ri'])
    const publishAt = async (moment: string) => {
      clock.set(new Date(moment))
      const { id } = await givenDraft(services, { institution: 'viti-i-ri' })
      await publishConsultation(services, official, id, { pastOpeningConfirmed: true })
      return numberOf(id)
    }
    expect(await publishAt('2026-12-31T22:59:59Z')).toBe('1/2026')
    expect(await publishAt('2026-12-31T23:00:00Z')).toBe('1/2027')
    clock.set(NOW)
  })

  it('of what is not ready is refused with every reason at once, and nothing changes', async () => {
    const { id } = await givenDraft(services, { text: null, opensOn: null, closesOn: null })
    const before = await stateOf(db)
    const response = await coordinator.post(officeUrls.publication(id), AS_IT_IS)
    const page = await response.text()
    expect(response.status).toBe(409)
    for (const reason of ['no-opening-day', 'no-closing-day', 'no-text-and-no-document'] as const) {
      expect(page).toContain(t.office.refusals[reason])
    }
    expect(await stateOf(db)).toBe(before)
  })

  it('after its closing day is refused, and on it is not', async () => {
    const { id } = await givenDraft(services, { opensOn: '2026-11-10', closesOn: '2026-11-21' })
    expect(await (await coordinator.post(officeUrls.publication(id), AS_IT_IS)).text()).toContain(
      t.office.refusals['closing-is-past'],
    )
    const { id: today } = await givenDraft(services, { opensOn: '2026-11-10', closesOn: '2026-11-22' })
    expect((await coordinator.post(officeUrls.publication(today), AS_IT_IS)).headers.get('location')).toContain(
      'u=publikua',
    )
  })

  it('is not for administrators, moderators and auditors, nor for a coordinator of elsewhere', async () => {
    const { id } = await givenDraft(services)
    const mixed = {
      email: 'perzier@prova.example',
      name: 'Liri Prove',
      roles: [
        { role: 'administrator', institution: 'prova' },
        { role: 'consultation-coordinator', institution: 'provas' },
      ],
    } as const
    const { albanianAdministrator, albanianModerator, auditor, operator } = people
    const refused = await Promise.all([albanianAdministrator, albanianModerator, auditor, operator, mixed].map(as))
    const elsewhere = await as(people.kosovarCoordinator)
    const before = await stateOf(db)
    for (const one of refused) expect((await one.post(officeUrls.publication(id), AS_IT_IS)).status).toBe(403)
    expect([403, 404]).toContain((await elsewhere.post(officeUrls.publication(id), AS_IT_IS)).status)
    expect(await stateOf(db)).toBe(before)
  })
})

describe('correcting what is public', () => {
  const correct = async (id: string, changes: Record<string, string>) =>
    coordinator.post(officeUrls.edit(id), await formOf(id, changes))

  it('makes a new version with its reason, which everyone reads under what has changed', async () => {
    const { id, slug } = await givenConsultation(services, { titleEn: '' })
    clock.passMinutes(24 * 60)
    const official = await as(people.albanianCoordinator)
    const changed = await rowsChangedBy(db, async () => {
      const form = await formOf(id, { titulli: 'Titull i korrigjuar', arsyeja: 'Gabim shtypi te titulli <b>.' })
      expect((await official.post(officeUrls.edit(id), form)).status).toBe(303)
    })
    clock.set(NOW)
    expect(changed).toEqual({ changes: 1 })
    const page = await (await web.get(consultationUrls.one(slug))).text()
    expect(page).toContain('Titull i korrigjuar')
    expect(page).toContain(t.page.changes)
    expect(page).toContain('Gabim shtypi te titulli &lt;b&gt;.')
    expect(page).toContain(t.page.correctedOn('23 nëntor 2026'))
    const record = await (await web.get(consultationUrls.data(slug))).json()
    expect(record).toMatchObject({
      version: 2,
      title: 'Titull i korrigjuar',
      changedAt: '2026-11-23T11:00:00.000Z',
      events: [
        { kind: 'published', version: 1 },
        { kind: 'corrected', version: 2, reason: 'Gabim shtypi te titulli <b>.' },
      ],
    })
    expect(JSON.stringify(record)).not.toContain(people.albanianCoordinator.email)
  })

  it('needs a reason', async () => {
    const { id } = await givenConsultation(services)
    const before = await stateOf(db)
    const response = await correct(id, { titulli: 'Titull pa arsye', arsyeja: '' })
    const page = await response.text()
    expect(response.status).toBe(422)
    expect([page.includes('href="#arsyeja"'), page.includes('Titull pa arsye')]).toEqual([true, true])
    expect(await stateOf(db)).toBe(before)
  })

  it.each([
    ['closing a day earlier', { 'mbyllet-day': '1' }],
    ['closing on no day', { 'mbyllet-day': '', 'mbyllet-month': '', 'mbyllet-year': '' }],
    ['opening a day later', { 'hapet-day': '18' }],
    ['opening on no day', { 'hapet-day': '', 'hapet-month': '', 'hapet-year': '' }],
  ])(
    'never shortens the time people have: %s is refused, with the words kept',
    async (_what, changes: Record<string, string>) => {
      const { id, form } = await givenConsultation(services)
      expect([form.opensOn, form.closesOn]).toEqual(['2026-11-17', '2026-12-02'])
      const before = await stateOf(db)
      const response = await correct(id, { ...changes, arsyeja: 'Ngutet këshilli.' })
      const page = await response.text()
      expect(response.status).toBe(409)
      expect(page).toContain(t.office.correctionRefusals['window-shortened'])
      expect(page).toContain('Ngutet këshilli.')
      expect(await stateOf(db)).toBe(before)
    },
  )

  it('may open it earlier; closing later is an extension, and the form says so', async () => {
    const { id } = await givenConsultation(services)
    const later = { 'mbyllet-day': '9', arsyeja: 'Më shumë kohë për shoqatat.' }
    const before = await stateOf(db)
    const refused = await correct(id, later)
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain(t.office.correctionRefusals['put-off-by-correction'])
    expect(await stateOf(db)).toBe(before)
    expect((await correct(id, { 'hapet-day': '16', arsyeja: 'Ishte shkruar gabim.' })).status).toBe(303)
    expect(await findForOffice(db, 'sq', id)).toMatchObject({ opensOn: '2026-11-16', closesOn: '2026-12-02' })
  })

  it('shows no closing day to change, and keeps it when none is sent', async () => {
    const { id } = await givenConsultation(services)
    const page = await coordinator.read(officeUrls.edit(id))
    expect(page).not.toContain('name="mbyllet-day"')
    expect(page).toContain(officeUrls.extension(id))
    const sent = Object.entries(await formOf(id, { titulli: 'Titull i ri', arsyeja: 'Gabim shtypi.' }))
    const fields = Object.fromEntries(sent.filter(([name]) => !/^(mbyllet|mbeshtetja)/.test(name)))
    expect((await coordinator.post(officeUrls.edit(id), fields)).status).toBe(303)
    expect(await findForOffice(db, 'sq', id)).toMatchObject({ title: 'Titull i ri', closesOn: '2026-12-02' })
  })

  it('by two officials at once is made once, and the second is told with the own words kept', async () => {
    const { id } = await givenConsultation(services)
    const forms = [
      await formOf(id, { titulli: 'Korrigjimi i parë', arsyeja: 'Arsyeja e parë.' }),
      await formOf(id, { titulli: 'Korrigjimi i dytë', arsyeja: 'Arsyeja e dytë.' }),
    ]
    const responses = await Promise.all(forms.map((form) => coordinator.post(officeUrls.edit(id), form)))
    expect(responses.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const lost = responses.findIndex(({ status }) => status === 409)
    const page = (await responses[lost]?.text()) ?? ''
    expect(page).toContain(forms[lost]?.titulli)
    expect(page).toContain(forms[lost]?.arsyeja)
    const events =
      await db`select from consultations.consultation_events where consultation_id = ${id} and kind = 'corrected'`
    expect(events).toHaveLength(1)
  })

  it('leaves its number, its address and its comments as they are', async () => {
    const consultation = await givenConsultation(services)
    const { code } = await givenComment(services, consultation)
    const number = await numberOf(consultation.id)
    await correct(consultation.id, { titulli: 'Titull i korrigjuar', arsyeja: 'Gabim shtypi.' })
    expect(await numberOf(consultation.id)).toBe(number)
    expect((await web.get(consultationUrls.comment(consultation.slug, code))).status).toBe(200)
  })

  it('of another institution is nobody’s', async () => {
    const { id } = await givenConsultation(services, { institution: 'provas' })
    const before = await stateOf(db)
    expect([403, 404]).toContain((await correct(id, { titulli: 'Titull i huaj', arsyeja: 'Pa të drejtë.' })).status)
    expect(await stateOf(db)).toBe(before)
  })
})

describe('cancelling', () => {
  const cancel = (id: string, reason: string) =>
    coordinator.post(officeUrls.cancellation(id), { 'arsyeja-anulimit': reason })

  it('needs a reason of some words, which come back otherwise', async () => {
    const { id } = await givenConsultation(services)
    const before = await stateOf(db)
    for (const reason of ['', 'Kot <b>', 'ë'.repeat(1001)]) {
      const response = await cancel(id, reason)
      const page = await response.text()
      expect([response.status, page.includes('href="#arsyeja-anulimit"')]).toEqual([422, true])
      expect(page).toContain(reason.replace('<b>', '&lt;b&gt;'))
    }
    expect(await stateOf(db)).toBe(before)
  })

  it('ends it with its reason for all to read; number and comments stay, and no comment comes in any more', async () => {
    const consultation = await givenConsultation(services)
    const { code } = await givenComment(services, consultation, { body: 'Fjala rrokullima mbetet.' })
    const number = await numberOf(consultation.id)
    expect(await rowsChangedBy(db, () => cancel(consultation.id, 'Projekti u tërhoq nga këshilli.'))).toEqual({
      changes: 1,
      // Everybody who wrote is told.
      jobs: 1,
    })

    const page = await (await web.get(consultationUrls.one(consultation.slug))).text()
    for (const words of [t.phases.cancelled, 'Projekti u tërhoq nga këshilli.', `nr. ${number}`, 'rrokullima'])
      expect(page).toContain(words)
    expect(page).not.toContain(consultationUrls.commentForm(consultation.slug))
    expect((await web.get(consultationUrls.comment(consultation.slug, code))).status).toBe(200)
    expect(await (await web.get('/konsultime?gjendja=cancelled')).text()).toContain(
      consultationUrls.one(consultation.slug),
    )
    expect(await (await web.get('/')).text()).not.toContain(consultationUrls.one(consultation.slug))

    const before = await stateOf(db)
    const form = aCommentForm({ komenti: 'Fjalët e vonuara.' })
    const response = await web.post(consultationUrls.comments(consultation.slug), form)
    const answer = await response.text()
    expect(response.status).toBe(409)
    expect([answer.includes(t.form.refusals.cancelled), answer.includes('Fjalët e vonuara.')]).toEqual([true, true])
    expect(await stateOf(db)).toBe(before)
  })

  it('twice is once; a draft is not cancelled; what is cancelled is neither corrected nor published', async () => {
    const { id } = await givenConsultation(services)
    await cancel(id, 'Projekti u tërhoq nga këshilli.')
    const { id: draft } = await givenDraft(services)
    const before = await stateOf(db)
    expect((await cancel(id, 'Një arsye tjetër, më e gjatë.')).status).toBe(303)
    expect((await cancel(draft, 'Projekti u tërhoq nga këshilli.')).status).toBe(409)
    expect((await coordinator.post(officeUrls.edit(id), await formOf(id, { arsyeja: 'Prapë.' }))).status).toBe(409)
    expect((await coordinator.post(officeUrls.publication(id), AS_IT_IS)).status).toBe(303)
    expect(await stateOf(db)).toBe(before)
  })

  it('the number of what was cancelled is given to nobody else', async () => {
    const consultation = await givenConsultation(services, { institution: 'anuluar' })
    const official = await as(staffWith('consultation-coordinator', 'anuluar'))
    await official.post(officeUrls.cancellation(consultation.id), {
      'arsyeja-anulimit': 'Projekti u tërhoq nga këshilli.',
    })
    const next = await givenConsultation(services, { institution: 'anuluar' })
    expect([await numberOf(consultation.id), await numberOf(next.id)]).toEqual(['1/2026', '2/2026'])
  })
})
