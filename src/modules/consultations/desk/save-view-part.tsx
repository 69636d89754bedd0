import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { Details } from '#ui/details.tsx'
import { TextField } from '#ui/text-field.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'

type Props = {
  page: PageContext
  query: string
  form: string
  typed?: { name: string; shared: boolean }
  error?: string
}

/** Keeps the list as it is narrowed now, under a name. */
export const SaveView = ({ page: { lang }, query, form, typed = { name: '', shared: false }, error }: Props) => {
  const t = textsIn(lang).deskViews
  return (
    <Details summary={t.save} open={error !== undefined}>
      <form method="post" action={inLanguage(lang, officeUrls.commentViews())} novalidate data-submit-once>
        <input type="hidden" name="dergesa" value={form} />
        <input type="hidden" name="pyetja" value={query} />
        <TextField name="emri" label={t.name} value={typed.name} error={error} maxLength={60} />
        <CheckboxField name="ndare" label={t.shared} checked={typed.shared} small />
        <Button kind="secondary">{t.save}</Button>
      </form>
    </Details>
  )
}
