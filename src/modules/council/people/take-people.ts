import type { CouncillorForm } from './people-field-rules.ts'
import type { Transaction } from '#platform/db/database.ts'
import { lengthOf } from '#platform/http/field-rules.ts'
import type { ImportedRow, Taken, TableTarget, TakeOrder, UndoOrder } from '#platform/imports/table-target.ts'
import type { Services } from '#platform/services.ts'
import { recordChange } from '#platform/history/record-change.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { TERM_KIND } from '../council-rules.ts'
import { councilPermissions as may } from '../permissions.ts'
import { findNamed } from './councillor-queries.ts'
import { deleteCouncillors, listImportedUntouched } from './councillor-removal-queries.ts'
import { enterPeople, partyRecords, paymentRecords, termRecords } from './people-records.ts'
import { moneyIn, numberIn, PAYMENT_KINDS, refusalToGive, type PaymentKind } from './people-rules.ts'
import {
  countImportedPayments,
  findPartyNamed,
  findSamePayment,
  insertParty,
  insertPayment,
  removeImportedPayments,
  type PaymentFields,
} from './register-queries.ts'
import { refusedCell, TABLE_COLUMNS, tableInEvery, tableTexts, type TableWhy } from './table-texts.ts'
import {
  addResult,
  findTermNamed,
  holdTerm,
  insertMandate,
  listMandatesOfTerm,
  removeImportedMandates,
  removeImportedResults,
  touchTerm,
  type Term,
} from './term-queries.ts'
import { peopleOfficeUrls as urls } from './urls.ts'
import { newCouncillor } from './write-councillor.ts'

type Refused = { column: string; why: TableWhy }
type Told = 'added' | 'known' | Refused

/** Every row by itself: added, known, or refused with the column. */
async function eachRow(order: TakeOrder, take: (row: ImportedRow) => Promise<Told>): Promise<Taken> {
  const refused: Taken['refused'][number][] = []
  let [added, known] = [0, 0]
  for (const row of order.rows) {
    const told = await take(row)
    if (told === 'added') added += 1
    else if (told === 'known') known += 1
    else refused.push({ at: row.at, column: told.column, why: refusedCell(told.why) })
  }
  return { added, known, refused }
}

const words = ({ cells }: ImportedRow, name: string): string => String(cells[name] ?? '').trim()

/** The terms that the rows name, held once each. */
async function termOf(tx: Transaction, held: Map<string, Term | null>, institutionId: string, name: string) {
  if (!held.has(name)) {
    const id = await findTermNamed(tx, institutionId, name)
    held.set(name, id === null ? null : await holdTerm(tx, id))
  }
  return held.get(name) ?? null
}

const roles = may['council-people.write']

const councillorTable: TableTarget = {
  name: 'council.councillors',
  title: tableInEvery((t) => t.councillors),
  officeHref: urls.list(),
  roles,
  columns: TABLE_COLUMNS.councillors,
  sameBy: ['name', 'term'],
  take: takeCouncillors,
  undo: undoCouncillors,
}

async function takeCouncillors(tx: Transaction, services: Services, order: TakeOrder): Promise<Taken> {
  const held = new Map<string, Term | null>()
  const parties: string[] = []
  const taken = await eachRow(order, async (row) => {
    const term = await termOf(tx, held, order.institutionId, words(row, 'term'))
    if (!term) return { column: 'term', why: 'term' }
    return takeCouncillor(tx, order, row, { term, parties })
  })
  await enterPeople(tx, services, { kind: partyRecords, ids: parties })
  return taken
}

type Taking = { term: Term; parties: string[] }

