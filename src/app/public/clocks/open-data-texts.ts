import { column } from '#platform/export/column-rules.ts'
import { ADDRESS, COUNTRY } from '#platform/export/column-texts.ts'

export const RULE_COLUMNS = [
  column(
    'key',
    'string',
    {
      sq: ['Çelësi', 'Rregulli dhe versioni, si AL-FOI-ANSWER-1.'],
      en: ['Key', 'Rule and version, as AL-FOI-ANSWER-1.'],
    },
    { required: true },
  ),
  column(
    'rule',
    'string',
    { sq: ['Rregulli', 'I njëjti në të gjitha versionet.'], en: ['Rule', 'The same in all versions.'] },
    { required: true },
  ),
  column('version', 'integer', { sq: ['Versioni', 'Nga 1.'], en: ['Version', 'Counted from 1.'] }, { required: true }),
  COUNTRY,
  column(
    'clock',
    'string',
    { sq: ['Afati me fjalë', 'Si thuhet në shqip.'], en: ['Term in words', 'In Albanian.'] },
    { required: true },
  ),
  column(
    'clock_en',
    'string',
    { sq: ['Afati në anglisht', 'E njëjta gjë, në anglisht.'], en: ['Term in English', 'The same in English.'] },
    { required: true },
  ),
  column(
    'kind',
    'string',
    {
      sq: [
        'Lloji i afatit',
        'exact: pikërisht; max: më së shumti; min: të paktën; window: nga një ditë deri në një tjetër; pair: dy afate njëri pas tjetrit.',
      ],
      en: ['Kind of term', 'exact, max, min, window, pair.'],
    },
    { values: ['exact', 'max', 'min', 'window', 'pair'] },
  ),
  column('n', 'integer', {
    sq: ['Numri', 'Sa njësi. Bosh: ligji nuk jep numër.'],
    en: ['Number', 'How many units. Empty: the law gives no number.'],
  }),
  column(
    'unit',
    'string',
    {
      sq: ['Njësia', 'd: ditë kalendarike; wd: ditë pune; h: orë; mo: muaj.'],
      en: ['Unit', 'd: calendar days; wd: working days; h: hours; mo: months.'],
    },
    { values: ['d', 'wd', 'h', 'mo'] },
  ),
  column(
    'direction',
    'string',
    { sq: ['Drejtimi', 'after: pas ngjarjes; before: para saj.'], en: ['Direction', 'after the event, or before it.'] },
    { values: ['after', 'before'] },
  ),
  column(
    'start',
    'string',
    {
      sq: ['Fillon nga', 'Ngjarja nga e cila numërohet afati.'],
      en: ['Starts from', 'The event from which the term is counted, in Albanian.'],
    },
    { required: true },
  ),
  column(
    'actor',
    'string',
    {
      sq: ['Kush vepron', 'Kush duhet të veprojë brenda afatit.'],
      en: ['Who acts', 'Who has to act within the term, in Albanian.'],
    },
    { required: true },
  ),
  column('lapse', 'string', {
    sq: ['Kur kalon', 'Çfarë ndodh kur afati kalon.'],
    en: ['When it lapses', 'What follows, in Albanian.'],
  }),
  column(
    'law',
    'string',
    {
      sq: ['Ligji', 'Si e lexojnë programet: L119/2014 Art 15.'],
      en: ['Law', 'As programs read it: L119/2014 Art 15.'],
    },
    { required: true },
  ),
  column(
    'law_name',
    'string',
    { sq: ['Emri i ligjit', 'Me nenin.'], en: ['Name of the law', 'With its article, in Albanian.'] },
    { required: true },
  ),
  column(
    'confidence',
    'string',
    {
      sq: [
        'Siguria',
        'T: parë në tekstin e ligjit; T/S: nga autoriteti; S: burim i dytë; P: praktikë; N: e paverifikuar.',
      ],
      en: [
        'Confidence',
        'T: seen in the law; T/S: by the authority; S: secondary source; P: practice; N: not verified.',
      ],
    },
    { required: true, values: ['T', 'T/S', 'S', 'P', 'N'] },
  ),
  column(
    'status',
    'string',
    {
      sq: ['Gjendja', 'active: vlen; to-be-confirmed: pret konfirmim; off: nuk zbatohet.'],
      en: ['Status', 'active, to-be-confirmed, off.'],
    },
    { required: true, values: ['active', 'to-be-confirmed', 'off'] },
  ),
  column(
    'sources',
    'list',
    { sq: ['Burimet', 'Ku u pa, pa https://.'], en: ['Sources', 'Where it was seen, without https://.'] },
    { required: true },
  ),
  column('valid_from', 'date', {
    sq: ['Vlen nga', 'Bosh: nga sa dihet, gjithmonë.'],
    en: ['Valid from', 'Empty: as far back as is known.'],
  }),
  column('valid_to', 'date', { sq: ['Vlen deri', 'Bosh: ende.'], en: ['Valid to', 'Empty: still.'] }),
  ADDRESS,
]

