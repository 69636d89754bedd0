import type { AccountPeopleTexts } from './people-texts.sq.ts'

export const en: AccountPeopleTexts = {
  errorTitle: 'There is a problem',
  invitation: {
    title: 'Invitation to work in Kuvend',
    words: (inviter, place) => `${inviter} invites you to work for ${place}.`,
    everywhere: 'the whole system',
    someone: 'The administrator',
    next: 'Press the button: we send a code to your e-mail address. You sign in with it and then set up the second factor.',
    email: 'Address',
    expires: 'The invitation is good until',
    submit: 'Get the code',
    tooMany: 'Too many codes were asked for from this address. Try again in 15 minutes.',
    dead: 'This invitation is no longer good',
    deadWords:
      'It was withdrawn, it expired, or it was sent again with another link. Ask the administrator to send it again.',
    used: 'You have accepted this invitation. Sign in as usual.',
    signIn: 'Sign in',
  },
  email: {
    title: 'Confirm the new address',
    words: 'Press the button for your account to use the address to which this link came.',
    submit: 'Confirm',
    done: 'The address was confirmed',
    doneWords: (email) => `You now sign in with ${email}.`,
    dead: 'This link is no longer good',
    deadWords: 'It was used, it expired, or another address was asked for.',
    taken: 'Another account has this address meanwhile.',
  },
  accesses: {
    title: 'Who has looked at your data',
    lead: 'Each time an official opened, downloaded or exported something of yours that is not public. The same official at the same record within an hour is one line. The official’s post is shown, not the name.',
    none: 'Nobody has looked yet.',
    when: 'When',
    where: 'Institution',
    who: 'Post',
    what: 'What they did',
    which: 'With which record',
    gone: 'a record that is gone',
    official: 'official',
    how: { opened: 'opened', downloaded: 'downloaded', exported: 'exported' },
    paging: 'More accesses',
    older: 'Older',
    newest: 'Newest',
    letters: 'Letters about it',
    lettersLead:
      'One letter a day, only when somebody has looked. The letter does not say at what; you read that here.',
    on: 'The letters are on.',
    off: 'The letters are off.',
    turnOn: 'Write to me',
    turnOff: 'Stop writing to me',
    turnedOn: 'We will write to you.',
    turnedOff: 'We will not write to you any more.',
    back: 'Your account',
    subject: 'Somebody has looked at your data',
    letter: (count, url) =>
      [
        'Hello,',
        count === 1
          ? 'Since the last letter an official has looked at your data in Kuvend once.'
          : `Since the last letter officials have looked at your data in Kuvend ${count} times.`,
        `Who, when and with which record: ${url}/en/llogaria/kush-i-pa`,
        'There you also turn these letters off.',
      ].join('\n\n'),
  },
}
