import type { Colleague } from '#platform/auth/substitution-queries.ts'
import type { FieldErrors } from '#platform/http/form.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { Button } from '#ui/button.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { SelectField } from '#ui/select-field.tsx'
import type { DayParts } from './people-form.ts'
import { textsIn } from './people-texts.ts'
import { DayField } from './place-part.tsx'

export type AbsenceTyped = { formId: string; substitute: string; from: DayParts; to: DayParts }

type Props = {
  lang: Lang
  action: string
  institution: InstitutionSummary
  institutions: readonly InstitutionSummary[]
  colleagues: readonly Colleague[]
  typed: AbsenceTyped
  errors: FieldErrors
}

/** The form of an absence: the same for the absent person and for who manages people. */
export const AbsenceForm = ({ lang, action, institution, institutions, colleagues, typed, errors }: Props) => {
  const t = textsIn(lang).absence
  return (
    <>
      {institutions.length > 1 && (
        <FilterForm action={inLanguage(lang, action)} legend={t.institution} submit={t.switchSubmit}>
          <SelectField
            name="institucioni"
            label={t.institution}
            value={institution.id}
            options={institutions.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </FilterForm>
      )}
      <p>
        <strong>{institution.name}</strong>
      </p>
      {colleagues.length === 0 ? (
        <p>{t.nobody}</p>
      ) : (
        <form method="post" action={inLanguage(lang, action)} novalidate data-submit-once>
          <input type="hidden" name="dergesa" value={typed.formId} />
          <input type="hidden" name="institucioni" value={institution.id} />
          <SelectField
            name="zevendesuesi"
            label={t.substitute}
            value={typed.substitute}
            error={errors.zevendesuesi}
            options={[
              { value: '', label: t.choose },
              ...colleagues.map(({ id, name, post }) => ({ value: id, label: post ? `${name}, ${post}` : name })),
            ]}
          />
          <DayField lang={lang} name="nga" legend={t.startsOn} value={typed.from} error={errors.nga} />
          <DayField lang={lang} name="deri" legend={t.endsOn} value={typed.to} error={errors.deri} />
          <Button>{t.submit}</Button>
        </form>
      )}
    </>
  )
}
