/** A day in the forms a sentence needs: its weekday, and its date already written out. */
export type DayWords = { weekday: number; date: string }

/** Monday first. */
const DAYS = ['hënë', 'martë', 'mërkurë', 'enjte', 'premte', 'shtunë', 'diel'] as const
const DEFINITE = ['hënën', 'martën', 'mërkurën', 'enjten', 'premten', 'shtunën', 'dielën'] as const
const GENITIVE = ['hënës', 'martës', 'mërkurës', 'enjtes', 'premtes', 'shtunës', 'dielës'] as const

const named = (particle: string, names: readonly string[], weekday: number) => `${particle} ${names[weekday - 1] ?? ''}`

const SUBJECT = ['hëna', 'marta', 'mërkura', 'enjtja', 'premtja', 'shtuna', 'diela'] as const

/** `e enjte, 10 dhjetor 2026` */
const day = ({ weekday, date }: DayWords) => `${named('e', DAYS, weekday)}, ${date}`
/** `të enjten, 10 dhjetor 2026`: when something happens. */
const onDay = ({ weekday, date }: DayWords) => `${named('të', DEFINITE, weekday)}, ${date}`
/** `së shtunës, 28 nëntor`: in place of what. */
const ofDay = ({ weekday, date }: DayWords) => `${named('së', GENITIVE, weekday)}, ${date}`
/** `e enjtja, 10 dhjetor 2026`: what ends. */
const theDay = ({ weekday, date }: DayWords) => `${named('e', SUBJECT, weekday)}, ${date}`
/** `ditës së enjte, 10 dhjetor 2026` */
const ofTheDay = ({ weekday, date }: DayWords) => `ditës ${named('së', DAYS, weekday)}, ${date}`

const UNITS = { d: 'ditë', wd: 'ditë pune', h: 'orë', mo: 'muaj' } as const
type Unit = keyof typeof UNITS

