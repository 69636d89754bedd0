import type { IntakeTexts } from './intake-texts.sq.ts'

export const en: IntakeTexts = {
  greeting: 'Hello,',
  closing: 'This letter was sent by the Kuvend platform.',
  confirmationSubject: (institution) => `Confirm your letter to: ${institution}`,
  confirmation: (institution, about, days) => [
    `A letter to “${institution}” about “${about}” was sent from this address.`,
    'It is not registered yet. Open the link and press the button; then you get its number and code:',
    `The link works for ${days} days. After that an unconfirmed letter is erased.`,
    'If you did not send it, do nothing.',
  ],
  receiptSubject: (number, code) => `Receipt: case ${number}, code ${code}`,
  receipt: (facts) => [
    `Your letter is registered at “${facts.institution}”.`,
    `Number: ${facts.number}\nCode: ${facts.code}\nSubject: ${facts.about}\nReceived: ${facts.received}`,
  ],
  receiptDue: (day) => `The answer is due by ${day}. The page of the case explains why.`,
  receiptFiles: (names) => `Attached documents:\n${names.map((name) => `– ${name}`).join('\n')}`,
  receiptLeftOut: (lines) =>
    `These documents were NOT taken in. Bring them to the counter or send them another way:\n${lines.map((line) => `– ${line}`).join('\n')}`,
  receiptLink: 'With the number and the code you can see at any time how far the case has come:',
  receiptReply: 'If you want to add something, answer this letter: your answer joins the case.',
  transferSubject: (number) => `Case ${number} was passed on to another institution`,
  transfer: (facts) => [
    `Your letter with number ${facts.number} belongs to another institution; “${facts.from}” passed it on to “${facts.to}”.`,
    `Reason: ${facts.reason}`,
    `There it has number ${facts.newNumber} and code ${facts.newCode}.`,
  ],
  extensionSubject: (number) => `The time to answer case ${number} was extended`,
  extension: ({ institution, number, from, to, ground }) => [
    `“${institution}” has extended the time to answer your case ${number}.`,
    `It was due on ${from}; now it is due on ${to}.`,
    `The reason: ${ground}`,
  ],
  movedSubject: (number, to) => `The answer to case ${number} is now due on ${to}`,
  moved: ({ institution, number, from, to, ground }) => [
    `The time in which “${institution}” has to answer your case ${number} was reckoned again.`,
    `It was due on ${from}; now it is due on ${to}.`,
    `The reason: ${ground}`,
  ],
  why: {
    'too-many': 'more documents than are taken in with one letter',
    'too-large': 'the document is too large',
    'wrong-type': 'this kind of document is not taken in (PDF, DOCX, ODT, XLSX, PNG, JPG and TXT are)',
    'message-too-large': 'the letter was so large that only its text was taken in',
  },
  taskTitle: (number) => `Case ${number}`,
  pointTaskTitle: (number, ordinal) => `Case ${number}, point ${ordinal}`,
  passedOn: 'Passed on to the institution that is competent.',
  duplicate: (number) => `The same request as case ${number}.`,
  extensionGrounds: {
    many: 'Many or long documents are asked for.',
    apart: 'The documents have to be looked for in offices physically apart.',
    consult: 'Other authorities have to be consulted before the answer.',
  },
  refiled: 'The day of filing was corrected.',
  noSubject: '(no subject)',
}
