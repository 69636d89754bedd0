import { sq as closing } from './closing/texts.sq.ts'
import { sq as ownComment } from './comments/own-texts.sq.ts'
import { sq as commentReceipt } from './comments/receipt-texts.sq.ts'
import { sq as places } from './comments/place-texts.sq.ts'
import { sq as textVersions } from './version-texts.sq.ts'
import { sq as comments } from './comments/texts.sq.ts'
import { sq as consultations } from './consultation-texts.sq.ts'
import { sq as drafting } from './drafting/texts.sq.ts'
import { sq as plan } from './history/texts.sq.ts'
import { sq as ownData } from './own-data/texts.sq.ts'
import { sq as moderation } from './moderation/texts.sq.ts'

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
  places,
  textVersions,
  consents: ownData.consents,
  retention: ownData.retention,
  changeWords: ownData.changeWords,
  recordTitle: ownData.recordTitle,
  office: { ...shared, ...drafting, ...moderation },
  plan,
  rights: {
    'consultations.read': 'Të shohë konsultimet, edhe ato të papublikuara',
    'consultations.write': 'Të krijojë dhe të ndryshojë konsultime',
    'consultations.publish': 'Të publikojë, të korrigjojë dhe të anulojë konsultime',
    'comments.read': 'Të lexojë komentet, edhe ato që presin',
    'comments.moderate': 'Të mbajë dhe të lirojë komente',
  },
  subjects: { consultation: 'Konsultim', comment: 'Koment' },
}

export type ConsultationTexts = typeof sq
