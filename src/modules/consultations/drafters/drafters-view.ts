import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { FormWorkbook } from '#platform/export/form-workbook.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Services } from '#platform/services.ts'
import { answersNavOf, type AnswersNavRights } from '../answers/answers-nav-view.ts'
import { findMatterOfWork, type Matter } from '../answers/work-queries.ts'
import { listArticleChoices, type ArticleChoice } from '../desk/desk-queries.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { checkLines, COLUMN_OF, LINE_REFUSALS, mayBeUndone, UNDO_MINUTES, type LineRefusal } from './check-rules.ts'
import { countToSend, findFile, listFiles, type DraftersFile, type SendCounts } from './file-queries.ts'
import { emptyWorkbook } from './file-document-view.ts'
import { FILE_WORDS } from './file-words-texts.ts'
import { findReturn, listReturnRows, listReturns, listStanding, type DraftersReturn } from './return-queries.ts'
import { HEADINGS, type ColumnKey, type ReadLine } from './table-rules.ts'
import { draftersTexts } from './texts.ts'

export type DraftersView = {
  matter: Matter
  articles: ArticleChoice[]
  counts: SendCounts
  files: DraftersFile[]
  returns: DraftersReturn[]
  now: Date
  mayWrite: boolean
  nav: AnswersNavRights
}

const SHOWN = 100

/** Null: there is none, or it belongs to an institution of others. */
export async function viewDrafters(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  official: Official,
  id: string,
): Promise<DraftersView | null> {
  const matter = isUuid(id) ? await findMatterOfWork(db, id) : null
  if (!matter || matter.state === 'draft' || !mayIn(official, may['answers.read'], matter.institutionId)) return null
  const [articles, counts, files, returns] = await Promise.all([
    listArticleChoices(db, id),
    countToSend(db, id),
    listFiles(db, id, SHOWN),
    listReturns(db, id, SHOWN),
  ])
  const mayWrite = mayIn(official, may['answers.write'], matter.institutionId)
  const nav = answersNavOf(official, matter.institutionId)
  return { matter, articles, counts, files, returns, now: clock.now(), mayWrite, nav }
}

export async function viewFileToSend(
  { db }: Pick<Services, 'db'>,
  official: Official,
  id: string,
): Promise<DraftersFile | null> {
  const file = isUuid(id) ? await findFile(db, id) : null
  return file && mayIn(official, may['answers.read'], file.institutionId) ? file : null
}

/** What became, or would become, of a line. */
export type LineView = ReadLine & {
  is: 'take' | 'taken' | 'same' | 'refused'
  why: LineRefusal | null
  column: ColumnKey | null
  number: number
  left: number
  answer: { id: string; code: string } | null
}

export type ReturnView = {
  returned: DraftersReturn
  matter: Matter
  lines: LineView[]
  undoUntil: Date | null
  mayWrite: boolean
}

export async function viewReturn(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  official: Official,
  id: string,
): Promise<ReturnView | null> {
  const returned = isUuid(id) ? await findReturn(db, id) : null
  const matter = returned && (await findMatterOfWork(db, returned.consultationId))
  if (!returned || !matter || !mayIn(official, may['answers.read'], returned.institutionId)) return null
  const { takenAt, state } = returned
  const undoable = state === 'taken' && mayBeUndone(takenAt, clock.now())
  return {
    returned,
    matter,
    lines: await linesOf(db, returned),
    undoUntil: undoable && takenAt ? new Date(takenAt.getTime() + UNDO_MINUTES * 60_000) : null,
    mayWrite: mayIn(official, may['answers.write'], returned.institutionId),
  }
}

async function linesOf(db: Services['db'], { id, fileId, state }: DraftersReturn): Promise<LineView[]> {
  const rows = await listReturnRows(db, id)
  const none = { why: null, column: null, number: 0, left: 0, answer: null }
  if (state === 'read')
    return checkLines(rows, await listStanding(db, fileId)).map((checked): LineView => {
      const { line } = checked
      if (checked.kind === 'refused')
        return { ...line, ...none, is: 'refused', why: checked.why, column: COLUMN_OF[checked.why] }
      if (checked.kind === 'same') return { ...line, ...none, is: 'same' }
      return { ...line, ...none, is: 'take', number: checked.commentIds.length, left: checked.left }
    })
  return rows.map((row): LineView => {
    const { outcome, answerId, answerCode } = row
    if (outcome === 'same') return { ...row, ...none, is: 'same' }
    const why = LINE_REFUSALS.find((one) => one === outcome)
    if (why) return { ...row, ...none, is: 'refused', why, column: COLUMN_OF[why] }
    const answer = answerId !== null && answerCode !== null ? { id: answerId, code: answerCode } : null
    return { ...row, ...none, is: 'taken', number: row.answered, left: row.leftOut, answer }
  })
}

/** The lines that are not taken, each with why, in the shape in which they can be mended and brought again. */
export async function viewRefusedWorkbook(
  services: Pick<Services, 'db'>,
  { returned, lines }: ReturnView,
): Promise<FormWorkbook | null> {
  const file = await findFile(services.db, returned.fileId)
  if (!file) return null
  const form = emptyWorkbook(file)
  const { why } = draftersTexts('sq')
  return {
    ...form,
    columns: [
      { name: HEADINGS.code, width: 12 },
      { name: FILE_WORDS.why, width: 40 },
      { name: HEADINGS.decision, width: 22 },
      { name: HEADINGS.reason, width: 50 },
      { name: HEADINGS.changed, width: 50 },
    ],
    choice: form.choice && { ...form.choice, column: 2 },
    rows: lines
      .filter(({ is }) => is === 'refused')
      .map((line) => [line.code, line.why ? why[line.why] : '', line.decisionWords, line.reason, line.changedWords]),
  }
}
