import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { givenAnswer } from '../answers/answer-testing.ts'
import { REDRAFT } from '../redraft-testing.ts'
import { articleOf, givenComment, givenConsultation, staffWith } from '../testing.ts'
import type { ChangedPlace } from './changed-place-rules.ts'
import { givenDraftVersion, nodeOf } from './effects-testing.ts'
import { proposeEffects } from './propose-effects-rules.ts'
import { effectUrls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web

const PLACE: ChangedPlace = {
  nodeId: 'n',
  gone: false,
  kind: 'reworded',
  chain: [],
  articleIds: ['neni-2'],
  before: 'Tregu hapet të martën.',
  after: 'Tregu hapet të martën dhe të shtunën, nga ora 6:00.',
  covers: ['n'],
}
const said = { quote: null, suggestion: null, articleIds: ['neni-2'] }

describe('what is proposed for a changed place', () => {
  it('comes from the wording first, then from the words spoken about, then from the article', () => {
    const proposed = proposeEffects(PLACE, [
      { ...said, answerId: 'a', code: 'AAAA' },
      { ...said, answerId: 'b', code: 'BBBB', quote: 'hapet të martën' },
      { ...said, answerId: 'c', code: 'CCCC', suggestion: 'Tregu hapet edhe të shtunën nga ora 6:00' },
      { ...said, answerId: 'd', code: 'DDDD', articleIds: [], suggestion: 'martën dhe të shtunën' },
    ])
    expect(proposed.map(({ comment, why }) => [comment, ...why])).toEqual([
      ['CCCC', 'wording', 'article'],
      ['DDDD', 'wording'],
      ['BBBB', 'passage', 'article'],
      ['AAAA', 'article'],
    ])
  })

  it('is one line for an answer to many, and nothing of whoever spoke about something else', () => {
    const proposed = proposeEffects(PLACE, [
      { ...said, answerId: 'a', code: 'AAAA' },
      { ...said, answerId: 'a', code: 'BBBB', quote: 'Tregu hapet' },
      { ...said, answerId: 'b', code: 'CCCC', articleIds: ['neni-9'], suggestion: 'shtunën pasdite' },
      { ...said, answerId: 'c', code: 'DDDD', articleIds: [], suggestion: 'Tregu hapet të martën' },
    ])
    expect(proposed.map(({ comment }) => comment)).toEqual(['BBBB'])
  })
})

describe('the office', () => {
  const given = async () => {
    const consultation = await givenConsultation(services)
    const anchor = { about: 'article', nodeId: articleOf(consultation, '2').nodeId } as const
    const comment = await givenComment(services, consultation, { anchor })
    const answer = await givenAnswer(services, consultation, comment)
    const versionId = await givenDraftVersion(services, consultation, REDRAFT)
    const { nodeId } = await nodeOf(services, versionId, 'Tregu hapet të martën')
    const cookie = await web.signedInAs(staffWith('consultation-coordinator', 'prova'))
    const address = effectUrls.office(consultation.id)
    const read = async (path = address) => (await web.get(path, { cookie })).text()
    const post = (path: string, fields: Record<string, string>) => web.post(path, fields, { cookie })
    return { consultation, comment, answer, versionId, nodeId, address, read, post }
  }

  it('confirms a proposal by ticking it, once, and takes it back', async () => {
    const { consultation, comment, answer, versionId, nodeId, address, read, post } = await given()
    const value = `n:${nodeId}:${answer.id}`
    const before = await read()
    expect(before).toContain(`value="${value}"`)
    expect(before).toContain(`Përgjigjja ${answer.code}, për komentin ${comment.code}`)
    expect(before).toContain('1 përgjigje pranon komente, por nuk ka ndryshuar ende asgjë.')
    const form = { dergesa: crypto.randomUUID(), versioni: versionId, numri: '2', lidhja: value }
    const link = effectUrls.link(consultation.id)
    expect((await post(link, form)).headers.get('location')).toBe(`${address}?versioni=2&u=lidhur`)
    expect((await post(link, form)).status).toBe(303)
    const [row, ...more] = await db<{ id: string }[]>`
      select id from consultations.answer_changes where answer_id = ${answer.id}`
    expect(more).toEqual([])
    const after = await read()
    expect(after).not.toContain(`value="${value}"`)
    expect(after).toContain('Çdo përgjigje që pranon komente është e lidhur me tekstin.')
    const undo = effectUrls.unlink(consultation.id, row?.id ?? '')
    expect(await read(undo)).toContain('Neni 2, pika 1')
    expect((await post(undo, { arsyeja: '' })).status).toBe(303)
    expect((await post(undo, { arsyeja: '' })).status).toBe(409)
    expect(await db`select from consultations.answer_changes where answer_id = ${answer.id}`).toHaveLength(0)
  })

  it('finds an answer by the code of its comment and links it by hand; nothing chosen is told', async () => {
    const { consultation, comment, answer, versionId, nodeId, address, read, post } = await given()
    expect(await read(`${address}?kodi=${comment.code.toLowerCase()}`)).toContain(`value="${answer.id}"`)
    expect(await read(`${address}?kodi=2222-2222`)).toContain('Nuk u gjet asnjë përgjigje')
    const link = effectUrls.link(consultation.id)
    const nothing = await post(link, {
      versioni: versionId,
      numri: '2',
      pergjigjja: answer.id,
      kodi: answer.code,
      vendi: '',
    })
    expect(nothing.status).toBe(422)
    expect(await nothing.text()).toContain('Zgjidhni të paktën një propozim')
    const byHand = { versioni: versionId, numri: '2', pergjigjja: answer.id, kodi: answer.code, vendi: `n:${nodeId}` }
    expect((await post(link, byHand)).status).toBe(303)
    const moved = await post(link, { ...byHand, vendi: `n:${crypto.randomUUID()}` })
    expect(moved.status).toBe(409)
  })

  it('is warned before it publishes a version, and not hindered', async () => {
    const { consultation, read } = await given()
    const page = await read(`/zyra/konsultime/${consultation.id}/teksti/publikimi`)
    expect(page).toContain('vende të ndryshuara nuk janë të lidhura me asnjë koment.')
    expect(page).toContain('1 përgjigje që pranon komente nuk ka ndryshuar ende asgjë në tekst.')
    expect(page).toContain('name="permbledhja"')
  })
})
