import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { HOLD_GROUNDS } from '../comments/comment-rules.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import type { BulkTyped } from './bulk-form.ts'
import { tellsAuthors } from './bulk-rules.ts'
import type { BulkForecastView } from './bulk-view.ts'
import { MOST_AT_ONCE, MOST_WHILE_WAITING, UNDO_MINUTES } from './desk-rules.ts'
import { LabelField } from './label-field-part.tsx'

type Props = { page: PageContext; view: BulkForecastView; typed: BulkTyped; form: string; errors?: FieldErrors }

/** Before a deed on many: exactly what will happen, to how many, and who gets a letter. */
export const BulkPage = ({ page, view, typed, form, errors = {} }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.bulk
  const { deed, forecast, choice } = view
  const back = inLanguage(lang, officeUrls.comments()) + (choice.query ? `?${choice.query}` : '?pamja=te-gjitha')
  const possible = forecast.done > 0 && !view.tooMany
  return (
    <Layout
      page={page}
      title={t.title(t.deeds[deed])}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: back, label: texts.oneComment.back }}
    >
      <ErrorSummary title={texts.office.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title(t.deeds[deed])}</h1>
      <Told page={page} view={view} />
      <form method="post" action={inLanguage(lang, officeUrls.bulk())} novalidate data-submit-once>
        <input type="hidden" name="dergesa" value={form} />
        <input type="hidden" name="veprimi" value={deed} />
        <input type="hidden" name="filtri" value={choice.query} />
        <input type="hidden" name="numri" value={String(forecast.chosen)} />
        {choice.all && <input type="hidden" name="te-gjitha" value="po" />}
        {!choice.all && choice.ids.map((id) => <input type="hidden" name="k" value={id} />)}
        <Fields page={page} view={view} typed={typed} errors={errors} />
        {possible && <Button kind={deed === 'hold' ? 'warning' : 'primary'}>{t.confirm(forecast.done)}</Button>}
      </form>
    </Layout>
  )
}

const Told = ({ page: { lang }, view: { deed, forecast, tooMany } }: Pick<Props, 'page' | 'view'>) => {
  const t = textsIn(lang).bulk
  const left = forecast.left > 0 ? `${formatNumber(forecast.left)}: ${t.leftWhy}` : formatNumber(0)
  return (
    <>
      {tooMany && <p class="govuk-body">{t.tooMany(MOST_AT_ONCE)}</p>}
      {forecast.chosen === 0 && <p class="govuk-body">{t.nothing}</p>}
      <SummaryList
        rows={[
          { key: t.chosen, value: formatNumber(forecast.chosen) },
          { key: t.will, value: formatNumber(forecast.done) },
          { key: t.left, value: left },
          { key: t.letters, value: tellsAuthors(deed) ? formatNumber(forecast.letters) : t.lettersNone },
        ]}
      />
      <ul class="govuk-list govuk-list--bullet">
        <li>{t.ownHistory}</li>
        {tellsAuthors(deed) && <li>{t.lettersLater(UNDO_MINUTES)}</li>}
        <li>{t.undo(UNDO_MINUTES)}</li>
        {forecast.chosen > MOST_WHILE_WAITING && <li>{t.byWorker(MOST_WHILE_WAITING)}</li>}
      </ul>
    </>
  )
}

const Fields = ({ page: { lang }, view, typed, errors }: Required<Omit<Props, 'form'>>) => {
  const texts = textsIn(lang)
  switch (view.deed) {
    case 'assign':
      return (
        <SelectField
          name="kujt"
          label={texts.assignment.to}
          value={typed.kujt}
          error={errors.kujt}
          options={[
            { value: '', label: '–' },
            ...view.people.map(({ id, name, post }) => ({ value: id, label: post ? `${name}, ${post}` : name })),
            { value: 'askush', label: texts.assignment.nobody },
          ]}
        />
      )
    case 'label':
    case 'unlabel':
      return <LabelField lang={lang} used={view.labels} value={typed.etiketa} error={errors.etiketa} />
    case 'hold':
      return (
        <>
          <RadioField
            name="arsyeja"
            legend={texts.office.ground}
            hint={texts.office.holdHint}
            value={typed.arsyeja}
            error={errors.arsyeja}
            small
            options={HOLD_GROUNDS.map((ground) => ({ value: ground, label: texts.grounds[ground] }))}
          />
          <TextAreaField
            name="shpjegimi"
            label={texts.bulk.note}
            value={typed.shpjegimi}
            error={errors.shpjegimi}
            rows={3}
            maxLength={1000}
            countText={texts.form.charactersLeft}
          />
        </>
      )
    case 'release':
      return null
  }
}
