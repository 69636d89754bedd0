import type { ConsultationChangeField, ConsultationChangeKind, OwnDataTexts } from './texts.sq.ts'

const kinds: Record<ConsultationChangeKind, string> = {
  created: 'Created',
  changed: 'Changed',
  published: 'Published',
  corrected: 'Corrected',
  repeated: 'The stage was repeated with another consultation',
  cancelled: 'Cancelled',
  imported: 'Taken over from earlier papers',
  'document-added': 'A document was added',
  'document-removed': 'A document was removed',
  'text-read': 'The text of the draft act was read',
  'doubts-settled': 'Doubts about the text were settled',
  'text-edited': 'The text was edited',
  'version-begun': 'A new version of the text was begun',
  'version-dropped': 'The draft of the new version was dropped',
  'changes-settled': 'Changes of the text were confirmed',
  'places-settled': 'The place of a comment in the new version was confirmed',
  redrafted: 'A new version of the text was published',
  sent: 'Sent',
  confirmed: 'Confirmed by the sender',
  waiting: 'Put in the queue',
  held: 'Held',
  released: 'Released and published',
  withdrawn: 'Withdrawn by its author',
  erased: 'Erased',
  'name-hidden': 'The author hid their name',
  'name-corrected': 'The author’s name was corrected',
}

const fields: Record<ConsultationChangeField, string> = {
  state: 'State',
  number: 'Number',
  title: 'Title',
  'title-en': 'Title in English',
  summary: 'Summary',
  'act-kind': 'Kind of act',
  'legal-basis': 'Legal basis',
  'basis-rule': 'Rule of the time',
  'opens-on': 'Opening day',
  'closes-on': 'Closing day',
  'contact-email': 'Contact address',
  'official-posting': 'Address of the official notice',
  'official-posted-on': 'Date of the official notice',
  document: 'Document',
  text: 'Text',
  doubt: 'Doubt',
  version: 'Version',
  change: 'Change',
  place: 'Place',
  words: 'Words',
  ground: 'Ground',
  'author-name': 'Name of the author',
}

export const en: OwnDataTexts = {
  recordTitle: (code, title) => `Comment ${code} on ‘${title}’`.replace('  ', ' '),
  consents: { 'name-public': 'Your name is shown with the comment' },
  retention: {
    unconfirmed: {
      what: 'A comment that is not confirmed',
      howLong: 'is erased seven days after it was sent',
      basis: 'Decided by this installation: a comment that is not confirmed does not count.',
    },
    confirmed: {
      what: 'A confirmed comment, with your address and name',
      howLong: 'is kept as long as the register of consultations, or until you erase it',
      basis:
        'The institution’s duty of public consultation. We know of no other term set by law; the institution keeps it.',
    },
  },
  changeWords: { kinds, fields },
}
