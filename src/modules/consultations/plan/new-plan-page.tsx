import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { ACT_KINDS } from '../consultation-rules.ts'
import { textsIn } from '../texts.ts'
import { officePlanUrls } from '../urls.ts'
import type { NewPlanView } from './plan-view.ts'

type Props = { page: PageContext; view: NewPlanView; typed: Typed; errors: FieldErrors }

/** What a plan begins with: its name, whose it is, and an earlier one to start from. */
export const NewPlanPage = ({ page, view, typed, errors }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.plans.create
  return (
    <Layout
      page={page}
      title={t.title}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, officePlanUrls.list()), label: texts.plans.list.title }}
    >
      <ErrorSummary title={texts.office.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.intro}</p>
      <form method="post" action={inLanguage(lang, officePlanUrls.create())} novalidate data-submit-once>
        <input type="hidden" name="dergesa" value={typed.dergesa} />
        {view.consultation && (
          <>
            <input type="hidden" name="konsultimi" value={view.consultation.id} />
            <p class="govuk-body">
              {t.consultation}: <strong>{view.consultation.title}</strong>
            </p>
            <p class="govuk-body">
              {t.madeAlready} <a href={inLanguage(lang, officePlanUrls.list())}>{texts.plans.list.title}</a>
            </p>
          </>
        )}
        <SelectField
          name="institucioni"
          label={t.institution}
          value={typed.institucioni}
          error={errors.institucioni}
          options={view.institutions.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField name="titulli" label={t.name} hint={t.nameHint} value={typed.titulli} error={errors.titulli} />
        <SelectField
          name="lloji"
          label={t.actKind}
          value={typed.lloji}
          error={errors.lloji}
          options={ACT_KINDS.map((kind) => ({ value: kind, label: texts.actKinds[kind] }))}
        />
        <EarlierPlans page={page} view={view} typed={typed} errors={errors} />
        <Button kind="primary">{t.submit}</Button>
      </form>
    </Layout>
  )
}

/** Of several institutions each plan says whose it is. */
const EarlierPlans = ({ page: { lang }, view, typed, errors }: Props) => {
  const t = textsIn(lang).plans.create
  const several = view.institutions.length > 1
  if (view.plans.length === 0) return null
  return (
    <SelectField
      name="kopja"
      label={t.copy}
      hint={t.copyHint}
      value={typed.kopja}
      error={errors.kopja}
      options={[
        { value: '', label: t.copyNone },
        ...view.plans.map(({ id, title, institutionName }) => ({
          value: id,
          label: several ? `${title} (${institutionName})` : title,
        })),
      ]}
    />
  )
}
