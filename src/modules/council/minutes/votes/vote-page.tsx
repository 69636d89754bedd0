import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatMoment, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'
import { councilUrls } from '../../urls.ts'
import { documentTexts } from '../document/saying-texts.ts'
import { minutesUrls as urls } from '../urls.ts'
import { votesTexts } from './texts.ts'
import type { OneVote, ShownVote } from './votes-queries.ts'
import type { VoteView } from './votes-view.ts'

type Props = { page: PageContext; view: VoteView }

const CHOICES = ['for', 'against', 'abstain', 'not-voting'] as const

/** What a vote is called: its question, or, where that is hidden, what was voted. */
export const voteTitle = (lang: Lang, { question, stage, closed }: ShownVote): string => {
  const t = votesTexts(lang)
  return question ?? (closed ? `${t.stages[stage]}, ${t.closed}` : t.stages[stage])
}

export const voteTone = ({ result }: ShownVote) => (result === 'adopted' ? ('done' as const) : ('plain' as const))

/** In which language its question stands, where the page has another. */
export const voteLang = (lang: Lang, { question, lang: own }: ShownVote): Lang | undefined =>
  question === null || own === lang ? undefined : own

/** One vote: what was asked, what it needed, how many and who. */
export const VotePage = ({ page, view }: Props) => {
  const { lang } = page
  const t = votesTexts(lang)
  const { vote } = view
  return (
    <Layout
      page={page}
      title={`${t.one(vote.ordinal)}: ${voteTitle(lang, vote)}`}
      canonical={urls.vote(vote.slug, vote.id)}
      jsonHref={urls.voteData(vote.slug, vote.id)}
    >
      <Breadcrumbs
        label={t.breadcrumbs}
        items={[
          { href: inLanguage(lang, councilUrls.meetings()), label: t.meetings },
          { href: inLanguage(lang, councilUrls.meeting(vote.slug)), label: t.meeting },
          { href: inLanguage(lang, urls.votes(vote.slug)), label: t.votes },
        ]}
      />
      <span class="govuk-caption-l">
        {t.one(vote.ordinal)}. {t.of(vote.body, vote.day === null ? '–' : formatDate(lang, vote.day))}
      </span>
      <h1 class="govuk-heading-l" lang={voteLang(lang, vote)}>
        {voteTitle(lang, vote)}
      </h1>
      <p>
        <Tag tone={voteTone(vote)}>{t.results[vote.result]}</Tag>
      </p>
      {vote.closed && <Inset>{t.closedLead}</Inset>}
      <Counts lang={lang} vote={vote} />
      <Facts lang={lang} vote={vote} />
      <ByName lang={lang} view={view} />
      <p class="govuk-body-s">
        <a href={urls.voteData(vote.slug, vote.id)}>{t.data}</a>
      </p>
    </Layout>
  )
}

/** The numbers as a table; the bar beside each says the same once more to the eye. */
const Counts = ({ lang, vote }: { lang: Lang; vote: ShownVote }) => {
  const t = votesTexts(lang)
  const numbers = [vote.votesFor, vote.votesAgainst, vote.votesAbstain, vote.notVoting]
  return (
    <DataTable
      caption={t.counts}
      firstColumnHeader
      head={[{ label: t.choice }, { label: t.number, numeric: true }, { label: t.share }]}
      rows={CHOICES.map((choice, n) => {
        const number = numbers[n] ?? 0
        const words = t.shareOf(number, vote.entitled)
        return [
          t.choices[choice],
          formatNumber(number),
          <>
            <meter
              min={0}
              max={Math.max(1, vote.entitled)}
              value={number}
              aria-label={`${t.choices[choice]}: ${words}`}
            >
              {words}
            </meter>
          </>,
        ]
      })}
    />
  )
}

const Facts = ({ lang, vote }: { lang: Lang; vote: OneVote }) => {
  const t = votesTexts(lang)
  const rows = [
    ...(vote.itemTitle === null
      ? []
      : [
          {
            key: t.item,
            value: (
              <a
                href={inLanguage(lang, councilUrls.agendaItem(vote.slug, vote.itemId ?? ''))}
                lang={vote.lang === lang ? undefined : vote.lang}
              >
                {t.itemLine(vote.itemOrdinal ?? 0, vote.itemTitle)}
              </a>
            ),
          },
        ]),
    ...(vote.paperId === null
      ? []
      : [{ key: t.paper, value: <a href={inLanguage(lang, councilUrls.paper(vote.paperId))}>{t.paperAndAct}</a> }]),
    { key: t.stage, value: t.stages[vote.stage] },
    ...(vote.article === null ? [] : [{ key: t.article, value: vote.article }]),
    { key: t.method, value: t.methods[vote.method] },
    { key: t.taken, value: formatMoment(lang, vote.takenAt, vote.zone) },
    ...majorityRows(lang, vote),
    { key: t.members, value: formatNumber(vote.members) },
    { key: t.quorum, value: formatNumber(vote.quorum) },
    { key: t.present, value: formatNumber(vote.present) },
    { key: t.entitled, value: formatNumber(vote.entitled) },
  ]
  return <SummaryList rows={rows} />
}

function majorityRows(lang: Lang, vote: ShownVote) {
  const t = votesTexts(lang)
  const { majorityOf, majorityNumerator, majorityDenominator, majorityStrict, needed } = vote
  if (majorityOf === null || needed === null) return []
  const doc = documentTexts(lang)
  const words = doc.majority(
    majorityStrict === true,
    `${majorityNumerator}/${majorityDenominator}`,
    doc.majorityOf[majorityOf],
  )
  return [
    { key: t.majority, value: t.needed(formatNumber(needed), words) },
    { key: t.basis, value: vote.majorityBasis ?? t.noBasis },
  ]
}

const ByName = ({ lang, view: { vote, ballots, parties } }: { lang: Lang; view: VoteView }) => {
  const t = votesTexts(lang)
  if (vote.closed) return null
  if (ballots.length === 0) return <p class="govuk-body">{t.notByName}</p>
  return (
    <>
      <DataTable
        caption={t.byParty}
        firstColumnHeader
        head={[{ label: t.party }, ...CHOICES.map((choice) => ({ label: t.choices[choice], numeric: true }))]}
        rows={parties.map(({ party, counts }) => [
          party ?? t.noParty,
          ...CHOICES.map((choice) => formatNumber(counts[choice])),
        ])}
      />
      <DataTable
        caption={t.byMember}
        firstColumnHeader
        head={[{ label: t.member }, { label: t.party }, { label: t.choice }]}
        rows={ballots.map(({ name, slug, party, choice }) => [
          slug === null ? name : <a href={inLanguage(lang, councilUrls.councillor(slug))}>{name}</a>,
          party ?? t.noParty,
          t.choices[choice],
        ])}
      />
    </>
  )
}
