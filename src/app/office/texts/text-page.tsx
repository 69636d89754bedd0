import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { ArticleText } from '#ui/article-text.tsx'
import { Button, LinkButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { HistoryLink } from '../history/history-link-part.tsx'
import { Doubts } from './doubts-part.tsx'
import { editingTexts } from './editing/editing-texts.ts'
import { editingUrls } from './editing/editing-urls.ts'
import { TextNav } from './text-nav-part.tsx'
import { roomTexts } from './texts.ts'
import type { TextView } from './text-view.ts'
import { textUrls } from './urls.ts'
import { Progress, VersionDeeds, Versions } from './versions-part.tsx'

type Props = {
  page: PageContext
  view: TextView
  typed?: string
  errors?: FieldErrors
  status?: string | null
}

/** The text of a record: its versions, reading it in, the doubts of the reading, tree and source side by side. */
export const TextPage = ({ page, view, typed = '', errors = {}, status = null }: Props) => {
  const { lang } = page
  const t = roomTexts(lang)
  const { holder, record, nodes, draft } = view
  const maySettle = view.mayWrite && draft !== null && record.stage !== 'final'
  return (
    <Layout
      page={page}
      title={`${t.title}: ${record.title}`}
      office
      wide
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, holder.urls.office(record.id)), label: holder.words(lang).text }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">
        {t.title}: {record.title}
      </h1>
      <TextNav page={page} view={view} current="text" />
      {nodes.length === 0 && <EmptyState>{t.noText}</EmptyState>}
      {nodes.length > 0 && <p class="govuk-body">{t.textSummary(view.articles, view.count)}</p>}
      {nodes.length > 0 && view.articles === 0 && <WarningText assistive={t.warningWord}>{t.noArticles}</WarningText>}
      {draft && view.broken > 0 && <Broken page={page} view={view} />}
      {view.published && <Versions page={page} view={view} />}
      <Progress page={page} view={view} />
      {view.doubts.length > 0 && draft && <Doubts page={page} view={view} maySettle={maySettle} />}
      {record.next && view.mayWrite && nodes.length > 0 && view.openDoubts === 0 && (
        <LinkButton href={inLanguage(lang, record.next.href)}>{record.next.label}</LinkButton>
      )}
      {view.mayWrite && record.stage !== 'final' && <Reading page={page} view={view} typed={typed} errors={errors} />}
      <VersionDeeds page={page} view={view} />
      {nodes.length > 0 && <SideBySide page={page} view={view} />}
      <HistoryLink lang={lang} subject={record.subject} />
    </Layout>
  )
}

/** What they are, and where they are mended, stands with the outline. */
const Broken = ({ page: { lang }, view: { holder, record, broken } }: Pick<Props, 'page' | 'view'>) => {
  const t = editingTexts(lang)
  return (
    <WarningText assistive={t.warning}>
      <a href={inLanguage(lang, editingUrls.outline(holder, record.id))}>{t.broken(broken)}</a>. {t.brokenLead}
    </WarningText>
  )
}

const Reading = ({ page: { lang }, view, typed, errors }: Required<Omit<Props, 'status'>>) => {
  const t = roomTexts(lang)
  const { holder, record, draft, published } = view
  const fresh = view.nodes.length === 0
  if (record.stage === 'open' && !published) return null
  const lead = fresh ? t.textLead : draft ? t.textReplaceWarning : t.textContinueWarning
  const form = (
    <form
      method="post"
      action={inLanguage(lang, textUrls.text(holder, record.id))}
      enctype="multipart/form-data"
      novalidate
      data-submit-once
    >
      <p class="govuk-body">{lead}</p>
      <FileField
        name="dokumenti"
        label={t.textFile}
        hint={t.textFileHint}
        error={errors.dokumenti}
        accept=".docx,.odt,.pdf,.html,.htm,.xml,.txt"
      />
      <TextAreaField name="teksti" label={t.textPasted} value={typed} error={errors.teksti} rows={10} />
      <Button kind={fresh ? 'primary' : 'secondary'}>{t.textRead}</Button>
    </form>
  )
  return fresh ? (
    form
  ) : (
    <Details summary={draft ? t.textReadAgain : t.textReadInto} open={Object.keys(errors).length > 0}>
      {form}
    </Details>
  )
}

/** The source on one side, what was made of it on the other: an official compares with their own eyes. */
const SideBySide = ({ page: { lang }, view }: Pick<Props, 'page' | 'view'>) => {
  const t = roomTexts(lang)
  const of = (view.draft ?? view.published)?.lang ?? 'sq'
  const textLang = lang === of ? undefined : of
  return (
    <div class="kv-side-by-side">
      <section aria-labelledby="pema" class="kv-side-by-side__half">
        <h2 class="govuk-heading-m" id="pema">
          {t.tree}
        </h2>
        <ArticleText nodes={view.nodes} level={3} lang={textLang} />
      </section>
      <section aria-labelledby="burimi" class="kv-side-by-side__half">
        <h2 class="govuk-heading-m" id="burimi">
          {t.source}
        </h2>
        <div lang={textLang} class="kv-source">
          {view.source.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </div>
      </section>
    </div>
  )
}
