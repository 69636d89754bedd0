import type { DispatchState } from '#platform/dispatch/dispatch-rules.ts'
import { WAYS } from '#platform/dispatch/dispatch-rules.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { DateField } from '#ui/date-field.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import { mailTexts } from './texts.ts'

const TONES = {
  'to-print': 'warning',
  'handed-on': 'done',
  returned: 'stopped',
  cancelled: 'stopped',
  corrected: 'plain',
} as const

export const DispatchTag = ({ lang, state }: { lang: Lang; state: DispatchState }) => (
  <Tag tone={TONES[state]}>{mailTexts(lang).states[state]}</Tag>
)

type FieldsProps = { lang: Lang; typed: Typed; errors: FieldErrors }

/** The day it left the house, or came back. */
export const DayField = ({ lang, typed, errors, legend, hint }: FieldsProps & { legend: string; hint?: string }) => {
  const t = mailTexts(lang).form
  return (
    <DateField
      name="dita"
      legend={legend}
      hint={hint}
      value={{ day: typed['dita-day'] ?? '', month: typed['dita-month'] ?? '', year: typed['dita-year'] ?? '' }}
      error={errors.dita}
      dayLabel={t.dayPart}
      monthLabel={t.monthPart}
      yearLabel={t.yearPart}
    />
  )
}

export const WayField = ({ lang, typed, errors }: FieldsProps) => {
  const t = mailTexts(lang)
  return (
    <RadioField
      name="menyra"
      legend={t.form.way}
      value={typed.menyra}
      error={errors.menyra}
      small
      options={WAYS.map((way) => ({ value: way, label: t.ways[way] }))}
    />
  )
}

export const SlipField = ({ lang, typed, errors }: FieldsProps) => (
  <TextField
    name="fleta"
    label={mailTexts(lang).form.slip}
    value={typed.fleta}
    error={errors.fleta}
    width="10"
    maxLength={60}
  />
)

/** Today, as the three fields of a date have it. */
export function typedOfDay(day: string): Typed {
  const [year = '', month = '', date = ''] = day.split('-')
  return { 'dita-day': String(Number(date)), 'dita-month': String(Number(month)), 'dita-year': year }
}
