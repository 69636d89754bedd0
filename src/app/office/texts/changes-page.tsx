import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextNav } from './text-nav-part.tsx'
import { roomTexts } from './texts.ts'
import type { ChangesView, ShownChange } from './changes-view.ts'
import { textUrls } from './urls.ts'
import { WordPieces } from './word-pieces-part.tsx'

type Props = { page: PageContext; view: ChangesView; errors?: FieldErrors; status?: string | null }

/** What a draft changes, as a table; what is doubtful is confirmed by a click, one by one or several at once. */
export const ChangesPage = ({ page, view, errors = {}, status = null }: Props) => {
  const { lang } = page
  const t = roomTexts(lang)
  const { holder, record, draft, changes, earlier } = view
  return (
    <Layout
      page={page}
      title={`${t.changesTitle}: ${record.title}`}
      office
      wide
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, textUrls.text(holder, record.id)), label: t.versionsTitle }}
    >
      <ErrorSummary title={t.conflictTitle} errors={errors} />
      <h1 class="govuk-heading-l">
        {t.changesTitle}: {record.title}
      </h1>
      <TextNav page={page} view={view} current="changes" />
      <p class="govuk-body" id="ndryshimet">
        {t.changesLead(earlier, draft?.n ?? earlier + 1)} {t.changesOpen(changes.open)}
      </p>
      {changes.all > 0 && <Filter page={page} view={view} />}
      {view.items.length > 0 ? (
        <Table page={page} view={view} />
      ) : (
        <EmptyState>{changes.all === 0 ? t.noChanges : t.noneSuch}</EmptyState>
      )}
      <Ways page={page} view={view} />
    </Layout>
  )
}

type Part = Pick<Props, 'page' | 'view'>

const Filter = ({ page: { lang }, view: { holder, record, kind, onlyOpen } }: Part) => {
  const t = roomTexts(lang)
  const action = inLanguage(lang, textUrls.changes(holder, record.id))
  const kinds = ['moved', 'reworded', 'split', 'merged', 'new', 'gone'] as const
  return (
    <FilterForm
      action={action}
      legend={t.filter}
      submit={t.filterSubmit}
      clear={kind !== null || onlyOpen ? { href: action, label: t.filterClear } : null}
    >
      <SelectField
        name="lloji"
        label={t.filterKind}
        value={kind ?? ''}
        options={[{ value: '', label: t.anyKind }, ...kinds.map((value) => ({ value, label: t.changeKinds[value] }))]}
      />
      <CheckboxField name="hapur" label={t.filterOpen} checked={onlyOpen} small />
    </FilterForm>
  )
}

const Table = ({ page, view }: Part) => {
  const { lang } = page
  const t = roomTexts(lang)
  const c = t.changeColumns
  const { holder, record, draft, items, mayWrite } = view
  const deciding = mayWrite && items.some(({ state }) => state === 'open')
  const table = (
    <DataTable
      caption={t.changesTitle}
      captionHidden
      roomy
      head={[
        ...(deciding ? [{ label: c.choose, tight: true }] : []),
        { label: c.kind },
        { label: c.where },
        { label: c.words, share: 'wide' as const },
        { label: c.likeness, numeric: true },
        { label: c.deed },
      ]}
      rows={items.map((change) => [
        ...(deciding ? [<Choose page={page} change={change} />] : []),
        ...cells(page, view, change),
      ])}
    />
  )
  if (!deciding) return table
  return (
    <form method="post" action={inLanguage(lang, textUrls.changes(holder, record.id))}>
      <input type="hidden" name="versioni" value={draft?.id} />
      {table}
      <Button kind="secondary" name="vendimi" value="zgjedhurat">
        {t.acceptChosen}
      </Button>
    </form>
  )
}

const nameOf = ({ earlierName, name }: ShownChange): string => name ?? earlierName ?? ''

const Choose = ({ page: { lang }, change }: { page: PageContext; change: ShownChange }) =>
  change.state === 'open' ? (
    <span class="govuk-checkboxes govuk-checkboxes--small">
      <span class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          type="checkbox"
          id={`z-${change.id}`}
          name="ndryshimi"
          value={change.id}
        />
        <label class="govuk-label govuk-checkboxes__label" for={`z-${change.id}`}>
          <span class="govuk-visually-hidden">{roomTexts(lang).chooseAll(nameOf(change))}</span>
        </label>
      </span>
    </span>
  ) : null

function cells({ lang }: PageContext, view: ChangesView, change: ShownChange) {
  const t = roomTexts(lang)
  const { earlierName, name } = change
  const where =
    earlierName !== null && name !== null && earlierName !== name ? `${earlierName} → ${name}` : nameOf(change)
  return [
    t.changeKinds[change.kind] + (change.alsoMoved ? ` ${t.alsoMoved}` : ''),
    where,
    <WordPieces lang={lang} pieces={change.pieces} />,
    // Of what is new or taken out there is nothing to compare.
    change.kind === 'new' || change.kind === 'gone' ? '–' : `${Math.round(change.likeness * 100)} %`,
    <Deed lang={lang} view={view} change={change} />,
  ]
}

const Deed = ({ lang, view, change }: { lang: PageContext['lang']; view: ChangesView; change: ShownChange }) => {
  const t = roomTexts(lang)
  const { holder, record, mayWrite } = view
  const other = mayWrite && (
    <a href={inLanguage(lang, textUrls.change(holder, record.id, change.id))}>
      {t.other}
      <span class="govuk-visually-hidden">: {nameOf(change)}</span>
    </a>
  )
  if (change.state !== 'open') {
    return (
      <>
        <Tag tone="done">{change.state === 'confirmed' ? t.decided : t.byProgram}</Tag> {other}
      </>
    )
  }
  return mayWrite ? (
    <span class="kv-change-deeds">
      <Button kind="secondary" name="prano" value={change.id}>
        {t.acceptOne}
        <span class="govuk-visually-hidden"> {t.acceptNamed(nameOf(change))}</span>
      </Button>{' '}
      {other}
    </span>
  ) : (
    <Tag tone="warning">{t.waits}</Tag>
  )
}

const Ways = ({ page: { lang }, view: { holder, record, kind, onlyOpen, next, paged } }: Part) => {
  const t = roomTexts(lang)
  const href = (after: number | null) => {
    const query = new URLSearchParams({
      ...(kind && { lloji: kind }),
      ...(onlyOpen && { hapur: 'po' }),
      ...(after !== null && { pas: String(after) }),
    }).toString()
    return inLanguage(lang, `${textUrls.changes(holder, record.id)}${query && `?${query}`}`)
  }
  return (
    <Paging
      label={t.changesTitle}
      older={next === null ? null : { href: href(next), label: t.older }}
      newer={paged ? { href: href(null), label: t.first } : null}
    />
  )
}
