import type { complaint as Complaint } from './complaint-texts.sq.ts'

export const complaint: typeof Complaint = {
  link: 'How to complain about this consultation',
  title: 'The right to complain about the consultation',
  back: 'To the consultation',
  lead: 'Who may complain that the consultation was not run as the law asks, to whom, until when and how.',
  before: 'Before the act is adopted: to the head of the institution',
  after: 'After the act is adopted: to the Commissioner',
  who: 'Who',
  whoWords:
    'The law says ‘interested party’. Its definition was not seen in the text of the law; the Commissioner decides whether you are one.',
  whom: 'To whom',
  head: (institution) => `The head of the institution: ${institution}`,
  commissioner: 'The Commissioner for the Right to Information and Personal Data Protection',
  commissionerAddress: 'Take the address from the Commissioner’s site:',
  until: 'Until when',
  openUntilAdopted: 'Until the act is adopted. The head must react at once; the law gives no number of days.',
  adoptedAlready: (day, reference) =>
    `The act was adopted on ${day} (${reference}): this way is closed, the complaint to the Commissioner remains.`,
  notAdopted: '30 days from adoption; the act is not adopted yet, or its adoption is not noted here.',
  clockLabel: 'Complaint to the Commissioner until',
  why: 'Why this date?',
  sureness: 'How sure it is',
  rule: 'Rule',
  source: 'Source',
  confidence: {
    T: 'from the text of the law',
    'T/S': 'as the authority retells it',
    S: 'secondary source',
    P: 'practice',
    N: 'not verified',
  },
  otherBasis:
    'The institution has named another basis than Law No. 146/2014 for this consultation. The way below is that of that law: ask the Commissioner whether it holds here too.',
  how: 'How to complain',
  byForm: 'By the institution’s form',
  byFormWords: 'You get a number and a code by which you see how far the complaint has come:',
  formLink: (institution) => `Write to ${institution}`,
  subject: (number, title) => `Complaint about consultation ${number}: ${title}`,
  byMail: 'By e-mail',
  byLetter: 'By letter',
  telephone: 'Telephone',
  noAddress: 'The institution has given no address here; use the form.',
  say: 'Say which consultation you mean, what was not respected, when you learnt of it and what you ask for. Add the receipt of your comment, if you have one.',
  next: 'What comes next',
  nextSubmissions:
    'The Commissioner asks both sides, complainant and institution, for written submissions; they are given within 10 days.',
  nextHearing: 'There may be a hearing; it is optional.',
  nextBreach:
    'Where there was a breach, the Commissioner asks the institution to take administrative measures against those responsible.',
  nextDecision: 'No term was found in the law for the Commissioner’s decision.',
  kosovoTitle: 'The way of a complaint',
  kosovo:
    'For Kosovo no rule on complaints about a public consultation has been verified yet. We give neither a term nor a body: turn to the institution that runs the consultation.',
}
