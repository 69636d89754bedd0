import type { AuthTexts } from './texts.sq.ts'

export const en: AuthTexts = {
  codeSubject: 'Your sign-in code',
  codeLetter: (code, minutes, url) =>
    [
      'Hello,',
      `Your sign-in code is:\n\n    ${code}`,
      `Enter it on the page where you asked for it. The code is valid for ${minutes} minutes and can be used once.`,
      'Do not give the code to anybody: no official will ask you for it, by telephone or by e-mail.',
      'If you did not ask for this code, you need do nothing. Nobody can sign in with your address without it.',
      url,
    ].join('\n\n'),
  accessLog: {
    what: 'The access log: which official saw whose data',
    howLong: 'as the institution sets it; without end until it does',
    basis: 'the institution’s own decision',
  },
  shutSubject: 'Many wrong attempts with your address',
  shutLetter: (what, minutes, url) =>
    [
      'Hello,',
      what === 'code'
        ? 'Somebody tried several times in a row to sign in with your address and wrong codes.'
        : 'Somebody got past the code that was mailed to you, but failed at the second factor several times in a row.',
      `From the network of these attempts, signing in with your address is closed for ${minutes} minutes. From other networks you sign in as usual.`,
      what === 'code'
        ? 'If it was you, wait and try again. If it was not, you need do nothing: nobody can sign in without the code that comes to you.'
        : 'If it was you, wait and try again. If it was not, somebody else reads your mail: change the password of your mailbox at once and tell the administrator.',
      url,
    ].join('\n\n'),
}
