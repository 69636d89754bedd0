import type { Queryable } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { shareOf } from './telling-rules.ts'

/** One institution in one civil year, as everybody may read it. */
export type SatisfactionRow = {
  institution: string
  institutionName: string
  year: number
  told: number
  ratings: number
  /** Null: fewer than five ratings. */
  satisfied: number | null
  share: number | null
  target: number
}

export function listSatisfaction(
  db: Queryable,
  lang: Lang,
  wish: { year: number | null; limit: number },
): Promise<SatisfactionRow[]> {
  return db<SatisfactionRow[]>`
    select row.institution, row.year, row.told, row.ratings, row.satisfied, row.share, row.target,
           (select name.name from platform.institution_names as name
            where name.institution_id = institution.id and name.lang in (${lang}, 'sq')
            order by (name.lang = ${lang}) desc, name.valid_from desc limit 1) as institution_name
    from consultations.open_satisfaction as row
    join platform.institutions as institution on institution.slug = row.institution
    where ${wish.year}::int is null or row.year = ${wish.year}::int
    order by row.year desc, institution_name limit ${wish.limit}`
}

export async function listSatisfactionYears(db: Queryable): Promise<number[]> {
  const rows = await db<{ year: number }[]>`
    select distinct year from consultations.open_satisfaction order by year desc limit 50`
  return rows.map(({ year }) => year)
}

export type Satisfaction = {
  /** To how many authors an answer was told, by mail or by a letter handed over; a comment with several authors counts for each. */
  told: number
  ratings: number
  satisfied: number
  /** Per cent; null: too few ratings, and then `satisfied` is not to be shown either. */
  share: number | null
}

/** Of one consultation, for its report. */
export async function satisfactionOf(db: Queryable, consultationId: string): Promise<Satisfaction> {
  const row = one(
    await db<{ told: number; ratings: number; satisfied: number }[]>`
      select
        (select count(*)::int from consultations.answers_told as told
         left join consultations.answer_letters as letter on letter.id = told.letter_id
         where told.consultation_id = ${consultationId} and told.what = 'answer'
           and (told.channel = 'mail' or letter.handed_way in ('post', 'counter', 'messenger'))) as told,
        count(*)::int as ratings, (count(*) filter (where score >= 4))::int as satisfied
      from consultations.answer_ratings where consultation_id = ${consultationId}`,
  )
  const { told = 0, ratings = 0, satisfied = 0 } = row ?? {}
  return { told, ratings, satisfied, share: shareOf(satisfied, ratings) }
}
