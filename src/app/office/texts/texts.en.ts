import { doubts } from './doubt-texts.en.ts'
import type { RoomTexts } from './texts.sq.ts'

const reading = {
  textLead:
    'Upload the draft act as a document (DOCX, ODT, PDF with words, HTML or Akoma Ntoso) or paste it as text. The program divides it into chapters, articles, points and letters; you check whether it divided it well.',
  textFile: 'Document',
  textFileHint: 'DOCX, ODT, PDF with words, HTML or Akoma Ntoso (.xml)',
  textPasted: 'Or paste the text here',
  textRead: 'Read the text',
  textReadAgain: 'Read the text again',
  textReadInto: 'Read the corrected text from a document',
  textReplaceWarning:
    'The new reading replaces the present text of the draft act. Doubts that you have settled stay settled where the words are the same.',
  textContinueWarning:
    'The document becomes the draft of the new version. The program finds what has changed; you confirm what it is not sure of.',
  textErrors: {
    nothing: 'Choose a document or paste the text',
    both: 'Choose only one: the document or the pasted text',
    'unknown-kind': 'This kind of document cannot be read. Save it as DOCX, ODT, PDF with words, HTML or Akoma Ntoso',
    'no-space': 'Our server has no free room for files. Tell the administrator',
    'not-a-docx': 'The document is not DOCX. Open it in your word processor and save it as DOCX',
    'not-an-odt': 'The document is not ODT. Open it in your word processor and save it as ODT or DOCX',
    'not-a-pdf': 'The document is not PDF. Save it again as PDF or as DOCX',
    'not-html': 'The file is not an HTML page. Save the text as DOCX or paste it here',
    busy: 'Several files are being read just now. Try again in a minute',
    'not-akoma-ntoso': 'The XML file is not Akoma Ntoso. Export it again as Akoma Ntoso, or upload DOCX',
    'old-word': 'The document is in the old DOC format. Open it in your word processor and save it as DOCX',
    encrypted: 'The document is locked with a password. Remove the password and upload it again',
    'too-large': 'The document is too large to be read. Remove the pictures and save it again, or paste it as text',
    broken: 'The document is damaged. Open it, save it again and upload it',
    'no-articles':
      'No article was found in this document, while the present text has articles. Nothing was changed: check that it is the right document',
    'no-words':
      'The document holds no words that can be read: it seems to be pictures of pages. Upload the document it was made from',
  },
  textSummary: (articles: number, nodes: number) =>
    `The text has ${articles === 1 ? '1 article' : `${articles} articles`}, ${nodes === 1 ? '1 part' : `${nodes} parts`} in all.`,
  noArticles: 'No article was found in the text.',
  source: 'The source, as it was read',
  tree: 'The text, as it was divided',
  sourceKinds: {
    docx: 'DOCX',
    odt: 'ODT',
    pdf: 'PDF',
    html: 'HTML',
    akn: 'Akoma Ntoso',
    pasted: 'pasted text',
    written: 'written here',
  },
} satisfies Partial<RoomTexts>

const versions = {
  versionsTitle: 'Versions of the text',
  versionName: (n: number) => `Version ${n}`,
  versionColumns: { version: 'Version', state: 'State', date: 'Date', source: 'Source', summary: 'What changed' },
  versionStates: { draft: 'Draft', published: 'Published' },
  readOn: (date: string) => `read on ${date}`,
  begunOn: (date: string) => `begun on ${date}`,
  beginVersion: 'Begin the new version from the published text',
  beginLead:
    'The draft begins with the same words as the published version and is edited here. Nobody outside the office sees it before publication.',
  begun: 'The draft of the new version was begun.',
  dropVersion: 'Drop the draft of the new version',
  dropWarning:
    'The draft of the new version goes away with everything that you have decided about it. Published versions stay.',
  dropped: 'The draft of the new version was dropped.',
  edit: 'Editing',
  created: 'The consultation was created and is not public yet. Now add the text.',
  read: 'The text was read.',
  progress: 'What is left before publication',
  progressDoubts: 'Doubts of the reading',
  progressChanges: 'Changes to confirm',
  progressPublish: 'Publication',
  progressLeft: (n: number) => (n === 0 ? 'All settled' : `${n} to settle`),
  publishNext: 'See what will happen and publish it',
  noText: 'There is no text yet.',
} satisfies Partial<RoomTexts>

