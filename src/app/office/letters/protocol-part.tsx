import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { DateField } from '#ui/date-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { textsIn } from './letters-texts.ts'

/** What the three inputs of a date hold. */
export const dateOf = (typed: Typed, name: string) => ({
  day: typed[`${name}-day`] ?? '',
  month: typed[`${name}-month`] ?? '',
  year: typed[`${name}-year`] ?? '',
})

type Props = { lang: Lang; typed: Typed; errors: FieldErrors; hint: string | null }

/** Number and date of the paper register of the office. */
export const ProtocolFields = ({ lang, typed, errors, hint }: Props) => {
  const t = textsIn(lang).form
  return (
    <>
      <TextField
        name="protokolli"
        label={t.protocol}
        hint={hint ?? undefined}
        value={typed.protokolli}
        error={errors.protokolli}
        width="10"
      />
      <DateField
        name="protokolluar"
        legend={t.protocolDate}
        hint={t.dateHint}
        value={dateOf(typed, 'protokolluar')}
        error={errors.protokolluar}
        dayLabel={t.day}
        monthLabel={t.month}
        yearLabel={t.year}
      />
    </>
  )
}
