import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import { RegisterNav } from '../making/act-nav-part.tsx'
import type { Archive } from './archive-queries.ts'
import type { ArchiveListView } from './archive-view.ts'
import { archiveTexts } from './texts.ts'
import { archiveUrls as urls } from './urls.ts'

export const TONES = {
  waiting: 'paused',
  running: 'paused',
  done: 'done',
  failed: 'warning',
  undoing: 'paused',
  undone: 'stopped',
} as const

type Props = { page: PageContext; view: ArchiveListView; typed: Typed; errors: FieldErrors }

export const ArchiveListPage = ({ page, view, typed, errors }: Props) => {
  const { lang } = page
  const t = archiveTexts(lang)
  const list = inLanguage(lang, urls.list())
  return (
    <Layout page={page} title={t.title} office error={Object.keys(errors).length > 0}>
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <RegisterNav page={page} current="archives" />
      <p class="govuk-body">{t.lead}</p>
      {view.items.length === 0 ? <EmptyState>{t.none}</EmptyState> : <Archives lang={lang} items={view.items} />}
      <Paging
        label={t.list.paging}
        older={view.older ? { href: `${list}?para=${view.older}`, label: t.list.older } : null}
        newer={view.paged ? { href: list, label: t.list.newest } : null}
      />
      {view.places.length > 0 && <UploadForm lang={lang} view={view} typed={typed} errors={errors} />}
    </Layout>
  )
}

const Archives = ({ lang, items }: { lang: Lang; items: readonly Archive[] }) => {
  const t = archiveTexts(lang)
  return (
    <DataTable
      caption={t.title}
      captionHidden
      head={[
        { label: t.list.file },
        { label: t.list.kind },
        { label: t.list.state },
        { label: t.list.begun, tight: true },
        { label: t.list.added, numeric: true },
        { label: t.list.known, numeric: true },
        { label: t.list.refused, numeric: true },
        { label: t.list.doubts, numeric: true },
      ]}
      rows={items.map((one) => [
        <a href={inLanguage(lang, urls.one(one.id))}>{one.fileName}</a>,
        t.kinds[one.kind],
        <Tag tone={TONES[one.state]}>{t.states[one.state]}</Tag>,
        formatMoment(lang, one.begunAt, one.zone),
        ...[one.added, one.known, one.refused, one.doubts].map(formatNumber),
      ])}
    />
  )
}

const UploadForm = ({ lang, view, typed, errors }: { lang: Lang } & Omit<Props, 'page'>) => {
  const { upload: t } = archiveTexts(lang)
  const [only] = view.places
  return (
    <form
      method="post"
      action={inLanguage(lang, urls.list())}
      enctype="multipart/form-data"
      novalidate
      data-submit-once
    >
      <h2 class="govuk-heading-m">{t.title}</h2>
      <input type="hidden" name="dergesa" value={typed.dergesa} />
      {view.places.length === 1 ? (
        <input type="hidden" name="institucioni" value={only?.value} />
      ) : (
        <SelectField
          name="institucioni"
          label={t.institution}
          value={typed.institucioni}
          error={errors.institucioni}
          options={[{ value: '', label: '–' }, ...view.places]}
        />
      )}
      <FileField
        name="skedari"
        label={t.file}
        hint={t.fileHint}
        error={errors.skedari}
        accept=".xlsx,.csv,.tsv,.xml,.jsonl,.json,.zip"
      />
      <TextField name="kategorite" label={t.only} hint={t.onlyHint} value={typed.kategorite} />
      <Button preventDoubleClick>{t.submit}</Button>
    </form>
  )
}
