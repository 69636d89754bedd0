import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { ConsultationView } from '../consultation-view.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import { CommentPart } from './comment-part.tsx'

/** What was said about articles that the newest version no longer holds: never lost from sight with them. */
export const LostComments = ({ page: { lang }, view }: { page: PageContext; view: ConsultationView }) => {
  const { consultation, lost } = view
  if (lost.count === 0) return null
  const t = textsIn(lang).places
  return (
    <section aria-labelledby="komente-jashte">
      <h2 class="govuk-heading-l" id="komente-jashte">
        {t.lost}
      </h2>
      <p class="govuk-body">{t.lostLead}</p>
      <CommentPart
        lang={lang}
        zone={consultation.zone}
        slug={consultation.slug}
        comments={lost.newest}
        places={view.commentPlaces}
        level={3}
      />
      <p class="govuk-body">
        <a href={inLanguage(lang, consultationUrls.lostComments(consultation.slug))}>{t.allLost(lost.count)}</a>
      </p>
    </section>
  )
}
