import type { doubts as sq } from './doubt-texts.sq.ts'

export const doubts = {
  doubtsTitle: (n: number) => (n === 0 ? 'No open doubts' : n === 1 ? '1 doubt to settle' : `${n} doubts to settle`),
  doubtsLead: 'Here the program was not sure. Compare with the source and decide.',
  doubtPlaced: (where: string) => `They stand in: ${where}`,
  doubtAside: 'They are not in the text.',
  doubtKeep: 'It is right',
  doubtLeaveOut: 'Leave it out of the text',
  doubtAllKeep: 'They are all right',
  doubtSettled: 'The doubt was settled.',
  doubtNotAlone:
    'These words are part of a longer paragraph and cannot be left out alone. Mend the document and read it again.',
  doubtsRemembered: (n: number) =>
    n === 1 ? '1 doubt that was settled before was remembered' : `${n} doubts that were settled before were remembered`,
  doubtSettlements: { kept: 'it is right', 'left-out': 'left out of the text' },
  doubtReasons: {
    'before-first-article': 'Words before the first article that look like part of an article',
    'numbering-jumps': 'The numbering jumps',
    'numbering-repeats': 'The same number twice',
    'letter-out-of-order': 'The letters are out of order',
    'broken-line-joined': 'A broken line, joined to the one before it',
    'heading-guessed': 'A short line taken as a heading',
    'looks-like-article': 'Words that look like the start of an article, inside a sentence or a table',
    table: 'A table: check the rows',
    'tracked-change': 'Tracked changes in the document: they were read as accepted',
    note: 'A note or comment in the document: it is left aside',
    'page-furniture': 'A header, footer or page number: it is left aside',
    image: 'A picture: its words are not read',
    unreadable: 'A part that was not read',
  },
} satisfies typeof sq
