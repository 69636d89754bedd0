import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { publishConsultation } from '../drafting/publish-consultation.ts'
import { givenComment, givenConsultation, givenDraft, officialWith, staffWith } from '../testing.ts'
import { consultationUrls, officeUrls } from '../urls.ts'
import { listQuestions } from './question-queries.ts'
import { A_QUESTION, answerTo, givenQuestion } from './question-testing.ts'
import { changeQuestion } from './write-question.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const cookie = await web.signedInAs(staffWith('consultation-coordinator', 'prova'))
const coordinator = await officialWith(services, ['consultation-coordinator', 'prova'])

const SEVERAL = {
  lloji: 'several',
  versioni: '1',
  neni: '',
  pyetja: 'Çfarë ju pengon sot?',
  'pyetja-en': 'What hinders you today?',
  shpjegimi: '',
  'shpjegimi-en': '',
  alternativat: 'Orari\nTarifa\nVendi',
  'alternativat-en': 'Hours\nFee\nPlace',
  paku: '1',
  shumti: '2',
  arsyeja: '',
}
const send = (path: string, fields: Record<string, string>) => web.post(path, fields, { cookie })
const labelsOf = async (id: string) => (await listQuestions(db, id)).map(({ label }) => label)

describe('while it is a draft', () => {
  it('questions are added, changed, put in order and removed; a form that arrives twice asks once', async () => {
    const { id } = await givenDraft(services)
    const form = { ...SEVERAL, dergesa: randomUUID() }
    await Promise.all([send(officeUrls.newQuestion(id), form), send(officeUrls.newQuestion(id), form)])
    const [first] = await listQuestions(db, id)
    expect(first).toMatchObject({ kind: 'several', least: 1, most: 2, labelEn: 'What hinders you today?' })
    expect(first?.options).toEqual([
      { n: 1, words: 'Orari', wordsEn: 'Hours' },
      { n: 2, words: 'Tarifa', wordsEn: 'Fee' },
      { n: 3, words: 'Vendi', wordsEn: 'Place' },
    ])
    await send(officeUrls.newQuestion(id), {
      ...SEVERAL,
      lloji: 'text',
      pyetja: 'Çfarë mungon?',
      dergesa: randomUUID(),
    })
    const second = (await listQuestions(db, id))[1]
    await send(officeUrls.questionPlace(id, second?.id ?? ''), { drejtimi: 'lart' })
    expect(await labelsOf(id)).toEqual(['Çfarë mungon?', 'Çfarë ju pengon sot?'])
    await send(officeUrls.question(id, first?.id ?? ''), {
      ...SEVERAL,
      alternativat: 'Orari\nTarifa',
      'alternativat-en': '',
    })
    expect((await listQuestions(db, id))[1]?.options).toHaveLength(2)
    const preview = await (await web.get(officeUrls.questionPreview(id), { cookie })).text()
    expect(preview).toContain('Zgjidhni nga 1 deri në 2.')
    await send(officeUrls.withdrawQuestion(id, second?.id ?? ''), {})
    expect(await labelsOf(id)).toEqual(['Çfarë ju pengon sot?'])
  })

  it('bad input comes back with everything typed, and nothing is asked', async () => {
    const { id } = await givenDraft(services)
    const wrong = {
      ...SEVERAL,
      pyetja: 'Po',
      alternativat: 'Një\nNjë',
      paku: '9',
      shumti: '0',
      'alternativat-en': 'One',
    }
    const response = await send(officeUrls.newQuestion(id), wrong)
    expect(response.status).toBe(422)
    const html = await response.text()
    for (const words of [
      'nga 5 deri në 300',
      'janë njësoj',
      'po aq alternativa',
      'Shkruani një numër nga 1',
      '>Një\nNjë<',
      'value="9"',
    ])
      expect(html).toContain(words)
    expect(await labelsOf(id)).toEqual([])
  })

  it('two officials at once: the second sees that it was changed meanwhile, with their own words kept', async () => {
    const { id, institution } = await givenDraft(services)
    const question = await givenQuestion(services, { id, institution }, { kind: 'text' })
    const of = { id, questionId: question.id, fromVersion: 1 }
    await changeQuestion(services, coordinator, of, { ...A_QUESTION.text, label: 'Çfarë mungon te tregu?' })
    const late = await send(officeUrls.question(id, question.id), {
      ...SEVERAL,
      lloji: 'text',
      pyetja: 'Fjalët e mia të reja?',
    })
    expect(late.status).toBe(409)
    const html = await late.text()
    expect(html).toContain('Dikush tjetër e ka ndryshuar pyetjen ndërkohë')
    expect(html).toContain('value="Fjalët e mia të reja?"')
    expect(await labelsOf(id)).toEqual(['Çfarë mungon te tregu?'])
  })

  it('publishing makes them public, in the record that the ledger vouches for', async () => {
    const draft = await givenDraft(services, { opens: 0 })
    await givenQuestion(services, draft, { kind: 'one' })
    const published = await publishConsultation(services, coordinator, draft.id, { pastOpeningConfirmed: true })
    expect(published).toMatchObject({ kind: 'published' })
    const slug = published.kind === 'published' ? published.slug : ''
    expect(await (await web.get(consultationUrls.questions(slug))).text()).toContain('Cila ditë ju duhet më shumë?')
  })
})

