import type { Decision, NotConsideredGround } from '../answers/answer-rules.ts'
import type { HandedWay, Score } from './telling-rules.ts'

const decisions: Record<Decision, string> = {
  accepted: 'pranuar',
  'partly-accepted': 'pranuar pjesërisht',
  rejected: 'nuk u pranua',
  'outside-scope': 'jashtë objektit të konsultimit',
  'not-considered': 'nuk u mor në shqyrtim',
}

const grounds: Record<NotConsideredGround, string> = {
  held: 'komenti mbahet i fshehur',
  late: 'komenti erdhi pas mbylljes së afatit',
  'taken-down': 'komenti u hoq nga faqet publike',
}

const letters = {
  oneSubject: (code: string) => `Përgjigjja për komentin tuaj ${code}`,
  manySubject: (count: number) => `Përgjigjet për ${count} komentet tuaja`,
  correctedSubject: (code: string) => `U korrigjua përgjigjja për komentin ${code}`,
  effectSubject: (code: string) => `Komenti juaj ${code} ndryshoi tekstin`,
  oneLead: (institution: string, title: string) =>
    `${institution} e shqyrtoi komentin tuaj për konsultimin «${title}» dhe e botoi përgjigjen.`,
  manyLead: (institution: string, title: string, count: number) =>
    `${institution} i shqyrtoi komentet tuaja për konsultimin «${title}» dhe i botoi përgjigjet. Më poshtë janë ${count} çështjet që ngritët, secila me përgjigjen e vet.`,
  correctedLead: (institution: string, title: string) =>
    `${institution} e korrigjoi përgjigjen për komentin tuaj në konsultimin «${title}». Përgjigjja e mëparshme mbetet e lexueshme.`,
  effectLead: (institution: string, title: string) =>
    `${institution} botoi një version të ri të tekstit në konsultimin «${title}». Komenti juaj e ndryshoi.`,
  point: (n: number | null, code: string, place: string) => `${n === null ? '' : `${n}. `}Komenti ${code}, ${place}:`,
  words: (words: string) => `«${words}»`,
  decision: (words: string) => `Vendimi: ${words}.`,
  reason: (words: string) => `Arsyetimi: ${words}`,
  correction: (day: string, words: string) => `Përgjigjja u korrigjua më ${day}. Arsyeja e korrigjimit: ${words}`,
  effect: (place: string, address: string) => `Komenti juaj e ndryshoi tekstin: ${place}\n${address}`,
  public: (address: string) => `Përgjigjja në faqen publike: ${address}`,
  rate: 'Sa e mori parasysh përgjigjja atë që thatë? Vlerësojeni një herë, pa hyrë në llogari:',
  complaint:
    'Nëse mendoni se konsultimi nuk u zhvillua siç kërkon ligji, keni të drejtë të ankoheni. Si dhe deri kur, lexoni këtu:',
  /** On paper. */
  dear: 'I nderuar, e nderuar,',
  to: (name: string) => `Për: ${name}`,
  protocol: (words: string) => `Në përgjigje të shkresës suaj ${words}`,
  about: (title: string, number: string) => `Konsultimi nr. ${number}: ${title}`,
  scan: 'Vlerësoni përgjigjen',
  file: 'letra-pergjigjesh',
  documentTitle: 'Letra me përgjigje për komentet',
}

const scores: Record<Score, string> = {
  1: '1: aspak',
  2: '2: pak',
  3: '3: deri diku',
  4: '4: mirë',
  5: '5: plotësisht',
}

const rating = {
  title: 'Vlerësoni përgjigjen',
  manyTitle: 'Vlerësoni përgjigjet',
  manyLead: (count: number) =>
    `Në letrën tuaj kishte përgjigje për ${count} çështje. Secilën mund ta vlerësoni një herë.`,
  yourWords: 'Ju thatë',
  gone: 'Fjalët nuk ruhen më.',
  answer: 'Përgjigjja e institucionit',
  decision: 'Vendimi',
  reason: 'Arsyetimi',
  correction: 'Arsyeja e korrigjimit',
  publicAnswer: 'Shiheni përgjigjen në faqen publike',
  question: 'Sa e mori parasysh përgjigjja atë që thatë?',
  hint: 'Vlerësoni si u përgjigj institucioni, jo nëse ju dha të drejtë.',
  scores,
  words: 'Doni të shtoni diçka? (jo e detyrueshme)',
  wordsHint:
    'Këto fjalë i lexon vetëm institucioni; nuk botohen dhe fshihen pas dy vjetësh. Mos shkruani të dhëna personale.',
  submit: 'Dërgoni vlerësimin',
  once: 'Vlerësimi jepet një herë dhe nuk ndryshohet më.',
  given: (score: string, day: string) => `Ju e vlerësuat këtë përgjigje më ${day}: ${score}.`,
  givenWords: 'Fjalët tuaja',
  done: 'Faleminderit. Vlerësimi u ruajt.',
  before: 'Këtë përgjigje e kishit vlerësuar më parë; vlerësimi i parë mbetet.',
  notYet: 'Vlerësojeni',
  rated: 'E vlerësuar',
  notRated: 'Pa vlerësim',
  point: 'Komenti',
  state: 'Vlerësimi',
  backToAll: 'Të gjitha përgjigjet e letrës',
  nothing: 'Kjo letër nuk ka më përgjigje që vlerësohen.',
  errors: {
    score: 'Zgjidhni një vlerësim nga 1 deri në 5',
    words: 'Fjalët mund të kenë deri në 1000 shenja',
    tooMany: 'Shumë përpjekje njëra pas tjetrës. Provoni pas disa minutash',
  },
  errorTitle: 'Nuk u ruajt ende',
  satisfaction: 'Si vlerësohen përgjigjet e institucioneve',
}

