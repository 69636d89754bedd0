import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { ContactFields, DateFields, ProtocolFields, ScanFields } from './fields-part.tsx'
import { officeIntakeTexts } from './texts.ts'
import { intakeUrls } from './urls.ts'

type Props = {
  page: PageContext
  institutions: readonly InstitutionSummary[]
  typed: Typed
  errors: FieldErrors
  filesLost: boolean
  /** The protocol number stands with another paper: now the box that says "I know" is there. */
  taken: boolean
}

/** Rarely needed fields stand below; opened when one of them holds something. */
const BESIDE = ['shkruar-day', 'pranuar-day', 'protokolli', 'protokolluar-day', 'regjistruar']

/** One page, in the order in which a person at the counter tells it: who, what about, the words, how to answer. */
export const CounterPage = ({ page, institutions, typed, errors, filesLost, taken }: Props) => {
  const { lang } = page
  const texts = officeIntakeTexts(lang)
  const t = texts.counter
  const filled = { lang, typed, errors }
  const failed = Object.keys(errors).length > 0
  return (
    <Layout
      page={page}
      title={t.title}
      office
      error={failed}
      back={{ href: inLanguage(lang, intakeUrls.inbox()), label: texts.back }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <form
        class="kv-counter"
        method="post"
        action={inLanguage(lang, intakeUrls.counter())}
        enctype="multipart/form-data"
        novalidate
        data-submit-once
      >
        <input type="hidden" name="dergesa" value={typed.dergesa} />
        <Institution institutions={institutions} typed={typed} errors={errors} label={t.institution} />
        <TextField
          name="emri"
          label={t.name}
          value={typed.emri}
          error={errors.emri}
          autocomplete="off"
          autofocus={!failed}
        />
        <TextField name="lenda" label={t.about} value={typed.lenda} error={errors.lenda} autocomplete="off" />
        <TextAreaField
          name="fjalet"
          label={t.words}
          hint={t.wordsHint}
          value={typed.fjalet}
          error={errors.fjalet}
          rows={5}
        />
        <ScanFields {...filled} filesLost={filesLost} />
        <ContactFields {...filled} />
        <Beside lang={lang} typed={typed} errors={errors} taken={taken} />
        <Button kind="primary" preventDoubleClick>
          {t.submit}
        </Button>
      </form>
    </Layout>
  )
}

const Beside = (props: Pick<Props, 'typed' | 'errors' | 'taken'> & { lang: Lang }) => {
  const { lang, typed, errors, taken } = props
  const t = officeIntakeTexts(lang).counter
  const filled = { lang, typed, errors }
  const open = BESIDE.some((name) => typed[name]) || ['shkruar', 'pranuar', 'protokolli'].some((one) => errors[one])
  return (
    <Details summary={t.more} open={open}>
      <RadioField
        name="rruga"
        legend={t.channel}
        value={typed.rruga === 'paper' ? 'paper' : 'counter'}
        small
        options={[
          { value: 'counter', label: t.channelCounter },
          { value: 'paper', label: t.channelPaper },
        ]}
      />
      <DateFields {...filled} />
      <ProtocolFields {...filled} taken={taken} />
    </Details>
  )
}

type InstitutionProps = Pick<Props, 'institutions' | 'typed' | 'errors'> & { label: string }

const Institution = ({ institutions, typed, errors, label }: InstitutionProps) => {
  const [only, ...others] = institutions
  if (only && others.length === 0) return <input type="hidden" name="institucioni" value={only.id} />
  return (
    <SelectField
      name="institucioni"
      label={label}
      value={typed.institucioni}
      error={errors.institucioni}
      options={[{ value: '', label: '—' }, ...institutions.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  )
}
