import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { isUnit } from '#platform/texts/editing/draft-tree-rules.ts'
import type { ShownNode } from '#platform/texts/shown-tree-rules.ts'
import { ArticleText } from '#ui/article-text.tsx'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { TextNav } from '../text-nav-part.tsx'
import { editingTexts } from './editing-texts.ts'
import { editingUrls, rowAnchor } from './editing-urls.ts'
import type { UnitView } from './editing-view.ts'
import { UnitDeeds } from './unit-deeds-part.tsx'

export type UnitTyped = { etiketa?: string; titulli?: string; teksti?: string }

type Props = {
  page: PageContext
  view: UnitView
  typed?: UnitTyped | null
  errors?: FieldErrors
  status?: string | null
  /** How what was typed was read. */
  readAs?: ShownNode[] | null
  /** Somebody else was faster: their wording is shown beside. */
  changed?: boolean
}

/** One article, or another part of the draft: its number, heading and words as plain lines. */
export const UnitPage = (props: Props) => {
  const { page, view, errors = {}, status = null, changed = false } = props
  const { lang } = page
  const t = editingTexts(lang)
  const { holder, record, node } = view
  const kind = t.kinds[node.kind]
  const title = node.kind === 'preamble' || node.kind === 'signature' ? kind : view.name
  const back = `${inLanguage(lang, editingUrls.outline(holder, record.id))}#${rowAnchor(node.nodeId)}`
  return (
    <Layout
      page={page}
      title={`${title}: ${record.title}`}
      office
      wide
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: back, label: t.outline }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{record.title}</span> <span lang="sq">{title}</span>
      </h1>
      <TextNav page={page} view={view} current="editing" />
      {changed && <Now page={page} view={view} />}
      {view.mayEdit ? <UnitForm {...props} /> : <pre class="kv-marked">{view.words.marked}</pre>}
      {props.readAs && <ReadAs page={page} nodes={props.readAs} />}
      {view.mayEdit && <UnitDeeds page={page} view={view} />}
    </Layout>
  )
}

const UnitForm = ({ page: { lang }, view, typed = null, errors = {} }: Props) => {
  const t = editingTexts(lang)
  const { holder, record, node, words } = view
  return (
    <form
      method="post"
      action={inLanguage(lang, editingUrls.unit(holder, record.id, node.nodeId))}
      novalidate
      data-save-keys
      data-unsaved={t.unit.leave}
    >
      <input type="hidden" name="dergesa" value={view.submission} />
      <input type="hidden" name="gjendja" value={view.unitLock} />
      {isUnit(node) && (
        <>
          <TextField
            name="etiketa"
            label={t.unit.label}
            hint={t.unit.labelHint}
            value={typed?.etiketa ?? words.label}
            error={errors.etiketa}
            width="5"
          />
          <TextField
            name="titulli"
            label={t.unit.heading}
            hint={t.unit.headingHint}
            value={typed?.titulli ?? words.heading}
            error={errors.titulli}
            lang="sq"
          />
        </>
      )}
      <TextAreaField
        name="teksti"
        label={t.unit.words}
        hint={t.unit.wordsHint}
        value={typed?.teksti ?? words.marked}
        error={errors.teksti}
        rows={18}
        lang="sq"
      />
      <div class="kv-outline__all">
        <Button name="veprimi" value="ruaj" preventDoubleClick>
          {t.unit.save}
        </Button>
        <Button kind="secondary" name="veprimi" value="shiko">
          {t.unit.look}
        </Button>
      </div>
      <p class="kv-quiet" data-save-keys-help hidden>
        {t.unit.saveKeys}
      </p>
    </form>
  )
}

const ReadAs = ({ page: { lang }, nodes }: { page: PageContext; nodes: ShownNode[] }) => (
  <section aria-labelledby="si-u-lexua">
    <h2 class="govuk-heading-m" id="si-u-lexua">
      {editingTexts(lang).unit.readAs}
    </h2>
    <ArticleText nodes={nodes} level={3} lang={lang === 'sq' ? undefined : 'sq'} />
  </section>
)

const Now = ({ page: { lang }, view }: Pick<Props, 'page' | 'view'>) => {
  const { unit } = editingTexts(lang)
  const { label, heading, marked } = view.words
  return (
    <section aria-labelledby="tani">
      <h2 class="govuk-heading-m" id="tani">
        {unit.now}
      </h2>
      <Inset>
        <pre class="kv-marked" lang="sq">
          {[[label, heading].filter(Boolean).join(' '), marked].filter(Boolean).join('\n')}
        </pre>
      </Inset>
    </section>
  )
}
