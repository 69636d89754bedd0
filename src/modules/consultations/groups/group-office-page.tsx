import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { textsIn } from '../texts.ts'
import { consultationUrls, officeUrls } from '../urls.ts'
import type { GroupState } from './group-rules.ts'
import type { GroupListView } from './group-office-view.ts'

export type Shown = { status?: string | null; errors?: FieldErrors; typed?: Typed }

type Props = { page: PageContext; view: GroupListView; status?: string | null }

/** The groups of one consultation, largest first. */
export const GroupListPage = ({ page, view, status = null }: Props) => {
  const { lang } = page
  const t = textsIn(lang).groups.office
  const { consultation, question } = view
  const list = inLanguage(lang, officeUrls.groups(consultation.id))
  const state = question.state ? `gjendja=${question.state}&` : ''
  return (
    <Layout
      page={page}
      title={t.title}
      office
      status={status}
      back={{ href: inLanguage(lang, officeUrls.consultation(consultation.id)), label: consultation.title }}
    >
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">
        {t.lead} <a href={inLanguage(lang, consultationUrls.howGrouped())}>{t.how}</a>
      </p>
      <Filter lang={lang} view={view} />
      {view.groups.length === 0 ? <EmptyState>{t.none}</EmptyState> : <Rows lang={lang} view={view} />}
      <Paging
        label={t.paging}
        older={view.next ? { href: `${list}?${state}pas=${view.next}`, label: t.older } : null}
        newer={question.after ? { href: list, label: t.newest } : null}
      />
      <Undo lang={lang} view={view} />
    </Layout>
  )
}

const Filter = ({ lang, view: { consultation, question } }: { lang: Lang; view: GroupListView }) => {
  const t = textsIn(lang).groups.office
  const list = inLanguage(lang, officeUrls.groups(consultation.id))
  const shared = textsIn(lang).office
  return (
    <FilterForm
      action={list}
      legend={t.filter}
      submit={shared.submit}
      {...(question.state ? { clear: { href: list, label: shared.clear } } : {})}
    >
      <SelectField
        name="gjendja"
        label={t.state}
        value={question.state ?? ''}
        options={[
          { value: '', label: t.anyState },
          ...(['proposed', 'confirmed'] as const).map((state) => ({ value: state, label: t.states[state] ?? state })),
        ]}
      />
    </FilterForm>
  )
}

const Rows = ({ lang, view }: { lang: Lang; view: GroupListView }) => {
  const t = textsIn(lang).groups.office
  const whole = textsIn(lang).groups.public.whole
  const c = t.columns
  return (
    <DataTable
      caption={t.title}
      captionHidden
      head={[
        { label: c.group, tight: true },
        { label: c.size, numeric: true },
        { label: c.proposed, numeric: true },
        { label: c.article },
        { label: c.words },
        { label: c.state },
      ]}
      rows={view.groups.map((group) => [
        <a href={inLanguage(lang, officeUrls.group(view.consultation.id, group.id))}>{group.title ?? group.code}</a>,
        String(group.confirmedCount + group.proposedCount),
        String(group.proposedCount),
        group.articleLabel === null ? whole : textsIn(lang).groups.public.article(group.articleLabel),
        <span lang={group.lang === lang ? undefined : group.lang}>{beginning(group.sampleWords ?? '')}</span>,
        <GroupTag lang={lang} state={group.state} />,
      ])}
    />
  )
}

export const GroupTag = ({ lang, state }: { lang: Lang; state: GroupState }) => (
  <Tag tone={state === 'confirmed' ? 'done' : state === 'proposed' ? 'warning' : 'plain'}>
    {textsIn(lang).groups.office.states[state]}
  </Tag>
)

const beginning = (words: string): string => (words.length <= 160 ? words : `${[...words].slice(0, 159).join('')}…`)

const Undo = ({ lang, view: { undo, consultation } }: { lang: Lang; view: GroupListView }) => {
  const t = textsIn(lang).groups.office
  if (!undo) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{t.undoTitle}</h2>
      <p class="govuk-body">
        {t.lastDeed(t.deeds[undo.kind], formatMoment(lang, undo.at, consultation.zone), undo.by)}
      </p>
      <form method="post" action={inLanguage(lang, officeUrls.undoGroupDeed(consultation.id))} data-submit-once>
        <input type="hidden" name="veprimi" value={undo.id} />
        <Button kind="secondary">{t.undo}</Button>
      </form>
    </section>
  )
}
