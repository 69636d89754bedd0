import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatDay } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { LinkButton } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import type { DeliveryListView } from './delivery-view.ts'
import { DELIVERY_KINDS, ENTRY_CHANNELS } from './entry-rules.ts'

type Props = { page: PageContext; view: DeliveryListView; status: string | null }

/** All that came in by other ways than the site: how, when, and the way to enter more. */
export const DeliveryListPage = ({ page, view, status }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.entry.list
  const { consultation, items, older, paged } = view
  const { channel, kind, late, typed } = view.filter
  const list = inLanguage(lang, officeUrls.entries(consultation.id))
  const question = new URLSearchParams({
    ...(typed && { q: typed }),
    ...(channel && { menyra: channel }),
    ...(kind && { lloji: kind }),
    ...(late && { vonese: 'po' }),
  })
  const narrowed = question.size > 0
  return (
    <Layout
      page={page}
      title={t.titleOf(consultation.title)}
      office
      status={status}
      back={{ href: inLanguage(lang, officeUrls.consultation(consultation.id)), label: consultation.title }}
    >
      <h1 class="govuk-heading-l">{t.titleOf(consultation.title)}</h1>
      <p class="govuk-body">{t.lead}</p>
      {view.mayEnter && consultation.state === 'published' && <WaysIn page={page} id={consultation.id} />}
      <Drafts page={page} view={view} />
      <Filter page={page} view={view} narrowed={narrowed} />
      {items.length === 0 ? (
        <EmptyState>{narrowed ? t.emptyNarrowed : t.empty}</EmptyState>
      ) : (
        <Rows page={page} view={view} />
      )}
      <Paging
        label={t.paging}
        older={older ? { href: `${list}?${with_(question, older)}`, label: texts.office.older } : null}
        newer={paged ? { href: `${list}?${question}`, label: texts.office.newest } : null}
      />
    </Layout>
  )
}

const with_ = (question: URLSearchParams, para: string): string =>
  new URLSearchParams([...question, ['para', para]]).toString()

const WaysIn = ({ page: { lang }, id }: { page: PageContext; id: string }) => {
  const t = textsIn(lang).entry
  return (
    <p class="kv-deeds">
      <LinkButton href={inLanguage(lang, officeUrls.newEntry(id))}>{t.form.title}</LinkButton>
      <a href={inLanguage(lang, officeUrls.newSplit(id))}>{t.split.start}</a>
      <a href={inLanguage(lang, officeUrls.newJoint(id))}>{t.joint.start}</a>
      <a href={inLanguage(lang, '/zyra/importet/i-ri')}>{t.list.table}</a>
      <a href={inLanguage(lang, officeUrls.thematicGroups())}>{t.list.groups}</a>
    </p>
  )
}

const Drafts = ({ page: { lang }, view: { drafts, consultation, mayEnter } }: Pick<Props, 'page' | 'view'>) => {
  const t = textsIn(lang).entry
  if (drafts.length === 0 || !mayEnter) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t.split.drafts}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {drafts.map((draft) => {
          const points = draft.pieces.filter(({ aside }) => !aside).length
          return (
            <li>
              <a href={inLanguage(lang, officeUrls.splitDraft(consultation.id, draft.id))}>
                {t.split.summary(points, draft.pieces.length - points)}
              </a>
              , {formatDay(lang, draft.changedAt, consultation.zone)}
            </li>
          )
        })}
      </ul>
    </>
  )
}

const Filter = ({ page: { lang }, view, narrowed }: Pick<Props, 'page' | 'view'> & { narrowed: boolean }) => {
  const texts = textsIn(lang)
  const t = texts.entry
  const list = inLanguage(lang, officeUrls.entries(view.consultation.id))
  const { typed, channel, kind, late } = view.filter
  return (
    <FilterForm
      action={list}
      legend={texts.office.filter}
      submit={texts.office.submit}
      {...(narrowed ? { clear: { href: list, label: texts.office.clear } } : {})}
    >
      <TextField name="q" label={t.list.words} value={typed} type="search" />
      <SelectField
        name="menyra"
        label={t.list.channel}
        value={channel ?? ''}
        options={[
          { value: '', label: t.list.anyChannel },
          ...ENTRY_CHANNELS.map((value) => ({ value, label: t.channels[value] })),
        ]}
      />
      <SelectField
        name="lloji"
        label={t.list.kind}
        value={kind ?? ''}
        options={[
          { value: '', label: t.list.anyKind },
          ...DELIVERY_KINDS.map((value) => ({ value, label: t.kinds[value] })),
        ]}
      />
      <CheckboxField name="vonese" label={t.list.late} checked={late} small />
    </FilterForm>
  )
}

const Rows = ({ page: { lang }, view: { consultation, items } }: Pick<Props, 'page' | 'view'>) => {
  const t = textsIn(lang).entry
  const { columns } = t.list
  return (
    <DataTable
      caption={t.list.title}
      captionHidden
      firstColumnHeader
      head={[
        { label: columns.title },
        { label: columns.channel },
        { label: columns.points, numeric: true },
        { label: columns.dates },
        { label: columns.entered },
      ]}
      rows={items.map((item) => [
        <>
          <a href={inLanguage(lang, officeUrls.delivery(consultation.id, item.id))}>{item.title}</a>
          {item.protocolNumber && <span class="kv-quiet"> {item.protocolNumber}</span>}
        </>,
        <>
          {t.channels[item.channel]}
          {item.kind !== 'single' && <span class="kv-quiet">, {t.kinds[item.kind]}</span>}
        </>,
        item.points,
        <>
          {item.happenedOn === item.receivedOn
            ? formatDate(lang, item.happenedOn)
            : `${formatDate(lang, item.happenedOn)}, ${formatDate(lang, item.receivedOn)}`}{' '}
          {item.late > 0 && <Tag tone="warning">{t.receipt.late}</Tag>}
        </>,
        formatDay(lang, item.enteredAt, item.zone),
      ])}
    />
  )
}
