import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Details } from '#ui/details.tsx'
import { FileField } from '#ui/file-field.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { COMMENT_LIMITS, SENDER_KINDS } from '../comments/comment-rules.ts'
import { textsIn } from '../texts.ts'
import { ENTRY_CHANNELS, TOLD } from './entry-rules.ts'

export type Filled = { lang: Lang; typed: Typed; errors: FieldErrors }

/** Another paper of the same number: where it is, and the box that says "I know". */
export type Taken = { href: string } | null

const dateOf = (typed: Typed, name: string) => ({
  day: typed[`${name}-day`] ?? '',
  month: typed[`${name}-month`] ?? '',
  year: typed[`${name}-year`] ?? '',
})

const Day = ({ lang, typed, errors, name, legend, hint }: Filled & { name: string; legend: string; hint?: string }) => {
  const t = textsIn(lang).entry.form
  return (
    <DateField
      name={name}
      legend={legend}
      hint={hint}
      value={dateOf(typed, name)}
      error={errors[name]}
      dayLabel={t.day}
      monthLabel={t.month}
      yearLabel={t.year}
    />
  )
}

/** The first field waits for the first letter: a clerk enters one after the other. */
export const WayField = ({ lang, typed, errors }: Filled) => {
  const texts = textsIn(lang).entry
  return (
    <RadioField
      name="menyra"
      legend={texts.form.channel}
      value={typed.menyra}
      error={errors.menyra}
      small
      inline
      options={ENTRY_CHANNELS.map((value) => ({ value, label: texts.channels[value] }))}
    />
  )
}

export const DayFields = (filled: Filled) => {
  const { lang, typed } = filled
  const t = textsIn(lang).entry.form
  return (
    <>
      <Day {...filled} name="thene" legend={t.happened} hint={t.happenedHint} />
      <Day {...filled} name="marre" legend={t.received} />
      <CheckboxField
        name="rekomande"
        label={t.registeredPost}
        hint={t.registeredPostHint}
        checked={typed.rekomande === 'po'}
        small
      />
    </>
  )
}

export const SenderKindField = ({ lang, typed }: Omit<Filled, 'errors'>) => {
  const texts = textsIn(lang).entry
  const kinds = SENDER_KINDS.map((value) => ({ value, label: texts.senderKinds[value] }))
  return (
    <SelectField
      name="lloji"
      label={texts.form.senderKind}
      value={typed.lloji ?? ''}
      options={[{ value: '', label: texts.form.senderKindUnknown }, ...kinds]}
    />
  )
}

export const SenderFields = ({ lang, typed, errors }: Filled) => {
  const t = textsIn(lang).entry.form
  const organisation = (
    <TextField
      name="organizata"
      label={t.organisation}
      value={typed.organizata}
      error={errors.organizata}
      autocomplete="off"
    />
  )
  return (
    <>
      <RadioField
        name="folesi"
        legend={t.speaker}
        value={typed.folesi}
        error={errors.folesi}
        small
        options={[
          { value: 'vete', label: t.person },
          { value: 'organizate', label: t.organisationOption, child: organisation },
        ]}
      />
      <TextField name="emri" label={t.name} value={typed.emri} error={errors.emri} autocomplete="off" />
      <RadioField
        name="emri-publik"
        legend={t.namePublic}
        hint={t.namePublicHint}
        value={typed['emri-publik'] === 'po' ? 'po' : 'jo'}
        error={errors['emri-publik']}
        small
        inline
        options={[
          { value: 'jo', label: t.nameNo },
          { value: 'po', label: t.nameYes },
        ]}
      />
      <SenderKindField lang={lang} typed={typed} />
      <EmailAndLang {...{ lang, typed, errors }} />
    </>
  )
}

export const EmailAndLang = ({ lang, typed, errors }: Filled) => {
  const t = textsIn(lang).entry.form
  return (
    <>
      <TextField
        name="adresa"
        label={t.email}
        hint={t.emailHint}
        value={typed.adresa}
        error={errors.adresa}
        type="email"
        autocomplete="off"
      />
      <SelectField
        name="gjuha"
        label={t.lang}
        value={typed.gjuha ?? 'sq'}
        options={[
          { value: 'sq', label: t.langSq },
          { value: 'en', label: t.langEn },
        ]}
      />
    </>
  )
}

