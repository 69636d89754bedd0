import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, LANGUAGES } from '#platform/i18n/language.ts'
import type { DutyChoice } from '#platform/tasks/duty-queries.ts'
import { taskUrls } from '#platform/tasks/urls.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { taskTexts } from './texts.ts'

type Props = { page: PageContext; choice: DutyChoice; status: string | null }

/** Whether somebody wants the morning's letter. The hour is the institution's. */
export const DutyLetterPage = ({ page, choice, status }: Props) => {
  const { lang } = page
  const t = taskTexts(lang)
  const back = { href: inLanguage(lang, '/zyra'), label: t.task.back }
  return (
    <Layout page={page} title={t.letter.title} office back={back} status={status} robots="noindex">
      <h1>{t.letter.title}</h1>
      <p>{t.letter.lead}</p>
      <form method="post" action={inLanguage(lang, taskUrls.dutyLetter())}>
        <CheckboxField name="dua" label={t.letter.wanted} checked={choice.wanted} />
        <RadioField
          name="gjuha"
          legend={t.letter.lang}
          value={choice.lang}
          inline
          options={LANGUAGES.map((one) => ({ value: one, label: t.letter.langs[one] }))}
        />
        <Button>{t.letter.save}</Button>
      </form>
    </Layout>
  )
}
