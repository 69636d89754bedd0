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
  ofYours: (count, all) => {
    if (all === 1) return 'This deadline is yours.'
    if (count === all) return 'All of them are yours.'
    return count === 1 ? 'One of them is yours.' : `${count} of them are yours.`
  },
  look: 'The new dates are on the board of deadlines:',
  remindSubject: (late, near) =>
    [...(late > 0 ? [`${deadlines(late)} late`] : []), ...(near > 0 ? [`${deadlines(near)} about to end`] : [])].join(
      ', ',
    ),
  late: 'Late:',
  near: 'About to end:',
  until: (what, day) => `${what}: ${day}`,
  twoDays: (what, workBy, due) => `${what}: work to ${workBy}; the last day is ${due}`,
  more: (count) => `and ${count} more`,
  all: 'All deadlines:',
}
