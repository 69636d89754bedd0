import { column } from '#platform/export/column-rules.ts'
import { CHANGED_AT, ID, INSTITUTION } from '#platform/export/column-texts.ts'
import { ACT_KINDS, LEGALITIES, NATURES } from '../act-rules.ts'
import { CHANNELS } from './review-rules.ts'

export const reviewRegisterTexts = {
  title: { sq: 'Shqyrtimi i ligjshmërisë së akteve', en: 'Review of the legality of acts' },
  description: {
    sq: 'Çdo akt i një këshilli ose kuvendi komunal që iu dërgua prefektit ose ministrisë: me cilën dërgesë, kur u regjistrua, çfarë u përgjigj dhe kur. Arsyet i mban faqja e aktit.',
    en: 'Every act of a municipal council or assembly that was sent to the prefect or the ministry: with which transmittal, when it was registered, what was answered and when. The reasons stand on the page of the act.',
  },
  keywords: { sq: ['ligjshmëri', 'prefekt', 'akte', 'vendime'], en: ['legality', 'prefect', 'acts', 'decisions'] },
} as const

const NEEDED = { required: true }

export const REVIEW_COLUMNS = [
  ID,
  INSTITUTION,
  column('act_number', 'string', {
    sq: ['Numri i aktit', 'Si citohet akti.'],
    en: ['Number of the act', 'As it is cited.'],
  }),
  column(
    'act_title',
    'string',
    {
      sq: ['Titulli i aktit', 'I akteve që emërtojnë një person privat: titulli publik.'],
      en: ['Title of the act', 'Of acts that name a private person: the public title.'],
    },
    NEEDED,
  ),
  column(
    'act_kind',
    'string',
    {
      sq: ['Lloji i aktit', 'Vendim, rregullore e të tjera.'],
      en: ['Kind of act', 'Decision, regulation and others.'],
    },
    { required: true, values: ACT_KINDS },
  ),
  column(
    'nature',
    'string',
    {
      sq: ['Natyra', 'normative: normativ; individual: individual; internal: i brendshëm.'],
      en: ['Nature', 'normative, individual or internal.'],
    },
    { required: false, values: NATURES },
  ),
  column('adopted_on', 'date', { sq: ['Miratuar', 'Dita e miratimit.'], en: ['Adopted', 'The day of adoption.'] }),
  column('announced_on', 'date', {
    sq: ['Shpallur', 'Dita e shpalljes.'],
    en: ['Announced', 'The day of announcement.'],
  }),
  column(
    'legality',
    'string',
    {
      sq: ['Ligjshmëria sot', 'Fjala më e re për aktin.'],
      en: ['Legality now', 'The newest word on the act.'],
    },
    { required: true, values: LEGALITIES },
  ),
  column(
    'transmittal',
    'string',
    { sq: ['Dërgesa', 'Numri dhe viti.'], en: ['Transmittal', 'Number and year.'] },
    NEEDED,
  ),
  column('year', 'year', { sq: ['Viti', 'Viti i dërgesës.'], en: ['Year', 'The year of the transmittal.'] }, NEEDED),
  column(
    'round',
    'integer',
    {
      sq: ['Hera', '1: hera e parë; 2: pasi u kthye dhe u rishqyrtua.'],
      en: ['Round', '1: the first time; 2: after it was returned and re-examined.'],
    },
    NEEDED,
  ),
  column(
    'authority',
    'string',
    { sq: ['Organi', 'Kujt iu dërgua.'], en: ['Authority', 'To whom it was sent.'] },
    NEEDED,
  ),
  column(
    'channel',
    'string',
    {
      sq: ['Mënyra', 'letter: me postë; hand: dorazi; mail: me postë elektronike; desk: në sistem.'],
      en: ['Channel', 'letter: by post; hand: by hand; mail: by e-mail; desk: in the system.'],
    },
    { required: true, values: CHANNELS },
  ),
  column(
    'state',
    'string',
    {
      sq: ['Gjendja e dërgesës', 'sent: e dërguar; withdrawn: e tërhequr.'],
      en: ['State of the transmittal', 'sent, or withdrawn.'],
    },
    { required: true, values: ['sent', 'withdrawn'] },
  ),
  column('sent_on', 'date', { sq: ['Dërguar', 'Dita e dërgimit.'], en: ['Sent', 'The day of sending.'] }, NEEDED),
  column('received_on', 'date', {
    sq: ['Regjistruar', 'Dita e protokollit të organit.'],
    en: ['Registered', 'The day of the authority’s protocol.'],
  }),
  column('received_protocol', 'string', {
    sq: ['Protokolli i organit', 'Numri i tij.'],
    en: ['Protocol of the authority', 'Its number.'],
  }),
  column(
    'answer',
    'string',
    {
      sq: [
        'Përgjigjja',
        'conform: i ligjshëm; returned: i kthyer; court: në gjykatë; upheld, annulled: vendimi i gjykatës.',
      ],
      en: ['Answer', 'conform: lawful; returned; court: taken to court; upheld, annulled: the judgment.'],
    },
    { required: false, values: ['conform', 'returned', 'court', 'upheld', 'annulled'] },
  ),
  column('answered_on', 'date', {
    sq: ['Dita e përgjigjes', 'E shkresës.'],
    en: ['Day of the answer', 'Of the letter.'],
  }),
  column('answer_protocol', 'string', {
    sq: ['Numri i përgjigjes', 'I shkresës, ose i çështjes në gjykatë.'],
    en: ['Number of the answer', 'Of the letter, or of the case in court.'],
  }),
  column('days_to_receipt', 'integer', {
    sq: ['Ditë deri te regjistrimi', 'Nga dërgimi.'],
    en: ['Days to registration', 'From sending.'],
  }),
  column('days_to_answer', 'integer', {
    sq: ['Ditë deri te përgjigjja', 'Nga regjistrimi.'],
    en: ['Days to the answer', 'From registration.'],
  }),
  CHANGED_AT,
]
