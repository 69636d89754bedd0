import { givenDraftersFile, givenReturn } from '#modules/consultations/drafters/drafters-testing.ts'
import { takeReturn } from '#modules/consultations/drafters/take-return.ts'
import { draftersUrls as urls } from '#modules/consultations/drafters/urls.ts'
import { givenComment, givenConsultation, officialWith } from '#modules/consultations/testing.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../../web.ts'
import type { RoomPages } from './page.ts'

/** The tables that go out to the drafters, and what came back in them. */
export const draftersPages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const consultation = await givenConsultation(services, { institution: 'bregas' })
  const empty = await givenConsultation(services, { institution: 'bregas' })
  const [one, two, three] = [
    await givenComment(services, consultation),
    await givenComment(services, consultation),
    await givenComment(services, consultation),
  ]
  const file = await givenDraftersFile(services, consultation)
  const changedWords = 'Neni 2\nTregu hapet çdo ditë.'
  const taken = await givenReturn(services, file, [{ code: one.code, changedWords }, { code: 'ZZZZ-9999' }])
  await takeReturn(services, await officialWith(services, ['consultation-coordinator', 'bregas']), taken)
  const waiting = await givenReturn(services, file, [
    { code: two.code, changedWords },
    { code: three.code, decisionWords: 'Ndoshta' },
  ])
  const nothing = await givenReturn(services, file, [{ code: three.code, reason: '' }])
  return {
    official: [
      { path: urls.list(consultation.id) },
      { path: urls.list(empty.id) },
      { path: urls.list(consultation.id), fields: { 'afati-day': '40', 'afati-month': '1' }, status: 422 },
      { path: urls.receive(consultation.id), fields: {}, status: 422 },
      { path: urls.returned(waiting) },
      { path: urls.returned(taken) },
      { path: urls.take(nothing), fields: {}, status: 409 },
    ],
  }
}
