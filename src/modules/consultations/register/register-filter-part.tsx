import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { FilterForm } from '#ui/filter-form.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { ACT_KINDS, isTooShort } from '../consultation-rules.ts'
import { textsIn } from '../texts.ts'
import { isNarrowed } from './register-question-rules.ts'
import {
  readNumber,
  REGISTER_BASES,
  REGISTER_COUNTRIES,
  REGISTER_SORTS,
  REGISTER_STATES,
  SORT_WORDS,
} from './register-rules.ts'
import type { RegisterView } from './register-view.ts'
import { registerUrls as urls } from './urls.ts'

type Props = { lang: Lang; view: RegisterView }
type Option = { value: string; label: string }

const select = (name: string, label: string, value: string, any: string, options: readonly Option[]) => (
  <SelectField name={name} label={label} value={value} options={[{ value: '', label: any }, ...options]} />
)

/** What the register is narrowed by. Everything stands in the address, to be kept and sent on. */
export const RegisterFilter = ({ lang, view }: Props) => {
  const { register: t, list } = textsIn(lang)
  const { question } = view
  const here = inLanguage(lang, urls.list())
  const { words } = question
  return (
    <FilterForm
      action={here}
      legend={t.filter}
      submit={list.submit}
      clear={isNarrowed(question) ? { href: here, label: list.clear } : null}
    >
      <TextField
        name="q"
        label={t.words}
        value={words}
        type="search"
        error={isTooShort(words) && !readNumber(words) ? list.wordsShort : undefined}
      />
      <Whose lang={lang} view={view} />
      <What lang={lang} view={view} />
      <SelectField
        name="renditja"
        label={t.sort}
        value={SORT_WORDS[question.sort]}
        options={REGISTER_SORTS.map((sort) => ({ value: SORT_WORDS[sort], label: t.sorts[sort] }))}
      />
    </FilterForm>
  )
}

const Whose = ({ lang, view: { question, institutions, topics, places } }: Props) => {
  const { register: t, list } = textsIn(lang)
  return (
    <>
      {select(
        'institucioni',
        list.institution,
        question.institution,
        list.anyInstitution,
        institutions.map(({ slug, name }) => ({ value: slug, label: name })),
      )}
      {select(
        'shteti',
        t.country,
        question.country ?? '',
        t.anyCountry,
        REGISTER_COUNTRIES.map((value) => ({ value, label: t.countries[value] })),
      )}
      {select(
        'fusha',
        list.topic,
        question.topic,
        list.anyTopic,
        topics.map(({ id, name, depth }) => ({ value: id, label: `${'– '.repeat(depth - 1)}${name}` })),
      )}
      {places.length > 0 &&
        select(
          'vendi',
          list.place,
          question.place,
          list.anyPlace,
          places.map(({ id, name }) => ({ value: id, label: name })),
        )}
    </>
  )
}

const What = ({ lang, view: { question, years } }: Props) => {
  const { register: t, list, actKinds } = textsIn(lang)
  const { report } = question
  return (
    <>
      {select(
        'viti',
        t.year,
        question.year === null ? '' : String(question.year),
        t.anyYear,
        years.map((year) => ({ value: String(year), label: String(year) })),
      )}
      {select(
        'lloji',
        t.actKind,
        question.actKind ?? '',
        t.anyActKind,
        ACT_KINDS.map((value) => ({ value, label: actKinds[value] })),
      )}
      {select(
        'gjendja',
        list.phase,
        question.state ?? '',
        list.anyPhase,
        REGISTER_STATES.map((value) => ({ value, label: t.states[value] })),
      )}
      {select('raporti', t.report, report === null ? '' : report ? 'po' : 'jo', t.anyReport, [
        { value: 'po', label: t.withReport },
        { value: 'jo', label: t.withoutReport },
      ])}
      {select(
        'baza',
        t.basis,
        question.basis ?? '',
        t.anyBasis,
        REGISTER_BASES.map((value) => ({ value, label: t.bases[value] })),
      )}
    </>
  )
}
