import type { Queryable } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { likePattern } from '#platform/lists/like-pattern-rules.ts'
import type { Channel, CommentState } from '../comments/comment-rules.ts'
import {
  DESK_PAGE,
  isCode,
  momentsOf,
  type DeskKey,
  type DeskPlace,
  type DeskQuestion,
  type Sort,
} from './desk-rules.ts'

/** Who asks, and where they may read. */
export type DeskAsker = {
  /** Null: all institutions. */
  institutions: readonly string[] | null
  accountId: string
}

export type DeskFilter = DeskQuestion & DeskAsker

/** A comment in the list of the desk. */
export type DeskComment = {
  id: string
  institutionId: string
  consultationId: string
  consultationTitle: string
  code: string
  state: CommentState
  version: number
  channel: Channel
  late: boolean
  articleLabel: string | null
  lost: boolean
  body: string
  suggests: boolean
  authorName: string | null
  organisation: string | null
  namePublic: boolean
  found: string[]
  confirmedAt: Date
  zone: string
  lang: Lang
  assigneeId: string | null
  assignee: string | null
  labels: { name: string; tone: number }[]
  /** Where its article stands in the text; -1: on the whole. Zero where the list is not ordered by it. */
  place: number
}

export const tables = (db: Queryable) => db`
  consultations.comments as comment
  join consultations.comment_versions as version on version.comment_id = comment.id and version.n = comment.version`

/** Of the newest published version of the text: where the article stands under which a comment stands. */
const placeOf = (db: Queryable, { sort, consultationId }: { sort: Sort; consultationId: string }) =>
  sort === 'neni'
    ? // Which version is the newest is asked once, for it does not hang on the row.
      db`coalesce((
        select node.ordinal from platform.text_nodes as node
        where node.node_id = comment.stands_node_id and node.version_id = (
          select newest.id from consultations.consultations as matter
          join platform.text_versions as newest on newest.text_id = matter.text_id and newest.state = 'published'
          where matter.id = ${consultationId} order by newest.n desc limit 1)), case when comment.place_lost then 1000000 else -1 end)`
    : db`0`

/** Each narrowing by itself, absent where it was not asked for: so the planner sees only what is asked. */
export const narrowed = (db: Queryable, filter: DeskFilter, beside: { anyState?: boolean } = {}) => db`
  comment.confirmed_at is not null and comment.state <> 'erased'
  ${filter.institutions ? db`and ${inInstitutions(db, filter.institutions)}` : db``}
  ${filter.consultationId ? db`and comment.consultation_id = ${filter.consultationId}` : db``}
  ${filter.state && !beside.anyState ? db`and comment.state = ${filter.state}` : db``}
  ${filter.channel ? db`and comment.channel = ${filter.channel}` : db``}
  ${filter.sender ? db`and comment.sender_kind = ${filter.sender}` : db``}
  ${ofArticle(db, filter.article)}
  ${filter.late ? db`and comment.late` : db``}
  ${filter.suggestion ? db`and version.suggestion is not null` : db``}
  ${filter.answers ? db`and exists (select from consultations.comment_answers as answer where answer.comment_id = comment.id and answer.n = comment.version)` : db``}
  ${filter.unanswered ? db`and comment.state in ('waiting', 'published', 'held', 'taken-down') and not exists (select from consultations.answered_comments as institution_answer where institution_answer.comment_id = comment.id)` : db``}
  ${filter.file ? withFile(db, filter.institutions) : db``}
  ${filter.found === 'po' ? db`and version.found <> '{}'` : filter.found ? db`and version.found <> '{}' and ${filter.found} = any(version.found)` : db``}
  ${filter.label ? db`and comment.id in (select comment_id from consultations.comment_labels where label_id = ${filter.label})` : db``}
  ${ofAssignee(db, filter)}
  ${filter.group ? db`and comment.id in (select comment_id from consultations.comment_group_members where group_id = ${filter.group} and state in ('proposed', 'confirmed'))` : db``}
  ${filter.words ? withWords(db, filter.words) : db``}
  ${between(db, filter)}
  ${filter.lang ? db`and comment.lang = ${filter.lang}` : db``}`

/** One institution is most officials' case, and then the index gives the order too. */
export const inInstitutions = (db: Queryable, ids: readonly string[]) =>
  ids.length === 1
    ? db`comment.institution_id = ${ids[0] ?? ''}`
    : db`comment.institution_id = any(${ids as string[]}::uuid[])`

