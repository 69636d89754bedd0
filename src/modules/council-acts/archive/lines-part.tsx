import type { FieldErrors } from '#platform/http/form.ts'
import { formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { actOfficeUrls } from '../urls.ts'
import type { ArchiveLine } from './archive-queries.ts'
import type { ArchiveView } from './archive-view.ts'
import { SETTLEMENTS } from './settle-rules.ts'
import { archiveTexts } from './texts.ts'
import { archiveUrls as urls } from './urls.ts'

export function reasonWords(lang: Lang, reason: string): string {
  const { reasons } = archiveTexts(lang)
  return Object.hasOwn(reasons, reason) ? reasons[reason as keyof typeof reasons] : reason
}

type Props = { lang: Lang; view: ArchiveView; errors: FieldErrors }

/** Refused cells, and doubts with the way to settle each. */
export const LinesPart = ({ lang, view, errors }: Props) => {
  const { one: t } = archiveTexts(lang)
  const isDoubt = view.kind === 'doubt'
  return (
    <DataTable
      caption={isDoubt ? t.doubtTitle : t.refusedTitle}
      captionHidden
      head={[
        { label: t.row, numeric: true },
        { label: t.column },
        { label: t.reason },
        { label: t.words },
        ...(isDoubt ? [{ label: t.settle }] : []),
      ]}
      rows={view.lines.map((line) => [
        formatNumber(line.at),
        line.columnName,
        reasonWords(lang, line.reason),
        <Words lang={lang} line={line} />,
        ...(isDoubt ? [<Settling lang={lang} view={view} line={line} errors={errors} />] : []),
      ])}
    />
  )
}

const Words = ({ lang, line }: { lang: Lang; line: ArchiveLine }) => (
  <>
    {line.words || '–'}
    {line.count > 1 && <> ({archiveTexts(lang).one.many(formatNumber(line.count))})</>}
  </>
)

const Settling = ({ lang, view, line, errors }: Props & { line: ArchiveLine }) => {
  const t = archiveTexts(lang)
  if (line.settled !== null) {
    const to = (view.choices[line.reason] ?? []).find(({ value }) => value === line.pointedTo)
    return <>{to ? `${t.settlements[line.settled]}: ${to.label}` : t.settlements[line.settled]}</>
  }
  if (line.actId !== null && line.reason === 'relation-unnamed')
    return <a href={inLanguage(lang, actOfficeUrls.relations(line.actId))}>{t.one.relations}</a>
  if (!view.mayWrite) return <>–</>
  return <SettleForm lang={lang} view={view} line={line} errors={errors} />
}

const SettleForm = ({ lang, view, line, errors }: Props & { line: ArchiveLine }) => {
  const t = archiveTexts(lang)
  const choices = view.choices[line.reason] ?? []
  const ways = SETTLEMENTS.filter((one) => one !== 'pointed' || choices.length > 0)
  return (
    <form method="post" action={inLanguage(lang, urls.settle(view.archive.id, line.id))} novalidate>
      {line.actId !== null && (
        <p class="govuk-body">
          <a href={inLanguage(lang, actOfficeUrls.act(line.actId))}>{t.one.act}</a>
        </p>
      )}
      <SelectField
        name="si"
        id={`si-${line.id}`}
        label={t.one.how(line.words)}
        error={errors[`si-${line.id}`]}
        options={ways.map((value) => ({ value, label: t.settlements[value] }))}
      />
      {choices.length > 0 && (
        <SelectField
          name="drejt"
          id={`drejt-${line.id}`}
          label={t.one.target(line.words)}
          error={errors[`drejt-${line.id}`]}
          options={[{ value: '', label: t.one.nothing }, ...choices]}
        />
      )}
      <Button kind="secondary">{t.one.submit}</Button>
    </form>
  )
}
