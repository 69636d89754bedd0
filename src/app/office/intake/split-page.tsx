import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { caseNumber } from '#platform/intake/case-rules.ts'
import { OWNER_ROLES } from '#platform/intake/intake-permissions.ts'
import type { CaseDetail } from '#platform/intake/office-case-queries.ts'
import { Button } from '#ui/button.tsx'
import { Columns } from '#ui/columns.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { SplitRow } from './case-form.ts'
import { roleName } from './role-part.tsx'
import { officeIntakeTexts } from './texts.ts'
import { intakeUrls } from './urls.ts'

type Props = {
  page: PageContext
  case: CaseDetail
  rows: readonly SplitRow[]
  answered: number
  errors: FieldErrors
  version: number
}

/** The letter on the left, its points on the right: one letter of forty remarks becomes forty answers. */
export const SplitPage = ({ page, case: one, rows, answered, errors, version }: Props) => {
  const { lang } = page
  const texts = officeIntakeTexts(lang)
  const t = texts.split
  const here = inLanguage(lang, intakeUrls.split(one.id))
  return (
    <Layout
      page={page}
      title={`${t.title}: ${caseNumber(one)}`}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, intakeUrls.one(one.id)), label: texts.kindOfCase(caseNumber(one)) }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.hint}</p>
      {answered > 0 && <p class="govuk-body">{t.answeredStay(answered)}</p>}
      <Columns
        left={
          <>
            <h2 class="govuk-heading-m">{texts.page.letter}</h2>
            <div class="kv-letter-words">{one.words ?? texts.page.noWords}</div>
            {one.words && (
              <p class="govuk-body">
                <a href={`${here}?sipas=paragrafeve`}>{t.byParagraph}</a>
              </p>
            )}
          </>
        }
      >
        <form method="post" action={here} novalidate>
          <input type="hidden" name="versioni" value={String(version)} />
          <input type="hidden" name="rreshta" value={String(rows.length)} />
          {rows.map((row, index) => (
            <Row page={page} row={row} n={index + 1} errors={errors} />
          ))}
          <p class="kv-deeds">
            <Button kind="primary">{t.submit}</Button>
            <Button kind="secondary" name="me-shume" value="po">
              {t.more}
            </Button>
          </p>
        </form>
      </Columns>
    </Layout>
  )
}

const Row = ({
  page: { lang },
  row,
  n,
  errors,
}: {
  page: PageContext
  row: SplitRow
  n: number
  errors: FieldErrors
}) => {
  const t = officeIntakeTexts(lang).split
  return (
    <fieldset class="govuk-fieldset kv-point">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{t.row(n)}</legend>
      <TextField name={`titulli-${n}`} label={t.pointTitle} value={row.title} error={errors[`titulli-${n}`]} />
      <TextAreaField
        name={`fjalet-${n}`}
        label={t.pointWords}
        value={row.words}
        error={errors[`fjalet-${n}`]}
        rows={3}
      />
      <SelectField
        name={`roli-${n}`}
        label={t.pointRole}
        value={row.role}
        options={[
          { value: '', label: t.nobody },
          ...OWNER_ROLES.map((role) => ({ value: role, label: roleName(lang, role) })),
        ]}
      />
    </fieldset>
  )
}
