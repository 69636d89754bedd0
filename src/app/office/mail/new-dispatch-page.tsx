import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { DayField, SlipField, WayField } from './dispatch-part.tsx'
import type { NewDispatchView } from './dispatch-view.ts'
import { mailTexts } from './texts.ts'
import { mailUrls } from './urls.ts'

type Props = { page: PageContext; view: NewDispatchView; form: string; typed: Typed; errors: FieldErrors }

/** To enter what leaves the house, or has left it, about a record. */
export const NewDispatchPage = ({ page, view, form, typed, errors }: Props) => {
  const { lang } = page
  const t = mailTexts(lang).form
  const { subject } = view
  const values = { lang, typed, errors }
  const back = { href: inLanguage(lang, subject.officeHref), label: subject.title }
  const failed = Object.keys(errors).length > 0
  return (
    <Layout page={page} title={t.title} office back={back} robots="noindex" error={failed}>
      <ErrorSummary title={t.errors.title} errors={errors} />
      <h1>{t.title}</h1>
      <p>
        {t.about}: <span lang={subject.lang}>{subject.title}</span>
      </p>
      <form method="post" action={inLanguage(lang, mailUrls.newDispatch())} novalidate>
        <input type="hidden" name="dergesa" value={form} />
        <input type="hidden" name="subjekti" value={subject.ref} />
        <TextField name="emri" label={t.name} value={typed.emri} error={errors.emri} maxLength={200} />
        <TextAreaField name="adresa" label={t.postal} rows={3} value={typed.adresa} error={errors.adresa} />
        <WayField {...values} />
        <RadioField
          name="kur"
          legend={t.when}
          value={typed.kur}
          error={errors.kur}
          options={[
            { value: 'shtyp', label: t.whenPrint },
            { value: 'dale', label: t.whenSent },
          ]}
        />
        <DayField {...values} legend={t.day} hint={t.dayHint} />
        <SlipField {...values} />
        <Button preventDoubleClick>{t.send}</Button>
      </form>
    </Layout>
  )
}
