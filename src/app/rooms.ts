import type { Door } from '#platform/door.ts'
import { peopleRoom } from './office/people/people-door.ts'
import { importsRoom } from './office/imports/imports-door.ts'
import { intake } from './office/intake/intake-door.ts'
import { lettersRoom } from './office/letters/letters-door.ts'
import { historyRoom } from './office/history/history-door.ts'
import { ownDataRoom } from './office/retention/own-data-door.ts'
import { takedownsRoom } from './office/takedowns/takedowns-door.ts'
import { documentsRoom } from './office/documents/documents-door.ts'
import { backupsRoom } from './office/backups/backups-door.ts'
import { healthRoom } from './office/health/health-door.ts'
import { mailRoom } from './office/mail/mail-door.ts'
import { deadlinesRoom } from './office/deadlines/deadlines-door.ts'
import { clocksRoom } from './public/clocks/clocks-door.ts'
import { ledgerRoom } from './public/ledger/ledger-door.ts'
import { exportsRoom } from './public/open-data/exports-door.ts'
import { publicTextsRoom } from './public/texts/texts-door.ts'
import { followingRoom } from './public/following/following-door.ts'
import { registrationsRoom } from './public/registrations/registrations-door.ts'
import { receiptsRoom } from './public/receipts/receipts-door.ts'
import { tasksRoom } from './office/tasks/tasks-door.ts'
import { textsRoom } from './office/texts/texts-door.ts'
import { signInMeansRoom } from './office/sign-in-means/sign-in-means-door.ts'
import { yearCalendarRoom } from './public/calendar/calendar-door.ts'
import { threadRoom } from './public/thread/thread-door.ts'
import { searchRoom } from './public/search/search-door.ts'
import { institutionsRoom } from './office/institutions/institutions-door.ts'

/** The only list of the rooms: subjects of every institution whatever it does, with pages on the top floor. */
export const rooms: readonly Door[] = [
  peopleRoom,
  intake,
  takedownsRoom,
  historyRoom,
  ownDataRoom,
  documentsRoom,
  importsRoom,
  tasksRoom,
  deadlinesRoom,
  clocksRoom,
  ledgerRoom,
  receiptsRoom,
  registrationsRoom,
  followingRoom,
  publicTextsRoom,
  exportsRoom,
  mailRoom,
  healthRoom,
  backupsRoom,
  signInMeansRoom,
  institutionsRoom,
  lettersRoom,
  textsRoom,
  searchRoom,
  yearCalendarRoom,
  threadRoom,
]
