import {
  givenPaperLetter,
  givenPublishedAnswer,
  ratingTokenMailedTo,
  tellNow,
} from '#modules/consultations/telling/telling-testing.ts'
import { tellingUrls as urls } from '#modules/consultations/telling/urls.ts'
import { rateAnswer } from '#modules/consultations/telling/rate-answer.ts'
import { viewRating } from '#modules/consultations/telling/rating-view.ts'
import { givenDelivery } from '#modules/consultations/entry/testing.ts'
import { givenComment, someAddress } from '#modules/consultations/testing.ts'
import { ownCommentUrls } from '#modules/consultations/urls.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../../web.ts'
import type { RoomPages } from './page.ts'

/** Rating an answer, how content people are, letters to print. */
export const tellingPages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const { consultation } = await givenPaperLetter(services, 'bregas')
  const [fresh, rated] = [await givenComment(services, consultation), await givenComment(services, consultation)]
  const email = someAddress()
  const points = ['Një pikë e letrës.', 'Një pikë tjetër.'].map((body) => ({
    body,
    anchor: { about: 'whole' as const },
  }))
  const many = await givenDelivery(services, 'bregas', { kind: 'split', points, sender: { email } }, consultation)
  const ofMany = await program.db<{ id: string }[]>`
    select id from consultations.comments where delivery_id = ${many.id}`
  for (const ids of [[fresh.id], [rated.id], ofMany.map(({ id }) => id)])
    await givenPublishedAnswer(services, consultation.id, ids)
  await tellNow(services, consultation.id)
  const [open, done, letter] = [
    await ratingTokenMailedTo(services, fresh.email),
    await ratingTokenMailedTo(services, rated.email),
    await ratingTokenMailedTo(services, email),
  ]
  const point = (await viewRating(services, 'sq', done, undefined))?.chosen
  if (point) await rateAnswer(services, point, { score: 4, words: 'E qartë dhe me vend.' })
  const id = consultation.id
  return {
    anonymous: [
      { path: urls.satisfaction() },
      { path: urls.rating(open) },
      { path: urls.rating(open), fields: { vleresimi: '' }, status: 422 },
      { path: urls.rating(done) },
      { path: urls.rating(letter) },
      { path: urls.ratingOf(letter, many.codes[0] ?? '') },
      { path: urls.ownRating(fresh.token) },
      { path: ownCommentUrls.one(rated.token) },
      { path: urls.rating('x'), status: 404 },
    ],
    official: [
      { path: urls.papers(id) },
      { path: `${urls.papers(id)}?gjendja=handed` },
      { path: urls.papers(id), fields: { veprimi: 'dorezo' }, status: 422 },
      { path: urls.ratings(id) },
    ],
    auditor: [{ path: urls.papers(id) }, { path: urls.ratings(id) }],
  }
}
