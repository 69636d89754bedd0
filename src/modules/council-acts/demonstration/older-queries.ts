import type { Transaction } from '#platform/db/database.ts'

export type OlderAct = {
  id: string
  formId: string
  title: string
  titleEn: string | null
  serial: number
  year: number
  series: string
  slug: string
  adoptedOn: string
  announcedOn: string
  inForceFrom: string
  meetingRef: string
  voteRef: string
  paperRef: string | null
  words: string
  at: Date
}

type Whose = { institutionId: string; bodyId: string; accountId: string }

/** Acts that came the whole way long ago, at once: with their numbers, their words and their story. */
export async function insertOlderActs(tx: Transaction, whose: Whose, acts: readonly OlderAct[]): Promise<void> {
  const { institutionId, bodyId, accountId } = whose
  await tx`
    insert into council_acts.acts (id, institution_id, form_id, body_id, kind, nature, series, year, serial, numbered_at, slug, title,
      title_en, adopted_on, meeting_ref, vote_ref, paper_ref, proposer_kind, plain_text, state, announced_on, announced_at,
      force_basis, in_force_from, legality, created_by, created_at, changed_at, published_at)
    select one.id, ${institutionId}, one.form_id, ${bodyId}, 'decision', 'normative', one.series, one.year, one.serial, one.at,
           one.slug, one.title, one.title_en, one.adopted_on, one.meeting_ref, one.vote_ref, one.paper_ref, 'mayor', one.words,
           'announced', one.announced_on, one.at, 'after-announcement', one.in_force_from, 'conform', ${accountId}, one.at, one.at,
           one.at
    from jsonb_to_recordset(${tx.json(acts.map(rowOf))}) as one (id uuid, form_id uuid, series text, year int, serial int,
      slug text, title text, title_en text, adopted_on date, announced_on date, in_force_from date, meeting_ref text,
      vote_ref text, paper_ref text, words text, at timestamptz)`
  await tx`
    insert into council_acts.act_events (institution_id, act_id, kind, happened_on, version, at, by_account_id)
    select ${institutionId}, one.id, told.kind, case told.kind when 'adopted' then one.adopted_on else one.announced_on end, 1,
           one.at, ${accountId}
    from jsonb_to_recordset(${tx.json(acts.map(rowOf))}) as one (id uuid, adopted_on date, announced_on date, at timestamptz)
    cross join (values (1, 'adopted'), (2, 'numbered'), (3, 'announced')) as told (n, kind)
    order by one.at, one.id, told.n`
}

const rowOf = (act: OlderAct) => ({
  id: act.id,
  form_id: act.formId,
  series: act.series,
  year: act.year,
  serial: act.serial,
  slug: act.slug,
  title: act.title,
  title_en: act.titleEn,
  adopted_on: act.adoptedOn,
  announced_on: act.announcedOn,
  in_force_from: act.inForceFrom,
  meeting_ref: act.meetingRef,
  vote_ref: act.voteRef,
  paper_ref: act.paperRef,
  words: act.words,
  at: act.at.toISOString(),
})
