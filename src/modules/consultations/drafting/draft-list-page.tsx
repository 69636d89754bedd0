import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import { isTooShort, PRELIMINARY } from '../consultation-rules.ts'
import { phaseTone } from '../phase-part.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import type { OfficeListView } from './draft-view.ts'

type Props = { page: PageContext; view: OfficeListView }

/** The office's register of consultations, last changed first. */
export const DraftListPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsIn(lang).office
  const list = inLanguage(lang, officeUrls.consultations())
  const question = new URLSearchParams({
    ...(view.words ? { q: view.words } : {}),
    ...(view.state ? { gjendja: view.state } : {}),
  })
  const narrowed = view.words !== '' || view.state !== null
  return (
    <Layout page={page} title={t.consultationsTitle} office>
      <h1 class="govuk-heading-l">{t.consultationsTitle}</h1>
      {view.mayWrite && (
        <>
          <LinkButton href={inLanguage(lang, officeUrls.newConsultation())}>{t.newConsultation}</LinkButton>
          <p class="govuk-body">
            <a href={`${inLanguage(lang, officeUrls.newConsultation())}?faza=${PRELIMINARY}`}>
              {textsIn(lang).notices.stage.fresh}
            </a>
          </p>
        </>
      )}
      <Filter page={page} view={view} narrowed={narrowed} />
      {view.items.length === 0 ? (
        <EmptyState>{narrowed ? textsIn(lang).list.empty : t.noConsultations}</EmptyState>
      ) : (
        <Rows lang={lang} items={view.items} />
      )}
      <Paging
        label={textsIn(lang).list.paging}
        older={view.older ? { href: `${list}?${withKey(question, view.older)}`, label: t.older } : null}
        newer={view.paged ? { href: `${list}?${question.toString()}`, label: t.newest } : null}
      />
    </Layout>
  )
}

function withKey(question: URLSearchParams, key: string): string {
  const address = new URLSearchParams(question)
  address.set('para', key)
  return address.toString()
}

const Filter = ({ page: { lang }, view, narrowed }: Props & { narrowed: boolean }) => {
  const texts = textsIn(lang)
  const list = inLanguage(lang, officeUrls.consultations())
  const states = {
    draft: texts.phases.draft,
    published: texts.office.statePublished,
    cancelled: texts.phases.cancelled,
  }
  return (
    <FilterForm
      action={list}
      legend={texts.office.filter}
      submit={texts.office.submit}
      {...(narrowed ? { clear: { href: list, label: texts.office.clear } } : {})}
    >
      <TextField
        name="q"
        label={texts.list.words}
        value={view.words}
        type="search"
        error={isTooShort(view.words) ? texts.list.wordsShort : undefined}
      />
      <SelectField
        name="gjendja"
        label={texts.office.state}
        value={view.state ?? ''}
        options={[
          { value: '', label: texts.office.anyState },
          ...Object.entries(states).map(([value, label]) => ({ value, label })),
        ]}
      />
    </FilterForm>
  )
}

const Rows = ({ lang, items }: { lang: Lang; items: OfficeListView['items'] }) => {
  const texts = textsIn(lang)
  const t = texts.office.listColumns
  const day = (date: string | null) => (date ? formatDate(lang, date) : texts.unknownDate)
  return (
    <DataTable
      caption={texts.office.consultationsTitle}
      captionHidden
      firstColumnHeader
      head={[
        { label: t.title },
        { label: t.institution },
        { label: t.state },
        { label: t.window },
        { label: t.comments, numeric: true },
        { label: t.changed },
      ]}
      rows={items.map((item) => [
        <a href={inLanguage(lang, officeUrls.consultation(item.id))}>{item.title}</a>,
        item.institutionName,
        <Tag tone={phaseTone(item.phase)}>{texts.phases[item.phase]}</Tag>,
        `${day(item.opensOn)} – ${day(item.closesOn)}`,
        item.waiting > 0 ? `${item.comments} (+${item.waiting})` : item.comments,
        formatDay(lang, item.changedAt, item.zone),
      ])}
    />
  )
}
