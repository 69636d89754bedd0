import { one, type Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type { Choice, VoteMethod, VoteStage } from '../../sitting/sitting-event-rules.ts'

/** A vote as everybody may read it. Null where closed doors or its method hide it. */
export type ShownVote = {
  id: string
  institutionId: string
  institution: string
  zone: string
  lang: Lang
  meetingId: string
  slug: string
  day: CivilDate | null
  body: string
  itemId: string | null
  itemOrdinal: number | null
  itemTitle: string | null
  ordinal: number
  stage: VoteStage
  closed: boolean
  article: string | null
  question: string | null
  method: VoteMethod
  majorityOf: 'all-members' | 'present' | 'voting' | null
  majorityNumerator: number | null
  majorityDenominator: number | null
  majorityStrict: boolean | null
  majorityBasis: string | null
  needed: number | null
  members: number
  quorum: number
  present: number
  entitled: number
  votesFor: number
  votesAgainst: number
  votesAbstain: number
  notVoting: number
  result: 'adopted' | 'rejected' | 'tied'
  takenAt: Date
}

const columns = (db: Queryable, lang: Lang) => db`
  vote.id, vote.institution_id, vote.institution_slug as institution, vote.zone, vote.lang, vote.meeting_id,
  vote.meeting_slug as slug, vote.day, case when ${lang}::text = 'en' then coalesce(vote.body_name_en, vote.body_name) else vote.body_name end as body,
  vote.item_id, vote.item_ordinal, vote.item_title, vote.ordinal, vote.stage, vote.closed, vote.article, vote.question,
  vote.method, vote.majority_of, vote.majority_numerator, vote.majority_denominator, vote.majority_strict,
  vote.majority_basis, vote.needed, vote.members, vote.quorum, vote.present, vote.entitled, vote.votes_for,
  vote.votes_against, vote.votes_abstain, vote.not_voting, vote.result, vote.taken_at
  from council.shown_votes as vote`

export const listVotesOfMeeting = (db: Queryable, lang: Lang, slug: string): Promise<ShownVote[]> =>
  db<ShownVote[]>`select ${columns(db, lang)} where vote.meeting_slug = ${slug} order by vote.ordinal, vote.id`

/** `paperId`: what it was about, where everybody may read it; from there it goes on to the act. */
export type OneVote = ShownVote & { paperId: string | null }

export const findShownVote = async (db: Queryable, lang: Lang, slug: string, id: string): Promise<OneVote | null> =>
  one(
    await db<OneVote[]>`
      select (
          select paper.id from council.published_agenda_items as item
          join council.published_papers as paper on paper.id = item.paper_id where item.id = vote.item_id) as paper_id,
        ${columns(db, lang)} where vote.meeting_slug = ${slug} and vote.id = ${id}`,
  )

export type ShownBallot = {
  personId: string
  name: string
  slug: string | null
  party: string | null
  choice: Choice
}

export const listShownBallots = (db: Queryable, voteId: string): Promise<ShownBallot[]> =>
  db<ShownBallot[]>`
    select person_id, person_name as name, councillor_slug as slug, coalesce(party_short, party) as party, choice
    from council.shown_ballots where vote_id = ${voteId} order by person_name, person_id`

/** Of all votes of a meeting at once. */
export const listBallotsOfMeeting = (db: Queryable, meetingId: string): Promise<(ShownBallot & { voteId: string })[]> =>
  db<(ShownBallot & { voteId: string })[]>`
    select vote_id, person_id, person_name as name, councillor_slug as slug, coalesce(party_short, party) as party, choice
    from council.shown_ballots where meeting_id = ${meetingId} order by vote_id, person_name, person_id`

export type VotesFilter = {
  institutionId: string | null
  year: number | null
  result: 'adopted' | 'rejected' | 'tied' | null
  /** How this member voted, of votes by name. */
  personId: string | null
  after: { at: Date; id: string } | null
  limit: number
}

/** The newest first. */
export const listShownVotes = (
  db: Queryable,
  lang: Lang,
  f: VotesFilter,
): Promise<(ShownVote & { choice: Choice | null })[]> =>
  db<(ShownVote & { choice: Choice | null })[]>`
    select ${f.personId ? db`ballot.choice` : db`null::text as choice`}, ${columns(db, lang)}
      ${f.personId ? db`join council.shown_ballots as ballot on ballot.vote_id = vote.id and ballot.person_id = ${f.personId}` : db``}
    where true
      ${f.institutionId ? db`and vote.institution_id = ${f.institutionId}` : db``}
      ${f.year ? db`and vote.day >= make_date(${f.year}, 1, 1) and vote.day <= make_date(${f.year}, 12, 31)` : db``}
      ${f.result ? db`and vote.result = ${f.result}` : db``}
      ${f.after ? db`and (vote.taken_at, vote.id) < (${f.after.at}, ${f.after.id})` : db``}
    order by vote.taken_at desc, vote.id desc limit ${f.limit}`

export type MeetingHead = {
  id: string
  institutionId: string
  slug: string
  zone: string
  day: CivilDate | null
  body: string
  state: string
  openedAt: Date | null
  closedAt: Date | null
}

export const findPublicMeetingHead = async (db: Queryable, lang: Lang, slug: string): Promise<MeetingHead | null> =>
  one(
    await db<MeetingHead[]>`
      select id, institution_id, slug, zone, day, state, opened_at, closed_at,
             case when ${lang}::text = 'en' then coalesce(body_name_en, body_name) else body_name end as body
      from council.published_meetings where slug = ${slug}`,
  )

/** Councillors that the list can be asked for, and institutions that have votes. */
export const listVoters = (
  db: Queryable,
  institutionId: string | null,
): Promise<{ id: string; slug: string; name: string }[]> =>
  db<{ id: string; slug: string; name: string }[]>`
    select councillor.person_id as id, councillor.slug, person.name
    from council.councillors as councillor join platform.persons as person on person.id = councillor.person_id
    where councillor.state = 'published' ${institutionId ? db`and councillor.institution_id = ${institutionId}` : db``}
    order by person.name, councillor.person_id limit 1000`

export type VotingInstitution = { id: string; slug: string; name: string }

export const listVotingInstitutions = (db: Queryable, lang: Lang): Promise<VotingInstitution[]> =>
  db<VotingInstitution[]>`
    select institution.id, institution.slug, platform.institution_name(institution.id, ${lang}, current_date) as name
    from platform.institutions as institution
    where exists (select from council.votes as vote where vote.institution_id = institution.id)
    order by name, institution.id`
