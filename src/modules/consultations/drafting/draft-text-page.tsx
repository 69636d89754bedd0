import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { ArticleText } from '#ui/article-text.tsx'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { divisionName, type ShownNode } from '#platform/texts/shown-tree-rules.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { DraftNav } from './draft-page.tsx'
import type { DraftTextView } from './draft-view.ts'

type Props = { page: PageContext; view: DraftTextView; typed?: string; errors?: FieldErrors; status?: string | null }

/** The text of a draft: read it in, settle what the reader doubted, compare tree and source side by side. */
export const DraftTextPage = ({ page, view, typed = '', errors = {}, status = null }: Props) => {
  const { lang } = page
  const t = textsIn(lang).office
  const { consultation } = view
  return (
    <Layout
      page={page}
      title={`${t.textTitle}: ${consultation.title}`}
      office
      wide
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, officeUrls.consultation(consultation.id)), label: t.overview }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">
        {t.textTitle}: {consultation.title}
      </h1>
      <DraftNav page={page} view={view} current="text" />
      {view.nodes.length > 0 && <p class="govuk-body">{t.textSummary(view.contents.articles, view.count)}</p>}
      {view.nodes.length > 0 && view.contents.articles === 0 && (
        <WarningText assistive={t.warning}>{t.noArticles}</WarningText>
      )}
      {view.doubts.length > 0 && <Doubts page={page} view={view} />}
      {view.mayWrite && consultation.state === 'draft' && (
        <Reading page={page} view={view} typed={typed} errors={errors} />
      )}
      {view.nodes.length > 0 && <SideBySide page={page} view={view} />}
    </Layout>
  )
}

type Part = Pick<Props, 'page' | 'view'>

const Reading = ({ page: { lang }, view, typed, errors }: Required<Omit<Props, 'status'>>) => {
  const t = textsIn(lang).office
  const fresh = view.nodes.length === 0
  const form = (
    <form
      method="post"
      action={inLanguage(lang, officeUrls.text(view.consultation.id))}
      enctype="multipart/form-data"
      novalidate
      data-submit-once
    >
      <p class="govuk-body">{fresh ? t.textLead : t.textReplaceWarning}</p>
      <FileField name="dokumenti" label={t.textFile} error={errors.dokumenti} accept=".docx" />
      <TextAreaField name="teksti" label={t.textPasted} value={typed} error={errors.teksti} rows={10} />
      <Button kind={fresh ? 'primary' : 'secondary'}>{t.textRead}</Button>
    </form>
  )
  return fresh ? (
    form
  ) : (
    <Details summary={t.textReadAgain} open={Object.keys(errors).length > 0}>
      {form}
    </Details>
  )
}

const Doubts = ({ page, view }: Part) => {
  const { lang } = page
  const t = textsIn(lang).office
  const open = view.doubts.filter((doubt) => doubt.settledAt === null)
  const mayset = view.mayWrite && view.consultation.state === 'draft'
  return (
    <section class="kv-doubts" aria-labelledby="dyshimet">
      <h2 class="govuk-heading-m" id="dyshimet">
        {t.doubtsTitle(open.length)}
      </h2>
      {open.length > 0 && <p class="govuk-body">{t.doubtsLead}</p>}
      <ol class="kv-doubts__list">
        {open.map((doubt) => (
          <li class="kv-doubt" id={`d-${doubt.id}`}>
            <h3 class="govuk-heading-s">{t.doubtReasons[doubt.reason] ?? doubt.reason}</h3>
            <blockquote class="kv-doubt__source">{doubt.source}</blockquote>
            <p class="kv-quiet">
              {doubt.where ? (
                <a href={`#${doubt.where.id}`}>{t.doubtPlaced(nameOf(doubt.where, lang))}</a>
              ) : (
                t.doubtAside
              )}
            </p>
            {mayset && <Settle page={page} view={view} doubt={doubt} />}
          </li>
        ))}
      </ol>
      {mayset && open.length > 1 && (
        <form method="post" action={inLanguage(lang, officeUrls.doubts(view.consultation.id))} data-submit-once>
          <Button kind="secondary">{t.doubtAllKeep}</Button>
        </form>
      )}
    </section>
  )
}

const Settle = ({ page: { lang }, view, doubt }: Part & { doubt: DraftTextView['doubts'][number] }) => {
  const t = textsIn(lang).office
  return (
    <form
      class="kv-doubt__settle"
      method="post"
      action={inLanguage(lang, officeUrls.doubt(view.consultation.id, doubt.id))}
    >
      <Button kind="secondary" name="vendimi" value="kept">
        {t.doubtKeep}
      </Button>
      {doubt.where && (
        <Button kind="secondary" name="vendimi" value="left-out">
          {t.doubtLeaveOut}
        </Button>
      )}
    </form>
  )
}

const nameOf = (node: ShownNode, lang: PageContext['lang']): string =>
  node.kind === 'article'
    ? `${textsIn(lang).page.article} ${node.label ?? ''}`
    : divisionName(node) || [...node.body].slice(0, 60).join('')

/** The source on one side, what was made of it on the other: an official compares with their own eyes. */
const SideBySide = ({ page: { lang }, view }: Part) => {
  const t = textsIn(lang).office
  return (
    <div class="kv-side-by-side">
      <section aria-labelledby="pema" class="kv-side-by-side__half">
        <h2 class="govuk-heading-m" id="pema">
          {t.tree}
        </h2>
        <ArticleText nodes={view.nodes} level={3} lang={lang === 'sq' ? undefined : 'sq'} />
      </section>
      <section aria-labelledby="burimi" class="kv-side-by-side__half">
        <h2 class="govuk-heading-m" id="burimi">
          {t.source}
        </h2>
        <div lang={lang === 'sq' ? undefined : 'sq'} class="kv-source">
          {view.source.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </div>
      </section>
    </div>
  )
}
