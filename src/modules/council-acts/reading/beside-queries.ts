import type { Jurisdiction } from '#law/jurisdiction.ts'
import { one, type Queryable } from '#platform/db/database.ts'
import type { ActEventKind, ActKind, ActState, Legality, RelationKind, StatedForce } from '../act-rules.ts'
import type { TextState } from '../relations/state-rules.ts'

/** What stands beside an act; all of it from views that everybody may read. */

export type PublicRelation = {
  id: string
  kind: RelationKind
  direction: 'forth' | 'back'
  /** `doubt`: an archive says so, and nobody has confirmed it. */
  state: 'standing' | 'doubt'
  byArticles: string | null
  ofArticles: string | null
  /** From which day: its own, else that of the act that does it. */
  effectiveOn: string | null
  carriedOutIn: string | null
  otherWords: string | null
  other: OtherAct | null
}

export type OtherAct = {
  id: string
  slug: string
  kind: ActKind
  kindWords: string | null
  number: string | null
  title: string
  titleEn: string | null
  lang: 'sq' | 'en'
  adoptedOn: string | null
  institutionSlug: string
  jurisdiction: Jurisdiction
  series: string
  year: number | null
  serial: number | null
  /** Its number leads to it, and to no other one. */
  numberLeads: boolean
  state: ActState
  inForceFrom: string | null
  inForceTo: string | null
  suspendedFrom: string | null
  statedForce: StatedForce | null
  legality: Legality
}

/** More than these are not shown on one page. */
const MOST = 500

/** Whether an act is the one that does it to the other: a catalogue may tell it from the other end. */
export const listPublicRelations = (db: Queryable, actId: string): Promise<PublicRelation[]> => db<PublicRelation[]>`
  select relation.id, relation.kind,
         case when (relation.act_id = ${actId}) <> relation.passive then 'forth' else 'back' end as direction,
         relation.state, relation.by_articles, relation.of_articles, relation.carried_out_in, relation.other_words,
         coalesce(relation.effective_on,
                  case when (relation.act_id = ${actId}) <> relation.passive then this.in_force_from
                       else other.in_force_from end)::text as effective_on,
         case when other.id is not null then jsonb_build_object(
           'id', other.id, 'slug', other.slug, 'kind', other.act_kind, 'kindWords', other.kind_words,
           'number', other.number, 'title', other.title, 'titleEn', other.title_en, 'lang', other.lang,
           'adoptedOn', other.adopted_on, 'institutionSlug', other.institution_slug, 'state', other.state,
           'jurisdiction', other.jurisdiction, 'series', other.series, 'year', other.year, 'serial', other.serial,
           'numberLeads', council_acts.number_leads_to(other.id),
           'inForceFrom', other.in_force_from, 'inForceTo', other.in_force_to, 'suspendedFrom', other.suspended_from,
           'statedForce', other.stated_force, 'legality', other.legality) end as other
  from council_acts.published_relations as relation
  join council_acts.published_acts as this on this.id = ${actId}
  left join council_acts.published_acts as other
    on other.id = case when relation.act_id = ${actId} then relation.other_id else relation.act_id end
  where relation.act_id = ${actId} or relation.other_id = ${actId}
  order by effective_on nulls last, relation.id limit ${MOST}`

export type PublicState = TextState & {
  note: string | null
  lang: 'sq' | 'en' | 'sr'
  publishedAt: Date
}

export const listPublicStates = (db: Queryable, actId: string): Promise<PublicState[]> => db<PublicState[]>`
  select state.version_id, state.n, state.role, state.holds_from::text, state.note, state.lang, state.published_at
  from council_acts.published_states as state where state.act_id = ${actId} order by state.n limit ${MOST}`

export type PublicAmendment = {
  ordinal: number
  article: string | null
  words: string
  mover: string | null
  state: 'open' | 'made' | 'no-words'
  nodeIds: string[]
  note: string | null
}

export const listPublicAmendments = (db: Queryable, actId: string): Promise<PublicAmendment[]> => db<PublicAmendment[]>`
  select amendment.ordinal, amendment.article, amendment.words, amendment.mover, amendment.state, amendment.node_ids,
         amendment.note
  from council_acts.shown_amendments as amendment where amendment.act_id = ${actId}
  order by amendment.ordinal limit ${MOST}`

