import type { ChangeRow } from './change-row.ts'
import { isOpen } from './lineage-rules.ts'

export type VersionRefusal = 'open-doubts' | 'open-changes' | 'no-change' | 'no-summary' | 'held-back'

export const SUMMARY = { least: 10, most: 2000 } as const

export const isSummary = (words: string): boolean => {
  const length = [...words].length
  return length >= SUMMARY.least && length <= SUMMARY.most
}

/** Why a later version cannot be published yet; all reasons at once. */
export function refusalsToPublishVersion(draft: {
  openDoubts: number
  changes: readonly Pick<ChangeRow, 'certain' | 'confirmedAt'>[]
  summary: string
  /** The record has more to ask than the rooms of texts. */
  heldBack?: boolean | undefined
}): VersionRefusal[] {
  const refusals: VersionRefusal[] = []
  if (draft.openDoubts > 0) refusals.push('open-doubts')
  if (draft.changes.some(isOpen)) refusals.push('open-changes')
  if (draft.changes.length === 0) refusals.push('no-change')
  if (!isSummary(draft.summary)) refusals.push('no-summary')
  if (draft.heldBack) refusals.push('held-back')
  return refusals
}