function ofArticle(db: Queryable, article: string) {
  if (article === '') return db``
  if (article === 'tere') return db`and comment.stands_node_id is null and not comment.place_lost`
  return article === 'pa-nen' ? db`and comment.place_lost` : db`and comment.stands_node_id = ${article}`
}

const withFile = (db: Queryable, institutions: readonly string[] | null) => db`
  and ('consultations.comment:' || comment.id) in (
    select document.subject from platform.documents as document
    where document.removed_at is null and document.role = 'attachment' and document.subject like 'consultations.comment:%'
      ${institutions ? db`and document.institution_id = any(${institutions as string[]}::uuid[])` : db``})`

function ofAssignee(db: Queryable, { assignee, accountId }: DeskFilter) {
  if (assignee === '') return db``
  if (assignee === 'askush') return db`and comment.assignee_id is null`
  if (assignee === 'dikush') return db`and comment.assignee_id is not null`
  return db`and comment.assignee_id = ${assignee === 'mua' ? accountId : assignee}`
}

/**
 * Words of one or two letters hold no three letters in a row, by which the index finds: it would hand over every comment, and
 * a plan made for whatever words come would take it all the same. The empty string keeps it away from them.
 */
function withWords(db: Queryable, words: string) {
  if (isCode(words)) return db`and comment.code = ${words.toUpperCase()}`
  const pattern = likePattern(words)
  return /[\p{L}\p{N}]{3}/u.test(pattern)
    ? db`and version.desk_words like ${pattern}`
    : db`and version.desk_words || '' like ${pattern}`
}

/** What came on paper was received on a day, what came by the site at a moment. */
function between(db: Queryable, filter: DeskFilter) {
  const { from, to } = momentsOf(filter)
  if (!from && !to) return db``
  const moments = db`${from ? db`and comment.confirmed_at >= ${from}` : db``} ${to ? db`and comment.confirmed_at < ${to}` : db``}`
  const day = (moment: Date) => db`(${moment}::timestamptz at time zone 'Europe/Tirane')::date`
  const days = db`${from ? db`and comment.received_on >= ${day(from)}` : db``} ${to ? db`and comment.received_on < ${day(to)}` : db``}`
  return db`and ((comment.received_on is null ${moments}) or (comment.received_on is not null ${days}))`
}

/** The ends of one page: by day, or by the place of the article and then by day. */
function beyond(db: Queryable, filter: DeskFilter, place: DeskPlace) {
  if (!place) return db``
  const { sort } = filter
  const { way, key } = place
  // Newest first is the order of articles too, so "after" means older there.
  const after = (way === 'older') === (sort !== 'te-vjetrat')
  const byDay = after
    ? db`(comment.confirmed_at, comment.id) < (${key.at}, ${key.id})`
    : db`(comment.confirmed_at, comment.id) > (${key.at}, ${key.id})`
  if (sort !== 'neni') return db`and ${byDay}`
  const article = placeOf(db, filter)
  return way === 'older'
    ? db`and (${article} > ${key.place} or (${article} = ${key.place} and ${byDay}))`
    : db`and (${article} < ${key.place} or (${article} = ${key.place} and ${byDay}))`
}

/** As asked; turned round where the page before is wanted, for its last rows come first then. */
function ordered(db: Queryable, sort: Sort, place: DeskPlace) {
  const turned = place?.way === 'newer'
  const newestFirst = (sort !== 'te-vjetrat') !== turned
  const byDay = newestFirst ? db`comment.confirmed_at desc, comment.id desc` : db`comment.confirmed_at, comment.id`
  if (sort !== 'neni') return byDay
  return turned ? db`place desc, ${byDay}` : db`place, ${byDay}`
}

