import type { conclusion as sq, writing as sqWriting } from './conclusion-texts.sq.ts'

/** The end of a consultation in the office, and what is written for its report. */
export const conclusion: typeof sq = {
  title: 'Conclusion of the consultation',
  link: 'Conclusion and report',
  lead: 'A consultation is concluded once every comment has its published answer. With the conclusion the report is published.',
  openUntil: (day) => `Comments are taken in until ${day}. It can be concluded once the window has closed.`,
  refusals: {
    'not-public': 'The consultation is not public.',
    history: 'This consultation was taken over from older papers and is not concluded here.',
    'still-open': 'The window for comments has not closed yet.',
    'already-concluded': 'The consultation has been concluded already.',
  },
  blocked: (n) => (n === '1' ? '1 comment has no published answer' : `${n} comments have no published answer`),
  blockedLead: 'The consultation cannot be concluded until each of them has a published answer:',
  blockedMore: (n) => `and ${n} more`,
  states: {
    none: 'no answer',
    draft: 'answer in preparation',
    proposed: 'answer waits for a decision',
    decided: 'the answer decided is not published',
    published: 'the answer is not published',
    'taken-down': 'the answer was taken down',
  },
  answerAll: 'To the answers of this consultation',
  allAnswered: (n) =>
    n === '0' ? 'No comments were sent to this consultation.' : `All comments (${n}) have a published answer.`,
  warnings: 'Look at this before you conclude it',
  waiting: (n) =>
    n === '1'
      ? '1 comment waits for moderation: the matrix shows its code alone.'
      : `${n} comments wait for moderation: the matrix shows their codes alone.`,
  letters: (n) =>
    n === '1' ? '1 letter has not been split into points yet.' : `${n} letters have not been split into points yet.`,
  groups: (n) =>
    n === '1'
      ? '1 group of comments is proposed and not confirmed.'
      : `${n} groups of comments are proposed and not confirmed.`,
  monitoring: 'Next: the monitoring, the values of the plan beside those achieved',
  noTerm: 'The law that applies asks for answers and a report, but we have not found a term for them: no day is shown.',
  outcome: 'What becomes of the draft',
  statement: 'Statement of the outcome (in Albanian)',
  statementHint:
    'Two or three sentences: what was decided and what happens now. It is sent to everybody who took part.',
  statementEn: 'Statement in English (if you like)',
  reason: 'Why another version of the report is published',
  reasonHint: 'The earlier report stays readable, with this reason beside it.',
  told: 'Everybody who took part hears of it once, with the address of the report.',
  submit: 'Conclude the consultation',
  preview: 'See the report before it is published',
  write: 'Write the parts of the report',
  done: 'The consultation was concluded and its report published',
  reopened: 'The consultation was reopened',
  published: 'The new version of the report was published',
  concludedOn: (day) => `The consultation was concluded on ${day}.`,
  after: (n) =>
    n === '1'
      ? '1 comment without an answer after the conclusion'
      : `${n} comments without an answer after the conclusion`,
  afterLead: 'Once you have answered, publish a new version of the report, so that its figures are whole.',
  anew: 'Publish a new version of the report',
  anewSubmit: 'Publish the version',
  reopen: 'Reopen the consultation',
  reopenLead: 'Reopening is public, together with its reason. The published report stays readable.',
  reopenReason: 'Reason for reopening',
  reopenSubmit: 'Reopen',
  notAllowed: 'The consultation is concluded by its coordinator.',
  errors: {
    outcome: 'Choose what becomes of the draft',
    statement: 'Write the statement, 10 to 2,000 characters',
    statementEn: 'The statement in English has 10 to 2,000 characters',
    reason: 'Write the reason, 5 to 1,000 characters',
    changed: 'Somebody has changed the consultation meanwhile. Look again and send it once more.',
    blocked: 'There are comments without a published answer. The consultation was not concluded.',
    notConcluded: 'The consultation is not concluded, so it cannot be reopened and its report has no new version.',
  },
}

export const writing: typeof sqWriting = {
  title: 'Parts of the report',
  lead: 'Figures, meetings, answers and results are put in by themselves on the day of publication. Here you write the words that explain them. Any part may stay empty.',
  prefilled: 'Filled in from the notice of the consultation; change it as you like.',
  partSq: (part) => `${part} (in Albanian)`,
  partEn: (part) => part,
  english: 'In English (if you like)',
  submit: 'Save',
  saved: 'The parts of the report were saved',
  preview: 'See the report',
  tooLong: (part) => `${part}: no more than 8,000 characters`,
  changed: 'Somebody else saved the parts meanwhile. Your words are here; read what was saved and send them again.',
  previewTitle: 'The report as it would be published now',
  previewLead: 'Nobody outside the office sees this.',
}
