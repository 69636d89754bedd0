import type { TakedownOfficeTexts } from './texts.sq.ts'

export const en: TakedownOfficeTexts = {
  menu: 'Takedowns',
  rights: {
    'takedowns.read': 'See what was taken away from the public at once, by whom and why',
    'takedowns.take': 'Take a record or a document away from the public at once',
    'takedowns.lift': 'Bring back what was taken away',
  },
  link: 'Take it away from the public at once',
  title: 'Taken away from the public',
  lead: 'What was taken away is read by nobody outside the office: not as a page, not as data, not as a file. In its place everybody reads the reason and the date.',
  state: 'State',
  states: { any: 'All', standing: 'Taken away now', lifted: 'Brought back' },
  filter: 'Narrow the list',
  submit: 'Search',
  clear: 'Show all',
  none: 'Nothing has been taken away.',
  older: 'Older',
  newest: 'To the newest',
  paging: 'Pages of the list',
  columns: { what: 'What', ground: 'Reason', taken: 'Taken away', state: 'State' },
  documentOf: (record) => `A document of: ${record}`,
  gone: 'A record that is no longer there',
  byAddress: 'Take something else away from the public',
  address: 'Public address',
  addressHint: 'Paste the address of the page or the file as the public sees it.',
  addressFind: 'Find it',
  addressUnknown:
    'We found nothing at this address that could be taken away. Paste the whole address of the page or the file',
  newTitle: 'Take it away from the public at once',
  what: 'What is taken away',
  files: 'One file only?',
  filesHint: 'When the data stand in one file alone, take that away: the record stays readable.',
  fileTake: (title) => `Take away ‘${title}’ alone`,
  effects: {
    record:
      'The record, its files and its earlier versions leave every page, list and open data at this moment. Its number or code stays in the register. Pages kept by caches on the way are gone within 30 seconds.',
    document: 'The file leaves every page and address at this moment. Caches on the way forget it within 30 seconds.',
    content:
      'With the reason ‘it holds personal data’ the file is deleted from our store too, with its title, and cannot be brought back. With the other reasons it is hidden only.',
  },
  ground: 'Reason',
  groundHint: 'Everybody reads it.',
  note: 'Note for the office',
  noteHint: 'Only officials read it. Do not write the person’s name or data.',
  confirm: 'Yes, take it away from the public now',
  take: 'Take it away now',
  errorTitle: 'It has not been taken away yet',
  errors: {
    ground: 'Choose the reason',
    note: 'The note may have at most 2000 characters',
    confirm: 'Confirm that you want to take it away now',
    form: 'The form arrived incomplete. Open the page again',
    notPublic: 'This record is not public, so there is nothing to take away',
    reason: 'Write why it is brought back, in at least 5 characters',
    reasonLong: 'The reason may have at most 2000 characters',
  },
  charactersLeft: (n) =>
    n < 0
      ? n === -1
        ? 'You have 1 character too many'
        : `You have ${-n} characters too many`
      : n === 1
        ? 'You have 1 character left'
        : `You have ${n} characters left`,
  taken: 'It was taken away from the public.',
  lifted: 'It is back in public.',
  already: 'Somebody had taken it away already. This is the takedown that holds.',
  liftedAlready: 'Somebody has brought it back in the meantime.',
  one: {
    title: (what) => `Takedown: ${what}`,
    ground: 'Reason',
    taken: 'Taken away',
    by: (name, moment) => `${moment}, by ${name}`,
    note: 'Note for the office',
    noNote: 'No note',
    state: 'State',
    stands: 'Taken away from the public',
    liftedTag: 'Back in public',
    contentGone: 'The content of the file was deleted for ever, so it cannot be brought back.',
    lifted: 'Brought back',
    liftReason: 'Why it was brought back',
    record: 'The record',
    open: 'Open in the office',
    public: 'Public address',
  },
  liftTitle: 'Bring it back',
  liftWords: 'Everybody will read the record again. Earlier wordings stay hidden.',
  liftReason: 'Why it is brought back',
  liftReasonHint: 'It stays in the history for ever: do not write names or data of a person.',
  lift: 'Bring it back',
}
