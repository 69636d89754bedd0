import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { FilterForm } from '#ui/filter-form.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { ACT_KINDS, LEGALITIES, NATURES } from '../act-rules.ts'
import { textsIn as actTextsIn } from '../texts.ts'
import { actUrls } from '../urls.ts'
import {
  COUNTRIES,
  isNarrowed,
  PROPOSERS,
  REGISTER_SORTS,
  SHOWN_FORCES,
  SORT_WORDS,
  type RegisterQuestion,
} from './register-question-rules.ts'
import type { Choices } from './register-view.ts'
import { textsIn } from './texts.ts'

type Part = { lang: Lang; question: RegisterQuestion; choices: Choices }
type Option = { value: string; label: string }

const select = (name: string, label: string, value: string | null, any: string, options: readonly Option[]) => (
  <SelectField name={name} label={label} value={value ?? ''} options={[{ value: '', label: any }, ...options]} />
)

/** What the register is narrowed by. Everything stands in the address, to be kept and sent on. */
export const RegisterFilter = ({ lang, question, choices, tooShort }: Part & { tooShort: boolean }) => {
  const t = textsIn(lang)
  const here = inLanguage(lang, actUrls.register())
  return (
    <FilterForm
      action={here}
      legend={t.filter}
      submit={t.submit}
      clear={isNarrowed(question) ? { href: here, label: t.clear } : null}
    >
      <TextField
        name="q"
        label={t.words}
        hint={t.wordsHint}
        value={question.words}
        type="search"
        error={tooShort ? t.wordsShort : undefined}
      />
      <Whose lang={lang} question={question} choices={choices} />
      <What lang={lang} question={question} />
      <SelectField
        name="renditja"
        label={t.sort}
        value={SORT_WORDS[question.sort]}
        options={REGISTER_SORTS.map((sort) => ({ value: SORT_WORDS[sort], label: t.sorts[sort] }))}
      />
      <More lang={lang} question={question} choices={choices} />
    </FilterForm>
  )
}

const Whose = ({ lang, question, choices: { institutions, years } }: Part) => {
  const t = textsIn(lang)
  return (
    <>
      {select(
        'institucioni',
        t.institution,
        question.institution,
        t.anyInstitution,
        institutions.map(({ slug, name }) => ({ value: slug, label: name })),
      )}
      {new Set(institutions.map(({ jurisdiction }) => jurisdiction)).size > 1 &&
        select(
          'shteti',
          t.country,
          question.country,
          t.anyCountry,
          COUNTRIES.map((value) => ({ value, label: t.countries[value] })),
        )}
      {select(
        'viti',
        t.year,
        question.year === null ? '' : String(question.year),
        t.anyYear,
        years.map((year) => ({ value: String(year), label: String(year) })),
      )}
    </>
  )
}

const What = ({ lang, question }: Omit<Part, 'choices'>) => {
  const t = textsIn(lang)
  const acts = actTextsIn(lang)
  return (
    <>
      {select(
        'lloji',
        t.kind,
        question.kind,
        t.anyKind,
        ACT_KINDS.map((value) => ({ value, label: acts.kinds[value] })),
      )}
      {select(
        'fuqia',
        t.force,
        question.force,
        t.anyForce,
        SHOWN_FORCES.map((value) => ({ value, label: acts.forces[value] })),
      )}
    </>
  )
}

/** What fewer people choose is folded away until it narrows. */
const More = ({ lang, question, choices }: Part) => {
  const t = textsIn(lang)
  const { legality, nature, commission, proposer, topic, place } = question
  const open = [legality, nature, commission, proposer, topic, place].some((chosen) => chosen !== null && chosen !== '')
  return (
    <details class="govuk-details" open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{t.more}</span>
      </summary>
      <Judged lang={lang} question={question} />
      <About lang={lang} question={question} choices={choices} />
    </details>
  )
}

const Judged = ({ lang, question }: Omit<Part, 'choices'>) => {
  const t = textsIn(lang)
  const acts = actTextsIn(lang)
  return (
    <>
      {select(
        'ligjshmeria',
        t.legality,
        question.legality,
        t.anyLegality,
        LEGALITIES.map((value) => ({ value, label: acts.legalities[value] })),
      )}
      {select(
        'natyra',
        t.nature,
        question.nature,
        t.anyNature,
        NATURES.map((value) => ({ value, label: acts.natures[value] })),
      )}
    </>
  )
}

const About = ({ lang, question, choices: { commissions, topics, places } }: Part) => {
  const t = textsIn(lang)
  return (
    <>
      {commissions.length > 0 &&
        select(
          'komisioni',
          t.commission,
          question.commission,
          t.anyCommission,
          commissions.map(({ value, name }) => ({ value, label: name })),
        )}
      {select(
        'propozuesi',
        t.proposer,
        question.proposer,
        t.anyProposer,
        PROPOSERS.map((value) => ({ value, label: t.proposers[value] })),
      )}
      {select(
        'fusha',
        t.topic,
        question.topic,
        t.anyTopic,
        topics.map(({ id, name, depth }) => ({ value: id, label: `${'– '.repeat(depth - 1)}${name}` })),
      )}
      {places.length > 0 &&
        select(
          'vendi',
          t.place,
          question.place,
          t.anyPlace,
          places.map(({ id, name }) => ({ value: id, label: name })),
        )}
    </>
  )
}
