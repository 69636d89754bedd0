import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextField } from '#ui/text-field.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { Labels } from './desk-rows-part.tsx'
import type { Label, LabelledConsultation } from './label-queries.ts'

type Props = {
  page: PageContext
  consultation: LabelledConsultation
  labels: readonly Label[]
  mayChange: boolean
  status?: string | null
  errors?: FieldErrors
  /** What was typed for one of them. */
  typed?: { id: string; name: string } | null
}

/** The labels of a consultation: renamed, merged or deleted for all comments that wear them. */
export const LabelsPage = ({ page, consultation, labels, mayChange, status, errors = {}, typed = null }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.labels
  const list = inLanguage(lang, officeUrls.comments())
  return (
    <Layout
      page={page}
      title={t.title}
      office
      status={status ?? null}
      error={Object.keys(errors).length > 0}
      back={{ href: `${list}?konsultimi=${consultation.id}`, label: texts.oneComment.back }}
    >
      <ErrorSummary title={texts.office.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.of(consultation.title)}</h1>
      <p class="govuk-body">{t.lead}</p>
      {labels.length === 0 && <EmptyState>{t.none}</EmptyState>}
      {labels.map((label) => (
        <section>
          <h2 class="govuk-visually-hidden">{label.name}</h2>
          <Labels labels={[label]} />
          <p class="govuk-body">
            <a href={`${list}?konsultimi=${consultation.id}&etiketa=${label.id}`}>{t.count(label.count)}</a>
          </p>
          {mayChange && (
            <Deeds
              page={page}
              consultationId={consultation.id}
              label={label}
              errors={errors}
              typed={typed?.id === label.id ? typed.name : label.name}
            />
          )}
        </section>
      ))}
    </Layout>
  )
}

type DeedProps = { page: PageContext; consultationId: string; label: Label; errors: FieldErrors; typed: string }

const Deeds = ({ page: { lang }, consultationId, label, errors, typed }: DeedProps) => {
  const t = textsIn(lang).labels
  const name = `emri-${label.id}`
  const action = inLanguage(lang, officeUrls.labels(consultationId))
  const which = (deed: string) => (
    <>
      <input type="hidden" name="etiketa" value={label.id} />
      <input type="hidden" name="versioni" value={String(label.version)} />
      <input type="hidden" name="veprimi" value={deed} />
    </>
  )
  return (
    <Details summary={`${t.rename}: ${label.name}`} open={errors[name] !== undefined}>
      <form method="post" action={action} novalidate data-submit-once>
        {which('emri')}
        <TextField name={name} label={t.rename} hint={t.renameHint} value={typed} error={errors[name]} maxLength={60} />
        <Button kind="secondary">{t.renameDeed}</Button>
      </form>
      <form method="post" action={action} data-submit-once>
        {which('fshirja')}
        <Button kind="warning">{t.delete}</Button>
      </form>
    </Details>
  )
}
