import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { SourceNote } from '#platform/imports/reading/source-rules.ts'
import { openQuestions } from '#platform/imports/reckon-rules.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TONES } from './import-list-page.tsx'
import type { ImportView } from './import-view.ts'
import { CountsPart, LeftBehind, Refused } from './outcome-part.tsx'
import { textsIn } from './texts.ts'
import { importUrls as urls } from './urls.ts'

type Props = { page: PageContext; view: ImportView; status?: string | null; errors?: FieldErrors; reason?: string }

/** What a file holds, what taking it in would do or did, and the way on. */
export const ImportPage = ({ page, view, status = null, errors = {}, reason = '' }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  const { import: one } = view
  const fault = one.fault === null ? null : (t.one.faults[one.fault] ?? t.one.faults.failed)
  return (
    <Layout
      page={page}
      title={one.fileName}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.list()), label: t.one.back }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{one.fileName}</h1>
      <p class="govuk-body">
        <Tag tone={TONES[one.state]}>{t.states[one.state]}</Tag>
      </p>
      {fault && <Inset>{fault}</Inset>}
      {!view.target && <Inset>{t.one.gone}</Inset>}
      {view.sameFile && one.state === 'open' && <Inset>{t.one.sameFile}</Inset>}
      <Facts lang={lang} view={view} />
      <Notes lang={lang} notes={one.sheets.flatMap(({ notes }) => notes)} />
      {one.state === 'open' && view.target && <Steps lang={lang} view={view} />}
      <Result lang={lang} view={view} />
      {view.mayWrite && one.state === 'open' && <Take lang={lang} view={view} />}
      {view.mayWrite && one.state === 'taken' && view.target && (
        <Undo lang={lang} id={one.id} reason={reason} error={errors.arsyeja} />
      )}
    </Layout>
  )
}

type Part = { lang: Lang; view: ImportView }

const Facts = ({ lang, view: { import: one, target } }: Part) => {
  const t = textsIn(lang)
  const by = (name: string | null, at: Date) => t.one.byAt(name ?? t.list.commandLine, formatMoment(lang, at, one.zone))
  const title = target?.title[lang] ?? one.target
  return (
    <SummaryList
      rows={[
        {
          key: t.one.target,
          value: target?.officeHref ? <a href={inLanguage(lang, target.officeHref)}>{title}</a> : title,
        },
        { key: t.one.digest, value: <code class="kv-open-cell">{one.fileDigest}</code> },
        { key: t.one.brought, value: by(one.createdBy, one.createdAt) },
        ...(one.takenAt ? [{ key: t.one.taken, value: by(one.takenBy, one.takenAt) }] : []),
        ...(one.undoneAt
          ? [{ key: t.one.undone, value: `${by(one.undoneBy, one.undoneAt)}: ${one.undoReason ?? ''}` }]
          : []),
      ]}
    />
  )
}

const Notes = ({ lang, notes }: { lang: Lang; notes: readonly SourceNote[] }) => {
  const { one } = textsIn(lang)
  if (notes.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{one.notes}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {notes.map((note) => (
          <li>{noteWords(lang, note)}</li>
        ))}
      </ul>
    </>
  )
}

function noteWords(lang: Lang, note: SourceNote): string {
  const { one } = textsIn(lang)
  switch (note.kind) {
    case 'encoding':
      return one.noteEncoding(note.encoding, note.lines, note.first, note.uncertain)
    case 'signs-removed':
      return one.noteSigns(note.count, note.first)
    case 'open-quotation':
      return one.noteQuotation(note.at)
    case 'nested':
    case 'faulty-cells':
      return one.noteNested(note.count)
  }
}

const Steps = ({ lang, view: { import: one, mayWrite } }: Part) => {
  const { one: t } = textsIn(lang)
  if (!mayWrite) return null
  const { sheet, head, columns } = one.choices
  const open = one.reckoning ? openQuestions(one.reckoning.questions).length : 0
  const step = (key: string, done: boolean, href: string, more = '') => ({
    key,
    value: more,
    action: { href: inLanguage(lang, href), label: done ? t.stepDone : t.stepNext, hidden: key },
  })
  return (
    <>
      <h2 class="govuk-heading-m">{t.steps}</h2>
      <SummaryList
        rows={[
          step(t.stepHead, sheet !== null && head !== null, urls.head(one.id), head === null ? '' : String(head)),
          ...(head === null ? [] : [step(t.stepColumns, columns !== null, urls.columns(one.id))]),
          ...(one.reckoning && one.reckoning.questions.length > 0
            ? [step(t.stepQuestions, open === 0, urls.questions(one.id), open === 0 ? '' : t.openQuestions(open))]
            : []),
        ]}
      />
    </>
  )
}

