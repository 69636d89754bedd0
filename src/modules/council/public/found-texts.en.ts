import { formatDate } from '#platform/i18n/formats.ts'
import type { foundSq } from './found-texts.sq.ts'

export const foundEn: typeof foundSq = {
  meeting: { one: 'council meeting', many: 'council meetings' },
  paper: { one: 'council paper', many: 'council papers' },
  meetingStates: {
    ahead: 'Ahead',
    over: 'Over',
    'under-way': 'Under way',
    postponed: 'Postponed',
    cancelled: 'Cancelled',
  },
  paperState: 'Published',
  happenings: {
    convened: ({ day }) => (day ? `The meeting was called for ${formatDate('en', day)}.` : 'The meeting was called.'),
    changed: () => 'The notice of the meeting changed.',
    moved: ({ day }) =>
      day ? `The meeting will be held on ${formatDate('en', day)}.` : 'The day, hour or place of the meeting changed.',
    postponed: () => 'The meeting was postponed.',
    cancelled: () => 'The meeting was cancelled.',
    'item-added': () => 'An item was added to the agenda.',
    'item-changed': () => 'An item of the agenda changed.',
    'item-withdrawn': () => 'An item was withdrawn from the agenda.',
    'order-changed': () => 'The order of the agenda changed.',
    'document-added': () => 'A document was added to the package.',
    'document-removed': () => 'A document was removed from the package.',
    'opinion-added': () => 'The opinion of a commission was added.',
    opened: () => 'The meeting opened.',
    closed: () => 'The meeting closed.',
    'minutes-proposed': () => 'The minutes were published, not yet approved.',
    'minutes-approved': () => 'The minutes of the meeting were approved.',
    'minutes-corrected': () => 'The minutes of the meeting were corrected.',
    'recording-added': () => 'The recording of the meeting was added.',
  },
}
