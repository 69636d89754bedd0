import type { FormBlock } from '#platform/papers/form-document-rules.ts'
import type { HappenedFacts, ItemFacts, MinutesFacts, VoteFacts } from '../record/minutes-fact-rules.ts'
import { paragraphs, type Saying } from './saying-texts.ts'

/** One item: what the record says of it, then what the secretary wrote. */
export function itemBlocks(say: Saying, item: ItemFacts, moves: MinutesFacts['moves']): FormBlock[] {
  const { t } = say
  return [
    { kind: 'heading', level: 2, id: `pika-${item.id}`, words: t.item(item.ordinal, item.title ?? t.closedItem) },
    ...computedBlocks(say, item, moves),
    ...paragraphs(item.words),
  ]
}

/** What nobody types: it follows from the record alone. */
export function computedBlocks(say: Saying, item: ItemFacts, moves: MinutesFacts['moves']): FormBlock[] {
  const { t, at, whole } = say
  const sentences = [
    ...(item.closed ? [t.itemClosed(item.closed.askedBy, item.closed.reason)] : []),
    ...(item.onTheDay ? [t.onTheDay] : []),
    ...(item.openedAt === null
      ? []
      : [t.fromTo(at(item.openedAt), item.closedAt === null ? null : at(item.closedAt), item.presentAtOpening)]),
    ...(item.rapporteur === null ? [] : [t.rapporteur(item.rapporteur)]),
    ...moves.filter(({ itemId }) => itemId === item.id).map((one) => t[one.what](one.name, at(one.at))),
    ...item.conflicts.map(({ name, ground }) => t.conflict(name, ground)),
    ...(item.partlyClosed && !whole ? [t.partlyClosed] : []),
  ]
  const outcome = [
    item.state === 'sent-back' && item.sentBackTo !== null ? t.sentBackTo(item.sentBackTo) : t.states[item.state],
    ...(item.stateReason === null ? [] : [t.because(item.stateReason)]),
    // Where it was voted, the votes say the result already.
    ...(item.result === null || item.votes.length > 0 ? [] : [t.result(item.result)]),
  ].filter(Boolean)
  return [
    ...(sentences.length === 0 ? [] : [{ kind: 'paragraph', words: sentences.join(' ') } as const]),
    ...happenedBlocks(say, item),
    ...(outcome.length === 0 ? [] : [{ kind: 'paragraph', words: outcome.join(' ') } as const]),
  ]
}

export function happenedBlocks(say: Saying, { speeches, motions, votes }: HappenedFacts): FormBlock[] {
  const { t } = say
  return [
    ...(speeches.length === 0
      ? []
      : [{ kind: 'paragraph', words: t.spoke(speeches.map(({ name }) => name).join(', ')) } as const]),
    ...(motions.length === 0
      ? []
      : [
          {
            kind: 'list',
            items: motions.map(
              (one) => `${t.motions[one.kind](one.mover, one.article, one.words)} ${t.motionStates[one.state]}`,
            ),
          } as const,
        ]),
    ...votes.flatMap((vote) => voteSentences(say, vote)),
  ]
}

function voteSentences(say: Saying, vote: VoteFacts): FormBlock[] {
  const { t } = say
  const names = (['for', 'against', 'abstain', 'not-voting'] as const).flatMap((choice) => {
    const of = vote.ballots.filter((one) => one.choice === choice).map(({ name }) => name)
    return of.length === 0 ? [] : [t.byName(t.choices[choice], of.join(', '))]
  })
  const words = [
    askedWords(say, vote),
    countsWords(say, vote),
    ...(vote.majority ? [majorityWords(say, vote.majority)] : []),
    t.results[vote.result],
  ]
  return [
    { kind: 'paragraph', words: `${t.vote(vote.ordinal)}. ${words.join(' ')}` },
    ...(names.length === 0 ? [] : [{ kind: 'list', items: names } as const]),
  ]
}

/** What was voted on; of a vote behind closed doors only at which stage it was. */
export function askedWords({ t }: Pick<Saying, 't'>, vote: VoteFacts): string {
  const method = t.methods[vote.method]
  if (vote.question !== null)
    return t.voted(/[.?!»]$/.test(vote.question) ? vote.question : `${vote.question}.`, method)
  return vote.closed ? t.votedClosed(t.stages[vote.stage], method) : t.votedClosing(method)
}

export const countsWords = ({ t }: Pick<Saying, 't'>, vote: VoteFacts): string =>
  t.counts({
    present: vote.present,
    entitled: vote.entitled,
    yes: vote.votesFor,
    no: vote.votesAgainst,
    abstain: vote.votesAbstain,
    none: vote.notVoting,
  })

export const majorityWords = ({ t }: Pick<Saying, 't'>, one: NonNullable<VoteFacts['majority']>): string =>
  t.needed(one.needed, t.majority(one.strict, `${one.numerator}/${one.denominator}`, t.majorityOf[one.of]), one.basis)
