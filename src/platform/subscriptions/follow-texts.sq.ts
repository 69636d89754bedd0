import { formatNumber } from '../i18n/formats.ts'
import type { Pace } from './follow-rules.ts'

/** Paragraphs of a letter that always has four of them. */
type Four = [string, string, string, string]

const paces: Record<Pace, string> = {
  'at-once': 'Menjëherë',
  daily: 'Një herë në ditë',
  weekly: 'Një herë në javë',
}

const changes = (count: number): string => (count === 1 ? 'një ndryshim' : `${formatNumber(count)} ndryshime`)

/** What following says in letters and to its own people. The English file is typed by this one. */
export const sq = {
  paces,
  letters: {
    greeting: 'Përshëndetje,',
    closing: 'Kuvend',
    confirmSubject: 'Konfirmoni që doni të ndiqni',
    confirm: (name: string, pace: string): Four => [
      `Me këtë adresë dikush kërkoi të ndjekë: ${name}. Letrat do të dërgohen: ${pace}.`,
      'Nëse e kërkuat ju, hapeni lidhjen dhe shtypni butonin:',
      'Pa konfirmim nuk dërgohet asgjë dhe pas shtatë ditësh kërkesa fshihet.',
      'Nëse nuk e kërkuat ju, mos bëni asgjë.',
    ],
    ownSubject: 'Ato që ndiqni: lidhja juaj',
    standing: (name: string): string => `Me këtë adresë ndiqet tashmë: ${name}. Nuk ndryshoi asgjë.`,
    full: (name: string): string =>
      `Me këtë adresë ndiqen tashmë aq përzgjedhje sa lejohen, prandaj nuk u shtua: ${name}. Hiqni një tjetër dhe provoni sërish.`,
    ownPage: 'Shihni dhe ndryshoni gjithçka që ndiqni:',
    asked: 'Kërkuat lidhjen për të parë dhe për të ndryshuar ato që ndiqni:',
    notYou: 'Mos ia jepni lidhjen askujt. Nëse nuk e kërkuat ju, mos bëni asgjë.',
    subjectOne: (count: number, title: string): string => `${capital(changes(count))}: ${title}`,
    subject: (count: number, matters: number): string =>
      `${capital(changes(count))} te ${formatNumber(matters)} çështje që ndiqni`,
    digest: (count: number): string =>
      count === 1 ? 'Ka diçka të re te çështjet që ndiqni.' : `Ja ${changes(count)} te çështjet që ndiqni.`,
    more: (count: number): string =>
      count === 1
        ? 'Dhe një çështje tjetër. I gjeni të gjitha këtu:'
        : `Dhe ${formatNumber(count)} çështje të tjera. I gjeni të gjitha këtu:`,
    why: 'Këtë letër e morët sepse e kërkuat me këtë adresë.',
    leave: 'Largohuni me një klik:',
  },
  personal: {
    title: (name: string): string => `Ndjekje: ${name}`,
    ownLink: 'Ato që ndiqni',
  },
  retention: {
    unconfirmed: {
      what: 'Kërkesa për të ndjekur që nuk konfirmohet',
      howLong: 'fshihet shtatë ditë pasi u bë',
    },
    standing: {
      what: 'Ajo që ndiqni, me adresën dhe gjuhën tuaj',
      howLong: 'mbahet derisa të largoheni',
    },
    ended: {
      what: 'Ndjekja që mbaroi',
      howLong: 'fshihet 30 ditë pasi u larguat',
    },
    bounced: {
      what: 'Ndjekja me një adresë ku letrat nuk mbërrijnë',
      howLong: 'fshihet 30 ditë pasi letrat u kthyen',
    },
    basis: 'Pëlqimi juaj, që e tërhiqni kur të doni; afati është vendim i këtij sistemi.',
  },
}

export type FollowTexts = typeof sq

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
