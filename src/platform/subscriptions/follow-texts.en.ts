import { formatNumber } from '../i18n/formats.ts'
import type { FollowTexts } from './follow-texts.sq.ts'

const changes = (count: number): string => (count === 1 ? 'one change' : `${formatNumber(count)} changes`)

export const en: FollowTexts = {
  paces: { 'at-once': 'At once', daily: 'Once a day', weekly: 'Once a week' },
  letters: {
    greeting: 'Hello,',
    closing: 'Kuvend',
    confirmSubject: 'Confirm that you want to follow',
    confirm: (name, pace) => [
      `With this address somebody asked to follow: ${name}. Letters would be sent: ${pace}.`,
      'If it was you, open the link and press the button:',
      'Without confirmation nothing is sent, and after seven days the request is erased.',
      'If it was not you, do nothing.',
    ],
    ownSubject: 'What you follow: your link',
    standing: (name) => `With this address you already follow: ${name}. Nothing has changed.`,
    full: (name) =>
      `With this address you already follow as many selections as are allowed, so this one was not added: ${name}. Remove another one and try again.`,
    ownPage: 'See and change everything that you follow:',
    asked: 'You asked for the link to see and change what you follow:',
    notYou: 'Give the link to nobody. If it was not you who asked, do nothing.',
    subjectOne: (count, title) => `${capital(changes(count))}: ${title}`,
    subject: (count, matters) => `${capital(changes(count))} in ${formatNumber(matters)} matters that you follow`,
    digest: (count) =>
      count === 1
        ? 'Something new happened in the matters that you follow.'
        : `Here are ${changes(count)} in the matters that you follow.`,
    more: (count) =>
      count === 1
        ? 'And one more matter. All of them are here:'
        : `And ${formatNumber(count)} more matters. All of them are here:`,
    why: 'You got this letter because you asked for it with this address.',
    leave: 'Leave with one click:',
  },
  personal: { title: (name) => `Following: ${name}`, ownLink: 'What you follow' },
  retention: {
    unconfirmed: {
      what: 'A request to follow that is not confirmed',
      howLong: 'erased seven days after it was made',
    },
    standing: { what: 'What you follow, with your address and language', howLong: 'kept until you leave' },
    ended: { what: 'A following that has ended', howLong: 'erased 30 days after you left' },
    bounced: {
      what: 'A following with an address that letters do not reach',
      howLong: 'erased 30 days after the letters came back',
    },
    basis: 'Your consent, which you withdraw whenever you like; the term is a decision of this system.',
  },
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
