import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { officeUrls } from '../urls.ts'
import type { RatingsView } from './papers-view.ts'
import { FEWEST_RATINGS, TARGET_SHARE } from './telling-rules.ts'
import { tellingTexts } from './texts.ts'
import { tellingUrls } from './urls.ts'

/** What authors think of the answers, with the words that only the office reads. */
export const RatingsPage = ({ page, view }: { page: PageContext; view: RatingsView }) => {
  const { lang } = page
  const texts = tellingTexts(lang)
  const t = texts.ratings
  const { consultation, ratings, satisfaction } = view
  const list = inLanguage(lang, tellingUrls.ratings(consultation.id))
  const { told, share } = satisfaction
  return (
    <Layout
      page={page}
      title={t.titleOf(consultation.title)}
      office
      back={{ href: inLanguage(lang, officeUrls.consultation(consultation.id)), label: consultation.title }}
    >
      <h1 class="govuk-heading-l">{t.titleOf(consultation.title)}</h1>
      <p class="govuk-body">{t.lead}</p>
      <p class="govuk-body">
        {t.summary(formatNumber(told), formatNumber(satisfaction.ratings))}{' '}
        {share === null ? t.noShare(FEWEST_RATINGS) : t.share(decimal(lang, share), TARGET_SHARE)}
      </p>
      {ratings.length === 0 ? (
        <EmptyState>{t.empty}</EmptyState>
      ) : (
        <DataTable
          caption={t.caption}
          captionHidden
          head={[
            { label: t.columns.comment, tight: true },
            { label: t.columns.answer, tight: true },
            { label: t.columns.score },
            { label: t.columns.words, share: 'wide' },
            { label: t.columns.at, tight: true },
          ]}
          rows={ratings.map(({ code, commentId, answerCode, score, words, at }) => [
            <a href={inLanguage(lang, officeUrls.comment(commentId))}>{code}</a>,
            answerCode,
            texts.rating.scores[score],
            words ?? t.noWords,
            formatDay(lang, at, consultation.zone),
          ])}
        />
      )}
      <Paging
        label={t.paging}
        older={view.older ? { href: `${list}?para=${view.older}`, label: texts.papers.older } : null}
        newer={view.paged ? { href: list, label: texts.papers.newest } : null}
      />
    </Layout>
  )
}

const decimal = (lang: PageContext['lang'], share: number): string =>
  lang === 'en' ? String(share) : String(share).replace('.', ',')
