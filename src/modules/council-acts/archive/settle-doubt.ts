import type { Official } from '#platform/auth/visitor.ts'
import { recordChange } from '#platform/history/record-change.ts'
import { recordChanges } from '#platform/history/record-change.ts'
import { enqueue } from '#platform/jobs/jobs.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { enterActs } from '../act-records.ts'
import { ACT_RECORD } from '../act-rules.ts'
import { holdArchiveLine, listTopicWords, type ArchiveLine } from './archive-queries.ts'
import { ARCHIVE_KIND, BATCH_ROWS } from './archive-rules.ts'
import { settleLine } from './archive-writing-queries.ts'
import { addTopicToActs, holdActsWithWord, markCorrected, setForceOfActs, setKindOfActs } from './pointing-queries.ts'
import { targetsOf, type Settlement } from './settle-rules.ts'
import { changedBy } from './take-archive.ts'

export type SettleOutcome = 'done' | 'no-such-doubt' | 'settled-before' | 'no-target'

/** A doubt is looked at by a person: it stays as it is, means something we know, or means nothing. */
export const settleDoubt = (
  services: Services,
  order: { archiveId: string; lineId: string; as: Settlement; to: string | null; by: Official },
): Promise<SettleOutcome> =>
  services.db.begin(async (tx): Promise<SettleOutcome> => {
    const { archiveId, lineId, as, to, by } = order
    const line = await holdArchiveLine(tx, lineId)
    if (line?.archiveId !== archiveId || line.kind !== 'doubt') return 'no-such-doubt'
    if (line.settled !== null) return 'settled-before'
    if (as === 'pointed') {
      const topics = (await listTopicWords(tx, line.institutionId)).map(({ id }) => id)
      if (to === null || !targetsOf(line.reason, topics)?.includes(to)) return 'no-target'
    }
    const at = services.clock.now()
    await settleLine(tx, lineId, { as, pointedTo: as === 'pointed' ? to : null, at, by: by.accountId })
    await recordChange(tx, {
      institutionId: line.institutionId,
      subject: refOf(ARCHIVE_KIND, archiveId),
      kind: 'archive-doubt-settled',
      by,
      at,
      fields: [{ field: 'archive-doubt', from: line.words, to: as }],
    })
    if (as === 'pointed') await enqueue(tx, 'council-acts.apply-pointed', { line: lineId, account: by.accountId })
    return 'done'
  })

const COLUMNS = { 'topic-unknown': 'topics', 'kind-unknown': 'type', 'status-unknown': 'status' } as const

/** The job: every act of the archive whose row has the word takes what it means. Run again it changes nothing more. */
export async function applyPointed(services: Services, lineId: string, by: string | null): Promise<void> {
  for (let after: string | null = null; ;) {
    const last: string | null = await services.db.begin(async (tx) => {
      const line = await holdArchiveLine(tx, lineId)
      if (line?.settled !== 'pointed' || line.pointedTo === null || !Object.hasOwn(COLUMNS, line.reason)) return null
      const column = COLUMNS[line.reason as keyof typeof COLUMNS]
      const ids = await holdActsWithWord(tx, line.archiveId, { column, word: line.words }, after, BATCH_ROWS)
      if (ids.length === 0) return null
      const at = services.clock.now()
      if (column === 'topics') await addTopicToActs(tx, line.institutionId, ids, line.pointedTo)
      else if (column === 'type') await setKindOfActs(tx, ids, line.pointedTo)
      else await setForceOfActs(tx, ids, line.pointedTo)
      await markCorrected(tx, ids, at, by)
      await recordChanges(tx, changesOf(line, ids, at, by))
      await enterActs(tx, services, ids)
      return ids.at(-1) ?? null
    })
    if (last === null) return
    after = last
  }
}

const changesOf = (
  { institutionId, columnName, words, pointedTo }: ArchiveLine,
  ids: readonly string[],
  at: Date,
  by: string | null,
) =>
  ids.map((id) => ({
    institutionId,
    subject: refOf(ACT_RECORD, id),
    kind: 'archive-corrected',
    by: changedBy(by),
    at,
    fields: [{ field: `archive-${columnName}`, from: words, to: pointedTo }],
  }))
