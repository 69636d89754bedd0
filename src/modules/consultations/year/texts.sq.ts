import { formatDate } from '#platform/i18n/formats.ts'
import type { ActKind } from '../consultation-rules.ts'
import type { PlannedState } from './year-rules.ts'

const months = (n: number): string => (n === 1 ? '1 muaj' : `${n} muaj`)
const acts = (n: number): string => (n === 1 ? '1 akt i planifikuar' : `${n} akte të planifikuara`)

/** The yearly plan of decision-making, as everybody reads it. */
export const sq = {
  title: (year: number | string) => `Plani vjetor i vendimmarrjes ${year}`,
  lead: 'Çfarë mendojnë të vendosin institucionet këtë vit, kur dhe kush e propozon. Çdo ndryshim i planit mbetet i dukshëm, me arsyen.',
  link: 'Plani vjetor i vendimmarrjes',
  calendarLink: 'Kalendari i vitit',
  asTable: 'Të njëjtat të dhëna si tabelë (CSV, JSON, XLSX)',
  yearLink: (year: number | string) => `Plani ${year}`,
  act: 'Akt i planifikuar',
  count: acts,
  filter: 'Ngushtoni planin',
  institution: 'Institucioni',
  anyInstitution: 'Çdo institucion',
  kind: 'Lloji i aktit',
  anyKind: 'Çdo lloj',
  state: 'Gjendja',
  anyState: 'Çdo gjendje',
  month: 'Muaji',
  anyMonth: 'Çdo muaj',
  topic: 'Fusha',
  anyTopic: 'Çdo fushë',
  place: 'Vendi',
  anyPlace: 'Çdo vend',
  submit: 'Shfaqni',
  clear: 'Hiqni kufizimet',
  none: (year: number | string) => `Asnjë institucion nuk e ka publikuar ende planin e vitit ${year}.`,
  empty: 'Asnjë akt i planifikuar nuk u përgjigjet këtyre kufizimeve.',
  paging: 'Faqe të tjera të planit',
  more: 'Vazhdimi i planit',
  first: 'Fillimi i planit',
  unknownMonth: 'Muaji nuk dihet',
  wholeYear: (year: number | string) => `Gjatë vitit ${year}`,
  fromTo: (from: string, to: string) => `${from} deri në ${to}`,
  publishedOn: (day: string) => `Publikuar më ${day}`,
  addedOn: (day: string) => `Shtuar më ${day}`,
  proposedBy: (who: string) => `Propozon: ${who}`,
  kinds: {
    regulation: 'Rregullore',
    decision: 'Vendim',
    'draft-law': 'Projektligj',
    strategy: 'Strategji',
    plan: 'Plan',
    budget: 'Buxhet',
    fees: 'Taksa dhe tarifa',
    other: 'Akt tjetër',
  } satisfies Record<ActKind, string>,
  unknownKind: 'Lloji nuk dihet',
  states: {
    planned: 'Planifikuar',
    announced: 'U shpall',
    open: 'Hapur për komente',
    closed: 'U mbyll konsultimi',
    adopted: 'Miratuar',
    dropped: 'Hequr nga plani',
  } satisfies Record<PlannedState, string>,
  slippage: {
    announced: (promised: string, month: string, n: number) =>
      `Parashikuar: ${promised}; u shpall në ${month}, ${after(n)}`,
    adopted: (promised: string, month: string, n: number) =>
      `Parashikuar: ${promised}; u miratua në ${month}, ${after(n)}`,
    overdue: (promised: string, n: number) =>
      `Parashikuar: ${promised}; ende pa u shpallur, me ${months(n)} vonesë deri tani`,
    moved: (promised: string, month: string, n: number) =>
      n > 0
        ? `Parashikuar: ${promised}; u shty për në ${month}, ${months(n)} më vonë`
        : `Parashikuar: ${promised}; u zhvendos në ${month}, ${months(-n)} më herët`,
    dropped: (promised: string, day: string) => `Parashikuar: ${promised}; u hoq nga plani më ${day}`,
    droppedUnknown: (day: string) => `U hoq nga plani më ${day}`,
    figure: 'Vonesa në muaj',
  },
  page: {
    kicker: (year: number | string, number: number | string) => `Plani vjetor ${year}, nr. ${number}`,
    way: 'Rruga e aktit',
    facts: 'Të dhënat e planit',
    institution: 'Institucioni',
    kind: 'Lloji i aktit',
    proposer: 'Propozuesi',
    due: 'Koha e parashikuar',
    promised: 'Koha kur u publikua plani',
    consultation: 'Konsultim publik',
    consultationYes: 'Parashikohet',
    consultationNo: 'Nuk parashikohet',
    decidingBody: 'Organi që vendos',
    note: 'Shënim',
    topics: 'Fushat',
    places: 'Vendet',
    adopted: 'Akti i miratuar',
    unknown: 'Plani nuk e thotë',
    dropReason: 'Arsyeja e heqjes',
    carriedFrom: (year: number | string) => `Vazhdon nga plani i vitit ${year}`,
    carriedTo: (year: number | string) => `Vazhdon në planin e vitit ${year}`,
    consultations: 'Konsultimet e këtij akti',
    changes: 'Çdo ndryshim i kësaj pike',
    data: 'Të njëjtat të dhëna për programe (JSON)',
    version: (n: number | string) => `versioni ${n}`,
    fromTo: (from: string, to: string) => `më parë ${from}, tani ${to}`,
    fieldsChanged: (fields: string) => `Ndryshoi: ${fields}`,
  },
  steps: {
    planned: 'U planifikua',
    announced: 'U shpall konsultimi',
    opened: 'U hap për komente',
    opens: 'Hapet për komente',
    closed: 'U mbyll konsultimi',
    closes: 'Mbyllet konsultimi',
    adopted: 'U miratua',
    adoption: 'Miratimi',
    dropped: 'U hoq nga plani',
    consultation: 'Konsultimi',
    notYet: 'Ende pa datë',
  },
  changes: {
    published: 'U publikua me planin',
    added: 'U shtua në plan',
    changed: 'U ndryshua',
    postponed: 'U shty',
    'brought-forward': 'U soll më herët',
    dropped: 'U hoq nga plani',
    resumed: 'U kthye në plan',
    adopted: 'U miratua',
    'adoption-corrected': 'U korrigjua akti i miratimit',
  },
  fields: {
    title: 'titulli',
    'title-en': 'titulli në anglisht',
    'act-kind': 'lloji',
    proposer: 'propozuesi',
    'consultation-planned': 'konsultimi',
    'deciding-body': 'organi që vendos',
    note: 'shënimi',
    topics: 'fushat',
    places: 'vendet',
    due: 'koha e parashikuar',
  } as Record<string, string>,
  onConsultation: (number: number | string, year: number | string) =>
    `Ky konsultim ishte parashikuar si pika ${number} e planit vjetor ${year}`,
  followedKind: { one: 'akt i planifikuar', many: 'akte të planifikuara' },
  searchStates: { planned: 'i planifikuar', adopted: 'i miratuar', dropped: 'i hequr nga plani' },
  calendar: {
    opens: 'Hapet konsultimi',
    closes: 'Mbyllet konsultimi',
    planned: 'Parashikohet sipas planit vjetor',
    activity: 'Takim i konsultimit',
  },
  followed: 'Ndjekës',
  days: { due: (title: string) => `Parashikohet: ${title}` },
}

