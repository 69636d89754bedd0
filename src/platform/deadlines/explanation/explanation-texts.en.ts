import type { DayWords, ExplanationTexts } from './explanation-texts.sq.ts'

/** Monday first. */
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** `Thursday 10 December 2026` */
const day = ({ weekday, date }: DayWords) => `${DAYS[weekday - 1] ?? ''} ${date}`

const UNITS = {
  d: ['day', 'days'],
  wd: ['working day', 'working days'],
  h: ['hour', 'hours'],
  mo: ['month', 'months'],
} as const

const ZONES: Record<string, string> = { 'Europe/Tirane': 'Tirana time', 'Europe/Belgrade': 'Pristina time' }

const amount = (n: number, unit: keyof typeof UNITS) => `${n} ${UNITS[unit][n === 1 ? 0 : 1]}`
const and = (words: readonly string[]) =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`

/** `1st`, `2nd`, `11th`, `23rd` */
function nth(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13
  const end = teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${end}`
}

export const en: ExplanationTexts = {
  day,
  and,
  amount,
  weekdays: (from, to) => (from === to ? (DAYS[from - 1] ?? '') : `${DAYS[from - 1] ?? ''} – ${DAYS[to - 1] ?? ''}`),

  why: {
    weekend: 'weekend',
    weekendOf: (holidays) => `weekend (${holidays})`,
    holiday: 'official holiday',
    substitute: (forDay) => `substitute for ${day(forDay)}`,
    estimated: 'estimated date',
    closure: 'the institution was closed',
    pause: 'the clock was paused',
  },

  rule: (id, clock, lawName) => `Rule ${id}: ${clock}. Legal basis: ${lawName}.`,
  ownTerm: (id, lawName, n, unit) =>
    `Rule ${id}: the sources give no verified number. Legal basis: ${lawName}. The institution itself has set ${amount(n, unit)}.`,
  ownBasis: (basis) => `What the institution’s term rests on: ${basis}.`,
  plainTerm: (words) => `The term: ${words}.`,
  event: (start, on) => `The event it is counted from: ${start}, on ${day(on)}.`,
  eventPlain: (on) => `The event it is counted from happened on ${day(on)}.`,
  backFrom: (start, on) => `Counted back from the day of the event: ${start}, on ${day(on)}.`,
  backFromPlain: (on) => `Counted back from the day of the event, ${day(on)}.`,

  firstOut: (law, first) =>
    `The day of the event is not counted${law ? ` (${law})` : ''}: the first day counted is ${day(first)}.`,
  firstIn: (first) => `The day of the event is counted too: the first day is ${day(first)}.`,

  countWorking: (n) =>
    n === 1
      ? '1 working day is counted: Monday to Friday, without the official holidays.'
      : `${amount(n, 'wd')} are counted: Monday to Friday, without the official holidays.`,
  countCalendar: (n, law) =>
    n === 1
      ? `1 calendar day is counted, be it a weekend or a holiday${law ? ` (${law})` : ''}.`
      : `${n} calendar days are counted in a row, weekends and holidays too${law ? ` (${law})` : ''}.`,
  countMonths: (n, law) =>
    `The term is ${amount(n, 'mo')}: it ends on the day with the same number as the day of the event${law ? ` (${law})` : ''}.`,
  countMonthsBack: (n, law) =>
    `The term is ${amount(n, 'mo')}, counted back: it reaches the day with the same number as the day of the event${law ? ` (${law})` : ''}.`,
  noSuchDay: (number, last) => `That month has no day ${number}, so its last day is taken, ${last}.`,
  window: (opens, from, to) =>
    `It may be done from the ${nth(from)} day to the ${nth(to)} day. The ${nth(from)} day is ${day(opens)}: before it is too early.`,

  skipped: (n, list) => `${amount(n, 'd')} were skipped: ${list}.`,
  skippedOne: (list) => `1 day was skipped: ${list}.`,
  skippedNone: 'There was no weekend, holiday or other day to skip on the way.',
  weekends: (list) => `the ${list.length === 1 ? 'weekend' : 'weekends'} of ${and(list)}`,
  holiday: (on, words) => `${day(on)} (${words})`,
  closure: (dates, words) => `${dates} (${en.why.closure}: ${words})`,
  pause: (dates, n) =>
    n === 1
      ? `The clock was paused on ${dates}: that day is not counted.`
      : `The clock was paused on ${dates}: those ${n} days are not counted.`,
  pausedNow: (since, days) =>
    `The clock has been paused since ${day(since)}${days === null ? '' : ` (${amount(days, 'd')} until today)`}. While it is paused no day is counted, and the date will move on.`,

  last: (n, unit, on) => (unit === 'mo' ? `The last day is ${day(on)}.` : `The ${nth(n)} day counted is ${day(on)}.`),
  rolled: (off, to, law) =>
    `That is not a working day (${off}), so the term moves to the next working day, ${day(to)}${law ? ` (${law})` : ''}.`,
  rolledBack: (off, to) =>
    `That is not a working day (${off}). A term that is counted back never gets shorter, so it moves to the working day before, ${day(to)}.`,
  rolledOver: (list) => `Skipped as well: ${list}.`,
  ends: (on) => `The term ends at the end of ${day(on)}.`,
  endsAtLeast: (on) => `The term cannot end before the end of ${day(on)}.`,
  endsBack: (on) => `It must be done by ${day(on)} at the latest, before that day ends.`,
  chosen: (on) => `The institution has chosen a later day: the term ends at the end of ${day(on)}.`,
  chosenEarlier: (on) =>
    `The institution has chosen to have it done by ${day(on)}: nobody is late before the day that the rule gives.`,
  chosenEarlierBack: (on) => `The institution has chosen an earlier day: ${day(on)}.`,
  setDay: (on) =>
    `This day was not computed from a rule: the institution has set it. The term ends at the end of ${day(on)}.`,

  hours: (n, direction) =>
    direction === 'after'
      ? `${amount(n, 'h')} are counted in a row, day and night, weekends and holidays too: the law defines no office hours.`
      : `${amount(n, 'h')} are counted back, day and night, weekends and holidays too: the law defines no office hours.`,
  hoursStart: (start, on, hour) => `The event it is counted from: ${start}, on ${day(on)} at ${hour}.`,
  hoursStartPlain: (on, hour) => `The event it is counted from happened on ${day(on)} at ${hour}.`,
  hoursEnd: (on, hour, zone) => `The term ends on ${day(on)} at ${hour} (${ZONES[zone] ?? zone}).`,
  hoursEndDay: (on) => `The term ends on ${day(on)}, at the same hour.`,
  clocksChanged: (before, after) =>
    `The clocks change on the way (summer or winter time), so the term ends at ${after} and not at ${before}.`,

  unsettled: {
    firstDay: 'whether the day of the event is counted',
    roll: 'whether the last day, when it is off, moves to the next working day',
    rollBack: 'whether the last day, when it is off, moves to the working day before',
    lead: (what) => `The sources seen do not say ${what.join(', nor ')}. So every reading is computed.`,
    followed: 'The days below are those of the reading that gives the later date.',
    same: (on) => `All readings give the same day: ${day(on)}.`,
    differ: (work, due) => `The officer works to ${day(work)}; nobody is late before ${day(due)} is over.`,
  },
  reading: {
    excluded: 'the day of the event is not counted',
    counted: 'the day of the event is counted too',
    forward: 'a last day that is off moves to the next working day',
    back: 'a last day that is off moves to the working day before',
    none: 'the last day stays, even when it is off',
  },

  estimated: (feasts) =>
    feasts.length === 1
      ? `The date of ${feasts[0] ?? ''} is estimated: it has not been announced yet. If another day is announced, the term is computed again.`
      : `The dates of ${and(feasts)} are estimated: they have not been announced yet. If other days are announced, the term is computed again.`,
  nearEstimate:
    'Close to these days lies a feast whose date has not been announced yet. If another day than the estimated one is announced, the term is computed again.',
  secondary: 'The number was seen in a secondary source only, not in the text of the law.',
  retold: 'The content was seen with an authority that applies the law, but retold, not certainly in its own words.',

  marks: {
    secondary: 'secondary source',
    practice: 'practice only',
    unverified: 'not verified',
    readings: 'two readings',
    estimated: 'feast with an estimated date',
    own: 'the institution’s own term',
  },

  list: {
    event: 'day of the event, not counted',
    counted: (from, to) => (from === to ? `${nth(from)} day` : `days ${from}–${to}`),
    due: 'the term ends',
    lastCounted: (n) => `${nth(n)} day, the term ends`,
    least: (n) => `${n === null ? '' : `${nth(n)} day, `}it could not end earlier`,
    chosen: 'the term ends: the day the institution chose',
    off: (n, why) => `${nth(n)} day, but not a working day: ${why}`,
    within: 'within the term',
    lastOff: (why) => `the last day, but not a working day: ${why}`,
    dueBack: 'last day to act',
    lastCountedBack: (n) => `${nth(n)} day, the last one to act`,
  },

  laws: {
    days: 'law 44/2015, Art 56(2)',
    months: 'law 44/2015, Art 56(3)',
    weekends: 'law 44/2015, Art 56(4)',
  },

  left: {
    days: (n) => `${amount(n, 'd')} left`,
    today: 'Ends today',
    late: (n) => `${amount(n, 'd')} late`,
    lateHours: (n) => (n < 1 ? 'Less than an hour late' : `${amount(n, 'h')} late`),
    ended: (n) => (n === 1 ? 'Ended yesterday' : `Ended ${n} days ago`),
    hours: (n) => (n < 1 ? 'Less than an hour left' : `${amount(n, 'h')} left`),
    met: 'Met',
    lapsed: 'The term has passed',
    paused: 'Paused',
    cancelled: 'Cancelled',
    planned: 'Has not begun yet',
  },

  box: {
    why: 'Why this date?',
    days: 'The days in order',
    day: 'Day',
    counts: 'How it counts',
    readings: 'Possible readings',
    law: 'Law',
    rule: 'The rule in the table',
    sources: 'Where it was seen',
    confidence: 'How sure it is',
    workBy: (date) => `The officer works to ${date}`,
    mark: (words) => words.charAt(0).toUpperCase() + words.slice(1),
    opens: (date) => `Not before ${date}`,
  },

  confidences: {
    T: 'Seen in the text of the law itself, or as the authority that applies it gives it.',
    'T/S': 'Seen with an authority that applies the law, retold closely, not certainly in the exact words of the law.',
    S: 'Seen in a secondary source only. It is applied to a case only once the administrator of the institution has confirmed it.',
    P: 'Only a practice that agrees with it was seen; the rule itself was not.',
    N: 'Not verified: no number is given as law. The institution sets the term itself.',
  },
}
