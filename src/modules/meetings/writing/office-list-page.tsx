import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { MEETING_KINDS, MEETING_STATES } from '../meeting-rules.ts'
import { phaseTone } from '../phase-part.ts'
import { textsIn } from '../texts.ts'
import { officeUrls as urls } from '../urls.ts'
import { daysWords } from '../when-rules.ts'
import type { OfficeListView } from './office-view.ts'

/** All meetings that this official may read, newest first. */
export const OfficeListPage = ({ page, view }: { page: PageContext; view: OfficeListView }) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.list
  const list = inLanguage(lang, urls.list())
  const asked = { gjendja: view.state ?? '', lloji: view.kind ?? '' }
  const kept = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString()
  return (
    <Layout page={page} title={texts.title} office>
      <h1 class="govuk-heading-l">{texts.title}</h1>
      <p class="govuk-body">{t.officeLead}</p>
      {view.mayWrite && <LinkButton href={inLanguage(lang, urls.create())}>{texts.form.createTitle}</LinkButton>}
      <FilterForm
        action={list}
        legend={t.filter}
        submit={t.submit}
        {...(kept === '' ? {} : { clear: { href: list, label: t.clear } })}
      >
        <SelectField
          name="gjendja"
          label={t.state}
          value={asked.gjendja}
          options={[
            { value: '', label: t.any },
            ...MEETING_STATES.map((value) => ({ value, label: texts.states[value] })),
          ]}
        />
        <SelectField
          name="lloji"
          label={t.kind}
          value={asked.lloji}
          options={[
            { value: '', label: t.any },
            ...MEETING_KINDS.map((value) => ({ value, label: texts.kinds[value] })),
          ]}
        />
      </FilterForm>
      <Items lang={lang} view={view} narrowed={kept !== ''} />
      <Paging
        label={t.paging}
        older={
          view.older
            ? { href: `${list}?${[kept, `para=${view.older}`].filter(Boolean).join('&')}`, label: t.more }
            : null
        }
        newer={view.paged ? { href: kept ? `${list}?${kept}` : list, label: t.first } : null}
      />
    </Layout>
  )
}

const Items = ({ lang, view, narrowed }: { lang: Lang; view: OfficeListView; narrowed: boolean }) => {
  const texts = textsIn(lang)
  const t = texts.list
  if (view.items.length === 0) return <EmptyState>{narrowed ? t.empty : t.noneInOffice}</EmptyState>
  return (
    <DataTable
      caption={texts.title}
      captionHidden
      head={[{ label: texts.form.titleField }, { label: t.when }, { label: t.institution }, { label: t.state }]}
      rows={view.items.map((item) => [
        <a href={inLanguage(lang, urls.one(item.id))}>{(lang === 'en' && item.titleEn) || item.title}</a>,
        daysWords(lang, item.firstDay, item.lastDay) ?? texts.unknownDay,
        view.institutions.get(item.institutionId) ?? item.institution,
        <Tag tone={phaseTone(item.phase)}>{texts.phases[item.phase]}</Tag>,
      ])}
    />
  )
}
