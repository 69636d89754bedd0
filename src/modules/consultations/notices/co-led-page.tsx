import type { PageContext } from '#platform/http/page-context.ts'
import { formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { textsIn } from '../texts.ts'
import type { CoLedConsultation } from './co-led-queries.ts'
import type { CoLedView } from './co-led-view.ts'
import { noticeUrls } from './urls.ts'

export const CoLedListPage = ({ page, items }: { page: PageContext; items: readonly CoLedConsultation[] }) => {
  const { lang } = page
  const t = textsIn(lang).notices.coLed
  return (
    <Layout page={page} title={t.title} office>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      {items.length === 0 && <EmptyState>{t.empty}</EmptyState>}
      <ul class="govuk-list">
        {items.map((one) => (
          <li>
            <a href={inLanguage(lang, noticeUrls.coLedOne(one.id))}>{one.title}</a>{' '}
            <span class="kv-quiet">
              {one.institutionName}, {t.comments.toLowerCase()}: {formatNumber(one.comments)}
            </span>
          </li>
        ))}
      </ul>
    </Layout>
  )
}

/** The comments of a consultation that another institution leads: to be read, and nothing else. */
export const CoLedPage = ({ page, view }: { page: PageContext; view: CoLedView }) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.notices.coLed
  const { consultation, comments } = view
  const own = inLanguage(lang, noticeUrls.coLedOne(consultation.id))
  return (
    <Layout
      page={page}
      title={consultation.title}
      office
      back={{ href: inLanguage(lang, noticeUrls.coLed()), label: t.title }}
    >
      <h1 class="govuk-heading-l">{consultation.title}</h1>
      <p class="govuk-body">{consultation.institutionName}</p>
      {comments.length === 0 ? (
        <EmptyState>{t.noComments}</EmptyState>
      ) : (
        <DataTable
          caption={t.comments}
          head={[
            { label: t.columns.code, tight: true },
            { label: t.columns.about },
            { label: t.columns.words },
            { label: t.columns.state },
          ]}
          rows={comments.map((one) => [
            one.code,
            one.articleLabel === null ? t.whole : `${texts.page.article} ${one.articleLabel}`,
            `${one.body} (${one.organisation ?? one.authorName ?? t.anonymous})`,
            texts.office.stateOf[one.state] ?? one.state,
          ])}
        />
      )}
      <Paging
        label={t.paging}
        older={view.older ? { href: `${own}?para=${view.older}`, label: t.older } : null}
        newer={view.paged ? { href: own, label: t.newest } : null}
      />
    </Layout>
  )
}
