import type { PageContext } from '#platform/http/page-context.ts'
import { formatDateRange } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { InstitutionName } from '#platform/institutions/institution-record-queries.ts'
import {
  ADDRESS_ROLES,
  CURRENCIES,
  INSTITUTION_KINDS,
  JURISDICTIONS,
  STANDINGS,
} from '#platform/institutions/institution-rules.ts'
import { SETTING_KEYS, SETTINGS } from '#platform/institutions/institution-settings-rules.ts'
import type { Place } from '#platform/places/place-queries.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FieldSet } from '#ui/field.tsx'
import { FileField } from '#ui/file-field.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { AreaIn, CheckIn, DateIn, FormFrame, Hidden, SelectIn, TextIn, type Filled } from './form-part.tsx'
import type { RecordView } from './institution-view.ts'
import type { Closure } from '#platform/institutions/institution-record-queries.ts'
import { textsIn } from './texts.ts'
import { institutionOfficeUrls as urls } from './urls.ts'

const backTo = (page: PageContext, { institution }: RecordView) => ({
  href: inLanguage(page.lang, urls.one(institution.id)),
  label: institution.name,
})

const placeOptions = (places: readonly Place[], none: string) => [
  { value: '', label: none },
  ...places.map((place) => ({
    value: place.id,
    label: `${place.officialSq ?? place.name}${place.parentName ? ` (${place.parentName})` : ''}`,
  })),
]

const FactFields = ({ form, places }: { form: Filled; places: readonly Place[] }) => {
  const t = textsIn(form.page.lang)
  return (
    <>
      <SelectIn
        form={form}
        name="lloji"
        options={INSTITUTION_KINDS.map((one) => ({ value: one, label: t.kinds.AL[one] }))}
      />
      <SelectIn
        form={form}
        name="qendrimi"
        options={STANDINGS.map((one) => ({ value: one, label: t.standings[one] }))}
      />
      <SelectIn
        form={form}
        name="monedha"
        options={CURRENCIES.map((one) => ({ value: one, label: t.currencies[one] }))}
      />
      <SelectIn form={form} name="vendi" options={placeOptions(places, t.anyPlace)} />
      <TextIn form={form} name="faqja" type="url" />
      <TextIn form={form} name="regjistrimi" width="10" />
      <TextIn form={form} name="burimi" />
      <TextIn form={form} name="ngjyra" width="10" />
    </>
  )
}

type FoundingProps = { form: Filled; places: readonly Place[]; chosen: string }

/** A new institution or organisation; municipalities come from the table. */
export const FoundingPage = ({ form, places, chosen }: FoundingProps) => {
  const { lang } = form.page
  const t = textsIn(lang)
  const action = inLanguage(lang, urls.found())
  return (
    <FormFrame
      form={form}
      title={t.foundTitle}
      lead={t.foundLead}
      back={{ href: inLanguage(lang, urls.list()), label: t.back }}
      action={action}
      submit={t.create}
      after={
        <FilterForm action={action} legend={t.prefill} submit={t.prefillSubmit}>
          <SelectField
            name="nga-tabela"
            label={t.facts.place}
            value={chosen}
            options={placeOptions(places, t.anyPlace)}
          />
        </FilterForm>
      }
    >
      <Hidden form={form} name="dergesa" />
      <TextIn form={form} name="emri" />
      <TextIn form={form} name="emri-en" lang="en" />
      <TextIn form={form} name="emri-sr" lang="sr-Latn" />
      <TextIn form={form} name="adresa" />
      <SelectIn
        form={form}
        name="shteti"
        options={JURISDICTIONS.map((one) => ({ value: one, label: t.countries[one] }))}
      />
      <FactFields form={form} places={places} />
      <TextIn form={form} name="posta" type="email" />
    </FormFrame>
  )
}

type RecordProps = { form: Filled; view: RecordView }

export const FactsPage = ({ form, view, places }: RecordProps & { places: readonly Place[] }) => {
  const t = textsIn(form.page.lang)
  const action = inLanguage(form.page.lang, urls.facts(view.institution.id))
  return (
    <FormFrame form={form} title={t.facts.change} back={backTo(form.page, view)} action={action} submit={t.save}>
      <Hidden form={form} name="versioni" />
      <FactFields form={form} places={places} />
    </FormFrame>
  )
}

export const NamesPage = ({ form, view, names }: RecordProps & { names: readonly InstitutionName[] }) => {
  const t = textsIn(form.page.lang)
  const action = inLanguage(form.page.lang, urls.names(view.institution.id))
  const standing = names.length === 0 ? null : <p class="kv-quiet">{names.map(({ name }) => name).join(' · ')}</p>
  return (
    <FormFrame
      form={form}
      title={t.names.change}
      lead={t.names.lead}
      back={backTo(form.page, view)}
      action={action}
      submit={t.save}
      after={standing}
    >
      <Hidden form={form} name="versioni" />
      <TextIn form={form} name="emri" />
      <TextIn form={form} name="emri-en" lang="en" />
      <TextIn form={form} name="emri-sr" lang="sr-Latn" />
      <DateIn form={form} name="vlen-nga" />
      <TextIn form={form} name="burimi" />
    </FormFrame>
  )
}

