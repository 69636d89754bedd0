import type { CalendarChange } from '#law/calendar/day-off.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'
import type { CalendarRefusal } from '#platform/deadlines/announcements/calendar-change-rules.ts'

type Kind = CalendarChange['kind']

const countries: Record<Jurisdiction, string> = { AL: 'Shqipëria', XK: 'Kosova' }

const kinds: Record<Kind, { title: string; lead: string; link: string; short: string }> = {
  added: {
    title: 'Ditë pushimi e shpallur',
    lead: 'Një ditë që qeveria e ka shpallur pushim për gjithë vendin dhe që nuk është në ligj. Kur bie në fundjavë, pushohet një ditë tjetër në vend të saj, si për festat.',
    link: 'Shënoni një ditë pushimi',
    short: 'u shtua ditë pushimi',
  },
  moved: {
    title: 'Data e shpallur e një feste',
    lead: 'Data e vërtetë e një feste, siç e shpalli qeveria. Deri atëherë kalendari mban një datë të parashikuar.',
    link: 'Shënoni datën e një feste',
    short: 'u shpall data e festës',
  },
  dropped: {
    title: 'Festë që nuk ishte pushim',
    lead: 'Një festë e ligjit që në këtë vit, sipas njoftimit zyrtar, nuk ishte ditë pushimi.',
    link: 'Shënoni një festë që nuk ishte pushim',
    short: 'nuk ishte ditë pushimi',
  },
}

const refusals: Record<CalendarRefusal, string> = {
  'outside-calendar': 'Kalendari mban vitet 2015–2040',
  'off-already': 'Kjo ditë është tashmë pushim',
  'no-such-feast': 'Zgjidhni një festë të këtij shteti',
  'not-of-that-year': 'Kjo festë nuk ishte në kalendar në atë vit',
  'changed-already': 'Për këtë festë dhe këtë vit është shënuar tashmë një njoftim: tërhiqni më parë atë',
  'there-already': 'Festa është tashmë në atë ditë, dhe data e saj është e sigurt',
  'far-from-feast': 'Kjo ditë është shumë larg festës: shikoni ditën, muajin dhe vitin',
}

const move = (n: string): string =>
  n === '1' ? '1 afat i hapur do të zhvendosej' : `${n} afate të hapura do të zhvendoseshin`
const where = (n: string): string => (n === '1' ? 'në 1 institucion' : `në ${n} institucione`)

