import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { LETTER_KINDS } from '#platform/letters/official-letter-rules.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { AboutList } from './about-part.tsx'
import type { ChoiceView } from './letter-form-view.ts'
import { textsIn } from './letters-texts.ts'
import { letterUrls } from './urls.ts'

type Props = { page: PageContext; view: ChoiceView; typed: Typed; errors: FieldErrors }

/** Institution, template and languages of a new letter. */
export const LetterChoicePage = ({ page, view, typed, errors }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  return (
    <Layout
      page={page}
      title={t.form.newTitle}
      office
      robots="noindex"
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, letterUrls.list()), label: t.letter.back }}
    >
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <h1>{t.form.newTitle}</h1>
      <p>{t.form.chooseLead}</p>
      <AboutList page={page} records={view.subjects} />
      <form method="get" action={inLanguage(lang, letterUrls.fresh())} novalidate>
        {view.subjects.map(({ ref }) => (
          <input type="hidden" name="subjekti" value={ref} />
        ))}
        {typed.korrigjon && <input type="hidden" name="korrigjon" value={typed.korrigjon} />}
        <SelectField
          name="institucioni"
          label={t.form.institution}
          value={view.institutionId}
          error={errors.institucioni}
          options={view.institutions.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          name="modeli"
          label={t.form.template}
          value={typed.modeli}
          error={errors.modeli}
          options={templateOptions(page, view)}
        />
        <SelectField
          name="gjuha"
          label={t.form.otherLang}
          value={typed.gjuha}
          options={[
            { value: '', label: t.form.onlyAlbanian },
            { value: 'en', label: t.form.twoLangs.en },
            { value: 'sr', label: t.form.twoLangs.sr },
          ]}
        />
        <Button>{t.form.goOn}</Button>
      </form>
    </Layout>
  )
}

function templateOptions({ lang }: PageContext, { templates, institutions }: ChoiceView) {
  const t = textsIn(lang)
  const several = institutions.length > 1
  const nameOf = (id: string) => institutions.find((one) => one.id === id)?.name ?? ''
  return [
    ...templates.map(({ id, name, institutionId }) => ({
      value: id,
      label: t.form.ownTemplate(several ? `${name}, ${nameOf(institutionId)}` : name),
    })),
    ...LETTER_KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] })),
  ]
}
