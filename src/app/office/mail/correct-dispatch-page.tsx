import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextField } from '#ui/text-field.tsx'
import { DayField, SlipField, WayField } from './dispatch-part.tsx'
import type { DispatchDetail } from './dispatch-list-queries.ts'
import { mailTexts } from './texts.ts'
import { mailUrls } from './urls.ts'

type Props = { page: PageContext; paper: DispatchDetail; form: string; typed: Typed; errors: FieldErrors }

/** What was entered wrongly, entered anew. */
export const CorrectDispatchPage = ({ page, paper, form, typed, errors }: Props) => {
  const { lang } = page
  const t = mailTexts(lang)
  const values = { lang, typed, errors }
  const back = { href: inLanguage(lang, mailUrls.dispatch(paper.id)), label: paper.title }
  const failed = Object.keys(errors).length > 0
  return (
    <Layout page={page} title={t.one.correct} office back={back} robots="noindex" error={failed}>
      <ErrorSummary title={t.form.errors.title} errors={errors} />
      <h1>{t.one.correct}</h1>
      <p>{t.one.correctLead}</p>
      <form method="post" action={inLanguage(lang, mailUrls.correct(paper.id))} novalidate>
        <input type="hidden" name="versioni" value={String(paper.version)} />
        <input type="hidden" name="dergesa" value={form} />
        <WayField {...values} />
        <DayField {...values} legend={t.form.day} />
        <SlipField {...values} />
        <TextField
          name="arsyeja"
          label={t.one.correctReason}
          value={typed.arsyeja}
          error={errors.arsyeja}
          maxLength={1000}
        />
        <Button preventDoubleClick>{t.one.correctSend}</Button>
      </form>
    </Layout>
  )
}
