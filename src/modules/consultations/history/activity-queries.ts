import { one, type Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { ActivitySection } from './activity-rules.ts'

export type Activity = {
  section: ActivitySection
  dateFrom: string | null
  dateTo: string | null
  place: string | null
  title: string
  text: string | null
}

/** In the language asked for where it was written in it, else in Albanian. */
export function listActivities(db: Queryable, lang: Lang, consultationId: string): Promise<Activity[]> {
  return db<Activity[]>`
    select section, date_from, date_to, place,
           coalesce(words -> ${lang} ->> 'title', words -> 'sq' ->> 'title') as title,
           coalesce(words -> ${lang} ->> 'text', words -> 'sq' ->> 'text') as text
    from consultations.activities where consultation_id = ${consultationId} order by ordinal`
}

export type NewActivity = Omit<Activity, 'title' | 'text'> & {
  institutionId: string
  consultationId: string
  ordinal: number
  words: Record<string, { title: string; text?: string | null }>
}

export async function insertActivity(db: Queryable, activity: NewActivity): Promise<void> {
  await db`
    insert into consultations.activities (institution_id, consultation_id, ordinal, section, date_from, date_to, place, words)
    values (${activity.institutionId}, ${activity.consultationId}, ${activity.ordinal}, ${activity.section},
            ${activity.dateFrom}, ${activity.dateTo}, ${activity.place}, ${db.json(activity.words)})`
}

export async function findConsultationBySlug(db: Queryable, slug: string): Promise<string | null> {
  return one(await db<{ id: string }[]>`select id from consultations.consultations where slug = ${slug}`)?.id ?? null
}
