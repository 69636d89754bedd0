import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { takeDown } from '#platform/takedowns/take-down.ts'
import { testDatabase } from '#test/database.ts'
import { everyDoor } from '#test/doors.ts'
import { testWeb } from '#test/web.ts'
import { givenComment, givenConsultation, officialWith, staffWith } from '../testing.ts'
import { consultationUrls, officeUrls } from '../urls.ts'
import { answerNow, A_REASON, givenAnswer } from './answer-testing.ts'
import { answerUrls, officeAnswerUrls as urls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const consultation = await givenConsultation(services)
const { slug } = consultation
const cookie = await web.signedInAs(staffWith('consultation-coordinator', 'prova'))
const head = await web.signedInAs(staffWith('head', 'prova'))
const auditor = await web.signedInAs(staffWith('auditor', 'prova'))
const read = async (path: string, as?: string) => {
  const response = await web.get(path, as ? { cookie: as } : {})
  return { status: response.status, text: await response.text() }
}
const SECRET = 'Fjalë që ende nuk i lexon askush jashtë zyrës.'

describe('a draft', () => {
  it.each(['draft', 'proposed', 'decided'] as const)('that is %s stands nowhere in public', async (state) => {
    const comment = await givenComment(services, consultation)
    const answer = await givenAnswer(services, consultation, comment, { state, reason: SECRET })
    for (const path of [
      consultationUrls.one(slug),
      consultationUrls.data(slug),
      consultationUrls.comments(slug),
      `${consultationUrls.comments(slug)}?vendimi=accepted`,
      consultationUrls.comment(slug, comment.code),
      consultationUrls.commentData(slug, comment.code),
    ]) {
      const { status, text } = await read(path)
      expect([path, status, text.includes(SECRET), text.includes(answer.code)]).toEqual([path, 200, false, false])
    }
    expect((await read(answerUrls.one(slug, answer.code))).status).toBe(404)
    expect((await read(answerUrls.data(slug, answer.code))).status).toBe(404)
  })
})

describe('a published answer', () => {
  it('stands under its comment, at its own address and in the data', async () => {
    const comment = await givenComment(services, consultation)
    const { code } = await givenAnswer(services, consultation, comment, { decision: 'partly-accepted' })
    for (const path of [
      `${consultationUrls.comments(slug)}?vendimi=partly-accepted`,
      consultationUrls.comment(slug, comment.code),
      answerUrls.one(slug, code),
      `/en${answerUrls.one(slug, code)}`,
    ]) {
      const { status, text } = await read(path)
      expect([path, status, text.includes(A_REASON)]).toEqual([path, 200, true])
    }
    const data = JSON.parse((await read(consultationUrls.commentData(slug, comment.code))).text) as {
      answer: { decision: string; code: string }
    }
    expect(data.answer).toMatchObject({ decision: 'partly-accepted', code })
    const own = JSON.parse((await read(answerUrls.data(slug, code))).text) as { comments: { code: string }[] }
    expect(own.comments.map((one) => one.code)).toEqual([comment.code])
  })

  it('that is taken down is told without its words, and its address says so', async () => {
    const comment = await givenComment(services, consultation)
    const { id, code } = await givenAnswer(services, consultation, comment)
    const moderator = await officialWith(services, ['moderator', 'prova'])
    const order = { submissionId: randomUUID(), subject: `consultations.answer:${id}`, note: null }
    const down = await takeDown(services, everyDoor, moderator, { ...order, ground: 'published-by-mistake' })
    expect(down.kind).toBe('taken-down')
    const page = await read(consultationUrls.comment(slug, comment.code))
    expect([page.text.includes(A_REASON), page.text.includes('Përgjigjja u hoq nga publiku.')]).toEqual([false, true])
    expect((await read(answerUrls.one(slug, code))).status).toBe(410)
  })
})

describe('the table of work', () => {
  it('shows how far it has come, and the auditor finds no button', async () => {
    const own = await givenConsultation(services)
    const [one] = [await givenComment(services, own), await givenComment(services, own)]
    await givenAnswer(services, own, one)
    const page = await read(urls.work(own.id), cookie)
    expect([page.status, page.text.includes('1 nga 2 komente kanë përgjigje të publikuar.')]).toEqual([200, true])
    const audited = await read(urls.work(own.id), auditor)
    expect([audited.status, /<form[^>]*method="post"[^>]*pergjigjet/.test(audited.text)]).toEqual([200, false])
    expect((await read(`${urls.work(own.id)}?gjendja=none&lloji=late`, cookie)).text).toContain('Asnjë koment')
  })

  it('carries a comment from the desk to the public: written, proposed, approved and published by its forms', async () => {
    const own = await givenConsultation(services)
    const comment = await givenComment(services, own)
    expect((await read(officeUrls.comment(comment.id), cookie)).text).toContain(`${urls.write(own.id)}?k=${comment.id}`)
    expect((await read(`${urls.write(own.id)}?k=${comment.id}`, cookie)).status).toBe(200)
    const form = { k: comment.id, pare: '1', dergesa: randomUUID(), vendimi: 'accepted', arsyetimi: A_REASON }
    const written = await web.post(urls.write(own.id), { ...form, veprimi: 'propozo' }, { cookie })
    expect(written.status).toBe(303)
    const id = /\/zyra\/pergjigjet\/([0-9a-f-]{36})/.exec(written.headers.get('location') ?? '')?.[1] ?? ''
    const { revision } = await answerNow(services, id)
    const ticked = { k: comment.id, [`a-${comment.id}`]: `${id}.${revision}`, dergesa: randomUUID() }
    const approved = await web.post(urls.bulk(own.id), ticked, { cookie: head })
    expect(approved.headers.get('location')).toContain('n=1.0.0')
    const published = await web.post(urls.publish(own.id), { dergesa: randomUUID() }, { cookie })
    expect(published.headers.get('location')).toContain('n=1.0')
    expect((await read(consultationUrls.comment(own.slug, comment.code))).text).toContain(A_REASON)
  })

  it('keeps what was typed where something is missing, and inserts a reason of the library without a script', async () => {
    const own = await givenConsultation(services)
    const comment = await givenComment(services, own)
    const reason = { dergesa: randomUUID(), institucioni: own.institution.id, titulli: 'Ligji e ndalon', gjuha: 'sq' }
    const added = await web.post(urls.newReason(), { ...reason, fjalet: 'Ligji nuk e lejon këtë.' }, { cookie })
    expect(added.status).toBe(303)
    const [{ id } = { id: '' }] = await db<{ id: string }[]>`
      select id from consultations.answer_reasons where form_id = ${reason.dergesa}`
    const form = { k: comment.id, pare: '1', dergesa: randomUUID(), arsyetimi: 'Faleminderit.' }
    const missing = await web.post(urls.write(own.id), { ...form, veprimi: 'propozo' }, { cookie })
    expect([missing.status, (await missing.text()).includes('Faleminderit.')]).toEqual([422, true])
    const filled = await web.post(urls.write(own.id), { ...form, biblioteka: id, veprimi: 'vendos' }, { cookie })
    expect((await filled.text()).includes('Faleminderit.\n\nLigji nuk e lejon këtë.')).toBe(true)
    const kept = { ...form, vendimi: 'rejected', 'arsyeja-id': id, veprimi: 'ruaj' }
    expect((await web.post(urls.write(own.id), kept, { cookie })).status).toBe(303)
    const [used] = await db`select used from consultations.answer_reasons where id = ${id}`
    expect(used).toEqual({ used: 1 })
  })

  it('tells whoever comes from an old page that somebody was faster', async () => {
    const comment = await givenComment(services, consultation)
    const { id } = await givenAnswer(services, consultation, comment, { state: 'draft' })
    const form = { versioni: '99', dergesa: randomUUID(), vendimi: 'rejected', arsyetimi: 'Fjalët e mia.' }
    const response = await web.post(urls.one(id), { ...form, veprimi: 'ruaj' }, { cookie })
    expect([response.status, (await response.text()).includes('Fjalët e mia.')]).toEqual([409, true])
    const decided = await web.post(urls.decision(id), { versioni: '1', veprimi: 'kthe' }, { cookie: head })
    expect(decided.status).toBe(422)
  })
})
