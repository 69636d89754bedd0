import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import type { TargetColumn } from '#platform/imports/table-target.ts'
import { PAYMENT_KINDS, type PaymentKind } from './people-rules.ts'
import { textsIn } from './texts.ts'

/** What the tables that are taken in are called, their columns, and why a row cannot stay. */
const sq = {
  councillors: 'Anëtarët e këshillit me mandatet',
  results: 'Rezultatet e zgjedhjeve të këshillit',
  payments: 'Pagesat e anëtarëve të këshillit',
  columns: {
    name: 'Emri dhe mbiemri',
    term: 'Mandati i këshillit',
    party: 'Partia',
    list: 'Lista',
    area: 'Zona',
    fromOn: 'Nga dita',
    toOn: 'Deri më',
    profession: 'Profesioni',
    email: 'E-posta private',
    phone: 'Telefoni privat',
    votes: 'Vota',
    seats: 'Vende',
    amount: 'Shuma',
    currency: 'Monedha',
    kind: 'Lloji',
    note: 'Shënim',
  },
  why: {
    term: 'Nuk ka mandat të këshillit me këtë emër. Krijojeni më parë.',
    name: 'Emri ka 2 deri në 120 shenja.',
    email: 'Kjo nuk është adresë poste.',
    list: 'Lista ka 2 deri në 200 shenja.',
    number: 'Duhet një numër i plotë.',
    nobody: 'Nuk ka anëtar me këtë emër.',
    several: 'Ka disa anëtarë me këtë emër: shkruajeni me dorë.',
    order: 'Dita e fundit vjen para ditës së parë.',
    amount: 'Duhet një shumë, për shembull 25 000,50.',
    currency: 'Duhet ALL ose EUR.',
    'outside-term': 'Dita është jashtë mandatit të këshillit.',
    'held-already': 'Ky anëtar ka tashmë një mandat në këtë kohë.',
    'no-seat': 'Të gjitha vendet e këtij mandati janë të zëna.',
  },
}
type Texts = typeof sq
export type TableWhy = keyof Texts['why']

const en: Texts = {
  councillors: 'Members of the council with their mandates',
  results: 'Election results of the council',
  payments: 'Payments of members of the council',
  columns: {
    name: 'Name',
    term: 'Term of the council',
    party: 'Party',
    list: 'List',
    area: 'Area',
    fromOn: 'From',
    toOn: 'Until',
    profession: 'Profession',
    email: 'Private e-mail',
    phone: 'Private telephone',
    votes: 'Votes',
    seats: 'Seats',
    amount: 'Amount',
    currency: 'Currency',
    kind: 'Kind',
    note: 'Note',
  },
  why: {
    term: 'There is no term of the council of this name. Create it first.',
    name: 'A name has 2 to 120 characters.',
    email: 'This is not an e-mail address.',
    list: 'A list has 2 to 200 characters.',
    number: 'It must be a whole number.',
    nobody: 'There is no member of this name.',
    several: 'There are several members of this name: enter it by hand.',
    order: 'The last day comes before the first.',
    amount: 'It must be an amount, for example 25 000,50.',
    currency: 'It must be ALL or EUR.',
    'outside-term': 'The day lies outside the term of the council.',
    'held-already': 'This member has a mandate at that time already.',
    'no-seat': 'All seats of this term are held.',
  },
}

const TEXTS: InEveryLanguage<Texts> = { sq, en }

export const tableTexts = (lang: Lang) => ({
  ...TEXTS[lang],
  paymentKinds: Object.fromEntries(PAYMENT_KINDS.map((kind) => [kind, textsIn(lang).values[kind]])) as Record<
    PaymentKind,
    string
  >,
})

export const tableInEvery = (say: (t: Texts) => string): InEveryLanguage<string> => ({ sq: say(sq), en: say(en) })
export const refusedCell = (why: TableWhy): InEveryLanguage<string> => tableInEvery((t) => t.why[why])

const tableColumn = (
  name: keyof Texts['columns'],
  type: TargetColumn['type'],
  known: readonly string[],
  required = false,
): TargetColumn => ({ name, title: tableInEvery((t) => t.columns[name]), type, required, known })

/** The columns of each table, with the words by which people call them. */
export const TABLE_COLUMNS: Record<'councillors' | 'results' | 'payments', readonly TargetColumn[]> = {
  councillors: [
    tableColumn('name', 'string', ['emri', 'emri dhe mbiemri', 'këshilltari', 'anëtari', 'name', 'member'], true),
    tableColumn('term', 'string', ['mandati', 'mandati i këshillit', 'legjislatura', 'term']),
    tableColumn('party', 'string', ['partia', 'subjekti', 'subjekti politik', 'party']),
    tableColumn('list', 'string', ['lista', 'koalicioni', 'list']),
    tableColumn('area', 'string', ['zona', 'zona zgjedhore', 'area']),
    tableColumn('fromOn', 'date', ['nga', 'nga data', 'fillimi i mandatit', 'from']),
    tableColumn('profession', 'string', ['profesioni', 'profession']),
    tableColumn('email', 'string', ['e-posta', 'email', 'e-mail']),
    tableColumn('phone', 'string', ['telefoni', 'tel', 'phone']),
  ],
  results: [
    tableColumn(
      'list',
      'string',
      ['lista', 'subjekti', 'partia', 'subjekti politik', 'koalicioni', 'list', 'party'],
      true,
    ),
    tableColumn('votes', 'integer', ['vota', 'votat', 'numri i votave', 'votes']),
    tableColumn('seats', 'integer', ['vende', 'mandate', 'ulëse', 'numri i mandateve', 'seats'], true),
    tableColumn('term', 'string', ['mandati', 'zgjedhjet', 'legjislatura', 'term', 'election']),
  ],
  payments: [
    tableColumn('name', 'string', ['emri', 'emri dhe mbiemri', 'këshilltari', 'anëtari', 'name', 'member'], true),
    tableColumn('fromOn', 'date', ['nga', 'nga data', 'fillimi', 'periudha nga', 'from'], true),
    tableColumn('toOn', 'date', ['deri', 'deri më', 'mbarimi', 'periudha deri', 'until', 'to'], true),
    tableColumn('amount', 'money', ['shuma', 'vlera', 'pagesa', 'neto', 'amount'], true),
    tableColumn('currency', 'string', ['monedha', 'valuta', 'currency']),
    tableColumn('kind', 'string', ['lloji', 'lloji i pagesës', 'kind']),
    tableColumn('note', 'string', ['shënim', 'shënime', 'note']),
  ],
}
