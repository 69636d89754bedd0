import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Details } from '#ui/details.tsx'
import { Layout } from '#ui/layout.tsx'
import { NoticeBanner } from '#ui/notice-banner.tsx'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'

/** Sent, not yet counted: what to do next, and what happens otherwise. Holds nothing about who sent it. */
export const CommentSentPage = ({
  page,
  consultation,
  late,
}: {
  page: PageContext
  /** It was sent just after the window had closed. */
  late: boolean
  consultation: { slug: string; title: string }
}) => {
  const { lang } = page
  const t = textsIn(lang).sent
  return (
    <Layout page={page} title={t.title} robots="noindex">
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body-l">{consultation.title}</p>
      {late && (
        <NoticeBanner title={textsIn(lang).entry.web.lateTitle}>
          <p>{textsIn(lang).entry.web.late}</p>
        </NoticeBanner>
      )}
      {t.words.map((words) => (
        <p class="govuk-body">{words}</p>
      ))}
      {page.demo && (
        <NoticeBanner title={textsIn(lang).sent.demoTitle}>
          <p>{t.demo}</p>
          <p>
            <a href={inLanguage(lang, '/zyra/posta')}>{t.demoLink}</a>
          </p>
        </NoticeBanner>
      )}
      <Details summary={t.noLetter}>
        <p class="govuk-body">{t.noLetterWords}</p>
      </Details>
      <p class="govuk-body">
        <a href={inLanguage(lang, consultationUrls.one(consultation.slug))}>{t.back}</a>
      </p>
    </Layout>
  )
}
