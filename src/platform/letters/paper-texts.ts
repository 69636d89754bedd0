import type { Jurisdiction } from '../institutions/institution-rules.ts'
import type { LetterLang } from './official-letter-rules.ts'

/** What is printed on an official paper besides what somebody wrote. */
export type PaperWords = {
  state: string
  demonstration: string
  number: string
  protocol: string
  date: string
  /** Where a number or a date is written in by hand. */
  blank: string
  to: string
  subject: string
  deadline: string
  deadlineWords: (date: string) => string
  remedy: string
  enclosures: string
  corrects: (number: string, date: string) => string
  signature: string
  verify: string
  verifyWords: (address: string) => string
  verifyCode: string
  qrAlt: string
  emblemAlt: (institution: string) => string
  page: string
  municipality: string
  ofMunicipality: string
  months: readonly string[]
  dateOf: (day: number, month: string, year: string) => string
  /** The language that follows, named where a paper has two. */
  langName: string
  notYet: string
}

const MONTHS_SQ = [
  'janar',
  'shkurt',
  'mars',
  'prill',
  'maj',
  'qershor',
  'korrik',
  'gusht',
  'shtator',
  'tetor',
  'nëntor',
  'dhjetor',
]
const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
/** In the genitive, as in a date. */
const MONTHS_SR = [
  'januara',
  'februara',
  'marta',
  'aprila',
  'maja',
  'juna',
  'jula',
  'avgusta',
  'septembra',
  'oktobra',
  'novembra',
  'decembra',
]

const BLANK = '__________'

const SQ: Omit<PaperWords, 'state' | 'municipality' | 'ofMunicipality' | 'remedy'> = {
  demonstration: 'Shembull demonstrimi: institucioni është i trilluar dhe kjo shkresë nuk ka vlerë zyrtare.',
  number: 'Nr.',
  protocol: 'Nr. Prot.',
  date: 'Datë',
  blank: BLANK,
  to: 'Drejtuar',
  subject: 'Lënda',
  deadline: 'Afati',
  deadlineWords: (date) => `Deri më ${date}`,
  enclosures: 'Bashkëlidhur',
  corrects: (number, date) => `Kjo shkresë korrigjon shkresën nr. ${number}, datë ${date}.`,
  signature: 'Nënshkrimi dhe vula',
  verify: 'Verifikimi i shkresës',
  verifyWords: (address) => `Nëse e ka lëshuar vërtet ky institucion, e shihni te ${address}, me kodin:`,
  verifyCode: 'Kodi i verifikimit',
  qrAlt: 'Kod QR me adresën ku verifikohet kjo shkresë',
  emblemAlt: (institution) => `Stema: ${institution}`,
  page: 'faqja',
  months: MONTHS_SQ,
  dateOf: (day, month, year) => `${day} ${month} ${year}`,
  langName: 'Shqip',
  notYet: 'jepet kur lëshohet',
}

const EN: Omit<PaperWords, 'state' | 'municipality' | 'ofMunicipality' | 'remedy'> = {
  demonstration: 'Demonstration: the institution is invented and this letter has no official value.',
  number: 'No.',
  protocol: 'Protocol no.',
  date: 'Date',
  blank: BLANK,
  to: 'To',
  subject: 'Subject',
  deadline: 'Deadline',
  deadlineWords: (date) => `By ${date}`,
  enclosures: 'Enclosed',
  corrects: (number, date) => `This letter corrects letter no. ${number} of ${date}.`,
  signature: 'Signature and stamp',
  verify: 'Checking this letter',
  verifyWords: (address) => `Whether this institution really issued it can be seen at ${address}, with the code:`,
  verifyCode: 'Check code',
  qrAlt: 'QR code with the address where this letter can be checked',
  emblemAlt: (institution) => `Emblem: ${institution}`,
  page: 'page',
  months: MONTHS_EN,
  dateOf: (day, month, year) => `${day} ${month} ${year}`,
  langName: 'English',
  notYet: 'given when it is issued',
}

const SR: Omit<PaperWords, 'state' | 'municipality' | 'ofMunicipality' | 'remedy'> = {
  demonstration: 'Primer za prikaz: institucija je izmišljena i ovaj dopis nema zvaničnu vrednost.',
  number: 'Br.',
  protocol: 'Br. prot.',
  date: 'Datum',
  blank: BLANK,
  to: 'Za',
  subject: 'Predmet',
  deadline: 'Rok',
  deadlineWords: (date) => `Do ${date}`,
  enclosures: 'Prilozi',
  corrects: (number, date) => `Ovaj dopis ispravlja dopis br. ${number} od ${date}`,
  signature: 'Potpis i pečat',
  verify: 'Provera dopisa',
  verifyWords: (address) => `Da li ga je ova institucija zaista izdala, vidi se na ${address}, sa kodom:`,
  verifyCode: 'Kod za proveru',
  qrAlt: 'QR kod sa adresom na kojoj se ovaj dopis proverava',
  emblemAlt: (institution) => `Grb: ${institution}`,
  page: 'strana',
  months: MONTHS_SR,
  dateOf: (day, month, year) => `${day}. ${month} ${year}.`,
  langName: 'Srpski',
  notYet: 'daje se pri izdavanju',
}

/** Terms differ by country, whatever the language: glossary, "The differences that matter in code". */
const OF_COUNTRY: Record<
  Jurisdiction,
  Record<LetterLang, Pick<PaperWords, 'state' | 'municipality' | 'ofMunicipality' | 'remedy'>>
> = {
  AL: {
    sq: {
      state: 'Republika e Shqipërisë',
      municipality: 'bashkia',
      ofMunicipality: 'bashkisë',
      remedy: 'E drejta e ankimit',
    },
    en: {
      state: 'Republic of Albania',
      municipality: 'municipality',
      ofMunicipality: 'municipality',
      remedy: 'Right of appeal',
    },
    sr: { state: 'Republika Albanija', municipality: 'opština', ofMunicipality: 'opštine', remedy: 'Pravo na žalbu' },
  },
  XK: {
    sq: {
      state: 'Republika e Kosovës',
      municipality: 'komuna',
      ofMunicipality: 'komunës',
      remedy: 'Udhëzimi për ankesë',
    },
    en: {
      state: 'Republic of Kosovo',
      municipality: 'municipality',
      ofMunicipality: 'municipality',
      remedy: 'How to appeal',
    },
    sr: { state: 'Republika Kosovo', municipality: 'opština', ofMunicipality: 'opštine', remedy: 'Pouka o žalbi' },
  },
}

const WORDS: Record<LetterLang, Omit<PaperWords, 'state' | 'municipality' | 'ofMunicipality' | 'remedy'>> = {
  sq: SQ,
  en: EN,
  sr: SR,
}

export const paperWords = (jurisdiction: Jurisdiction, lang: LetterLang): PaperWords => ({
  ...WORDS[lang],
  ...OF_COUNTRY[jurisdiction][lang],
})

/** `21 nëntor 2026`, in the language of the paper. */
export function paperDate(words: PaperWords, date: string): string {
  const [year = '', month = '1', day = '1'] = date.split('-')
  return words.dateOf(Number(day), words.months[Number(month) - 1] ?? '', year)
}
