import type { OverviewTexts } from './texts.sq.ts'

export const en: OverviewTexts = {
  minute: 'In one minute',
  asked: 'What you are asked for',
  askedWhole: 'Say what you think of the text as a whole, of one article, or of the very words you would change.',
  askedPreliminary:
    'There is no draft yet. Say what it should contain, what problem you see, and what must not be forgotten.',
  askedQuestions: (n) =>
    n === 1 ? 'Answer the question that the institution asks.' : `Answer the ${n} questions that the institution asks.`,
  askedMeeting: (day, place) =>
    place === '' ? `Come to the meeting of ${day}:` : `Come to the meeting of ${day}, ${place}:`,
  until: (day) => `Until ${day}, midnight.`,
  how: 'How it works',
  comment: 'Write a comment',
  said: 'What has been said so far',
  saidNothing: 'Nobody has commented yet.',
  saidCaption: 'Published comments by article',
  saidWhole: 'The whole text',
  saidMore: (n) => (n === 1 ? 'and 1 more article with comments' : `and ${n} more articles with comments`),
  saidAll: (n) => (n === 1 ? 'Read the comment' : `Read all ${n} comments`),
  next: 'What happens next',
  steps: {
    announced: 'Announced to the public',
    open: 'Comments are taken in',
    meeting: 'Meeting',
    review: 'The institution considers the comments',
    reviewText:
      'Here each comment is answered with a reason. We know of no time limit in law for this step, so there is no date.',
    draft: 'The draft is written',
    draftText: 'What was said is used for the drafting. The draft comes out in a second consultation.',
    decision: 'The competent body decides',
    decisionText: 'The text that is adopted may differ from the one you read here.',
    cancelled: 'The consultation was cancelled',
  },
  period: (from, to) => `${from} to ${to}`,
  dayUnknown: 'the day is not known',
  meetings: 'Meetings',
  share: 'Pass it on',
  shareLead: 'This text can be pasted into Viber, WhatsApp or Facebook:',
  shareText: (title, institution, line) => `${title}\n${institution}. ${line}`,
  copyText: 'Copy the text',
  copied: 'Copied',
  kind: 'Public consultation',
  kindPreliminary: 'Preliminary consultation',
  lines: {
    open: (day) => `Comments until ${day}`,
    announced: (day) => `Opens on ${day}`,
    closed: (day) => `Closed on ${day}`,
    closedUnknown: 'Closed',
    cancelled: 'Cancelled',
  },
}
