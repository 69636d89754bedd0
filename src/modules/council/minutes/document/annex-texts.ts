import type { FormBlock } from '#platform/papers/form-document-rules.ts'
import type { MemberFacts, MinutesFacts } from '../record/minutes-fact-rules.ts'
import type { Saying } from './saying-texts.ts'

export function attendanceBlocks({ t, at }: Saying, members: readonly MemberFacts[]): FormBlock[] {
  if (members.length === 0) return []
  return [
    { kind: 'heading', level: 2, id: 'shtojca-1', words: t.attendance },
    {
      kind: 'table',
      caption: t.attendance,
      head: t.attendanceHead,
      rows: members.map(({ name, party, state, stretches }) => [
        [party === null ? name : `${name} (${party})`],
        [t.presence[state]],
        stretches.length === 0
          ? [t.none]
          : stretches.map(({ from, to }) => `${at(from)} – ${to === null ? t.none : at(to)}`),
      ]),
      shares: [45, 20, 35],
    },
  ]
}

/** All votes in one table, then a sheet for each that was taken by name. */
export function voteBlocks({ t }: Saying, facts: MinutesFacts): FormBlock[] {
  const votes = [...facts.besides.votes, ...facts.items.flatMap((item) => item.votes)].toSorted(
    (one, other) => one.ordinal - other.ordinal,
  )
  if (votes.length === 0) return []
  return [
    { kind: 'heading', level: 2, id: 'shtojca-2', words: t.voteSheets },
    {
      kind: 'table',
      caption: t.voteSheets,
      head: t.voteHead,
      rows: votes.map((one) => [
        [String(one.ordinal)],
        [one.question ?? (one.closed ? `${t.stages[one.stage]}, ${t.closedVote}` : t.stages[one.stage])],
        ...[one.votesFor, one.votesAgainst, one.votesAbstain, one.notVoting].map((n) => [String(n)]),
        [t.results[one.result]],
      ]),
      shares: [6, 40, 9, 10, 11, 10, 14],
    },
    ...votes
      .filter(({ ballots }) => ballots.length > 0)
      .flatMap((one): FormBlock[] => [
        { kind: 'heading', level: 3, id: `votimi-${one.ordinal}`, words: t.ballotSheet(one.ordinal) },
        {
          kind: 'table',
          caption: t.ballotSheet(one.ordinal),
          head: t.ballotHead,
          rows: one.ballots.map(({ name, party, choice }) => [
            [party === null ? name : `${name} (${party})`],
            [t.choices[choice]],
          ]),
        },
      ]),
  ]
}
