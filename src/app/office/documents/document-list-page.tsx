import { documentTexts } from '#platform/documents/document-texts.ts'
import { DOCUMENT_CLASSES, DOCUMENT_ROLES, NOT_READABLE, WANTED_LANGUAGES } from '#platform/documents/document-rules.ts'
import { typeName } from '#platform/documents/type-name.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { SubNav } from '#ui/tabs-nav.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { DocumentListView, DocumentQuestion } from './document-list-view.ts'
import { textsIn } from './texts.ts'
import { officeDocumentUrls as urls } from './urls.ts'

type Props = { page: PageContext; view: DocumentListView; status?: string | null }

/** One source of documents for all units (S0-5.1.1.4-08); its address can be kept as a bookmark. */
export const DocumentListPage = ({ page, view, status = null }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  const list = inLanguage(lang, urls.list())
  const ways = [
    ...(view.mayImport ? [{ href: inLanguage(lang, urls.archive()), label: t.list.import }] : []),
    ...(view.maySeeSpace ? [{ href: inLanguage(lang, urls.space()), label: t.list.space }] : []),
  ]
  return (
    <Layout page={page} title={t.title} office status={status}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      {ways.length > 0 && <SubNav label={t.title} items={ways} />}
      <Filter page={page} view={view} />
      {view.items.length === 0 ? (
        <EmptyState>{isNarrowed(view.question) ? t.list.none : t.list.noneYet}</EmptyState>
      ) : (
        <Rows page={page} view={view} />
      )}
      <Paging
        label={t.list.paging}
        older={view.older ? { href: `${list}?${addressOf(view.question, view.older)}`, label: t.list.older } : null}
        newer={view.question.before ? { href: `${list}?${addressOf(view.question, '')}`, label: t.list.newest } : null}
      />
    </Layout>
  )
}

const isNarrowed = ({ words, kind, class: of, role, missing, state }: DocumentQuestion): boolean =>
  words !== '' || [kind, of, role, missing, state].some((one) => one !== null)

const Filter = ({ page: { lang }, view: { question, kinds } }: Omit<Props, 'status'>) => {
  const t = textsIn(lang).list
  const words = documentTexts(lang)
  const list = inLanguage(lang, urls.list())
  return (
    <FilterForm
      action={list}
      legend={t.filter}
      submit={t.submit}
      {...(isNarrowed(question) ? { clear: { href: list, label: t.clear } } : {})}
    >
      <TextField name="q" label={t.words} value={question.words} type="search" />
      <SelectField
        name="ceshtja"
        label={t.kind}
        value={question.kind ?? ''}
        options={[{ value: '', label: t.anyKind }, ...kinds.map(({ kind, name }) => ({ value: kind, label: name }))]}
      />
      <SelectField
        name="klasa"
        label={t.class}
        value={question.class ?? ''}
        options={[
          { value: '', label: t.anyClass },
          ...DOCUMENT_CLASSES.map((value) => ({ value, label: words.classes[value] })),
        ]}
      />
      <SelectField
        name="roli"
        label={t.role}
        value={question.role ?? ''}
        options={[
          { value: '', label: t.anyRole },
          ...DOCUMENT_ROLES.map((value) => ({ value, label: words.roles[value] })),
        ]}
      />
      <SelectField
        name="mungon"
        label={t.missing}
        value={question.missing ?? ''}
        options={[
          { value: '', label: t.anyMissing },
          ...WANTED_LANGUAGES.map((value) => ({ value, label: words.languages[value] ?? value })),
        ]}
      />
      <SelectField
        name="gjendja"
        label={t.state}
        value={question.state === 'unreadable' ? 'palexueshem' : question.state === 'taken-down' ? 'hequr' : ''}
        options={[
          { value: '', label: t.anyState },
          { value: 'palexueshem', label: t.unreadable },
          { value: 'hequr', label: t.takenDown },
        ]}
      />
    </FilterForm>
  )
}

const Rows = ({ page: { lang }, view: { items } }: Omit<Props, 'status'>) => {
  const t = textsIn(lang)
  const words = documentTexts(lang)
  const { columns } = t.list
  return (
    <DataTable
      caption={t.title}
      captionHidden
      head={[
        { label: columns.title },
        { label: columns.record },
        { label: columns.role },
        { label: columns.class },
        { label: columns.languages },
        { label: columns.added, tight: true },
      ]}
      rows={items.map((item) => [
        <>
          <a href={inLanguage(lang, urls.one(item.id))} lang={item.lang === lang ? undefined : item.lang}>
            {item.title}
          </a>{' '}
          <span class="kv-quiet">{item.mediaType && typeName(item.mediaType)}</span>
          <StateTag lang={lang} item={item} />
        </>,
        item.record?.officeHref ? (
          <a href={inLanguage(lang, item.record.officeHref)}>{item.record.title}</a>
        ) : (
          (item.record?.title ?? '–')
        ),
        words.roles[item.role],
        words.classes[item.class],
        <>
          {item.languages.map((one) => words.languages[one] ?? one).join(', ') || '–'}
          {item.missing.map((one) => (
            <span class="kv-quiet"> {words.missing(words.languages[one] ?? one)}</span>
          ))}
        </>,
        formatDay(lang, item.addedAt, item.zone),
      ])}
    />
  )
}

const StateTag = ({ lang, item }: { lang: PageContext['lang']; item: DocumentListView['items'][number] }) => {
  if (item.mediaType === null) return <Tag tone="stopped">{textsIn(lang).one.fileGone}</Tag>
  if (item.reading === null || !NOT_READABLE.includes(item.reading)) return null
  return <Tag tone="warning">{documentTexts(lang).reading[item.reading]}</Tag>
}

function addressOf(question: DocumentQuestion, before: string): string {
  const { words, kind, class: of, role, missing, state } = question
  const address = new URLSearchParams()
  if (words) address.set('q', words)
  if (kind) address.set('ceshtja', kind)
  if (of) address.set('klasa', of)
  if (role) address.set('roli', role)
  if (missing) address.set('mungon', missing)
  if (state) address.set('gjendja', state === 'unreadable' ? 'palexueshem' : 'hequr')
  if (before) address.set('para', before)
  return address.toString()
}
