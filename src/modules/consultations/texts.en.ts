import { changeFields as answerFields, changeKinds as answerKinds, en as answers } from './answers/texts.en.ts'
import { en as draftersWords } from './drafters/texts.en.ts'
import { en as closing } from './closing/texts.en.ts'
import { en as ownComment } from './comments/own-texts.en.ts'
import { en as commentReceipt } from './comments/receipt-texts.en.ts'
import { en as places } from './comments/place-texts.en.ts'
import { en as textVersions } from './version-texts.en.ts'
import { en as comments } from './comments/texts.en.ts'
import { en as consultations } from './consultation-texts.en.ts'
import { en as drafting } from './drafting/texts.en.ts'
import { changeFields, changeKinds, one as oneComment, redaction } from './desk/one-texts.en.ts'
import { assignment, bulk, desk, labels, views as deskViews } from './desk/texts.en.ts'
import { changeFields as effectFields, changeKinds as effectKinds, en as effects } from './effects/texts.en.ts'
import { en as entry } from './entry/texts.en.ts'
import { en as overview } from './overview/texts.en.ts'
import { en as plan } from './history/texts.en.ts'
import { en as plans } from './plan/texts.en.ts'
import { en as groups } from './groups/texts.en.ts'
import { en as ownData } from './own-data/texts.en.ts'
import { en as moderation } from './moderation/texts.en.ts'
import { en as monitoring } from './monitoring/texts.en.ts'
import { en as transparency } from './transparency/texts.en.ts'
import * as yearOffice from './year/office-texts.en.ts'
import * as year from './year/texts.en.ts'
import { en as telling } from './telling/texts.en.ts'
import { en as notices } from './notices/texts.en.ts'
import { en as questions } from './questions/texts.en.ts'
import { complaint } from './register/complaint-texts.en.ts'
import { register } from './register/texts.en.ts'
import { changeKinds as reportKinds, en as reports } from './report/texts.en.ts'
import type { ConsultationTexts } from './texts.sq.ts'

const shared = {
  tilesWaiting: 'Comments waiting to be looked at',
  tilesDrafts: 'Consultations in preparation',
  tilesOpen: 'Open consultations',
  filter: 'Narrow the list',
  state: 'State',
  anyState: 'Any state',
  submit: 'Search',
  clear: 'Show all',
  older: 'Older',
  newest: 'Newest',
  errorTitle: 'Not saved yet',
  historyLink: 'The whole history',
  takeDownLink: 'Take it away from the public at once',
  seePublic: 'See it on the public page',
}

export const en: ConsultationTexts = {
  ...consultations,
  ...comments,
  ...ownComment,
  ...commentReceipt,
  closing,
  desk,
  deskViews,
  assignment,
  labels,
  bulk,
  redaction,
  oneComment,
  monitoring,
  notices,
  questions,
  register,
  complaint,
  reports,
  answers,
  groups,
  overview,
  effects,
  entry,
  places,
  textVersions,
  consents: ownData.consents,
  retention: ownData.retention,
  changeWords: {
    kinds: {
      ...reportKinds,
      ...draftersWords.changeKinds,
      ...ownData.changeWords.kinds,
      ...entry.changeKinds,
      ...changeKinds,
      ...groups.changeKinds,
      ...telling.changeKinds,
      ...answerKinds,
      ...effectKinds,
    },
    fields: {
      ...ownData.changeWords.fields,
      ...entry.changeFields,
      ...changeFields,
      ...groups.changeFields,
      ...telling.changeFields,
      ...answerFields,
      ...effectFields,
      ...monitoring.changeFields,
    },
  },
  recordTitle: ownData.recordTitle,
  office: { ...shared, ...drafting, ...moderation },
  plan,
  plans,
  year: { page: year.en, happenings: year.happenings, office: yearOffice.office, table: yearOffice.table },
  rights: {
    'consultations.read': 'See consultations, unpublished ones too',
    'consultations.write': 'Create and change consultations',
    'consultations.publish': 'Publish, correct and cancel consultations',
    'plans.read': 'See consultation plans, those in preparation too',
    'plans.write': 'Prepare consultation plans',
    'plans.publish': 'Publish consultation plans',
    'comments.enter': entry.right,
    'groups.settle': groups.rights,
    'comments.entered': entry.readRight,
    'comments.read': 'Read comments, waiting ones too',
    'comments.moderate': 'Hold and release comments',
    ...yearOffice.rights,
    ...transparency.rights,
    'consultations.conclude': reports.right,
    ...answers.rights,
    'comments.desk': 'Save views of the list of comments',
    'comments.redact': 'Cover data of persons in comments',
    'comments.export-names': 'Take names that are not public into a file',
  },
  subjects: {
    consultation: 'Consultation',
    comment: 'Comment',
    ...entry.subjects,
    plan: 'Consultation plan',
    monitoring: monitoring.subject,
  },
}
