import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatNumber, formatSize } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { SpaceView } from './space-view.ts'
import { textsIn } from './texts.ts'
import { officeDocumentUrls as urls } from './urls.ts'

type Props = { page: PageContext; view: SpaceView; typed?: Typed; errors?: FieldErrors; status?: string | null }

export const SpacePage = ({ page, view, typed = {}, errors = {}, status = null }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  const { columns } = t.space
  return (
    <Layout
      page={page}
      title={t.space.title}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      {...(view.mayReadList ? { back: { href: inLanguage(lang, urls.list()), label: t.title } } : {})}
    >
      <ErrorSummary title={t.correct.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.space.title}</h1>
      <p class="govuk-body">{t.space.free(formatSize(lang, view.free), formatSize(lang, view.floor))}</p>
      <DataTable
        caption={t.space.title}
        captionHidden
        head={[
          { label: columns.institution },
          { label: columns.files, numeric: true },
          { label: columns.used, numeric: true },
          { label: columns.quota, numeric: true },
        ]}
        rows={view.institutions.map((one) => [
          one.name,
          formatNumber(one.files),
          formatSize(lang, one.used),
          one.quota === null ? t.space.noQuota : formatSize(lang, one.quota),
        ])}
      />
      {view.maySetQuota && view.institutions.map((one) => <Quota {...{ page, one, typed, errors }} />)}
    </Layout>
  )
}

type QuotaProps = { page: PageContext; one: SpaceView['institutions'][number]; typed: Typed; errors: FieldErrors }

const Quota = ({ page: { lang }, one, typed, errors }: QuotaProps) => {
  const t = textsIn(lang).space
  const field = `kufiri-${one.id}`
  return (
    <Details summary={t.change(one.name)} open={field in errors}>
      <form method="post" action={inLanguage(lang, urls.quota(one.id))} novalidate data-submit-once>
        <TextField
          name={field}
          label={t.megabytes}
          value={typed[field] ?? (one.quota === null ? '' : String(Math.round(one.quota / 1_000_000)))}
          error={errors[field]}
          inputmode="numeric"
          width="10"
        />
        <Button kind="secondary">{t.save}</Button>
      </form>
    </Details>
  )
}
