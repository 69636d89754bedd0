import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
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
import { ACT_KINDS, ACT_STATES, LEGALITIES, numberOf } from '../act-rules.ts'
import { textsIn } from '../texts.ts'
import { actOfficeUrls as office } from '../urls.ts'
import { RegisterNav } from './act-nav-part.tsx'
import { actTone } from './act-tone-part.ts'
import type { ActListView } from './list-view.ts'
import { makingTexts } from './texts.ts'
import { makingUrls } from './urls.ts'

/** All acts that this official may read, newest first, and what waits for somebody. */
export const ActListPage = ({ page, view }: { page: PageContext; view: ActListView }) => {
  const { lang } = page
  const t = makingTexts(lang).list
  const list = inLanguage(lang, office.list())
  const { asked } = view
  const query = {
    q: asked.words ?? '',
    gjendja: asked.state ?? '',
    lloji: asked.kind ?? '',
    viti: asked.year === null ? '' : String(asked.year),
    ligjshmeria: asked.legality ?? '',
  }
  const kept = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString()
  const older = [kept, view.older ? `para=${view.older}` : ''].filter(Boolean).join('&')
  return (
    <Layout page={page} title={t.title} office>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <RegisterNav page={page} current="list" />
      <p class="govuk-body">{t.lead}</p>
      <Waiting lang={lang} view={view} />
      {view.mayWrite && (
        <LinkButton kind="secondary" href={inLanguage(lang, makingUrls.create())}>
          {t.byHand}
        </LinkButton>
      )}
      <Filter lang={lang} query={query} narrowed={kept !== ''} />
      <Items lang={lang} view={view} narrowed={kept !== ''} />
      <Paging
        label={t.paging}
        older={view.older ? { href: `${list}?${older}`, label: t.older } : null}
        newer={view.paged ? { href: kept ? `${list}?${kept}` : list, label: t.first } : null}
      />
    </Layout>
  )
}

type Part = { lang: Lang; view: ActListView }

const Waiting = ({ lang, view: { waiting } }: Part) => {
  const t = makingTexts(lang).list
  const { votes, drafts, numbered, announceBy } = waiting
  if (votes + drafts + numbered === 0) return null
  const list = inLanguage(lang, office.list())
  return (
    <ul class="govuk-list govuk-list--bullet">
      {votes > 0 && (
        <li>
          <a href={inLanguage(lang, office.adopted())}>{t.adoptedWait(votes)}</a>
        </li>
      )}
      {drafts > 0 && (
        <li>
          <a href={`${list}?gjendja=draft`}>{t.drafts(drafts)}</a>
        </li>
      )}
      {numbered > 0 && (
        <li>
          <a href={`${list}?gjendja=numbered`}>{t.numbered(numbered)}</a>
          {announceBy !== null && `, ${t.announceBy(formatDate(lang, announceBy))}`}
        </li>
      )}
    </ul>
  )
}

const Filter = ({ lang, query, narrowed }: { lang: Lang; query: Record<string, string>; narrowed: boolean }) => {
  const [t, words] = [makingTexts(lang).list, textsIn(lang)]
  const any = { value: '', label: t.any }
  return (
    <FilterForm
      action={inLanguage(lang, office.list())}
      legend={t.filter}
      submit={t.submit}
      {...(narrowed ? { clear: { href: inLanguage(lang, office.list()), label: t.clear } } : {})}
    >
      <TextField name="q" label={t.words} value={query.q} type="search" />
      <SelectField
        name="gjendja"
        label={t.state}
        value={query.gjendja}
        options={[any, ...ACT_STATES.map((value) => ({ value, label: words.states[value] }))]}
      />
      <SelectField
        name="lloji"
        label={t.kind}
        value={query.lloji}
        options={[any, ...ACT_KINDS.map((value) => ({ value, label: words.kinds[value] }))]}
      />
      <TextField name="viti" label={t.year} value={query.viti} width="5" inputmode="numeric" />
      <SelectField
        name="ligjshmeria"
        label={t.legality}
        value={query.ligjshmeria}
        options={[any, ...LEGALITIES.map((value) => ({ value, label: words.legalities[value] }))]}
      />
    </FilterForm>
  )
}

const Items = ({ lang, view: { items, institutions }, narrowed }: Part & { narrowed: boolean }) => {
  const [t, words] = [makingTexts(lang).list, textsIn(lang)]
  if (items.length === 0) return <EmptyState>{narrowed ? t.emptyFound : t.empty}</EmptyState>
  const several = institutions.size > 1
  return (
    <DataTable
      caption={t.title}
      captionHidden
      firstColumnHeader
      head={[
        { label: t.number, tight: true },
        { label: t.act },
        { label: t.kind },
        { label: t.adopted, tight: true },
        { label: t.state },
      ]}
      rows={items.map((item) => [
        numberOf(item) ?? <span class="kv-quiet">{t.noNumber}</span>,
        <>
          <a href={inLanguage(lang, office.act(item.id))}>{(lang === 'en' && item.titleEn) || item.title}</a>
          {several && <span class="kv-quiet"> {institutions.get(item.institutionId)}</span>}
        </>,
        words.kinds[item.kind],
        item.adoptedOn === null ? '–' : formatDate(lang, item.adoptedOn),
        <>
          <Tag tone={actTone(item.state)}>{words.states[item.state]}</Tag>
          {item.state === 'numbered' && item.announceBy !== null && (
            <span class="kv-quiet">
              {' '}
              {t.by} {formatDate(lang, item.announceBy)}
            </span>
          )}
        </>,
      ])}
    />
  )
}
