import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { MEETING_LIMITS as LIMITS } from './convening-rules.ts'
import { Beside, Calling, When } from './meeting-fields-part.tsx'
import type { MeetingFormView } from './office-view.ts'
import { conveningTexts } from './texts.ts'
import { conveningUrls as urls } from './urls.ts'

type Props = {
  page: PageContext
  /** Null for a new one. */
  id: string | null
  country: 'AL' | 'XK'
  /** Everybody reads it: a change says why. */
  open: boolean
  view: MeetingFormView
  typed: Typed
  errors: FieldErrors
}

/** The facts of a meeting, new or changed. */
export const MeetingFormPage = ({ page, id, country, open, view, typed, errors }: Props) => {
  const { lang } = page
  const texts = conveningTexts(lang)
  const t = texts.form
  const title = id ? t.changeTitle : t.createTitle
  const part = { lang, country, typed, errors, view }
  return (
    <Layout
      page={page}
      title={title}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, id ? urls.meeting(id) : urls.meetings()), label: id ? t.back : texts.meetings }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <form method="post" action={inLanguage(lang, id ? urls.change(id) : urls.create())} novalidate data-submit-once>
        <input type="hidden" name="versioni" value={typed.versioni} />
        {id === null && <input type="hidden" name="dergesa" value={typed.dergesa} />}
        {id === null && (
          <>
            <SelectField
              name="organi"
              label={t.body}
              value={typed.organi}
              error={errors.organi}
              options={view.bodies.map((one) => ({ value: one.id, label: one.name }))}
            />
            <CheckboxField name="kopjo" label={t.copy} hint={t.copyHint} checked={typed.kopjo === 'po'} small />
          </>
        )}
        <When {...part} />
        <Calling {...part} />
        <Beside {...part} />
        {open && (
          <TextAreaField
            name="arsyeja"
            label={t.reason}
            hint={t.reasonHint}
            value={typed.arsyeja}
            error={errors.arsyeja}
            rows={3}
            maxLength={LIMITS.reason}
          />
        )}
        <Button preventDoubleClick>{id ? t.save : t.create}</Button>
      </form>
    </Layout>
  )
}
