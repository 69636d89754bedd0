import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { typeName } from '#platform/documents/type-name.ts'
import { formatSize } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FileField } from '#ui/file-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { OfficeActView } from './act-view.ts'
import { makingTexts } from './texts.ts'
import { makingUrls as urls } from './urls.ts'

type Part = { lang: Lang; view: OfficeActView; typed: Typed; errors: FieldErrors }

/** The papers that stand with an act. */
export const ActDocuments = ({ lang, view: { act, documents, mayWrite }, typed, errors }: Part) => {
  const t = makingTexts(lang).one
  const writable = mayWrite && act.state !== 'void' && act.state !== 'taken-down'
  return (
    <section aria-labelledby="dokumentet">
      <h2 class="govuk-heading-m" id="dokumentet">
        {t.documents}
      </h2>
      {documents.length === 0 && <EmptyState>{t.documentsNone}</EmptyState>}
      <ul class="govuk-list">
        {documents.map((one) => (
          <li>
            <a href={inLanguage(lang, urls.document(one.id))}>{one.title}</a>{' '}
            <span class="kv-quiet">
              {typeName(one.mediaType)}, {formatSize(lang, one.size)}
            </span>
          </li>
        ))}
      </ul>
      {writable && (
        <Details summary={t.documentAdd} open={'titulli-dok' in errors || 'dokumenti' in errors}>
          <form
            method="post"
            action={inLanguage(lang, urls.documents(act.id))}
            enctype="multipart/form-data"
            novalidate
            data-submit-once
          >
            <TextField
              name="titulli-dok"
              label={t.documentTitle}
              value={typed['titulli-dok']}
              error={errors['titulli-dok']}
            />
            <FileField name="dokumenti" label={t.documentFile} hint={t.documentFileHint} error={errors.dokumenti} />
            <Button kind="secondary">{t.documentAdd}</Button>
          </form>
        </Details>
      )}
    </section>
  )
}
