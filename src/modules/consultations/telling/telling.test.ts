import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testServices } from '#test/web.ts'
import { givenDelivery, JOINT } from '../entry/testing.ts'
import { givenComment, givenConsultation, givenInstitution, officialWith, someAddress } from '../testing.ts'
import { printLetters } from './print-letters.ts'
import type { EffectsOf } from './tell-answers.ts'
import { answerLettersTo, givenCorrection, givenPaperLetter, givenPublishedAnswer, tellNow } from './telling-testing.ts'

const db = await testDatabase()
const services = testServices(db)
await givenInstitution(services, 'prova')

const told = (consultationId: string) =>
  db<{ channel: string; what: string; count: number }[]>`
    select channel, what, count(*)::int as count from consultations.answers_told
    where consultation_id = ${consultationId} group by 1, 2 order by 1, 2`

const papers = (consultationId: string) =>
  db<{ id: string }[]>`
    select id from consultations.answer_letters where consultation_id = ${consultationId} and channel = 'print'`

describe('who is answered', () => {
  it('hears of it once by mail, with the decision, the reason and the ways on', async () => {
    const consultation = await givenConsultation(services)
    const comment = await givenComment(services, consultation)
    const answer = await givenPublishedAnswer(services, consultation.id, [comment.id])
    await tellNow(services, consultation.id)
    await tellNow(services, consultation.id)
    const letters = await answerLettersTo(services, comment.email)
    expect(letters).toHaveLength(1)
    const body = letters[0]?.body ?? ''
    expect(letters[0]?.subject).toBe(`Përgjigjja për komentin tuaj ${comment.code}`)
    for (const words of [
      'Vendimi: pranuar.',
      'Arsyetimi: Propozimi është i drejtë',
      `/konsultime/${consultation.slug}/pergjigjet/${answer.code}`,
      `/konsultime/${consultation.slug}/ankimi`,
    ])
      expect(body).toContain(words)
    expect(await told(consultation.id)).toEqual([{ channel: 'mail', what: 'answer', count: 1 }])
  })

  it('gets one letter for several comments that were answered by then', async () => {
    const consultation = await givenConsultation(services)
    const email = someAddress()
    for (let n = 0; n < 2; n++) {
      services.clock.passMinutes(1)
      await givenComment(services, consultation, { email })
    }
    const comments = await db<{ id: string; code: string }[]>`
      select comment.id, comment.code from consultations.comments as comment
      join platform.contacts as contact on contact.id = comment.contact_id where contact.email = ${email}`
    for (const { id } of comments) await givenPublishedAnswer(services, consultation.id, [id])
    await tellNow(services, consultation.id)
    const [letter, ...more] = await answerLettersTo(services, email)
    expect(more).toEqual([])
    expect(letter?.subject).toBe('Përgjigjet për 2 komentet tuaja')
    for (const { code } of comments) expect(letter?.body).toContain(code)
  })

  it('with forty points gets one letter, once the last of them is answered', async () => {
    const points = Array.from({ length: 40 }, (_, n) => ({
      body: `Çështja e ${n + 1}: të ndryshohet pika.`,
      anchor: { about: 'whole' as const },
    }))
    const email = someAddress()
    const { consultation, id } = await givenDelivery(services, 'prova', { kind: 'split', points, sender: { email } })
    const comments = await db<{ id: string; code: string }[]>`
      select id, code from consultations.comments where delivery_id = ${id} order by delivery_point`
    const ids = comments.map((comment) => comment.id)
    await givenPublishedAnswer(services, consultation.id, ids.slice(0, 39))
    await tellNow(services, consultation.id)
    expect(await answerLettersTo(services, email)).toEqual([])
    expect(await told(consultation.id)).toEqual([])
    await givenPublishedAnswer(services, consultation.id, ids.slice(39), { decision: 'rejected' })
    await tellNow(services, consultation.id)
    const [letter, ...more] = await answerLettersTo(services, email)
    expect(more).toEqual([])
    for (const { code } of comments) expect(letter?.body).toContain(code)
    expect(letter?.body).toContain('Vendimi: nuk u pranua.')
  })

  it('without e-mail has a letter to print, and no second one', async () => {
    const { consultation, id } = await givenDelivery(services, 'prova')
    const [comment] = await db<{ id: string }[]>`select id from consultations.comments where delivery_id = ${id}`
    await givenPublishedAnswer(services, consultation.id, [comment?.id ?? ''])
    await tellNow(services, consultation.id)
    await tellNow(services, consultation.id)
    expect(await papers(consultation.id)).toHaveLength(1)
    expect(await told(consultation.id)).toEqual([{ channel: 'print', what: 'answer', count: 1 }])
  })

  it('as a member of a joint submission hears for itself, by mail or by letter; a member that withdrew does not', async () => {
    const email = someAddress()
    const members = [
      { organisation: 'Shoqata e Bletarëve', role: null, email, person: null },
      { organisation: 'Shoqata e Barinjve', role: null, email: null, person: null },
    ]
    const { consultation, id } = await givenDelivery(services, 'prova', { kind: 'joint', joint: { ...JOINT, members } })
    const [comment] = await db<{ id: string }[]>`select id from consultations.comments where delivery_id = ${id}`
    await givenPublishedAnswer(services, consultation.id, [comment?.id ?? ''])
    await tellNow(services, consultation.id)
    expect(await answerLettersTo(services, email)).toHaveLength(1)
    expect(await papers(consultation.id)).toHaveLength(1)
    expect(await told(consultation.id)).toEqual([
      { channel: 'mail', what: 'answer', count: 1 },
      { channel: 'print', what: 'answer', count: 1 },
    ])
  })

  it('is told of a correction, and why', async () => {
    const consultation = await givenConsultation(services)
    const comment = await givenComment(services, consultation)
    const answer = await givenPublishedAnswer(services, consultation.id, [comment.id])
    await tellNow(services, consultation.id)
    await givenCorrection(services, answer, 'Tregu hapet të dielën nga dhjetori.')
    await tellNow(services, consultation.id)
    await tellNow(services, consultation.id)
    const letters = await answerLettersTo(services, comment.email)
    expect(letters).toHaveLength(2)
    const corrected = letters.find(({ subject }) => subject === `U korrigjua përgjigjja për komentin ${comment.code}`)
    expect(corrected?.body).toContain('Në arsyetim ishte një datë e gabuar.')
    expect(corrected?.body).toContain('Tregu hapet të dielën nga dhjetori.')
  })

  it('hears once, though the job dies half way and runs again', async () => {
    const consultation = await givenConsultation(services)
    const comments = []
    for (let n = 0; n < 5; n++) comments.push(await givenComment(services, consultation))
    await givenPublishedAnswer(
      services,
      consultation.id,
      comments.map(({ id }) => id),
    )
    let letters = 0
    const dying = {
      ...services,
      settings: {
        ...services.settings,
        get url() {
          if (++letters > 6) throw new Error('killed half way')
          return services.settings.url
        },
      },
    }
    await expect(tellNow(dying, consultation.id, 2)).rejects.toThrow('killed half way')
    const [before] = await told(consultation.id)
    expect(before?.count).toBeGreaterThan(0)
    expect(before?.count).toBeLessThan(5)
    await tellNow(services, consultation.id, 2)
    for (const { email } of comments) expect(await answerLettersTo(services, email)).toHaveLength(1)
    expect(await told(consultation.id)).toEqual([{ channel: 'mail', what: 'answer', count: 5 }])
  })

  it('hears nothing of a consultation that was taken down, and hears it once it stands again', async () => {
    const consultation = await givenConsultation(services)
    const comment = await givenComment(services, consultation)
    await givenPublishedAnswer(services, consultation.id, [comment.id])
    const stateIs = (state: string, before: string | null) =>
      db.begin(async (tx) => {
        await tx`set local session_replication_role = replica`
        await tx`
          update consultations.consultations set state = ${state}, state_before = ${before} where id = ${consultation.id}`
      })
    await stateIs('taken-down', 'published')
    await tellNow(services, consultation.id)
    expect(await told(consultation.id)).toEqual([])
    await stateIs('published', null)
    await tellNow(services, consultation.id)
    expect(await answerLettersTo(services, comment.email)).toHaveLength(1)
  })

  it('reads on paper also what was corrected while the paper was being made', async () => {
    const { consultation, answer, letterId } = await givenPaperLetter(services, 'prova')
    const clerk = await officialWith(services, ['clerk', 'prova'])
    const { id: consultationId, institution } = consultation
    const asked: string[] = []
    const effectsOf: EffectsOf = async () => {
      asked.push('effects')
      if (asked.length === 1) {
        await givenCorrection(services, answer, 'Tregu hapet të dielën nga dhjetori.')
        await tellNow(services, consultationId)
      }
      return new Map()
    }
    const order = { consultationId, institutionId: institution.id, ids: [], lang: 'sq', effectsOf } as const
    expect((await printLetters(services, clerk, order)).kind).toBe('printed')
    expect(asked).toHaveLength(2)
    const [made] = await db<{ made: boolean; keys: number }[]>`
      select made_at is not null as made,
             (select count(*)::int from consultations.rating_tokens where letter_id = letter.id) as keys
      from consultations.answer_letters as letter where id = ${letterId}`
    expect(made).toEqual({ made: true, keys: 1 })
  })
})