const after = (n: number): string => (n === 0 ? 'në kohë' : n > 0 ? `me ${months(n)} vonesë` : `${months(-n)} më herët`)

type Facts = Readonly<Record<string, string>>

/** What can happen to a planned act, as those who follow it read it. */
export const happenings = {
  planned: ({ due }: Facts) =>
    `U publikua në planin vjetor të vendimmarrjes.${due ? ` Koha e parashikuar: ${due}.` : ''}`,
  added: ({ due }: Facts) => `U shtua në planin vjetor të vendimmarrjes.${due ? ` Koha e parashikuar: ${due}.` : ''}`,
  changed: () => 'Ndryshoi një e dhënë e planit. Arsyeja gjendet në faqe.',
  postponed: ({ from, to }: Facts) =>
    `U shty. Koha e parashikuar: më parë ${from ?? ''}, tani ${to ?? ''}. Arsyeja gjendet në faqe.`,
  'brought-forward': ({ from, to }: Facts) =>
    `U soll më herët. Koha e parashikuar: më parë ${from ?? ''}, tani ${to ?? ''}. Arsyeja gjendet në faqe.`,
  dropped: () => 'U hoq nga plani. Arsyeja gjendet në faqe.',
  resumed: () => 'U kthye në plan. Arsyeja gjendet në faqe.',
  announced: ({ opens }: Facts) =>
    `U shpall konsultimi publik.${opens ? ` Komentet pranohen nga data ${formatDate('sq', opens)}.` : ''}`,
  opened: ({ to }: Facts) =>
    `U hap konsultimi publik.${to ? ` Komentet pranohen deri më ${formatDate('sq', to)}.` : ''}`,
  linked: () => 'U lidh me një konsultim që është mbyllur.',
  adopted: ({ reference }: Facts) => `Akti u miratua${reference ? `: ${reference}` : ''}.`,
}

export type ActHappening = keyof typeof happenings

export type YearTexts = typeof sq
export type YearHappenings = typeof happenings
