import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Paging } from '#ui/paging.tsx'
import { councilUrls } from '../urls.ts'
import { moneyWords } from './money-part.ts'
import type { PublicCouncillorView } from './public-people-view.ts'
import { publicTextsIn } from './public-texts.ts'
import { spanWords } from './span-part.ts'
import { textsIn } from './texts.ts'
import { peopleUrls as urls } from './urls.ts'

type Part = { lang: Lang; view: PublicCouncillorView }

/** How somebody voted, newest first. */
export const Votes = ({ lang, view: { votes, councillor: c, olderVotes, votesPaged } }: Part) => {
  const texts = publicTextsIn(lang)
  const t = texts.one
  const one = inLanguage(lang, urls.one(c.slug))
  return (
    <section aria-labelledby="votimet">
      <h2 class="govuk-heading-l" id="votimet">
        {t.votes}
      </h2>
      {votes.length === 0 ? (
        <p class="govuk-body">{t.votesNone}</p>
      ) : (
        <>
          <p class="govuk-body">{t.votesLead}</p>
          <DataTable
            caption={t.votes}
            captionHidden
            head={[{ label: t.question }, { label: t.choice }, { label: t.result }, { label: t.day }]}
            rows={votes.map((vote) => [
              <a href={inLanguage(lang, councilUrls.vote(vote.meetingSlug, vote.voteId))}>{vote.question}</a>,
              texts.choices[vote.choice],
              texts.results[vote.result],
              formatDay(lang, vote.takenAt, c.zone),
            ])}
          />
          <Paging
            label={t.votes}
            older={olderVotes ? { href: `${one}?votimet=${olderVotes}#votimet`, label: t.olderVotes } : null}
            newer={votesPaged ? { href: `${one}#votimet`, label: t.newestVotes } : null}
          />
        </>
      )}
    </section>
  )
}

/** What was paid, by period; nothing where nothing is published. */
export const Payments = ({ lang, view: { payments, years } }: Part) => {
  const texts = textsIn(lang)
  const t = publicTextsIn(lang)
  if (payments.length === 0) return null
  return (
    <section aria-labelledby="pagesat">
      <h2 class="govuk-heading-l" id="pagesat">
        {t.one.payments}
      </h2>
      <DataTable
        caption={t.payments.years}
        head={[{ label: t.payments.year }, { label: t.payments.total, numeric: true }]}
        rows={years.map((one) => [String(one.year), moneyWords(lang, one.amount, one.currency)])}
      />
      <DataTable
        caption={t.one.payments}
        captionHidden
        head={[{ label: t.payments.period }, { label: t.payments.kind }, { label: t.payments.amount, numeric: true }]}
        rows={payments.map((one) => [
          spanWords(lang, one.fromOn, one.toOn),
          [texts.values[one.kind], one.note].filter(Boolean).join(': '),
          moneyWords(lang, one.amount, one.currency),
        ])}
      />
    </section>
  )
}
