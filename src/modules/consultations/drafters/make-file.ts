import { mayIn } from '#platform/auth/permissions.ts'
import { newReceiptCode } from '#platform/auth/private-link.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import { CONSULTATION_KIND } from '../closing/closing-rules.ts'
import { findMatterOfWork } from '../answers/work-queries.ts'
import { consultationPermissions as may } from '../permissions.ts'
import {
  findFileByForm,
  insertFile,
  insertFileRows,
  listToSend,
  type FileChoice,
  type NewFileRow,
  type ToSend,
} from './file-queries.ts'
import { MOST_LINES } from './table-rules.ts'

export type FileOrder = FileChoice & {
  format: 'docx' | 'xlsx'
  unit: string
  returnBy: CivilDate | null
  /** One line for all of a group. */
  inGroups: boolean
  form: string
}

export type MakeOutcome =
  | { kind: 'made'; id: string }
  | { kind: 'nothing-to-send' }
  | { kind: 'too-many' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-consultation' }

/** Of one file: a group may have thousands of comments in one line. */
const MOST_COMMENTS = 20_000

/** Keeps what goes out, comment by comment with its wording; the file itself is made of that whenever it is asked for. */
export async function makeDraftersFile(services: Services, official: Official, order: FileOrder): Promise<MakeOutcome> {
  const at = services.clock.now()
  return services.db.begin(async (tx): Promise<MakeOutcome> => {
    const matter = await findMatterOfWork(tx, order.consultationId)
    if (!matter || matter.state === 'draft') return { kind: 'no-such-consultation' }
    const { institutionId } = matter
    if (!mayIn(official, may['answers.write'], institutionId)) return { kind: 'not-permitted' }
    const found = await listToSend(tx, order, MOST_COMMENTS + 1)
    const rows = linesOf(found, order.inGroups)
    const lines = rows.at(-1)?.line ?? 0
    if (lines === 0) {
      const before = await findFileByForm(tx, order.form)
      return before === null ? { kind: 'nothing-to-send' } : { kind: 'made', id: before }
    }
    if (found.length > MOST_COMMENTS || lines > MOST_LINES) return { kind: 'too-many' }
    const by = official.accountId
    const id = await insertFile(tx, { ...order, institutionId, code: newReceiptCode(), lines, at, by })
    if (id === null) return { kind: 'made', id: (await findFileByForm(tx, order.form)) ?? '' }
    await insertFileRows(tx, { id, institutionId }, rows)
    await recordChange(tx, {
      institutionId,
      subject: refOf(CONSULTATION_KIND, order.consultationId),
      kind: 'drafters-file-made',
      by: { accountId: by },
      at,
    })
    return { kind: 'made', id }
  })
}

/** In the order in which they came; all of a group stand where its first one does. */
function linesOf(found: readonly ToSend[], inGroups: boolean): NewFileRow[] {
  const sizes = new Map<string, number>()
  for (const { groupId } of found) if (groupId !== null) sizes.set(groupId, (sizes.get(groupId) ?? 0) + 1)
  const grouped = ({ groupId }: ToSend) => inGroups && groupId !== null && (sizes.get(groupId) ?? 0) > 1
  const lines = new Map<string, number>()
  const rows = found.map((one): NewFileRow => {
    const group = grouped(one) ? one : { groupId: null, groupCode: null }
    const key = group.groupId ?? one.commentId
    const line = lines.get(key) ?? lines.size + 1
    lines.set(key, line)
    return { ...one, groupId: group.groupId, groupCode: group.groupCode, line }
  })
  return rows.toSorted((a, b) => a.line - b.line)
}
