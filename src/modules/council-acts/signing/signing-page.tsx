import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { COUNTRY_WORDS } from '#platform/institutions/country-words-rules.ts'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { ActNav } from '../making/act-nav-part.tsx'
import { textsIn as actTexts } from '../texts.ts'
import { actOfficeUrls } from '../urls.ts'
import { EarlierFiles, FileReport, SignersList } from './signature-report-part.tsx'
import { WAYS } from './signing-rules.ts'
import type { SigningView } from './signing-view.ts'
import { signingTexts } from './texts.ts'
import { signingUrls } from './urls.ts'

export type SigningProps = {
  page: PageContext
  view: SigningView
  typed: Typed
  errors: FieldErrors
  formId: string
  status: string | null
  /** Where a document of the office lies. */
  fileHref: (id: string) => string
}

export const SigningPage = (props: SigningProps) => {
  const { page, view, errors, status } = props
  const { lang } = page
  const t = signingTexts(lang)
  const { act } = view
  return (
    <Layout
      page={page}
      title={`${t.title}: ${act.title}`}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, actOfficeUrls.list()), label: actTexts(lang).menu }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <span class="govuk-caption-l">{act.title}</span>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <ActNav lang={lang} act={act} current="signing" />
      {!view.signable && <p class="govuk-body">{act.state === 'void' ? t.void : t.notYet}</p>}
      {act.state !== 'void' && <Paper lang={lang} view={view} />}
      <Signers {...props} />
      <File {...props} />
    </Layout>
  )
}

const Paper = ({ lang, view: { act } }: { lang: Lang; view: SigningView }) => {
  const t = signingTexts(lang).paper
  return (
    <section>
      <h2 class="govuk-heading-m">{t.title}</h2>
      <p class="govuk-body">{t.lead}</p>
      {act.textState !== 'adopted' && !act.hasPlainText && <p class="govuk-body">{t.noText}</p>}
      <ul class="govuk-list">
        {['pdf', 'docx'].map((format) => (
          <li>
            <a href={inLanguage(lang, signingUrls.paper(act.id, format))}>
              {t.title} ({format.toUpperCase()})
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Signers = (props: SigningProps) => {
  const { page, view } = props
  const { lang } = page
  const t = signingTexts(lang).signers
  const { act } = view
  return (
    <section>
      <h2 class="govuk-heading-m">{t.title}</h2>
      {act.signedOn === null && act.chairName === null ? (
        <p class="govuk-body">{t.none}</p>
      ) : (
        <SignersList lang={lang} signers={act} />
      )}
      {view.mayWrite && <SignersForm {...props} />}
    </section>
  )
}

const SignersForm = ({ page, view, typed, errors, formId }: SigningProps) => {
  const { lang } = page
  const texts = signingTexts(lang)
  const t = texts.signers
  const { act, proposed } = view
  const [year = '', month = '', day = ''] = (act.signedOn ?? '').split('-')
  const part = (which: string, stands: string) => typed[`nenshkruar-${which}`] ?? stands.replace(/^0/, '')
  const secretary = act.jurisdiction === 'XK' ? t.secretaryXk : t.secretary
  return (
    <form method="post" action={inLanguage(lang, actOfficeUrls.signing(act.id))} novalidate data-submit-once>
      <Hidden formId={formId} version={act.version} />
      <p class="govuk-body">{t.lead}</p>
      <TextField
        name="kryesuesi"
        label={t.chair(COUNTRY_WORDS[act.jurisdiction][lang].councilChair)}
        value={typed.kryesuesi ?? act.chairName ?? proposed.chair ?? ''}
        error={errors.kryesuesi}
      />
      <TextField
        name="sekretari"
        label={secretary}
        hint={t.secretaryHint}
        value={typed.sekretari ?? (act.signedOn === null ? proposedSecretary(view) : (act.secretaryName ?? ''))}
        error={errors.sekretari}
      />
      <DateField
        name="nenshkruar"
        legend={t.day}
        legendSize="s"
        hint={t.dayHint(act.adoptedOn === null ? null : formatDate(lang, act.adoptedOn))}
        value={{ day: part('day', day), month: part('month', month), year: part('year', year) }}
        error={errors.nenshkruar}
        dayLabel={texts.day}
        monthLabel={texts.month}
        yearLabel={texts.year}
      />
      {view.needsReason.signers && (
        <TextField name="arsyeja" label={t.reason} hint={t.reasonHint} value={typed.arsyeja} error={errors.arsyeja} />
      )}
      <Button kind={act.signedOn === null ? 'primary' : 'secondary'} preventDoubleClick>
        {texts.save}
      </Button>
    </form>
  )
}

const proposedSecretary = ({ secretarySigns, proposed }: SigningView): string =>
  secretarySigns ? (proposed.secretary ?? '') : ''

const Hidden = ({ formId, version }: { formId: string; version: number }) => (
  <>
    <input type="hidden" name="dergesa" value={formId} />
    <input type="hidden" name="versioni" value={String(version)} />
  </>
)

const File = (props: SigningProps) => {
  const { page, view, fileHref } = props
  const { lang } = page
  const t = signingTexts(lang).file
  const { act, files } = view
  const [current, ...earlier] = files
  return (
    <section>
      <h2 class="govuk-heading-m">{t.title}</h2>
      {act.restricted && <p class="govuk-body">{t.restricted}</p>}
      {current ? (
        <FileReport lang={lang} file={current} zone={act.zone} href={fileHref} />
      ) : (
        <EmptyState>
          <p>{t.none}</p>
        </EmptyState>
      )}
      <EarlierFiles lang={lang} files={earlier} zone={act.zone} href={fileHref} />
      {view.mayWrite && <FileForm {...props} />}
    </section>
  )
}

const FileForm = ({ page, view, typed, errors, formId }: SigningProps) => {
  const { lang } = page
  const t = signingTexts(lang).file
  const { act } = view
  return (
    <form
      method="post"
      action={inLanguage(lang, signingUrls.file(act.id))}
      enctype="multipart/form-data"
      novalidate
      data-submit-once
    >
      <Hidden formId={formId} version={act.version} />
      <p class="govuk-body">{t.lead}</p>
      <RadioField
        name="menyra"
        legend={t.way}
        legendSize="s"
        value={typed.menyra ?? 'electronic'}
        error={errors.menyra}
        options={WAYS.map((value) => ({ value, label: t.ways[value] }))}
      />
      <FileField
        name="skedari"
        label={t.field}
        hint={t.hint}
        error={errors.skedari}
        accept="application/pdf,image/jpeg,image/png"
      />
      {view.needsReason.file && (
        <TextAreaField
          name="arsyeja-skedarit"
          label={t.reason}
          hint={t.reasonHint}
          rows={2}
          value={typed['arsyeja-skedarit'] ?? ''}
          error={errors['arsyeja-skedarit']}
        />
      )}
      <Button kind={act.signedOn !== null && view.files.length === 0 ? 'primary' : 'secondary'} preventDoubleClick>
        {view.files.length === 0 ? t.add : t.replace}
      </Button>
    </form>
  )
}
