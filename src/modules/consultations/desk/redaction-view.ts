import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { COMMENT_LIMITS } from '../comments/comment-rules.ts'
import { findOfficeComment, type OfficeCommentDetail } from '../moderation/moderation-queries.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { findRedactable, isRedactedBy, listKeptWords, type KeptWords } from './redaction-queries.ts'
import { coverIn, offeredIn, type Passage } from './redaction-rules.ts'

export type RedactionView = {
  comment: OfficeCommentDetail
  changedAt: Date
  kept: KeptWords[]
  offered: Passage[]
}

/** Null where this official may not cover anything. */
export async function viewRedaction({ db }: Services, official: Official, id: string): Promise<RedactionView | null> {
  const comment = isUuid(id) ? await findOfficeComment(db, id) : null
  if (!comment || !mayIn(official, may['comments.redact'], comment.institutionId)) return null
  const [kept, changedAt] = await Promise.all([listKeptWords(db, id), findRedactable(db, id)])
  return {
    comment,
    changedAt: changedAt ?? comment.confirmedAt,
    kept,
    offered: offeredIn(kept.map(({ words }) => words)),
  }
}

/** What would be left, where something is covered. */
export const previewOf = ({ comment, kept }: RedactionView, passages: readonly Passage[]): KeptWords[] =>
  kept.flatMap((one) => {
    const words = coverIn(one.words, passages, textsIn(comment.lang).redaction.marks, COMMENT_LIMITS.body)
    return words === one.words ? [] : [{ ...one, words }]
  })

/** Pressed twice: this very form has covered already. */
export const isCovered = ({ db }: Services, formId: string): Promise<boolean> => isRedactedBy(db, formId)
