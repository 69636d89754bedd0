import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'
import { TONES } from './archive-list-page.tsx'
import type { Archive } from './archive-queries.ts'
import type { ArchiveView } from './archive-view.ts'
import { LinesPart, reasonWords } from './lines-part.tsx'
import { archiveTexts } from './texts.ts'
import { archiveUrls as urls } from './urls.ts'

type Props = { page: PageContext; view: ArchiveView; errors: FieldErrors; status: string | null }

export const ArchivePage = ({ page, view, errors, status }: Props) => {
  const { lang } = page
  const t = archiveTexts(lang)
  const { archive, kind } = view
  const here = inLanguage(lang, urls.one(archive.id))
  return (
    <Layout
      page={page}
      title={archive.fileName}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.list()), label: t.title }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{archive.fileName}</h1>
      <p class="govuk-body">
        <Tag tone={TONES[archive.state]}>{t.states[archive.state]}</Tag>
      </p>
      <Counts lang={lang} archive={archive} />
      <Notes lang={lang} notes={view.notes} />
      <Sums lang={lang} view={view} />
      <h2 class="govuk-heading-m">{kind === 'doubt' ? t.one.doubtTitle : t.one.refusedTitle}</h2>
      {view.lines.length === 0 ? (
        <EmptyState>{kind === 'doubt' ? t.one.noDoubts : t.one.noRefused}</EmptyState>
      ) : (
        <LinesPart lang={lang} view={view} errors={errors} />
      )}
      <Paging
        label={t.list.paging}
        older={view.next ? { href: `${here}?lloji=${kind}&pas=${view.next}`, label: t.one.more } : null}
        newer={view.paged ? { href: `${here}?lloji=${kind}`, label: t.one.first } : null}
      />
      <p class="govuk-body">
        <a href={`${here}?lloji=${kind === 'doubt' ? 'refused' : 'doubt'}`}>
          {kind === 'doubt' ? t.one.refusedTitle : t.one.doubtTitle}
        </a>
      </p>
      {view.mayWrite && ['done', 'failed'].includes(archive.state) && <UndoForm lang={lang} id={archive.id} />}
    </Layout>
  )
}

const Counts = ({ lang, archive }: { lang: Lang; archive: Archive }) => {
  const t = archiveTexts(lang)
  const moment = (at: Date | null) => (at === null ? [] : [formatMoment(lang, at, archive.zone)])
  const rows = [
    { key: t.list.kind, value: t.kinds[archive.kind] },
    { key: t.list.begun, value: formatMoment(lang, archive.begunAt, archive.zone) },
    ...moment(archive.finishedAt).map((value) => ({ key: t.one.finished, value })),
    ...moment(archive.undoneAt).map((value) => ({ key: t.one.undone, value })),
    ...(archive.failure === null ? [] : [{ key: t.one.failure, value: archive.failure }]),
    { key: t.one.numbering, value: archive.byKind ? t.one.byKind : t.one.inOne },
    ...(['rows', 'added', 'known', 'changed', 'refused', 'doubts', 'kept'] as const).map((name) => ({
      key: t.one[name],
      value: formatNumber(name === 'rows' ? archive.rowsDone : archive[name]),
    })),
  ]
  return (
    <>
      <h2 class="govuk-heading-m">{t.one.counts}</h2>
      <SummaryList rows={rows} />
    </>
  )
}

const Notes = ({ lang, notes }: { lang: Lang; notes: readonly string[] }) =>
  notes.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">{archiveTexts(lang).one.notes}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {notes.map((note) => (
          <li>{note}</li>
        ))}
      </ul>
    </>
  )

const Sums = ({ lang, view }: { lang: Lang; view: ArchiveView }) => {
  const { one: t } = archiveTexts(lang)
  if (view.sums.length === 0) return null
  return (
    <DataTable
      caption={t.sums}
      head={[
        { label: t.sumColumns.what },
        { label: t.sumColumns.column },
        { label: t.sumColumns.rows, numeric: true },
        { label: t.sumColumns.open, numeric: true },
      ]}
      rows={view.sums.map((sum) => [
        reasonWords(lang, sum.reason),
        sum.columnName,
        formatNumber(sum.rows),
        sum.kind === 'doubt' ? formatNumber(sum.open) : '–',
      ])}
    />
  )
}

const UndoForm = ({ lang, id }: { lang: Lang; id: string }) => {
  const { undo: t } = archiveTexts(lang)
  return (
    <form method="post" action={inLanguage(lang, urls.undo(id))} novalidate data-submit-once>
      <h2 class="govuk-heading-m" id="zhberja">
        {t.title}
      </h2>
      <p class="govuk-body">{t.lead}</p>
      <Button kind="warning" preventDoubleClick>
        {t.submit}
      </Button>
    </form>
  )
}
