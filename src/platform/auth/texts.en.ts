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
}
