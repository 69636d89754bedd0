import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { roomTexts } from './texts.ts'
import { textUrls } from './urls.ts'
import type { WaitingRecord } from './waiting-view.ts'

/** Texts with a later version in preparation, or with comments that wait for their place. */
export const WaitingPage = ({ page, texts }: { page: PageContext; texts: readonly WaitingRecord[] }) => {
  const { lang } = page
  const t = roomTexts(lang)
  const c = t.waitingColumns
  const count = (n: number, href: string) => (n === 0 ? '0' : <a href={inLanguage(lang, href)}>{String(n)}</a>)
  return (
    <Layout page={page} title={t.waitingTitle} office wide>
      <h1 class="govuk-heading-l">{t.waitingTitle}</h1>
      <p class="govuk-body">{t.waitingLead}</p>
      {texts.length === 0 ? (
        <EmptyState>{t.waitingNone}</EmptyState>
      ) : (
        <DataTable
          caption={t.waitingTitle}
          captionHidden
          firstColumnHeader
          head={[
            { label: c.title, share: 'wide' },
            { label: c.draft },
            { label: c.doubts, numeric: true },
            { label: c.changes, numeric: true },
            { label: c.places, numeric: true },
          ]}
          rows={texts.map(({ holder, record, draft, openDoubts, openChanges, openPlaces }) => [
            <a href={inLanguage(lang, textUrls.text(holder, record.id))}>{record.title}</a>,
            draft ? t.yes : t.no,
            count(openDoubts, `${textUrls.text(holder, record.id)}#dyshimet`),
            count(openChanges, `${textUrls.changes(holder, record.id)}?hapur=po`),
            count(openPlaces, textUrls.places(holder, record.id)),
          ])}
        />
      )}
    </Layout>
  )
}
