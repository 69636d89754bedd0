import type { ExportLang } from './exported-text.ts'

/** What stands in a file besides the text, in the language of the text. */
export type ExportWords = {
  version: (n: number) => string
  published: (date: string) => string
  page: string
  contents: string
  permanent: string
  digest: string
  /** Beside the code that a telephone reads. */
  qrAlt: string
  summary: string
  /** Title of the file that shows what changed. */
  changes: (from: number, to: number) => string
  moved: (from: string) => string
  split: string
  merged: string
  months: readonly string[]
  dateOf: (day: number, month: string, year: string) => string
}

const spaced = (day: number, month: string, year: string): string => `${day} ${month} ${year}`

const sq: ExportWords = {
  version: (n) => `Versioni ${n}`,
  published: (date) => `publikuar më ${date}`,
  page: 'Faqja',
  contents: 'Përmbajtja',
  permanent: 'Adresa e përhershme',
  digest: 'Shuma e kontrollit (SHA-256)',
  qrAlt: 'Kod QR me adresën e përhershme të këtij versioni',
  summary: 'Çfarë ndryshoi',
  changes: (from, to) => `Ndryshimet nga versioni ${from} te versioni ${to}`,
  moved: (from) => `zhvendosur; më parë: ${from}`,
  split: 'ndarë në disa pjesë',
  merged: 'bashkuar nga disa pjesë',
  months: 'janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor'.split(' '),
  dateOf: spaced,
}

const en: ExportWords = {
  version: (n) => `Version ${n}`,
  published: (date) => `published on ${date}`,
  page: 'Page',
  contents: 'Contents',
  permanent: 'Permanent address',
  digest: 'Digest (SHA-256)',
  qrAlt: 'QR code with the permanent address of this version',
  summary: 'What changed',
  changes: (from, to) => `Changes from version ${from} to version ${to}`,
  moved: (from) => `moved; before: ${from}`,
  split: 'split into several parts',
  merged: 'merged from several parts',
  months: 'January February March April May June July August September October November December'.split(' '),
  dateOf: spaced,
}

const sr: ExportWords = {
  version: (n) => `Verzija ${n}`,
  published: (date) => `objavljena ${date}`,
  page: 'Strana',
  contents: 'Sadržaj',
  permanent: 'Trajna adresa',
  digest: 'Kontrolni zbir (SHA-256)',
  qrAlt: 'QR kod sa trajnom adresom ove verzije',
  summary: 'Šta se promenilo',
  changes: (from, to) => `Izmene od verzije ${from} do verzije ${to}`,
  moved: (from) => `premešteno; ranije: ${from}`,
  split: 'podeljeno na više delova',
  merged: 'spojeno iz više delova',
  months: 'januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra'.split(' '),
  dateOf: (day, month, year) => `${day}. ${month} ${year}.`,
}

const WORDS: Record<ExportLang, ExportWords> = { sq, en, sr }

export const exportWords = (lang: ExportLang): ExportWords => WORDS[lang]

/** `22 nëntor 2026`, in the language of the text. */
export function exportDate(lang: ExportLang, date: string): string {
  const { dateOf, months } = WORDS[lang]
  const [year = '', month = '1', day = '1'] = date.split('-')
  return dateOf(Number(day), months[Number(month) - 1] ?? '', year)
}
