import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { DOCUMENT_KIND, TAKEDOWN_GROUNDS, TAKEDOWN_LIMITS } from '#platform/takedowns/takedown-rules.ts'
import { takedownTextsIn } from '#platform/takedowns/takedown-texts.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { takedownOfficeTexts } from './texts.ts'
import type { NewTakedownView } from './takedown-view.ts'
import { takedownUrls } from './urls.ts'

type Props = { page: PageContext; view: NewTakedownView; typed: Typed; errors: FieldErrors }

/** Something is public that must not be: what, why, and away with it. */
export const NewTakedownPage = ({ page, view, typed, errors }: Props) => {
  const { lang } = page
  const t = takedownOfficeTexts(lang)
  return (
    <Layout
      page={page}
      title={t.newTitle}
      office
      robots="noindex"
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, takedownUrls.list()), label: t.title }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1>{t.newTitle}</h1>
      {view.chosen ? (
        <Chosen page={page} chosen={view.chosen} typed={typed} errors={errors} />
      ) : (
        <Find page={page} view={view} errors={errors} />
      )}
    </Layout>
  )
}

const Find = ({ page: { lang }, view, errors }: Omit<Props, 'typed'>) => {
  const t = takedownOfficeTexts(lang)
  return (
    <form method="get" action={inLanguage(lang, takedownUrls.new())}>
      <TextField name="adresa" label={t.address} hint={t.addressHint} value={view.address} error={errors.adresa} />
      <Button kind="secondary">{t.addressFind}</Button>
    </form>
  )
}

type ChosenProps = Omit<Props, 'view'> & { chosen: NonNullable<NewTakedownView['chosen']> }

const Chosen = ({ page: { lang }, chosen, typed, errors }: ChosenProps) => {
  const t = takedownOfficeTexts(lang)
  const isDocument = chosen.place.kind === DOCUMENT_KIND
  const title = isDocument ? `${chosen.title} (${t.documentOf(chosen.record.title)})` : chosen.title
  return (
    <>
      <SummaryList rows={[{ key: t.what, value: <a href={inLanguage(lang, chosen.record.officeHref)}>{title}</a> }]} />
      <p>{isDocument ? t.effects.document : t.effects.record}</p>
      {isDocument && <p>{t.effects.content}</p>}
      {chosen.files.length > 0 && <Files lang={lang} chosen={chosen} />}
      <form method="post" action={inLanguage(lang, takedownUrls.new())} novalidate data-submit-once>
        <input type="hidden" name="rekordi" value={chosen.ref} />
        <input type="hidden" name="dergesa" value={typed.dergesa} />
        <RadioField
          name="arsyeja"
          legend={t.ground}
          hint={t.groundHint}
          value={typed.arsyeja}
          error={errors.arsyeja}
          options={TAKEDOWN_GROUNDS.map((value) => ({ value, label: takedownTextsIn(lang).grounds[value] }))}
        />
        <TextAreaField
          name="shenimi"
          label={t.note}
          hint={t.noteHint}
          value={typed.shenimi}
          error={errors.shenimi}
          rows={3}
          maxLength={TAKEDOWN_LIMITS.note}
          countText={t.charactersLeft}
        />
        <CheckboxField
          name="konfirmimi"
          label={t.confirm}
          checked={typed.konfirmimi === 'po'}
          error={errors.konfirmimi}
        />
        <Button kind="warning" preventDoubleClick>
          {t.take}
        </Button>
      </form>
    </>
  )
}

const Files = ({ lang, chosen }: Pick<ChosenProps, 'chosen'> & { lang: PageContext['lang'] }) => {
  const t = takedownOfficeTexts(lang)
  return (
    <section aria-labelledby="skedaret">
      <h2 class="govuk-heading-s" id="skedaret">
        {t.files}
      </h2>
      <p>{t.filesHint}</p>
      <ul class="govuk-list govuk-list--bullet">
        {chosen.files.map((document) => (
          <li>
            <a href={inLanguage(lang, takedownUrls.newOf(refOf(DOCUMENT_KIND, document.id)))}>
              {t.fileTake(document.title)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
