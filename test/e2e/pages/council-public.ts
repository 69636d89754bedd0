import { givenPublicMeeting } from '#modules/council/public/testing.ts'
import { councilUrls as urls } from '#modules/council/urls.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../../web.ts'
import type { RoomPages } from './page.ts'

const NOBODY = '00000000-0000-4000-8000-000000000000'

/** Meetings and papers of a council as everybody reads them. */
export const councilPublicPages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const { meeting, draft, paperId } = await givenPublicMeeting(services, { institution: 'mb' })
  const everybody = [
    { path: urls.meetings() },
    { path: `${urls.meetings()}?institucioni=mb&organet=council&lloji=extraordinary&viti=2020` },
    { path: `${urls.meetings()}?muaji=${meeting.day?.slice(0, 7) ?? ''}` },
    { path: urls.meeting(meeting.slug) },
    { path: urls.meeting(draft.slug), status: 404 },
    { path: urls.package(meeting.slug) },
    { path: urls.paper(paperId) },
    { path: urls.paper(NOBODY), status: 404 },
    { path: urls.hearings() },
    { path: `${urls.hearings()}?institucioni=mb` },
  ]
  return {
    anonymous: everybody,
    secretary: [{ path: urls.meetings() }],
    auditor: [{ path: urls.meeting(meeting.slug) }],
  }
}
