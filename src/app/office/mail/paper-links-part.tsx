import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { mailTexts } from './texts.ts'
import { mailUrls } from './urls.ts'

/** From the letters of the program to what leaves on paper. Whoever may not go there is told so there. */
export const PaperLinks = ({ page }: { page: PageContext }) => {
  const t = mailTexts(page.lang).outbox
  return (
    <ul class="govuk-list">
      <li>
        <a href={inLanguage(page.lang, mailUrls.dispatches())}>{t.dispatches}</a>
      </li>
      <li>
        <a href={inLanguage(page.lang, mailUrls.words())}>{t.words}</a>
      </li>
    </ul>
  )
}
