import type { Queryable } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { ListKey } from '#platform/lists/list-key.ts'
import { ofPlace } from '#platform/places/place-queries.ts'
import { ofTopic } from '#platform/topics/topic-queries.ts'
import type { ActKind, Timing } from '../consultation-rules.ts'
import type { PlannedState, Way } from './year-rules.ts'

/** A planned act as everybody may read it, with how far it is. */
export type PlannedAct = Way & {
  id: string
  institutionId: string
  institutionSlug: string
  institutionName: string
  zone: string
  year: number
  number: number
  /** In the language asked for where there is one, else in Albanian: `shownLang`. */
  title: string
  shownLang: Lang
  titleSq: string
  titleEn: string | null
  actKind: ActKind | null
  proposer: string | null
  consultationPlanned: boolean | null
  decidingBody: string | null
  note: string | null
  addedLater: boolean
  dropReason: string | null
  adoptedReference: string | null
  carriedFromId: string | null
  version: number
  publishedAt: Date
  changedAt: Date
}

/** By which lists are sorted: what has no month comes last. */
const dueKey = (db: Queryable) => db`coalesce(act.due_from, date '2999-12-01')`

const columns = (db: Queryable, lang: Lang) => db`
  act.id, act.institution_id, institution.slug as institution_slug, institution.zone, act.year, act.number,
  platform.institution_name(act.institution_id, ${lang}, current_date) as institution_name,
  case when ${lang}::text = 'en' then coalesce(act.title_en, act.title) else act.title end as title,
  case when ${lang}::text = 'en' and act.title_en is not null then 'en' else 'sq' end as shown_lang,
  act.title as title_sq, act.title_en, act.act_kind, act.proposer, act.consultation_planned, act.deciding_body, act.note,
  act.due_from, act.due_to, act.promised_from, act.promised_to, act.added_later, act.dropped_at, act.drop_reason,
  act.adopted_on, act.adopted_reference, act.carried_from_id, act.version, act.published_at, act.changed_at,
  way.announced_on, way.opens_at, way.closes_at, way.history`

/** By the table and not by the view, whose topics and places nobody asks for here: public is what is published. */
const tables = (db: Queryable) => db`
  consultations.planned_acts as act
  join platform.institutions as institution on institution.id = act.institution_id
  left join lateral consultations.way_of_planned_act(act.id) as way on true`

export async function findPlannedAct(
  db: Queryable,
  lang: Lang,
  name: { year: number; institution: string; number: number },
): Promise<PlannedAct | null> {
  return one(
    await db<PlannedAct[]>`
      select ${columns(db, lang)} from ${tables(db)}
      where institution.slug = ${name.institution} and act.year = ${name.year} and act.number = ${name.number}
        and act.state = 'published'`,
  )
}

export const findPlannedActs = (db: Queryable, lang: Lang, ids: readonly string[]): Promise<PlannedAct[]> =>
  db<PlannedAct[]>`
    select ${columns(db, lang)} from ${tables(db)}
    where act.id = any(${ids as string[]}::uuid[]) and act.state = 'published'`

export type PlanFilter = {
  year: number
  institutionId: string | null
  actKind: ActKind | null
  state: PlannedState | null
  /** 1 to 12: due in that month, or in a span that holds it. */
  month: number | null
  topicId: string | null
  placeId: string | null
  after: ListKey | null
  limit: number
}

/** One page of the plans of a year, by the month in which things are due. */
export function listPlannedActs(db: Queryable, lang: Lang, now: Date, filter: PlanFilter): Promise<PlannedAct[]> {
  const { year, institutionId, actKind, state, month, topicId, placeId, after, limit } = filter
  const first = `${year}-${String(month ?? 1).padStart(2, '0')}-01`
  return db<PlannedAct[]>`
    select ${columns(db, lang)} from ${tables(db)}
    where act.state = 'published' and act.year = ${year}
      ${institutionId ? db`and act.institution_id = ${institutionId}` : db``}
      ${actKind ? db`and act.act_kind = ${actKind}` : db``}
      ${state ? db`and ${inState(db, state, now)}` : db``}
      ${month ? db`and act.due_from <= ${first}::date and act.due_to >= ${first}::date` : db``}
      ${topicId ? db`and 'consultations.planned-act:' || act.id ${ofTopic(db, topicId)}` : db``}
      ${placeId ? db`and 'consultations.planned-act:' || act.id ${ofPlace(db, placeId)}` : db``}
      ${after ? db`and (${dueKey(db)}, act.id) > (${after.at.toISOString().slice(0, 10)}::date, ${after.id}::uuid)` : db``}
    order by ${dueKey(db)}, act.id limit ${limit}`
}

/** The same as `stateAt` says of one: a test holds both together. */
function inState(db: Queryable, state: PlannedState, now: Date) {
  if (state === 'dropped') return db`act.dropped_at is not null`
  if (state === 'adopted') return db`act.dropped_at is null and act.adopted_on is not null`
  const undecided = db`act.dropped_at is null and act.adopted_on is null`
  if (state === 'planned') return db`${undecided} and way.history is null`
  const past = db`way.history or way.closes_at is null or way.opens_at is null`
  if (state === 'announced') return db`${undecided} and not (${past}) and way.opens_at > ${now}`
  if (state === 'open') return db`${undecided} and not (${past}) and way.opens_at <= ${now} and way.closes_at > ${now}`
  return db`${undecided} and way.history is not null
    and (${past} or (way.opens_at <= ${now} and way.closes_at <= ${now}))`
}

