import type { ReceiptEvent, ReceiptView } from '#platform/ledger/receipts/receipt-rules.ts'
import type { RecordKind } from '#platform/ledger/record-kind.ts'
import { viewReceipt } from '#platform/ledger/receipts/receipt-view.ts'
import type { Services } from '#platform/services.ts'
import type { StoryStep } from '../telling/story-rules.ts'
import type { CommentEvent } from './own-comment-queries.ts'
import type { OwnCommentView } from './own-comment-view.ts'

/** The receipt of one wording of an own comment, with what has happened to the comment. */
export const viewOwnReceipt = (
  { db, settings }: Services,
  { own, events, story }: OwnCommentView,
  kind: RecordKind,
  version: number,
): Promise<ReceiptView | null> =>
  viewReceipt(
    { db, settings },
    { kind, id: own.id, version, history: [...events.map(asHistory), ...story.map(storyAsHistory)] },
  )

/** Words of the program alone: what a moderator wrote to the author is not for whoever gets the file. */
const asHistory = ({ kind, ground, at }: CommentEvent): ReceiptEvent => ({
  at: at.toISOString(),
  what: ['comment', kind, ground].filter(Boolean).join(' '),
})

/** Of the answer its code, version and decision, and where it stands in the ledger: by that anybody finds it there. */
const storyAsHistory = ({ at, kind, n, code, decision, channel, entry }: StoryStep): ReceiptEvent => ({
  at: at.toISOString(),
  what: [kind, code === null ? n : `${code}/${n}`, decision, channel, entry === null ? null : `ledger/${entry}`]
    .filter((part) => part !== null)
    .join(' '),
})
