import type { InEveryLanguage, Lang } from '../i18n/language.ts'

const GREETING = 'Përshëndetje,'
const CLOSING = 'Kjo letër u dërgua nga platforma Kuvend. Mos iu përgjigjni.'
const letter = (...paragraphs: readonly string[]): string => [GREETING, ...paragraphs, CLOSING].join('\n\n')

const sq = {
  letters: {
    eraseSubject: 'Kodi për të fshirë të dhënat tuaja',
    erase: (code: string, minutes: number) =>
      letter(
        'Kërkuat të fshini gjithçka që mban Kuvend për ju. Nëse nuk e kërkuat ju, mos bëni asgjë.',
        `Kodi: ${code}`,
        `Kodi vlen ${minutes} minuta. Pas fshirjes asgjë nuk mund të kthehet.`,
      ),
    addressSubject: 'Konfirmoni adresën tuaj të re',
    address: (link: string, hours: number) =>
      letter(
        'Dikush, ndoshta ju, kërkoi që letrat nga Kuvend të vijnë në këtë adresë. Hapni lidhjen dhe shtypni butonin:',
        link,
        `Lidhja vlen ${hours} orë. Nëse nuk e kërkuat ju, mos bëni asgjë.`,
      ),
    addressChangedSubject: 'Adresa juaj u ndryshua',
    addressChanged: () =>
      letter(
        'Të dhënat tuaja në Kuvend u kaluan në një adresë tjetër. Letra të tjera nuk do të vijnë në këtë adresë.',
        'Nëse nuk e bëtë ju, shkruajini menjëherë institucionit ku keni dërguar komente ose kërkesa.',
      ),
    linksSubject: 'Lidhjet tuaja private',
    links: (lines: readonly string[]) =>
      letter(
        'Kërkuat lidhjet e gjithçkaje që keni dërguar nga kjo adresë. Lidhjet e letrave të mëparshme nuk vlejnë më; përdorni këto:',
        ...lines,
        'Nëse nuk i kërkuat ju, dikush shkroi adresën tuaj te faqja jonë: lidhjet i keni vetëm ju.',
      ),
  },
  retention: {
    codes: { what: 'Kodi i hyrjes', howLong: 'fshihet një ditë pasi ka skaduar' },
    sessions: { what: 'Hyrja juaj dhe emri i shfletuesit', howLong: 'fshihet 30 ditë pasi ka mbaruar' },
    limits: {
      what: 'Gjurma e shifruar e adresës së rrjetit, për të penguar dërgimet masive',
      howLong: 'fshihet pas një dite',
    },
    bodies: { what: 'Fjalët e një letre elektronike', howLong: 'fshihen shtatë ditë pasi u dërgua' },
    letters: { what: 'Shënimi se cilës adresë iu dërgua një letër', howLong: 'fshihet 90 ditë pasi u dërgua' },
    legal: {
      what: 'Njoftimi me pasoja ligjore, me adresën e marrësit',
      howLong: 'mbahet si provë se personi u njoftua',
    },
    contacts: {
      what: 'Adresa e e-postës me të cilën nuk lidhet më asgjë',
      howLong: 'fshihet 30 ditë pasi u dha',
    },
    asks: { what: 'Kërkesa për ndryshim adrese ose për fshirje', howLong: 'fshihet 7 ditë pasi ka skaduar' },
    security: { what: 'Ngjarjet e sigurisë së llogarive të zyrtarëve', howLong: 'mbahen; afat nuk është caktuar' },
    accesses: {
      what: 'Shënimi se cili zyrtar pa të dhënat e një personi',
      howLong: 'mbahet aq sa cakton institucioni; derisa ta caktojë, pa afat',
    },
    history: {
      what: 'Historiku i regjistrimeve, pa fjalë, emra e adresa të qytetarëve',
      howLong: 'mbahet përgjithmonë',
    },
  },
  ownTerm: 'Afat i caktuar nga vetë ky sistem: nuk gjetëm ligj që ta caktojë.',
}

type OwnDataTexts = typeof sq

const inEnglish = (...paragraphs: readonly string[]): string =>
  ['Hello,', ...paragraphs, 'This letter was sent by the Kuvend platform. Please do not reply.'].join('\n\n')

const en: OwnDataTexts = {
  letters: {
    eraseSubject: 'The code to erase your data',
    erase: (code, minutes) =>
      inEnglish(
        'You asked to erase all that Kuvend keeps about you. If it was not you, do nothing.',
        `Code: ${code}`,
        `The code works for ${minutes} minutes. What is erased cannot be brought back.`,
      ),
    addressSubject: 'Confirm your new address',
    address: (link, hours) =>
      inEnglish(
        'Somebody, perhaps you, asked for Kuvend’s letters to come to this address. Open the link and press the button:',
        link,
        `The link works for ${hours} hours. If it was not you, do nothing.`,
      ),
    addressChangedSubject: 'Your address was changed',
    addressChanged: () =>
      inEnglish(
        'Your data in Kuvend were moved to another address. No more letters will come to this one.',
        'If it was not you, write at once to the institution to which you have sent comments or requests.',
      ),
    linksSubject: 'Your private links',
    links: (lines) =>
      inEnglish(
        'You asked for the links to all that you have sent from this address. The links of earlier letters do not work any more; use these:',
        ...lines,
        'If it was not you, somebody typed your address on our page: only you have the links.',
      ),
  },
  retention: {
    codes: { what: 'The sign-in code', howLong: 'is deleted one day after it expired' },
    sessions: { what: 'Your sign-in and the name of the browser', howLong: 'is deleted 30 days after it ended' },
    limits: {
      what: 'An encrypted trace of the network address, against mass sending',
      howLong: 'is deleted after one day',
    },
    bodies: { what: 'The words of an e-mail letter', howLong: 'are deleted seven days after it was sent' },
    letters: { what: 'The note to which address a letter was sent', howLong: 'is deleted 90 days after it was sent' },
    legal: {
      what: 'A notice with effects in law, with the address of its recipient',
      howLong: 'is kept as proof that the person was told',
    },
    contacts: {
      what: 'An e-mail address that nothing is tied to any more',
      howLong: 'is deleted 30 days after it was given',
    },
    asks: { what: 'A request to change an address or to erase', howLong: 'is deleted 7 days after it expired' },
    security: { what: 'Security events of the accounts of officials', howLong: 'are kept; no term is set' },
    accesses: {
      what: 'The note which official saw a person’s data',
      howLong: 'is kept as long as the institution sets; without end until it does',
    },
    history: {
      what: 'The history of records, without words, names and addresses of citizens',
      howLong: 'is kept for ever',
    },
  },
  ownTerm: 'A term of this installation’s own: we found no law that sets it.',
}

const TEXTS: InEveryLanguage<OwnDataTexts> = { sq, en }

export const ownDataTextsIn = (lang: Lang): OwnDataTexts => TEXTS[lang]

export type RetentionName = keyof OwnDataTexts['retention']