const satisfaction = {
  title: 'Kënaqësia me përgjigjet',
  lead: 'Kush merr përgjigje për komentin e vet, mund ta vlerësojë një herë, nga 1 deri në 5. Këtu shihet sa janë të kënaqur, për çdo institucion dhe vit.',
  target: (share: number) => `Objektivi është të paktën ${share} % të kënaqur.`,
  year: 'Viti',
  anyYear: 'Të gjitha vitet',
  filter: 'Ngushtoni listën',
  show: 'Shfaqni',
  clear: 'Hiqni kufizimet',
  columns: {
    institution: 'Institucioni',
    year: 'Viti',
    told: 'Përgjigje të dërguara',
    ratings: 'Vlerësime',
    satisfied: 'Të kënaqur',
    share: 'Pjesa e të kënaqurve',
    target: 'Objektivi',
  },
  caption: 'Kënaqësia me përgjigjet, sipas institucionit dhe vitit',
  reached: 'u arrit',
  missed: 'nuk u arrit',
  tooFew: 'nuk shfaqet',
  percent: (share: string) => `${share} %`,
  empty: 'Ende nuk ka përgjigje të dërguara ose vlerësime.',
  howTitle: 'Si llogaritet',
  how: (fewest: number, from: number) => [
    'Përgjigje të dërguara: sa herë një autor u njoftua me e-postë ose me letër të dorëzuar për përgjigjen e komentit të vet. Kush ka disa komente, numërohet për secilin; një korrigjim nuk numërohet përsëri. Viti është ai i njoftimit.',
    `Pjesa e të kënaqurve: vlerësimet ${from} dhe 5, pjesëtuar me të gjitha vlerësimet e vitit, herë 100.`,
    `Kur ka më pak se ${fewest} vlerësime, pjesa dhe numri i të kënaqurve nuk shfaqen: aq pak vlerësime tregojnë për njerëz, jo për përgjigjet.`,
    'Fjalët që dikush shton i lexon vetëm institucioni.',
  ],
  data: 'Merrni të dhënat: CSV, JSON, XLSX',
}

const papers = {
  title: 'Letra me përgjigje',
  nav: 'Letrat',
  titleOf: (title: string) => `Letra me përgjigje: ${title}`,
  lead: 'Kush nuk ka e-postë, e merr përgjigjen me letër. Shtypini letrat dhe shënoni ditën dhe mënyrën e dorëzimit.',
  states: { 'to-print': 'Për t’u shtypur', 'to-hand': 'Të shtypura, për t’u dorëzuar', handed: 'Të dorëzuara' },
  state: 'Gjendja',
  anyState: 'Çdo gjendje',
  filter: 'Ngushtoni listën',
  show: 'Shfaqni',
  clear: 'Hiqni kufizimet',
  empty: 'Nuk ka letra për t’u shtypur: kush u përgjigj deri tani, u njoftua me e-postë.',
  emptyNarrowed: 'Asnjë letër në këtë gjendje.',
  caption: 'Letrat',
  columns: {
    choose: 'Zgjidhni',
    to: 'Për',
    delivery: 'Dërgesa',
    points: 'Çështje',
    written: 'Gati më',
    state: 'Gjendja',
  },
  choose: (name: string) => `Letra për ${name}`,
  nameless: 'dërguesi pa emër',
  protocol: (words: string) => `nr. prot. ${words}`,
  made: (day: string) => `e shtypur më ${day}`,
  handed: (way: string, day: string) => `${way}, ${day}`,
  ways: {
    post: 'me postë',
    counter: 'në sportel',
    messenger: 'me postier të institucionit',
    'not-reached': 'nuk u gjet',
  } satisfies Record<HandedWay, string>,
  printTitle: 'Shtypja',
  printWords: (most: number) =>
    `Një PDF me letrat e zgjedhura; pa zgjedhje, me ato që ende nuk janë shtypur, deri në ${most} njëherësh. Letrat shënohen si të shtypura.`,
  print: 'Bëni PDF-në',
  handTitle: 'Dorëzimi',
  handWords: 'Për letrat e zgjedhura që janë shtypur.',
  way: 'Mënyra',
  on: 'Dita e dorëzimit',
  hand: 'Shënoni dorëzimin',
  done: 'Dorëzimi u shënua.',
  noPdf: 'Kjo pajisje nuk mund të bëjë PDF. Letrat bëhen aty ku programi punon në Linux x64.',
  nothing: 'Nuk ka letra për t’u shtypur.',
  paging: 'Faqet e letrave',
  older: 'Më të vjetrat',
  newest: 'Te më të rejat',
  errorTitle: 'Nuk u ruajt ende',
  errors: {
    none: 'Zgjidhni të paktën një letër',
    way: 'Zgjidhni mënyrën e dorëzimit',
    on: 'Shkruani një ditë të vërtetë, jo më vonë se sot',
    notMade: 'Asnjë nga letrat e zgjedhura nuk pret dorëzim: shtypini më parë ose shihni gjendjen',
  },
  ratings: 'Vlerësimet e përgjigjeve',
}

