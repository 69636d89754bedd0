import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { FilterForm } from '#ui/filter-form.tsx'
import { SelectField } from '#ui/select-field.tsx'
import type { Choice } from './choice-view.ts'
import { figureTexts } from './texts.ts'

type Props = {
  lang: Lang
  action: string
  choice: Pick<Choice, 'institutions' | 'institution' | 'year'>
  years: readonly number[]
  /** What stands for no institution at all. */
  noneLabel: string
}

/** Of which institution, and of which year. */
export const ChoiceForm = ({ lang, action, choice: { institutions, institution, year }, years, noneLabel }: Props) => {
  const t = figureTexts(lang)
  const shown = [...new Set([...years, year])].toSorted((a, b) => b - a)
  return (
    <FilterForm action={inLanguage(lang, action)} legend={t.filter} submit={t.show}>
      <SelectField
        name="institucioni"
        label={t.institution}
        value={institution?.slug ?? ''}
        options={[
          { value: '', label: noneLabel },
          ...institutions.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
      />
      <SelectField
        name="viti"
        label={t.year}
        value={String(year)}
        options={shown.map((one) => ({ value: String(one), label: String(one) }))}
      />
    </FilterForm>
  )
}
