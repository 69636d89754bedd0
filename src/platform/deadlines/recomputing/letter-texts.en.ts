import type { LetterTexts } from './letter-texts.sq.ts'

const deadlines = (count: number): string => (count === 1 ? '1 deadline' : `${count} deadlines`)

export const en: LetterTexts = {
  greeting: (name) => `Hello ${name},`,
  movedSubject: (count) => `${deadlines(count)} moved`,
  moved: (count) =>
    count === 1
      ? 'In your institution 1 open deadline has moved.'
      : `In your institution ${count} open deadlines have moved.`,
  why: (cause) => `The reason: ${cause}.`,
  ofYours: (count) => (count === 1 ? 'One of them is yours.' : `${count} of them are yours.`),
  look: 'The new days, and the reason for each, stand with the deadlines:',
  remindSubject: (late, near) =>
    [
      ...(late > 0 ? [`${deadlines(late)} overdue`] : []),
      ...(near > 0 ? [`${deadlines(near)} about to end`] : []),
    ].join(', '),
  late: 'Overdue:',
  near: 'About to end:',
  until: (what, day) => `${what}: ${day}`,
  twoDays: (what, workBy, due) => `${what}: by ${workBy}, and no later than ${due}`,
  more: (count) => `and ${count} more`,
  all: 'All deadlines:',
}
