import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { caseNumber } from '#platform/intake/case-rules.ts'
import type { CaseDetail } from '#platform/intake/office-case-queries.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { ContactFields, DateFields, Day, ProtocolFields, ScanFields } from './fields-part.tsx'
import { officeIntakeTexts } from './texts.ts'
import { intakeUrls } from './urls.ts'

type Props = { page: PageContext; case: CaseDetail; typed: Typed; errors: FieldErrors }

/** What was typed wrong is put right here, with the reason. */
export const CorrectPage = ({ page, case: one, typed, errors }: Props) => {
  const { lang } = page
  const texts = officeIntakeTexts(lang)
  const t = texts.correct
  const filled = { lang, typed, errors }
  return (
    <Layout
      page={page}
      title={`${t.title}: ${caseNumber(one)}`}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, intakeUrls.one(one.id)), label: texts.kindOfCase(caseNumber(one)) }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-hint">{t.hint}</p>
      <form method="post" action={inLanguage(lang, intakeUrls.correct(one.id))} novalidate data-submit-once>
        <input type="hidden" name="versioni" value={typed.versioni} />
        <TextField name="emri" label={texts.counter.name} value={typed.emri} error={errors.emri} autocomplete="off" />
        <TextField name="lenda" label={texts.counter.about} value={typed.lenda} error={errors.lenda} />
        <TextAreaField name="fjalet" label={texts.page.letter} value={typed.fjalet} error={errors.fjalet} rows={8} />
        <ContactFields {...filled} />
        <DateFields {...filled} />
        <TextAreaField name="arsyeja" label={t.reason} value={typed.arsyeja} error={errors.arsyeja} rows={2} />
        <Button kind="primary">{t.submit}</Button>
      </form>
    </Layout>
  )
}

/** A paper or a scan that came later. */
export const PaperPage = ({ page, case: one, typed, errors, filesLost }: Props & { filesLost: boolean }) => {
  const { lang } = page
  const texts = officeIntakeTexts(lang)
  const t = texts.paper
  const filled = { lang, typed, errors }
  return (
    <Layout
      page={page}
      title={`${t.title}: ${caseNumber(one)}`}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, intakeUrls.one(one.id)), label: texts.kindOfCase(caseNumber(one)) }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <form
        method="post"
        action={inLanguage(lang, intakeUrls.papers(one.id))}
        enctype="multipart/form-data"
        novalidate
        data-submit-once
      >
        <input type="hidden" name="dergesa" value={typed.dergesa} />
        <ScanFields {...filled} filesLost={filesLost} />
        <TextField name="lenda" label={t.about} value={typed.lenda} error={errors.lenda} />
        <TextAreaField name="fjalet" label={t.words} value={typed.fjalet} error={errors.fjalet} rows={4} />
        <RadioField
          name="rruga"
          legend={t.channel}
          value={typed.rruga === 'paper' ? 'paper' : 'counter'}
          small
          options={[
            { value: 'counter', label: texts.counter.channelCounter },
            { value: 'paper', label: texts.counter.channelPaper },
          ]}
        />
        <Day {...filled} name="pranuar" legend={texts.counter.received} hint={texts.counter.receivedHint} />
        <ProtocolFields {...filled} taken={false} />
        <Button kind="primary">{t.submit}</Button>
      </form>
    </Layout>
  )
}
