import { aVote, givenSitting } from '#modules/council/live/testing.ts'
import { councilUrls as urls } from '#modules/council/urls.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../../web.ts'
import type { RoomPages } from './page.ts'

/** A meeting followed from outside and on the wall of the room: before it begins, under way, behind closed doors. */
export const councilLivePages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const underWay = await givenSitting(services, { institution: 'bregas' })
  const { council } = underWay
  const [ahead, shut] = [
    await givenSitting(services, { council, there: null }),
    await givenSitting(services, { council }),
  ]
  const [item = ''] = underWay.items
  await underWay.record(
    { kind: 'item-opened', body: { item } },
    ...aVote({ item, question: 'Të miratohen tarifat?', yes: 5, no: 1 }).events,
  )
  const closing = aVote({ item: null, question: 'Të mbyllen dyert?', stage: 'closing-doors', yes: 6 })
  await shut.record(...closing.events, {
    kind: 'doors-closed',
    body: { item: null, askedBy: 'Kryetari', vote: closing.id, reason: 'Të dhëna personale', publicTitle: 'Një padi' },
  })
  const each = [ahead, underWay, shut].flatMap(({ meeting: { slug } }) => [
    { path: urls.live(slug) },
    { path: urls.screen(slug) },
  ])
  return { anonymous: [...each, { path: urls.live('asgje'), status: 404 }] }
}
