import { councilOf, givenSitting } from '#modules/council/sitting/testing.ts'
import { sittingUrls as urls } from '#modules/council/sitting/urls.ts'
import { givenMeeting } from '#modules/council/convening/testing.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../../web.ts'
import type { RoomPages } from './page.ts'

const NOBODY = '00000000-0000-4000-8000-000000000000'

/** The page on which a meeting is recorded, before it and under way, and the majorities. */
export const councilSittingPages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const { meetingId } = await givenSitting(services, { institution: 'bregas' })
  const { bodyId } = await councilOf(services, 'bregas')
  const { id: ahead } = await givenMeeting(services, { bodyId, inDays: 1 })
  const read = [{ path: urls.page(ahead) }, { path: urls.page(meetingId) }, { path: urls.page(NOBODY), status: 404 }]
  const wrong = { lloji: 'motion-moved', motionKind: 'procedural', words: '', pena: '' }
  const [bregas] = await program.db<{ id: string }[]>`select id from platform.institutions where slug = 'bregas'`
  const own = {
    institucioni: bregas?.id ?? '',
    of: 'present',
    numerator: '3',
    denominator: '2',
    strict: 'po',
    basis: '',
  }
  return {
    clerk: [
      ...read,
      { path: urls.event(meetingId), status: 422, fields: wrong },
      { path: urls.event(meetingId), status: 409, fields: { lloji: 'opened', pena: '' } },
    ],
    auditor: [{ path: urls.page(meetingId) }],
    administrator: [
      { path: urls.majorities() },
      { path: `${urls.majority('ordinary')}?institucioni=bregas` },
      { path: urls.majority('ordinary'), status: 422, fields: own },
    ],
  }
}
