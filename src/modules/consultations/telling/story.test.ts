import { expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { lettersTo } from '#test/mailbox.ts'
import { sequenced, verified } from '#test/tampering.ts'
import { testWeb } from '#test/web.ts'
import { givenDelivery, JOINT } from '../entry/testing.ts'
import { givenComment, givenConsultation, someAddress } from '../testing.ts'
import { ownCommentUrls, senderUrls } from '../urls.ts'
import { givenCorrection, givenPublishedAnswer, ratingTokenMailedTo, tellNow } from './telling-testing.ts'
import { tellingTexts } from './texts.ts'
import { tellingUrls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const { story, decisions } = tellingTexts('sq')
const consultation = await givenConsultation(services)

const read = async (path: string, cookie?: string) => (await web.get(path, cookie ? { cookie } : {})).text()

/** The words of the page in the order in which they stand. */
const inOrder = (page: string, words: readonly string[]): boolean => {
  const places = words.map((one) => page.lastIndexOf(one))
  return places.every((place, n) => place >= 0 && (n === 0 || place > (places[n - 1] ?? 0)))
}

it('an own page, its receipt and the list tell the whole way, and the ledger stays whole', async () => {
  const email = someAddress()
  const comment = await givenComment(services, consultation, { email })
  services.clock.passMinutes(60)
  const answer = await givenPublishedAnswer(services, consultation.id, [comment.id])
  services.clock.passMinutes(1)
  await tellNow(services, consultation.id)
  services.clock.passMinutes(1)
  await web.post(tellingUrls.rating(await ratingTokenMailedTo(services, email)), { vleresimi: '4' })
  services.clock.passMinutes(1)
  await givenCorrection(services, answer, 'Tregu hapet të dielën nga dhjetori.')
  await sequenced(services)
  const page = await read(ownCommentUrls.one(comment.token))
  expect(page).toContain('Tregu hapet të dielën nga dhjetori.')
  expect(inOrder(page, [story.answered, story.told.mail, story.rated('4: mirë'), story.corrected])).toBe(true)
  expect(page).toMatch(/\/ditari\/\d+/)
  expect(page).not.toContain(tellingUrls.ownRating(comment.token))
  const receipt = JSON.parse(await read(ownCommentUrls.receipt(comment.token, 1, 'json'))) as {
    history: { what: string }[]
  }
  expect(receipt.history.map(({ what }) => what.replace(/ledger\/\d+/, 'ledger/n'))).toEqual(
    expect.arrayContaining([
      `answered ${answer.code}/1 accepted ledger/n`,
      `corrected ${answer.code}/2 accepted ledger/n`,
    ]),
  )
  const mine = await read(ownCommentUrls.mine(), await web.signedInAsCitizen(email))
  expect(mine).toContain(story.answeredState(decisions.accepted))
  expect((await verified(services)).named).toEqual([])
})

it('a member of a joint submission and the sender of many points read the answer by their own links', async () => {
  const email = someAddress()
  const members = [{ organisation: 'Shoqata e Bletarëve', role: null, email, person: null }]
  const joint = await givenDelivery(services, 'prova', { kind: 'joint', joint: { ...JOINT, members } }, consultation)
  const points = ['Një pikë e letrës.', 'Një pikë tjetër.'].map((body) => ({
    body,
    anchor: { about: 'whole' as const },
  }))
  const split = await givenDelivery(services, 'prova', { kind: 'split', points }, consultation)
  const [joined, cut] = [await commentsOf(joint.id), await commentsOf(split.id)]
  services.clock.passMinutes(60)
  await givenPublishedAnswer(services, consultation.id, joined, {
    decision: 'rejected',
    reason: 'Nuk ka vend te sheshi.',
  })
  await givenPublishedAnswer(services, consultation.id, cut.slice(0, 1), { decision: 'outside-scope' })
  await tellNow(services, consultation.id)
  const letter = (await lettersTo(db, email)).find(({ body }) => body?.includes('/dergesa/anetare/'))
  const token = /\/dergesa\/anetare\/([\w-]{43})/.exec(letter?.body ?? '')?.[1] ?? ''
  const page = await read(senderUrls.member(token))
  expect(page).toContain('Nuk ka vend te sheshi.')
  expect(inOrder(page, [story.answered, story.told.mail])).toBe(true)
  const sender = await read(senderUrls.delivery(split.token ?? ''))
  expect(sender).toContain(story.answeredState(decisions['outside-scope']))
  expect(sender).not.toContain(story.answeredState(decisions.rejected))
})

const commentsOf = async (deliveryId: string) =>
  (
    await db<{ id: string }[]>`
      select id from consultations.comments where delivery_id = ${deliveryId} order by delivery_point`
  ).map(({ id }) => id)
