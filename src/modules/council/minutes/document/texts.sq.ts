import { formatNumber } from '#platform/i18n/formats.ts'

const count = (n: number, one: string, many: string): string => `${formatNumber(n)} ${n === 1 ? one : many}`

/** The sentences of minutes. Words of each country stand in `country`. */
/** Somebody's words at the end of a sentence: with one full stop. */
const stopped = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`)
/** A bare number is the number of an article. */
const inArticle = (words: string): string => (/^\d+$/.test(words) ? `neni ${words}` : words)

export const documentSq = {
  form: 'Procesverbal',
  kept: 'Procesverbali ruhet në adresën',
  paperPage: 'Faqja',
  country: {
    AL: { the: 'Mbledhja', of: 'e mbledhjes', one: 'mbledhje' },
    XK: { the: 'Seanca', of: 'e seancës', one: 'seancë' },
  },
  title: (meeting: string, body: string, day: string) => `${meeting}, ${body}, ${day}`,
  meetingName: (meeting: string, kind: string, number: string | null) =>
    `${meeting} ${kind}${number === null ? '' : ` nr. ${number}`}`,
  kinds: {
    ordinary: 'e zakonshme',
    extraordinary: 'e jashtëzakonshme',
    urgent: 'urgjente',
    constitutive: 'konstituive',
  },
  version: (n: number, day: string) => `Varianti ${n}, ${day}`,
  draft: 'Projekt',
  reason: (words: string) => `Arsyeja e korrigjimit: ${words}`,
  notPublicLabel: 'Jo publike',
  notPublic: 'Ky dokument përmban atë që u tha me dyer të mbyllura. Vetëm për zyrën.',
  proposedLabel: 'Ende i pamiratuar',
  proposed: 'Këshilli nuk e ka miratuar ende këtë procesverbal.',
  approvedIn: (day: string, where: string | null) => `U miratua më ${day}${where === null ? '' : `, ${where}`}.`,
  approvedVote: (yes: number, no: number, abstain: number) =>
    `me ${yes} vota pro, ${no} kundër, ${abstain} ${abstain === 1 ? 'abstenim' : 'abstenime'}`,
  facts: {
    body: 'Organi',
    day: 'Data',
    place: 'Vendi',
    opened: 'U hap',
    closed: 'U mbyll',
    chair: 'Drejtoi',
    present: 'Të pranishëm në hapje',
    quorum: 'Kuorumi',
  },
  quorum: (needed: number, members: number) => `${formatNumber(needed)} nga ${count(members, 'anëtar', 'anëtarë')}`,
  presentOf: (present: number, members: number) =>
    `${formatNumber(present)} nga ${count(members, 'anëtar', 'anëtarë')}`,
  openingTitle: 'Hapja dhe prania',
  opened: (the: string, moment: string) => `${the} u hap më ${moment}.`,
  closed: (the: string, moment: string) => `${the} u mbyll më ${moment}.`,
  notClosed: (the: string) => `${the} nuk është mbyllur ende.`,
  chaired: (name: string) => `E drejtoi ${name}.`,
  chairTaken: (name: string, moment: string) => `Drejtimin e mori ${name}, ${moment}.`,
  there: (n: number) => (n === 1 ? 'Ishte i pranishëm 1 anëtar.' : `Ishin të pranishëm ${formatNumber(n)} anëtarë.`),
  excused: (names: string) => `Munguan me arsye: ${names}.`,
  absent: (names: string) => `Munguan: ${names}.`,
  remote: (names: string) => `Morën pjesë nga larg: ${names}.`,
  breakFromTo: (from: string, to: string | null) => `Pushim nga ${from}${to === null ? '' : ` deri ${to}`}.`,
  because: (words: string) => `Arsyeja: ${stopped(words)}`,
  moves: 'Ardhjet dhe largimet',
  came: (name: string, moment: string) => `${name} erdhi, ${moment}.`,
  left: (name: string, moment: string) => `${name} u largua, ${moment}.`,
  doors: (from: string, to: string | null, askedBy: string, reason: string) =>
    `Dyert u mbyllën nga ${from}${to === null ? '' : ` deri ${to}`}. E kërkoi: ${askedBy}. Arsyeja: ${stopped(reason)}`,
  wholeClosed: (askedBy: string | null, reason: string | null) =>
    `U zhvillua me dyer të mbyllura.${askedBy === null ? '' : ` E kërkoi: ${askedBy}.`}${reason === null ? '' : ` Arsyeja: ${stopped(reason)}`}`,
  item: (n: number, title: string) => `Pika ${n}. ${title}`,
  closedItem: 'Pikë me dyer të mbyllura',
  itemClosed: (askedBy: string | null, reason: string | null) =>
    `Kjo pikë u shqyrtua me dyer të mbyllura.${askedBy === null ? '' : ` E kërkoi: ${askedBy}.`}${reason === null ? '' : ` Arsyeja: ${stopped(reason)}`}`,
  partlyClosed: 'Një pjesë e kësaj pike u zhvillua me dyer të mbyllura dhe nuk tregohet këtu.',
  onTheDay: 'U shtua në rendin e ditës gjatë mbledhjes.',
  fromTo: (from: string, to: string | null, present: number | null) =>
    `Filloi ${from}${to === null ? '' : ` dhe përfundoi ${to}`}${present === null ? '' : `, me ${count(present, 'anëtar të pranishëm', 'anëtarë të pranishëm')}`}.`,
  rapporteur: (name: string) => `Relatoi: ${name}.`,
  spoke: (names: string) => `Folën, me këtë radhë: ${names}.`,
  conflict: (name: string, ground: string | null) =>
    `${name} deklaroi konflikt interesi dhe nuk votoi për këtë pikë.${ground === null ? '' : ` Arsyeja: ${stopped(ground)}`}`,
  motions: {
    amendment: (mover: string | null, article: string | null, words: string) =>
      `${mover ?? 'U'} ${mover === null ? 'propozua' : 'propozoi'} këtë ndryshim${article === null ? '' : ` (${inArticle(article)})`}: «${words}»`,
    procedural: (mover: string | null, _article: string | null, words: string) =>
      `${mover ?? 'U'} ${mover === null ? 'propozua' : 'propozoi'} për procedurën: «${words}»`,
    main: (mover: string | null, _article: string | null, words: string) =>
      `${mover ?? 'U'} ${mover === null ? 'propozua' : 'propozoi'}: «${words}»`,
  },
  motionStates: {
    moved: 'Nuk u votua.',
    withdrawn: 'U tërhoq.',
    adopted: 'U miratua.',
    rejected: 'Nuk u miratua.',
  },
  vote: (n: number) => `Votimi ${n}`,
  voted: (question: string, method: string) => `U votua ${method}: ${question}`,
  votedClosed: (stage: string, method: string) => `U votua ${method}, me dyer të mbyllura: ${stage}.`,
  votedClosing: (method: string) => `U votua ${method} mbyllja e dyerve.`,
  methods: { 'by-name': 'me emër', 'by-hands': 'me ngritje dore', secret: 'fshehtas' },
  stages: {
    agenda: 'rendi i ditës',
    minutes: 'procesverbali',
    'in-principle': 'në parim',
    article: 'nen për nen',
    amendment: 'ndryshim',
    'as-a-whole': 'në tërësi',
    procedural: 'procedurë',
    'closing-doors': 'mbyllja e dyerve',
    election: 'zgjedhje',
    other: 'tjetër',
  },
  counts: (v: { present: number; entitled: number; yes: number; no: number; abstain: number; none: number }) =>
    `Të pranishëm ${v.present}, me të drejtë vote ${v.entitled}: ${v.yes} pro, ${v.no} kundër, ${v.abstain} ${v.abstain === 1 ? 'abstenim' : 'abstenime'}${v.none === 0 ? '' : v.none === 1 ? ', 1 nuk votoi' : `, ${v.none} nuk votuan`}.`,
  needed: (n: number, majority: string, basis: string | null) =>
    `Duheshin ${count(n, 'votë pro', 'vota pro')} (${majority}${basis === null ? '' : `; ${basis}`}).`,
  majority: (strict: boolean, fraction: string, of: string) =>
    `${strict ? 'më shumë se' : 'të paktën'} ${fraction} e ${of}`,
  majorityOf: { 'all-members': 'të gjithë anëtarëve', present: 'të pranishmëve', voting: 'votave pro e kundër' },
  results: { adopted: 'U miratua.', rejected: 'Nuk u miratua.', tied: 'Votat u barazuan; nuk u miratua.' },
  byName: (choice: string, names: string) => `${choice}: ${names}.`,
  choices: { for: 'Pro', against: 'Kundër', abstain: 'Abstenuan', 'not-voting': 'Nuk votuan' },
  states: {
    planned: 'Nuk u shqyrtua.',
    open: 'Nuk u mbyll.',
    done: '',
    withdrawn: 'Pika u tërhoq.',
    postponed: 'Pika u shty.',
    'sent-back': 'Pika u kthye.',
  },
  sentBackTo: (body: string) => `Pika u kthye te: ${body}.`,
  result: (words: string) => `Vendimi: ${words}`,
  besides: 'Jashtë pikave të rendit të ditës',
  endingTitle: 'Mbyllja',
  late: (number: number, from: string, to: string, entered: string) =>
    number === 1
      ? `1 shënim u hodh më pas: ndodhi më ${from}, u hodh më ${entered}.`
      : `${formatNumber(number)} shënime u hodhën më pas: ndodhën nga ${from} deri ${to}, u hodhën më ${entered}.`,
  signatures: 'Nënshkrimet',
  attendance: 'Shtojca 1. Lista e pranisë',
  attendanceHead: ['Emri', 'Prania', 'Nga – deri'],
  presence: { present: 'i pranishëm', remote: 'nga larg', excused: 'mungoi me arsye', absent: 'mungoi' },
  voteSheets: 'Shtojca 2. Votimet',
  voteHead: ['Nr.', 'Çështja', 'Pro', 'Kundër', 'Abstenim', 'Nuk votuan', 'Rezultati'],
  ballotHead: ['Emri', 'Votimi'],
  ballotSheet: (n: number) => `Votimi ${n}, me emër`,
  closedVote: 'me dyer të mbyllura',
  none: '–',
  extract: 'Ekstrakt nga procesverbali',
  copy: 'Kopje e njësuar e procesverbalit',
  copyLead: (number: string, day: string) => `Nr. ${number}, ${day}`,
  code: (code: string, url: string) => `Kodi i kontrollit: ${code}. Kontrollohet te ${url}`,
  certified: (version: number) => `Është njësoj me variantin ${version} të procesverbalit të miratuar.`,
  cancelled: (reason: string) => `E anuluar: ${reason}`,
}

export type DocumentTexts = typeof documentSq
