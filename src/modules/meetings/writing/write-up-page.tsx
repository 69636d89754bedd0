import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { LIMITS, SECTORS } from '../meeting-rules.ts'
import { textsIn } from '../texts.ts'
import { officeUrls as urls } from '../urls.ts'
import type { OfficeMeetingView } from './office-view.ts'

type Props = { page: PageContext; view: OfficeMeetingView; typed: Typed; errors: FieldErrors }

/** How many came, and who was represented. It may be written long after, from paper. */
export const WriteUpPage = ({ page, view: { meeting, title }, typed, errors }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.writeUp
  return (
    <Layout
      page={page}
      title={t.title}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.one(meeting.id)), label: title }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      <form method="post" action={inLanguage(lang, urls.writeUp(meeting.id))} novalidate data-submit-once>
        <input type="hidden" name="versioni" value={typed.versioni ?? String(meeting.version)} />
        <Counts lang={page.lang} typed={typed} errors={errors} />
        <TextAreaField
          name="organizatat"
          label={t.organisations}
          hint={t.linesHint}
          value={typed.organizatat}
          error={errors.organizatat}
          rows={4}
        />
        <TextAreaField
          name="zyrtaret"
          label={t.officials}
          hint={t.officialsHint}
          value={typed.zyrtaret}
          error={errors.zyrtaret}
          rows={4}
        />
        <CheckboxField name="pelqimi" label={t.consent} checked={typed.pelqimi === 'po'} error={errors.pelqimi} />
        {meeting.writtenUpAt !== null && (
          <TextAreaField
            name="arsyeja"
            label={texts.form.reason}
            hint={texts.form.reasonHint}
            value={typed.arsyeja}
            error={errors.arsyeja}
            rows={3}
            maxLength={LIMITS.reason}
          />
        )}
        <Button preventDoubleClick>{t.submit}</Button>
      </form>
    </Layout>
  )
}

type CountProps = Pick<Props, 'typed' | 'errors'> & { lang: Lang }

const Counts = ({ lang, typed, errors }: CountProps) => {
  const texts = textsIn(lang)
  const t = texts.writeUp
  return (
    <>
      {SECTORS.map((sector) => (
        <fieldset class="govuk-fieldset kv-meeting-counts">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{texts.sectors[sector]}</legend>
          {(['nr', 'gra', 'burra'] as const).map((what) => (
            <TextField
              name={`${what}-${sector}`}
              label={t.counts[what]}
              value={typed[`${what}-${sector}`]}
              error={errors[`${what}-${sector}`]}
              width="5"
              inputmode="numeric"
            />
          ))}
        </fieldset>
      ))}
    </>
  )
}

/** The minutes, as a whole and to each point; saved for later, or published. */
export const MinutesPage = ({ page, view: { meeting, title, items }, typed, errors }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.minutes
  return (
    <Layout
      page={page}
      title={t.title}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.one(meeting.id)), label: title }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      <form method="post" action={inLanguage(lang, urls.minutes(meeting.id))} novalidate data-submit-once>
        <input type="hidden" name="pare" value={typed.pare} />
        <TextAreaField
          name="procesverbali"
          label={t.whole}
          value={typed.procesverbali}
          error={errors.procesverbali}
          rows={10}
          maxLength={LIMITS.minutes}
        />
        {items.map(({ id, ordinal, title: point }) => (
          <TextAreaField
            name={`pika-${id}`}
            label={t.item(ordinal, point)}
            value={typed[`pika-${id}`]}
            error={errors[`pika-${id}`]}
            rows={5}
            maxLength={LIMITS.itemMinutes}
          />
        ))}
        {meeting.minutesPublishedAt !== null && (
          <TextAreaField
            name="arsyeja"
            label={texts.form.reason}
            hint={texts.form.reasonHint}
            value={typed.arsyeja}
            error={errors.arsyeja}
            rows={3}
            maxLength={LIMITS.reason}
          />
        )}
        <p class="govuk-button-group">
          <Button name="si" value="publiko" preventDoubleClick>
            {t.publish}
          </Button>{' '}
          <Button name="si" value="ruaj" kind="secondary">
            {t.save}
          </Button>
        </p>
      </form>
    </Layout>
  )
}
