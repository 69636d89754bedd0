import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { FieldSet } from '#ui/field.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { partsIn } from '../announcing/day-field-rules.ts'
import { textsIn } from '../texts.ts'
import type { Article, StatesView } from './relation-view.ts'
import type { ChangeOf } from './state-queries.ts'
import { relationTexts } from './texts.ts'
import { relationUrls as urls } from './urls.ts'

export type StatesPart = { lang: Lang; view: StatesView; typed: Typed; errors: FieldErrors }

/** What changes the act, in a line. */
export function changeName(lang: Lang, one: ChangeOf): string {
  const name = [one.number, one.title ?? one.otherWords].filter(Boolean).join(': ')
  return relationTexts(lang).states.change(textsIn(lang).relations[one.kind].back, [...name].slice(0, 200).join(''))
}

/** From which day the next words hold and which changes they carry out: said before anything is written. */
export const Begin = ({ lang, view, typed, errors }: StatesPart) => {
  const texts = relationTexts(lang)
  const t = texts.states
  const { act, open, states, mayDecide } = view
  if (!mayDecide || act.state !== 'announced' || !states.some(({ role }) => role !== 'laid')) return null
  const chosen = typed.ndryshimet?.split(' ')
  const purposes = open.length > 0 ? (['consolidated', 'correction'] as const) : (['correction'] as const)
  return (
    <form method="post" action={inLanguage(lang, urls.states(act.id))} novalidate data-submit-once>
      <h2 class="govuk-heading-m">{t.begin}</h2>
      <RadioField
        name="pse"
        legend={t.purpose}
        value={typed.pse ?? purposes[0]}
        error={errors.pse}
        options={purposes.map((value) => ({ value, label: t.purposes[value] }))}
      />
      {open.length > 0 && (
        <FieldSet name="ndryshimet" legend={t.relations} error={errors.ndryshimet}>
          {open.map((one, at) => (
            <CheckboxField
              name="ndryshimet"
              id={at === 0 ? 'ndryshimet' : `ndryshimet-${at + 1}`}
              value={one.id}
              label={changeName(lang, one)}
              hint={one.effectiveOn === null ? texts.noDay : t.from(formatDate(lang, one.effectiveOn))}
              checked={chosen === undefined || chosen.includes(one.id)}
              small
            />
          ))}
        </FieldSet>
      )}
      {open.length > 0 && (
        <DateField
          name="vlen"
          legend={t.holdsFrom}
          hint={t.holdsHint}
          value={partsIn(typed, 'vlen')}
          error={errors.vlen}
          dayLabel={texts.day.day}
          monthLabel={texts.day.month}
          yearLabel={texts.day.year}
        />
      )}
      <TextAreaField
        name="shenim"
        label={t.note}
        value={typed.shenim}
        error={errors.shenim}
        rows={2}
        maxLength={1000}
      />
      <Button kind="secondary">{t.beginButton}</Button>
    </form>
  )
}

/** The articles that change, each beside what it changes, so that nobody writes from memory. */
export const Beside = ({ lang, view: { beside, act } }: StatesPart) => {
  const t = relationTexts(lang).states
  return (
    <section aria-labelledby="prane-tekstit">
      <h2 class="govuk-heading-m" id="prane-tekstit">
        {t.beside}
      </h2>
      <p class="govuk-body">{t.besideLead}</p>
      {beside.map(({ change, amending, amended }) => (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-one-half">
            <h3 class="govuk-heading-s">{t.amending(changeName(lang, change))}</h3>
            <Articles lang={lang} of={act.lang} articles={amending} />
          </div>
          <div class="govuk-grid-column-one-half">
            <h3 class="govuk-heading-s">{t.amended}</h3>
            <Articles lang={lang} of={act.lang} articles={amended} />
          </div>
        </div>
      ))}
    </section>
  )
}

const Articles = ({ lang, of, articles }: { lang: Lang; of: string; articles: readonly Article[] }) =>
  articles.length === 0 ? (
    <p class="govuk-body kv-quiet">{relationTexts(lang).states.noArticle}</p>
  ) : (
    <>
      {articles.map(({ label, words }) => (
        <blockquote class="govuk-inset-text" lang={of}>
          {label !== '' && <strong>{label}. </strong>}
          {words.split('\n').map((line) => (
            <p>{line}</p>
          ))}
        </blockquote>
      ))}
    </>
  )
