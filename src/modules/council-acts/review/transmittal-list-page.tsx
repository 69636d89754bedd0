import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { RegisterNav } from '../making/act-nav-part.tsx'
import type { TransmittalListView } from './office-view.ts'
import { TRANSMITTAL_STATES } from './review-rules.ts'
import { textsIn } from './texts.ts'
import type { ListedTransmittal } from './transmittal-queries.ts'
import { reviewUrls as urls } from './urls.ts'

type Props = { page: PageContext; view: TransmittalListView; status: string | null }

/** All letters of the institutions of this official, the newest first. */
export const TransmittalListPage = ({ page, view, status }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.list
  const list = inLanguage(lang, urls.list())
  const asked = { gjendja: view.state ?? '', viti: view.year === null ? '' : String(view.year) }
  const kept = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString()
  return (
    <Layout page={page} title={t.title} office status={status}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <RegisterNav page={page} current="transmittals" />
      <p class="govuk-body">{t.lead}</p>
      {view.mayWrite && <LinkButton href={inLanguage(lang, urls.create())}>{t.create}</LinkButton>}
      <FilterForm
        action={list}
        legend={t.filter}
        submit={t.submit}
        {...(kept === '' ? {} : { clear: { href: list, label: t.clear } })}
      >
        <SelectField
          name="gjendja"
          label={texts.facts.state}
          value={asked.gjendja}
          options={[
            { value: '', label: t.any },
            ...TRANSMITTAL_STATES.map((value) => ({ value, label: texts.states[value] })),
          ]}
        />
        <SelectField
          name="viti"
          label={texts.facts.year}
          value={asked.viti}
          options={[{ value: '', label: t.any }, ...view.years.map((n) => ({ value: String(n), label: String(n) }))]}
        />
      </FilterForm>
      {view.items.length === 0 ? (
        <EmptyState>{kept === '' ? t.none : t.noneFound}</EmptyState>
      ) : (
        <TransmittalTable
          lang={lang}
          caption={t.title}
          items={view.items}
          names={view.institutions}
          href={(id) => urls.one(id)}
        />
      )}
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

type TableProps = {
  lang: Lang
  caption: string
  items: readonly ListedTransmittal[]
  names: ReadonlyMap<string, string>
  href: (id: string) => string
  /** At the desk of the authority: it is the one to whom all of them went. */
  desk?: boolean
}

/** Letters as a table: number, whose, when, received, how many answered. */
export const TransmittalTable = ({ lang, caption, items, names, href, desk = false }: TableProps) => {
  const texts = textsIn(lang)
  const t = texts.facts
  return (
    <DataTable
      caption={caption}
      captionHidden
      firstColumnHeader
      head={[
        { label: t.number, tight: true },
        { label: desk ? texts.desk.from : t.institution },
        ...(desk ? [] : [{ label: t.authority }]),
        { label: t.sentOn, tight: true },
        { label: t.received },
        { label: t.answered },
        { label: t.state },
      ]}
      rows={items.map((one) => [
        <a href={inLanguage(lang, href(one.id))}>
          {one.number === null ? texts.draft : `${one.number}/${one.numberYear}`}
        </a>,
        names.get(one.institutionId) ?? one.institutionSlug,
        ...(desk ? [] : [one.authorityName]),
        one.sentOn === null ? '–' : formatDate(lang, one.sentOn),
        one.receivedOn === null
          ? '–'
          : texts.receivedWith(one.receivedProtocol ?? '', formatDate(lang, one.receivedOn)),
        texts.ofActs(formatNumber(one.answered), formatNumber(one.acts)),
        <Tag tone={one.state === 'sent' ? 'done' : 'plain'}>{texts.states[one.state]}</Tag>,
      ])}
    />
  )
}
