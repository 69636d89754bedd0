import type { Queryable } from '#platform/db/database.ts'

export type ReportMeeting = {
  slug: string
  title: string
  kind: string
  from: string | null
  to: string | null
  state: string
  present: number | null
  minutes: boolean
}

/** Public meetings about it, by their day. */
export const listReportMeetings = (db: Queryable, consultationId: string): Promise<ReportMeeting[]> =>
  db<ReportMeeting[]>`
    select meeting.slug, meeting.title, meeting.meeting_kind as kind, meeting.first_day as "from", meeting.last_day as "to",
           meeting.state,
           (select sum((counted ->> 'total')::int)::int from jsonb_array_elements(meeting.attendance) as counted) as present,
           meeting.minutes_published_at is not null as minutes
    from platform.links as link
    join meetings.published_meetings as meeting on meeting.subject = link.from_ref
    where link.to_ref = 'consultations.consultation:' || ${consultationId}::uuid and link.kind = 'about'
      and link.ended_at is null
    order by meeting.first_day, meeting.id`

export type SpokenArticle = { nodeId: string | null; label: string | null; count: number }

/** Of how much was said about each article, and about the whole (without a node): published comments, most first. */
export const listSpokenArticles = (db: Queryable, consultationId: string): Promise<SpokenArticle[]> =>
  db<SpokenArticle[]>`
    select comment.node_id, max(comment.article_label) as label, count(*)::int as count
    from consultations.comments as comment
    where comment.consultation_id = ${consultationId} and comment.state = 'published'
    group by comment.node_id order by count(*) desc, comment.node_id`

export type SpokenGroup = { code: string; title: string; number: number; article: string | null }

export const listSpokenGroups = (db: Queryable, consultationId: string, limit: number): Promise<SpokenGroup[]> =>
  db<SpokenGroup[]>`
    select one.code, one.title, one.number, one.article_label as article
    from consultations.published_comment_groups as one
    where one.consultation_id = ${consultationId} and one.state = 'confirmed'
    order by one.number desc, one.code limit ${limit}`

export type ChangedPlace = { version: number; nodeId: string; label: string | null; answers: string[] }

/** Which articles of which published version changed because of which answers; of what was taken out, where it stood last. */
export const listChangedPlaces = (db: Queryable, consultationId: string): Promise<ChangedPlace[]> =>
  db<ChangedPlace[]>`
    with recursive place as (
      select effect.code, effect.n, effect.stands_in, node.node_id, node.parent_id, node.kind, node.label
      from consultations.public_effects as effect
      join platform.text_nodes as node on node.version_id = effect.stands_in and node.node_id = effect.node_id
      where effect.consultation_id = ${consultationId}
      union
      select place.code, place.n, place.stands_in, parent.node_id, parent.parent_id, parent.kind, parent.label
      from place
      join platform.text_nodes as parent on parent.version_id = place.stands_in and parent.node_id = place.parent_id
      where place.kind <> 'article')
    select place.n as version, place.node_id, max(place.label) as label, array_agg(distinct place.code order by place.code) as answers
    from place where place.kind = 'article'
    group by place.n, place.node_id order by place.n, min(place.label), place.node_id`

export type NotAccepted = {
  code: string
  version: number
  decision: 'partly-accepted' | 'rejected' | 'outside-scope' | 'not-considered'
  ground: 'held' | 'late' | 'taken-down' | null
  number: number
}

/** Those to most comments first. */
export const listNotAccepted = (db: Queryable, consultationId: string, limit: number): Promise<NotAccepted[]> =>
  db<NotAccepted[]>`
    select answer.code, answer.version, answer.decision, answer.ground, answer.number
    from consultations.published_answers as answer
    where answer.consultation_id = ${consultationId} and answer.decision <> 'accepted' and answer.number > 0
    order by answer.number desc, answer.code limit ${limit}`

export type ReportPlan = { id: string; version: number; content: unknown }

export const findReportPlan = async (db: Queryable, consultationId: string): Promise<ReportPlan | null> =>
  (
    await db<ReportPlan[]>`
      select plan.id, plan.version, plan.content
      from platform.links as link
      join consultations.published_plans as plan on plan.subject = link.from_ref
      where link.to_ref = 'consultations.consultation:' || ${consultationId}::uuid and link.kind = 'plan-of'
        and link.ended_at is null
      order by link.at, link.id limit 1`
  )[0] ?? null

export type ReportDocument = { id: string; title: string }

export const listReportDocuments = (db: Queryable, consultationId: string): Promise<ReportDocument[]> =>
  db<ReportDocument[]>`
    select document.id, document.title from platform.documents as document
    where document.subject = 'consultations.consultation:' || ${consultationId}::uuid and document.class = 'public'
      and document.removed_at is null
    order by document.added_at, document.id`

/** What the notice says of days, and where else it stood. */
export type NoticeDays = {
  publishedOn: string | null
  opensOn: string | null
  closesOn: string | null
  postedOn: string | null
}

export const findNoticeDays = async (db: Queryable, consultationId: string): Promise<NoticeDays | null> =>
  (
    await db<NoticeDays[]>`
      select (consultation.published_at at time zone consultation.zone)::date as published_on, consultation.opens_on,
             consultation.closes_on, consultation.official_posted_on as posted_on
      from consultations.published_consultations as consultation where consultation.id = ${consultationId}`
  )[0] ?? null