/** The calendar of days off, what governments announce, and what that moves. */
export const sq = {
  countries,
  kinds,
  refusals,
  title: 'Ditët e pushimit',
  lead: 'Kalendari me të cilin numërohen afatet në të dy shtetet. Festat e kalendarit hënor kanë një datë të parashikuar, derisa qeveria të shpallë datën e vërtetë.',
  year: 'Viti',
  chooseYear: 'Zgjidhni vitin',
  show: 'Shfaqeni',
  columns: { date: 'Dita', name: 'Festa', off: 'Pushim', basis: 'Baza' },
  weekdays: ['e hënë', 'e martë', 'e mërkurë', 'e enjte', 'e premte', 'e shtunë', 'e diel'] as readonly string[],
  sameDay: 'po atë ditë',
  insteadOn: (day: string): string => `më ${day}`,
  estimated: 'datë e parashikuar',
  announced: 'e shpallur',
  soon: 'Festa brenda 60 ditëve, datat e të cilave ende nuk janë shpallur',
  soonLine: (feast: string, country: string, day: string): string => `${feast}, ${country}: parashikohet më ${day}`,
  announceIt: 'Shënoni datën e vërtetë',
  soonAsk: 'Datën e vërtetë e shënon operatori i sistemit, sapo ta shpallë qeveria.',
  deeds: 'Shënoni çfarë ka shpallur qeveria',
  entered: 'Njoftimet e shënuara',
  enteredNone: 'Nuk është shënuar asnjë njoftim: kalendari është ai i ligjit.',
  enteredColumns: { what: 'Njoftimi', basis: 'Baza', at: 'U shënua', state: 'Gjendja' },
  standing: 'në fuqi',
  withdrawn: 'i tërhequr',
  form: {
    back: 'Ditët e pushimit',
    country: 'Shteti',
    day: 'Dita',
    dayHint: 'Për shembull 24 12 2026',
    newDay: 'Data e shpallur e festës',
    nameSq: 'Si quhet kjo ditë, në shqip',
    nameEn: 'Si quhet, në anglisht',
    feast: 'Festa',
    chooseFeast: 'Zgjidhni festën',
    year: 'Viti',
    basis: 'Njoftimi: akti dhe adresa ku u botua',
    basisHint: 'Për shembull «VKM nr. 718, datë 20.11.2026, qbz.gov.al/…»',
    look: 'Shikoni çfarë do të zhvendosej',
    errors: {
      name: 'Shkruani si quhet kjo ditë',
      feast: 'Zgjidhni festën',
      year: 'Shkruani një vit nga 2015 deri në 2040',
      basis: 'Shkruani aktin dhe adresën: të paktën 5 shenja',
    },
  },
  preview: {
    title: 'Para se ta shënoni',
    moves: (moved: string, institutions: string, from: string, to: string): string =>
      `${move(moved)} ${where(institutions)}; më i hershmi nga data ${from} në datën ${to}.`,
    none: 'Asnjë afat i hapur nuk do të zhvendosej.',
    after:
      'Të gjitha afatet e hapura të këtij shteti rillogariten. Çdo zhvendosje shënohet në historikun e çështjes dhe u bëhet e ditur atyre që i prek.',
    submit: 'Shënojeni njoftimin',
    change: 'Ndryshojeni',
  },
  one: {
    title: 'Njoftim i qeverisë',
    what: 'Çfarë',
    country: 'Shteti',
    basis: 'Baza',
    at: 'U shënua më',
    state: 'Gjendja',
    withdrawnAt: 'U tërhoq më',
    moved: 'Çfarë u zhvendos',
    movedNone: 'Ky njoftim nuk ka zhvendosur asnjë afat.',
    running: 'Afatet po rillogariten: rifreskojeni faqen pas pak.',
    movedCount: (moved: string, institutions: string): string => `${moved} zhvendosje ${where(institutions)}.`,
    all: 'Të gjitha zhvendosjet',
    withdraw: 'Tërhiqeni njoftimin',
    withdrawLead:
      'Kur është shënuar gabimisht, ose kur qeveria e ka ndryshuar. Afatet e hapura rillogariten; ajo që ka qenë mbetet në historik.',
    reason: 'Arsyeja',
    submit: 'Tërhiqeni njoftimin',
    gone: 'Njoftimi ishte tërhequr tashmë.',
  },
  what: {
    added: (day: string, name: string): string => `${day}: ${name}`,
    moved: (feast: string, day: string): string => `${feast}: ${day}`,
    dropped: (feast: string, year: string): string => `${feast}, viti ${year}`,
  },
  done: {
    shenuar: 'Njoftimi u shënua. Afatet e hapura po rillogariten.',
    terhequr: 'Njoftimi u tërhoq. Afatet e hapura po rillogariten.',
  } as Record<string, string>,
  moves: {
    title: 'Afatet e zhvendosura',
    lead: 'Datat që ndryshuan sepse u shpall një festë, u shtua një mbyllje ose ndryshoi një rregull; jo ato që i zgjati dikush.',
    filter: 'Ngushtoni listën',
    cause: 'Shkaku',
    anyCause: 'Çdo shkak',
    causeLine: (cause: string, moved: string): string => `${cause} (${moved})`,
    institution: 'Institucioni',
    allInstitutions: 'Të gjitha institucionet',
    submit: 'Kërkoni',
    clear: 'Hiqni kufizimet',
    none: 'Asnjë afat nuk është zhvendosur.',
    noneSo: 'Asnjë zhvendosje nuk i përgjigjet këtij kërkimi.',
    columns: { at: 'Kur', record: 'Çështja', what: 'Cili afat', from: 'Nga', to: 'Në', cause: 'Pse' },
    hidden: 'çështje që nuk e shihni',
    unknown: 'nuk dihet',
    csv: 'Lista si tabelë (CSV)',
    csvHint: (most: string): string => `Në skedar hyjnë deri në ${most} zhvendosje.`,
    csvColumns: ['Kur', 'Institucioni', 'Çështja', 'Cili afat', 'Nga', 'Në', 'Pse', 'Referenca'] as readonly string[],
    paging: 'Faqet e listës',
    older: 'Më të vjetra',
    newest: 'Më të rejat',
  },
  changeWords: {
    kinds: {
      'calendar-changed': 'U shënua një njoftim për ditët e pushimit',
      'calendar-change-withdrawn': 'U tërhoq një njoftim për ditët e pushimit',
    } as Record<string, string>,
    fields: {
      jurisdiction: 'Shteti',
      announcement: 'Njoftimi',
      feast: 'Festa',
      day: 'Dita',
      year: 'Viti',
    } as Record<string, string>,
    values: {
      'country-AL': 'Shqipëria',
      'country-XK': 'Kosova',
      'announcement-added': 'ditë pushimi e shpallur',
      'announcement-moved': 'data e shpallur e një feste',
      'announcement-dropped': 'festë që nuk ishte pushim',
      'clocks-skip-them': 'po',
      'unit-wd': 'ditë pune',
      'unit-d': 'ditë kalendarike',
      'unit-mo': 'muaj',
      'unit-h': 'orë',
      'first-day-excluded': 'dita e ngjarjes nuk numërohet',
      'first-day-counted': 'numërohet edhe dita e ngjarjes',
      'roll-forward': 'kalon në ditën e parë të punës pas saj',
      'roll-none': 'mbetet edhe kur bie në pushim',
    } as Record<string, string>,
  },
}

export type CalendarTexts = typeof sq
