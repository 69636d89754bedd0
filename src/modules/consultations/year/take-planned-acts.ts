import type { Transaction } from '#platform/db/database.ts'
import { lengthOf } from '#platform/http/field-rules.ts'
import type { InEveryLanguage } from '#platform/i18n/language.ts'
import type { ImportedCell, Taken, TableTarget, TakeOrder, UndoOrder } from '#platform/imports/table-target.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { deleteImported, listTitles, listYearPlansForTables } from './take-act-queries.ts'
import { insertAct, type ActFields } from './act-office-queries.ts'
import { holdYearPlan, type HeldPlan } from './year-plan-queries.ts'
import { readPeriod } from './period-rules.ts'
import { recordOfPlannedAct } from './tell-planned-act.ts'
import { inEvery, yearTexts } from './texts.ts'
import { yearOfficeUrls } from './urls.ts'
import { readActKind, targetOfPlan, titleKey, YEAR_LIMITS } from './year-rules.ts'

type Told = keyof ReturnType<typeof yearTexts>['table']['columns']

const column = (name: Told, type: 'string' | 'boolean', known: readonly string[]) => ({
  name,
  title: inEvery((t) => t.table.columns[name]),
  type,
  required: name === 'titulli',
  known,
})

/** As the plans of municipalities write the heads of their columns, in both countries. */
const COLUMNS: TableTarget['columns'] = [
  column('titulli', 'string', [
    'titulli',
    'titulli i aktit',
    'akti',
    'projektakti',
    'emërtimi i aktit',
    'emri i aktit',
    'aktivitetet',
    'tema',
    'title',
    'act',
  ]),
  column('titulli-en', 'string', ['titulli në anglisht', 'title in english', 'english title']),
  column('lloji', 'string', ['lloji', 'lloji i aktit', 'lloji i dokumentit', 'kind', 'kind of act']),
  column('propozuesi', 'string', [
    'propozuesi',
    'propozues',
    'drejtoria',
    'drejtoria propozuese',
    'drejtoria përgjegjëse',
    'bartësi',
    'institucioni përgjegjës',
    'njësia përgjegjëse',
    'proposer',
  ]),
  column('koha', 'string', [
    'muaji',
    'koha',
    'afati',
    'afati kohor',
    'periudha',
    'tremujori',
    'muaji i parashikuar',
    'koha e miratimit',
    'afati i parashikuar',
    'month',
    'quarter',
    'date',
  ]),
  column('konsultim', 'boolean', [
    'konsultim',
    'konsultim publik',
    'konsultimi publik',
    'me konsultim',
    'consultation',
  ]),
  column('organi', 'string', ['organi', 'organi që vendos', 'organi miratues', 'miratohet nga', 'body']),
  column('shenim', 'string', ['shënim', 'shënime', 'vërejtje', 'note', 'notes']),
]

/** Every plan takes tables, before it is published and after. */
export async function planTables(
  { db }: Services,
  institutions: readonly string[] | null,
): Promise<readonly TableTarget[]> {
  return (await listYearPlansForTables(db, institutions)).map((plan) => ({
    name: targetOfPlan(plan.id),
    title: {
      sq: yearTexts('sq').table.title(plan.year, plan.nameSq),
      en: yearTexts('en').table.title(plan.year, plan.nameEn),
    },
    institutionId: plan.institutionId,
    officeHref: yearOfficeUrls.plan(plan.id),
    roles: may['year-plans.write'],
    columns: COLUMNS,
    sameBy: ['titulli'],
    take: (tx, services, order) => takeActs(tx, services, plan.id, order),
    undo: (tx, _services, order) => undoActs(tx, plan.id, order),
  }))
}

type Refused = { at: number; column: string; why: InEveryLanguage<string> }
const why = (which: keyof ReturnType<typeof yearTexts>['table']['refused']) => inEvery((t) => t.table.refused[which])

