import { DISPATCH_STATES, WAYS } from '#platform/dispatch/dispatch-rules.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { DispatchTag } from './dispatch-part.tsx'
import type { DispatchListView, DispatchQuestion } from './dispatch-view.ts'
import { mailTexts } from './texts.ts'
import { mailUrls } from './urls.ts'

type Props = { page: PageContext; view: DispatchListView; status: string | null }

/** All that left the house on paper, or was entered as sent. */
export const DispatchListPage = ({ page, view, status }: Props) => {
  const { lang } = page
  const t = mailTexts(lang).list
  const { question, papers, toPrint, older, mayWrite } = view
  const list = inLanguage(lang, mailUrls.dispatches())
  return (
    <Layout page={page} title={t.title} office robots="noindex" status={status}>
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      {mayWrite && toPrint > 0 && (
        <p>
          <LinkButton href={inLanguage(lang, mailUrls.toPrint())}>{t.toPrint(toPrint)}</LinkButton>
        </p>
      )}
      <Filter page={page} question={question} />
      {papers.length === 0 ? <EmptyState>{t.none}</EmptyState> : <Papers page={page} view={view} />}
      <Paging
        label={t.paging}
        older={older ? { href: `${list}?${searchOf(question, { pas: older })}`, label: t.older } : null}
        newer={question.after ? { href: `${list}?${searchOf(question, {})}`, label: t.newest } : null}
      />
    </Layout>
  )
}

const Papers = ({ page, view }: { page: PageContext; view: DispatchListView }) => {
  const { lang } = page
  const t = mailTexts(lang)
  return (
    <DataTable
      caption={t.list.title}
      captionHidden
      firstColumnHeader
      head={[t.list.what, t.list.way, t.list.handedOn, t.list.state].map((label) => ({ label }))}
      rows={view.papers.map((paper) => [
        <a href={inLanguage(lang, mailUrls.dispatch(paper.id))} lang={paper.lang}>
          {paper.title}
        </a>,
        paper.slip ? `${t.ways[paper.way]}, ${paper.slip}` : t.ways[paper.way],
        paper.handedOn === null ? t.list.notYet : formatDate(lang, paper.handedOn),
        <DispatchTag lang={lang} state={paper.state} />,
      ])}
    />
  )
}

const Filter = ({ page, question }: { page: PageContext; question: DispatchQuestion }) => {
  const { lang } = page
  const t = mailTexts(lang)
  const list = inLanguage(lang, mailUrls.dispatches())
  return (
    <FilterForm
      action={list}
      legend={t.list.filter}
      submit={t.list.find}
      clear={searchOf(question, {}).size > 0 ? { href: list, label: t.list.clear } : null}
    >
      <SelectField
        name="gjendja"
        label={t.list.state}
        value={question.state ?? ''}
        options={[
          { value: '', label: t.list.anyState },
          ...DISPATCH_STATES.map((state) => ({ value: state, label: t.states[state] })),
        ]}
      />
      <SelectField
        name="menyra"
        label={t.list.way}
        value={question.way ?? ''}
        options={[{ value: '', label: t.list.anyWay }, ...WAYS.map((way) => ({ value: way, label: t.ways[way] }))]}
      />
    </FilterForm>
  )
}

const searchOf = ({ state, way }: DispatchQuestion, more: Record<string, string>): URLSearchParams =>
  new URLSearchParams({ ...(state && { gjendja: state }), ...(way && { menyra: way }), ...more })
