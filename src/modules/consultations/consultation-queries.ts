import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { likePattern } from '#platform/lists/like-pattern-rules.ts'
import { ofPlace } from '#platform/places/place-queries.ts'
import { ofTopic } from '#platform/topics/topic-queries.ts'
import type { ActKind, ListedPhase, Stage, Timing } from './consultation-rules.ts'

/** A published consultation as everyone may read it, with its instants worked out in the institution's zone. */
export type PublishedConsultation = Timing & {
  /** Before there is a draft, or on it. */
  stage: Stage
  id: string
  institutionId: string
  institutionSlug: string
  zone: string
  slug: string
  registerYear: number | null
  registerNumber: number | null
  /** Language of the title and summary given here: the one asked for if there is a translation. */
  shownLang: Lang
  lang: Lang
  title: string
  summary: string
  actKind: ActKind
  legalBasis: string
  /** The rule on which it rests; null: another basis. */
  basisRule: string | null
  opensOn: string | null
  closesOn: string | null
  contactEmail: string
  officialPostingUrl: string | null
  officialPostedOn: string | null
  version: number
  publishedAt: Date
  changedAt: Date
  cancelledAt: Date | null
  cancelReason: string | null
  /** When every comment had its answer and the report was published; null: not, or taken up again. */
  concludedAt: Date | null
  textVersionId: string | null
  /** Number of the newest version of the text, when it was published, and the number of the one before; null: none. */
  textVersion: number | null
  textPublishedAt: Date | null
  textEarlier: number | null
}

export async function findPublished(db: Queryable, lang: Lang, slug: string): Promise<PublishedConsultation | null> {
  return one(
    await db<PublishedConsultation[]>`
      select c.id, c.institution_id, c.institution_slug, c.zone, c.slug, c.register_year, c.register_number, c.lang,
             c.act_kind, c.legal_basis, c.basis_rule, c.opens_on, c.closes_on, c.contact_email, c.official_posting_url,
             c.official_posted_on, c.version, c.published_at, c.changed_at, c.cancelled_at, c.cancel_reason, c.state,
             c.history, c.stage, c.concluded_at,
             c.opens_on::timestamp at time zone c.zone as opens_at, c.closes_at,
             case when title.words is null then c.lang else ${lang} end as shown_lang,
             coalesce(title.words, c.title) as title,
             coalesce(summary.words, c.body) as summary,
             newest.id as text_version_id, newest.n as text_version, newest.published_at as text_published_at,
             (select max(earlier.n) from platform.text_versions as earlier
              where earlier.text_id = c.text_id and earlier.state = 'published' and earlier.n < newest.n) as text_earlier
      from consultations.published_consultations as c
      left join lateral (
        select version.id, version.n, version.published_at from platform.text_versions as version
        where version.text_id = c.text_id and version.state = 'published'
        order by version.n desc limit 1
      ) as newest on true
      left join platform.translations as title
        on title.subject = c.subject and title.field = 'title' and title.lang = ${lang}
      left join platform.translations as summary
        on summary.subject = c.subject and summary.field = 'summary' and summary.lang = ${lang}
      where c.slug = ${slug}`,
  )
}

export type ListedConsultation = Timing & {
  id: string
  slug: string
  title: string
  shownLang: Lang
  actKind: ActKind
  stage: Stage
  institutionName: string
  /** Who leads together with it. */
  partners: string[]
  opensOn: string | null
  closesOn: string | null
  publishedAt: Date
  comments: number
}

export type ListFilter = {
  words: string
  institutionId: string | null
  phase: ListedPhase | null
  stage?: Stage | null
  topicId?: string | null
  placeId?: string | null
  /** Only what comes after this entry, newest first. */
  after: { publishedAt: Date; id: string } | null
  /** Only what comes before it: paging back. */
  before: { publishedAt: Date; id: string } | null
  limit: number
}

