import type { Lang } from '#platform/i18n/language.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Details } from '#ui/details.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { CHANNELS, SENDER_KINDS } from '../comments/comment-rules.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { asksForDay, dayOf, FOUND, isNarrowed, SORTS, type DeskQuestion } from './desk-rules.ts'
import type { DeskChoices } from './desk-view.ts'

type Props = { lang: Lang; question: DeskQuestion; choices: DeskChoices }

/** The states an official can meet: what is unconfirmed or erased is not shown. */
export const SHOWN_STATES = ['waiting', 'published', 'held', 'withdrawn', 'taken-down'] as const

/** All that narrows the list of the desk. What is asked for rarely stands folded. */
export const DeskFilterForm = ({ lang, question, choices }: Props) => {
  const texts = textsIn(lang)
  const t = texts.office
  const list = inLanguage(lang, officeUrls.comments())
  const clear = { href: `${list}?pamja=te-gjitha`, label: t.clear }
  return (
    <FilterForm action={list} legend={t.filter} submit={t.submit} {...(isNarrowed(question) ? { clear } : {})}>
      <SelectField
        name="gjendja"
        label={t.state}
        value={question.state}
        options={[
          { value: '', label: t.anyState },
          ...SHOWN_STATES.map((state) => ({ value: state, label: t.states[state] })),
        ]}
      />
      <SelectField
        name="konsultimi"
        label={t.consultation}
        value={question.consultationId}
        options={[
          { value: '', label: t.anyConsultation },
          ...choices.consultations.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <TextField name="q" label={t.words} value={question.words} type="search" />
      <Article lang={lang} question={question} choices={choices} />
      <SelectField
        name="caktuar"
        label={texts.desk.assignee}
        value={question.assignee}
        options={[
          { value: '', label: texts.desk.anyAssignee },
          ...Object.entries(texts.desk.assignees).map(([value, label]) => ({ value, label })),
        ]}
      />
      <SelectField
        name="rendi"
        label={texts.desk.sort}
        value={question.sort}
        options={SORTS.map((sort) => ({ value: sort, label: texts.desk.sorts[sort] }))}
      />
      <div class="kv-desk-more">
        <Details summary={texts.desk.more} open={asksMore(question)}>
          <More lang={lang} question={question} choices={choices} />
        </Details>
      </div>
    </FilterForm>
  )
}

const asksMore = ({ channel, sender, found, label, lang, from, to, ...question }: DeskQuestion): boolean =>
  [channel, sender, found, label, lang].some((one) => one !== '') ||
  asksForDay(from) ||
  asksForDay(to) ||
  question.late ||
  question.suggestion ||
  question.answers ||
  question.unanswered ||
  question.file

const Article = ({ lang, question, choices }: Props) => {
  const texts = textsIn(lang)
  const t = texts.desk
  return (
    <SelectField
      name="neni"
      label={t.article}
      value={question.article}
      options={[
        { value: '', label: t.anyArticle },
        { value: 'tere', label: t.whole },
        { value: 'pa-nen', label: t.lost },
        ...choices.articles.map(({ nodeId, label, heading }) => ({
          value: nodeId,
          label: [`${texts.page.article} ${label ?? ''}`.trim(), heading].filter(Boolean).join(': ').slice(0, 90),
        })),
      ]}
    />
  )
}

const More = ({ lang, question, choices }: Props) => {
  const t = textsIn(lang).desk
  return (
    <div class="kv-filter__fields">
      <SelectField
        name="kanali"
        label={t.channel}
        value={question.channel}
        options={[
          { value: '', label: t.anyChannel },
          ...CHANNELS.map((channel) => ({ value: channel, label: t.channels[channel] })),
        ]}
      />
      <SelectField
        name="derguesi"
        label={t.sender}
        value={question.sender}
        options={[
          { value: '', label: t.anySender },
          ...SENDER_KINDS.map((kind) => ({ value: kind, label: t.senders[kind] })),
        ]}
      />
      <SelectField
        name="gjetur"
        label={t.found}
        value={question.found}
        options={[
          { value: '', label: t.anyFound },
          { value: 'po', label: t.foundAnything },
          ...FOUND.map((kind) => ({ value: kind, label: t.foundKinds[kind] })),
        ]}
      />
      <SelectField
        name="etiketa"
        label={t.label}
        value={question.label}
        options={[
          { value: '', label: t.anyLabel },
          ...choices.labels.map(({ id, name, consultation }) => ({
            value: id,
            label: question.consultationId ? name : `${name} (${consultation.slice(0, 50)})`,
          })),
        ]}
      />
      <SelectField
        name="gjuha"
        label={t.lang}
        value={question.lang}
        options={[
          { value: '', label: t.anyLang },
          ...Object.entries(t.languages).map(([value, label]) => ({ value, label })),
        ]}
      />
      <Day lang={lang} name="nga" legend={t.from} value={question.from} />
      <Day lang={lang} name="deri" legend={t.to} value={question.to} />
      <Only lang={lang} question={question} />
    </div>
  )
}

type DayProps = { lang: Lang; name: string; legend: string; value: DeskQuestion['from'] }

const Day = ({ lang, name, legend, value }: DayProps) => {
  const t = textsIn(lang).desk
  const error = asksForDay(value) && dayOf(value) === null ? t.noSuchDay : undefined
  return <DateField name={name} legend={legend} legendSize="s" value={value} error={error} {...t.days} />
}

const Only = ({ lang, question }: Omit<Props, 'choices'>) => {
  const t = textsIn(lang).desk
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{t.only}</legend>
      <CheckboxField name="vonese" label={t.late} checked={question.late} small />
      <CheckboxField name="formulim" label={t.suggestion} checked={question.suggestion} small />
      <CheckboxField name="pergjigje" label={t.answers} checked={question.answers} small />
      <CheckboxField
        name="pa-pergjigje"
        label={textsIn(lang).answers.office.withoutAnswer}
        checked={question.unanswered}
        small
      />
      <CheckboxField name="dokument" label={t.file} checked={question.file} small />
    </fieldset>
  )
}