export type PlanYear = { institutionId: string; institutionSlug: string; year: number; acts: number; publishedAt: Date }

/** Which plans are public, newest year first: of one institution, or of all. */
export function listPlanYears(db: Queryable, institutionId: string | null): Promise<PlanYear[]> {
  return db<PlanYear[]>`
    select act.institution_id, institution.slug as institution_slug, act.year, count(*)::int as acts,
           min(act.published_at) as published_at
    from consultations.planned_acts as act
    join platform.institutions as institution on institution.id = act.institution_id
    where act.state = 'published' ${institutionId ? db`and act.institution_id = ${institutionId}` : db``}
    group by act.institution_id, institution.slug, act.year
    order by act.year desc, institution.slug limit 2000`
}

export type PlannedChange = {
  version: number
  kind:
    | 'published'
    | 'added'
    | 'changed'
    | 'postponed'
    | 'brought-forward'
    | 'dropped'
    | 'resumed'
    | 'adopted'
    | 'adoption-corrected'
  fromDueFrom: string | null
  fromDueTo: string | null
  toDueFrom: string | null
  toDueTo: string | null
  fields: string[]
  reason: string | null
  at: Date
}

export function listPlannedChanges(db: Queryable, actId: string): Promise<PlannedChange[]> {
  return db<PlannedChange[]>`
    select version, kind, from_due_from, from_due_to, to_due_from, to_due_to, fields, reason, at
    from consultations.planned_act_changes where planned_act_id = ${actId} order by id limit 500`
}

export type ActConsultation = Timing & {
  id: string
  slug: string
  title: string
  shownLang: Lang
  opensOn: string | null
  closesOn: string | null
  /** On which civil day it was announced; of the past, when it opened. */
  announcedOn: string | null
  linkedAt: Date
}

/** The public consultations of an entry, in the order in which they were announced. */
export function listActConsultations(db: Queryable, lang: Lang, actId: string): Promise<ActConsultation[]> {
  return db<ActConsultation[]>`
    select consultation.id, consultation.slug, coalesce(title.words, consultation.title) as title,
           case when title.words is null then consultation.lang else ${lang} end as shown_lang,
           consultation.state, consultation.history, consultation.opens_on, deadline.due_on as closes_on,
           consultation.opens_on::timestamp at time zone institution.zone as opens_at, deadline.due_at as closes_at,
           case when consultation.history then consultation.opens_on
             else (consultation.published_at at time zone institution.zone)::date end as announced_on, link.linked_at
    from consultations.planned_act_consultations as link
    join consultations.consultations as consultation on consultation.id = link.consultation_id
    join platform.institutions as institution on institution.id = consultation.institution_id
    left join platform.deadlines as deadline
      on deadline.subject = 'consultations.consultation:' || consultation.id and deadline.slot = 'comments'
    left join platform.translations as title
      on title.subject = 'consultations.consultation:' || consultation.id and title.field = 'title' and title.lang = ${lang}
    where link.planned_act_id = ${actId} and consultation.state in ('published', 'cancelled')
    order by consultation.published_at, consultation.id limit 50`
}

/** The public entry that a consultation belongs to; null: to none, or to one that is not public yet. */
export async function findActOfConsultation(
  db: Queryable,
  lang: Lang,
  consultationId: string,
): Promise<PlannedAct | null> {
  return one(
    await db<PlannedAct[]>`
      select ${columns(db, lang)} from ${tables(db)}
      where act.state = 'published'
        and act.id = (select planned_act_id from consultations.planned_act_consultations where consultation_id = ${consultationId})`,
  )
}

/** Address of the entry of the year before, or after, that this one goes on from, or in. */
export function listCarried(
  db: Queryable,
  act: { id: string; carriedFromId: string | null },
): Promise<{ id: string; institutionSlug: string; year: number; number: number }[]> {
  return db<{ id: string; institutionSlug: string; year: number; number: number }[]>`
    select act.id, institution.slug as institution_slug, act.year, act.number
    from consultations.planned_acts as act join platform.institutions as institution on institution.id = act.institution_id
    where act.state = 'published' and (act.id = ${act.carriedFromId}::uuid or act.carried_from_id = ${act.id}::uuid)
    order by act.year, act.id limit 10`
}

export const listPublicActIds = async (db: Queryable, after: string | null, limit: number): Promise<string[]> => {
  const rows = await db<{ id: string }[]>`
    select id from consultations.planned_acts
    where state = 'published' ${after === null ? db`` : db`and id > ${after}`} order by id limit ${limit}`
  return rows.map(({ id }) => id)
}

/** Topics and places of public entries, as the index keeps them. */
export function listActFiling(
  db: Queryable,
  ids: readonly string[],
): Promise<{ id: string; topics: string[]; places: string[] }[]> {
  return db<{ id: string; topics: string[]; places: string[] }[]>`
    select id, topics, places from consultations.published_planned_acts where id = any(${ids as string[]}::uuid[])`
}
