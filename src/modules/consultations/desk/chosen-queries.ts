import type { Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Channel, CommentState, SenderKind } from '../comments/comment-rules.ts'
import { tables, narrowed, inInstitutions } from './desk-queries.ts'
import type { DeskFilter } from './desk-queries.ts'

/** What a deed on many is about to touch, as it stands now: of those ticked, or of all that match. */
export type Chosen = {
  id: string
  institutionId: string
  consultationId: string
  code: string
  state: CommentState
  version: number
  assigneeId: string | null
  /** Whoever sent it has an address, and would get a letter. */
  hasAddress: boolean
}

const chosenColumns = (db: Queryable) => db`
  comment.id, comment.institution_id, comment.consultation_id, comment.code, comment.state, comment.version,
  comment.assignee_id, comment.contact_id is not null as has_address`

export const listChosenByFilter = (db: Queryable, filter: DeskFilter, limit: number): Promise<Chosen[]> => db<Chosen[]>`
  select ${chosenColumns(db)} from ${tables(db)}
  where ${narrowed(db, filter)}
  order by comment.confirmed_at desc, comment.id desc limit ${limit}`

export const listChosenByIds = (
  db: Queryable,
  institutions: readonly string[] | null,
  ids: readonly string[],
): Promise<Chosen[]> => db<Chosen[]>`
  select ${chosenColumns(db)} from consultations.comments as comment
  where comment.id = any(${ids as string[]}::uuid[]) and comment.confirmed_at is not null and comment.state <> 'erased'
    ${institutions ? db`and ${inInstitutions(db, institutions)}` : db``}
  order by comment.confirmed_at desc, comment.id desc`

/** A row of the file for work outside. */
export type FileComment = {
  id: string
  institutionId: string
  contactId: string | null
  code: string
  consultation: string
  state: CommentState
  channel: Channel
  senderKind: SenderKind | null
  articleLabel: string | null
  late: boolean
  receivedOn: string
  body: string
  suggestion: string | null
  authorName: string | null
  organisation: string | null
  namePublic: boolean
  lang: Lang
  assignee: string | null
  labels: string[]
}

export const listFileComments = (db: Queryable, filter: DeskFilter, limit: number): Promise<FileComment[]> => db<
  FileComment[]
>`
  select comment.id, comment.institution_id, comment.contact_id, comment.code, consultation.title as consultation,
         comment.state, comment.channel, comment.sender_kind, comment.article_label, comment.late,
         coalesce(comment.received_on, (comment.confirmed_at at time zone institution.zone)::date)::text as received_on,
         version.body, version.suggestion, version.author_name, version.organisation, version.name_public, comment.lang,
         assignee.name as assignee,
         array(select label.name from consultations.comment_labels as worn
               join consultations.labels as label on label.id = worn.label_id
               where worn.comment_id = comment.id order by label.name) as labels
  from ${tables(db)}
  join consultations.consultations as consultation on consultation.id = comment.consultation_id
  join platform.institutions as institution on institution.id = comment.institution_id
  left join platform.accounts as assignee on assignee.id = comment.assignee_id
  where ${narrowed(db, filter)}
  order by comment.confirmed_at desc, comment.id desc limit ${limit}`
