import type { clockKindsSq, clockRefusalsSq, ClockTexts } from './clock-texts.sq.ts'

export const clockEn: ClockTexts = {
  title: 'Time to answer',
  label: 'The answer is due by',
  toDeadline: 'The deadline day by day',
  publicTitle: (number) => `Request ${number}`,
  none: 'This case has no time to answer.',
  choose: 'Set the time to answer',
  legend: 'What does the paper ask for?',
  kinds: {
    petition: 'A petition',
    day: 'A day set by hand',
    none: 'No time: the paper asks for no answer',
  },
  information: { AL: 'A request for information', XK: 'A request for access to public documents' },
  request: {
    AL: 'A request under the Code of Administrative Procedures',
    XK: 'A request under the Law on General Administrative Procedure',
  },
  until: (law, day) => `${law}: an answer by ${day}`,
  notSet: (names) =>
    `Cannot be chosen, because the law gives no verified number of days and the institution has set no term of its own: ${names.join('; ')}.`,
  day: 'Day',
  dayError: 'Write a day that exists, such as 21 11 2026',
  kindError: 'Choose what the paper asks for',
  ground: 'Reason',
  groundHint: 'It stays in the history of the deadline. Write no names or data of citizens.',
  submit: 'Save the deadline',
  extend: 'Extend the time',
  extendLaw: (clock, law) => `${clock} (${law}).`,
  extendOwn: 'The institution has set this term itself; it is extended by as many days as you write.',
  extendTold:
    'It counts only if the person is told within the time. Whoever left an e-mail address gets a letter at once.',
  extendBy: 'How many more days',
  extendByHint: 'Empty: as many as the law allows.',
  extendByError: 'Write a number of days, from 1 to 365',
  notice: 'How the person was told',
  noticeHint: 'For example: by letter, its number and date.',
  noticeError: 'Write how the person was told, with 3 to 1000 characters',
  groundError: 'Choose the reason for the extension',
  pause: 'Pause the deadline',
  pauseHint: 'Only where a law or an act allows it; write which one. No days are counted until you resume it.',
  resume: 'Resume the deadline',
  resumeHint: 'The days of the pause do not count.',
  forward: (day) =>
    `A request that belongs to another body is passed on at once, within 2 days at most (Code of Administrative Procedures, Art 24): by ${day}.`,
  forwardOver: 'That day has passed.',
  both: (workBy, due) => `${workBy} (other reading: ${due})`,
}

export const clockKindsEn: typeof clockKindsSq = {
  'deadline-started': 'deadline started',
  'deadline-paused': 'deadline paused',
  'deadline-resumed': 'deadline resumed',
  'deadline-extended': 'deadline extended',
  'deadline-chosen': 'day of the deadline set',
  'deadline-moved': 'deadline moved',
  'deadline-met': 'deadline met',
  'deadline-lapsed': 'deadline passed without being met',
  'deadline-cancelled': 'deadline cancelled',
  'deadline-reopened': 'deadline reopened',
  'deadline-reminded': 'reminder sent',
}

export const clockRefusalsEn: typeof clockRefusalsSq = {
  'no-term':
    'The law gives no number of days and the institution has set no term of its own. Choose something else, or a day by hand.',
  'no-clock': 'The case has no deadline that could be cancelled.',
  'cannot-extend': 'This time cannot be extended, or was extended once, or the days are more than the law allows.',
  'ground-not-listed': 'This time is extended only for one of the grounds that the law lists.',
  'extended-too-late': 'The time is over: an extension is told inside the first term.',
  'cannot-pause': 'The deadline has changed since you opened this page. Look at it again.',
  'paused-too-late': 'The time is over and cannot be paused.',
  'after-deadline': 'The day lies after the one that the law gives. Choose an earlier day, or extend the time.',
}
