import type { AppTexts, ErrorKind, ErrorWords } from './texts.sq.ts'

const errors: Record<ErrorKind, ErrorWords> = {
  'not-signed-in': {
    title: 'You need to sign in',
    paragraphs: [
      'This page opens only after you sign in. Your sign-in may have ended because it was not used for a while.',
    ],
    action: { href: '/hyr', label: 'Sign in' },
  },
  'second-factor-needed': {
    title: 'The second code is needed too',
    paragraphs: [
      'The office opens in two steps: the code that comes by e-mail and the code from the application on your telephone. The second is still missing. If you have not set it up yet, the button below shows you how.',
    ],
    action: { href: '/hyr/faktori', label: 'Go on with the second code' },
  },
  'not-permitted': {
    title: 'This page is not for your role',
    paragraphs: [
      'Your account does not have the role that opens this page in this institution.',
      'If you need it for your work, ask the administrator of your institution for the role.',
    ],
  },
  'foreign-origin': {
    title: 'The form did not come from this site',
    paragraphs: [
      'For your safety we accept only forms sent from our own pages. This one came from another address, or your browser did not say where it came from. Nothing was saved.',
      'Go back, open the page again from our address and send it once more. If you use a browser extension that hides addresses, turn it off for this site.',
    ],
  },
  'not-found': {
    title: 'This page cannot be found',
    paragraphs: [
      'Check that the address is complete. If you copied it from a letter, its end may have been left out.',
      'You can also look for the matter with the search at the top of the page.',
    ],
    action: { href: '/', label: 'Front page' },
  },
  'taken-down': {
    title: 'This document has been taken down',
    paragraphs: [
      'The document that stood here was taken down by the institution and opens for nobody any more. Its place remains, so that it is known to have been here.',
      'The reason stands with the matter to which it belonged.',
    ],
  },
  conflict: {
    title: 'Something has changed meanwhile',
    paragraphs: [
      'While you were working this matter changed, so what you sent was not saved.',
      'Go back: what you typed is still in the form. Copy it, open the page again and see what has changed.',
    ],
  },
  'too-large': {
    title: 'What you sent is too large',
    paragraphs: ['Go back, shorten the text or choose smaller files, and send it again.'],
  },
  'wrong-type': {
    title: 'We cannot read this kind',
    paragraphs: ['What was sent is not in a form that we know. Go back and send it with the form on our page.'],
  },
  'unreadable-form': {
    title: 'We could not read the form',
    paragraphs: [
      'The form arrived incomplete, perhaps because the connection broke. Nothing was saved.',
      'Go back: what you typed is still there. Send it again.',
    ],
  },
  'too-many': {
    title: 'Too many times in a short while',
    paragraphs: [
      'This form was sent from this address more often than we allow within a few minutes. It is how we guard against programs that send by themselves.',
      'Wait a quarter of an hour, go back and send it again: what you typed is still in the form.',
    ],
  },
  unavailable: {
    title: 'We cannot answer for a moment',
    paragraphs: ['Try again in a minute. If you were sending something, go back: it is still in the form.'],
  },
  unreachable: {
    title: 'We cannot reach the records for a moment',
    paragraphs: [
      'The site is running, but the place where its records are kept does not answer. This usually does not last.',
      'If you were sending something, it is not lost: go back, what you typed is still in the form. Wait a minute and send it again. Even if it arrives twice, it counts once.',
    ],
  },
  unexpected: {
    title: 'Something went wrong on our side',
    paragraphs: [
      'It is not your fault. The error was noted and we will look at it.',
      'If you were sending something, go back: what you typed is still in the form. Try again in a while.',
      'If it happens again, tell us together with the reference below, so that we can find it.',
    ],
    action: { href: '/kontakti', label: 'Whom to tell' },
  },
}

export const en: AppTexts = {
  errors,
  menu: { waits: 'What waits', mail: 'Outbox' },
}
