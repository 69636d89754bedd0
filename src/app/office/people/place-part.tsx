import type { Role } from '#platform/auth/visitor.ts'
import type { FieldErrors } from '#platform/http/form.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { FieldSet } from '#ui/field.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { roleName } from '../../role-texts.ts'
import type { DayParts } from './people-form.ts'
import { textsIn } from './people-texts.ts'
import type { PlaceView } from './people-view.ts'

/** In which institution the right is given: chosen before, for roles and bodies are called after it. */
export const PlaceSwitch = ({ lang, place, action }: { lang: Lang; place: PlaceView; action: string }) => {
  const t = textsIn(lang)
  const options = [
    ...place.institutions.map(({ id, name }) => ({ value: id, label: name })),
    ...(place.everywhere ? [{ value: 'sistemi', label: t.person.everywhere }] : []),
  ]
  if (options.length < 2) return null
  return (
    <FilterForm action={inLanguage(lang, action)} legend={t.invite.switch} submit={t.invite.switchSubmit}>
      <SelectField
        name="institucioni"
        label={t.invite.switch}
        value={place.institution?.id ?? 'sistemi'}
        options={options}
      />
    </FilterForm>
  )
}

export const RoleBoxes = (props: {
  lang: Lang
  place: PlaceView
  chosen: readonly Role[]
  error?: string | undefined
}) => {
  const { lang, place, chosen, error } = props
  return (
    <FieldSet name="roli" legend={textsIn(lang).invite.roles} error={error}>
      {place.roles.map((role, index) => (
        <CheckboxField
          name="roli"
          id={index === 0 ? 'roli' : `roli-${role}`}
          value={role}
          label={roleName(lang, role, place.institution)}
          checked={chosen.includes(role)}
          small
        />
      ))}
    </FieldSet>
  )
}

export type SpanTyped = { body: string; from: DayParts; to: DayParts }

/** Where the right counts, and from when until when. */
export const BodyAndSpan = (props: { lang: Lang; place: PlaceView; typed: SpanTyped; errors: FieldErrors }) => {
  const { lang, place, typed, errors } = props
  const t = textsIn(lang).invite
  return (
    <>
      {place.bodies.length > 0 && (
        <SelectField
          name="organi"
          label={t.body}
          hint={t.bodyHint}
          value={typed.body}
          options={[
            { value: '', label: t.noBody },
            ...place.bodies.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <DayField lang={lang} name="nga" legend={t.from} hint={t.fromHint} value={typed.from} error={errors.nga} />
      <DayField lang={lang} name="deri" legend={t.to} hint={t.toHint} value={typed.to} error={errors.deri} />
    </>
  )
}

type DayProps = {
  lang: Lang
  name: string
  legend: string
  hint?: string | undefined
  value: DayParts
  error: string | undefined
}

export const DayField = ({ lang, ...field }: DayProps) => {
  const t = textsIn(lang).invite
  return <DateField {...field} dayLabel={t.day} monthLabel={t.month} yearLabel={t.year} />
}