/** Somebody of the same name who sat in another term may be somebody else: a pair is proposed, nothing is merged. */
async function takeCouncillor(tx: Transaction, order: TakeOrder, row: ImportedRow, taking: Taking): Promise<Told> {
  const { institutionId, importId, at, by } = order
  const { term } = taking
  const name = words(row, 'name')
  if (lengthOf(name) < 2 || lengthOf(name) > 120) return { column: 'name', why: 'name' }
  const email = words(row, 'email').toLowerCase() || null
  if (email !== null && !/^[^@\s]+@[^@\s]+$/.test(email)) return { column: 'email', why: 'email' }
  const others = await listMandatesOfTerm(tx, term.id)
  const named = await findNamed(tx, institutionId, name)
  if (others.some(({ personId }) => named.some(({ id }) => id === personId))) return 'known'
  const fromOn = words(row, 'fromOn') || term.fromOn
  const refusal = refusalToGive(term, { personId: '', fromOn, toOn: null }, others)
  if (refusal) return { column: refusal === 'no-seat' ? 'name' : 'fromOn', why: refusal }
  const phone = words(row, 'phone')
  const form: CouncillorForm = {
    ...NOBODY,
    contacts: [],
    name,
    profession: some(words(row, 'profession'), 200),
    email,
    phone: phone.length < 5 ? null : some(phone, 40),
  }
  const personId = await newCouncillor(tx, { form, institutionId, by, at, formId: null, importId })
  const partyId = await partyOf(tx, order, words(row, 'party'), taking.parties)
  const [listName, area] = [some(words(row, 'list'), 200), some(words(row, 'area'), 200)]
  const mandate = { institutionId, formId: null, importId, termId: term.id, personId, partyId, listName, area }
  await insertMandate(tx, { ...mandate, fromOn, toOn: null, endKind: null, at })
  return 'added'
}

const NOBODY = {
  givenName: null,
  familyName: null,
  biography: null,
  biographyEn: null,
  postal: null,
  lang: 'sq',
  gender: null,
  genderPublic: false,
} as const satisfies object

const some = (said: string, most: number): string | null => (said.length < 2 ? null : [...said].slice(0, most).join(''))

/** A party that the council does not know yet is written down with the table. */
async function partyOf(tx: Transaction, { institutionId, at }: TakeOrder, name: string, made: string[]) {
  if (name.length < 2 || /^(pa parti|i pavarur|e pavarur|independent)$/i.test(name)) return null
  const known = await findPartyNamed(tx, institutionId, name)
  if (known !== null) return known
  const row = { name: name.slice(0, 200), nameEn: null, shortName: null, kind: 'party' as const }
  const id = await insertParty(tx, { ...row, institutionId, formId: null, at })
  if (id !== null) made.push(id)
  return id
}

/** Whom nobody has changed, published or seated since goes again, with the mandate. */
async function undoCouncillors(tx: Transaction, _services: Services, { importId }: UndoOrder) {
  const brought = await listImportedUntouched(tx, importId)
  const free = brought.filter(({ state, changed }) => state === 'draft' && !changed).map(({ id }) => id)
  await removeImportedMandates(tx, importId, free)
  await deleteCouncillors(tx, free)
  return { removed: free.length, kept: brought.length - free.length }
}

const resultTable: TableTarget = {
  name: 'council.election-results',
  title: tableInEvery((t) => t.results),
  officeHref: urls.terms(),
  roles,
  columns: TABLE_COLUMNS.results,
  sameBy: ['list', 'term'],
  take: takeResults,
  undo: undoResults,
}

async function takeResults(tx: Transaction, services: Services, order: TakeOrder): Promise<Taken> {
  const held = new Map<string, Term | null>()
  const touched = new Set<string>()
  const taken = await eachRow(order, async (row) => {
    const term = await termOf(tx, held, order.institutionId, words(row, 'term'))
    if (!term) return { column: 'term', why: 'term' }
    const [listName, votes, seats] = [words(row, 'list'), words(row, 'votes'), numberIn(words(row, 'seats'))]
    if (lengthOf(listName) < 2 || lengthOf(listName) > 200) return { column: 'list', why: 'list' }
    if (seats === null || seats > 1000) return { column: 'seats', why: 'number' }
    if (votes !== '' && numberIn(votes) === null) return { column: 'votes', why: 'number' }
    const line = { listName, votes: votes === '' ? null : numberIn(votes), seats }
    const { institutionId, importId } = order
    if (!(await addResult(tx, { ...line, institutionId, importId, termId: term.id }))) return 'known'
    touched.add(term.id)
    return 'added'
  })
  for (const id of touched) {
    await touchTerm(tx, id, order.at)
    const { institutionId, by, at } = order
    await recordChange(tx, { institutionId, subject: refOf(TERM_KIND, id), kind: 'imported', by, at })
  }
  await enterPeople(tx, services, { kind: termRecords, ids: [...touched] })
  return taken
}

