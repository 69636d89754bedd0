import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { ADDED_KINDS } from '#platform/texts/editing/structure-edit-rules.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { TextNav } from '../text-nav-part.tsx'
import { editingTexts } from './editing-texts.ts'
import { editingUrls } from './editing-urls.ts'
import type { AddView } from './editing-view.ts'

type Props = { page: PageContext; view: AddView; typed?: Typed; errors?: FieldErrors }

/** A new article or division, beside another or at the end. */
export const AddPage = ({ page, view, typed = {}, errors = {} }: Props) => {
  const { lang } = page
  const t = editingTexts(lang)
  const { holder, record, beside, where } = view
  const place = beside ? `${t.add.beside[where]}: ${beside.name}` : t.add.atEnd
  return (
    <Layout
      page={page}
      title={`${t.add.title}: ${record.title}`}
      office
      wide
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, editingUrls.outline(holder, record.id)), label: t.outline }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.add.title}</h1>
      <TextNav page={page} view={view} current="editing" />
      <p class="govuk-body">{place}</p>
      <form
        method="post"
        action={inLanguage(lang, editingUrls.add(holder, record.id))}
        novalidate
        data-save-keys
        data-unsaved={t.unit.leave}
      >
        <Fields page={page} view={view} typed={typed} errors={errors} />
        <Button preventDoubleClick>{t.add.submit}</Button>
        <p class="kv-quiet" data-save-keys-help hidden>
          {t.unit.saveKeys}
        </p>
      </form>
    </Layout>
  )
}

const Fields = ({ page: { lang }, view, typed, errors }: Required<Props>) => {
  const t = editingTexts(lang)
  const { beside, where } = view
  return (
    <>
      <input type="hidden" name="dergesa" value={view.submission} />
      <input type="hidden" name="gjendja" value={view.lock} />
      <input type="hidden" name="prane" value={beside?.nodeId ?? ''} />
      <input type="hidden" name="ku" value={where} />
      <RadioField
        name="lloji"
        legend={t.add.kind}
        value={typed.lloji ?? 'article'}
        error={errors.lloji}
        options={ADDED_KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
        inline
        small
      />
      <TextField
        name="etiketa"
        label={t.unit.label}
        hint={t.unit.labelHint}
        value={typed.etiketa ?? view.suggested}
        error={errors.etiketa}
        width="5"
      />
      <TextField
        name="titulli"
        label={t.unit.heading}
        hint={t.unit.headingHint}
        value={typed.titulli}
        error={errors.titulli}
        lang="sq"
      />
      <TextAreaField
        name="teksti"
        label={t.unit.words}
        hint={t.unit.wordsHint}
        value={typed.teksti}
        error={errors.teksti}
        rows={12}
        lang="sq"
      />
      <CheckboxField name="merr" label={t.add.takes} checked={typed.merr === 'po'} />
    </>
  )
}
