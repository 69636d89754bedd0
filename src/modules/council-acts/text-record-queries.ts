import type { Jurisdiction } from '#law/jurisdiction.ts'
import { amongIds } from '#platform/db/among-ids.ts'
import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { PublicTextRecord } from '#platform/texts/text-holder.ts'
import type { ActState } from './act-rules.ts'
import { eliTypeOf, seriesOfType } from './eli-rules.ts'

/** What the rooms of texts ask of an act. */

export type TextRecordRow = {
  id: string
  institutionId: string
  title: string
  zone: string
  slug: string | null
  textId: string | null
  textState: 'none' | 'laid' | 'adopted'
  state: ActState
  history: boolean
  /** One of its versions is known to be the text that lay before the council. */
  laid: boolean
  /** Somebody has said what the next version of an announced act is to be. */
  planned: boolean
  version: number
}

const recordColumns = (db: Queryable) => db`
  select act.id, act.institution_id, act.title, institution.zone, act.slug, act.text_id, act.text_state, act.state,
         act.history, act.version,
         exists (select 1 from council_acts.states as state where state.act_id = act.id) as laid,
         exists (select 1 from council_acts.planned_states as plan where plan.act_id = act.id) as planned
  from council_acts.acts as act
  join platform.institutions as institution on institution.id = act.institution_id`

export const findTextRecord = async (db: Queryable, id: string): Promise<TextRecordRow | null> =>
  one(await db<TextRecordRow[]>`${recordColumns(db)} where act.id = ${id}`)

/** Locks the row first and reads it afterwards: what was written while we waited for the lock is seen. */
export async function holdTextRecord(tx: Transaction, id: string): Promise<TextRecordRow | null> {
  await tx`select 1 from council_acts.acts where id = ${id} for no key update`
  return findTextRecord(tx, id)
}

export const listTextRecords = (db: Queryable, textIds: readonly string[]): Promise<TextRecordRow[]> =>
  db<TextRecordRow[]>`${recordColumns(db)} where ${amongIds(db, 'act.text_id', textIds)}`

type PublicRow = Omit<PublicTextRecord, 'institution'> & {
  institutionId: string
  institutionSlug: string
  institutionName: string
  jurisdiction: Jurisdiction
  series: string
  numberLeads: boolean
}

export async function findPublicTextRecord(db: Queryable, lang: Lang, slug: string): Promise<PublicTextRecord | null> {
  const row = one(
    await db<PublicRow[]>`
      select act.id, act.subject, act.slug,
             case when ${lang} = 'en' then coalesce(act.title_en, act.title) else act.title end as title,
             case when ${lang} = 'en' and act.title_en is not null then 'en' else act.lang end as shown_lang,
             act.institution_id, act.institution_slug, act.jurisdiction,
             platform.institution_name(act.institution_id, ${lang}, act.published_at::date) as institution_name,
             act.zone, act.series, act.year, act.serial as number, act.text_id,
             council_acts.number_leads_to(act.id) as number_leads
      from council_acts.published_acts as act
      where act.slug = ${slug} and act.text_id is not null
        and exists (select from platform.text_versions as version
                    where version.text_id = act.text_id and version.state = 'published')`,
  )
  if (!row) return null
  const {
    institutionId: id,
    institutionSlug,
    institutionName: name,
    jurisdiction,
    series,
    numberLeads,
    ...record
  } = row
  const eliType = numberLeads ? eliTypeOf(series) : null
  return {
    ...record,
    ...(eliType === null ? { year: null, number: null } : { eliType }),
    institution: { id, slug: institutionSlug, name, jurisdiction },
  }
}

/** Where each kind has numbers of its own, the type says in which row the number stands. */
export async function findSlugByNumber(
  db: Queryable,
  institutionSlug: string,
  year: number,
  number: number,
  eliType: string,
): Promise<string | null> {
  const series = seriesOfType(eliType)
  if (series === null) return null
  const row = one(
    await db<{ slug: string }[]>`
      select act.slug from council_acts.published_acts as act
      join platform.institutions as institution on institution.id = act.institution_id
      where institution.slug = ${institutionSlug} and act.series = ${series} and act.year = ${year} and act.serial = ${number}
      order by act.numbered_at is null, act.id limit 1`,
  )
  return row?.slug ?? null
}

/** Its first text: what lay before the council. */
export async function setActText(tx: Transaction, id: string, textId: string, at: Date): Promise<void> {
  await tx`
    update council_acts.acts set text_id = ${textId}, text_state = 'laid', version = version + 1, changed_at = ${at}
    where id = ${id}`
}

export type ActSubject = {
  id: string
  institutionId: string
  title: string
  /** As everybody reads it; null: nobody does. */
  publicTitle: string | null
  lang: Lang
  slug: string | null
  /** Its own papers may be read by everybody. */
  open: boolean
  adoptedOn: string | null
  /** It changes or ends others: it stands after them. */
  later: boolean
  /** By which it was adopted, where everybody reads that. */
  vote: { slug: string; id: string; for: number; against: number; abstain: number } | null
}

export const listActSubjects = (db: Queryable, lang: Lang, ids: readonly string[]): Promise<ActSubject[]> =>
  db<ActSubject[]>`
    select act.id, act.institution_id,
           case when ${lang} = 'en' then coalesce(act.title_en, act.title) else act.title end as title,
           case when ${lang} = 'en' then coalesce(public.title_en, public.title) else public.title end as public_title,
           case when ${lang} = 'en' and act.title_en is not null then 'en' else 'sq' end as lang,
           public.slug, coalesce(public.state = 'announced' and not public.restricted, false) as open, act.adopted_on,
           exists (select from council_acts.published_relations as relation
                   where relation.act_id = act.id and not relation.passive and relation.state = 'standing'
                     and relation.kind in ('amends', 'repeals', 'repeals-partly', 'replaces')) as later,
           case when vote.id is not null then jsonb_build_object(
             'slug', vote.meeting_slug, 'id', vote.id, 'for', vote.votes_for, 'against', vote.votes_against,
             'abstain', vote.votes_abstain) end as vote
    from council_acts.acts as act
    left join council_acts.published_acts as public on public.id = act.id
    left join council.published_votes as vote
      on not public.restricted and vote.id = nullif(split_part(public.vote_ref, ':', 2), '')::uuid
    where ${amongIds(db, 'act.id', ids)}`
