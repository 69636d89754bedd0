import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { holdForNotice, type NotHeld } from './hold-for-notice.ts'
import { noteNotice } from './note-notice.ts'
import { findNoticeWords, setNoticeWords } from './notice-queries.ts'
import type { NoticeWords } from './notice-rules.ts'

export type WriteNoticeOutcome = { kind: 'written' } | { kind: 'changed-meanwhile' } | NotHeld

/** `stamp`: the last change that the form showed, as milliseconds; 0: nothing was written yet. */
export function writeNotice(
  services: Services,
  official: Official,
  id: string,
  { words, stamp }: { words: NoticeWords; stamp: number },
): Promise<WriteNoticeOutcome> {
  return services.db.begin(async (tx): Promise<WriteNoticeOutcome> => {
    const held = await holdForNotice(tx, official, id)
    if (held.kind !== 'held') return held
    const { current } = held
    const before = await findNoticeWords(tx, id)
    if (before && sameWords(before, words)) return { kind: 'written' }
    if ((before?.changedAt.getTime() ?? 0) !== stamp) return { kind: 'changed-meanwhile' }
    const { institutionId } = current
    await setNoticeWords(tx, { consultationId: id, institutionId, words, at: services.clock.now() })
    const fields = [{ field: 'notice-words', from: null, to: null }]
    await noteNotice(tx, services, official, current, { kind: 'notice-changed', fields, corrects: true })
    return { kind: 'written' }
  })
}

const sameWords = (before: NoticeWords, after: NoticeWords): boolean =>
  Object.entries(after).every(([name, words]) => before[name as keyof NoticeWords] === words)
