import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { ActNav } from '../making/act-nav-part.tsx'
import { ReturnList } from './mayor-return-part.tsx'
import { RETURN_OUTCOMES } from './return-rules.ts'
import type { ReturnView } from './signing-view.ts'
import { signingTexts } from './texts.ts'
import { signingUrls } from './urls.ts'

export type ReturnProps = {
  page: PageContext
  view: ReturnView
  typed: Typed
  errors: FieldErrors
  formId: string
  status: string | null
}

export const ReturnPage = (props: ReturnProps) => {
  const { page, view, errors, status } = props
  const { lang } = page
  const texts = signingTexts(lang)
  const t = texts.returns
  const { act, settings, standing, refusal } = view
  return (
    <Layout
      page={page}
      title={`${t.title}: ${act.title}`}
      office
      status={status}
      error={Object.keys(errors).length > 0}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <span class="govuk-caption-l">{act.title}</span>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <ActNav lang={lang} act={act} current="overview" />
      <p class="govuk-body">{t.lead}</p>
      {settings?.mayorMayReturn && settings.mayorReturnBasis !== null && (
        <p class="govuk-body">{t.basis(settings.mayorReturnBasis)}</p>
      )}
      {standing !== 'none' && <p class="govuk-body">{t[standing]}</p>}
      <ReturnList lang={lang} view={view} />
      {standing === 'none' && refusal !== null && <p class="govuk-body">{t.refusals[refusal]}</p>}
      {view.mayWrite && refusal === null && <EnterForm {...props} />}
      {view.mayWrite && standing === 'open' && <SettleForm {...props} />}
    </Layout>
  )
}

const Hidden = ({ formId, version }: { formId: string; version: number }) => (
  <>
    <input type="hidden" name="dergesa" value={formId} />
    <input type="hidden" name="versioni" value={String(version)} />
  </>
)

type DayProps = Pick<ReturnProps, 'page' | 'typed' | 'errors'> & { name: string; legend: string }

const Day = ({ page, typed, errors, name, legend }: DayProps) => {
  const t = signingTexts(page.lang)
  const part = (which: string) => typed[`${name}-${which}`] ?? ''
  return (
    <DateField
      name={name}
      legend={legend}
      legendSize="s"
      value={{ day: part('day'), month: part('month'), year: part('year') }}
      error={errors[name]}
      dayLabel={t.day}
      monthLabel={t.month}
      yearLabel={t.year}
    />
  )
}

const EnterForm = ({ page, view, typed, errors, formId }: ReturnProps) => {
  const { lang } = page
  const texts = signingTexts(lang)
  const t = texts.returns
  return (
    <form method="post" action={inLanguage(lang, signingUrls.mayorReturn(view.act.id))} novalidate data-submit-once>
      <h2 class="govuk-heading-m">{t.enter}</h2>
      <Hidden formId={formId} version={view.act.version} />
      <Day page={page} typed={typed} errors={errors} name="kthyer" legend={t.returnedOn} />
      <TextAreaField name="arsyet" label={t.reasons} rows={5} value={typed.arsyet ?? ''} error={errors.arsyet} />
      <TextField
        name="protokolli"
        label={t.protocol}
        hint={t.optional}
        value={typed.protokolli}
        error={errors.protokolli}
      />
      <Button preventDoubleClick>{texts.save}</Button>
    </form>
  )
}

const SettleForm = ({ page, view, typed, errors, formId }: ReturnProps) => {
  const { lang } = page
  const texts = signingTexts(lang)
  const t = texts.returns
  return (
    <form method="post" action={inLanguage(lang, signingUrls.outcome(view.act.id))} novalidate data-submit-once>
      <h2 class="govuk-heading-m">{t.settle}</h2>
      <Hidden formId={formId} version={view.act.version} />
      <RadioField
        name="vendosi"
        legend={t.outcome}
        legendSize="s"
        value={typed.vendosi}
        error={errors.vendosi}
        options={RETURN_OUTCOMES.map((value) => ({ value, label: t.outcomes[value], hint: t.outcomeHints[value] }))}
      />
      <Day page={page} typed={typed} errors={errors} name="vendosur" legend={t.outcomeOn} />
      <SelectField
        name="votimi"
        label={t.vote}
        value={typed.votimi ?? ''}
        error={errors.votimi}
        options={[
          { value: '', label: t.noVote },
          ...view.votes.map(({ ref, day, title }) => ({
            value: ref,
            label: t.voteNamed(formatDate(lang, day), title),
          })),
        ]}
      />
      <TextAreaField
        name="shenim"
        label={t.note}
        hint={t.noteHint}
        rows={3}
        value={typed.shenim ?? ''}
        error={errors.shenim}
      />
      <Button preventDoubleClick>{texts.save}</Button>
    </form>
  )
}
