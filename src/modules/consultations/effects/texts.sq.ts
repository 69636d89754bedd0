/** The line from a comment to the words of the article that changed. */

const kinds = {
  preamble: 'Preambula',
  part: 'Pjesa',
  title: 'Titulli',
  chapter: 'Kreu',
  section: 'Seksioni',
  article: 'Neni',
  point: 'Pika',
  letter: 'Shkronja',
  paragraph: 'Paragrafi',
  table: 'Tabela',
  annex: 'Shtojca',
  signature: 'Nënshkrimi',
}

/** What became of a place. */
const changes = {
  new: 'shtuar',
  reworded: 'riformuluar',
  split: 'ndarë',
  merged: 'bashkuar',
  moved: 'zhvendosur',
  gone: 'hequr',
}

const decisions = { accepted: 'Pranuar', 'partly-accepted': 'Pranuar pjesërisht' }

const why = {
  wording: 'formulimi i propozuar gjendet në tekstin e ri',
  passage: 'fjalët për të cilat flet komenti u ndryshuan',
  article: 'komenti flet për këtë nen',
}

const count = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`)

const office = {
  title: 'Çfarë ndryshoi për shkak të komenteve',
  tab: 'Ndikimi i komenteve',
  lead: 'Lidhni çdo vend të ndryshuar të tekstit me përgjigjet që pranuan komente. Lidhjet me një projekt nuk i sheh askush; me publikimin e versionit bëhen publike dhe autorët njoftohen.',
  oneVersion: 'Ky tekst ka vetëm një version, prandaj nuk ka ende ndryshime për t’u lidhur.',
  versions: 'Versionet e tekstit',
  versionOf: (n: number, draft: boolean) => (draft ? `Versioni ${n} (projekt)` : `Versioni ${n}`),
  summary: (n: number, unexplained: number) =>
    `${count(n, 'vend i ndryshuar', 'vende të ndryshuara')}; ${n === 0 ? 'asgjë për t’u lidhur' : unexplained === 0 ? 'të gjitha janë të lidhura me komente' : `${unexplained} pa koment`}.`,
  onlyOpen: 'Vetëm vendet pa koment',
  all: 'Të gjitha vendet',
  columns: { place: 'Vendi', words: 'Para dhe pas', links: 'Të lidhura', proposals: 'Propozime' },
  noComment: 'pa koment',
  noProposal: 'Asnjë propozim',
  none: 'Ky version nuk ndryshon asgjë.',
  noneOpen: 'Asnjë vend nuk mbetet pa koment.',
  proposal: (answer: string, comment: string) => `Përgjigjja ${answer}, për komentin ${comment}`,
  whyProposed: (words: string) => `Sepse ${words}.`,
  why,
  submit: 'Lidhni të zgjedhurat',
  linkedLine: (comments: number) => count(comments, 'koment', 'komente'),
  notAcceptedNow: 'vendimi u ndryshua: nuk shihet nga publiku',
  unlink: 'Hiqni lidhjen',
  unlinkOf: (code: string, place: string) => `me përgjigjen ${code}, ${place}`,
  searchTitle: 'Lidhni sipas kodit',
  searchHint: 'Kodi i përgjigjes ose i komentit, për shembull 7K3M-Q9TB.',
  code: 'Kodi',
  search: 'Kërkoni',
  notFound: 'Nuk u gjet asnjë përgjigje me këtë kod në këtë konsultim.',
  notLinkable: 'Kjo përgjigje nuk e pranon komentin, prandaj nuk lidhet me tekstin.',
  place: 'Vendi i ndryshuar',
  choosePlace: 'Zgjidhni vendin',
  link: 'Lidhni',
  withoutTitle: 'Të pranuara, ende pa ndikim në tekst',
  withoutLead: (n: number) =>
    n === 1
      ? '1 përgjigje pranon komente, por nuk ka ndryshuar ende asgjë.'
      : `${n} përgjigje pranojnë komente, por nuk kanë ndryshuar ende asgjë.`,
  withoutNone: 'Çdo përgjigje që pranon komente është e lidhur me tekstin.',
  withoutColumns: { answer: 'Përgjigjja', decision: 'Vendimi', comments: 'Komentet' },
  notPublicYet: 'ende e papublikuar',
  next: 'Vendet në vijim',
  first: 'Nga fillimi',
  paging: 'Faqet e vendeve të ndryshuara',
  linked: (n: number) => (n === 0 ? 'Këto lidhje ishin bërë më parë.' : `U lidhën ${count(n, 'vend', 'vende')}.`),
  linkedWords: 'Lidhjet u ruajtën.',
  unlinked: 'Lidhja u zgjidh.',
  refusals: {
    'nothing-chosen': 'Zgjidhni të paktën një propozim, ose vendin e një përgjigjeje.',
    'not-changed': 'Një nga vendet nuk është më i ndryshuar në këtë version. Shihni tabelën sërish.',
    'not-accepted':
      'Një nga përgjigjet nuk e pranon komentin. Lidhen vetëm përgjigjet që pranojnë, plotësisht ose pjesërisht.',
    'no-reason': 'Shkruani pse zgjidhet lidhja, me të paktën 5 shenja.',
  },
  unlinkTitle: 'Heqja e lidhjes me tekstin',
  unlinkLead: (code: string, place: string, n: number) =>
    `Përgjigjja ${code} nuk do të lidhet më me ${place}, versioni ${n}.`,
  unlinkPublic: 'Këtë lidhje e sheh publiku. Arsyeja mbetet në historik, dhe ditari merr një hyrje të re.',
  reason: 'Arsyeja',
  confirmUnlink: 'Hiqni lidhjen',
  warnUnexplained: (n: number) =>
    n === 1
      ? '1 vend i ndryshuar nuk është i lidhur me asnjë koment.'
      : `${n} vende të ndryshuara nuk janë të lidhura me asnjë koment.`,
  warnWithout: (n: number) =>
    n === 1
      ? '1 përgjigje që pranon komente nuk ka ndryshuar ende asgjë në tekst.'
      : `${n} përgjigje që pranojnë komente nuk kanë ndryshuar ende asgjë në tekst.`,
  look: 'Shihni ndikimin e komenteve',
}

const page = {
  title: 'Çfarë ndryshoi për shkak të komenteve',
  titleOf: (title: string) => `Çfarë ndryshoi për shkak të komenteve: ${title}`,
  lead: 'Çdo vend i tekstit që ndryshoi nga një version te tjetri, me komentet për shkak të të cilave ndryshoi dhe përgjigjet e institucionit.',
  oneVersion: 'Ky tekst ka vetëm një version: asgjë nuk ka ndryshuar ende.',
  noText: 'Ky konsultim nuk ka tekst.',
  versions: 'Versionet',
  versionOn: (n: number, day: string) => `Versioni ${n}, publikuar më ${day}`,
  versionName: (n: number) => `Versioni ${n}`,
  counts: (places: number, explained: number) =>
    `${count(places, 'vend i ndryshuar', 'vende të ndryshuara')}, ${explained} prej tyre për shkak të komenteve.`,
  comparison: 'Krahasoni tërë tekstin',
  before: 'Para',
  after: 'Pas',
  whatChanged: 'Fjalët',
  unexplained: 'Ky ndryshim nuk u lidh me asnjë koment.',
  readArticle: 'Lexojeni në nenin e tij',
  withoutTitle: 'Komente të pranuara pa ndryshim të dukshëm në tekst',
  withoutLead: 'Institucioni i pranoi këto komente, por asnjë vend i tekstit nuk u lidh me to.',
  withoutMore: (n: number) => `dhe ${count(n, 'përgjigje tjetër', 'përgjigje të tjera')}`,
  withoutNone: 'Çdo koment i pranuar është i lidhur me një ndryshim të tekstit.',
  next: 'Ndryshimet në vijim',
  first: 'Nga fillimi',
  paging: 'Faqet e ndryshimeve',
  data: 'Kjo faqe si të dhëna (JSON)',
  noChange: 'Me këtë version nuk ndryshoi asgjë.',
}

export const sq = {
  office,
  page,
  kinds,
  changes,
  decisions,
  version: (n: number) => `versioni ${n}`,
  /** Beside an answer or a comment. */
  changed: 'Çfarë ndryshoi në tekst',
  changedPlace: (words: string, change: string, n: number) => `${words} (${change}, versioni ${n})`,
  becauseOfComments: 'Për shkak të cilave komente',
  answer: (code: string) => `Përgjigjja ${code}`,
  comment: (code: string) => `Komenti ${code}`,
  moreComments: (n: number) => (n === 1 ? 'dhe 1 koment tjetër' : `dhe ${n} komente të tjera`),
  proposes: 'Propozoi',
  reason: 'Përgjigjja e institucionit',
  unreadable: 'Fjalët e këtij komenti nuk janë publike.',
  reasonTakenDown: 'Arsyetimi është hequr nga publiku.',
}

export const changeKinds = {
  'effect-linked': 'Lidhi përgjigjen me një ndryshim të tekstit',
  'effect-unlinked': 'Zgjidhi lidhjen e përgjigjes me tekstin',
  'effect-dropped': 'Lidhja ra: vendi nuk ndryshoi në versionin e publikuar',
}
export const changeFields = { changedPlace: 'Vendi i ndryshuar' }

export type EffectTexts = typeof sq