export type PublicEvent = {
  kind: ActEventKind
  happenedOn: string | null
  reason: string | null
  protocol: string | null
  at: Date
  by: { slug: string; kind: ActKind; number: string | null; title: string } | null
}

export const listPublicEvents = (db: Queryable, actId: string): Promise<PublicEvent[]> => db<PublicEvent[]>`
  select event.kind, event.happened_on::text, event.reason, event.protocol, event.at,
         case when other.id is not null then jsonb_build_object(
           'slug', other.slug, 'kind', other.act_kind, 'number', other.number, 'title', other.title) end as by
  from council_acts.shown_act_events as event
  left join council_acts.published_acts as other on other.id = event.by_act_id
  where event.act_id = ${actId} order by event.id limit ${MOST}`

export type PublicPosting = { place: string; postedOn: string; takenOffOn: string | null; documentId: string | null }

export const listPublicPostings = (db: Queryable, actId: string): Promise<PublicPosting[]> => db<PublicPosting[]>`
  select posting.place, posting.posted_on::text, posting.taken_off_on::text, posting.document_id
  from council_acts.shown_postings as posting where posting.act_id = ${actId}
  order by posting.posted_on, posting.id limit ${MOST}`

export type PublicReturn = {
  returnedOn: string
  reasons: string
  protocol: string | null
  outcome: 'upheld' | 'changed' | 'withdrawn' | null
  outcomeOn: string | null
}

export const listPublicReturns = (db: Queryable, actId: string): Promise<PublicReturn[]> => db<PublicReturn[]>`
  select returned.returned_on::text, returned.reasons, returned.protocol, returned.outcome, returned.outcome_on::text
  from council_acts.shown_returns as returned where returned.act_id = ${actId}
  order by returned.created_at, returned.id limit ${MOST}`

export type VoteOfAct = {
  id: string
  meetingSlug: string
  closed: boolean
  method: string
  needed: number | null
  members: number | null
  present: number | null
  entitled: number | null
  votesFor: number | null
  votesAgainst: number | null
  votesAbstain: number | null
  notVoting: number | null
  result: string
  majorityBasis: string | null
  takenAt: Date
}

export const findVoteOfAct = async (db: Queryable, ref: string): Promise<VoteOfAct | null> =>
  one(
    await db<VoteOfAct[]>`
      select vote.id, vote.meeting_slug, vote.closed, vote.method, vote.needed, vote.members, vote.present, vote.entitled,
             vote.votes_for, vote.votes_against, vote.votes_abstain, vote.not_voting, vote.result, vote.majority_basis,
             vote.taken_at
      from council.published_votes as vote where vote.id = nullif(split_part(${ref}, ':', 2), '')::uuid`,
  )

export type BallotOfAct = { name: string; slug: string | null; party: string | null; choice: string }

/** By name, as everybody reads them. */
export const listBallotsOfVote = (db: Queryable, voteId: string): Promise<BallotOfAct[]> => db<BallotOfAct[]>`
  select ballot.person_name as name, ballot.councillor_slug as slug, ballot.party_short as party, ballot.choice
  from council.shown_ballots as ballot where ballot.vote_id = ${voteId}
  order by ballot.person_name, ballot.person_id limit ${MOST}`

export type MatterOfAct = {
  meetingSlug: string | null
  meetingDay: string | null
  paperId: string | null
  paperTitle: string | null
  paperLang: 'sq' | 'en' | null
}

/** The meeting that adopted it and the paper it came from, where everybody reads them. */
export const findMatterOfAct = async (
  db: Queryable,
  { meetingRef, paperRef }: { meetingRef: string | null; paperRef: string | null },
): Promise<MatterOfAct | null> =>
  one(
    await db<MatterOfAct[]>`
      select meeting.slug as meeting_slug, meeting.day::text as meeting_day, paper.id as paper_id,
             paper.title as paper_title, paper.lang as paper_lang
      from (values (nullif(split_part(coalesce(${meetingRef}, ''), ':', 2), '')::uuid,
                    nullif(split_part(coalesce(${paperRef}, ''), ':', 2), '')::uuid)) as asked (meeting, paper)
      left join council.published_meetings as meeting on meeting.id = asked.meeting
      left join council.published_papers as paper on paper.id = asked.paper`,
  )
