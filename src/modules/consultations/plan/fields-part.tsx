import type { Child } from 'hono/jsx'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { FieldSet } from '#ui/field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { textsIn } from '../texts.ts'

/** What every field of a section needs. */
export type Filled = {
  lang: Lang
  typed: Typed
  errors: FieldErrors
  /** Numbers of the rows that were typed into, by the name of their list. */
  rows: (list: string) => readonly number[]
  /** Own words of earlier plans. */
  used: { methods: readonly string[]; channels: readonly string[] }
}

type FieldProps = { of: Filled; name: string; label: string; hint?: string | undefined; short?: boolean }

export const Line = ({ of, name, label, hint, short }: FieldProps) => (
  <TextField
    name={name}
    label={label}
    hint={hint}
    value={of.typed[name]}
    error={of.errors[name]}
    width={short ? '10' : undefined}
  />
)

/** `rows`: of the screen. */
export const Words = ({ of, name, label, hint, rows = 2 }: FieldProps & { rows?: number }) => (
  <TextAreaField name={name} label={label} hint={hint} value={of.typed[name]} error={of.errors[name]} rows={rows} />
)

export const Choice = <Key extends string>({
  of,
  name,
  label,
  known,
  none,
}: FieldProps & { known: Readonly<Record<Key, string>>; none?: string }) => (
  <SelectField
    name={name}
    label={label}
    value={of.typed[name]}
    error={of.errors[name]}
    options={[
      ...(none === undefined ? [] : [{ value: '', label: none }]),
      ...Object.entries<string>(known).map(([value, words]) => ({ value, label: words })),
    ]}
  />
)

/** Several of a closed list. */
export const Boxes = <Key extends string>({
  of,
  name,
  label,
  known,
}: FieldProps & { known: Readonly<Record<Key, string>> }) => {
  const chosen = (of.typed[name] ?? '').split(' ')
  return (
    <FieldSet name={name} legend={label} error={of.errors[name]}>
      {Object.entries<string>(known).map(([value, words], at) => (
        <CheckboxField
          id={at === 0 ? name : `${name}-${value}`}
          name={name}
          value={value}
          label={words}
          checked={chosen.includes(value)}
          small
        />
      ))}
    </FieldSet>
  )
}

export const Tick = ({ of, name, label }: FieldProps) => (
  <CheckboxField name={name} label={label} checked={of.typed[name] === 'po'} error={of.errors[name]} small />
)

type RowsProps = {
  of: Filled
  /** The word before the number: `urdher`. */
  list: string
  legend: string
  hint?: string | undefined
  row: (name: string) => Child
  /** The row is one field, which has the row's name itself. */
  single?: boolean
}

/** The rows of a list: those typed into, and an empty one at the end. Without script a press on "add" brings one more. */
export const Rows = ({ of, list, legend, hint, row, single }: RowsProps) => {
  const t = textsIn(of.lang).plans.section
  const typed = of.rows(list)
  const next = (typed.at(-1) ?? 0) + 1
  return (
    <FieldSet name={list} legend={legend} legendSize="m" hint={hint}>
      {[...typed, next].map((at, place) => (
        <fieldset class="kv-plan-row" id={single ? undefined : `${list}-${at}`}>
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
            <span class="govuk-visually-hidden">{legend}: </span>
            {t.row(place + 1)}
          </legend>
          {row(`${list}-${at}`)}
        </fieldset>
      ))}
      <Button kind="secondary" name="veprimi" value={`shto-${list}`}>
        {t.addRow}
        <span class="govuk-visually-hidden">: {legend}</span>
      </Button>
    </FieldSet>
  )
}

/** What was noted on a section, at its end. */
export const Notes = ({ of }: { of: Filled }) => {
  const t = textsIn(of.lang).plans.section
  return <Words of={of} name="shenime" label={t.noteLabel} hint={t.noteHint} rows={3} />
}

/** Three lines for an empty field say that it takes several. */
export const Lines = ({ of, name, label, used = [] }: FieldProps & { used?: readonly string[] }) => {
  const t = textsIn(of.lang).plans.section
  const hint = used.length === 0 ? t.onePerLine : `${t.onePerLine} ${t.used(used.join('; '))}`
  return <Words of={of} name={name} label={label} hint={hint} rows={3} />
}
