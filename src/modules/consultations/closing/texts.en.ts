import type { ClosingTexts } from './texts.sq.ts'

export const en: ClosingTexts = {
  clockWords: 'Time for comments',
  basisChoice: 'What the consultation rests on',
  basisHint: 'It decides how much time people must be given to comment.',
  bases: {
    'law-146': 'Law 146/2014 (public notice and consultation)',
    other: 'Another basis',
  },
  basisHints: {
    'law-146': 'At least 20 working days from the notice (Article 15).',
    other:
      'The institution’s own term, if it has set one; otherwise the day you enter, which is shown as ‘a day set by the institution’.',
  },
  basisMissing: 'Choose what the consultation rests on',
  basisOfAlbania: 'Law 146/2014 is a law of Albania; for the institution you chose, choose ‘Another basis’',
  least: {
    title: 'The earliest closing day',
    byLaw: (day) => `By law 146/2014 comments must be accepted at least until ${day}.`,
    byOwn: (day) => `By the term that the institution has set, comments must be accepted at least until ${day}.`,
    from: (day) =>
      `The time counts from ${day}: from the day of publication here, the opening day or the day of the official notice, whichever comes last.`,
    ifPublishedToday:
      'This is computed for publication today. If it is published later, the day moves and is computed again.',
    default: 'If you leave the closing day empty, this day is taken. You can choose a later day, not an earlier one.',
    why: 'Why this date?',
    byHand:
      'The institution has set no term for this basis: you set the closing day, and the public is told that the institution set it.',
    tooEarly: (day) =>
      `The closing day is before ${day}, the earliest that is allowed. Enter that day or a later one, or leave it empty`,
    tooEarlyNow: (chosen, day) =>
      `The closing day, ${chosen}, is before ${day}: that much time is needed if it is published today. Change the consultation: enter that day or a later one, or leave it empty.`,
    posting: (day) =>
      `Counted from this day of the official notice, comments must be accepted at least until ${day}. Extend the time first, then enter the day of the notice`,
  },
  zones: { 'Europe/Tirane': 'Tirana time', 'Europe/Belgrade': 'Pristina time' },
  endOfDay: (zone) =>
    `Comments are accepted until the end of the last day, by the institution’s clock (${zone}). The moment of sending counts.`,
  opensOn: (day) => `Comments are accepted from ${day}.`,
  basisGiven: (basis) => `The legal basis that the institution gives: ${basis}`,
  warning: 'Warning',
  pastOpening: {
    warning: (day) =>
      `The opening day, ${day}, has passed. The consultation opens at the moment of publication and the time counts from today, but the page will show ${day} as the opening day.`,
    confirm: 'I know that the opening day has passed and want to publish it like this',
    error: (day) =>
      `The opening day, ${day}, has passed. Change the opening day, or tick that you want to publish it like this`,
  },
  closesFixed: (day) =>
    `Comments are accepted until ${day}. This day is not changed here: it is put off only by an extension.`,
  extend: {
    title: 'Extension of the time for comments',
    link: 'Extend the time',
    lead: (day) => `Comments are now accepted until ${day}.`,
    most: (day) => `By law 146/2014 the time can be extended until ${day} at most.`,
    mostWhy: 'Why until this day?',
    mostNone:
      'For this basis the law does not say how far the time can be extended. The extension is made by a reasoned decision.',
    told: 'The extension is shown on the public page. Everybody who confirmed a comment gets an e-mail with the new day, the reason and the link.',
    newDay: 'New closing day',
    decision: 'Number of the decision',
    decisionHint: 'As it stands in the decision, for example 112.',
    decidedOn: 'Date of the decision',
    ground: 'Reason',
    groundHint: 'Why people need more time. The reason is public and stands in the letter.',
    submit: 'Extend the time',
    notice: (decision, on) =>
      `Decision no. ${decision}, ${on}; notice on the public page and by letter to the participants`,
    done: 'The time was extended. The participants are sent a letter.',
    errors: {
      newDay: 'Enter the new closing day, for example 21 11 2026',
      decision: 'Enter the number of the decision, up to 200 characters',
      decidedOn: 'Enter the date of the decision, for example 21 11 2026',
      ground: 'Enter the reason, between 10 and 1000 characters',
      changedMeanwhile:
        'Somebody else has changed the consultation meanwhile. Look at the closing day and send it again',
    },
    refusals: {
      'not-running':
        'The time has ended and the decision was not taken within it: time that has ended is not extended. You can repeat the stage with new time for comments',
      'already-past': 'The new day has passed: there would be no time left for comments',
      'not-later': 'The new day must be later than the closing day. The time for comments is never shortened',
      'beyond-most': 'Law 146/2014 does not allow a day as late as this',
      'decided-later': 'The date of the decision cannot be in the future',
    },
    beyond: (day) =>
      `The last day allowed is ${day}: 40 working days from the notice. If more time is needed, repeat the stage with new time for comments`,
  },
  repeat: {
    title: 'Repeating the stage',
    words:
      'When the time is not enough, or comments raise new issues, the stage is repeated: a new consultation is prepared with the same text and the same documents, and gets a number and a closing day of its own. Both pages link to each other.',
    submit: 'Repeat the stage',
    done: 'The consultation that repeats the stage was created. Look at its days and publish it when it is ready.',
    repeats: (title, number) => `Repeats consultation no. ${number}, ‘${title}’`,
    repeatedBy: (title, number) => `Repeated by consultation no. ${number}, ‘${title}’`,
    draftOf: (title) => `Repeated by a consultation in preparation: ‘${title}’`,
  },
  events: {
    extended: (decided, decision, from, to) => `by decision no. ${decision} of ${decided}, from ${from} to ${to}`,
    moved: (from, to) => `from ${from} to ${to}`,
    because: (reason) => `Reason: ${reason}`,
  },
  extendedOn: (on, reason, from, to) => `The time was extended on ${on}, from ${from} to ${to}. Reason: ${reason}`,
  movedOn: (on, reason, from, to) => `The closing day was put off on ${on}, from ${from} to ${to}. Reason: ${reason}`,
  letter: {
    extendedSubject: (day) => `Comments are accepted until ${day}`,
    extended: (title, from, to) =>
      `You have commented on the consultation ‘${title}’. The time for comments was extended: from ${from} to ${to}.`,
    moved: (title, from, to) =>
      `You have commented on the consultation ‘${title}’. The closing day was put off: from ${from} to ${to}.`,
    ground: (ground) => `Reason: ${ground}`,
    decision: (decision, on) => `Decision no. ${decision}, ${on}.`,
    what: 'Your comment stands and there is nothing you need to do. Until that day you can change or withdraw it. The consultation:',
  },
}
