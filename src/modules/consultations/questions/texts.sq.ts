import { senderKindWords } from '../comments/sender-kind-texts.ts'
import type { QuestionKind } from './question-rules.ts'

const kinds = {
  one: 'Një zgjedhje',
  several: 'Disa zgjedhje',
  scale: 'Shkallë',
  order: 'Renditje',
  text: 'Me fjalë',
} satisfies Record<QuestionKind, string>

const kindHints = {
  one: 'Zgjidhet vetëm një nga alternativat.',
  several: 'Zgjidhen disa alternativa; ju caktoni sa.',
  scale: 'Nga 1 deri në 5 ose deri në 10, me fjalë në të dy skajet.',
  order: 'Alternativat vihen në radhë, nga më e rëndësishmja.',
  text: 'Përgjigje e lirë, me fjalët e veta.',
} satisfies Record<QuestionKind, string>

const answers = (n: number): string => (n === 1 ? '1 përgjigje' : `${n} përgjigje`)

/** In the form of a comment. */
const answering = {
  title: 'Pyetjet e institucionit',
  lead: 'Mund t’u përgjigjeni pyetjeve, të shkruani një koment, ose të dyja. Asnjëra nuk është kusht për tjetrën.',
  leadCompulsory:
    'Nëse u përgjigjeni pyetjeve, ato me shënimin «e detyrueshme» duhen plotësuar. Për të dërguar vetëm një koment nuk ka nevojë.',
  ofArticle: 'Pyetje për këtë nen',
  ofWhole: 'Pyetje për projektin në tërësi',
  compulsory: 'e detyrueshme',
  several: (least: number, most: number | null) =>
    most === null
      ? least === 1
        ? 'Zgjidhni sa të doni.'
        : `Zgjidhni të paktën ${least}.`
      : least === most
        ? `Zgjidhni ${most}.`
        : `Zgjidhni nga ${least} deri në ${most}.`,
  other: 'Tjetër',
  otherWhich: 'Cila?',
  scale: (to: number) => `Zgjidhni nga 1 deri në ${to}.`,
  scaleEnd: (n: number, words: string) => `${n}: ${words}`,
  order: (n: number) => `Shkruani 1 te më e rëndësishmja, 2 te tjetra, deri në ${n}.`,
  inAlbanian: 'në shqip',
  bodyOptional: 'Fjalët mund t’i lini bosh, nëse u përgjigjeni pyetjeve ose propozoni një formulim.',
  articleQuestions: 'Ka pyetje edhe për nene të veçanta:',
  articleLink: (label: string) => `pyetjet për nenin ${label}`,
  corrected: (date: string, reason: string) => `Fjalët e pyetjes u korrigjuan më ${date}. Arsyeja: ${reason}`,
  errors: {
    compulsory: 'Përgjigjuni kësaj pyetjeje, ose lini bosh të gjitha pyetjet',
    unknown: 'Zgjidhni një nga përgjigjet',
    tooFew: (least: number) => `Zgjidhni të paktën ${least}`,
    tooMany: (most: number) => `Zgjidhni deri në ${most}`,
    other: 'Shkruani cila është përgjigjja tjetër',
    otherLong: (limit: number) => `Përgjigjja tjetër duhet të ketë deri në ${limit} shenja`,
    otherUnchosen: 'Zgjidhni «Tjetër» ose fshini fjalët pranë saj',
    order: (n: number) => `Shkruani çdo numër nga 1 deri në ${n} vetëm një herë, ose lini bosh të gjithë`,
    long: (limit: number, over: number) =>
      `Përgjigjja duhet të ketë deri në ${limit} shenja; shkurtojeni me ${over === 1 ? '1 shenjë' : `${over} shenja`}`,
    nothing: 'Shkruani komentin tuaj, propozoni një formulim ose përgjigjuni të paktën një pyetjeje',
    nothingArticle: 'Shkruani komentin tuaj ose propozoni një formulim',
  },
}

