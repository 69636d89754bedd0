import type { ToldTexts } from './told-texts.sq.ts'

const withProtocol = (words: string, protocol: string | null): string =>
  protocol === null ? words : `${words}, protocol no. ${protocol}`

export const told: ToldTexts = {
  paper: {
    form: 'Covering letter',
    title: 'Acts sent for the review of legality',
    lead: (number, day, protocol) =>
      [
        number === null ? 'Draft' : `No. ${number}`,
        ...(day === null ? [] : [day]),
        ...(protocol === null ? [] : [`protocol no. ${protocol}`]),
      ].join(', '),
    to: 'To',
    address: 'Address',
    basis: {
      AL: 'We send you the following acts of the municipal council for the review of their legality. The act is not suspended meanwhile.',
      XK: 'We send you the following acts of the municipal assembly for the review of their legality.',
    },
    caption: 'Acts that are sent',
    head: ['No.', 'Act', 'Adopted', 'Title'],
    again: (day) => `Re-examined on ${day}; sent a second time.`,
    more: 'Besides',
    annexes: 'Enclosed: the acts above.',
    signature: 'Secretary',
    kept: 'Kept at',
    page: 'Page',
    folder: 'transmittal',
    letterFile: 'letter',
    textFile: 'text',
    noText: 'The text of this act is not in the system.',
    noFile: 'This file cannot be made here. Take the other format.',
  },
  story: {
    notSent: 'Not sent yet to the authority that reviews legality.',
    history: 'Taken from an archive: what became of its review is not known.',
    law: (authority) => `Its legality is reviewed by the ${authority}.`,
    depositBy: (day) => `To be sent by ${day}.`,
    depositLate: (day) => `The term for sending it passed on ${day}, and it has not been sent.`,
    sentLate: (day) => `Sent late: the term was ${day}.`,
    sent: (number, authority) => `Sent with transmittal ${number}: ${authority}`,
    sentAgain: (number, authority) => `Sent again with transmittal ${number}: ${authority}`,
    withdrawn: (reason) => `The transmittal was withdrawn: ${reason}`,
    reExamined: (how, day) => `${how}, ${day}.`,
    vote: 'Vote',
    received: (protocol) => `Registered with the authority, no. ${protocol}`,
    checkBy: (day) => `The authority answers by ${day}.`,
    silent: (day) =>
      `The term passed on ${day} without an answer. The law does not say what that means; the act applies.`,
    answeredLate: (day) => `The answer came after the term, which was ${day}.`,
    verdict: (verdict, protocol) => withProtocol(verdict, protocol),
    reasons: 'Reasons',
    reasonsHidden: 'The reasons are not shown: the act names a private person.',
    replaced: 'This entry was corrected afterwards.',
    corrects: 'Corrects the entry before it.',
    byAuthority: 'Entered by the authority itself.',
    keepsApplying: 'Until the court decides the act applies.',
    returnedApplies: 'Its return does not suspend the act.',
    annulledFrom: (day) => `It applies no more from ${day}.`,
    label: 'The way of the review of legality',
  },
  letters: {
    subject: (number) => `Transmittal ${number}: acts for the review of legality`,
    to: (authority) => `To: ${authority}`,
    lead: (number, day, protocol) =>
      `${withProtocol(`With transmittal ${number} of ${day}`, protocol)}, we send you these acts for the review of legality:`,
    desk: 'You read the acts whole, and answer, here:',
    onPaper: 'Acts that have no link here come to you on paper.',
    closing: 'Please return to us the number and day of your protocol.',
    saidSubject: (number, said) => `${number}: ${said}`,
    said: (number, said, day, protocol) =>
      `The authority that reviews legality has spoken on act ${number}: ${withProtocol(said.toLowerCase(), protocol)}, on ${day}.`,
    read: 'Read it here:',
    receivedSubject: (number) => `Transmittal ${number} was received`,
    received: (number, protocol, day) =>
      `The authority received transmittal ${number} with protocol no. ${protocol}, on ${day}. Its term runs from this day.`,
    tasks: {
      returned: (number) => `Act ${number} was returned by the reviewing authority: to be re-examined`,
      court: (number) => `Act ${number} was taken to court: follow the case`,
    },
  },
}
