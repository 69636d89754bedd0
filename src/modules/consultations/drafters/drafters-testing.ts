import { randomUUID } from 'node:crypto'
import { formWorkbookOf } from '#platform/export/form-workbook.ts'
import { makeFormDocx } from '#platform/papers/make-form-docx.ts'
import type { Services } from '#platform/services.ts'
import { officialWith } from '../testing.ts'
import { viewFileDocument, viewFileWorkbook } from './file-document-view.ts'
import { findFile, type DraftersFile } from './file-queries.ts'
import { makeDraftersFile, type FileOrder } from './make-file.ts'
import { insertReturn, insertReturnRows } from './return-queries.ts'

/** Help for tests of the drafters' files. Only tests import this. */

type At = { id: string; institution: { slug: string } }

/** What went out. */
export async function givenDraftersFile(
  services: Services,
  consultation: At,
  changes: Partial<FileOrder> = {},
): Promise<DraftersFile> {
  const official = await officialWith(services, ['consultation-coordinator', consultation.institution.slug])
  const made = await makeDraftersFile(services, official, {
    consultationId: consultation.id,
    scope: 'unanswered',
    nodeId: null,
    whole: false,
    inGroups: true,
    format: 'xlsx',
    unit: 'Drejtoria Juridike',
    returnBy: null,
    form: randomUUID(),
    ...changes,
  })
  const file = made.kind === 'made' ? await findFile(services.db, made.id) : null
  if (!file) throw new Error(`test drafters' file: ${JSON.stringify(made)}`)
  return file
}

/** What came back in it, read and not yet taken in. */
export async function givenReturn(
  services: Services,
  file: DraftersFile,
  lines: readonly { code: string; decisionWords?: string; reason?: string; changedWords?: string }[],
): Promise<string> {
  const { institutionId, consultationId, id: fileId } = file
  const digest = randomUUID().replaceAll('-', '').repeat(2)
  const official = await services.db<{ id: string }[]>`select id from platform.accounts limit 1`
  const [by, at] = [official[0]?.id ?? '', services.clock.now()]
  const made = { institutionId, consultationId, fileId, fileName: 'tabela.xlsx', digest, at, by }
  return services.db.begin(async (tx) => {
    const id = (await insertReturn(tx, made)) ?? ''
    const words = { decisionWords: 'Nuk pranohet', reason: 'Ligji nuk e lejon.', changedWords: '' }
    const rows = lines.map((line, n) => ({ ...words, ...line, n: n + 1, at: n + 10 }))
    await insertReturnRows(tx, { id, institutionId }, rows)
    return id
  })
}

/** By the code of the line: decision, reason, the changed article. Null: the line is taken out. */
export type Fill = (code: string) => readonly [string, string, string?] | null

/** The workbook as the drafters send it back. */
export async function filledWorkbook(
  services: Services,
  file: DraftersFile,
  fill: Fill,
  { order = [0, 1, 2, 3, 4, 5, 6] }: { order?: readonly number[] } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const form = await viewFileWorkbook(services, file)
  const rows = form.rows.flatMap((cells) => {
    const filled = fill(cells[1] ?? '')
    return filled ? [[...cells.slice(0, 4), filled[0], filled[1], filled[2] ?? '']] : []
  })
  const moved = <T>(cells: readonly T[]): T[] => order.flatMap((at) => (cells[at] === undefined ? [] : [cells[at]]))
  const columns = moved(form.columns)
  return Uint8Array.from(
    await formWorkbookOf({ ...form, columns, rows: rows.map((cells) => moved(cells)), choice: null }),
  )
}

export async function filledDocument(
  services: Services,
  file: DraftersFile,
  fill: Fill,
): Promise<Uint8Array<ArrayBuffer>> {
  const form = await viewFileDocument(services, file)
  const blocks = form.blocks.map((block) => {
    if (block.kind !== 'table') return block
    const rows = block.rows.flatMap((cells) => {
      const filled = fill(cells[1]?.[0] ?? '')
      return filled ? [[...cells.slice(0, 4), [filled[0]], filled[1].split('\n'), [filled[2] ?? '']]] : []
    })
    return { ...block, rows }
  })
  return Uint8Array.from(await makeFormDocx({ ...form, blocks }))
}