/** One page of the public list, by key, newest first (oldest first when paging back: the view turns it round). */
export function listPublished(db: Queryable, lang: Lang, now: Date, filter: ListFilter): Promise<ListedConsultation[]> {
  const back = filter.before !== null
  return db<ListedConsultation[]>`
    select c.id, c.slug, c.act_kind, c.stage, c.opens_on, deadline.due_on as closes_on, c.published_at, c.state, c.history,
           c.opens_on::timestamp at time zone institution.zone as opens_at, deadline.due_at as closes_at,
           case when title.words is null then c.lang else ${lang} end as shown_lang,
           coalesce(title.words, c.title) as title,
           -- Under the name that it had then.
           platform.institution_name(c.institution_id, ${lang}, c.published_at::date) as institution_name,
           array(select coalesce(leader.name, platform.institution_name(leader.partner_id, ${lang}, current_date))
                 from consultations.co_leaders as leader
                 where leader.consultation_id = c.id and leader.ended_at is null
                 order by leader.added_at, leader.id) as partners,
           (select count(*)::int from consultations.comments as comment
            where comment.consultation_id = c.id and comment.state = 'published') as comments
    from consultations.consultations as c
    join platform.institutions as institution on institution.id = c.institution_id
    left join platform.deadlines as deadline
      on deadline.subject = 'consultations.consultation:' || c.id and deadline.slot = 'comments'
    left join platform.translations as title
      on title.subject = 'consultations.consultation:' || c.id and title.field = 'title' and title.lang = ${lang}
    where c.state <> 'draft' and c.state <> 'taken-down'
      ${filter.institutionId ? db`and c.institution_id = ${filter.institutionId}` : db``}
      ${filter.words ? db`and platform.plain(c.title) like ${likePattern(filter.words)}` : db``}
      ${filter.phase ? inPhase(db, filter.phase, now) : db``}
      ${filter.stage ? db`and c.stage = ${filter.stage}` : db``}
      ${filter.topicId ? db`and 'consultations.consultation:' || c.id ${ofTopic(db, filter.topicId)}` : db``}
      ${filter.placeId ? db`and 'consultations.consultation:' || c.id ${ofPlace(db, filter.placeId)}` : db``}
      ${filter.after ? db`and (c.published_at, c.id) < (${filter.after.publishedAt}, ${filter.after.id})` : db``}
      ${filter.before ? db`and (c.published_at, c.id) > (${filter.before.publishedAt}, ${filter.before.id})` : db``}
    order by ${back ? db`c.published_at asc, c.id asc` : db`c.published_at desc, c.id desc`}
    limit ${filter.limit}`
}

/**
 * What is open is few among many: it is found by the deadlines that still run, from the index by their end. The bound in
 * civil days leaves a day of slack for the index; the instants decide.
 */
function inPhase(db: Queryable, phase: ListedPhase, now: Date) {
  const day = now.toISOString().slice(0, 10)
  switch (phase) {
    case 'cancelled':
      return db`and c.state = 'cancelled'`
    case 'announced':
      return db`and c.state = 'published' and not c.history and c.opens_on >= ${day}::date - 1
        and c.opens_on::timestamp at time zone institution.zone > ${now}`
    case 'open':
      return db`and c.state = 'published' and not c.history and ${isRunning(db, now)}
        and c.opens_on::timestamp at time zone institution.zone <= ${now}`
    case 'closed':
      return db`and c.state = 'published' and (c.history or deadline.due_at <= ${now})`
  }
}

const isRunning = (db: Queryable, now: Date) => db`
  c.id in (
    select split_part(running.subject, ':', 2)::uuid from platform.deadlines as running
    where running.slot = 'comments' and running.state = 'running' and running.due_at > ${now})`

export type ConsultationEvent = {
  kind: 'published' | 'corrected' | 'extended' | 'moved' | 'redrafted' | 'cancelled' | 'concluded' | 'reopened'
  version: number
  at: Date
  reason: string | null
  /** Of a closing day that was put off: from when to when, and by which decision. */
  fromDay: string | null
  toDay: string | null
  decision: string | null
  decidedOn: string | null
}

export function listConsultationEvents(
  db: Queryable,
  lang: Lang,
  consultationId: string,
): Promise<ConsultationEvent[]> {
  return db<ConsultationEvent[]>`
    select kind, version, at, case when ${lang} = 'en' then coalesce(reason_en, reason) else reason end as reason,
           from_day, to_day, decision, decided_on
    from consultations.consultation_events
    where consultation_id = ${consultationId} order by id`
}

export type HeldConsultation = Timing & {
  id: string
  institutionId: string
  slug: string
  title: string
  zone: string
  textVersionId: string | null
}

/** For the length of a deed nobody closes or cancels it: `for share` lets many comments in together. */
export async function holdPublished(tx: Transaction, lang: Lang, slug: string): Promise<HeldConsultation | null> {
  return one(
    await tx<HeldConsultation[]>`
      select c.id, c.institution_id, c.slug, institution.zone,
             coalesce((select words from platform.translations where subject = 'consultations.consultation:' || c.id
                       and field = 'title' and lang = ${lang}), c.title) as title, c.state, c.history,
             c.opens_on::timestamp at time zone institution.zone as opens_at, deadline.due_at as closes_at,
             (select version.id from platform.text_versions as version
              where version.text_id = c.text_id and version.state = 'published'
              order by version.n desc limit 1) as text_version_id
      from consultations.consultations as c
      join platform.institutions as institution on institution.id = c.institution_id
      left join platform.deadlines as deadline
        on deadline.subject = 'consultations.consultation:' || c.id and deadline.slot = 'comments'
      where c.slug = ${slug} and c.state <> 'draft' and c.state <> 'taken-down'
      for share of c`,
  )
}
