import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextNav } from '../text-nav-part.tsx'
import { editingTexts } from './editing-texts.ts'
import { editingUrls } from './editing-urls.ts'
import type { NumbersView } from './numbers-view.ts'

type Props = { page: PageContext; view: NumbersView; errors?: Record<string, string> }
type Part = { page: PageContext; view: NumbersView }

/** New numbers, seen before they are applied: labels, citations that follow, and those for a person. */
export const NumbersPage = ({ page, view, errors = {} }: Props) => {
  const { lang } = page
  const t = editingTexts(lang)
  const { holder, record, preview } = view
  return (
    <Layout
      page={page}
      title={`${t.renumber.title}: ${record.title}`}
      office
      wide
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, editingUrls.outline(holder, record.id)), label: t.outline }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.renumber.title}</h1>
      <TextNav page={page} view={view} current="editing" />
      <p class="govuk-body">{t.renumber.lead}</p>
      <Choice page={page} view={view} />
      {preview &&
        (preview.labels.length === 0 ? (
          <p class="govuk-body">{t.renumber.none}</p>
        ) : (
          <Preview page={page} view={view} />
        ))}
    </Layout>
  )
}

const Choice = ({ page: { lang }, view }: Part) => {
  const t = editingTexts(lang).renumber
  const { holder, record, chosen, articles } = view
  const options = articles.map(({ nodeId, name }) => ({ value: nodeId, label: name }))
  return (
    <form method="get" action={inLanguage(lang, editingUrls.numbers(holder, record.id))}>
      <RadioField
        name="cfare"
        legend={t.what}
        value={chosen.what}
        options={[
          {
            value: 'articles',
            label: t.options.articles,
            child: (
              <SelectField
                name="prej"
                label={t.from}
                value={chosen.from ?? ''}
                options={[{ value: '', label: t.all }, ...options]}
              />
            ),
          },
          {
            value: 'items',
            label: t.options.items,
            child: <SelectField name="neni" label={t.inArticle} value={chosen.article ?? ''} options={options} />,
          },
          { value: 'divisions', label: t.options.divisions },
        ]}
      />
      <Button kind="secondary">{t.look}</Button>
    </form>
  )
}

const Preview = ({ page: { lang }, view }: Part) => {
  const t = editingTexts(lang).renumber
  const { holder, record, preview, chosen } = view
  if (!preview) return null
  const { references, open, labels } = preview
  return (
    <>
      <DataTable
        caption={t.labels}
        head={[{ label: t.labelsHead.what }, { label: t.labelsHead.from }, { label: t.labelsHead.to }]}
        rows={labels.map((one) => [one.name, one.from ?? '–', one.to])}
      />
      {references.length === 0 ? (
        <p class="govuk-body">{t.noReferences}</p>
      ) : (
        <DataTable
          caption={t.references}
          head={[
            { label: t.referencesHead.where },
            { label: t.referencesHead.before },
            { label: t.referencesHead.after },
          ]}
          rows={references.map((one) => [one.name, one.before, one.after])}
          roomy
        />
      )}
      {open.length > 0 && (
        <DataTable
          caption={t.open}
          head={[{ label: t.openHead.where }, { label: t.openHead.sentence }, { label: t.openHead.why }]}
          rows={open.map((one) => [one.name, one.sentence, t.why[one.why]])}
          roomy
        />
      )}
      {view.mayEdit && (
        <form method="post" action={inLanguage(lang, editingUrls.numbers(holder, record.id))}>
          <input type="hidden" name="dergesa" value={view.submission} />
          <input type="hidden" name="gjendja" value={view.lock} />
          <input type="hidden" name="cfare" value={chosen.what} />
          <input type="hidden" name="prej" value={chosen.from ?? ''} />
          <input type="hidden" name="neni" value={chosen.article ?? ''} />
          <Button preventDoubleClick>{t.submit(labels.length)}</Button>
        </form>
      )}
    </>
  )
}