export const HOLIDAY_COLUMNS = [
  column(
    'key',
    'string',
    { sq: ['Çelësi', 'Shteti, data dhe festa.'], en: ['Key', 'Country, date and holiday.'] },
    { required: true },
  ),
  COUNTRY,
  column(
    'holiday',
    'string',
    { sq: ['Festa', 'E njëjta fjalë çdo vit.'], en: ['Holiday', 'The same word each year.'] },
    { required: true },
  ),
  column('date', 'date', { sq: ['Data', 'Kur bie.'], en: ['Date', 'When it falls.'] }, { required: true }),
  column('year', 'year', { sq: ['Viti', 'Viti i datës.'], en: ['Year', 'Of the date.'] }, { required: true }),
  column('name', 'string', { sq: ['Emri', 'Në shqip.'], en: ['Name', 'In Albanian.'] }, { required: true }),
  column(
    'name_en',
    'string',
    { sq: ['Emri në anglisht', 'Në anglisht.'], en: ['Name in English', 'In English.'] },
    { required: true },
  ),
  column('substitute', 'date', {
    sq: ['Dita e pushimit', 'Kur festa bie në fundjavë, dita që pushohet në vend të saj.'],
    en: ['Day in its place', 'Where it falls on a weekend.'],
  }),
  column(
    'estimated',
    'boolean',
    {
      sq: ['E parashikuar', 'E vërtetë: festë sipas kalendarit hënor, ende e pashpallur.'],
      en: ['Estimated', 'True: a lunar feast that nobody has announced yet.'],
    },
    { required: true },
  ),
  column(
    'basis',
    'string',
    { sq: ['Baza', 'Ligji që e bën festë.'], en: ['Basis', 'The law that makes it one.'] },
    { required: true },
  ),
]

export const registerTexts = {
  rules: {
    title: { sq: 'Rregullat e afateve ligjore', en: 'Rules of legal deadlines' },
    description: {
      sq: 'Afatet që caktojnë ligjet e Shqipërisë dhe të Kosovës, me versionet, burimet dhe sa të sigurt janë.',
      en: 'Deadlines that the laws of Albania and Kosovo set, with their versions, sources and how certain they are.',
    },
    keywords: { sq: ['afat', 'ligj', 'e drejta e informimit'], en: ['deadline', 'law', 'freedom of information'] },
  },
  holidays: {
    title: { sq: 'Festat zyrtare', en: 'Public holidays' },
    description: {
      sq: 'Ditët e festave zyrtare të Shqipërisë dhe të Kosovës, me ditët e pushimit në vend të tyre. Shpalljet e qeverive që hyjnë këtu gjatë vitit janë te kalendari, jo te ky regjistër.',
      en: 'Public holidays of Albania and Kosovo with the days off in their place. What governments announce during the year stands in the calendar, not in this register.',
    },
    keywords: { sq: ['festë', 'kalendar', 'ditë pushimi'], en: ['holiday', 'calendar', 'day off'] },
  },
} as const
