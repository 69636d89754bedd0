import { formatNumber } from '#platform/i18n/formats.ts'

const n = formatNumber
const about = (found: number, cap: number): string => (found > cap ? `mbi ${n(cap)}` : n(found))
const hits = (found: number, cap: number): string => (found === 1 ? '1 gjetje' : `${about(found, cap)} gjetje`)

export const sq = {
  title: 'Kërkim',
  lead: 'Kërkoni në gjithçka që institucionet kanë publikuar këtu.',
  titleOf: (words: string, count: string) => (words === '' ? `${count} – Kërkim` : `${words} – ${count} – Kërkim`),
  errorTitle: 'Diçka nuk shkon me kërkimin',
  form: 'Kërkoni në regjistrin publik',
  words: 'Fjalë, numër ose kod',
  submit: 'Kërkoni',
  narrow: 'Ngushtoni kërkimin',
  apply: 'Zbatoni',
  clear: 'Hiqni të gjithë filtrat',
  filters: {
    kind: 'Lloji',
    institution: 'Institucioni',
    year: 'Viti',
    topic: 'Fusha',
    place: 'Vendi',
    state: 'Gjendja',
    matter: 'Çështja',
  },
  any: {
    kind: 'Çdo lloj',
    institution: 'Çdo institucion',
    year: 'Çdo vit',
    topic: 'Çdo fushë',
    place: 'Çdo vend',
    state: 'Çdo gjendje',
  },
  active: 'Kërkimi është ngushtuar',
  remove: (filter: string, value: string) => `Hiqni: ${filter}, ${value}`,
  matterGone: 'çështje që nuk gjendet',
  count: (total: number, capped: boolean, matters: number) =>
    capped
      ? `Mbi ${n(total)} gjetje`
      : total === 1
        ? '1 gjetje'
        : matters === total
          ? `${n(total)} gjetje`
          : `${n(total)} gjetje në ${n(matters)} çështje`,
  hits,
  countedHint: (counted: number) =>
    `Gjetjet janë shumë: numrat te filtrat tregojnë sa janë mes ${n(counted)} gjetjeve më të reja.`,
  order: 'Renditja',
  orders: { relevance: 'Sipas përputhjes', date: 'Më të rejat të parat' },
  results: 'Gjetjet',
  inMatter: 'Brenda kësaj çështjeje',
  more: (count: number) =>
    count === 1 ? 'Edhe 1 gjetje tjetër në këtë çështje' : `Edhe ${n(count)} gjetje të tjera në këtë çështje`,
  moreSpoken: (title: string) => `: ${title}`,
  due: (date: string) => `deri më ${date}`,
  paging: 'Faqet e gjetjeve',
  next: 'Gjetjet që vijnë më pas',
  first: 'Në fillim të gjetjeve',
  listEnds:
    'Lista mbaron këtu, ndonëse gjetjet janë më shumë: renditen vetëm ato që tregohen. Ngushtoni kërkimin, për shembull sipas vitit, për të parë të tjerat.',
  also: 'U kërkua edhe:',
  exactly: (words: string) => `Kërkoni vetëm «${words}», siç e shkruat`,
  wasExact: 'U kërkua saktësisht siç e shkruat, pa fjalët me të njëjtin kuptim.',
  alsoSame: 'Kërkoni edhe fjalët me të njëjtin kuptim',
  meant: 'Mos donit të kërkonit',
  suggested: (typed: string) => `Në vend të «${typed}» mund të kërkoni edhe:`,
  cut: 'Shkruat shumë fjalë: u kërkuan vetëm të parat.',
  onlyStopWords: (words: string) =>
    words.includes(' ')
      ? `Fjalët «${words}» gjenden pothuajse në çdo dokument, prandaj nuk kërkohen më vete. Shtoni një fjalë që tregon se çfarë kërkoni.`
      : `Fjala «${words}» gjendet pothuajse në çdo dokument, prandaj nuk kërkohet më vete. Shtoni një fjalë që tregon se çfarë kërkoni.`,
  tooHard:
    'Kërkimi zgjati tepër dhe u ndërpre. Shtoni një fjalë tjetër ose ngushtojeni sipas institucionit a vitit, pastaj provoni sërish.',
  faults: {
    'too-long': (most: number) => `Kërkimi mund të ketë deri në ${n(most)} shenja`,
    words: 'Këto fjalë nuk mund të kërkohen',
    kind: 'Nuk ka lloj të tillë: zgjidhni një nga lista',
    institution: 'Nuk ka institucion të tillë: zgjidhni një nga lista',
    year: 'Viti shkruhet me katër shifra, për shembull 2026',
    topic: 'Nuk ka fushë të tillë: zgjidhni një nga lista',
    place: 'Nuk ka vend të tillë: zgjidhni një nga lista',
    state: 'Nuk ka gjendje të tillë: zgjidhni një nga lista',
    matter: 'Referenca e çështjes nuk është shkruar si duhet',
    order: 'Nuk ka renditje të tillë',
  },
  help: {
    title: 'Si të kërkoni',
    items: [
      'Shkruani me ose pa ë dhe ç, me shkronja të mëdha a të vogla, në çfarëdo trajte: «buxheti» gjen edhe «buxhetin» e «buxheteve».',
      'Shkruani disa fjalë: gjenden dokumentet që i kanë të gjitha.',
      'Vini fjalët në thonjëza, për shembull "ujë i pijshëm": gjenden vetëm kur janë njëra pas tjetrës.',
      'Vini minus para një fjale, për shembull taksa -reklama: dokumentet me atë fjalë lihen jashtë.',
      'Shkruani numrat siç janë në dokument: 12/2026, nr. 55. Mund të kërkoni edhe kodin e një komenti.',
      'Fjalët e të dy vendeve kërkohen bashkë: «komuna» gjen edhe bashkitë.',
    ],
  },
  none: {
    title: (words: string) => (words === '' ? 'Asgjë nuk u gjet' : `Asgjë nuk u gjet për «${words}»`),
    lead: 'Këtu gjendet vetëm ajo që kanë publikuar institucionet.',
    ways: 'Çfarë mund të provoni',
    withoutFilter: (filter: string) => `Pa filtrin «${filter}»`,
    withoutAny: 'Pa asnjë filtër',
    withoutWord: (word: string) => `Pa fjalën «${word}»`,
    ask: 'Nuk e gjetët? Pyesni institucionin',
    askHint: 'Institucioni ju përgjigjet brenda afatit të ligjit dhe ju jep një numër për ta ndjekur çështjen.',
  },
  intro: {
    title: 'Çfarë mund të gjeni',
    empty: 'Këtu ende nuk është publikuar asgjë.',
    kind: (name: string, found: number, cap: number) => `${name} (${about(found, cap)})`,
  },
  description: { name: 'Kuvend', words: 'Kërkim në regjistrin publik' },
  api: {
    summary: 'Kërkon me fjalë në gjithçka që është publikuar',
    description:
      'Gjetjet grupohen sipas çështjes dhe jepen faqe pas faqeje. Mbi 2 000 gjetjet nuk numërohen më tej: këtë e tregon `capped`. Fjalët krahasohen pa i dalluar ë nga e, ç nga c dhe trajtat e fjalës.',
    field: {
      q: 'Fjalët',
      ceshtja: 'Referenca e çështjes brenda së cilës kërkohet',
      lloji: 'Lloji, si në faqen e kërkimit',
      institucioni: 'Emri i shkurtër i institucionit, siç shkruhet në adresa',
      viti: 'Viti i publikimit',
      tema: 'Identifikuesi i fushës; përfshihen edhe fushat nën të',
      vendi: 'Identifikuesi i vendit; përfshihen edhe vendet brenda tij',
      gjendja: 'Gjendja, si në faqen e kërkimit',
      renditja: '`perputhja` (sipas përputhjes) ose `data` (më të rejat të parat)',
      sakte: '`po`: pa fjalët me të njëjtin kuptim',
      pas: 'Çelësi i faqes, siç e dha faqja e mëparshme',
    },
    refused: 'Kjo vlerë nuk pranohet këtu',
    tooHard: 'Kërkimi zgjati tepër dhe u ndërpre: ngushtojeni',
  },
}

export type SearchTexts = typeof sq