const changes = {
  changesTitle: 'Changes',
  changesLead: (earlier: number, later: number) =>
    `What has changed from version ${earlier} to version ${later}. Where the program is not sure, you decide; without that the version is not published.`,
  changesOpen: (n: number) =>
    n === 0
      ? 'No change waits to be confirmed.'
      : n === 1
        ? '1 change waits to be confirmed.'
        : `${n} changes wait to be confirmed.`,
  changeColumns: {
    choose: 'Choose',
    kind: 'Change',
    where: 'Where',
    words: 'Words',
    likeness: 'Likeness',
    deed: 'Decision',
  },
  changeKinds: {
    same: 'Same',
    moved: 'Moved',
    reworded: 'Reworded',
    split: 'Split',
    merged: 'Merged',
    new: 'New',
    gone: 'Removed',
  },
  alsoMoved: 'and moved',
  filter: 'Narrow the list',
  filterKind: 'Change',
  anyKind: 'Any change',
  filterOpen: 'Only those that wait to be confirmed',
  filterSubmit: 'Show',
  filterClear: 'Show all',
  noChanges: 'Nothing differs from the published version yet.',
  noneSuch: 'No such change.',
  acceptOne: 'Confirm',
  acceptNamed: (name: string) => `the change at ${name}`,
  acceptChosen: 'Confirm the chosen ones',
  chooseAll: (name: string) => `Choose the change at ${name}`,
  other: 'Decide otherwise',
  decided: 'Confirmed',
  byProgram: 'Certain',
  waits: 'Waits to be confirmed',
  changeSettled: 'The change was confirmed.',
  noneChosen: 'Choose at least one change',
  changeGone:
    'The list has changed meanwhile: somebody else has decided about this change or has read the text again. Below is the list as it stands now.',
  draftGone:
    'The draft that you were working on was published, dropped or read again meanwhile. Below is how things stand now.',
  changeTitle: (name: string) => `Decide about the change at ${name}`,
  earlierWords: 'In the published version',
  laterWords: 'In the draft',
  decision: 'What is this part?',
  decisionGone: 'What became of this part?',
  decisionAccept: (kind: string) => `As proposed: ${kind.toLowerCase()}`,
  decisionContinues: 'It continues another part of the published version',
  decisionContinuesGone: 'It lives on in a part of the draft',
  decisionNew: 'It is new: it continues no part',
  decisionNode: 'Which part?',
  decisionSave: 'Save the decision',
  decisionErrors: { vendimi: 'Choose what it is', nyja: 'Choose the part that it continues' },
  older: 'Further on',
  first: 'From the beginning',
  added: 'added',
  removed: 'removed',
} satisfies Partial<RoomTexts>