async function undoResults(tx: Transaction, services: Services, { importId, at }: UndoOrder) {
  const removed = await removeImportedResults(tx, importId)
  const terms = [...new Set(removed.map(({ termId }) => termId))]
  for (const id of terms) await touchTerm(tx, id, at)
  await enterPeople(tx, services, { kind: termRecords, ids: terms })
  return { removed: removed.length, kept: 0 }
}

const paymentTable: TableTarget = {
  name: 'council.payments',
  title: tableInEvery((t) => t.payments),
  officeHref: urls.register('pagesat'),
  roles,
  columns: TABLE_COLUMNS.payments,
  sameBy: ['name', 'fromOn', 'toOn', 'kind', 'amount'],
  take: takePayments,
  undo: undoPayments,
}

/** Nothing of it is public before an official publishes it. */
async function takePayments(tx: Transaction, _services: Services, order: TakeOrder): Promise<Taken> {
  const { institutionId, importId, at } = order
  const usual = (await findInstitutionById(tx, 'sq', institutionId))?.currency ?? null
  return eachRow(order, async (row) => {
    const read = await readPayment(tx, institutionId, row, usual)
    if ('why' in read) return read
    if ((await findSamePayment(tx, read)) !== null) return 'known'
    await insertPayment(tx, { ...read, institutionId, formId: null, importId, at })
    return 'added'
  })
}

/** Without a currency it is that of the institution. */
async function readPayment(
  tx: Transaction,
  institutionId: string,
  row: ImportedRow,
  usual: 'ALL' | 'EUR' | null,
): Promise<PaymentFields | Refused> {
  const named = await findNamed(tx, institutionId, words(row, 'name'))
  const [person] = named
  if (!person) return { column: 'name', why: 'nobody' }
  if (named.length > 1) return { column: 'name', why: 'several' }
  const [fromOn, toOn] = [words(row, 'fromOn'), words(row, 'toOn')]
  if (toOn < fromOn) return { column: 'toOn', why: 'order' }
  const amount = moneyIn(words(row, 'amount'))
  if (amount === null) return { column: 'amount', why: 'amount' }
  const said = words(row, 'currency')
  const currency = said === '' ? usual : /eur|€/i.test(said) ? 'EUR' : /all|lek/i.test(said) ? 'ALL' : null
  if (currency === null) return { column: 'currency', why: 'currency' }
  const note = some(words(row, 'note'), 300)
  return { personId: person.id, fromOn, toOn, kind: kindOf(words(row, 'kind')), amount, currency, note }
}

function kindOf(said: string): PaymentKind {
  const plain = said.toLowerCase()
  const texts = [tableTexts('sq').paymentKinds, tableTexts('en').paymentKinds]
  return (
    PAYMENT_KINDS.find((kind) => plain === kind || texts.some((names) => names[kind].toLowerCase() === plain)) ??
    'other'
  )
}

async function undoPayments(tx: Transaction, services: Services, { importId }: UndoOrder) {
  const removed = await removeImportedPayments(tx, importId)
  await enterPeople(tx, services, { kind: paymentRecords, ids: removed })
  return { removed: removed.length, kept: await countImportedPayments(tx, importId) }
}

export const peopleTables: readonly TableTarget[] = [councillorTable, resultTable, paymentTable]
