import type { Queryable } from '#platform/db/database.ts'
import type { CalendarSelection } from '#platform/calendar/calendar-entry.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { ofPlace } from '#platform/places/place-queries.ts'
import { ofTopic } from '#platform/topics/topic-queries.ts'

/** More than any year of any country has; a calendar is no list to page through. */
const MOST = 3000

type Head = {
  id: string
  slug: string
  title: string
  titleLang: Lang
  institutionId: string
  institutionName: string
  version: number
  changedAt: Date
  cancelled: boolean
}

export type CalendarWindow = Head & { opensOn: string | null; closesOn: string | null }

const filed = (db: Queryable, subject: string, { institutionId, topic, place }: CalendarSelection) => db`
  ${institutionId ? db`and one.institution_id = ${institutionId}` : db``}
  ${topic ? db`and ${db.unsafe(subject)} ${ofTopic(db, topic)}` : db``}
  ${place ? db`and ${db.unsafe(subject)} ${ofPlace(db, place)}` : db``}`

const OF_CONSULTATION = `'consultations.consultation:' || one.id`
const OF_ACT = `'consultations.planned-act:' || one.id`

const heads = (db: Queryable, lang: Lang) => db`
  one.id, one.slug, coalesce(title.words, one.title) as title,
  case when title.words is null then one.lang else ${lang} end as title_lang, one.institution_id,
  platform.institution_name(one.institution_id, ${lang}, current_date) as institution_name, one.version, one.changed_at,
  one.state = 'cancelled' as cancelled`

const titles = (db: Queryable, lang: Lang) => db`
  left join platform.translations as title
    on title.subject = 'consultations.consultation:' || one.id and title.field = 'title' and title.lang = ${lang}`

/** Consultations that open or close between two days. */
export function listCalendarWindows(db: Queryable, lang: Lang, asked: CalendarSelection): Promise<CalendarWindow[]> {
  const { from, to } = asked
  return db<CalendarWindow[]>`
    select ${heads(db, lang)}, one.opens_on, deadline.due_on as closes_on
    from consultations.consultations as one
    left join platform.deadlines as deadline
      on deadline.subject = 'consultations.consultation:' || one.id and deadline.slot = 'comments'
    ${titles(db, lang)}
    where one.state in ('published', 'cancelled')
      and (one.opens_on between ${from} and ${to} or deadline.due_on between ${from} and ${to})
      ${filed(db, OF_CONSULTATION, asked)}
    order by one.opens_on, one.id limit ${MOST}`
}

export type CalendarActivity = Head & {
  ordinal: number
  dateFrom: string
  dateTo: string | null
  what: string
  place: string | null
}

/** Meetings of past consultations, as their papers tell them. */
export function listCalendarActivities(
  db: Queryable,
  lang: Lang,
  asked: CalendarSelection,
): Promise<CalendarActivity[]> {
  const { from, to } = asked
  return db<CalendarActivity[]>`
    select ${heads(db, lang)}, activity.ordinal, activity.date_from, activity.date_to, activity.place,
           coalesce(activity.words -> ${lang} ->> 'title', activity.words -> 'sq' ->> 'title') as what
    from consultations.activities as activity
    join consultations.consultations as one on one.id = activity.consultation_id
    ${titles(db, lang)}
    where one.state in ('published', 'cancelled') and activity.section = 'meeting'
      and activity.date_from <= ${to} and coalesce(activity.date_to, activity.date_from) >= ${from}
      ${filed(db, OF_CONSULTATION, asked)}
    order by activity.date_from, one.id, activity.ordinal limit ${MOST}`
}

export type CalendarAct = {
  id: string
  title: string
  titleLang: Lang
  institutionId: string
  institutionSlug: string
  institutionName: string
  year: number
  number: number
  dueFrom: string
  dueTo: string
  version: number
  changedAt: Date
  dropped: boolean
}

/** Planned acts that are due in these months and were neither adopted nor announced: those have days of their own. */
export function listCalendarActs(db: Queryable, lang: Lang, asked: CalendarSelection): Promise<CalendarAct[]> {
  const { from, to } = asked
  return db<CalendarAct[]>`
    select one.id, case when ${lang}::text = 'en' then coalesce(one.title_en, one.title) else one.title end as title,
           case when ${lang}::text = 'en' and one.title_en is not null then 'en' else 'sq' end as title_lang,
           one.institution_id, institution.slug as institution_slug,
           platform.institution_name(one.institution_id, ${lang}, current_date) as institution_name,
           one.year, one.number, one.due_from, one.due_to, one.version, one.changed_at, one.dropped_at is not null as dropped
    from consultations.planned_acts as one
    join platform.institutions as institution on institution.id = one.institution_id
    where one.state = 'published' and one.due_from <= ${to} and one.due_to >= date_trunc('month', ${from}::date)::date
      and one.adopted_on is null
      and not exists (
        select from consultations.planned_act_consultations as link
        join consultations.consultations as consultation on consultation.id = link.consultation_id
        where link.planned_act_id = one.id and consultation.state = 'published')
      ${filed(db, OF_ACT, asked)}
    order by one.due_from, one.id limit ${MOST}`
}
