import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { EntryList, type Entry } from '#ui/entry-list.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { councilUrls } from '../../urls.ts'
import { minutesUrls as urls } from '../urls.ts'
import { votesTexts } from './texts.ts'
import { voteLang, voteTitle, voteTone } from './vote-page.tsx'
import type { ShownVote } from './votes-queries.ts'
import type { MeetingVotesView, VoteListView } from './votes-view.ts'

const entryOf = (lang: Lang, vote: ShownVote, quiet: string): Entry => {
  const t = votesTexts(lang)
  return {
    href: inLanguage(lang, urls.vote(vote.slug, vote.id)),
    title: voteTitle(lang, vote),
    lang: voteLang(lang, vote),
    quiet,
    state: { tone: voteTone(vote), label: t.results[vote.result] },
  }
}

/** All votes of one meeting, in the order in which they were taken. */
export const MeetingVotesPage = ({ page, view }: { page: PageContext; view: MeetingVotesView }) => {
  const { lang } = page
  const t = votesTexts(lang)
  const { meeting, votes } = view
  const { slug } = meeting
  return (
    <Layout
      page={page}
      title={`${t.title}: ${meeting.body}`}
      canonical={urls.votes(slug)}
      jsonHref={urls.votesData(slug)}
    >
      <Breadcrumbs
        label={t.breadcrumbs}
        items={[
          { href: inLanguage(lang, councilUrls.meetings()), label: t.meetings },
          { href: inLanguage(lang, councilUrls.meeting(slug)), label: t.meeting },
        ]}
      />
      <span class="govuk-caption-l">
        {t.of(meeting.body, meeting.day === null ? '–' : formatDate(lang, meeting.day))}
      </span>
      <h1 class="govuk-heading-l">{t.title}</h1>
      {votes.length === 0 ? (
        <EmptyState>
          <p>{t.none}</p>
        </EmptyState>
      ) : (
        <EntryList
          items={votes.map((vote) =>
            entryOf(
              lang,
              vote,
              [
                t.one(vote.ordinal),
                formatMoment(lang, vote.takenAt, vote.zone),
                t.methods[vote.method],
                t.line(vote.votesFor, vote.votesAgainst, vote.votesAbstain),
              ].join(' · '),
            ),
          )}
        />
      )}
      <ul class="govuk-list">
        {view.hasMinutes && (
          <li>
            <a href={inLanguage(lang, urls.one(slug))}>{t.minutes}</a>
          </li>
        )}
        <li>
          <a href={urls.votesData(slug)}>{t.data}</a>
        </li>
      </ul>
    </Layout>
  )
}

/** Votes of all meetings, the newest first. */
export const VoteListPage = ({ page, view }: { page: PageContext; view: VoteListView }) => {
  const { lang } = page
  const t = votesTexts(lang)
  const list = inLanguage(lang, urls.allVotes())
  const query = (more: Record<string, string>) =>
    new URLSearchParams(Object.entries({ ...view.asked, ...more }).filter(([, value]) => value !== '')).toString()
  return (
    <Layout page={page} title={t.allTitle} canonical={urls.allVotes()}>
      <Breadcrumbs
        label={t.breadcrumbs}
        items={[{ href: inLanguage(lang, councilUrls.meetings()), label: t.meetings }]}
      />
      <h1 class="govuk-heading-xl">{t.allTitle}</h1>
      <p class="govuk-body-l">{t.allLead}</p>
      <Filter lang={lang} view={view} action={list} />
      {view.items.length === 0 ? (
        <EmptyState>
          <p>{t.noneFound}</p>
        </EmptyState>
      ) : (
        <EntryList
          items={view.items.map((vote) =>
            entryOf(
              lang,
              vote,
              [
                vote.body,
                vote.day === null ? '' : formatDate(lang, vote.day),
                t.line(vote.votesFor, vote.votesAgainst, vote.votesAbstain),
                vote.choice === null ? '' : t.voted(t.choices[vote.choice]),
              ]
                .filter(Boolean)
                .join(' · '),
            ),
          )}
        />
      )}
      <Paging
        label={t.paging}
        older={view.older === null ? null : { href: `${list}?${query({ pas: view.older })}`, label: t.older }}
      />
      <p class="govuk-body-s">
        <a href={inLanguage(lang, '/te-dhena/votimet')}>{t.openData}</a>
      </p>
    </Layout>
  )
}

const Filter = ({ lang, view, action }: { lang: Lang; view: VoteListView; action: string }) => {
  const t = votesTexts(lang)
  const { asked } = view
  const among = (all: string, options: readonly { value: string; label: string }[]) => [
    { value: '', label: all },
    ...options,
  ]
  return (
    <FilterForm
      action={action}
      legend={t.filter}
      submit={t.submit}
      clear={view.narrowed ? { href: action, label: t.clear } : null}
      fold={{ open: view.narrowed }}
    >
      <SelectField
        name="institucioni"
        label={t.institution}
        value={asked.institucioni}
        options={among(
          t.allInstitutions,
          view.institutions.map(({ slug, name }) => ({ value: slug, label: name })),
        )}
      />
      <SelectField
        name="viti"
        label={t.year}
        value={asked.viti}
        options={among(
          t.allYears,
          view.years.map((year) => ({ value: String(year), label: String(year) })),
        )}
      />
      <SelectField
        name="rezultati"
        label={t.result}
        value={asked.rezultati}
        options={among(
          t.allResults,
          (['adopted', 'rejected', 'tied'] as const).map((one) => ({ value: one, label: t.results[one] })),
        )}
      />
      <SelectField
        name="anetari"
        label={t.councillor}
        value={asked.anetari}
        options={among(
          t.allCouncillors,
          view.voters.map(({ slug, name }) => ({ value: slug, label: name })),
        )}
      />
    </FilterForm>
  )
}
