import type { OfficeTexts } from './texts.sq.ts'

const states: OfficeTexts['mail']['states'] = {
  queued: {
    label: 'waiting',
    explanation: 'The letter waits to leave. If it could not, it is tried again by itself, later each time.',
  },
  claimed: { label: 'leaving', explanation: 'The letter is being handed to the mail server now.' },
  sent: { label: 'sent', explanation: 'The mail server has taken the letter.' },
  uncertain: {
    label: 'uncertain',
    explanation:
      'The program was interrupted just while sending it, so nobody knows whether it arrived. If you send it again it carries the same number: the recipient’s mailbox can tell that it is the same letter.',
  },
  failed: {
    label: 'not sent',
    explanation: 'The mail server refused it, or it was tried many times in vain. Mend the cause, then send it again.',
  },
  bounced: {
    label: 'came back',
    explanation:
      'The mail server took it, but it came back: the address does not exist or does not accept it. Correct the address with the matter, or send it on paper.',
  },
  settled: { label: 'settled', explanation: 'There is nothing left to do about this letter.' },
}

const kinds: OfficeTexts['mail']['kinds'] = {
  legal: 'notice by law',
  service: 'service letter',
  digest: 'digest',
}

const rights: OfficeTexts['rights']['names'] = {
  'office.enter': 'Enter the office',
  'mail.read': 'See the letters sent (recipients masked)',
  'mail.send-again': 'Send a letter again',
  'gallery.read': 'See the components of the pages',
}

export const en: OfficeTexts = {
  first: {
    title: 'What waits',
    who: 'Who you are',
    name: 'Name',
    roles: 'Roles',
    waits: 'Work that waits',
    what: 'What',
    count: 'How many',
    nothing: 'Nothing waits now.',
    uncertainLetters: 'Uncertain letters',
    more: 'More',
    rights: 'Who may do what',
    gallery: 'Components of the pages',
  },
  rights: {
    title: 'Who may do what',
    lead: 'This is the table that the program itself uses. A role holds only in the institution for which it was given; the operator and the auditor may have it for the whole system.',
    right: 'Right',
    holders: 'Who has it',
    everybody: 'everybody with a role',
    of: (role) => `What ${role} may do`,
    filter: 'Look at one role',
    role: 'Role',
    anyRole: 'All roles',
    show: 'Show',
    clear: 'All roles',
    names: rights,
  },
  mail: {
    title: 'Outbox',
    mailboxLead: 'Demonstration: here you read the letters as their recipients do, with their links.',
    outboxLead:
      'The letters that the program has sent. Recipients are masked and texts are not shown, for they may hold private links.',
    filter: 'Find the letters to an address',
    address: 'Address of the recipient or a part of it',
    find: 'Find',
    clear: 'Show all',
    none: 'There is no letter yet.',
    noneFound: 'No letter was found for this address.',
    erased: 'The text of this letter has been erased.',
    to: 'To',
    at: 'Written',
    kind: 'Kind',
    state: 'State',
    subject: 'Subject',
    institution: 'Institution',
    installation: 'the whole system',
    attempts: 'Attempts',
    lastError: 'Last error',
    sentAt: 'Sent',
    uncertain: 'Uncertain letters',
    uncertainLead: 'Nobody knows whether these arrived. Decide on each.',
    all: 'Outbox',
    sendAgain: 'Send again',
    sentAgain: 'The letter is in the queue again.',
    back: 'Outbox',
    paging: 'More letters',
    older: 'Older',
    newest: 'Newest',
    states,
    kinds,
  },
}
