import { findMeetingAt, findMeeting, holdMeeting, listMeetingSubjects, type Meeting } from '../meeting-queries.ts'
import { listAgenda, listDays } from '../agenda-queries.ts'
import { KIND, mayDo, refusalToRegister, SECTORS } from '../meeting-rules.ts'
import { meetingPermissions as may } from '../permissions.ts'
import { inEvery } from '../texts.ts'
import { meetingUrls, officeUrls } from '../urls.ts'
import { whenWords } from '../when-rules.ts'
import { listOverBefore } from './told-event-queries.ts'
import type { Gathering, RegistrationHolder } from '#platform/registrations/registration-holder.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'

const asGathering = (meeting: Meeting, now: Date, itemIds: readonly string[]): Gathering => ({
  id: meeting.id,
  institutionId: meeting.institutionId,
  title: meeting.title,
  titleEn: meeting.titleEn,
  path: meetingUrls.one(meeting.slug),
  capacity: meeting.capacity,
  refusal: refusalToRegister(meeting, civilDateIn(meeting.zone, now)),
  itemIds,
  officeMayEnter: mayDo(meeting.state, 'write-up') || meeting.state === 'postponed',
})

/** Meetings lend themselves to registering: who comes, who waits, who speaks. */
export const meetingRegistrations: RegistrationHolder = {
  kind: KIND,
  findAt: findMeetingAt,
  async hold(tx, now, id) {
    const meeting = await holdMeeting(tx, id)
    if (!meeting || meeting.state === 'taken-down') return null
    return asGathering(
      meeting,
      now,
      (await listAgenda(tx, id)).map((item) => item.id),
    )
  },
  async show({ db, clock }, lang, id) {
    const meeting = await findMeeting(db, id)
    if (!meeting || meeting.state === 'taken-down') return null
    const [days, items] = await Promise.all([listDays(db, [id]), listAgenda(db, id)])
    return {
      ...asGathering(
        meeting,
        clock.now(),
        items.map((item) => item.id),
      ),
      name: (lang === 'en' && meeting.titleEn) || meeting.title,
      slug: meeting.slug,
      when: whenWords(lang, days),
      place: meeting.address,
      kind: meeting.registration,
      items: items.map((item) => ({ id: item.id, title: item.title, minutes: null })),
      note: null,
    }
  },
  async names(db, lang, ids) {
    const found = await listMeetingSubjects(db, lang, ids)
    return new Map(
      found.flatMap(({ id, title, slug }) =>
        slug === null ? [] : [[id, { name: title, path: meetingUrls.one(slug) }]],
      ),
    )
  },
  overBefore: async (db, ids, day) => (await listOverBefore(db, ids, day)).map(({ id }) => id),
  urls: {
    form: meetingUrls.register,
    sent: meetingUrls.registered,
    office: officeUrls.one,
    list: officeUrls.registrations,
    takeBack: officeUrls.takeBack,
    door: officeUrls.door,
  },
  readers: may['registrations.read'],
  writers: may['meetings.write'],
  sectors: SECTORS.map((value) => ({ value, label: inEvery((t) => t.sectors[value]) })),
  what: inEvery((t) => t.registering.what),
}
