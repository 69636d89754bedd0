import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { RegistrationHolder } from '#platform/registrations/registration-holder.ts'
import { REGISTRATION_LIMITS, type RegistrationKind } from '#platform/registrations/registration-rules.ts'
import { textsIn } from '#platform/registrations/registration-texts.ts'

type Props = {
  lang: Lang
  registration: RegistrationKind
  sectors: RegistrationHolder['sectors']
  items: readonly { id: string; title: string }[]
  typed: Typed
  errors: FieldErrors
  /** Whose address is known already; null: it is asked for. */
  email: string | null
  /** The office writes somebody down. */
  office?: boolean
}

/** The fields by which somebody asks to come. */
export const RegistrationFields = ({
  lang,
  registration,
  sectors,
  items,
  typed,
  errors,
  email,
  office = false,
}: Props) => {
  const t = textsIn(lang).register
  return (
    <>
      <input type="hidden" name="dergesa" value={typed.dergesa} />
      <TextField
        name="emri"
        label={t.name}
        hint={office ? undefined : t.nameHint}
        value={typed.emri}
        error={errors.emri}
        autocomplete={office ? 'off' : 'name'}
      />
      {email === null ? (
        <TextField
          name="adresa"
          label={office ? t.emailOptional : t.email}
          hint={office ? undefined : t.emailHint}
          value={typed.adresa}
          error={errors.adresa}
          type="email"
          autocomplete={office ? 'off' : 'email'}
        />
      ) : (
        <p class="govuk-body">
          {t.email}: <strong>{email}</strong>
        </p>
      )}
      <TextField name="organizata" label={t.organisation} value={typed.organizata} error={errors.organizata} />
      {sectors.length > 0 && <Sector lang={lang} sectors={sectors} value={typed.sektori} />}
      {office && (
        <TextField name="telefoni" label={t.phone} value={typed.telefoni} error={errors.telefoni} type="tel" />
      )}
      {registration === 'attend-and-speak' && <Speak lang={lang} items={items} typed={typed} />}
      <TextAreaField
        name="nevoja"
        label={t.needs}
        hint={t.needsHint}
        value={typed.nevoja}
        error={errors.nevoja}
        rows={3}
        maxLength={REGISTRATION_LIMITS.needs}
      />
    </>
  )
}

type SectorProps = Pick<Props, 'lang' | 'sectors'> & { value: string | undefined }

const Sector = ({ lang, sectors, value }: SectorProps) => {
  const t = textsIn(lang).register
  return (
    <SelectField
      name="sektori"
      label={t.sector}
      hint={t.sectorHint}
      value={value}
      options={[
        { value: '', label: t.sectorNone },
        ...sectors.map(({ value: one, label }) => ({ value: one, label: label[lang] })),
      ]}
    />
  )
}

const Speak = ({ lang, items, typed }: Pick<Props, 'lang' | 'items' | 'typed'>) => {
  const t = textsIn(lang).register
  return (
    <>
      <CheckboxField name="flas" label={t.speak} checked={typed.flas === 'po'} />
      {items.length > 0 && (
        <SelectField
          name="pika"
          label={t.item}
          value={typed.pika}
          options={[{ value: '', label: t.itemAny }, ...items.map(({ id, title }) => ({ value: id, label: title }))]}
        />
      )}
    </>
  )
}
