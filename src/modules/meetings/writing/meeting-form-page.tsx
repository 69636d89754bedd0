import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { LIMITS } from '../meeting-rules.ts'
import { textsIn } from '../texts.ts'
import { officeUrls as urls } from '../urls.ts'
import type { MeetingFormView } from './office-view.ts'
import { Words, Days, Place, People, Coming, Belongs } from './meeting-fields-part.tsx'

type Props = {
  page: PageContext
  /** Null for a new one. */
  id: string | null
  /** Everybody reads it: a change says why. */
  open: boolean
  view: MeetingFormView
  typed: Typed
  errors: FieldErrors
}
/** The facts of a meeting, new or changed. */
export const MeetingFormPage = ({ page, id, open, view, typed, errors }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.form
  const part = { lang, typed, errors }
  return (
    <Layout
      page={page}
      title={id ? t.changeTitle : t.createTitle}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, id ? urls.one(id) : urls.list()), label: id ? t.back : texts.title }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{id ? t.changeTitle : t.createTitle}</h1>
      <form method="post" action={inLanguage(lang, id ? urls.change(id) : urls.create())} novalidate data-submit-once>
        <input type="hidden" name="versioni" value={typed.versioni} />
        <input type="hidden" name="rreth" value={typed.rreth} />
        {id === null && <input type="hidden" name="dergesa" value={typed.dergesa} />}
        {id === null && (
          <SelectField
            name="institucioni"
            label={t.institution}
            value={typed.institucioni}
            error={errors.institucioni}
            options={view.institutions.map(({ id: value, name }) => ({ value, label: name }))}
          />
        )}
        <Words {...part} />
        <Days {...part} />
        <Place {...part} />
        <TextAreaField
          name="rendi"
          label={t.agenda}
          hint={t.agendaHint}
          value={typed.rendi}
          error={errors.rendi}
          rows={8}
        />
        <People {...part} />
        <Coming {...part} />
        <Belongs {...part} view={view} />
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
