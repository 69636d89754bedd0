import type { Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { CommentState, HoldGround } from './comment-rules.ts'

export type NewVersion = {
  institutionId: string
  commentId: string
  n: number
  body: string
  onBehalf: 'person' | 'organisation'
  authorName: string | null
  organisation: string | null
  namePublic: boolean
  found: string[]
  suggestion: string | null
  writtenAt: Date
}

export async function insertVersion(tx: Transaction, version: NewVersion): Promise<void> {
  await tx`
    insert into consultations.comment_versions
      (institution_id, comment_id, n, body, on_behalf, author_name, organisation, name_public, found, suggestion, written_at)
    values
      (${version.institutionId}, ${version.commentId}, ${version.n}, ${version.body}, ${version.onBehalf},
       ${version.authorName}, ${version.organisation}, ${version.namePublic}, ${version.found}, ${version.suggestion},
       ${version.writtenAt})`
}

export type CommentEventKind =
  | 'sent'
  | 'entered'
  | 'late'
  | 'in-time'
  | 'confirmed'
  | 'waiting'
  | 'published'
  | 'held'
  | 'released'
  | 'corrected'
  | 'withdrawn'
  | 'erased'
  | 'taken-down'
  | 'restored'
  | 'redacted'

export type NewCommentEvent = {
  institutionId: string
  commentId: string
  kind: CommentEventKind
  version: number
  at: Date
  byAccountId?: string | null
  ground?: HoldGround | null
  note?: string | null
}

/** In the order given: pages read them by number. */
export async function insertCommentEvents(tx: Transaction, events: readonly NewCommentEvent[]): Promise<void> {
  const rows = events.map((event) => ({
    institution_id: event.institutionId,
    comment_id: event.commentId,
    kind: event.kind,
    version: event.version,
    at: event.at.toISOString(),
    by_account_id: event.byAccountId ?? null,
    ground: event.ground ?? null,
    note: event.note ?? null,
  }))
  await tx`
    insert into consultations.comment_events (institution_id, comment_id, kind, version, at, by_account_id, ground, note)
    select institution_id, comment_id, kind, version, at, by_account_id, ground, note
    from jsonb_to_recordset(${tx.json(rows)}::jsonb) as row (
      institution_id uuid, comment_id uuid, kind text, version int, at timestamptz, by_account_id uuid, ground text, note text)`
}

export const insertCommentEvent = (tx: Transaction, event: NewCommentEvent): Promise<void> =>
  insertCommentEvents(tx, [event])

export type CommentToMove = {
  id: string
  institutionId: string
  code: string | null
  state: CommentState
  version: number
  found: string[]
  attachments: number
  /** A moderator held it, and none has released it since, whatever its author has written. */
  underHold: boolean
  email: string | null
  lang: Lang
  slug: string
  title: string
  publishedAt: Date | null
  late: boolean
}

/**
 * Locks a comment for a move of its state, with what the move's rule and letter need. Locked first and read afterwards:
 * a version written while we waited for the lock would otherwise not be seen.
 */
export async function holdComment(tx: Transaction, id: string): Promise<CommentToMove | null> {
  await tx`select from consultations.comments where id = ${id} for update`
  return one(
    await tx<CommentToMove[]>`
      select comment.id, comment.institution_id, comment.code, comment.state, comment.version, version.found,
             (select count(*)::int from platform.documents as document
              where document.subject = 'consultations.comment:' || comment.id and document.removed_at is null) as attachments,
             coalesce((select event.kind = 'held' from consultations.comment_events as event
                       where event.comment_id = comment.id and event.kind in ('held', 'released')
                       order by event.id desc limit 1), false) as under_hold,
             contact.email, comment.lang, consultation.slug, comment.published_at, comment.late,
             coalesce((select words from platform.translations where subject = 'consultations.consultation:' || consultation.id
                       and field = 'title' and lang = comment.lang), consultation.title) as title
      from consultations.comments as comment
      join consultations.comment_versions as version on version.comment_id = comment.id and version.n = comment.version
      join consultations.consultations as consultation on consultation.id = comment.consultation_id
      left join platform.contacts as contact on contact.id = comment.contact_id
      where comment.id = ${id}`,
  )
}

export type CommentMove = { id: string; state: CommentState; now: Date; code?: string; version?: number }

/** Sets the state and the times that go with it; code and version only where the move gives them. */
export async function moveComment(tx: Transaction, move: CommentMove): Promise<void> {
  await tx`
    update consultations.comments set
      state = ${move.state},
      changed_at = ${move.now},
      version = coalesce(${move.version ?? null}, version),
      code = coalesce(code, ${move.code ?? null}),
      confirmed_at = case when ${move.code ?? null}::text is null then confirmed_at else ${move.now} end,
      published_at = case when ${move.state} = 'published' then coalesce(published_at, ${move.now}) else published_at end
    where id = ${move.id}`
}

export async function confirmContact(tx: Transaction, commentId: string, now: Date): Promise<void> {
  await tx`
    update platform.contacts set confirmed_at = coalesce(confirmed_at, ${now})
    where id = (select contact_id from consultations.comments where id = ${commentId})`
}
