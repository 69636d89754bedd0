import type { InEveryLanguage } from '../i18n/language.ts'

/** The e-mail that brings an official letter to its addressee. The letter itself is a file behind the link. */
export type LetterMailTexts = {
  subject: (number: string, institution: string) => string
  body: (facts: {
    institution: string
    number: string
    date: string
    about: string
    link: string
    verify: string
    code: string
  }) => string
  linkTitle: (number: string, institution: string) => string
}

export const LETTER_MAIL: InEveryLanguage<LetterMailTexts> = {
  sq: {
    subject: (number, institution) => `Shkresa nr. ${number} e institucionit ${institution}`,
    body: ({ institution, number, date, about, link, verify, code }) =>
      [
        `${institution} ju dërgon shkresën nr. ${number}, datë ${date}.`,
        `Lënda: ${about}`,
        `Lexojeni dhe shkarkojeni këtu:\n${link}`,
        'Kjo adresë është vetëm për ju: kush e ka, e lexon shkresën.',
        `Kodi i verifikimit: ${code}\nNëse e ka lëshuar vërtet ky institucion, e shihni te:\n${verify}`,
      ].join('\n\n'),
    linkTitle: (number, institution) => `Shkresa nr. ${number}, ${institution}`,
  },
  en: {
    subject: (number, institution) => `Letter no. ${number} from ${institution}`,
    body: ({ institution, number, date, about, link, verify, code }) =>
      [
        `${institution} sends you letter no. ${number} of ${date}.`,
        `Subject: ${about}`,
        `Read and download it here:\n${link}`,
        'This address is for you alone: whoever has it can read the letter.',
        `Check code: ${code}\nWhether this institution really issued it can be seen at:\n${verify}`,
      ].join('\n\n'),
    linkTitle: (number, institution) => `Letter no. ${number}, ${institution}`,
  },
}
