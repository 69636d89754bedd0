import type { Rule } from '#law/rules/rule.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { countsHours, LAWS, lawTitle } from './clock-list-rules.ts'
import { clockTexts } from './texts.ts'
import { clockUrls } from './urls.ts'

type Filled = { lang: Lang; typed: Typed; errors: FieldErrors }

/** The day of the event. GET: the answer's address is to be kept. */
const Day = ({ lang, typed, errors, legend }: Filled & { legend: string }) => {
  const t = clockTexts(lang).calculator
  return (
    <DateField
      name="data"
      legend={legend}
      legendSize="s"
      hint={t.dateHint}
      value={{ day: typed['data-day'] ?? '', month: typed['data-month'] ?? '', year: typed['data-year'] ?? '' }}
      error={errors.data}
      dayLabel={t.day}
      monthLabel={t.month}
      yearLabel={t.year}
    />
  )
}

type RuleProps = Filled & { rule: Rule; institutions: readonly { slug: string; name: string }[] }

/** Computes a date of one rule. */
export const RuleCalculator = ({ lang, typed, errors, rule, institutions }: RuleProps) => {
  const t = clockTexts(lang).calculator
  const start = typed.afati === '2' && rule.second ? rule.second.start : rule.start
  return (
    <form method="get" action={inLanguage(lang, clockUrls.rule(rule.id))} novalidate>
      {rule.second && (
        <SelectField
          name="afati"
          label={t.term}
          value={typed.afati ?? '1'}
          options={[
            { value: '1', label: rule.start[lang] },
            { value: '2', label: rule.second.start[lang] },
          ]}
        />
      )}
      <Day lang={lang} typed={typed} errors={errors} legend={rule.second ? t.plainDate : t.date(start[lang])} />
      {countsHours(rule) && (
        <TextField
          name="ora"
          label={t.hour}
          hint={t.hourHint}
          value={typed.ora ?? ''}
          error={errors.ora}
          width="5"
          autocomplete="off"
        />
      )}
      {institutions.length > 0 && (
        <SelectField
          name="institucioni"
          label={t.institution}
          hint={t.institutionHint}
          value={typed.institucioni ?? ''}
          error={errors.institucioni}
          options={[
            { value: '', label: t.anyInstitution },
            ...institutions.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
      )}
      <Button kind="primary">{t.submit}</Button>
    </form>
  )
}

/** Chooses the rule too. */
export const AnyCalculator = ({ lang, typed, errors }: Filled) => {
  const t = clockTexts(lang)
  return (
    <form method="get" action={inLanguage(lang, clockUrls.compute())} novalidate>
      <div class={errors.rregulli ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
        <label class="govuk-label" for="rregulli">
          {t.calculator.which}
        </label>
        {errors.rregulli && (
          <p id="rregulli-error" class="govuk-error-message">
            {errors.rregulli}
          </p>
        )}
        <select
          class="govuk-select"
          id="rregulli"
          name="rregulli"
          aria-invalid={errors.rregulli ? 'true' : undefined}
          aria-describedby={errors.rregulli ? 'rregulli-error' : undefined}
        >
          <option value="">{t.calculator.choose}</option>
          {LAWS.map(({ jurisdiction, rules }) => (
            <optgroup label={`${t.countries[jurisdiction]}: ${rules[0] ? lawTitle(rules[0], lang) : ''}`}>
              {rules
                .filter(({ terms }) => terms)
                .map((rule) => (
                  <option value={rule.id} selected={typed.rregulli === rule.id}>
                    {rule.start[lang]} – {rule.clock[lang]} ({rule.id})
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
      <Day lang={lang} typed={typed} errors={errors} legend={t.calculator.plainDate} />
      <Button kind="primary">{t.calculator.submit}</Button>
    </form>
  )
}
