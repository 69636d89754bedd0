import { column } from '#platform/export/column-rules.ts'
import { ADDRESS, CHANGED_AT, COUNTRY, ID, INSTITUTION } from '#platform/export/column-texts.ts'
import { RELATION_KINDS } from '../act-rules.ts'

export const relationRegisterTexts = {
  title: { sq: 'Lidhjet ndërmjet akteve', en: 'Relations between acts' },
  description: {
    sq: 'Çfarë i bën një akt një tjetri: e ndryshon, e shfuqizon, e zbaton, e korrigjon, e zëvendëson ose e pezullon.',
    en: 'What one act does to another: amends, repeals, implements, corrects, replaces or suspends it.',
  },
  keywords: { sq: ['akt', 'ndryshim', 'shfuqizim'], en: ['act', 'amendment', 'repeal'] },
} as const

const NEEDED = { required: true }

export const RELATION_COLUMNS = [
  ID,
  INSTITUTION,
  column('act_number', 'string', {
    sq: ['Numri i aktit', 'I aktit që e bën.'],
    en: ['Number of the act', 'Of the act that does it.'],
  }),
  column(
    'act',
    'uri',
    { sq: ['Akti', 'Faqja e aktit që e bën.'], en: ['Act', 'The page of the act that does it.'] },
    NEEDED,
  ),
  column(
    'kind',
    'string',
    {
      sq: [
        'Lidhja',
        'amends: ndryshon; repeals: shfuqizon; repeals-partly: shfuqizon pjesërisht; implements: zbaton; corrects: korrigjon; replaces: zëvendëson; suspends: pezullon.',
      ],
      en: ['Relation', 'What it does to the other.'],
    },
    { required: true, values: RELATION_KINDS },
  ),
  column('by_articles', 'string', {
    sq: ['Me cilët nene', 'Nenet e aktit që e bën.'],
    en: ['By which articles', 'Articles of the act that does it.'],
  }),
  column('of_articles', 'string', {
    sq: ['Cilat nene', 'Nenet e aktit tjetër.'],
    en: ['Which articles', 'Articles of the other act.'],
  }),
  column('other_number', 'string', {
    sq: ['Numri i tjetrit', 'Kur akti tjetër është në regjistër.'],
    en: ['Number of the other', 'Where the other act is in the register.'],
  }),
  column('other', 'uri', {
    sq: ['Akti tjetër', 'Faqja e tij, kur është në regjistër.'],
    en: ['Other act', 'Its page, where it is in the register.'],
  }),
  column('other_words', 'string', {
    sq: ['Akti tjetër me fjalë', 'Si e quan burimi.'],
    en: ['Other act in words', 'What the source calls it.'],
  }),
  column(
    'passive',
    'boolean',
    {
      sq: ['Nga ana tjetër', 'Po: tjetri ia bën këtij.'],
      en: ['The other way', 'Yes: the other one does it to this one.'],
    },
    NEEDED,
  ),
  column('effective_on', 'date', { sq: ['Vlen nga', 'Nga cila ditë.'], en: ['Effective on', 'From which day.'] }),
  column(
    'state',
    'string',
    {
      sq: ['Sa e sigurt', 'standing: e konfirmuar; doubt: e gjetur nga programi, ende e pakonfirmuar.'],
      en: ['How sure', 'standing: confirmed; doubt: found by the program and confirmed by nobody yet.'],
    },
    { required: true, values: ['standing', 'doubt'] },
  ),
  column(
    'origin',
    'string',
    { sq: ['Nga vjen', 'typed: e shkruar; archive: nga arkivi.'], en: ['Where from', 'typed, or from an archive.'] },
    { required: true, values: ['typed', 'archive'] },
  ),
  ADDRESS,
  CHANGED_AT,
]

export const gapRegisterTexts = {
  title: { sq: 'Boshllëqet e regjistrit të akteve', en: 'Gaps of the register of acts' },
  description: {
    sq: 'Numrat që nuk i ka asnjë akt, sipas institucionit, vitit dhe radhës, me çfarë thotë institucioni për ta.',
    en: 'The numbers that no act has, by institution, year and series, with what the institution says about them.',
  },
  keywords: { sq: ['akt', 'numër', 'boshllëk'], en: ['act', 'number', 'gap'] },
} as const

export const GAP_COLUMNS = [
  ID,
  INSTITUTION,
  COUNTRY,
  column('year', 'year', { sq: ['Viti', 'Viti i numrave.'], en: ['Year', 'The year of the numbers.'] }, NEEDED),
  column('series', 'string', {
    sq: ['Radha', 'Bosh: një radhë për të gjitha aktet.'],
    en: ['Series', 'Empty: one row of numbers for all acts.'],
  }),
  column(
    'first',
    'integer',
    { sq: ['Nga numri', 'Numri i parë që mungon.'], en: ['From', 'The first number that is missing.'] },
    NEEDED,
  ),
  column(
    'last',
    'integer',
    { sq: ['Deri te numri', 'Numri i fundit që mungon.'], en: ['To', 'The last number that is missing.'] },
    NEEDED,
  ),
  column(
    'numbers',
    'integer',
    { sq: ['Sa numra', 'Sa numra mungojnë.'], en: ['How many', 'How many numbers are missing.'] },
    NEEDED,
  ),
  column('explanation', 'string', {
    sq: ['Çfarë thotë institucioni', 'Bosh: nuk ka thënë asgjë.'],
    en: ['What the institution says', 'Empty: it has said nothing.'],
  }),
  ADDRESS,
  CHANGED_AT,
]
