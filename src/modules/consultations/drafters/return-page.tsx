import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatHour } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { officeAnswerUrls } from '../answers/urls.ts'
import type { LineView, ReturnView } from './drafters-view.ts'
import { HEADINGS } from './table-rules.ts'
import { draftersTexts } from './texts.ts'
import { draftersUrls as urls } from './urls.ts'

type Props = { page: PageContext; view: ReturnView; errors?: FieldErrors; status?: string | null }

/** Line by line what taking a file in will do, or has done. */
export const ReturnPage = ({ page, view, errors = {}, status = null }: Props) => {
  const { lang } = page
  const texts = draftersTexts(lang)
  const t = texts.one
  const { returned, matter, lines, undoUntil, mayWrite } = view
  const count = (is: LineView['is']) => lines.filter((line) => line.is === is).length
  const to = (path: string) => inLanguage(lang, path)
  return (
    <Layout
      page={page}
      title={`${t.title(returned.fileName)}, ${matter.title}`}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: to(urls.list(matter.id)), label: texts.title }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title(returned.fileName)}</h1>
      <p class="govuk-body">{t.of(returned.fileCode, returned.unit)}</p>
      <Inset>
        {returned.state === 'read' && `${t.preview(count('take'), count('refused'), count('same'))} ${t.nothingYet}`}
        {returned.state === 'taken' && t.taken(returned.taken, returned.refused)}
        {returned.state === 'undone' && t.undone(returned.kept)}
      </Inset>
      {mayWrite && returned.state === 'read' && count('take') > 0 && (
        <form method="post" action={to(urls.take(returned.id))} data-submit-once>
          <Button preventDoubleClick>{t.take(count('take'))}</Button>
        </form>
      )}
      {mayWrite && undoUntil !== null && (
        <form method="post" action={to(urls.undo(returned.id))} data-submit-once>
          <p class="govuk-body">{t.undoUntil(formatHour(undoUntil, matter.zone))}</p>
          <Button kind="warning" preventDoubleClick>
            {t.undo}
          </Button>
        </form>
      )}
      {count('refused') > 0 && (
        <p class="govuk-body">
          <a href={urls.refused(returned.id)}>{t.refusedFile}</a>
        </p>
      )}
      <Lines lang={lang} lines={lines} />
    </Layout>
  )
}

const Lines = ({ lang, lines }: { lang: Lang; lines: readonly LineView[] }) => {
  const t = draftersTexts(lang).one
  const { columns } = t
  return (
    <DataTable
      caption={t.table}
      captionHidden
      roomy
      head={[
        { label: columns.cell },
        { label: columns.code, tight: true },
        { label: columns.will },
        { label: columns.decision },
        { label: columns.reason },
        { label: columns.changed },
      ]}
      rows={lines.map((line) => [
        line.column === null ? t.row(line.at) : t.cell(line.at, HEADINGS[line.column]),
        line.code,
        <Will lang={lang} line={line} />,
        line.decisionWords,
        line.reason,
        line.changedWords,
      ])}
    />
  )
}

const Will = ({ lang, line }: { lang: Lang; line: LineView }) => {
  const { one: t, why } = draftersTexts(lang)
  switch (line.is) {
    case 'same':
      return <>{t.same}</>
    case 'refused':
      return <strong>{t.refused(line.why === null ? '' : why[line.why])}</strong>
    case 'take':
      return <>{t.will(line.number, line.left)}</>
    case 'taken':
      return (
        <>
          {t.did(line.number, line.left)}{' '}
          {line.answer && <a href={inLanguage(lang, officeAnswerUrls.one(line.answer.id))}>{line.answer.code}</a>}
        </>
      )
  }
}