describe('once it is public', () => {
  it('only the words are corrected, with a reason that everybody reads, and answers keep their sense', async () => {
    const place = await givenConsultation(services)
    const question = await givenQuestion(services, place, { kind: 'several' })
    await givenComment(services, place, { answers: [answerTo(question, { chosen: [2] })] })
    const path = officeUrls.question(place.id, question.id)
    const fewer = { ...SEVERAL, alternativat: 'Orari\nTarifa', 'alternativat-en': '', arsyeja: '' }
    const refused = await send(path, fewer)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Duhen 3 alternativa')
    const words = { ...SEVERAL, pyetja: 'Çfarë ju pengon më shumë sot?', paku: '3', arsyeja: 'Pyetja nuk kuptohej.' }
    expect((await send(path, words)).status).toBe(303)
    const [now] = await listQuestions(db, place.id)
    expect(now).toMatchObject({ label: 'Çfarë ju pengon më shumë sot?', least: 1, version: 2 })
    const results = await (await web.get(consultationUrls.questions(place.slug))).text()
    expect(results).toContain('Më parë: «Çfarë ju pengon sot?». Arsyeja: Pyetja nuk kuptohej.')
    const form = await (await web.get(consultationUrls.commentForm(place.slug))).text()
    expect(form).toContain('Fjalët e pyetjes u korrigjuan')
  })

  it('one can be added or withdrawn, each with its reason; the order stands', async () => {
    const place = await givenConsultation(services)
    const first = await givenQuestion(services, place, { kind: 'scale' })
    const without = await send(officeUrls.newQuestion(place.id), { ...SEVERAL, dergesa: randomUUID() })
    expect(without.status).toBe(422)
    const reason = { arsyeja: 'E kërkoi këshilli i të rinjve.' }
    expect(
      (await send(officeUrls.newQuestion(place.id), { ...SEVERAL, ...reason, dergesa: randomUUID() })).status,
    ).toBe(303)
    expect((await send(officeUrls.questionPlace(place.id, first.id), { drejtimi: 'poshte' })).status).toBe(409)
    const withdrawal = { 'arsyeja-terheqjes': 'Pyetja drejtonte përgjigjen.' }
    expect((await send(officeUrls.withdrawQuestion(place.id, first.id), { 'arsyeja-terheqjes': '' })).status).toBe(422)
    await send(officeUrls.withdrawQuestion(place.id, first.id), withdrawal)
    const results = await (await web.get(consultationUrls.questions(place.slug))).text()
    expect(results).toContain('Arsyeja: Pyetja drejtonte përgjigjen.')
    expect(results).toContain('pasi konsultimi ishte publikuar. Arsyeja: E kërkoi këshilli i të rinjve.')
    const form = await (await web.get(consultationUrls.commentForm(place.slug))).text()
    expect(form).not.toContain(first.label)
    const [told] = await db`
      select count(*)::int as n from consultations.consultation_events where consultation_id = ${place.id} and kind = 'corrected'`
    expect(told).toEqual({ n: 3 })
  })

  it('nothing is asked after the window has closed', async () => {
    const place = await givenConsultation(services, { opens: -20, closes: 1 })
    const question = await givenQuestion(services, place, { kind: 'text' })
    const now = services.clock.now()
    services.clock.passMinutes(3 * 24 * 60)
    const fresh = await web.signedInAs(staffWith('consultation-coordinator', 'prova'))
    const late = { ...SEVERAL, lloji: 'text', arsyeja: 'Më qartë tani.' }
    const response = await web.post(officeUrls.question(place.id, question.id), late, { cookie: fresh })
    expect(response.status).toBe(409)
    expect(await response.text()).toContain('Afati ka mbaruar')
    services.clock.set(now)
    expect(await labelsOf(place.id)).toEqual([question.label])
  })
})
