import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { z } from 'zod'
import { chooseByItself, chooseForImport } from '#platform/imports/choose-import.ts'
import { findTarget, isOf, listTargets } from '#platform/imports/find-target.ts'
import { columnNames } from '#platform/imports/head-rules.ts'
import { findImport, listLines, type TableImport } from '#platform/imports/import-queries.ts'
import type { Outcome as Taken } from '#platform/imports/import-rules.ts'
import { reckonRows } from '#platform/imports/reckon-import.ts'
import { openQuestions, type Question } from '#platform/imports/reckon-rules.ts'
import { stageImport } from '#platform/imports/stage-import.ts'
import { tableFileName } from '#platform/imports/table-file-name.ts'
import { takeImport } from '#platform/imports/take-import.ts'
import type { TableTarget } from '#platform/imports/table-target.ts'
import { dropImport } from '#platform/imports/undo-import.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import { doors } from '../doors.ts'
import { textsIn } from '../office/imports/texts.ts'
import { misused, refused, type Command, type Outcome } from './command.ts'

const BY = 'command-line'
const SHOWN_REFUSALS = 100

/** What nobody is there to choose by hand. Every part may be missing. */
const ANSWERS = z.strictObject({
  /** Its name, or its place from 1. */
  sheet: z.union([z.string(), z.int().positive()]).optional(),
  /** The line of the names of the columns; 0: there is none. */
  head: z.int().nonnegative().optional(),
  /** Names of columns in the file (without one: its letter) and of the register; null: not taken. */
  columns: z.record(z.string(), z.string().nullable()).optional(),
  /** To the questions, by their names. Those of other files stand in nobody's way. */
  answers: z.record(z.string(), z.string()).optional(),
})
type Answers = z.infer<typeof ANSWERS>

export const importTableCommand: Command = {
  name: 'import table',
  usage: 'FILE --institution SLUG --into NAME [--answers FILE]',
  about:
    'takes a table (XLSX, CSV, JSON) into a register; exit code 1 with the questions where something is doubtful (nothing is taken then), and with the refused cells where rows were refused; --answers: JSON with sheet, head, columns, answers',
  options: ['institution', 'into', 'answers'],
  optional: ['answers'],
  positionals: 1,
  run: async ({ services, options, positionals: [file = ''], folder }) => {
    const answers = options.answers === undefined ? {} : await readAnswers(resolve(folder, options.answers))
    if ('kind' in answers) return answers
    const institution = await findInstitution(services.db, 'sq', options.institution ?? '')
    if (!institution) return refused(`There is no institution ${options.institution}.`)
    const target = await findTarget(doors, services, options.into ?? '', institution.id)
    if (!target) return noTarget(services, options.into ?? '', institution)
    const id = await stage(services, resolve(folder, file), target, institution.id)
    if (typeof id !== 'string') return id
    const outcome = await takeStaged(services, target, id, answers)
    // What was not taken is not kept: it may hold people's data, and the file is where it was.
    if ((await findImport(services.db, id))?.state === 'open') await dropImport(services, id, BY)
    return outcome
  },
}