const publication = {
  publicationTitle: 'Publish the new version',
  publicationLead: 'Once published, this version can no longer be changed. Earlier versions stay readable.',
  publicationChanges: 'Changes',
  publicationPlaces: 'Comments on earlier versions',
  publicationPlacesLead: 'This is how the comments will stand in the new version; no comment is lost.',
  publicationPlacesSome: (n: number) => `This shows the first ${n} comments only.`,
  outcomes: {
    same: (n: number) =>
      n === 1
        ? '1 comment stays where it is, with the same words'
        : `${n} comments stay where they are, with the same words`,
    moved: (n: number) =>
      n === 1
        ? '1 comment goes with its article to another place'
        : `${n} comments go with their article to another place`,
    reworded: (n: number) =>
      n === 1
        ? '1 comment stays with its article, the words of which have changed'
        : `${n} comments stay with their article, the words of which have changed`,
    gone: (n: number) =>
      n === 1
        ? '1 comment speaks about something that was removed'
        : `${n} comments speak about something that was removed`,
  },
  outcomesDoubtful: (n: number) =>
    n === 1
      ? '1 of them is for you to look at after publication'
      : `${n} of them are for you to look at after publication`,
  noAnchors: 'No comment speaks about a part of the text.',
  running: 'The consultation is still open: people who have commented will find the text changed.',
  warning: 'Warning',
  summary: 'What changes and why',
  summaryHint: 'Public, beside the new version. In plain words.',
  summaryEn: 'The same in English (if there is one)',
  summaryErrors: {
    summary: 'Write what changes, between 10 and 2000 characters',
    summaryEn: 'The summary in English must have between 10 and 2000 characters',
  },
  publish: 'Publish the version',
  publishedDone: 'The new version was published. The comments are now being placed in it.',
  refusals: {
    'open-doubts': 'There are unsettled doubts in the text.',
    'open-changes': 'There are changes that wait to be confirmed.',
    'no-change': 'The draft does not differ from the published version.',
    'no-summary': 'The summary of the changes is missing.',
    'held-back': 'This text cannot be published yet: the warning above says where to go on.',
  },
  left: (n: number) =>
    n < 0
      ? `You have ${n === -1 ? '1 character' : `${-n} characters`} too many`
      : `You have ${n === 1 ? '1 character' : `${n} characters`} left`,
} satisfies Partial<RoomTexts>

const places = {
  placesTitle: 'Places of comments',
  placesLead: (n: number) =>
    `These are the comments of which the program was not sure where they stand in version ${n}. Until you decide, the public reads that their place is being looked at.`,
  noPlaces: 'No comment waits to be placed.',
  placeColumns: { comment: 'Comment', about: 'What it was written about', place: 'Proposed place', deed: 'Decision' },
  placeOutcomes: { same: 'Same place', moved: 'Moved', reworded: 'Reworded', gone: 'Removed' },
  placeNowhere: 'The part is no longer in the text',
  placeConfirm: 'Confirm the place',
  placeGone: 'The part was removed',
  placeNamed: (name: string) => `for the comment ‘${name}’`,
  placeSettled: 'The place of the comment was saved.',
  placeChanged: 'The place of this comment was decided meanwhile by somebody else.',
  placeTitle: 'Where does the comment stand?',
  placeNode: 'Article of the new version',
  placeNodeError: 'Choose the article',
  notPublic: 'not public',
  placeSave: 'Save the place',
} satisfies Partial<RoomTexts>

const waiting = {
  menu: 'Texts',
  waitingTitle: 'Texts that wait',
  waitingLead: 'Versions in preparation, and comments to be placed in the new version.',
  waitingColumns: { title: 'Text', draft: 'In preparation', doubts: 'Doubts', changes: 'Changes', places: 'Comments' },
  waitingNone: 'No text waits.',
  yes: 'yes',
  no: 'no',
  tilesPlaces: 'Comments to be placed',
  rights: { 'texts.read': 'See which texts wait for a decision: of the records they read' },
  tilesChanges: 'Changes to confirm',
} satisfies Partial<RoomTexts>

export const en: RoomTexts = {
  title: 'Text',
  warningWord: 'Warning',
  errorTitle: 'Not saved yet',
  conflictTitle: 'Things have changed',
  article: 'Article',
  parts: {
    preamble: 'Preamble',
    part: 'Part',
    title: 'Title',
    chapter: 'Chapter',
    section: 'Section',
    article: 'Article',
    point: 'point',
    letter: 'letter',
    paragraph: 'paragraph',
    table: 'table',
    annex: 'Annex',
    signature: 'Signature',
  },
  ...reading,
  ...doubts,
  ...versions,
  ...changes,
  ...publication,
  ...places,
  ...waiting,
}
