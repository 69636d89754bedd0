import { amongIds } from '#platform/db/among-ids.ts'
import { one, type Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type { BodyGroup, ItemState, MeetingKind, PaperKind, ProposerKind } from './public-rules.ts'

export type PublishedPaper = {
  id: string
  subject: string
  institutionId: string
  institution: string
  institutionName: string
  jurisdiction: 'AL' | 'XK'
  zone: string
  lang: Lang
  title: string
  titleEn: string | null
  summary: string | null
  reference: string | null
  kind: PaperKind
  kindWords: string | null
  proposerKind: ProposerKind | null
  proposer: string | null
  aboutRef: string | null
  datedOn: CivilDate | null
  version: number
  publishedAt: Date
  changedAt: Date
  topics: string[]
  places: string[]
}

const selected = (db: Queryable, lang: Lang) => db`
  paper.id, paper.subject, paper.institution_id, paper.institution_slug as institution, paper.jurisdiction, paper.zone,
  platform.institution_name(paper.institution_id, ${lang}, current_date) as institution_name, paper.lang, paper.title,
  paper.title_en, paper.body as summary, paper.reference, paper.paper_kind as kind, paper.kind_words,
  paper.proposer_kind, paper.proposer, paper.about_ref, paper.dated_on, paper.version, paper.published_at,
  paper.changed_at, paper.topics, paper.places
  from council.published_papers as paper`

export const findPublishedPaper = async (db: Queryable, lang: Lang, id: string): Promise<PublishedPaper | null> =>
  one(await db<PublishedPaper[]>`select ${selected(db, lang)} where paper.id = ${id}`)

export const listPapersByIds = (db: Queryable, lang: Lang, ids: readonly string[]): Promise<PublishedPaper[]> =>
  db<PublishedPaper[]>`select ${selected(db, lang)} where ${amongIds(db, 'paper.id', ids)}`

export async function listPublicPaperIds(db: Queryable, after: string | null, limit: number): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select id from council.published_papers ${after === null ? db`` : db`where id > ${after}`} order by id limit ${limit}`
  return rows.map(({ id }) => id)
}

/** A meeting before which a paper came, openly. */
export type MeetingOfPaper = {
  paperId: string
  itemId: string
  ordinal: number
  state: ItemState
  stateReason: string | null
  result: string | null
  slug: string
  ownTitle: string | null
  meetingKind: MeetingKind
  number: number | null
  numberYear: number | null
  numberWords: string | null
  day: CivilDate | null
  bodyName: string
  bodyKind: BodyGroup
  jurisdiction: 'AL' | 'XK'
  lang: Lang
}

export const listMeetingsOfPapers = (
  db: Queryable,
  lang: Lang,
  paperIds: readonly string[],
): Promise<MeetingOfPaper[]> =>
  db<MeetingOfPaper[]>`
    select item.paper_id, item.id as item_id, item.ordinal, item.state, item.state_reason, item.result, meeting.slug,
           meeting.own_title, meeting.meeting_kind, meeting.number, meeting.number_year, meeting.number_words, meeting.day,
           case when ${lang}::text = 'en' then coalesce(meeting.body_name_en, meeting.body_name) else meeting.body_name end as body_name,
           meeting.body_kind, meeting.jurisdiction, meeting.lang
    from council.published_agenda_items as item join council.published_meetings as meeting on meeting.id = item.meeting_id
    where item.id in (select lies.id from council.agenda_items as lies where ${amongIds(db, 'lies.paper_id', paperIds)})
      and item.paper_id is not null
    order by item.paper_id, meeting.day nulls last, meeting.id, item.ordinal`

export type CouncilSubject = {
  id: string
  institutionId: string
  title: string
  lang: Lang
  day: CivilDate | null
  /** Null: not everybody reads it. */
  slug: string | null
  closed: boolean
}

/** Meetings in every state, for whoever holds their reference in the office. */
export const listMeetingSubjects = (
  db: Queryable,
  lang: Lang,
  ids: readonly string[],
): Promise<(CouncilSubject & SubjectName)[]> =>
  db<(CouncilSubject & SubjectName)[]>`
    select meeting.id, meeting.institution_id, meeting.title as title, meeting.lang, meeting.day, public.slug,
           meeting.closed, public.own_title,
           case when ${lang}::text = 'en' then coalesce(body.name_en, body.name) else body.name end as body_name,
           body.kind as body_kind, meeting.kind as meeting_kind, meeting.number, meeting.number_year,
           meeting.number_words, institution.jurisdiction
    from council.meetings as meeting
    join platform.bodies as body on body.id = meeting.body_id
    join platform.institutions as institution on institution.id = meeting.institution_id
    left join council.published_meetings as public on public.id = meeting.id
    where ${amongIds(db, 'meeting.id', ids)}`

export type SubjectName = Pick<
  MeetingOfPaper,
  'ownTitle' | 'bodyName' | 'bodyKind' | 'meetingKind' | 'number' | 'numberYear' | 'numberWords' | 'jurisdiction'
>

export const listPaperSubjects = (
  db: Queryable,
  lang: Lang,
  ids: readonly string[],
): Promise<(Omit<CouncilSubject, 'slug' | 'closed'> & { isPublic: boolean })[]> =>
  db<(Omit<CouncilSubject, 'slug' | 'closed'> & { isPublic: boolean })[]>`
    select paper.id, paper.institution_id,
           case when ${lang}::text = 'en' then coalesce(paper.title_en, paper.title) else paper.title end as title,
           case when ${lang}::text = 'en' and paper.title_en is not null then 'en' else paper.lang end as lang,
           paper.dated_on as day, public.id is not null as is_public
    from council.papers as paper left join council.published_papers as public on public.id = paper.id
    where ${amongIds(db, 'paper.id', ids)}`
