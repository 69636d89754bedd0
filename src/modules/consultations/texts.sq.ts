import { changeFields as answerFields, changeKinds as answerKinds, sq as answers } from './answers/texts.sq.ts'
import { sq as draftersWords } from './drafters/texts.sq.ts'
import { sq as closing } from './closing/texts.sq.ts'
import { sq as ownComment } from './comments/own-texts.sq.ts'
import { sq as commentReceipt } from './comments/receipt-texts.sq.ts'
import { sq as places } from './comments/place-texts.sq.ts'
import { sq as textVersions } from './version-texts.sq.ts'
import { sq as comments } from './comments/texts.sq.ts'
import { sq as consultations } from './consultation-texts.sq.ts'
import { sq as drafting } from './drafting/texts.sq.ts'
import { changeFields, changeKinds, one as oneComment, redaction } from './desk/one-texts.sq.ts'
import { assignment, bulk, desk, labels, views as deskViews } from './desk/texts.sq.ts'
import { changeFields as effectFields, changeKinds as effectKinds, sq as effects } from './effects/texts.sq.ts'
import { sq as entry } from './entry/texts.sq.ts'
import { sq as overview } from './overview/texts.sq.ts'
import { sq as plan } from './history/texts.sq.ts'
import { sq as plans } from './plan/texts.sq.ts'
import { sq as groups } from './groups/texts.sq.ts'
import { sq as ownData } from './own-data/texts.sq.ts'
import { sq as moderation } from './moderation/texts.sq.ts'
import { sq as monitoring } from './monitoring/texts.sq.ts'
import { sq as transparency } from './transparency/texts.sq.ts'
import * as yearOffice from './year/office-texts.sq.ts'
import * as year from './year/texts.sq.ts'
import { sq as telling } from './telling/texts.sq.ts'
import { sq as notices } from './notices/texts.sq.ts'
import { sq as questions } from './questions/texts.sq.ts'
import { complaint } from './register/complaint-texts.sq.ts'
import { register } from './register/texts.sq.ts'
import { changeKinds as reportKinds, sq as reports } from './report/texts.sq.ts'

/** What the lists and forms of the office share. */
const shared = {
  tilesWaiting: 'Komente që presin të shihen',
  tilesDrafts: 'Konsultime në përgatitje',
  tilesOpen: 'Konsultime të hapura',
  filter: 'Ngushtoni listën',
  state: 'Gjendja',
  anyState: 'Çdo gjendje',
  submit: 'Kërkoni',
  clear: 'Hiqni kufizimet',
  older: 'Më të vjetrat',
  newest: 'Te më të rejat',
  errorTitle: 'Nuk u ruajt ende',
  historyLink: 'Historiku i plotë',
  takeDownLink: 'Hiqeni menjëherë nga publiku',
  seePublic: 'Shiheni në faqen publike',
}

/** Every sentence of the module in Albanian. The English file is typed by this one. */
export const sq = {
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
  year: { page: year.sq, happenings: year.happenings, office: yearOffice.office, table: yearOffice.table },
  rights: {
    'consultations.read': 'Të shohë konsultimet, edhe ato të papublikuara',
    'consultations.write': 'Të krijojë dhe të ndryshojë konsultime',
    'consultations.publish': 'Të publikojë, të korrigjojë dhe të anulojë konsultime',
    'plans.read': 'Të shohë planet e konsultimit, edhe ato në përgatitje',
    'plans.write': 'Të përgatitë plane konsultimi',
    'plans.publish': 'Të publikojë plane konsultimi',
    'comments.enter': entry.right,
    'groups.settle': groups.rights,
    'comments.entered': entry.readRight,
    'comments.read': 'Të lexojë komentet, edhe ato që presin',
    'comments.moderate': 'Të mbajë dhe të lirojë komente',
    ...yearOffice.rights,
    ...transparency.rights,
    'consultations.conclude': reports.right,
    ...answers.rights,
    'comments.desk': 'Të ruajë pamje të listës së komenteve',
    'comments.redact': 'Të mbulojë të dhëna të personave në komente',
    'comments.export-names': 'Të nxjerrë në skedar emra që nuk janë publikë',
  },
  subjects: {
    consultation: 'Konsultim',
    comment: 'Koment',
    ...entry.subjects,
    plan: 'Plan konsultimi',
    monitoring: monitoring.subject,
  },
}

export type ConsultationTexts = typeof sq
