import type { Typed } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { DateField } from '#ui/date-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { textsIn } from './texts.ts'

type Props = {
  lang: Lang
  name: string
  legend: string
  hint?: string
  error: string | undefined
  typed: Typed
}

/** A day and an hour of it. */
export const MomentField = ({ lang, name, legend, hint, error, typed }: Props) => {
  const t = textsIn(lang).offer
  const part = (which: string) => typed[`${name}-${which}`] ?? ''
  return (
    <>
      <DateField
        name={name}
        legend={legend}
        hint={hint}
        error={error}
        value={{ day: part('day'), month: part('month'), year: part('year') }}
        dayLabel={t.day}
        monthLabel={t.month}
        yearLabel={t.year}
        legendSize="s"
      />
      <TextField name={`${name}-ora`} label={t.hour} value={part('ora')} width="5" inputmode="numeric" />
    </>
  )
}
