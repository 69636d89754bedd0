import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FileField } from '#ui/file-field.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import type { ImportListView, Place } from './import-view.ts'
import { textsIn } from './texts.ts'
import { importUrls as urls } from './urls.ts'

const STATES = ['open', 'taking', 'taken', 'undone', 'dropped'] as const
export const TONES = { open: 'plain', taking: 'paused', taken: 'done', undone: 'stopped', dropped: 'stopped' } as const

export const ImportListPage = ({ page, view }: { page: PageContext; view: ImportListView }) => {
  const { lang } = page
  const t = textsIn(lang)
  const list = inLanguage(lang, urls.list())
  const kept = view.state === null ? '' : `gjendja=${view.state}&`
  return (
    <Layout page={page} title={t.title} office>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      {view.mayWrite && <LinkButton href={inLanguage(lang, urls.create())}>{t.list.create}</LinkButton>}
      <FilterForm
        action={list}
        legend={t.list.filter}
        submit={t.list.submit}
        {...(view.state === null ? {} : { clear: { href: list, label: t.list.clear } })}
      >
        <SelectField
          name="gjendja"
          label={t.list.state}
          value={view.state ?? ''}
          options={[
            { value: '', label: t.list.anyState },
            ...STATES.map((value) => ({ value, label: t.states[value] })),
          ]}
        />
      </FilterForm>
      {view.items.length === 0 ? (
        <EmptyState>{view.state === null ? t.list.noneYet : t.list.none}</EmptyState>
      ) : (
        <Rows page={page} view={view} />
      )}
      <Paging
        label={t.list.paging}
        older={view.older ? { href: `${list}?${kept}para=${view.older}`, label: t.list.older } : null}
        newer={view.paged ? { href: list, label: t.list.newest } : null}
      />
    </Layout>
  )
}

const Rows = ({ page: { lang }, view }: { page: PageContext; view: ImportListView }) => {
  const t = textsIn(lang)
  const { columns } = t.list
  return (
    <DataTable
      caption={t.title}
      captionHidden
      head={[
        { label: columns.file },
        { label: columns.target },
        { label: columns.by },
        { label: columns.when, tight: true },
        { label: columns.state },
        { label: columns.rows, numeric: true },
      ]}
      rows={view.items.map((item) => [
        <a href={inLanguage(lang, urls.one(item.id))}>{item.fileName}</a>,
        view.titles.get(item.target) ?? item.target,
        item.createdBy ?? t.list.commandLine,
        formatMoment(lang, item.createdAt, item.zone),
        <Tag tone={TONES[item.state]}>{t.states[item.state]}</Tag>,
        item.outcome ? formatNumber(item.outcome.added) : '–',
      ])}
    />
  )
}

type CreateProps = { page: PageContext; places: readonly Place[]; typed: Typed; errors?: FieldErrors }

export const NewImportPage = ({ page, places, typed, errors = {} }: CreateProps) => {
  const { lang } = page
  const t = textsIn(lang)
  return (
    <Layout
      page={page}
      title={t.create.title}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.list()), label: t.title }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.create.title}</h1>
      <p class="govuk-body">{t.create.lead}</p>
      {places.length === 0 ? (
        <EmptyState>{t.create.noTargets}</EmptyState>
      ) : (
        <form
          method="post"
          action={inLanguage(lang, urls.create())}
          enctype="multipart/form-data"
          novalidate
          data-submit-once
        >
          <input type="hidden" name="dergesa" value={typed.dergesa} />
          <SelectField
            name="regjistri"
            label={t.create.target}
            value={typed.regjistri}
            error={errors.regjistri}
            options={places.map(({ value, label }) => ({ value, label }))}
          />
          <FileField
            name="skedari"
            label={t.create.file}
            hint={t.create.fileHint}
            error={errors.skedari}
            accept=".xlsx,.csv,.tsv,.txt,.json,.jsonl"
          />
          <Button preventDoubleClick>{t.create.submit}</Button>
        </form>
      )}
    </Layout>
  )
}
