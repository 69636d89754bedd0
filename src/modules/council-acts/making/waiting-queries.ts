import { one, type Queryable } from '#platform/db/database.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'
import type { ListKey } from '#platform/lists/list-key.ts'
import type { ProposerKind } from '../act-queries.ts'

/** What the council adopted, as the office knows it: behind closed doors too. */
export type AdoptedVote = {
  id: string
  ref: string
  institutionId: string
  jurisdiction: Jurisdiction
  meetingId: string
  meetingRef: string
  itemId: string
  takenAt: Date
  adoptedOn: string
  votesFor: number
  votesAgainst: number
  votesAbstain: number
  closed: boolean
  publicTitle: string | null
  closedReason: string | null
  bodyId: string
  title: string
  titleEn: string | null
  summary: string | null
  lang: 'sq' | 'en'
  paperRef: string | null
  paperKind: string | null
  aboutRef: string | null
  proposerKind: ProposerKind | null
  proposer: string | null
  commissionId: string | null
}

const columns = (db: Queryable) => db`
  vote.id, vote.ref, vote.institution_id, vote.jurisdiction, vote.meeting_id, vote.meeting_ref, vote.item_id,
  vote.taken_at, vote.adopted_on, vote.votes_for, vote.votes_against, vote.votes_abstain, vote.closed, vote.public_title,
  vote.closed_reason, vote.body_id, vote.title, vote.title_en, vote.summary,
  case when vote.lang = 'en' then 'en' else 'sq' end as lang, vote.paper_ref, vote.paper_kind, vote.about_ref,
  vote.proposer_kind, vote.proposer, vote.commission_id`

const waits = (db: Queryable, institutions: readonly string[] | null) => db`
  not exists (select 1 from council_acts.acts as act where act.vote_ref = vote.ref and act.state <> 'void')
  ${institutions ? db`and vote.institution_id = any(${institutions as string[]}::uuid[])` : db``}`

/** Adopted, and nobody has made the act of it yet; the newest first. */
export const listAdoptedVotes = (
  db: Queryable,
  institutions: readonly string[] | null,
  before: ListKey | null,
  limit: number,
): Promise<AdoptedVote[]> => db<AdoptedVote[]>`
  select ${columns(db)} from council.adopted_votes as vote
  where ${waits(db, institutions)}
    ${before ? db`and (vote.taken_at, vote.id) < (${before.at}, ${before.id}::uuid)` : db``}
  order by vote.taken_at desc, vote.id desc limit ${limit}`

export async function countAdoptedVotes(db: Queryable, institutions: readonly string[] | null): Promise<number> {
  const row = one(
    await db<{ count: number }[]>`
      select count(*)::int as count from council.adopted_votes as vote where ${waits(db, institutions)}`,
  )
  return row?.count ?? 0
}

export const findAdoptedVote = async (db: Queryable, id: string): Promise<AdoptedVote | null> =>
  one(await db<AdoptedVote[]>`select ${columns(db)} from council.adopted_votes as vote where vote.id = ${id}`)

/** The act that was made of a vote. */
export async function findActOfVote(db: Queryable, voteRef: string): Promise<string | null> {
  const row = one(
    await db<{ id: string }[]>`
      select act.id from council_acts.acts as act where act.vote_ref = ${voteRef} and act.state <> 'void'`,
  )
  return row?.id ?? null
}

export type AdoptedAmendment = {
  ref: string
  ordinal: number
  article: string | null
  words: string
  mover: string | null
}

export const listAdoptedAmendments = (db: Queryable, itemId: string): Promise<AdoptedAmendment[]> =>
  db<AdoptedAmendment[]>`
    select motion.ref, motion.ordinal, motion.article, motion.words, motion.mover
    from council.adopted_amendments as motion where motion.item_id = ${itemId} order by motion.ordinal, motion.id`

export type ConsultedText = {
  ref: string
  slug: string
  title: string
  versionId: string
  n: number
  lang: 'sq' | 'en'
}

/** The newest published text of the consultation that a paper is about, by its own word or by a link. */
export const findConsultedText = async (db: Queryable, paperRef: string): Promise<ConsultedText | null> =>
  one(
    await db<ConsultedText[]>`
      select consultation.subject as ref, consultation.slug, consultation.title, version.id as version_id, version.n,
             case when version.lang = 'en' then 'en' else 'sq' end as lang
      from (
        select vote.about_ref as ref from council.adopted_votes as vote
        where vote.paper_id = split_part(${paperRef}, ':', 2)::uuid and vote.about_ref is not null
        union
        select link.to_ref from platform.links as link
        where link.from_ref = ${paperRef} and link.kind = 'about' and link.ended_at is null
      ) as about
      join consultations.published_consultations as consultation on consultation.subject = about.ref
      join platform.text_versions as version
        on version.text_id = consultation.text_id and version.state = 'published'
      order by version.n desc limit 1`,
  )