async function takeActs(tx: Transaction, _services: Services, planId: string, order: TakeOrder): Promise<Taken> {
  const plan = await holdYearPlan(tx, planId)
  if (!plan)
    return { added: 0, known: 0, refused: order.rows.map(({ at }) => ({ at, column: '', why: why('closed') })) }
  const standing = new Map((await listTitles(tx, planId)).map((title) => [titleKey(title), null as string | null]))
  const refused: Refused[] = []
  let [added, known] = [0, 0]
  for (const { at, cells } of order.rows) {
    const read = readRow(cells, plan.year)
    if (!read.ok) refused.push({ at, column: read.column, why: read.why })
    else {
      const [key, facts] = [titleKey(read.fields.title), JSON.stringify(read.fields)]
      const before = standing.get(key)
      // What stands in the plan is the plan's: the table does not write over it. Within one table two rows may contradict.
      if (before === null || before === facts) known += 1
      else if (before !== undefined) refused.push({ at, column: 'titulli', why: why('twice') })
      else {
        await addImported(tx, plan, read.fields, order)
        standing.set(key, facts)
        added += 1
      }
    }
  }
  return { added, known, refused }
}

async function addImported(tx: Transaction, plan: HeldPlan, fields: ActFields, order: TakeOrder): Promise<void> {
  const { institutionId, id: planId, year } = plan
  const { by, at, importId } = order
  const account = typeof by === 'string' ? null : by.accountId
  const id = await insertAct(tx, { ...fields, institutionId, planId, year, importId, by: account, at })
  if (id !== null) await recordOfPlannedAct(tx, { id, institutionId, kind: 'imported', by, at })
}

type ReadRow = { ok: true; fields: ActFields } | { ok: false; column: string; why: InEveryLanguage<string> }

/** One row as an entry. What it does not say stays empty. */
export function readRow(cells: Readonly<Record<string, ImportedCell>>, year: number): ReadRow {
  const words = (name: string): string =>
    String(cells[name] ?? '')
      .replaceAll(/\s+/g, ' ')
      .trim()
  const title = words('titulli')
  if (lengthOf(title) < 5 || lengthOf(title) > YEAR_LIMITS.title)
    return { ok: false, column: 'titulli', why: why('title') }
  const period = readPeriod(words('koha'), year)
  if (!period.ok) return { ok: false, column: 'koha', why: why('period') }
  const actKind = readActKind(words('lloji'))
  const note = [words('shenim'), actKind === 'other' ? yearTexts('sq').table.kindNote(words('lloji')) : '']
  const fields = {
    title,
    titleEn: filled(words('titulli-en')),
    actKind,
    proposer: filled(words('propozuesi')),
    dueFrom: period.period?.from ?? null,
    dueTo: period.period?.to ?? null,
    consultationPlanned: typeof cells.konsultim === 'boolean' ? cells.konsultim : null,
    decidingBody: filled(words('organi')),
    note: filled(note.filter((one) => filled(one) !== null).join('. ')),
  }
  const tooLong = LONGEST.find(([name, most]) => lengthOf(fields[name] ?? '') > most)
  return tooLong ? { ok: false, column: tooLong[2], why: why('long') } : { ok: true, fields }
}

const LONGEST = [
  ['titleEn', YEAR_LIMITS.title, 'titulli-en'],
  ['proposer', YEAR_LIMITS.proposer, 'propozuesi'],
  ['decidingBody', YEAR_LIMITS.body, 'organi'],
  ['note', YEAR_LIMITS.note, 'shenim'],
] as const

/** A stroke in a cell says that there is nothing. */
const filled = (words: string): string | null => (words.length < 2 || /^[-–—./\s]+$/.test(words) ? null : words)

/** What is still as the import brought it and nobody outside has seen goes; the rest stays. */
async function undoActs(
  tx: Transaction,
  planId: string,
  { importId }: UndoOrder,
): Promise<{ removed: number; kept: number }> {
  await holdYearPlan(tx, planId)
  return deleteImported(tx, planId, importId)
}