const Result = ({ lang, view }: Part) => {
  const { one: t } = textsIn(lang)
  const { state, outcome, reckoning, choices } = view.import
  const working = state === 'taking' || (state === 'open' && choices.columns !== null && reckoning === null)
  if (working)
    return (
      <p class="govuk-body">
        {t.working} <a href={inLanguage(lang, urls.one(view.import.id))}>{t.reload}</a>
      </p>
    )
  if (outcome)
    return (
      <>
        <CountsPart lang={lang} counts={outcome.counts} />
        <SummaryList
          rows={[
            { key: t.did.added, value: formatNumber(outcome.added) },
            { key: t.did.known, value: formatNumber(outcome.known) },
            { key: t.did.refused, value: formatNumber(outcome.refused) },
            ...(outcome.undone
              ? [
                  { key: t.did.removed, value: formatNumber(outcome.undone.removed) },
                  { key: t.did.kept, value: formatNumber(outcome.undone.kept) },
                ]
              : []),
          ]}
        />
        <Refused lang={lang} view={view} refused={outcome.refusedCells} />
        <LeftBehind lang={lang} view={view} outcome={outcome} />
      </>
    )
  if (!reckoning) return null
  return (
    <>
      <CountsPart lang={lang} counts={reckoning.counts} />
      {reckoning.would && (
        <SummaryList
          rows={[
            { key: t.would.added, value: formatNumber(reckoning.would.added) },
            { key: t.would.known, value: formatNumber(reckoning.would.known) },
            { key: t.would.refused, value: formatNumber(reckoning.would.refused) },
          ]}
        />
      )}
      <Refused lang={lang} view={view} refused={reckoning.refused} />
      <Preview lang={lang} view={view} />
    </>
  )
}

const Preview = ({ lang, view }: Part) => {
  const { one: t } = textsIn(lang)
  const rows = view.import.reckoning?.preview ?? []
  const columns = (view.target?.columns ?? []).filter(({ name }) => view.import.choices.columns?.includes(name))
  if (rows.length === 0) return <EmptyState>{t.takeNothing}</EmptyState>
  return (
    <DataTable
      caption={t.preview}
      roomy
      head={[{ label: t.line, numeric: true }, ...columns.map(({ title }) => ({ label: title[lang] }))]}
      rows={rows.map(({ at, cells }) => [formatNumber(at), ...columns.map(({ name }) => String(cells[name] ?? '–'))])}
    />
  )
}

const Take = ({ lang, view: { import: one, target } }: Part) => {
  const { one: t } = textsIn(lang)
  const open = one.reckoning ? openQuestions(one.reckoning.questions).length : 0
  const ready = target !== null && one.reckoning?.would && one.reckoning.counts.ready > 0
  return (
    <>
      {target !== null && open > 0 && (
        <p class="govuk-body">
          <LinkButton href={inLanguage(lang, urls.questions(one.id))}>{t.answer(open)}</LinkButton>
        </p>
      )}
      {ready && (
        <form method="post" action={inLanguage(lang, urls.take(one.id))} data-submit-once>
          <input type="hidden" name="versioni" value={String(one.version)} />
          <p class="govuk-body">{t.takeLead}</p>
          <Button preventDoubleClick>{t.take}</Button>
        </form>
      )}
      <form method="post" action={inLanguage(lang, urls.drop(one.id))} data-submit-once>
        <Button kind="secondary">{t.drop}</Button>
      </form>
    </>
  )
}

const Undo = ({ lang, id, reason, error }: { lang: Lang; id: string; reason: string; error: string | undefined }) => {
  const { one: t } = textsIn(lang)
  return (
    <form method="post" action={inLanguage(lang, urls.undo(id))} novalidate data-submit-once>
      <h2 class="govuk-heading-m">{t.undo}</h2>
      <p class="govuk-body">{t.undoLead}</p>
      <TextAreaField name="arsyeja" label={t.undoReason} value={reason} error={error} rows={3} maxLength={1000} />
      <Button kind="warning" preventDoubleClick>
        {t.undo}
      </Button>
    </form>
  )
}
