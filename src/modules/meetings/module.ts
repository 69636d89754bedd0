import type { Door } from '#platform/door.ts'
import { personalRegistrations } from '#platform/registrations/personal-registrations.ts'
import { calendarOf } from './calendar-view.ts'
import { demonstrateMeetings } from './demonstrate.ts'
import { followedMeetings, meetingSearch } from './found-view.ts'
import { importMeetings } from './history/import-meetings.ts'
import { publishedMeetings } from './meeting-records.ts'
import { KIND, NOTICE_SLOT } from './meeting-rules.ts'
import { meetingRegisters } from './open-data/meeting-register.ts'
import { meetingPermissions } from './permissions.ts'
import { publicMeetingRoutes } from './public-routes.tsx'
import { meetingRegistrations } from './registering/meeting-registrations.ts'
import { tellRegistered } from './registering/tell-registered.ts'
import { meetingSubjects, publicTitles } from './subjects-view.ts'
import { meetingTakeDown } from './take-down-meeting.ts'
import { inEvery, textsIn } from './texts.ts'
import { meetingUrls, officeUrls } from './urls.ts'
import { besideRoutes } from './writing/beside-routes.tsx'
import { officeMeetingRoutes } from './writing/office-routes.tsx'
import { TELL_REGISTERED } from './writing/tell-meeting.ts'
import { writeUpRoutes } from './writing/write-up-routes.tsx'

const { sq, en } = { sq: textsIn('sq'), en: textsIn('en') }

/** The door of the meetings: any gathering without formal votes, from its notice to what came out of it. */
export const meetings: Door = {
  name: 'meetings',
  permissions: meetingPermissions,
  rights: { sq: sq.rights, en: en.rights },
  routes(app, services, doors) {
    const room = { services, doors }
    publicMeetingRoutes(app, services, doors)
    officeMeetingRoutes(app, room)
    writeUpRoutes(app, room)
    besideRoutes(app, room)
  },
  jobs: (services) => ({
    [TELL_REGISTERED]: ({ event }) => tellRegistered(services, String(event)),
  }),
  menu: {
    public: [{ href: meetingUrls.list(), label: inEvery((t) => t.title) }],
    office: [{ href: officeUrls.list(), label: inEvery((t) => t.title), roles: meetingPermissions['meetings.read'] }],
  },
  subjects: meetingSubjects,
  records: [publishedMeetings],
  deadlines: {
    [NOTICE_SLOT]: {
      kind: KIND,
      words: inEvery((t) => t.one.notice),
      publicBoard: true,
      publicTitles,
      readers: meetingPermissions['meetings.read'],
      // It ends by the notice itself, which the page of the meeting gives.
      ownDeeds: true,
    },
  },
  search: [meetingSearch],
  followed: [followedMeetings],
  datasets: meetingRegisters,
  calendar: calendarOf,
  takedowns: { [KIND]: meetingTakeDown },
  registrations: [meetingRegistrations],
  personalData: personalRegistrations(meetingRegistrations),
  changeWords: { sq: sq.history, en: en.history },
  importers: { meetings: importMeetings },
  demonstrate: demonstrateMeetings,
}
