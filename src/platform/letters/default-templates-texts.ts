import type { Jurisdiction } from '../institutions/institution-rules.ts'
import type { LetterLang, LetterWords, OfficialLetterKind } from './official-letter-rules.ts'

/** The same template in each language in which a paper can be written. */
export type DefaultTemplate = Record<LetterLang, LetterWords>

const GREETING = {
  sq: 'I nderuar/e nderuar {{adresuesi}},',
  en: 'Dear {{adresuesi}},',
  sr: 'Poštovani/poštovana {{adresuesi}},',
}
const CLOSING = { sq: 'Me respekt,', en: 'Yours faithfully,', sr: 'S poštovanjem,' }

/** The words on the way to appeal name no body and no number of days: both are the official's to say, by their law. */
const REMEDY: Record<Jurisdiction, Record<LetterLang, string>> = {
  AL: {
    sq: 'Nëse nuk jeni dakord, keni të drejtë të bëni ankim administrativ{{#afati}} deri më {{afati}} ({{baza_e_afatit}}){{/afati}}. Ankimi u drejtohet organeve dhe bëhet në mënyrën që cakton ligji.',
    en: 'If you do not agree, you have the right to an administrative appeal{{#afati}} by {{afati}} ({{baza_e_afatit}}){{/afati}}. It is made to the bodies and in the manner that the law lays down.',
    sr: 'Ako se ne slažete, imate pravo na upravnu žalbu{{#afati}} do {{afati}} ({{baza_e_afatit}}){{/afati}}. Žalba se podnosi organima i na način koji određuje zakon.',
  },
  XK: {
    sq: 'Nëse nuk pajtoheni, keni të drejtë të paraqisni ankesë{{#afati}} deri më {{afati}} ({{baza_e_afatit}}){{/afati}}. Ankesa u drejtohet organeve dhe paraqitet në mënyrën që përcakton ligji.',
    en: 'If you do not agree, you have the right to file a complaint{{#afati}} by {{afati}} ({{baza_e_afatit}}){{/afati}}. It is filed with the bodies and in the manner that the law lays down.',
    sr: 'Ako se ne slažete, imate pravo da podnesete žalbu{{#afati}} do {{afati}} ({{baza_e_afatit}}){{/afati}}. Žalba se podnosi organima i na način koji određuje zakon.',
  },
}

/** What somebody has brought to the office, as each country calls it. */
const BROUGHT: Record<Jurisdiction, string> = { AL: 'kërkesën', XK: 'parashtresën' }

const about: LetterWords['body'] = '{{#ceshtja}} ({{ceshtja}}){{/ceshtja}}'

const letter = (lang: LetterLang, subjectLine: string, paragraphs: readonly string[], remedy = ''): LetterWords => ({
  subjectLine,
  body: [GREETING[lang], ...paragraphs, CLOSING[lang]].join('\n\n'),
  remedy,
})

type Maker = (jurisdiction: Jurisdiction) => DefaultTemplate

const acknowledgement: Maker = (jurisdiction) => ({
  sq: letter('sq', 'Vërtetim i pranimit', [
    `{{institucioni}} e mori ${BROUGHT[jurisdiction]} tuaj${about} dhe e regjistroi.{{#protokolli}} Numri i protokollit është {{protokolli}}, datë {{data_e_protokollit}}.{{/protokolli}}`,
    'Do t’ju njoftojmë me shkrim sapo të kemi një përgjigje.{{#afati}} Afati ynë për përgjigje është {{afati}} ({{baza_e_afatit}}).{{/afati}}',
  ]),
  en: letter('en', 'Acknowledgement of receipt', [
    `{{institucioni}} has received and registered your request${about}.{{#protokolli}} Its protocol number is {{protokolli}} of {{data_e_protokollit}}.{{/protokolli}}`,
    'We will write to you as soon as there is an answer.{{#afati}} Our deadline for the answer is {{afati}} ({{baza_e_afatit}}).{{/afati}}',
  ]),
  sr: letter('sr', 'Potvrda o prijemu', [
    `{{institucioni}} je primila i zavela vaš podnesak${about}.{{#protokolli}} Broj protokola je {{protokolli}}, datum {{data_e_protokollit}}.{{/protokolli}}`,
    'Obavestićemo vas pismeno čim budemo imali odgovor.{{#afati}} Naš rok za odgovor je {{afati}} ({{baza_e_afatit}}).{{/afati}}',
  ]),
})

