import type { Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { answersOf } from '../questions/answer-queries.ts'
import type { Channel, SenderKind } from './comment-rules.ts'
import type { SentContent } from './submission-rules.ts'

/** Where a comment belongs in the text of its consultation. */
export type Anchored = {
  about: 'whole' | 'article' | 'passage'
  textVersionId: string | null
  nodeId: string | null
  articleLabel: string | null
  quote: string | null
  quotePrefix: string | null
  quoteSuffix: string | null
  quoteStart: number | null
}

/** What a comment becomes when it is counted. */
export type Received = { state: 'published' | 'waiting'; code: string }

/** How it came in by another way than the site, and through whom. Days are civil days in the institution's zone. */
export type CameIn = {
  channel: Exclude<Channel, 'web'>
  happenedOn: string
  receivedOn: string
  /** Said after the window had closed: kept, and counted apart. */
  late: boolean
  delivery: { id: string; point: number } | null
  enteredBy: string | null
}

export type NewComment = Anchored & {
  institutionId: string
  consultationId: string
  submissionId: string
  contactId: string | null
  tokenDigest: Buffer
  lang: Lang
  sentAt: Date
  /** Null: it is counted once its author has answered a letter. */
  received: Received | null
  body: string
  onBehalf: 'person' | 'organisation'
  authorName: string | null
  organisation: string | null
  namePublic: boolean
  found: string[]
  senderKind: SenderKind | null
  /** The article or the passage as its author would write it. */
  suggestion: string | null
  /** Null: sent on the site. */
  cameIn: CameIn | null
  /** Sent, or said, after the window had closed. */
  late: boolean
}

/**
 * The id, or null when this very form was already received. One statement for the comment, its words and what happened to
 * it, and in the state in which it will stand: PostgreSQL reads all the conditions of a table anew for each statement, and
 * a row that is changed at once is written into every index a second time.
 */
export async function insertComment(tx: Transaction, comment: NewComment): Promise<string | null> {
  const { received, sentAt, cameIn, late } = comment
  const first = [cameIn ? 'entered' : 'sent', ...(late ? ['late'] : [])]
  // What the office enters has nobody who would answer a letter.
  const events = received ? [...first, ...(cameIn ? [] : ['confirmed']), received.state] : first
  const row = one(
    await tx<{ id: string }[]>`
      with comment as (
        insert into consultations.comments
          (institution_id, consultation_id, submission_id, contact_id, token_digest, lang, about, text_version_id, node_id,
           article_label, quote, quote_prefix, quote_suffix, quote_start, state, code, sent_at, changed_at, confirmed_at,
           published_at, channel, sender_kind, happened_on, received_on, late, delivery_id, delivery_point, entered_by)
        values
          (${comment.institutionId}, ${comment.consultationId}, ${comment.submissionId}, ${comment.contactId},
           ${comment.tokenDigest}, ${comment.lang}, ${comment.about}, ${comment.textVersionId}, ${comment.nodeId},
           ${comment.articleLabel}, ${comment.quote}, ${comment.quotePrefix}, ${comment.quoteSuffix},
           ${comment.quoteStart}, ${received?.state ?? 'sent'}, ${received?.code ?? null}, ${sentAt}, ${sentAt},
           ${received && sentAt}, ${received?.state === 'published' ? sentAt : null},
           ${cameIn?.channel ?? 'web'}, ${comment.senderKind}, ${cameIn?.happenedOn ?? null}, ${cameIn?.receivedOn ?? null},
           ${late}, ${cameIn?.delivery?.id ?? null}, ${cameIn?.delivery?.point ?? null},
           ${cameIn?.enteredBy ?? null})
        on conflict (submission_id) do nothing
        returning id, institution_id, sent_at),
      version as (
        insert into consultations.comment_versions
          (institution_id, comment_id, n, body, on_behalf, author_name, organisation, name_public, found, suggestion,
           written_at)
        select institution_id, id, 1, ${comment.body}, ${comment.onBehalf}, ${comment.authorName}, ${comment.organisation},
               ${comment.namePublic}, ${comment.found}, ${comment.suggestion}, sent_at
        from comment),
      event as (
        insert into consultations.comment_events (institution_id, comment_id, kind, version, at, by_account_id)
        select comment.institution_id, comment.id, happened.kind, 1, comment.sent_at,
               case when happened.kind in ('entered', 'late') then ${cameIn?.enteredBy ?? null}::uuid end
        from comment cross join unnest(${events}::text[]) with ordinality as happened (kind, place)
        order by happened.place)
      select id from comment`,
  )
  return row?.id ?? null
}

export type KnownContact = { id: string; lang: Lang; confirmedAt: Date | null }

/** The contact of an address, kept as it is until the deed ends: nobody gives it another address, nobody erases it. */
export const holdContact = async (tx: Transaction, email: string): Promise<KnownContact | null> =>
  one(
    await tx<KnownContact[]>`
      select id, lang, confirmed_at from platform.contacts where email = ${email.toLowerCase()} for key share`,
  )

/** The contact of an address, made on first sight. The row is what the comment points to; the address stands once. */
export async function contactOf(tx: Transaction, email: string, lang: Lang, now: Date): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into platform.contacts (email, lang, created_at) values (${email.toLowerCase()}, ${lang}, ${now})
    on conflict (email) do update set lang = excluded.lang
    returning id`
  if (!row) throw new Error('An upsert gives a row')
  return row.id
}

/** What this form brought when it was received before; null when it was not. */
export async function findSubmission(tx: Transaction, submissionId: string): Promise<SentContent | null> {
  return one(
    await tx<SentContent[]>`
      select version.body, contact.email, version.author_name, version.organisation, version.name_public, comment.node_id,
             comment.quote, version.suggestion, ${answersOf(tx, tx`comment.id`, tx`1`)} as answers, array(
               select file.digest from platform.documents as document
               join platform.document_files as file on file.document_id = document.id and file.version = 1
               where document.subject = 'consultations.comment:' || comment.id and document.removed_at is null) as file_digests
      from consultations.comments as comment
      join consultations.comment_versions as version on version.comment_id = comment.id and version.n = 1
      left join platform.contacts as contact on contact.id = comment.contact_id
      where comment.submission_id = ${submissionId}`,
  )
}

/** An article of a published text, without its words. */
export const findArticle = async (
  tx: Transaction,
  versionId: string,
  nodeId: string,
): Promise<{ label: string | null } | null> =>
  one(
    await tx<{ label: string | null }[]>`
      select label from platform.text_nodes
      where version_id = ${versionId} and node_id = ${nodeId} and kind = 'article'`,
  )
