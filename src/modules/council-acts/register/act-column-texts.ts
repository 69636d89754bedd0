import { column } from '#platform/export/column-rules.ts'
import { ADDRESS, CHANGED_AT, COUNTRY, ID, INSTITUTION, LANGUAGE, PUBLISHED_AT } from '#platform/export/column-texts.ts'
import { ACT_KINDS, LEGALITIES, NATURES, STATED_FORCES } from '../act-rules.ts'
import { PROPOSERS } from './register-question-rules.ts'

export const actRegisterTexts = {
  title: { sq: 'Aktet e këshillave', en: 'Acts of councils' },
  description: {
    sq: 'Çdo akt i regjistrit, nga numri e tutje: titulli, data e miratimit, shpallja, hyrja në fuqi, ligjshmëria. Akteve individuale u hiqen emrat; numrat e anuluar qëndrojnë me arsyen.',
    en: 'Every act of the register, from its number on: title, day of adoption, announcement, coming into force, legality. Individual acts are without names; numbers that were taken back stay with their reason.',
  },
  keywords: { sq: ['akt', 'vendim', 'rregullore', 'regjistër'], en: ['act', 'decision', 'regulation', 'register'] },
} as const

const NEEDED = { required: true }

const NUMBER = [
  column('number', 'string', {
    sq: ['Numri', 'Si citohet: 12/2026, ose siç u shtyp.'],
    en: ['Number', 'As it is cited: 12/2026, or as printed.'],
  }),
  column('series', 'string', {
    sq: ['Radha', 'Kur çdo lloj ka numrat e vet: lloji. Bosh: një radhë për të gjitha aktet.'],
    en: ['Series', 'Where each kind has numbers of its own: the kind. Empty: one row of numbers for all acts.'],
  }),
  column('year', 'year', { sq: ['Viti', 'Viti i numrit.'], en: ['Year', 'The year of the number.'] }),
  column('serial', 'integer', {
    sq: ['Numri rendor', 'Numri pa vitin.'],
    en: ['Serial', 'The number without its year.'],
  }),
]

const WHAT = [
  column(
    'kind',
    'string',
    {
      sq: [
        'Lloji',
        'decision: vendim; regulation: rregullore; resolution: rezolutë; order: urdhër; instruction: udhëzim; statute: statut; law: ligj; minutes: procesverbal; notice: njoftim; report: raport; other: tjetër.',
      ],
      en: ['Kind', 'What sort of act it is.'],
    },
    { required: true, values: ACT_KINDS },
  ),
  column('kind_words', 'string', {
    sq: ['Lloji siç e quan burimi', 'Kur burimi përdor një fjalë tjetër.'],
    en: ['Kind in the source', 'Where the source uses another word.'],
  }),
  column(
    'nature',
    'string',
    {
      sq: ['Natyra', 'normative: normativ; individual: individual; internal: i brendshëm. Bosh: nuk dihet.'],
      en: ['Nature', 'normative, individual or internal. Empty: not known.'],
    },
    { values: NATURES },
  ),
  column(
    'title',
    'string',
    {
      sq: ['Titulli', 'I një akti individual: titulli publik, pa emra.'],
      en: ['Title', 'Of an individual act: the public title, without names.'],
    },
    NEEDED,
  ),
  column('title_en', 'string', {
    sq: ['Titulli anglisht', 'Kur ka një të tillë.'],
    en: ['English title', 'Where there is one.'],
  }),
  LANGUAGE,
  column('summary', 'string', {
    sq: ['Përmbledhja', 'Me fjalë të thjeshta, kur ka.'],
    en: ['Summary', 'In plain words, where there is one.'],
  }),
  column(
    'state',
    'string',
    {
      sq: ['Gjendja', 'numbered: me numër, ende i pashpallur; announced: i shpallur; void: numër i anuluar.'],
      en: ['State', 'numbered: has its number, not announced yet; announced; void: its number was taken back.'],
    },
    { required: true, values: ['numbered', 'announced', 'void'] },
  ),
  column(
    'restricted',
    'boolean',
    {
      sq: ['Me emra të fshehur', 'Po, kur akti përmend një person privat.'],
      en: ['Names hidden', 'Yes, where the act names a private person.'],
    },
    NEEDED,
  ),
  column('restricted_ground', 'string', {
    sq: ['Pse fshihen emrat', 'Arsyeja e dhënë.'],
    en: ['Why names are hidden', 'The ground given.'],
  }),
  column('void_reason', 'string', {
    sq: ['Pse u anulua numri', 'Arsyeja e dhënë.'],
    en: ['Why the number was taken back', 'The reason given.'],
  }),
]

