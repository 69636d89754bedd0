import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import type { QuestionsPartView } from './results-view.ts'

type Props = { lang: Lang; slug: string; view: QuestionsPartView | null }

/** On the page of the consultation: that something is asked, and where to see what came of it. */
export const QuestionsPart = ({ lang, slug, view }: Props) => {
  if (!view) return null
  const t = textsIn(lang).questions.results.part
  return (
    <section aria-labelledby="pyetjet">
      <h2 class="govuk-heading-l" id="pyetjet">
        {t.title}
      </h2>
      <p class="govuk-body">
        {view.asked > 0 && <>{t.words(view.asked)} </>}
        <a href={inLanguage(lang, consultationUrls.questions(slug))}>{view.shown ? t.seeResults : t.seeCount}</a>
      </p>
    </section>
  )
}
