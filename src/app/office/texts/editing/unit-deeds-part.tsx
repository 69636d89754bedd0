import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { isDivision } from '#platform/texts/shown-tree-rules.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { editingTexts } from './editing-texts.ts'
import { editingUrls } from './editing-urls.ts'
import type { UnitView } from './editing-view.ts'

type Props = { page: PageContext; view: UnitView }

/** What else can be done with one part: each a form of its own. */
export const UnitDeeds = ({ page, view }: Props) => {
  const { lang } = page
  const t = editingTexts(lang)
  const { holder, record, node } = view
  const fixed = node.kind === 'preamble' || node.kind === 'signature'
  const add = (where: string) =>
    `${inLanguage(lang, editingUrls.add(holder, record.id))}?prane=${node.nodeId}&ku=${where}`
  const numbers = `${inLanguage(lang, editingUrls.numbers(holder, record.id))}?cfare=items&neni=${node.nodeId}`
  return (
    <section aria-labelledby="veprime" class="kv-unit-deeds">
      <h2 class="govuk-heading-m" id="veprime">
        {t.unit.deeds}
      </h2>
      <ul class="govuk-list">
        {!fixed && (
          <li>
            <a href={add('before')}>{t.deeds.addBefore}</a>
          </li>
        )}
        <li>
          <a href={add('after')}>{t.addAfter}</a>
        </li>
        {isDivision(node) && (
          <li>
            <a href={add('within')}>{t.deeds.addWithin}</a>
          </li>
        )}
        {node.kind === 'article' && (
          <li>
            <a href={numbers}>{t.deeds.items}</a>
          </li>
        )}
      </ul>
      {!fixed && <Move page={page} view={view} />}
      {node.kind === 'article' && view.children.length > 1 && <Split page={page} view={view} />}
      {view.nextArticle !== null && <Merge page={page} view={view} />}
      <MakeHeading page={page} view={view} />
      <LinkButton kind="warning" href={inLanguage(lang, editingUrls.deed(holder, record.id, node.nodeId, 'heqja'))}>
        {t.deeds.remove}
      </LinkButton>
    </section>
  )
}

const Hidden = ({ view }: { view: UnitView }) => (
  <>
    <input type="hidden" name="dergesa" value={view.submission} />
    <input type="hidden" name="gjendja" value={view.lock} />
  </>
)

const actionOf = ({ page: { lang }, view: { holder, record, node } }: Props, deed: string): string =>
  inLanguage(lang, editingUrls.deed(holder, record.id, node.nodeId, deed))

const Move = (props: Props) => {
  const { view } = props
  const t = editingTexts(props.page.lang).deeds
  if (view.divisions.length === 0) return null
  const options = [
    ...view.divisions.map(({ nodeId, name }) => ({ value: nodeId, label: name })),
    { value: '', label: t.outside },
  ]
  return (
    <Details summary={t.move}>
      <form method="post" action={actionOf(props, 'zhvendosja')}>
        <Hidden view={view} />
        <SelectField name="ndarja" label={t.moveWhere} options={options} value={view.node.parentId ?? ''} />
        <Button kind="secondary">{t.moveSubmit}</Button>
      </form>
    </Details>
  )
}

const Split = (props: Props) => {
  const { view } = props
  const t = editingTexts(props.page.lang).deeds
  const places = view.children.slice(1).map(({ nodeId, name }) => ({ value: nodeId, label: name }))
  return (
    <Details summary={t.split}>
      <form method="post" action={actionOf(props, 'ndarja')}>
        <Hidden view={view} />
        <SelectField name="vendi" label={t.splitAt} options={places} />
        <TextField name="numri-i-ri" label={t.splitLabel} value={view.suggested} width="5" />
        <TextField name="titulli-i-ri" label={t.splitHeading} lang="sq" />
        <Button kind="secondary">{t.splitSubmit}</Button>
      </form>
    </Details>
  )
}

const Merge = (props: Props) => {
  const { view } = props
  const t = editingTexts(props.page.lang).deeds
  return (
    <Details summary={`${t.merge}: ${view.nextArticle ?? ''}`}>
      <form method="post" action={actionOf(props, 'bashkimi')}>
        <Hidden view={view} />
        <p class="govuk-body">{t.mergeLead}</p>
        <Button kind="secondary">{t.mergeSubmit}</Button>
      </form>
    </Details>
  )
}

const MakeHeading = (props: Props) => {
  const { view } = props
  const t = editingTexts(props.page.lang).deeds
  const lines = view.children.filter((child) => child.kind === 'paragraph')
  if (view.node.heading !== null || lines.length === 0 || view.node.kind === 'preamble') return null
  return (
    <Details summary={t.heading}>
      <form method="post" action={actionOf(props, 'titulli')}>
        <Hidden view={view} />
        <SelectField
          name="rreshti"
          label={t.headingWhich}
          options={lines.map(({ nodeId, name }) => ({ value: nodeId, label: name }))}
        />
        <Button kind="secondary">{t.headingSubmit}</Button>
      </form>
    </Details>
  )
}
