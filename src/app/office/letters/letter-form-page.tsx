import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { LETTER_KINDS, LETTER_LIMITS } from '#platform/letters/official-letter-rules.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FieldSet } from '#ui/field.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { About } from './about-part.tsx'
import { textsIn } from './letters-texts.ts'
import { dateOf, ProtocolFields } from './protocol-part.tsx'
import { letterUrls } from './urls.ts'
import { WordsFields } from './words-part.tsx'

type Props = {
  page: PageContext
  /** Null for a new letter. */
  id: string | null
  typed: Typed
  records: readonly About[]
  errors: FieldErrors
}

/** The words and facts of a letter. */
export const LetterFormPage = ({ page, id, typed, records, errors }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  const title = id ? t.form.editTitle : t.form.newTitle
  const back = id ? letterUrls.one(id) : letterUrls.list()
  return (
    <Layout
      page={page}
      title={title}
      office
      robots="noindex"
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, back), label: id ? typed.lenda || t.letter.back : t.letter.back }}
    >
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <h1>{title}</h1>
      {/* In parts: a long letter is twice as long in the other encoding. */}
      <form
        method="post"
        action={inLanguage(lang, id ? letterUrls.edit(id) : letterUrls.fresh())}
        enctype="multipart/form-data"
        novalidate
        data-submit-once
      >
        {['institucioni', 'modeli', 'revisioni', 'dergesa'].map((name) => (
          <input type="hidden" name={name} value={typed[name] ?? ''} />
        ))}
        <SelectField
          name="lloji"
          label={t.form.kind}
          value={typed.lloji}
          error={errors.lloji}
          options={LETTER_KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
        />
        <AboutFields page={page} typed={typed} records={records} errors={errors} />
        <Addressee page={page} typed={typed} errors={errors} />
        <h2>{t.form.wordsTitle}</h2>
        <WordsFields page={page} typed={typed} errors={errors} most={LETTER_LIMITS.body} />
        <Deadline page={page} typed={typed} errors={errors} />
        <Signature page={page} typed={typed} errors={errors} />
        <Protocol page={page} typed={typed} errors={errors} />
        <Button>{t.form.save}</Button>
      </form>
    </Layout>
  )
}

type Part = Pick<Props, 'page' | 'typed' | 'errors'>

const AboutFields = ({ page: { lang }, typed, records, errors }: Part & Pick<Props, 'records'>) => {
  const t = textsIn(lang).form
  return (
    <>
      {records.length > 0 && (
        <FieldSet name="subjekti" legend={t.about} legendSize="m" hint={t.aboutHint} error={errors.subjekti}>
          {records.map(({ ref, title }, index) => (
            <CheckboxField
              name="subjekti"
              id={index === 0 ? 'subjekti' : `subjekti-${index + 1}`}
              value={ref}
              label={title ?? t.unknownSubject}
              checked
              small
            />
          ))}
        </FieldSet>
      )}
      <TextField name="shto" label={t.addSubject} hint={t.addSubjectHint} value={typed.shto} error={errors.shto} />
    </>
  )
}

const Addressee = ({ page: { lang }, typed, errors }: Part) => {
  const t = textsIn(lang).form
  return (
    <>
      <h2>{t.addresseeTitle}</h2>
      <TextField
        name="adresuesi"
        label={t.addressee}
        hint={t.addresseeHint}
        value={typed.adresuesi}
        error={errors.adresuesi}
      />
      <TextAreaField
        name="adresa"
        label={t.postal}
        hint={t.postalHint}
        value={typed.adresa}
        error={errors.adresa}
        rows={3}
      />
      <TextField
        name="posta"
        label={t.email}
        hint={t.emailHint}
        value={typed.posta}
        error={errors.posta}
        type="email"
        width="two-thirds"
      />
    </>
  )
}

const Deadline = ({ page: { lang }, typed, errors }: Part) => {
  const t = textsIn(lang).form
  const labels = { dayLabel: t.day, monthLabel: t.month, yearLabel: t.year }
  return (
    <>
      <h2>{t.deadlineTitle}</h2>
      <DateField
        name="afati"
        legend={t.deadlineLegend}
        hint={t.deadlineHint}
        value={dateOf(typed, 'afati')}
        error={errors.afati}
        {...labels}
      />
      <TextField name="baza" label={t.basis} hint={t.basisHint} value={typed.baza} error={errors.baza} />
    </>
  )
}

const Signature = ({ page: { lang }, typed, errors }: Part) => {
  const t = textsIn(lang).form
  return (
    <>
      <h2>{t.signTitle}</h2>
      <TextField name="nenshkruesi" label={t.signatory} value={typed.nenshkruesi} error={errors.nenshkruesi} />
      <TextField name="posti" label={t.post} value={typed.posti} error={errors.posti} />
      <TextAreaField
        name="bashkelidhjet"
        label={t.enclosures}
        hint={t.enclosuresHint}
        value={typed.bashkelidhjet}
        error={errors.bashkelidhjet}
        rows={3}
      />
    </>
  )
}

const Protocol = ({ page: { lang }, typed, errors }: Part) => {
  const t = textsIn(lang).form
  return (
    <>
      <h2>{t.protocolTitle}</h2>
      <ProtocolFields lang={lang} typed={typed} errors={errors} hint={t.protocolHint} />
      <TextField
        name="korrigjon"
        label={t.corrects}
        hint={t.correctsHint}
        value={typed.korrigjon}
        error={errors.korrigjon}
        width="10"
      />
    </>
  )
}
