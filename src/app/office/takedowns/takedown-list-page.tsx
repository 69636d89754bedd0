import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { takedownTextsIn } from '#platform/takedowns/takedown-texts.ts'
import { LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { takedownOfficeTexts } from './texts.ts'
import type { ShownTakedown, TakedownListView } from './takedown-view.ts'
import { takedownUrls } from './urls.ts'

type Props = { page: PageContext; view: TakedownListView }

/** All that was taken away from the public, newest first. */
export const TakedownListPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = takedownOfficeTexts(lang)
  const list = inLanguage(lang, takedownUrls.list())
  const narrowed = view.asked !== 'any'
  const query = narrowed ? `gjendja=${view.asked}` : ''
  return (
    <Layout page={page} title={t.title} office robots="noindex">
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      {view.mayTake && (
        <LinkButton href={inLanguage(lang, takedownUrls.new())} kind="secondary">
          {t.byAddress}
        </LinkButton>
      )}
      <FilterForm
        action={list}
        legend={t.filter}
        submit={t.submit}
        clear={narrowed ? { href: list, label: t.clear } : null}
      >
        <SelectField
          name="gjendja"
          label={t.state}
          value={view.asked}
          options={(['any', 'standing', 'lifted'] as const).map((value) => ({ value, label: t.states[value] }))}
        />
      </FilterForm>
      {view.takedowns.length === 0 ? <EmptyState>{t.none}</EmptyState> : <Rows page={page} view={view} />}
      <Paging
        label={t.paging}
        older={
          view.older
            ? { href: `${list}?${[query, `pas=${view.older}`].filter(Boolean).join('&')}`, label: t.older }
            : null
        }
        newer={view.first ? null : { href: `${list}${query && `?${query}`}`, label: t.newest }}
      />
    </Layout>
  )
}

const Rows = ({ page: { lang }, view }: Props) => {
  const t = takedownOfficeTexts(lang)
  return (
    <DataTable
      caption={t.title}
      captionHidden
      firstColumnHeader
      head={[t.columns.what, t.columns.ground, t.columns.taken, t.columns.state].map((label) => ({ label }))}
      rows={view.takedowns.map((shown) => [
        <a href={inLanguage(lang, takedownUrls.one(shown.takedown.id))}>{nameOf(lang, shown)}</a>,
        takedownTextsIn(lang).grounds[shown.takedown.ground],
        t.one.by(shown.takedown.takenBy, formatMoment(lang, shown.takedown.takenAt, shown.takedown.zone)),
        <TakedownTag lang={lang} shown={shown} />,
      ])}
    />
  )
}

export const TakedownTag = ({ lang, shown: { takedown } }: { lang: Lang; shown: ShownTakedown }) => {
  const t = takedownOfficeTexts(lang).one
  return takedown.liftedAt === null ? <Tag tone="stopped">{t.stands}</Tag> : <Tag tone="plain">{t.liftedTag}</Tag>
}

/** What was taken away, in the words of the office. */
export function nameOf(lang: Lang, { takedown, record }: ShownTakedown): string {
  const t = takedownOfficeTexts(lang)
  const title = record?.title ?? t.gone
  return takedown.ofSubject === null ? title : t.documentOf(title)
}
