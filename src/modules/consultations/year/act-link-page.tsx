import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import type { ActLinkView } from './office-view.ts'
import { yearTexts } from './texts.ts'
import { yearOfficeUrls as urls } from './urls.ts'
import { dueWords } from './year-words-texts.ts'

type Props = {
  page: PageContext
  view: ActLinkView
  chosen: string | null
  status?: string | null
  errors?: FieldErrors
}

/** To which entry of the yearly plan a consultation belongs. */
export const ActLinkPage = ({ page, view, chosen, status = null, errors = {} }: Props) => {
  const { lang } = page
  const t = yearTexts(lang)
  const { consultation, choices, mayWrite } = view
  const named = choices.map((act) => ({
    value: act.id,
    label: `${act.year} · ${dueWords(lang, act, act.year)} · ${act.title}`,
  }))
  const standing = choices.find(({ id }) => id === consultation.plannedActId)
  return (
    <Layout
      page={page}
      title={t.office.link.title}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, officeUrls.consultation(consultation.id)), label: consultation.title }}
    >
      <ErrorSummary title={textsIn(lang).office.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.office.link.title}</h1>
      <p class="govuk-body">{t.office.link.lead}</p>
      {standing && (
        <p class="govuk-body">
          <a href={inLanguage(lang, urls.act(standing.id))}>{standing.title}</a>
        </p>
      )}
      {choices.length === 0 && <EmptyState>{t.office.link.noChoices}</EmptyState>}
      {mayWrite && choices.length > 0 && (
        <form method="post" action={inLanguage(lang, urls.link(consultation.id))} novalidate data-submit-once>
          <SelectField
            name="akti"
            label={t.office.link.choose}
            value={chosen ?? ''}
            error={errors.akti}
            options={[{ value: '', label: t.office.link.none }, ...named]}
          />
          <Button preventDoubleClick>{t.office.link.button}</Button>
        </form>
      )}
    </Layout>
  )
}
