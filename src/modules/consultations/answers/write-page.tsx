import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { textsIn } from '../texts.ts'
import { ReadComments } from './read-comments-part.tsx'
import { officeAnswerUrls as urls } from './urls.ts'
import { WordsFields } from './words-fields-part.tsx'
import type { Choice, ChosenView } from './work-view.ts'

type Props = { page: PageContext; view: ChosenView; choice: Choice; typed: Typed; errors?: FieldErrors }

/** A new answer, with those before one's eyes who will get it. */
export const WritePage = ({ page, view, choice, typed, errors = {} }: Props) => {
  const { lang } = page
  const t = textsIn(lang).answers.office
  const { matter, comments, number } = view
  const work = inLanguage(lang, urls.work(matter.id))
  const write = inLanguage(lang, urls.write(matter.id))
  return (
    <Layout
      page={page}
      title={`${t.newTitle}, ${matter.title}`}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: work, label: t.title }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.newTitle}</h1>
      {(view.before || view.next) && (
        <p class="govuk-body">
          {view.before && <a href={`${write}?k=${view.before}`}>{t.beforeUnanswered}</a>}{' '}
          {view.next && <a href={`${write}?k=${view.next}`}>{t.nextUnanswered}</a>}
        </p>
      )}
      <div class="kv-columns">
        <div class="kv-columns__left">
          <h2 class="govuk-heading-m">{number === 1 ? t.forOne : t.forMany(number)}</h2>
          {number > 1 && <p class="govuk-hint">{t.leftOut}</p>}
          <ReadComments lang={lang} comments={comments} />
          {number > comments.length && <p class="govuk-body">{t.moreNotShown(number - comments.length)}</p>}
        </div>
        <div class="kv-columns__right">
          {view.may.write && number > 0 && (
            <form method="post" action={write} novalidate data-submit-once>
              {choice.group !== null && <input type="hidden" name="grupi" value={choice.group} />}
              {choice.filter !== null && <input type="hidden" name="filtri" value={choice.filter} />}
              {choice.filter !== null && <input type="hidden" name="te-gjitha" value="po" />}
              {choice.filter === null &&
                choice.group === null &&
                choice.ids.map((id) => <input type="hidden" name="k" value={id} />)}
              <input type="hidden" name="pare" value={String(number)} />
              <WordsFields
                lang={lang}
                wordsLang={matter.lang}
                typed={typed}
                errors={errors}
                reasons={view.reasons}
                correcting={false}
              />
            </form>
          )}
        </div>
      </div>
    </Layout>
  )
}
