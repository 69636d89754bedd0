import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import type { ActView } from './act-view.ts'
import type { BallotOfAct, VoteOfAct } from './beside-queries.ts'
import { Section } from './section-part.tsx'
import { textsIn } from './texts.ts'
import { besideUrls } from './urls.ts'

type Props = { lang: Lang; view: ActView }

/** Who voted how; of an act with personal data the counts alone. */
export const Vote = ({ lang, view: { act, vote, ballots } }: Props) => {
  const t = textsIn(lang).vote
  if (vote === null) {
    return act.history || act.voteRef === null ? null : (
      <Section id="votimi" title={t.title}>
        <p class="govuk-body">{t.none}</p>
      </Section>
    )
  }
  return (
    <Section id="votimi" title={t.title}>
      <p class="govuk-body">
        <strong>{countsOf(lang, vote)}</strong>
      </p>
      <p class="govuk-body">{aboutOf(lang, vote)}</p>
      {!act.restricted && (
        <>
          {ballots.length > 0 ? (
            <Names lang={lang} ballots={ballots} />
          ) : (
            <p class="kv-quiet">{whyNoNames(lang, vote)}</p>
          )}
          <p class="govuk-body">
            <a href={inLanguage(lang, besideUrls.vote(vote.meetingSlug, vote.id))}>{t.open}</a>
          </p>
        </>
      )}
    </Section>
  )
}

export function countsOf(lang: Lang, vote: VoteOfAct): string {
  const t = textsIn(lang).vote
  const counts = t.counts(vote.votesFor ?? 0, vote.votesAgainst ?? 0, vote.votesAbstain ?? 0)
  return vote.notVoting ? `${counts}; ${t.notVoting(vote.notVoting)}` : counts
}

function aboutOf(lang: Lang, { needed, present, members, majorityBasis }: VoteOfAct): string {
  const t = textsIn(lang).vote
  return [
    needed !== null && `${t.needed(needed).replace(/\.$/, '')}${majorityBasis ? ` (${majorityBasis})` : ''}.`,
    present !== null && members !== null && t.of(present, members),
  ]
    .filter(Boolean)
    .join(' ')
}

function whyNoNames(lang: Lang, { closed, method }: VoteOfAct): string {
  const t = textsIn(lang).vote
  return closed ? t.closed : method === 'secret' ? t.secret : t.hands
}

const Names = ({ lang, ballots }: { lang: Lang; ballots: readonly BallotOfAct[] }) => {
  const t = textsIn(lang).vote
  return (
    <Details summary={t.names(ballots.length)}>
      <DataTable
        caption={t.title}
        captionHidden
        firstColumnHeader
        head={[{ label: t.member }, { label: t.party }, { label: t.choice, tight: true }]}
        rows={ballots.map(({ name, slug, party, choice }) => [
          slug === null ? name : <a href={inLanguage(lang, besideUrls.councillor(slug))}>{name}</a>,
          party ?? '–',
          t.choices[choice] ?? choice,
        ])}
      />
    </Details>
  )
}
