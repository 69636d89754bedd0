import type { CommentTexts, EventName } from './texts.sq.ts'

const comment: CommentTexts['comment'] = {
  anonymous: 'A citizen',
  named: (name, organisation) => `${name}, for ${organisation}`,
  onArticle: (label) => `on article ${label}`,
  onWhole: 'on the text as a whole',
  onPassage: 'On the words',
  corrected: (date) => `changed on ${date}`,
  earlier: 'Earlier versions',
  version: (n, date) => `Version ${n}, ${date}`,
  withdrawn: (date) => `The author withdrew this comment on ${date}.`,
  erased: (date) => `This comment was erased on ${date} at its author’s request.`,
  takenDown: (ground, date) => `The institution took this comment off the public pages on ${date}. Reason: ${ground}.`,
  held: (ground, date) => `This comment has been held since ${date} and is not shown. Reason: ${ground}.`,
  eventNames: {
    sent: 'Sent',
    entered: 'Entered by the institution',
    late: 'Came late',
    'in-time': 'In time: the window was extended',
    confirmed: 'Confirmed by the sender; it counts',
    waiting: 'Waiting to be looked at',
    published: 'Published',
    held: 'Held',
    released: 'Released and published',
    corrected: 'Changed by the author',
    withdrawn: 'Withdrawn by the author',
    erased: 'Erased',
    'taken-down': 'Taken away from the public',
    restored: 'Back on the public pages',
    redacted: 'Covered: data of a person',
  } satisfies Record<EventName, string>,
  code: 'Code',
  permalink: (code) => `Comment ${code}`,
  attachments: 'Attached',
  list: 'Comments',
  listTitle: (title) => `Comments on: ${title}`,
  filter: {
    channel: 'How it came',
    anyChannel: 'By any way',
    sender: 'Who speaks',
    anySender: 'Anybody',
    proposing: 'With a proposed wording',
    late: 'Late',
    all: 'All',
    only: 'Only these',
    show: 'Show',
    none: 'No comment matches these filters.',
  },
  older: 'Older comments',
  newest: 'Newest comments',
  paging: 'Pages of comments',
}

const errors: CommentTexts['form']['errors'] = {
  body: 'Write your comment',
  bodyLong: (limit, over) =>
    `The comment must have at most ${limit} characters; shorten it by ${over === 1 ? '1 character' : `${over} characters`}`,
  email: 'Enter your e-mail address, for example name@example.com',
  name: 'Enter your name, or choose not to publish it',
  nameLong: (limit) => `The name must have at most ${limit} characters`,
  organisation: 'Enter the name of the organisation',
  onBehalf: 'Choose on whose behalf you are speaking',
  publishName: 'Choose whether your name is published',
  form: 'The form arrived incomplete. Please send it again; your words are below',
  fileTooLarge: (name) => `The document ‘${name}’ is larger than 10 MB. Choose a smaller one`,
  fileType: (name) =>
    `The document ‘${name}’ is not PDF, DOCX, ODT, XLSX, PNG, JPEG or plain text. Save it in one of these formats`,
  noSpace: 'Our server has no free room for documents now. Send the comment without them, or try later',
  fileCount: 'You can attach up to 5 documents',
  tooLong: 'The form is too long. Shorten your comment or attach it as a document',
  tooMany: 'Too many comments have come from this address within an hour. Your words are below; try again in an hour',
}

const form: CommentTexts['form'] = {
  title: 'Send a comment',
  aboutWhole: 'You are commenting on the text as a whole.',
  aboutArticle: (label) => `You are commenting on article ${label}.`,
  aboutPassage: (label) => `You are commenting on these words of article ${label}:`,
  readArticle: 'Read the article again',
  body: 'Your comment',
  bodyHint:
    'Say what you propose and why. Do not include telephone numbers, addresses or identity numbers: everyone can read the comment.',
  charactersLeft: (n) =>
    n < 0
      ? `You have ${n === -1 ? '1 character' : `${-n} characters`} too many`
      : `You have ${n === 1 ? '1 character' : `${n} characters`} left`,
  onBehalf: 'On whose behalf are you speaking?',
  person: 'On my own behalf',
  organisationOption: 'On behalf of an organisation, association or business',
  organisation: 'Name of the organisation',
  name: 'Your name',
  nameHint: 'You can leave it empty if you do not want it published.',
  email: 'Your e-mail address',
  emailHint: 'We send the confirmation e-mail there. It is never published.',
  emailKnown: (email) =>
    `You are signed in as ${email}. Your comment is received at once, without a confirmation e-mail.`,
  publishName: 'Shall we publish your name?',
  publishYes: 'Yes, publish my name',
  publishNo: 'No, do not publish it',
  publishHint: 'The name of an organisation is always published, because you are speaking on its behalf.',
  files: 'Attach documents (optional)',
  filesHint:
    'Up to 5 documents of up to 10 MB each: PDF, DOCX, ODT, XLSX, PNG, JPEG or plain text. A comment with documents appears after an official has looked at it.',
  filesAgain: 'You need to choose the documents again: the browser does not remember them.',
  publicTitle: 'What will be public',
  publicPoints: [
    'your comment and the day you sent it;',
    'your name, only if you allow it, and the name of the organisation on whose behalf you speak;',
    'the documents you attach, after an official has looked at them.',
  ],
  privatePoints: 'Your e-mail address is not published and is used only to write to you about this comment.',
  privacy: 'How we keep your data',
  submit: 'Send the comment',
  errorTitle: 'Your comment has not been sent yet',
  errors,
  refusals: {
    'not-open-yet': 'This consultation is not open yet, so your comment was not accepted. Your words are below',
    closed:
      'The deadline for comments has passed, so your comment was not accepted. Your words are below, so that you can copy them',
    cancelled: 'This consultation has been cancelled, so your comment was not accepted. Your words are below',
    'no-such-article':
      'This article is no longer in the text. Open the article again or comment on the text as a whole',
    'no-such-passage': 'The passage you chose is not in the article. Choose it again or comment on the whole article',
  },
}

export const en: CommentTexts = {
  comment,
  form,
  grounds: {
    'personal-data': 'it contains personal data',
    insult: 'it contains insults or hate speech',
    advertising: 'it is advertising',
    'other-matter': 'it is not about this consultation',
    unlawful: 'it contains something the law forbids',
  },
  sent: {
    title: 'Your comment was sent, but it does not count yet',
    words: [
      'We have sent an e-mail to the address you gave. Open the link in it and press the button ‘Confirm the comment’.',
      'What counts is the moment you sent the comment, so you lose nothing if the e-mail comes late: the link works until 24 hours after the deadline.',
      'A comment that is not confirmed does not count and is erased after seven days.',
    ],
    noLetter: 'Has the e-mail not arrived?',
    noLetterWords: 'Look among your unwanted messages. If you mistyped the address, send the comment again.',
    demoTitle: 'Demonstration',
    demo: 'This is a demonstration: e-mails are not sent anywhere; you can read them in the demonstration mailbox.',
    demoLink: 'Open the demonstration mailbox',
    back: 'Back to the consultation',
  },
}
