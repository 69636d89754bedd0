import { en as closing } from './closing/texts.en.ts'
import { en as ownComment } from './comments/own-texts.en.ts'
import { en as commentReceipt } from './comments/receipt-texts.en.ts'
import { en as places } from './comments/place-texts.en.ts'
import { en as textVersions } from './version-texts.en.ts'
import { en as comments } from './comments/texts.en.ts'
import { en as consultations } from './consultation-texts.en.ts'
import { en as drafting } from './drafting/texts.en.ts'
import { en as plan } from './history/texts.en.ts'
import { en as ownData } from './own-data/texts.en.ts'
import { en as moderation } from './moderation/texts.en.ts'
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
  places,
  textVersions,
  consents: ownData.consents,
  retention: ownData.retention,
  changeWords: ownData.changeWords,
  recordTitle: ownData.recordTitle,
  office: { ...shared, ...drafting, ...moderation },
  plan,
  rights: {
    'consultations.read': 'See consultations, unpublished ones too',
    'consultations.write': 'Create and change consultations',
    'consultations.publish': 'Publish, correct and cancel consultations',
    'comments.read': 'Read comments, waiting ones too',
    'comments.moderate': 'Hold and release comments',
  },
  subjects: { consultation: 'Consultation', comment: 'Comment' },
}