export const ClosingPage = ({ form, view }: RecordProps) => {
  const t = textsIn(form.page.lang)
  const action = inLanguage(form.page.lang, urls.closing(view.institution.id))
  return (
    <FormFrame
      form={form}
      title={t.closing.title}
      back={backTo(form.page, view)}
      action={action}
      submit={t.closing.submit}
    >
      <WarningText assistive={t.closing.warning}>{t.closing.lead}</WarningText>
      <Hidden form={form} name="versioni" />
      <DateIn form={form} name="dita" />
      <AreaIn form={form} name="arsyeja" />
      <TextIn form={form} name="pasuesi" />
      <TextIn form={form} name="pasuesi-2" />
    </FormFrame>
  )
}

export const EmblemPage = ({ form, view }: RecordProps) => {
  const t = textsIn(form.page.lang)
  const action = inLanguage(form.page.lang, urls.emblem(view.institution.id))
  return (
    <FormFrame
      form={form}
      title={t.emblem.title}
      lead={t.emblem.lead}
      back={backTo(form.page, view)}
      action={action}
      submit={t.emblem.submit}
      files
    >
      <FileField name="stema" label={t.fields.stema?.label ?? ''} accept="image/png" error={form.errors.stema} />
    </FormFrame>
  )
}

/** One group of fields for each post. */
export const AddressesPage = ({ form, view }: RecordProps) => {
  const t = textsIn(form.page.lang)
  const labels = t.addresses
  const action = inLanguage(form.page.lang, urls.addresses(view.institution.id))
  const field = (name: string) => ({ name, value: form.typed[name], error: form.errors[name] })
  return (
    <FormFrame
      form={form}
      title={t.addresses.title}
      lead={t.addresses.lead}
      back={backTo(form.page, view)}
      action={action}
      submit={t.save}
    >
      <Hidden form={form} name="versioni" />
      {ADDRESS_ROLES.map((role) => (
        <FieldSet name={`grupi-${role}`} legend={t.addressRoles[role]} legendSize="s">
          <TextField {...field(`posta-${role}`)} label={labels.email} type="email" />
          <TextField {...field(`telefoni-${role}`)} label={labels.telephone} type="tel" width="half" />
          <TextAreaField {...field(`postare-${role}`)} label={labels.postal} rows={2} />
        </FieldSet>
      ))}
    </FormFrame>
  )
}

type ClosuresProps = RecordProps & { closures: readonly Closure[]; status: string | null }

export const ClosuresPage = ({ form, view, closures, status }: ClosuresProps) => {
  const { lang } = form.page
  const t = textsIn(lang)
  const { id } = view.institution
  const columns = t.closures.columns
  return (
    <FormFrame
      form={form}
      title={t.closures.title}
      lead={t.closures.lead}
      back={backTo(form.page, view)}
      action={inLanguage(lang, urls.closures(id))}
      submit={t.closures.submit}
      status={status}
      after={
        closures.length === 0 ? (
          <EmptyState>{t.closures.none}</EmptyState>
        ) : (
          <DataTable
            caption={t.closures.short}
            head={[columns.days, columns.reason, columns.source, columns.clocks, columns.deed].map((label) => ({
              label,
            }))}
            rows={closures.map((one) => [
              formatDateRange(lang, one.fromOn, one.toOn),
              one.reason,
              one.source ?? '',
              one.stopsClocks ? t.closures.stops : t.closures.stopsNot,
              <form method="post" action={inLanguage(lang, urls.removeClosure(id, one.id))}>
                <Button kind="secondary">
                  {t.closures.remove}
                  <span class="govuk-visually-hidden"> {formatDateRange(lang, one.fromOn, one.toOn)}</span>
                </Button>
              </form>,
            ])}
          />
        )
      }
    >
      <h2>{t.closures.add}</h2>
      <Hidden form={form} name="dergesa" />
      <DateIn form={form} name="nga" />
      <DateIn form={form} name="deri" />
      <TextIn form={form} name="pse" />
      <TextIn form={form} name="burimi" />
      <CheckIn form={form} name="ndal-afatet" />
    </FormFrame>
  )
}

export const SettingsPage = ({ form, view }: RecordProps) => {
  const t = textsIn(form.page.lang)
  const action = inLanguage(form.page.lang, urls.settings(view.institution.id))
  return (
    <FormFrame
      form={form}
      title={t.settings.title}
      lead={t.settings.lead}
      back={backTo(form.page, view)}
      action={action}
      submit={t.save}
    >
      <Hidden form={form} name="versioni" />
      {SETTING_KEYS.map((key) =>
        SETTINGS[key].kind === 'boolean' ? (
          <CheckboxField name={key} label={t.settings.names[key]} checked={form.typed[key] === 'po'} />
        ) : (
          <TextField
            name={key}
            label={t.settings.names[key]}
            value={form.typed[key]}
            error={form.errors[key]}
            {...(SETTINGS[key].kind === 'hour' && { inputmode: 'numeric' as const })}
            width="5"
          />
        ),
      )}
    </FormFrame>
  )
}
