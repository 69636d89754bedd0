import type { Official } from '#platform/auth/visitor.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { GAP_NOTE_RECORD } from '../act-rules.ts'
import { listGaps, lockGapNote, writeGapNote } from './gap-queries.ts'
import { enterGapNote } from './gap-note-records.ts'
import { rangeWords, refusalToNote, type NoteRefusal, type Numbers } from './gap-rules.ts'

export type GapNoteOrder = Numbers & {
  institutionId: string
  year: number
  series: string
  words: string
  /** The version of the note that the page showed; 0: there was none. */
  seen: number
}

/** So many gaps of one year are looked at. */
const MOST_GAPS = 10_000

/** Says for everybody why numbers are missing. Typed again, it stands in place of what was said before. */
export const noteGap = (services: Services, official: Official, order: GapNoteOrder): Promise<'done' | NoteRefusal> =>
  services.db.begin(async (tx): Promise<'done' | NoteRefusal> => {
    const { institutionId, year, series, first, last, words } = order
    const note = { institutionId, year, series, serial: first, until: last === first ? null : last, words }
    const standing = await lockGapNote(tx, note)
    if ((standing?.version ?? 0) !== order.seen) {
      // The same form a second time has nothing to add.
      return standing?.words === words && standing.until === note.until ? 'done' : 'changed-meanwhile'
    }
    const gaps = await listGaps(tx, { institutionId, year, limit: MOST_GAPS })
    const refusal = refusalToNote(
      order,
      gaps.filter((gap) => gap.series === series),
    )
    if (refusal) return refusal
    const at = services.clock.now()
    const id = await writeGapNote(tx, note, official.accountId, at)
    await recordChange(tx, {
      institutionId,
      subject: refOf(GAP_NOTE_RECORD, id),
      kind: 'gap-noted',
      by: { accountId: official.accountId },
      at,
      fields: [
        { field: 'numbers', from: null, to: `${rangeWords(order)}/${year}` },
        { field: 'words', from: standing?.words ?? null, to: words },
      ],
    })
    await enterGapNote(tx, services, id)
    return 'done'
  })