async function readAnswers(path: string): Promise<Answers | Outcome> {
  try {
    const read = ANSWERS.safeParse(JSON.parse(await readFile(path, 'utf8')))
    return read.success ? read.data : misused(`--answers: ${z.prettifyError(read.error)}`)
  } catch (error) {
    return refused(`${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function noTarget(services: Services, name: string, { id, slug }: { id: string; slug: string }) {
  const targets = (await listTargets(doors, services, [id])).filter((one) => isOf(one, id))
  const names = targets.map((one) => `  ${one.name}  ${one.title.sq}`)
  return refused([`There is no register ${name} of ${slug} that takes tables. It has:`, ...names].join('\n'))
}

async function stage(
  services: Services,
  path: string,
  target: TableTarget,
  institutionId: string,
): Promise<string | Outcome> {
  try {
    const { size } = await stat(path)
    const hash = createHash('sha256')
    for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
    const file = { path, name: tableFileName(basename(path)), digest: hash.digest('hex'), size }
    const order = { institutionId, target: target.name, submissionId: randomUUID(), file, by: BY } as const
    const staged = await stageImport(services, order)
    return staged.kind === 'staged' ? staged.id : refused(`${path}: ${textsIn('en').uploads[staged.why]}`)
  } catch (error) {
    // The file: absent, a folder, not readable by this user.
    if (error instanceof Error && 'code' in error && 'syscall' in error) return refused(error.message)
    throw error
  }
}

async function takeStaged(services: Services, target: TableTarget, id: string, told: Answers): Promise<Outcome> {
  const refusal = await choose(services, target, id, told)
  if (refusal) return refusal
  const chosen = await findImport(services.db, id)
  const reckoned = chosen && (await reckonRows(services.db, target, chosen))
  if (!reckoned) throw new Error(`import ${id} was not chosen about`)
  const wrong = reckoned.questions.find((one) => one.id in answersOf(told) && !isAnswer(one, told))
  if (wrong) return misused(`--answers: ${wrong.id} is answered by one of ${wrong.answers.join(', ')}`)
  const asked = openQuestions(reckoned.questions)
  if (asked.length > 0) return questionsOf(asked)
  const taken = await takeImport(services, target, { id, by: BY, version: null })
  if (taken.kind !== 'taken') throw new Error(`import ${id}: ${taken.kind}`)
  return takenOf(id, target, taken.outcome)
}

const answersOf = ({ answers = {} }: Answers): Record<string, string> => answers
const isAnswer = ({ id, answers }: Question, told: Answers): boolean => answers.includes(answersOf(told)[id] ?? '')

/** Null: everything is chosen. */
async function choose(services: Services, target: TableTarget, id: string, told: Answers): Promise<Outcome | null> {
  const found = await findImport(services.db, id)
  if (!found) throw new Error(`no import ${id}`)
  const sheet = sheetOf(found, told.sheet)
  const sheets = found.sheets.map(({ name }) => name).join(', ')
  if (sheet === undefined) return misused(`--answers: sheet is one of ${sheets}`)
  const outcome = await chooseByItself(services, target, found, { sheet, head: told.head ?? null })
  if (outcome.kind === 'which-sheet') return refused(`The file has several sheets (${sheets}): choose by --answers.`)
  if (told.columns) {
    const columns = await columnsOf(services, target, id, told.columns)
    if ('kind' in columns) return columns
    await chooseForImport(services, id, { kind: 'columns', columns: columns.columns })
  }
  await chooseForImport(services, id, { kind: 'answers', answers: answersOf(told) })
  const { columns } = (await findImport(services.db, id))?.choices ?? { columns: null }
  if (columns?.some((one) => one !== null)) return null
  const names = target.columns.map(({ name }) => name).join(', ')
  return refused(`No column of the table is known in the register: choose by --answers. It has: ${names}`)
}

/** Undefined: there is no such sheet; null: not told. */
function sheetOf({ sheets }: TableImport, told: string | number | undefined): number | null | undefined {
  if (told === undefined) return null
  const index = typeof told === 'number' ? told - 1 : sheets.findIndex(({ name }) => name === told)
  return sheets[index] ? index : undefined
}

async function columnsOf(
  services: Services,
  target: TableTarget,
  id: string,
  told: Record<string, string | null>,
): Promise<{ columns: (string | null)[] } | Outcome> {
  const found = await findImport(services.db, id)
  const { sheet, head, columns } = found?.choices ?? { sheet: null, head: null, columns: null }
  if (!found || sheet === null || head === null || columns === null) throw new Error(`import ${id} has no columns`)
  const names = columnNames(await listLines(services.db, id, sheet), head, found.sheets[sheet]?.names ?? null)
  const absent = Object.keys(told).find((one) => !names.some(({ name }) => name === one))
  if (absent !== undefined) return misused(`--answers: the table has no column ${absent}`)
  const unknown = Object.values(told).find((one) => one !== null && !target.columns.some(({ name }) => name === one))
  if (unknown !== undefined) return misused(`--answers: the register has no column ${unknown}`)
  const taken = new Set(Object.values(told))
  // What was told goes before what was guessed.
  const chosen = names.map(({ name }, index) => {
    if (Object.hasOwn(told, name)) return told[name] ?? null
    const guessed = columns[index] ?? null
    return taken.has(guessed) ? null : guessed
  })
  const twice = chosen.find((one, index) => one !== null && chosen.indexOf(one) !== index)
  return twice === undefined ? { columns: chosen } : misused(`--answers: ${twice} is given twice`)
}

function questionsOf(asked: readonly Question[]): Outcome {
  const { questions: t } = textsIn('en')
  const lines = asked.flatMap(({ id, kind, column, count, examples, answers }) => [
    `${id}: ${t.kinds[kind]}`,
    `  ${column === null ? t.rowCount(count) : `${column}, ${t.count(count)}`}: ${examples.map(({ at, words }) => t.at(at, words)).join('; ')}`,
    `  one of ${answers.join(', ')}`,
  ])
  const first = 'Nothing was taken. Answer these by --answers:'
  return { kind: 'named', data: { taken: false, questions: asked }, lines: [first, ...lines] }
}

function takenOf(id: string, target: TableTarget, outcome: Taken): Outcome {
  const { counts, added, known, refusedCells } = outcome
  const { one: t } = textsIn('en')
  const cells = refusedCells.slice(0, SHOWN_REFUSALS).map(({ at, column, why, words }) => {
    const reason = typeof why === 'string' ? t.why[why] : why.en
    return `line ${at}, column ${column || '–'}: ${reason}${words === '' ? '' : ` (${words})`}`
  })
  const total = `${target.title.sq}: ${added} rows added, ${known} were there already, ${outcome.refused} refused.`
  return {
    kind: outcome.refused > 0 ? 'named' : 'done',
    data: { taken: true, id, into: target.name, counts, added, known, refused: outcome.refused, refusedCells },
    lines: [total, ...cells],
  }
}
