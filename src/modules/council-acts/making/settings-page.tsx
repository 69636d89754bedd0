import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { SubNav } from '#ui/tabs-nav.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { actOfficeUrls as office } from '../urls.ts'
import { RegisterNav } from './act-nav-part.tsx'
import type { SettingsView } from './settings-view.ts'
import { makingTexts } from './texts.ts'

type Part = { lang: Lang; view: SettingsView; typed: Typed; errors: FieldErrors }
type Props = Omit<Part, 'lang'> & { page: PageContext; status: string | null }

/** How acts are numbered, who reviews them and who signs. */
export const SettingsPage = ({ page, view, typed, errors, status }: Props) => {
  const { lang } = page
  const texts = makingTexts(lang)
  const t = texts.settings
  const { institution, institutions } = view
  return (
    <Layout
      page={page}
      title={t.title}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, office.list()), label: texts.list.title }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <RegisterNav page={page} current="settings" />
      <p class="govuk-body">{t.lead}</p>
      {institutions.length > 1 && (
        <SubNav
          label={t.institution}
          items={institutions.map(({ id, slug, name }) => ({
            href: `${inLanguage(lang, office.settings())}?institucioni=${slug}`,
            label: name,
            current: id === institution?.id,
          }))}
        />
      )}
      {institution ? (
        <form method="post" action={inLanguage(lang, office.settings())} novalidate data-submit-once>
          <input type="hidden" name="institucioni" value={institution.id} />
          <input type="hidden" name="versioni" value={typed.versioni} />
          <Own lang={lang} view={view} typed={typed} errors={errors} />
          <Authority lang={lang} view={view} typed={typed} errors={errors} />
          <Button preventDoubleClick>{t.save}</Button>
        </form>
      ) : (
        <EmptyState>{t.empty}</EmptyState>
      )}
    </Layout>
  )
}

const Own = ({ lang, view: { fixedIn }, typed, errors }: Part) => {
  const t = makingTexts(lang).settings
  return (
    <>
      {fixedIn !== null && <Inset>{t.fixed(fixedIn)}</Inset>}
      <RadioField
        name="numerimi"
        legend={t.numbering}
        value={typed.numerimi}
        error={errors.numerimi}
        options={[
          { value: 'one', label: t.one },
          { value: 'by-kind', label: t.byKind },
        ]}
      />
      <CheckboxField name="kthimi" label={t.mayor} checked={typed.kthimi === 'po'} />
      <TextField name="kthimi-baza" label={t.mayorBasis} value={typed['kthimi-baza']} error={errors['kthimi-baza']} />
      <CheckboxField name="sekretari" label={t.secretary} checked={typed.sekretari === 'po'} />
    </>
  )
}

const Authority = ({ lang, view: { authorities }, typed, errors }: Part) => {
  const t = makingTexts(lang).settings
  return (
    <>
      <h2 class="govuk-heading-m">{t.authorityTitle}</h2>
      <TextField
        name="organi-emri"
        label={t.authorityName}
        value={typed['organi-emri']}
        error={errors['organi-emri']}
      />
      <TextAreaField
        name="organi-adresa"
        label={t.authorityAddress}
        value={typed['organi-adresa']}
        error={errors['organi-adresa']}
        rows={3}
      />
      <TextField
        name="organi-posta"
        label={t.authorityEmail}
        type="email"
        value={typed['organi-posta']}
        error={errors['organi-posta']}
      />
      <SelectField
        name="organi-institucioni"
        label={t.authorityInstitution}
        value={typed['organi-institucioni']}
        options={[
          { value: '', label: t.authorityNone },
          ...authorities.map(({ id: value, name: label }) => ({ value, label })),
        ]}
      />
    </>
  )
}
