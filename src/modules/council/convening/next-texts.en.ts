import type { NextTexts } from './next-texts.sq.ts'

export const en: NextTexts = {
  words: {
    facts: 'Complete the facts of the meeting.',
    agenda: 'Write the agenda.',
    convene: 'The meeting is ready to be convened.',
    invite: 'No invitation has been sent yet. Members answer by the link in their letter.',
    hold: 'The invitations are sent. On the day of the meeting open the record here.',
    record: 'The meeting is open: go on with the record.',
    minutes: 'The meeting is closed: draft the minutes and have them approved at the next meeting.',
  },
  deeds: {
    facts: 'Complete the facts',
    agenda: 'Write the agenda',
    convene: 'Convene the meeting',
    invite: 'Send the invitations',
    hold: 'The meeting itself',
    record: 'Go on with the record',
    minutes: 'Draft the minutes',
  },
}
