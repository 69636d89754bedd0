import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import {
  FILTERS,
  filtersOf,
  naturalOrder,
  ORDER_WORDS,
  type Filter,
} from '#platform/search/find/search-question-rules.ts'
import type { Choice } from '#platform/search/find/choices-view.ts'
import type { SearchView } from '#platform/search/find/search-view.ts'
import { SELECTION_FIELDS } from '#platform/search/selection-rules.ts'
import { formatNumber } from '#platform/i18n/formats.ts'
import { SelectField } from '#ui/select-field.tsx'
import { otherSelection } from './address-part.ts'
import { searchTexts } from './texts.ts'
import { searchUrls } from './urls.ts'

type Props = { lang: Lang; view: SearchView; errors: Readonly<Record<string, string>> }

/** One form: the words, and what narrows them. GET, so that every search has an address. */
export const SearchForm = ({ lang, view, errors }: Props) => {
  const t = searchTexts(lang)
  const { selection } = view.question
  const error = errors[SELECTION_FIELDS.words]
  return (
    <form class="kv-find" action={inLanguage(lang, searchUrls.page())} method="get" role="search" aria-label={t.form}>
      <div class={error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
        <label class="govuk-label" for="q">
          {t.words}
        </label>
        {error && (
          <p id="q-error" class="govuk-error-message">
            {error}
          </p>
        )}
        <div class="kv-find__words">
          <input
            class="govuk-input"
            id="q"
            name="q"
            type="search"
            value={selection.words}
            autocomplete="off"
            autocapitalize="none"
            aria-invalid={error ? 'true' : undefined}
            aria-describedby={error ? 'q-error' : undefined}
            data-suggest={inLanguage(lang, searchUrls.suggestions())}
          />
          <button class="govuk-button" type="submit">
            {t.submit}
          </button>
        </div>
      </div>
      <Kept view={view} />
      <Narrowing lang={lang} view={view} errors={errors} />
    </form>
  )
}

/** What the form does not ask, and a new search must not lose. */
const Kept = ({ view: { question } }: Pick<Props, 'view'>) => (
  <>
    {question.selection.matter !== null && (
      <input type="hidden" name={SELECTION_FIELDS.matter} value={question.selection.matter} />
    )}
    {question.order !== naturalOrder(question.selection) && (
      <input type="hidden" name="renditja" value={ORDER_WORDS[question.order]} />
    )}
    {question.exactly && <input type="hidden" name="sakte" value="po" />}
  </>
)

const Narrowing = ({ lang, view, errors }: Props) => {
  const t = searchTexts(lang)
  const offered = FILTERS.filter((filter) => view.choices[filter].length > 0 || errors[SELECTION_FIELDS[filter]])
  if (offered.length === 0) return null
  const narrowed = filtersOf(view.question.selection).length > 0 || Object.keys(errors).length > 0
  return (
    <details class="govuk-details kv-fold" open={narrowed}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{t.narrow}</span>
      </summary>
      <div class="kv-filter">
        <div class="kv-filter__fields">
          {offered.map((filter) => (
            <SelectField
              name={SELECTION_FIELDS[filter]}
              label={t.filters[filter]}
              value={String(view.question.selection[filter] ?? '')}
              error={errors[SELECTION_FIELDS[filter]]}
              options={[{ value: '', label: t.any[filter] }, ...view.choices[filter].map(optionOf)]}
            />
          ))}
        </div>
        {view.outcome.kind === 'found' && view.outcome.counted < view.outcome.total + (view.outcome.capped ? 1 : 0) && (
          <p class="govuk-hint">{t.countedHint(view.outcome.counted)}</p>
        )}
        <div class="kv-filter__deeds">
          <button class="govuk-button govuk-button--secondary" type="submit">
            {t.apply}
          </button>
        </div>
      </div>
    </details>
  )
}

const optionOf = ({ value, label, hits }: Choice) => ({
  value,
  label: hits === null ? label : `${label} (${formatNumber(hits)})`,
})

/** What narrows the search now, each with the way to be without it. */
export const ActiveFilters = ({ lang, view }: Omit<Props, 'errors'>) => {
  const t = searchTexts(lang)
  const { selection } = view.question
  const active = filtersOf(selection)
  if (active.length === 0) return null
  const none = Object.fromEntries(active.map((filter) => [filter, null]))
  return (
    <nav class="kv-find__active" aria-label={t.active}>
      <ul>
        {active.map((filter) => {
          const value = filter === 'matter' ? (view.matter ?? t.matterGone) : labelOf(view, filter)
          return (
            <li>
              <a
                href={otherSelection(lang, view.question, { ...selection, [filter]: null })}
                aria-label={t.remove(t.filters[filter], value)}
              >
                <span class="kv-quiet">{t.filters[filter]}:</span> {value} <span aria-hidden="true">×</span>
              </a>
            </li>
          )
        })}
        {active.length > 1 && (
          <li>
            <a href={otherSelection(lang, view.question, { ...selection, ...none })}>{t.clear}</a>
          </li>
        )}
      </ul>
    </nav>
  )
}

function labelOf({ question: { selection }, choices }: SearchView, filter: Filter): string {
  const chosen = String(selection[filter])
  return choices[filter].find(({ value }) => value === chosen)?.label ?? chosen
}