const WHO = [
  column('adopted_on', 'date', {
    sq: ['Miratuar më', 'Dita e miratimit.'],
    en: ['Adopted on', 'The day of adoption.'],
  }),
  column('adopted_words', 'string', {
    sq: ['Dita siç e thotë burimi', 'Kur dita nuk u lexua dot.'],
    en: ['Day in the source', 'Where no day could be read.'],
  }),
  column('adopted_by', 'string', {
    sq: ['Miratuar nga', 'Organi që e miratoi.'],
    en: ['Adopted by', 'The body that adopted it.'],
  }),
  column(
    'proposer_kind',
    'string',
    {
      sq: [
        'Kush e propozoi',
        'mayor: kryetari; councillor: një këshilltar; group: një grup; commission: një komision; secretariat: sekretaria; citizens: qytetarët; other: tjetër.',
      ],
      en: ['Proposed by', 'mayor, councillor, group, commission, secretariat, citizens or other.'],
    },
    { values: PROPOSERS },
  ),
  column('proposer', 'string', {
    sq: ['Propozuesi', 'Emri ose detyra e propozuesit.'],
    en: ['Proposer', 'Name or office of the proposer.'],
  }),
  column('commission', 'string', {
    sq: ['Komisioni', 'Komisioni që e shqyrtoi.'],
    en: ['Commission', 'The commission that considered it.'],
  }),
  column('signed_on', 'date', {
    sq: ['Nënshkruar më', 'Dita e nënshkrimit.'],
    en: ['Signed on', 'The day of signing.'],
  }),
  column('signed_by_chair', 'string', {
    sq: ['Nënshkroi kryetari', 'Kryetari i këshillit.'],
    en: ['Signed by the chair', 'The chair of the council.'],
  }),
  column('signed_by_secretary', 'string', {
    sq: ['Nënshkroi sekretari', 'Sekretari i këshillit.'],
    en: ['Signed by the secretary', 'The secretary of the council.'],
  }),
]

const FORCE = [
  column('announced_on', 'date', {
    sq: ['Shpallur më', 'Dita e shpalljes.'],
    en: ['Announced on', 'The day of announcement.'],
  }),
  column('announce_by', 'date', {
    sq: ['Duhej shpallur deri më', 'Dita e fundit në kohë. Bosh: asnjë rregull nuk e thoshte.'],
    en: ['To be announced by', 'The last day in time. Empty: no rule said so.'],
  }),
  column('days_late', 'integer', {
    sq: ['Ditë vonesë', 'Nga dita e fundit në kohë deri te shpallja.'],
    en: ['Days late', 'From the last day in time to the announcement.'],
  }),
  column(
    'force_basis',
    'string',
    {
      sq: [
        'Si hyn në fuqi',
        'after-announcement: pas shpalljes; on-notification: me njoftimin; on-day: në një ditë të caktuar; stated: siç e thotë vetë.',
      ],
      en: ['How it comes into force', 'after-announcement, on-notification, on-day, or stated by the act itself.'],
    },
    { values: ['after-announcement', 'on-notification', 'on-day', 'stated'] },
  ),
  column('in_force_from', 'date', {
    sq: ['Në fuqi nga', 'Dita e parë në fuqi.'],
    en: ['In force from', 'The first day on which it holds.'],
  }),
  column('in_force_to', 'date', {
    sq: ['Në fuqi deri më', 'Dita e parë në të cilën nuk është më në fuqi.'],
    en: ['In force until', 'The first day on which it holds no more.'],
  }),
  column('suspended_from', 'date', {
    sq: ['Pezulluar nga', 'Nga cila ditë është i pezulluar.'],
    en: ['Suspended from', 'From which day it is suspended.'],
  }),
  column(
    'stated_force',
    'string',
    {
      sq: ['Fuqia siç e thotë burimi', 'Vetëm e arkivit, kur nuk dihen ditët.'],
      en: ['Force as the source states', 'Of the archive alone, where no days are known.'],
    },
    { values: STATED_FORCES },
  ),
  column(
    'legality',
    'string',
    {
      sq: [
        'Ligjshmëria',
        'none: ende i padërguar; not-needed: nuk dërgohet; sent: dërguar; registered: në shqyrtim; conform: i ligjshëm; returned: i kthyer; re-examined: i rishqyrtuar; court: në gjykatë; upheld: lënë në fuqi; annulled: shfuqizuar nga gjykata.',
      ],
      en: ['Legality', 'The newest word of the review of legality.'],
    },
    { required: true, values: LEGALITIES },
  ),
]

const ABOUT = [
  column('topics', 'list', { sq: ['Fushat', 'Identifikuesit e fushave.'], en: ['Topics', 'Ids of its topics.'] }),
  column('places', 'list', { sq: ['Vendet', 'Identifikuesit e vendeve.'], en: ['Places', 'Ids of its places.'] }),
  column(
    'text_state',
    'string',
    {
      sq: ['Teksti', 'none: nuk lexohet këtu nen për nen; laid: siç ishte para këshillit; adopted: siç u miratua.'],
      en: ['Text', 'none: not here in articles; laid: as it lay before the council; adopted: as adopted.'],
    },
    { required: true, values: ['none', 'laid', 'adopted'] },
  ),
  column(
    'unreadable',
    'boolean',
    {
      sq: ['Ende i palexueshëm', 'Skedari është figurë; fjalët e tij nuk dihen ende.'],
      en: ['Not readable yet', 'The file is a picture; its words are not known yet.'],
    },
    NEEDED,
  ),
  column(
    'from_archive',
    'boolean',
    {
      sq: ['Nga arkivi', 'U mor nga një arkiv i mëparshëm.'],
      en: ['From the archive', 'Taken over from an earlier archive.'],
    },
    NEEDED,
  ),
  column('source_url', 'uri', {
    sq: ['Burimi', 'Adresa ku qëndronte, për aktet e arkivit.'],
    en: ['Source', 'Where it stood, of acts from an archive.'],
  }),
]

export const ACT_COLUMNS = [
  ID,
  INSTITUTION,
  COUNTRY,
  ...NUMBER,
  ...WHAT,
  ...WHO,
  ...FORCE,
  ...ABOUT,
  ADDRESS,
  PUBLISHED_AT,
  CHANGED_AT,
]