/** A wording of one's own. */
const suggestion = {
  label: 'Si do ta shkruanit ju?',
  summary: 'Propozoni një formulim tjetër',
  hint: 'Ndryshoni fjalët më poshtë. Nëse i lini siç janë, komenti juaj nuk ka formulim të propozuar. Nëse propozoni që diçka të hiqet e tëra, shkruajeni te komenti.',
  tooLong: (limit: number, over: number) =>
    `Formulimi duhet të ketë deri në ${limit} shenja; shkurtojeni me ${over === 1 ? '1 shenjë' : `${over} shenja`}`,
  points: 'Neni është i gjatë. Zgjidhni pjesën që do ta shkruanit ndryshe:',
  point: (n: number) => `paragrafi ${n}`,
  shown: 'Formulimi i propozuar',
  shownHint: 'Krahasuar me tekstin për të cilin u shkrua: e shtuara është e nënvizuar, e hequra me vijë përmes.',
  onlyPlain: 'Formulimi i propozuar, siç u shkrua:',
}

const shown = {
  answers: 'Përgjigjet e pyetjeve',
  count: (n: number) => `Me ${n === 1 ? 'një përgjigje' : `${n} përgjigje`} ndaj pyetjeve`,
  noWords: 'Pa fjalë të tjera.',
}

const senderKind = {
  label: 'Çfarë lloj organizate është? (nëse dëshironi)',
  none: 'Nuk e them',
  kinds: senderKindWords.sq,
}

/** What came of the questions. */
const results = {
  title: 'Pyetjet dhe përgjigjet',
  titleOf: (title: string) => `Pyetjet dhe përgjigjet: ${title}`,
  lead: 'Kjo faqe tregon çfarë pyeti institucioni dhe si u përgjigjën qytetarët dhe organizatat.',
  none: 'Në këtë konsultim nuk ka pyetje.',
  people: (n: number) =>
    n === 0
      ? 'Ende nuk është përgjigjur askush.'
      : n === 1
        ? 'Është përgjigjur 1 dërgues.'
        : `Janë përgjigjur ${n} dërgues.`,
  answers,
  laterAfter: (date: string) =>
    `Rezultatet shfaqen pasi të mbyllet afati, më ${date}, që përgjigjet e të tjerëve të mos ndikojnë. Numri i përgjigjeve shihet gjithmonë.`,
  later: 'Rezultatet shfaqen pasi të mbyllet afati. Numri i përgjigjeve shihet gjithmonë.',
  answer: 'Përgjigjuni pyetjeve',
  howCounted: 'Si numërohen përgjigjet',
  counting: [
    'Numërohen vetëm përgjigjet e komenteve të konfirmuara dhe të publikuara. Kur një koment tërhiqet, fshihet ose mbahet i fshehur, përgjigjet e tij nuk numërohen më.',
    'Çdo dërgues numërohet një herë për çdo pyetje: nëse ka dërguar disa komente, vlen përgjigjja më e re. Dërguesi njihet nga adresa e konfirmuar; përgjigjet pa adresë, si ato në letër, numërohen secila më vete.',
    'Kush përgjigjet e zgjedh vetë ta bëjë këtë: rezultatet tregojnë çfarë thanë ata që u përgjigjën, jo çfarë mendojnë të gjithë.',
    'Përgjigjet sipas grupeve shfaqen vetëm kur grupi ka të paktën 5 përgjigje dhe kur nga pjesa tjetër nuk del kush është përgjigjur.',
  ],
  filter: 'Sipas grupit',
  group: 'Grupi',
  everybody: 'Të gjithë',
  bySender: (kind: string) => `Dërguesi: ${kind}`,
  byChannel: (channel: string) => `Kanali: ${channel}`,
  channels: {
    web: 'faqja e internetit',
    email: 'e-postë',
    post: 'postë',
    counter: 'sportel',
    phone: 'telefon',
    meeting: 'takim',
    register: 'regjistri zyrtar',
  },
  apply: 'Shfaqni',
  hidden:
    'Nga ky grup ka më pak se 5 përgjigje për këtë pyetje, ose prej tyre do të dilte kush është përgjigjur, prandaj ato nuk shfaqen veçmas.',
  unknownGroup: 'Ky grup nuk ka mjaft përgjigje që të shfaqet veçmas. Më poshtë janë përgjigjet e të gjithëve.',
  ofArticle: (label: string) => `Për nenin ${label}`,
  ofGoneArticle: 'Për një nen që nuk është më në tekst',
  option: 'Përgjigjja',
  count: 'Sa',
  share: 'Pjesa',
  step: 'Shkalla',
  median: (value: string) => `Mesorja: ${value}`,
  place: 'Renditja mesatare',
  firsts: 'Herë e para',
  severalNote: 'Secili mund të zgjidhte disa, prandaj pjesët bashkë mund të kalojnë 100 %.',
  orderNote: 'Sa më i vogël numri, aq më e rëndësishme. Vija tregon sa herë u vu e para.',
  chart: (question: string) => `Grafiku: ${question}`,
  chartSays: (lines: string) => `Përgjigjet: ${lines}.`,
  readTexts: (n: number) => `Lexoni ${n === 1 ? 'përgjigjen' : `të ${n} përgjigjet`} me fjalë`,
  readOthers: (n: number) => `Lexoni çfarë u shkrua te «Tjetër» (${n})`,
  noAnswers: 'Ende asnjë përgjigje.',
  withdrawn: (date: string, reason: string) => `Pyetja u tërhoq më ${date} dhe nuk bëhet më. Arsyeja: ${reason}`,
  added: (date: string, reason: string) =>
    `Pyetja u shtua më ${date}, pasi konsultimi ishte publikuar. Arsyeja: ${reason}`,
  corrected: (date: string, before: string, reason: string) =>
    `Fjalët u korrigjuan më ${date}. Më parë: «${before}». Arsyeja: ${reason}`,
  data: 'Përgjigjet si të dhëna',
  json: 'JSON',
  register: 'Regjistri i përgjigjeve (CSV)',
  textsTitle: 'Përgjigjet me fjalë',
  older: 'Përgjigje më të vjetra',
  newest: 'Te përgjigjet më të reja',
  paging: 'Faqet e përgjigjeve',
  fromComment: (code: string, date: string) => `Komenti ${code}, ${date}`,
  back: 'Te pyetjet dhe përgjigjet',
  part: {
    title: 'Pyetjet e institucionit',
    words: (n: number) => (n === 1 ? 'Institucioni bën një pyetje.' : `Institucioni bën ${n} pyetje.`),
    seeResults: 'Shihni përgjigjet',
    seeCount: 'Shihni pyetjet dhe sa janë përgjigjur',
  },
}