type Article = { nodeId: string; label: string | null }

export const articleOptions = (lang: Lang, articles: readonly Article[]) => [
  { value: '', label: textsIn(lang).entry.form.articleWhole },
  ...articles.map(({ nodeId, label }) => ({
    value: nodeId,
    label: `${textsIn(lang).entry.split.article} ${label ?? '–'}`,
  })),
]

export const WordsFields = ({ lang, typed, errors, articles }: Filled & { articles: readonly Article[] }) => {
  const t = textsIn(lang).entry.form
  return (
    <>
      <TextAreaField
        name="komenti"
        label={t.words}
        hint={t.wordsHint}
        value={typed.komenti}
        error={errors.komenti}
        rows={7}
        maxLength={COMMENT_LIMITS.body}
        countText={t.charactersLeft}
      />
      {articles.length > 0 && (
        <>
          <SelectField
            name="neni"
            label={t.article}
            value={typed.neni ?? ''}
            error={errors.neni}
            options={articleOptions(lang, articles)}
          />
          <TextAreaField
            name="fragmenti"
            label={t.quote}
            hint={t.quoteHint}
            value={typed.fragmenti}
            error={errors.fragmenti}
            rows={2}
            lang="sq"
          />
        </>
      )}
    </>
  )
}

/** Under which numbers the paper is known: here, and where it comes from. */
const NumberFields = ({ taken, ...filled }: Filled & { taken: Taken }) => {
  const { lang, typed, errors } = filled
  const t = textsIn(lang).entry.form
  return (
    <>
      <TextField
        name="protokolli"
        label={t.protocol}
        value={typed.protokolli}
        error={errors.protokolli}
        width="10"
        autocomplete="off"
      />
      {taken && (
        <>
          <p class="govuk-body">
            <a href={inLanguage(lang, taken.href)}>{t.takenLink}</a>
          </p>
          <CheckboxField name="gjithsesi" label={t.evenIfTaken} checked={typed.gjithsesi === 'po'} />
        </>
      )}
      <Day {...filled} name="protokolluar" legend={t.protocolDate} />
      <TextField
        name="numri-jashtem"
        label={t.outside}
        value={typed['numri-jashtem']}
        error={errors['numri-jashtem']}
        width="10"
        autocomplete="off"
      />
    </>
  )
}

const BESIDE = ['titulli', 'protokolli', 'numri-jashtem', 'protokolluar-day']

/** Rarely needed at a counter; opened when one of them holds something, or is to be mended. */
export const BesideFields = ({ taken, files, ...filled }: Filled & { taken: Taken; files?: { lost: boolean } }) => {
  const { lang, typed, errors } = filled
  const t = textsIn(lang).entry.form
  const open = BESIDE.some((name) => typed[name]) || [...BESIDE, 'protokolluar', 'skanimet'].some((one) => errors[one])
  return (
    <>
      <RadioField
        name="njoftuar"
        legend={t.told}
        value={typed.njoftuar}
        small
        inline
        options={TOLD.map((value) => ({ value, label: textsIn(lang).entry.told[value] }))}
      />
      <Details summary={t.more} open={open}>
        {files && (
          <FileField
            name="skanimet"
            label={t.files}
            hint={files.lost ? `${t.filesAgain} ${t.filesHint}` : t.filesHint}
            error={errors.skanimet}
            accept=".pdf,.png,.jpg,.jpeg,.docx,.odt,.xlsx,.txt"
            multiple
          />
        )}
        <NumberFields {...filled} taken={taken} />
        <TextField
          name="titulli"
          label={t.deliveryTitle}
          hint={t.deliveryTitleHint}
          value={typed.titulli}
          error={errors.titulli}
          autocomplete="off"
        />
      </Details>
    </>
  )
}
