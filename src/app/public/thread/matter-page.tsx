import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { threadUrls } from '#platform/links/urls.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { MatterThread } from '#ui/matter-thread.tsx'
import { MATTER_THREAD_TEXTS } from '#ui/matter-thread-texts.ts'
import type { MatterView } from './matter-view.ts'
import { threadTexts } from './texts.ts'

type Props = { page: PageContext; view: MatterView }

/** The thread of a matter on a page of its own. */
export const MatterPage = ({ page, view: { subject, thread } }: Props) => {
  const { lang } = page
  const t = threadTexts(lang)
  const { title } = MATTER_THREAD_TEXTS[lang]
  return (
    <Layout
      page={page}
      title={`${title}: ${subject.title}`}
      canonical={threadUrls.of(subject.ref)}
      jsonHref={threadUrls.data(subject.ref)}
      back={{ href: inLanguage(lang, subject.publicHref ?? '/'), label: t.back }}
    >
      <h1 class="govuk-heading-xl" lang={subject.lang === lang ? undefined : subject.lang}>
        {subject.title}
      </h1>
      <p class="govuk-body-l">{t.lead}</p>
      {thread.records.length === 0 ? (
        <EmptyState>{t.alone}</EmptyState>
      ) : (
        <MatterThread lang={lang} thread={thread} today={civilDateIn('Europe/Tirane', page.now)} whole={false} />
      )}
      <p class="govuk-body-s">
        <a href={inLanguage(lang, threadUrls.data(subject.ref))}>{t.data}</a>
      </p>
    </Layout>
  )
}