const amount = (n: number, unit: Unit) => `${n} ${UNITS[unit]}`
const OF_UNITS = {
  d: ['dite', 'ditësh'],
  wd: ['dite pune', 'ditësh pune'],
  h: ['ore', 'orësh'],
  mo: ['muaji', 'muajsh'],
} as const
/** `20 ditësh pune`: a term of what. */
const amountOf = (n: number, unit: Unit) => `${n} ${OF_UNITS[unit][n === 1 ? 0 : 1]}`
/** The identifier of Kosovo’s zone names the capital of another country. */
const ZONES: Record<string, string> = { 'Europe/Tirane': 'ora e Tiranës', 'Europe/Belgrade': 'ora e Prishtinës' }
const are = (n: number) => (n === 1 ? 'Numërohet' : 'Numërohen')
/** `e katërt` and what ends with it has a `t` alone. */
const nth = (n: number) => (n === 1 ? 'e parë' : n % 10 === 4 && n % 100 !== 14 ? `e ${n}-t` : `e ${n}-të`)
const and = (words: readonly string[]) =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} dhe ${words.at(-1) ?? ''}`

/** Every sentence with which a date explains itself. */
export const sq = {
  day,
  and,
  amount,
  weekdays: (from: number, to: number) =>
    from === to ? named('e', DAYS, from) : `${named('e', DAYS, from)} – ${named('e', DAYS, to)}`,

  why: {
    weekend: 'fundjavë',
    weekendOf: (holidays: string) => `fundjavë (${holidays})`,
    holiday: 'festë zyrtare',
    substitute: (forDay: DayWords) => `në vend të ${ofDay(forDay)}`,
    estimated: 'datë e parashikuar',
    closure: 'mbyllje e institucionit',
    pause: 'afati ishte i pezulluar',
  },

  rule: (id: string, clock: string, lawName: string) => `Rregulli ${id}: ${clock}. Baza ligjore: ${lawName}.`,
  ownTerm: (id: string, lawName: string, n: number, unit: Unit) =>
    `Rregulli ${id}: burimet nuk japin numër të verifikuar. Baza ligjore: ${lawName}. Afatin prej ${amountOf(n, unit)} e ka caktuar vetë institucioni.`,
  ownBasis: (basis: string) => `Baza e afatit të institucionit: ${basis}.`,
  plainTerm: (words: string) => `Afati: ${words}.`,
  event: (start: string, on: DayWords) => `Ngjarja nga e cila numërohet: ${start}, ${onDay(on)}.`,
  eventPlain: (on: DayWords) => `Ngjarja nga e cila numërohet ndodhi ${onDay(on)}.`,
  backFrom: (start: string, on: DayWords) => `Numërohet mbrapsht nga dita e ngjarjes: ${start}, ${onDay(on)}.`,
  backFromPlain: (on: DayWords) => `Numërohet mbrapsht nga dita e ngjarjes, ${onDay(on)}.`,

  firstOut: (law: string | null, first: DayWords) =>
    `Dita e ngjarjes nuk numërohet${law ? ` (${law})` : ''}: dita e parë që numërohet është ${day(first)}.`,
  firstIn: (first: DayWords) => `Numërohet edhe dita e ngjarjes: dita e parë është ${day(first)}.`,

  countWorking: (n: number) => `${are(n)} ${amount(n, 'wd')}: ditët nga e hëna deri të premten, pa festat zyrtare.`,
  countCalendar: (n: number, law: string | null) =>
    n === 1
      ? `Numërohet 1 ditë kalendarike, edhe kur bie në fundjavë a në festë${law ? ` (${law})` : ''}.`
      : `Numërohen ${n} ditë kalendarike me radhë, edhe fundjavat dhe festat${law ? ` (${law})` : ''}.`,
  countMonths: (n: number, law: string | null) =>
    `${are(n)} ${amount(n, 'mo')}: afati mbaron në ditën me të njëjtin numër si dita e ngjarjes${law ? ` (${law})` : ''}.`,
  countMonthsBack: (n: number, law: string | null) =>
    `${are(n)} ${amount(n, 'mo')} mbrapsht: arrihet dita me të njëjtin numër si dita e ngjarjes${law ? ` (${law})` : ''}.`,
  noSuchDay: (number: number, last: string) =>
    `Ai muaj nuk e ka ditën ${number}, prandaj merret dita e tij e fundit, ${last}.`,
  window: (opens: DayWords, from: number, to: number) =>
    `Veprimi mund të bëhet nga dita ${nth(from)} deri në ditën ${nth(to)}. Dita ${nth(from)} është ${day(opens)}: para saj është herët.`,

  skipped: (n: number, list: string) => `U kapërcyen ${amount(n, 'd')}: ${list}.`,
  skippedOne: (list: string) => `U kapërcye 1 ditë: ${list}.`,
  skippedNone: 'Ndërkohë nuk ka fundjavë, festë apo ditë tjetër për t’u kapërcyer.',
  weekends: (list: readonly string[]) => `${list.length === 1 ? 'fundjava' : 'fundjavat'} ${and(list)}`,
  holiday: (on: DayWords, words: string) => `${day(on)} (${words})`,
  closure: (dates: string, words: string) => `${dates} (${sq.why.closure}: ${words})`,
  pause: (dates: string, n: number) =>
    n === 1
      ? `Afati ishte i pezulluar më ${dates}: kjo ditë nuk numërohet.`
      : `Afati ishte i pezulluar më ${dates}: këto ${n} ditë nuk numërohen.`,
  pausedNow: (since: DayWords, days: number | null) =>
    `Afati është i pezulluar që ${onDay(since)}${days === null ? '' : ` (deri sot ${amount(days, 'd')})`}. Sa kohë është i pezulluar, ditët nuk numërohen dhe data do të shtyhet.`,

  last: (n: number, unit: Unit, on: DayWords) =>
    unit === 'mo' ? `Dita e fundit është ${day(on)}.` : `Dita ${nth(n)} e numëruar është ${day(on)}.`,
  rolled: (off: string, to: DayWords, law: string | null) =>
    `Ajo nuk është ditë pune (${off}), prandaj afati kalon në ditën e parë të punës pas saj, ${onDay(to)}${law ? ` (${law})` : ''}.`,
  rolledBack: (off: string, to: DayWords) =>
    `Ajo nuk është ditë pune (${off}). Afati që numërohet mbrapsht nuk shkurtohet, prandaj kalon në ditën e fundit të punës para saj, ${onDay(to)}.`,
  rolledOver: (list: string) => `U kapërcyen edhe: ${list}.`,
  ends: (on: DayWords) => `Afati mbaron në fund të ${ofTheDay(on)}.`,
  endsAtLeast: (on: DayWords) => `Afati nuk mund të mbarojë para fundit të ${ofTheDay(on)}.`,
  endsBack: (on: DayWords) => `Veprimi duhet kryer më së voni ${onDay(on)}, para fundit të asaj dite.`,
  chosen: (on: DayWords) => `Institucioni ka zgjedhur një ditë më të vonë: afati mbaron në fund të ${ofTheDay(on)}.`,
  chosenEarlier: (on: DayWords) =>
    `Institucioni ka zgjedhur ta kryejë deri ${onDay(on)}: askush nuk është me vonesë para ditës që jep rregulli.`,
  chosenEarlierBack: (on: DayWords) => `Institucioni ka zgjedhur një ditë më të hershme: ${day(on)}.`,
  setDay: (on: DayWords) =>
    `Kjo ditë nuk është llogaritur sipas një rregulli: e ka caktuar institucioni. Afati mbaron në fund të ${ofTheDay(on)}.`,

  hours: (n: number, direction: 'after' | 'before') =>
    direction === 'after'
      ? `${are(n)} ${amount(n, 'h')} me radhë, ditë e natë, edhe në fundjava e festa: ligji nuk përcakton orë pune.`
      : `${are(n)} ${amount(n, 'h')} mbrapsht, ditë e natë, edhe në fundjava e festa: ligji nuk përcakton orë pune.`,
  hoursStart: (start: string, on: DayWords, hour: string) =>
    `Ngjarja nga e cila numërohet: ${start}, ${onDay(on)}, ora ${hour}.`,
  hoursStartPlain: (on: DayWords, hour: string) => `Ngjarja nga e cila numërohet ndodhi ${onDay(on)}, në orën ${hour}.`,
  hoursEnd: (on: DayWords, hour: string, zone: string) =>
    `Afati mbaron ${onDay(on)}, në orën ${hour} (${ZONES[zone] ?? zone}).`,
  hoursEndDay: (on: DayWords) => `Afati mbaron ${onDay(on)}, në të njëjtën orë.`,
  clocksChanged: (before: string, after: string) =>
    `Ndërkohë ora zyrtare ndryshon (verore ose dimërore), prandaj afati nuk mbaron në orën ${before}, por në orën ${after}.`,

  unsettled: {
    firstDay: 'nëse numërohet dita e ngjarjes',
    roll: 'nëse dita e fundit, kur bie në pushim, kalon në ditën e parë të punës pas saj',
    rollBack: 'nëse dita e fundit, kur bie në pushim, kalon në ditën e fundit të punës para saj',
    lead: (what: readonly string[]) =>
      `Burimet që kemi parë nuk thonë ${what.join(', as ')}. Prandaj llogariten të gjitha leximet.`,
    followed: 'Më poshtë numërohen ditët sipas leximit që jep datën më të vonë.',
    same: (on: DayWords) => `Të gjitha leximet japin të njëjtën ditë: ${day(on)}.`,
    differ: (work: DayWords, due: DayWords) =>
      `Zyrtari punon deri ${onDay(work)}; askush nuk është me vonesë para se të mbarojë ${theDay(due)}.`,
  },
  reading: {
    excluded: 'dita e ngjarjes nuk numërohet',
    counted: 'numërohet edhe dita e ngjarjes',
    forward: 'dita e fundit që bie në pushim kalon në ditën e parë të punës pas saj',
    back: 'dita e fundit që bie në pushim kalon në ditën e fundit të punës para saj',
    none: 'dita e fundit mbetet edhe kur bie në pushim',
  },

  estimated: (feasts: readonly string[]) =>
    feasts.length === 1
      ? `Data e festës ${feasts[0] ?? ''} është e parashikuar: ende nuk është shpallur. Nëse shpallet një ditë tjetër, afati rillogaritet.`
      : `Datat e festave ${and(feasts)} janë të parashikuara: ende nuk janë shpallur. Nëse shpallen ditë të tjera, afati rillogaritet.`,
  nearEstimate:
    'Pranë këtyre ditëve bie një festë, data e së cilës ende nuk është shpallur. Nëse shpallet një ditë tjetër nga ajo e parashikuar, afati rillogaritet.',
  secondary: 'Numri është parë vetëm në një burim dytësor, jo në tekstin e ligjit.',
  retold: 'Përmbajtja është parë te një autoritet që e zbaton ligjin, por si ritregim, jo domosdo me fjalët e tij.',

  marks: {
    secondary: 'burim dytësor',
    practice: 'vetëm nga praktika',
    unverified: 'i paverifikuar',
    readings: 'dy lexime',
    estimated: 'festë me datë të parashikuar',
    own: 'afat i institucionit',
  },

  /** The day of a countdown, and what stands in the list of days. */
  list: {
    event: 'dita e ngjarjes, nuk numërohet',
    counted: (from: number, to: number) => (from === to ? `dita ${nth(from)}` : `ditët ${from}–${to}`),
    due: 'afati mbaron',
    lastCounted: (n: number) => `dita ${nth(n)}, afati mbaron`,
    least: (n: number | null) => `${n === null ? '' : `dita ${nth(n)}, `}më herët nuk mund të mbaronte`,
    chosen: 'afati mbaron: dita që zgjodhi institucioni',
    off: (n: number, why: string) => `dita ${nth(n)}, por jo ditë pune: ${why}`,
    within: 'brenda afatit',
    lastOff: (why: string) => `dita e fundit, por jo ditë pune: ${why}`,
    dueBack: 'dita e fundit për të vepruar',
    lastCountedBack: (n: number) => `dita ${nth(n)}, e fundit për të vepruar`,
  },

  laws: {
    days: 'ligji 44/2015, neni 56, pika 2',
    months: 'ligji 44/2015, neni 56, pika 3',
    weekends: 'ligji 44/2015, neni 56, pika 4',
  },

  left: {
    days: (n: number) => `Edhe ${amount(n, 'd')}`,
    today: 'Mbaron sot',
    late: (n: number) => `${amount(n, 'd')} me vonesë`,
    lateHours: (n: number) => (n < 1 ? 'Më pak se një orë me vonesë' : `${amount(n, 'h')} me vonesë`),
    ended: (n: number) => (n === 1 ? 'Mbaroi dje' : `Mbaroi para ${n} ditësh`),
    hours: (n: number) => (n < 1 ? 'Edhe më pak se një orë' : `Edhe ${amount(n, 'h')}`),
    met: 'U përmbush',
    lapsed: 'Afati kaloi',
    paused: 'I pezulluar',
    cancelled: 'U anulua',
    planned: 'Ende nuk ka filluar',
  },

  /** Around the explanation, on every page that shows one. */
  box: {
    why: 'Pse kjo datë?',
    days: 'Ditët me radhë',
    day: 'Dita',
    counts: 'Si numërohet',
    readings: 'Leximet e mundshme',
    law: 'Ligji',
    rule: 'Rregulli në tabelë',
    sources: 'Ku është parë',
    confidence: 'Sa i sigurt është rregulli',
    workBy: (date: string) => `Zyrtari punon deri më ${date}`,
    mark: (words: string) => words.charAt(0).toLocaleUpperCase('sq') + words.slice(1),
    opens: (date: string) => `Jo para datës ${date}`,
  },

  /** How sure we are, for people who do not know the marks. */
  confidences: {
    T: 'Është parë në vetë tekstin e ligjit, ose ashtu siç e jep autoriteti që e zbaton.',
    'T/S':
      'Është parë te një autoritet që e zbaton ligjin, si ritregim i afërt, jo domosdo me fjalët e sakta të ligjit.',
    S: 'Është parë vetëm në një burim dytësor. Zbatohet për një çështje vetëm pasi ta konfirmojë administratori i institucionit.',
    P: 'Është parë vetëm një praktikë që përputhet me të; vetë rregulli nuk është parë.',
    N: 'Nuk është verifikuar: asnjë numër nuk jepet si ligj. Afatin e cakton vetë institucioni.',
  },
}

export type ExplanationTexts = typeof sq
