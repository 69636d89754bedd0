import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import type { Services } from '#platform/services.ts'
import type { Choice } from '../../sitting/sitting-event-rules.ts'
import { findPublishedMinutes } from '../published-queries.ts'
import { minutesUrls } from '../urls.ts'
import {
  findPublicMeetingHead,
  findShownVote,
  listBallotsOfMeeting,
  listShownBallots,
  listShownVotes,
  listVoters,
  listVotesOfMeeting,
  listVotingInstitutions,
  type MeetingHead,
  type OneVote,
  type ShownBallot,
  type ShownVote,
  type VotingInstitution,
} from './votes-queries.ts'

export type MeetingVotesView = {
  meeting: MeetingHead
  institution: InstitutionSummary
  votes: ShownVote[]
  hasMinutes: boolean
}

export async function viewMeetingVotes({ db }: Services, lang: Lang, slug: string): Promise<MeetingVotesView | null> {
  const meeting = await findPublicMeetingHead(db, lang, slug)
  if (!meeting) return null
  const [institution, votes, minutes] = await Promise.all([
    findInstitutionById(db, lang, meeting.institutionId),
    listVotesOfMeeting(db, lang, slug),
    findPublishedMinutes(db, slug, null),
  ])
  return institution && { meeting, institution, votes, hasMinutes: minutes !== null }
}

export type PartyLine = { party: string | null; counts: Record<Choice, number> }
export type VoteView = {
  vote: OneVote
  institution: InstitutionSummary
  ballots: ShownBallot[]
  parties: PartyLine[]
}

export async function viewVote({ db }: Services, lang: Lang, slug: string, id: string): Promise<VoteView | null> {
  const vote = isUuid(id) ? await findShownVote(db, lang, slug, id) : null
  const institution = vote && (await findInstitutionById(db, lang, vote.institutionId))
  if (!vote || !institution) return null
  const ballots = await listShownBallots(db, id)
  return { vote, institution, ballots, parties: partiesOf(ballots) }
}

/** The largest first; who sits for no party last. */
function partiesOf(ballots: readonly ShownBallot[]): PartyLine[] {
  const groups = Map.groupBy(ballots, ({ party }) => party)
  return [...groups]
    .map(([party, of]) => {
      const count = (choice: Choice) => of.filter((one) => one.choice === choice).length
      const counts = {
        for: count('for'),
        against: count('against'),
        abstain: count('abstain'),
        'not-voting': count('not-voting'),
      }
      return { party, counts, size: of.length }
    })
    .toSorted((one, other) => Number(one.party === null) - Number(other.party === null) || other.size - one.size)
    .map(({ party, counts }) => ({ party, counts }))
}

type Told = { vote: ShownVote; ballots: readonly ShownBallot[] }

/** A vote as data: what its page shows. */
export const voteAsData = ({ vote, ballots }: Told, url: string) => ({
  url: url + minutesUrls.vote(vote.slug, vote.id),
  meeting: `${url}/mbledhje/${vote.slug}`,
  institution: vote.institution,
  body: vote.body,
  day: vote.day,
  item: vote.itemId === null ? null : { ordinal: vote.itemOrdinal, title: vote.itemTitle },
  ordinal: vote.ordinal,
  stage: vote.stage,
  closed: vote.closed,
  article: vote.article,
  question: vote.question,
  method: vote.method,
  majority:
    vote.majorityOf === null
      ? null
      : {
          of: vote.majorityOf,
          numerator: vote.majorityNumerator,
          denominator: vote.majorityDenominator,
          strict: vote.majorityStrict,
          basis: vote.majorityBasis,
          needed: vote.needed,
        },
  members: vote.members,
  quorum: vote.quorum,
  present: vote.present,
  entitled: vote.entitled,
  counts: {
    for: vote.votesFor,
    against: vote.votesAgainst,
    abstain: vote.votesAbstain,
    notVoting: vote.notVoting,
  },
  result: vote.result,
  takenAt: vote.takenAt,
  ballots: ballots.map((one) => ballotAsData(one, url)),
})

const ballotAsData = ({ personId, name, slug, party, choice }: ShownBallot, url: string) => ({
  person: personId,
  name,
  url: slug === null ? null : `${url}/keshilltare/${slug}`,
  party,
  choice,
})

export async function meetingVotesAsData({ db, settings }: Services, { meeting, votes }: MeetingVotesView) {
  const ballots = Map.groupBy(await listBallotsOfMeeting(db, meeting.id), ({ voteId }) => voteId)
  return {
    url: settings.url + minutesUrls.votes(meeting.slug),
    meeting: `${settings.url}/mbledhje/${meeting.slug}`,
    votes: votes.map((vote) => voteAsData({ vote, ballots: ballots.get(vote.id) ?? [] }, settings.url)),
  }
}

const PAGE = 40

export type VoteListView = {
  items: (ShownVote & { choice: Choice | null })[]
  institutions: VotingInstitution[]
  voters: { slug: string; name: string }[]
  asked: { institucioni: string; viti: string; rezultati: string; anetari: string }
  years: number[]
  older: string | null
  narrowed: boolean
}

export async function viewVoteList(
  { db, clock }: Services,
  lang: Lang,
  query: Record<string, string | undefined>,
): Promise<VoteListView> {
  const institutions = await listVotingInstitutions(db, lang)
  const institution = institutions.find(({ slug }) => slug === query.institucioni) ?? null
  const voters = await listVoters(db, institution?.id ?? null)
  const voter = voters.find(({ slug }) => slug === query.anetari) ?? null
  const year = /^(19|20)\d\d$/.test(query.viti ?? '') ? Number(query.viti) : null
  const result = (['adopted', 'rejected', 'tied'] as const).find((one) => one === query.rezultati) ?? null
  const after = readListKey(query.pas)
  const filter = { institutionId: institution?.id ?? null, year, result, personId: voter?.id ?? null }
  const found = await listShownVotes(db, lang, { ...filter, after, limit: PAGE + 1 })
  const items = found.slice(0, PAGE)
  const last = items.at(-1)
  const now = clock.now().getUTCFullYear()
  return {
    items,
    institutions,
    voters,
    asked: {
      institucioni: institution?.slug ?? '',
      viti: year === null ? '' : String(year),
      rezultati: result ?? '',
      anetari: voter?.slug ?? '',
    },
    years: Array.from({ length: 12 }, (_, n) => now - n),
    older: found.length > PAGE && last ? writeListKey({ at: last.takenAt, id: last.id }) : null,
    narrowed: institution !== null || year !== null || result !== null || voter !== null,
  }
}
