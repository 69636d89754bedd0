import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { FieldHelp } from './field-help-part.tsx'
import { textsIn } from './letters-texts.ts'

type Props = {
  page: PageContext
  typed: Typed
  errors: FieldErrors
  /** How long the words may be. */
  most: number
}

/** The words of a letter or a template, in one language or two. */
export const WordsFields = (props: Props) => {
  const { page, typed, errors } = props
  const t = textsIn(page.lang)
  const other = typed.gjuha === 'en' || typed.gjuha === 'sr' ? typed.gjuha : null
  return (
    <>
      <SelectField
        name="gjuha"
        label={t.form.otherLang}
        value={typed.gjuha}
        error={errors.gjuha}
        options={[
          { value: '', label: t.form.onlyAlbanian },
          { value: 'en', label: t.form.twoLangs.en },
          { value: 'sr', label: t.form.twoLangs.sr },
        ]}
      />
      <FieldHelp page={page} />
      <InLanguage {...props} end="" lang="sq" />
      {/* Chosen later, it appears with the answer to the form; taken back, what was written is still sent along. */}
      {(other || typed['teksti-tjeter']) && <InLanguage {...props} end="-tjeter" lang={other ?? 'en'} />}
    </>
  )
}

type InLanguageProps = Props & { end: '' | '-tjeter'; lang: 'sq' | 'en' | 'sr' }

const InLanguage = ({ page, typed, errors, most, end, lang }: InLanguageProps) => {
  const t = textsIn(page.lang)
  const named = (label: string) => (end ? `${label} ${t.form.inLang(t.langs[lang])}` : label)
  const shown = lang === page.lang ? undefined : lang
  const field = (name: string) => ({
    name: `${name}${end}`,
    value: typed[`${name}${end}`],
    error: errors[`${name}${end}`],
  })
  return (
    <>
      <TextField {...field('lenda')} label={named(t.form.subjectLine)} lang={shown} />
      <TextAreaField
        {...field('teksti')}
        label={named(t.form.body)}
        hint={t.form.bodyHint}
        lang={shown}
        rows={16}
        maxLength={most}
        countText={t.form.charactersLeft}
      />
      <TextAreaField {...field('ankimi')} label={named(t.form.remedy)} hint={t.form.remedyHint} lang={shown} rows={4} />
    </>
  )
}