/** In the office. */
const office = {
  title: 'Pyetjet',
  lead: 'Pyetjet dalin te formulari i komentit, pranë komentit të lirë. Kush komenton nuk është i detyruar të përgjigjet.',
  none: 'Ende asnjë pyetje. Shtoni të parën.',
  add: 'Shtoni një pyetje',
  addKind: 'Çfarë lloj pyetjeje?',
  choose: 'Vazhdoni',
  preview: 'Si e sheh qytetari',
  previewLead: 'Kështu dalin pyetjet te formulari i komentit. Nga kjo faqe nuk dërgohet asgjë.',
  edit: 'Ndryshoni',
  correct: 'Korrigjoni fjalët',
  ofQuestion: (n: number) => `pyetjen ${n}`,
  number: (n: number) => `Pyetja ${n}`,
  up: 'Më lart',
  down: 'Më poshtë',
  remove: 'Hiqni',
  removed: 'Pyetja u hoq.',
  withdraw: 'Tërhiqni pyetjen',
  withdrawHint:
    'Pyetja nuk bëhet më. Ajo mbetet te faqja e përgjigjeve me arsyen tuaj, bashkë me përgjigjet e deritanishme.',
  withdrawn: 'E tërhequr',
  kind: 'Lloji',
  kinds,
  kindHints,
  about: 'Për çfarë është pyetja?',
  whole: 'Për projektin në tërësi',
  article: (label: string, heading: string | null) => (heading ? `Neni ${label}: ${heading}` : `Neni ${label}`),
  label: 'Pyetja',
  labelHint: 'Një gjë në një pyetje, pa e drejtuar përgjigjen.',
  labelEn: 'Pyetja në anglisht (nëse dëshironi)',
  hint: 'Shpjegim nën pyetje (nëse dëshironi)',
  hintEn: 'Shpjegimi në anglisht (nëse dëshironi)',
  options: 'Alternativat',
  optionsHint: 'Një në çdo rresht, nga 2 deri në 20.',
  optionsFixed: 'Një në çdo rresht. Pas publikimit numri dhe radha e tyre nuk ndryshojnë.',
  optionsEn: 'Alternativat në anglisht (nëse dëshironi)',
  optionsEnHint: 'Një në çdo rresht, në të njëjtën radhë.',
  other: 'Shtoni «Tjetër» me vend për fjalë',
  least: 'Sa duhen zgjedhur të paktën',
  most: 'Sa mund të zgjidhen më së shumti (bosh: sa të duan)',
  scale: 'Deri ku shkon shkalla?',
  scaleTo: (to: number) => `Nga 1 deri në ${to}`,
  low: 'Fjalët te 1',
  lowEn: 'Fjalët te 1 në anglisht (nëse dëshironi)',
  high: 'Fjalët te skaji tjetër',
  highEn: 'Fjalët te skaji tjetër në anglisht (nëse dëshironi)',
  compulsory: 'E detyrueshme për atë që u përgjigjet pyetjeve',
  compulsoryHint: 'Kush dërgon vetëm një koment nuk pengohet: kushti vlen vetëm kur dikush u përgjigjet pyetjeve.',
  reason: 'Arsyeja',
  reasonHint: 'Konsultimi është publik, prandaj arsyeja lexohet nga të gjithë.',
  save: 'Ruani pyetjen',
  saved: 'Pyetja u ruajt.',
  added: 'Pyetja u shtua.',
  withdrawnDone: 'Pyetja u tërhoq.',
  resultsTitle: 'Kur shihen rezultatet?',
  resultsAfter: 'Pasi të mbyllet afati',
  resultsOpen: 'Edhe ndërsa vijnë përgjigje',
  resultsHint: 'Numri i përgjigjeve shihet gjithmonë.',
  resultsSave: 'Ruani',
  resultsSaved: 'U ruajt kur shihen rezultatet.',
  answersSoFar: answers,
  seeResults: 'Faqja publike e përgjigjeve',
  resultsPrivate: 'Rezultatet ende nuk janë publike.',
  closed: 'Afati ka mbaruar, prandaj pyetjet nuk ndryshohen më.',
  errors: {
    title: 'Pyetja nuk u ruajt ende',
    kind: 'Zgjidhni llojin e pyetjes',
    label: 'Pyetja duhet të ketë nga 5 deri në 300 shenja',
    labelEn: 'Pyetja në anglisht duhet të ketë deri në 300 shenja',
    hint: 'Shpjegimi duhet të ketë deri në 500 shenja',
    options: 'Shkruani nga 2 deri në 20 alternativa, secila deri në 200 shenja',
    optionsSame: 'Dy alternativa janë njësoj; lini vetëm njërën',
    optionsCount: (n: number) => `Duhen ${n} alternativa, sa janë publikuar, në të njëjtën radhë`,
    optionsEn: 'Shkruani po aq alternativa në anglisht sa në shqip, ose asnjë',
    least: 'Shkruani një numër nga 1 deri sa janë alternativat',
    most: 'Shkruani një numër jo më të vogël se i pari dhe jo më të madh se sa janë alternativat',
    scale: 'Zgjidhni deri ku shkon shkalla',
    end: 'Shkruani fjalët e skajit, deri në 80 shenja',
    endEn: 'Fjalët në anglisht duhet të kenë deri në 80 shenja',
    about: 'Zgjidhni një nen të tekstit ose projektin në tërësi',
    reason: 'Shkruani arsyen, nga 5 deri në 1000 shenja',
    tooMany: (n: number) => `Një konsultim mund të ketë deri në ${n} pyetje`,
    changedMeanwhile:
      'Dikush tjetër e ka ndryshuar pyetjen ndërkohë. Fjalët tuaja janë më poshtë; krahasojini dhe ruajini sërish',
    closed: 'Afati ka mbaruar, prandaj pyetjet nuk ndryshohen më',
    public: 'Konsultimi është publik, prandaj radha e pyetjeve nuk ndryshohet më',
    unchanged: 'Në pyetje nuk keni ndryshuar asgjë',
  },
  /** What the list of events of the consultation says. */
  told: {
    added: (label: string, reason: string) => `U shtua pyetja «${label}». ${reason}`,
    corrected: (label: string, reason: string) => `U korrigjuan fjalët e pyetjes «${label}». ${reason}`,
    withdrawn: (label: string, reason: string) => `U tërhoq pyetja «${label}». ${reason}`,
    results: (open: boolean): string =>
      open
        ? 'Rezultatet e pyetjeve shihen edhe para se të mbyllet afati.'
        : 'Rezultatet e pyetjeve shihen pasi të mbyllet afati.',
  },
}

export const sq = { answering, suggestion, shown, senderKind, results, office }

export type QuestionTexts = typeof sq
