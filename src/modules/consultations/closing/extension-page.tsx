import { explain } from '#platform/deadlines/explanation/explanation-rules.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { ExplanationBox } from '#ui/explanation.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { OfficeConsultation } from '../drafting/draft-queries.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { EXTENSION_LIMITS } from './closing-rules.ts'
import type { MostDay } from './most-day.ts'

type Props = {
  page: PageContext
  consultation: OfficeConsultation
  most: MostDay | null
  typed: Typed
  errors: FieldErrors
  /** The number of the form with which the stage is repeated. */
  repetition: string
  mayRepeat: boolean
}

/** Puts off the closing day of what is public: until when it may be, why, by which decision. */
export const ExtensionPage = ({ page, consultation, most, typed, errors, repetition, mayRepeat }: Props) => {
  const { lang } = page
  const t = textsIn(lang).closing.extend
  const { id, title, closesOn } = consultation
  return (
    <Layout
      page={page}
      title={`${t.title}: ${title}`}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, officeUrls.consultation(id)), label: title }}
    >
      <ErrorSummary title={textsIn(lang).office.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      {closesOn && <p class="govuk-body">{t.lead(formatDate(lang, closesOn))}</p>}
      <Most page={page} most={most} open={'mbyllet' in errors} />
      <p class="govuk-body">{t.told}</p>
      <form method="post" action={inLanguage(lang, officeUrls.extension(id))} novalidate data-submit-once>
        <input type="hidden" name="versioni" value={typed.versioni} />
        <input type="hidden" name="dergesa" value={typed.dergesa} />
        <Fields page={page} typed={typed} errors={errors} />
        <Button kind="primary" preventDoubleClick>
          {t.submit}
        </Button>
      </form>
      {mayRepeat && <Repetition page={page} id={id} formId={repetition} />}
    </Layout>
  )
}

const Most = ({ page: { lang }, most, open }: Pick<Props, 'page' | 'most'> & { open: boolean }) => {
  const t = textsIn(lang).closing.extend
  if (!most) return <p class="govuk-body">{t.mostNone}</p>
  return (
    <>
      <p class="govuk-body">{t.most(formatDate(lang, most.most))}</p>
      <Details summary={t.mostWhy} open={open}>
        <ExplanationBox lang={lang} explanation={explain(lang, most)} />
      </Details>
    </>
  )
}

const dateOf = (typed: Typed, name: string) => ({
  day: typed[`${name}-day`] ?? '',
  month: typed[`${name}-month`] ?? '',
  year: typed[`${name}-year`] ?? '',
})

const Fields = ({ page: { lang }, typed, errors }: Pick<Props, 'page' | 'typed' | 'errors'>) => {
  const texts = textsIn(lang)
  const t = texts.closing.extend
  const { day: dayLabel, month: monthLabel, year: yearLabel, dateHint: hint } = texts.office
  const labels = { dayLabel, monthLabel, yearLabel, hint }
  return (
    <>
      <DateField name="mbyllet" legend={t.newDay} value={dateOf(typed, 'mbyllet')} error={errors.mbyllet} {...labels} />
      <TextField name="vendimi" label={t.decision} hint={t.decisionHint} value={typed.vendimi} error={errors.vendimi} />
      <DateField
        name="vendosur"
        legend={t.decidedOn}
        value={dateOf(typed, 'vendosur')}
        error={errors.vendosur}
        {...labels}
      />
      <TextAreaField
        name="arsyeja"
        label={t.ground}
        hint={t.groundHint}
        value={typed.arsyeja}
        error={errors.arsyeja}
        rows={4}
        maxLength={EXTENSION_LIMITS.ground}
        countText={texts.form.charactersLeft}
      />
    </>
  )
}

/** The way out where an extension does not reach: the same stage once more, under a number of its own. */
const Repetition = ({ page: { lang }, id, formId }: { page: PageContext; id: string; formId: string }) => {
  const t = textsIn(lang).closing.repeat
  return (
    <section aria-labelledby="perseritja">
      <h2 class="govuk-heading-m" id="perseritja">
        {t.title}
      </h2>
      <p class="govuk-body">{t.words}</p>
      <form method="post" action={inLanguage(lang, officeUrls.repetition(id))} data-submit-once>
        <input type="hidden" name="dergesa" value={formId} />
        <Button kind="secondary" preventDoubleClick>
          {t.submit}
        </Button>
      </form>
    </section>
  )
}
