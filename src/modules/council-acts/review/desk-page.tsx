import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatSize } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { ArticleText } from '#ui/article-text.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { textsIn as actTexts } from '../texts.ts'
import type { ActKind } from '../act-rules.ts'
import type { DeskActView, DeskView } from './desk-view.ts'
import { textsIn } from './texts.ts'
import { TransmittalTable } from './transmittal-list-page.tsx'
import { deskUrls as urls } from './urls.ts'

/** The desk of the authority: its terms, and what was sent to it. */
export const DeskPage = ({ page, view }: { page: PageContext; view: DeskView }) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.desk
  const list = inLanguage(lang, urls.list())
  return (
    <Layout page={page} title={t.title} office>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      <h2 class="govuk-heading-m">{t.due}</h2>
      {view.terms.length === 0 ? <p class="govuk-body">{t.dueNone}</p> : <Terms lang={lang} view={view} />}
      <h2 class="govuk-heading-m">{texts.list.title}</h2>
      {view.items.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <TransmittalTable
          lang={lang}
          caption={texts.list.title}
          items={view.items}
          names={view.names}
          href={urls.one}
          desk
        />
      )}
      <Paging
        label={t.paging}
        older={view.older ? { href: `${list}?para=${view.older}`, label: texts.list.older } : null}
        newer={view.paged ? { href: list, label: texts.list.first } : null}
      />
    </Layout>
  )
}

const Terms = ({ lang, view }: { lang: Lang; view: DeskView }) => {
  const texts = textsIn(lang)
  return (
    <DataTable
      caption={texts.desk.due}
      captionHidden
      firstColumnHeader
      head={[
        { label: texts.facts.act, tight: true },
        { label: texts.facts.title },
        { label: texts.desk.from },
        { label: texts.desk.dueOn, tight: true },
        { label: texts.desk.left },
      ]}
      rows={view.terms.map((one) => [
        <a href={inLanguage(lang, urls.act(one.transmittalId, one.actId))}>{one.number ?? '–'}</a>,
        <span lang="sq">{one.title}</span>,
        view.names.get(one.institutionId) ?? '',
        formatDate(lang, one.dueOn),
        one.left,
      ])}
    />
  )
}

/** One act as the authority reads it: whole. */
export const DeskActPage = ({ page, view }: { page: PageContext; view: DeskActView }) => {
  const { lang } = page
  const texts = textsIn(lang)
  const { act, transmittal, institution, nodes, plain } = view
  const title = `${actTexts(lang).kinds[act.kind as ActKind]} ${act.number ?? ''}`.trim()
  const day = (on: string | null) => (on === null ? '–' : formatDate(lang, on))
  const back = texts.transmittal(`${transmittal.number}/${transmittal.numberYear}`)
  return (
    <Layout page={page} title={title} office back={{ href: inLanguage(lang, urls.one(transmittal.id)), label: back }}>
      <span class="govuk-caption-l">{institution.name}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body-l" lang="sq">
        {act.title}
      </p>
      {act.restricted && <p class="govuk-inset-text">{texts.restricted}</p>}
      <SummaryList
        rows={[
          { key: actTexts(lang).events.adopted, value: day(act.adoptedOn) },
          { key: actTexts(lang).events.announced, value: day(act.announcedOn) },
          { key: texts.facts.legality, value: actTexts(lang).legalities[act.legality] },
          ...act.answers.map((one) => ({
            key: texts.verdicts[one.kind],
            value: [day(one.decidedOn), one.protocol, one.reasons].filter(Boolean).join(', '),
          })),
        ]}
      />
      <Files lang={lang} view={view} />
      <h2 class="govuk-heading-m">{texts.desk.text}</h2>
      {nodes.length > 0 ? (
        <ArticleText nodes={nodes} level={3} lang="sq" />
      ) : plain === null ? (
        <p class="govuk-body">{texts.desk.noText}</p>
      ) : (
        plain.split(/\n+/).map((line) => (
          <p class="govuk-body" lang="sq">
            {line}
          </p>
        ))
      )}
    </Layout>
  )
}

const Files = ({ lang, view: { act, transmittal, documents } }: { lang: Lang; view: DeskActView }) => {
  if (documents.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{textsIn(lang).desk.files}</h2>
      <ul class="govuk-list">
        {documents.map((one) => (
          <li>
            <a href={inLanguage(lang, urls.document(transmittal.id, act.actId, one.id))}>{one.title}</a>
            {`, ${one.mediaType === 'application/pdf' ? 'PDF, ' : ''}${formatSize(lang, one.size)}`}
          </li>
        ))}
      </ul>
    </>
  )
}
