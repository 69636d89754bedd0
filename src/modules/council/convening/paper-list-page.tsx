import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
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
import { CouncilNav } from '../people/office-part.tsx'
import { PAPER_KINDS, PAPER_STATES } from './paper-rules.ts'
import type { PaperListView } from './paper-view.ts'
import { paperTexts, proposerWords } from './texts.ts'
import { conveningUrls as urls } from './urls.ts'

/** All papers that this official may read, newest first. */
export const PaperListPage = ({ page, view }: { page: PageContext; view: PaperListView }) => {
  const { lang } = page
  const texts = paperTexts(lang)
  const t = texts.list
  const list = inLanguage(lang, urls.papers())
  const asked = { q: view.words, lloji: view.kind ?? '', gjendja: view.state ?? '' }
  const kept = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString()
  const older = [kept, view.older ? `para=${view.older}` : ''].filter(Boolean).join('&')
  return (
    <Layout page={page} title={texts.title} office>
      <h1 class="govuk-heading-l">{texts.title}</h1>
      <CouncilNav lang={lang} current="papers" />
      <p class="govuk-body">{texts.lead}</p>
      {view.mayWrite && <LinkButton href={inLanguage(lang, urls.createPaper())}>{texts.create}</LinkButton>}
      <FilterForm
        action={list}
        legend={t.filter}
        submit={t.submit}
        {...(kept === '' ? {} : { clear: { href: list, label: t.clear } })}
      >
        <TextField name="q" label={t.words} value={asked.q} type="search" />
        <SelectField
          name="lloji"
          label={t.kind}
          value={asked.lloji}
          options={[{ value: '', label: t.any }, ...PAPER_KINDS.map((value) => ({ value, label: texts.kinds[value] }))]}
        />
        <SelectField
          name="gjendja"
          label={t.state}
          value={asked.gjendja}
          options={[
            { value: '', label: t.any },
            ...PAPER_STATES.map((value) => ({ value, label: texts.states[value] })),
          ]}
        />
      </FilterForm>
      <Items lang={lang} view={view} narrowed={kept !== ''} />
      <Paging
        label={t.paging}
        older={view.older ? { href: `${list}?${older}`, label: t.older } : null}
        newer={view.paged ? { href: kept ? `${list}?${kept}` : list, label: t.first } : null}
      />
    </Layout>
  )
}

const Items = ({ lang, view, narrowed }: { lang: Lang; view: PaperListView; narrowed: boolean }) => {
  const texts = paperTexts(lang)
  const t = texts.list
  if (view.items.length === 0) return <EmptyState>{narrowed ? t.noneFound : t.none}</EmptyState>
  return (
    <DataTable
      caption={texts.title}
      captionHidden
      head={[{ label: t.title }, { label: t.kind }, { label: t.proposer }, { label: t.added }, { label: t.state }]}
      rows={view.items.map((item) => [
        <a href={inLanguage(lang, urls.paper(item.id))}>{(lang === 'en' && item.titleEn) || item.title}</a>,
        texts.kinds[item.kind],
        item.proposerName ??
          item.proposer ??
          (item.proposerKind ? proposerWords(lang, item.jurisdiction, item.proposerKind) : '–'),
        formatDay(lang, item.createdAt, item.zone),
        <Tag tone={item.state === 'published' ? 'done' : item.state === 'draft' ? 'plain' : 'stopped'}>
          {texts.states[item.state]}
        </Tag>,
      ])}
    />
  )
}