const ratings = {
  title: 'Vlerësimet e përgjigjeve',
  titleOf: (title: string) => `Vlerësimet e përgjigjeve: ${title}`,
  lead: 'Fjalët i lexon vetëm institucioni; fshihen pas dy vjetësh. Publike janë vetëm shumat.',
  summary: (told: string, count: string) => `Përgjigje të dërguara: ${told}. Vlerësime: ${count}.`,
  share: (share: string, target: number) => `Të kënaqur: ${share} % (objektivi ${target} %).`,
  noShare: (fewest: number) => `Pjesa e të kënaqurve shfaqet nga ${fewest} vlerësime e tutje.`,
  empty: 'Ende asnjë vlerësim.',
  caption: 'Vlerësimet',
  columns: { answer: 'Përgjigjja', comment: 'Komenti', score: 'Vlerësimi', words: 'Fjalët', at: 'Dhënë më' },
  noWords: 'pa fjalë',
  paging: 'Faqet e vlerësimeve',
}

const story = {
  answered: 'Institucioni u përgjigj',
  corrected: 'Institucioni e korrigjoi përgjigjen',
  decision: (words: string) => `Vendimi: ${words}`,
  decidedBy: (role: string) => `Vendosi: ${role}`,
  correction: (words: string) => `Arsyeja e korrigjimit: ${words}`,
  readAnswer: 'Lexoni përgjigjen',
  entry: (n: string) => `Hyrja e ditarit ${n}`,
  grouped: 'U bashkua me komente të ngjashme',
  moved: (n: number) => `U vendos në versionin ${n} të tekstit`,
  changed: (n: number) => `Komenti juaj e ndryshoi tekstin, versioni ${n}`,
  told: {
    mail: 'Ju njoftuam me e-postë',
    print: 'U përgatit letra për ju',
    page: 'Përgjigjja u botua në faqen e saj',
  },
  handed: (way: string) => `Letra u dorëzua ${way}`,
  notReached: 'Letra u kthye: adresa nuk u gjet',
  rated: (score: string) => `E vlerësuat përgjigjen me ${score}`,
  waiting: 'Komenti juaj pret përgjigje.',
  answerTitle: 'Përgjigjja për komentin tuaj',
  rate: 'Vlerësoni përgjigjen',
  complaint: 'E drejta për t’u ankuar',
  state: 'I përgjigjur',
  answeredState: (decision: string) => `Përgjigja: ${decision}`,
  receiptTitle: 'Çfarë ndodhi me komentin',
  receiptFrom:
    'Kjo pjesë vjen nga regjistri i platformës në çastin kur u bë ky dokument. Shuma e kontrollit e vërtetimit nuk e mbulon; çdo përgjigje ka hyrjen e vet në ditar.',
}

const retention = {
  what: 'Fjalët që shtoni kur vlerësoni një përgjigje',
  howLong: 'fshihen 24 muaj pasi u dhanë; pikët mbeten pa emër',
  basis: 'Vendim i këtij sistemi: duhen për të përmirësuar përgjigjet, jo më gjatë.',
}

const changeKinds = {
  rated: 'Autori e vlerësoi përgjigjen',
  'answer-letters-made': 'U shtypën letra me përgjigje',
  'answer-letters-handed': 'U dorëzuan letra me përgjigje',
}
const changeFields = { letters: 'letra' }

export const sq = {
  decisions,
  grounds,
  letters,
  rating,
  satisfaction,
  papers,
  ratings,
  story,
  retention,
  changeKinds: changeKinds as Record<string, string>,
  changeFields: changeFields as Record<string, string>,
}
export type TellingTexts = typeof sq
