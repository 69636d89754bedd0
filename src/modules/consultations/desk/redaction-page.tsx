import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { Words } from '../comments/comment-part.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import type { RedactionTyped } from './redaction-form.ts'
import type { KeptWords } from './redaction-queries.ts'
import { COVERED_KINDS, REDACTION_GROUNDS } from './redaction-rules.ts'
import type { RedactionView } from './redaction-view.ts'

type Props = {
  page: PageContext
  view: RedactionView
  typed: RedactionTyped
  form: string
  errors?: FieldErrors
  /** What would be left, once it has been looked at. */
  preview?: readonly KeptWords[] | null
}

/** Covers a person's data for good: choose, look, confirm a second time. */
export const RedactionPage = ({ page, view, typed, form, errors = {}, preview = null }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.redaction
  const { comment } = view
  return (
    <Layout
      page={page}
      title={t.title}
      office
      error={Object.keys(errors).length > 0}
      back={{
        href: inLanguage(lang, officeUrls.comment(comment.id)),
        label: texts.comment.permalink(comment.code),
      }}
    >
      <ErrorSummary title={texts.office.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{preview ? t.previewTitle : t.title}</h1>
      <WarningText assistive={t.beware}>{t.forGood}</WarningText>
      <p class="govuk-body">{t.what}</p>
      {preview ? (
        <Preview page={page} view={view} typed={typed} form={form} errors={errors} preview={preview} />
      ) : (
        <Choice lang={lang} view={view} typed={typed} errors={errors} />
      )}
    </Layout>
  )
}

type ChoiceProps = { lang: Lang; view: RedactionView; typed: RedactionTyped; errors: FieldErrors }

const Choice = ({ lang, view, typed, errors }: ChoiceProps) => {
  const t = textsIn(lang).redaction
  return (
    <form method="post" action={inLanguage(lang, officeUrls.redaction(view.comment.id))} novalidate>
      <input type="hidden" name="hapi" value="pamja" />
      <p class="govuk-body">{t.lead}</p>
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{t.offered}</legend>
        {view.offered.length === 0 && <p class="govuk-body">{t.offeredNone}</p>}
        {view.offered.map(({ words, kind }, n) => (
          <CheckboxField
            id={`gjetur-${n + 1}`}
            name="gjetur"
            value={words}
            label={`${words} (${t.kinds[kind]})`}
            checked={typed.offered.includes(words)}
            small
          />
        ))}
      </fieldset>
      <TextAreaField
        name="fjalet"
        label={t.typed}
        hint={t.typedHint}
        value={typed.words}
        error={errors.fjalet}
        rows={3}
      />
      <SelectField
        name="cfare"
        label={t.typedKind}
        value={typed.kind}
        options={COVERED_KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
      />
      <RadioField
        name="arsyeja"
        legend={t.ground}
        hint={t.groundHint}
        value={typed.ground}
        error={errors.arsyeja}
        small
        options={REDACTION_GROUNDS.map((ground) => ({ value: ground, label: t.grounds[ground] }))}
      />
      <Button>{t.preview}</Button>
    </form>
  )
}

const Preview = ({ page: { lang }, view, typed, form, errors, preview }: Required<Props>) => {
  const t = textsIn(lang).redaction
  const { comment } = view
  return (
    <>
      {(preview ?? []).map(({ part, n, words }) => (
        <section>
          <h2 class="govuk-heading-s">{[t.part[part], ...(n > 0 ? [t.version(n)] : [])].join(', ')}</h2>
          <div class="kv-comment__words" lang={comment.lang === lang ? undefined : comment.lang}>
            <Words words={words} />
          </div>
        </section>
      ))}
      <form method="post" action={inLanguage(lang, officeUrls.redaction(comment.id))} novalidate data-submit-once>
        <input type="hidden" name="hapi" value="kryerja" />
        <input type="hidden" name="dergesa" value={form} />
        <input type="hidden" name="versioni" value={String(comment.version)} />
        <input type="hidden" name="ndryshuar" value={view.changedAt.toISOString()} />
        {typed.offered.map((words) => (
          <input type="hidden" name="gjetur" value={words} />
        ))}
        <input type="hidden" name="fjalet" value={typed.words} />
        <input type="hidden" name="cfare" value={typed.kind} />
        <input type="hidden" name="arsyeja" value={typed.ground} />
        <CheckboxField name="kuptoj" label={t.understood} error={errors.kuptoj} />
        <Button kind="warning">{t.confirm}</Button>
      </form>
      <p class="govuk-body">
        <a href={inLanguage(lang, officeUrls.redaction(comment.id))}>{t.again}</a>
      </p>
    </>
  )
}