/** One page of what matches, one more than fits, in the order of its reading. */
export async function listDeskComments(
  db: Queryable,
  filter: DeskFilter,
  place: DeskPlace,
  limit: number = DESK_PAGE,
): Promise<DeskComment[]> {
  const { sort } = filter
  const rows = await db<DeskComment[]>`
    select comment.id, comment.institution_id, comment.consultation_id, consultation.title as consultation_title,
           comment.code, comment.state, comment.version, comment.channel, comment.late, comment.article_label,
           comment.place_lost as lost, left(shown.body, 400) as body, shown.suggestion is not null as suggests,
           shown.author_name, shown.organisation, shown.name_public, shown.found, comment.confirmed_at,
           institution.zone, comment.lang, comment.assignee_id, assignee.name as assignee, comment.place,
           (select coalesce(json_agg(json_build_object('name', label.name, 'tone', label.tone) order by label.name), '[]')
            from consultations.comment_labels as worn join consultations.labels as label on label.id = worn.label_id
            where worn.comment_id = comment.id) as labels
    from (
      select comment.id, comment.institution_id, comment.consultation_id, comment.code, comment.state, comment.version,
             comment.channel, comment.late, comment.article_label, comment.place_lost, comment.confirmed_at, comment.lang,
             comment.assignee_id, ${placeOf(db, filter)} as place
      from ${tables(db)}
      where ${narrowed(db, filter)} ${beyond(db, filter, place)}
      order by ${ordered(db, sort, place)} limit ${limit + 1}
    ) as comment
    join consultations.comment_versions as shown on shown.comment_id = comment.id and shown.n = comment.version
    join consultations.consultations as consultation on consultation.id = comment.consultation_id
    join platform.institutions as institution on institution.id = comment.institution_id
    left join platform.accounts as assignee on assignee.id = comment.assignee_id
    order by ${ordered(db, sort, place)}`
  return place?.way === 'newer' ? rows.toReversed() : rows
}

export type StateCount = { state: CommentState; count: number }

/** How many match in each state, whatever state was asked for. Without the words where nothing asks for them. */
export const countDeskStates = (db: Queryable, filter: DeskFilter): Promise<StateCount[]> => db<StateCount[]>`
  select comment.state, count(*)::int as count
  from ${readsVersion(filter) ? tables(db) : db`consultations.comments as comment`}
  where ${narrowed(db, filter, { anyState: true })}
  group by comment.state`

const readsVersion = ({ suggestion, found, words }: DeskFilter): boolean =>
  suggestion || found !== '' || (words !== '' && !isCode(words))

/** The comments before and after one, in the same list; null at its ends. */
export async function findNeighbours(
  db: Queryable,
  filter: DeskFilter,
  key: DeskKey,
): Promise<{ before: string | null; after: string | null }> {
  const beside = (way: 'older' | 'newer') => db`
    (select comment.id from (
      select comment.id, comment.confirmed_at, ${placeOf(db, filter)} as place from ${tables(db)}
      where ${narrowed(db, filter)} ${beyond(db, filter, { way, key })}
      order by ${ordered(db, filter.sort, { way, key })} limit 1) as comment)`
  const row = one(
    await db<{ before: string | null; after: string | null }[]>`
      select ${beside('newer')} as before, ${beside('older')} as after`,
  )
  return row ?? { before: null, after: null }
}

/** Of one comment, for its neighbours. */
export async function findDeskKey(
  db: Queryable,
  id: string,
  list: { sort: Sort; consultationId: string },
): Promise<DeskKey | null> {
  return one(
    await db<DeskKey[]>`
      select comment.id, comment.confirmed_at as at, ${placeOf(db, list)} as place
      from consultations.comments as comment where comment.id = ${id} and comment.confirmed_at is not null`,
  )
}

export type ArticleChoice = { nodeId: string; label: string | null; heading: string | null }

/** The articles of a consultation's newest published text, for the filter. */
export const listArticleChoices = (db: Queryable, consultationId: string): Promise<ArticleChoice[]> => db<
  ArticleChoice[]
>`
  select node.node_id, node.label, node.heading from platform.text_nodes as node
  where node.kind = 'article' and node.version_id = (
    select newest.id from consultations.consultations as matter
    join platform.text_versions as newest on newest.text_id = matter.text_id and newest.state = 'published'
    where matter.id = ${consultationId} order by newest.n desc limit 1)
  order by node.ordinal limit 500`

/** Comments that came in too many at once and wait to be looked at. */
export async function countInWaves(db: Queryable, institutions: readonly string[] | null): Promise<number> {
  const row = one(
    await db<{ count: number }[]>`
      select count(*)::int as count from consultations.comments as comment
      join consultations.comment_versions as version on version.comment_id = comment.id and version.n = comment.version
      where comment.state = 'waiting' and version.found <> '{}' and 'wave' = any(version.found)
        ${institutions ? db`and comment.institution_id = any(${institutions as string[]}::uuid[])` : db``}`,
  )
  return row?.count ?? 0
}

/** What of an official's is still to be seen to. */
export async function countMine(db: Queryable, accountId: string): Promise<number> {
  const row = one(
    await db<{ count: number }[]>`
      select count(*)::int as count from consultations.comments
      where assignee_id = ${accountId} and confirmed_at is not null and state in ('waiting', 'published', 'held')`,
  )
  return row?.count ?? 0
}