const answer: Maker = (jurisdiction) => ({
  sq: letter(
    'sq',
    'Përgjigje',
    [
      `Ju falënderojmë që na u drejtuat${about}. {{institucioni}} e shqyrtoi çështjen dhe ju përgjigjet si vijon.`,
      '## Çfarë vendosëm\n\n…',
      '## Pse\n\n…',
    ],
    REMEDY[jurisdiction].sq,
  ),
  en: letter(
    'en',
    'Answer',
    [
      `Thank you for writing to us${about}. {{institucioni}} has considered the matter and answers as follows.`,
      '## What we decided\n\n…',
      '## Why\n\n…',
    ],
    REMEDY[jurisdiction].en,
  ),
  sr: letter(
    'sr',
    'Odgovor',
    [
      `Hvala vam što ste nam se obratili${about}. {{institucioni}} je razmotrila predmet i odgovara kako sledi.`,
      '## Šta smo odlučili\n\n…',
      '## Zašto\n\n…',
    ],
    REMEDY[jurisdiction].sr,
  ),
})

const completion: Maker = (jurisdiction) => ({
  sq: letter('sq', 'Kërkesë për plotësim', [
    `Që të vijojmë me ${BROUGHT[jurisdiction]} tuaj${about}, na duhen edhe këto:`,
    '- …\n- …',
    'Ju lutemi të na i sillni{{#afati}} deri më {{afati}} ({{baza_e_afatit}}){{/afati}}, me e-postë, me postë ose te sporteli ynë.',
  ]),
  en: letter('en', 'Request for completion', [
    `To go on with your request${about} we also need the following:`,
    '- …\n- …',
    'Please send it{{#afati}} by {{afati}} ({{baza_e_afatit}}){{/afati}}, by e-mail, by post or at our counter.',
  ]),
  sr: letter('sr', 'Zahtev za dopunu', [
    `Da bismo nastavili sa vašim podneskom${about}, potrebno nam je i sledeće:`,
    '- …\n- …',
    'Molimo vas da ga dopunite{{#afati}} do {{afati}} ({{baza_e_afatit}}){{/afati}}, elektronskom poštom, poštom ili na našem šalteru.',
  ]),
})

const transmittal: Maker = () => ({
  sq: letter('sq', 'Shkresë përcjellëse', [
    `Bashkëlidhur ju përcjellim dokumentet e renditura më poshtë${about}, për kompetencë.`,
    'Ju lutemi të na njoftoni për numrin me të cilin i keni regjistruar.',
  ]),
  en: letter('en', 'Transmittal letter', [
    `Enclosed we send you the documents listed below${about}, for your competence.`,
    'Please let us know the number under which you have registered them.',
  ]),
  sr: letter('sr', 'Propratni dopis', [
    `U prilogu vam dostavljamo dole navedena dokumenta${about}, na nadležnost.`,
    'Molimo vas da nas obavestite o broju pod kojim ste ih zaveli.',
  ]),
})

const notice: Maker = () => ({
  sq: letter('sq', 'Njoftim', [`Ju njoftojmë${about} se …`]),
  en: letter('en', 'Notice', [`We inform you${about} that …`]),
  sr: letter('sr', 'Obaveštenje', [`Obaveštavamo vas${about} da …`]),
})

const general: Maker = () => ({
  sq: letter('sq', 'Shkresë', ['…']),
  en: letter('en', 'Letter', ['…']),
  sr: letter('sr', 'Dopis', ['…']),
})

const MAKERS: Record<OfficialLetterKind, Maker> = {
  acknowledgement,
  answer,
  'completion-request': completion,
  transmittal,
  notice,
  general,
}

/** The template that comes with the program, in the words of the country. */
export const defaultTemplate = (kind: OfficialLetterKind, jurisdiction: Jurisdiction): DefaultTemplate =>
  MAKERS[kind](jurisdiction)
