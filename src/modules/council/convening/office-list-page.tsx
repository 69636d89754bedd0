import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatHour } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { MEETING_STATES } from './convening-rules.ts'
import { CouncilNav } from '../people/office-part.tsx'
import { meetingTone } from './convening-nav-part.tsx'
import type { OfficeListView } from './office-view.ts'
import { conveningTexts, meetingName } from './texts.ts'
import { conveningUrls as urls } from './urls.ts'

/** All meetings that this official may read, the latest day first. */
export const OfficeListPage = ({ page, view }: { page: PageContext; view: OfficeListView }) => {
  const { lang } = page
  const texts = conveningTexts(lang)
  const t = texts.list
  const list = inLanguage(lang, urls.meetings())
  const asked = {
    organi: view.bodyId ?? '',
    gjendja: view.state ?? '',
    viti: view.year === null ? '' : String(view.year),
  }
  const kept = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString()
  const any = { value: '', label: t.any }
  return (
    <Layout page={page} title={texts.title} office>
      <h1 class="govuk-heading-l">{texts.title}</h1>
      <CouncilNav lang={lang} current="meetings" />
      <p class="govuk-body">{t.lead}</p>
      {view.mayWrite && <LinkButton href={inLanguage(lang, urls.create())}>{t.create}</LinkButton>}
      <FilterForm
        action={list}
        legend={t.filter}
        submit={t.submit}
        {...(kept === '' ? {} : { clear: { href: list, label: t.clear } })}
      >
        <SelectField
          name="organi"
          label={t.body}
          value={asked.organi}
          options={[any, ...view.bodies.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <SelectField
          name="gjendja"
          label={t.state}
          value={asked.gjendja}
          options={[any, ...MEETING_STATES.map((value) => ({ value, label: texts.states[value] }))]}
        />
        <SelectField
          name="viti"
          label={t.year}
          value={asked.viti}
          options={[any, ...view.years.map((year) => ({ value: String(year), label: String(year) }))]}
        />
      </FilterForm>
      <Items lang={lang} view={view} narrowed={kept !== ''} />
      <Paging
        label={t.paging}
        older={
          view.older
            ? { href: `${list}?${[kept, `para=${view.older}`].filter(Boolean).join('&')}`, label: t.older }
            : null
        }
        newer={view.paged ? { href: kept ? `${list}?${kept}` : list, label: t.first } : null}
      />
    </Layout>
  )
}

const Items = ({ lang, view, narrowed }: { lang: Lang; view: OfficeListView; narrowed: boolean }) => {
  const texts = conveningTexts(lang)
  const t = texts.list
  if (view.items.length === 0) return <EmptyState>{narrowed ? t.noneFound : t.none}</EmptyState>
  return (
    <DataTable
      caption={texts.title}
      captionHidden
      head={[{ label: t.meeting }, { label: t.when }, { label: t.items, numeric: true }, { label: t.state }]}
      rows={view.items.map((item) => [
        <a href={inLanguage(lang, urls.meeting(item.id))}>{meetingName(lang, item)}</a>,
        item.day === null
          ? t.noDay
          : `${formatDate(lang, item.day)}${item.startsAt ? `, ${formatHour(item.startsAt, item.zone)}` : ''}`,
        String(item.items),
        <Tag tone={meetingTone(item.state)}>{texts.states[item.state]}</Tag>,
      ])}
    />
  )
}
