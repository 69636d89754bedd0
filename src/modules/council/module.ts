import type { Door } from '#platform/door.ts'
import { demonstrateCouncils } from './demonstration/demonstrate.ts'
import { gathered } from '#platform/history/gathered-words-rules.ts'
import { conveningRoutes } from './convening/convening-routes.tsx'
import { conveningTiles } from './convening/office-view.ts'
import { councilMeetingTakeDown } from './convening/take-down-meeting.ts'
import { paperTakeDown } from './convening/take-down-paper.ts'
import { conveningHistory, conveningTexts } from './convening/texts.ts'
import { CONVENING_SLOT, COUNCILLOR_KIND, MEETING_KIND, MINUTES_KIND, PAPER_KIND } from './council-rules.ts'
import { councilPermissions } from './permissions.ts'
import { calendarOf, homeEntries } from './public/calendar-view.ts'
import { followedCouncilMeetings, meetingSearch, paperSearch } from './public/found-view.ts'
import { publishedCouncilMeetings, publishedPapers } from './public/meeting-records.ts'
import { meetingRegisters } from './public/meeting-register.ts'
import { publicCouncilRoutes } from './public/public-routes.tsx'
import { meetingSubjects, publicMeetingTitles } from './public/subjects-view.ts'
import { COMPARE_EXCHANGE, compareExchange } from './exchange/oparl/compare-index.ts'
import { exchangeRoutes } from './exchange/exchange-routes.tsx'
import { followOparl } from './exchange/taking-in/follow-oparl.ts'
import { importOparl } from './exchange/taking-in/import-oparl.ts'
import { importPopolo } from './exchange/taking-in/import-popolo.ts'
import { liveRoutes } from './live/live-routes.tsx'
import { publishedRecordings } from './recordings/recording-records.ts'
import { recordingRoutes } from './recordings/recording-routes.tsx'
import { recordingSearch } from './recordings/recording-search-view.ts'
import { draftJobs } from './minutes/draft-minutes.ts'
import { minutesSearch } from './minutes/found-view.ts'
import { publishedMinutes } from './minutes/minutes-records.ts'
import { minutesRoutes } from './minutes/minutes-room-routes.tsx'
import { minutesRegisters } from './minutes/open-data/minutes-registers.ts'
import { minutesSubjects, minutesTiles } from './minutes/subjects-view.ts'
import { minutesTakeDown } from './minutes/take-down-minutes.ts'
import { minutesTexts } from './minutes/texts.ts'
import { councillorSearch, peopleSubjects } from './people/door-view.ts'
import { privateAddressRetention } from './people/forget-private-addresses.ts'
import { peopleHistory } from './people/history-texts.ts'
import { peopleRecords } from './people/people-records.ts'
import { peopleRegisters } from './people/people-register.ts'
import { peopleRoutes } from './people/public-routes.tsx'
import { councillorTakeDown } from './people/take-down-councillor.ts'
import { peopleTables } from './people/take-people.ts'
import { callingRoutes } from './invitations/calling-routes.tsx'
import { councilRegistrations } from './invitations/council-registrations.ts'
import { councilPersonalData } from './invitations/personal-invitations.ts'
import { invitationHistory } from './invitations/texts.ts'
import { TELL_REGISTERED, tellCouncilRegistered } from './invitations/tell-council-registered.ts'
import { majoritiesRoutes } from './sitting/majorities-routes.tsx'
import { publishedPresence, publishedSittingEvents, publishedVotes } from './sitting/sitting-records.ts'
import { textsIn as sittingTexts } from './sitting/texts.ts'
import { sittingRoutes } from './sitting/sitting-routes.tsx'
import { inEvery, textsIn } from './texts.ts'
import { councilOfficeUrls, councilUrls } from './urls.ts'

/** The door of the council: its people, and meetings in which it votes, from the notice to the minutes. */
export const council: Door = {
  name: 'council',
  permissions: councilPermissions,
  rights: { sq: textsIn('sq').rights, en: textsIn('en').rights },
  routes(app, services, doors) {
    minutesRoutes(app, services)
    conveningRoutes(app, { services, doors })
    sittingRoutes(app, { services, doors })
    majoritiesRoutes(app, { services })
    publicCouncilRoutes(app, { services, doors })
    liveRoutes(app, { services })
    recordingRoutes(app, { services, doors })
    exchangeRoutes(app, services)
    peopleRoutes(app, { services, doors })
    callingRoutes(app, { services })
  },
  jobs: (services) => ({
    ...draftJobs(services),
    [COMPARE_EXCHANGE]: () => compareExchange(services),
    [TELL_REGISTERED]: () => tellCouncilRegistered(services),
  }),
  schedule: [
    { job: COMPARE_EXCHANGE, at: '* * * * *' },
    { job: TELL_REGISTERED, at: '*/5 * * * *' },
  ],
  importers: { oparl: importOparl, popolo: importPopolo },
  addressImporters: { oparl: followOparl },
  registrations: [councilRegistrations],
  personalData: {
    ...councilPersonalData,
    retention: [...councilPersonalData.retention, privateAddressRetention],
  },
  tables: peopleTables,
  subjects: { ...peopleSubjects, ...minutesSubjects, ...meetingSubjects },
  bonds: ['council.bonds'],
  deadlines: {
    [CONVENING_SLOT]: {
      kind: MEETING_KIND,
      words: { sq: conveningTexts('sq').one.notice, en: conveningTexts('en').one.notice },
      publicBoard: true,
      publicTitles: publicMeetingTitles,
      readers: councilPermissions['council.read'],
      // It ends by the notice itself, which the page of the meeting gives.
      ownDeeds: true,
    },
  },
  officeTiles: async (services, official, lang) => [
    ...(await conveningTiles(services, official, lang)),
    ...(await minutesTiles(services, official, lang)),
  ],
  takedowns: {
    [COUNCILLOR_KIND]: councillorTakeDown,
    [MEETING_KIND]: councilMeetingTakeDown,
    [PAPER_KIND]: paperTakeDown,
    [MINUTES_KIND]: minutesTakeDown,
  },
  changeWords: {
    sq: gathered(
      peopleHistory.sq,
      conveningHistory.sq,
      invitationHistory.sq,
      sittingTexts('sq').history,
      minutesTexts('sq').history,
    ),
    en: gathered(
      peopleHistory.en,
      conveningHistory.en,
      invitationHistory.en,
      sittingTexts('en').history,
      minutesTexts('en').history,
    ),
  },
  search: [minutesSearch, meetingSearch, paperSearch, recordingSearch, councillorSearch],
  followed: [followedCouncilMeetings],
  calendar: calendarOf,
  homeEntries,
  datasets: async () => [...peopleRegisters, ...minutesRegisters, ...meetingRegisters],
  menu: {
    public: [
      {
        href: councilUrls.meetings(),
        label: inEvery((t) => t.menu),
        inKosovo: inEvery((t) => t.menuKosovo),
        also: [councilUrls.councillors(), '/procesverbale'],
      },
    ],
    office: [
      {
        href: councilOfficeUrls.home(),
        label: inEvery((t) => t.menu),
        roles: councilPermissions['council.read'],
      },
    ],
  },
  records: [
    publishedMinutes,
    publishedCouncilMeetings,
    publishedPapers,
    ...peopleRecords,
    publishedRecordings,
    publishedSittingEvents,
    publishedPresence,
    publishedVotes,
  ],
  demonstrate: demonstrateCouncils,
}
