import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { caseAddresses } from '#platform/intake/case-addresses.ts'
import { CASE_LIMITS, caseNumber } from '#platform/intake/case-rules.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Layout } from '#ui/layout.tsx'
import { NoticeBanner } from '#ui/notice-banner.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { writeTexts } from './texts.ts'
import { writeUrls } from './urls.ts'
import type { OwnLetterView, WriteView } from './write-view.ts'

/** To whom? */
export const ChoosePage = ({ page, choices }: { page: PageContext; choices: readonly InstitutionSummary[] }) => {
  const { lang } = page
  const t = writeTexts(lang).choose
  return (
    <Layout page={page} title={t.title} canonical={writeUrls.choose()}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body-l">{t.intro}</p>
      <h2 class="govuk-heading-m">{t.choose}</h2>
      {choices.length === 0 ? (
        <EmptyState>{t.empty}</EmptyState>
      ) : (
        <ul class="govuk-list govuk-list--spaced">
          {choices.map(({ slug, name }) => (
            <li>
              <a href={inLanguage(lang, writeUrls.form(slug))}>{name}</a>
            </li>
          ))}
        </ul>
      )}
      <p class="govuk-body">
        <a href={inLanguage(lang, writeUrls.lookup())}>{t.lookup}</a>
      </p>
    </Layout>
  )
}

type FormProps = { page: PageContext; view: WriteView; typed: Typed; errors: FieldErrors; filesLost: boolean }

/** The letter: who, what about, the words, and where the answer goes. One page, without script. */
export const WritePage = ({ page, view, typed, errors, filesLost }: FormProps) => {
  const { lang } = page
  const texts = writeTexts(lang)
  const t = texts.form
  const title = t.title(view.institution.name)
  return (
    <Layout
      page={page}
      title={title}
      robots="noindex"
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, writeUrls.choose()), label: t.other }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <form
        method="post"
        action={inLanguage(lang, writeUrls.form(view.institution.slug))}
        enctype="multipart/form-data"
        novalidate
        data-submit-once
      >
        <input type="hidden" name="dergesa" value={typed.dergesa} />
        <TextField name="emri" label={t.name} value={typed.emri} error={errors.emri} autocomplete="name" />
        <TextField name="lenda" label={t.about} value={typed.lenda} error={errors.lenda} />
        <TextAreaField
          name="shkrimi"
          label={t.words}
          hint={t.wordsHint}
          value={typed.shkrimi}
          error={errors.shkrimi}
          rows={9}
          maxLength={CASE_LIMITS.words}
          countText={t.charactersLeft}
        />
        <FileField
          name="dokumentet"
          label={t.files}
          hint={filesLost ? `${t.filesAgain} ${t.filesHint}` : t.filesHint}
          error={errors.dokumentet}
          accept=".pdf,.docx,.odt,.xlsx,.png,.jpg,.jpeg,.txt"
          multiple
        />
        <Contact page={page} typed={typed} errors={errors} />
        <Notices page={page} view={view} />
        <Button kind="primary" preventDoubleClick>
          {t.submit}
        </Button>
      </form>
    </Layout>
  )
}

const Contact = ({ page: { lang }, typed, errors }: Pick<FormProps, 'page' | 'typed' | 'errors'>) => {
  const t = writeTexts(lang).form
  return (
    <>
      <TextField
        name="adresa"
        label={t.email}
        hint={t.emailHint}
        value={typed.adresa}
        error={errors.adresa}
        type="email"
        autocomplete="email"
      />
      <TextField
        name="telefoni"
        label={t.telephone}
        value={typed.telefoni}
        error={errors.telefoni}
        type="tel"
        autocomplete="tel"
        width="half"
      />
      <TextAreaField
        name="adresa-postare"
        label={t.postal}
        value={typed['adresa-postare']}
        error={errors['adresa-postare']}
        rows={2}
      />
    </>
  )
}

const Notices = ({ page: { lang }, view: { desk, institution } }: Pick<FormProps, 'page' | 'view'>) => {
  const t = writeTexts(lang).form
  return (
    <>
      <Details summary={t.noEmail}>
        <p class="govuk-body">{t.noEmailWords}</p>
        {desk && <p class="govuk-body">{[institution.name, desk.postal, desk.telephone].filter(Boolean).join(', ')}</p>}
      </Details>
      <section class="kv-notice" aria-labelledby="ruhet">
        <h2 class="govuk-heading-s" id="ruhet">
          {t.privacyTitle}
        </h2>
        <ul class="govuk-list govuk-list--bullet">
          {t.privacy.map((point) => (
            <li>{point}</li>
          ))}
        </ul>
        <p class="govuk-body">
          <a href={inLanguage(lang, '/privatesia')}>{t.privacyLink}</a>
        </p>
      </section>
    </>
  )
}

/** Sent, not yet counted: what to do next. Holds nothing about who sent it. */
export const SentPage = ({ page }: { page: PageContext }) => {
  const { lang } = page
  const t = writeTexts(lang).sent
  return (
    <Layout page={page} title={t.title} robots="noindex">
      <h1 class="govuk-heading-l">{t.title}</h1>
      {t.words.map((words) => (
        <p class="govuk-body">{words}</p>
      ))}
      {page.demo && (
        <NoticeBanner title={t.demo}>
          <p>
            <a href={inLanguage(lang, '/zyra/posta')}>{t.demoLink}</a>
          </p>
        </NoticeBanner>
      )}
      <p class="govuk-body">
        <a href={inLanguage(lang, '/')}>{t.back}</a>
      </p>
    </Layout>
  )
}

/** Behind the private link: one button; afterwards the number and the code. */
export const OwnLetterPage = ({ page, view, token }: { page: PageContext; view: OwnLetterView; token: string }) => {
  const { lang } = page
  const t = writeTexts(lang).letter
  const { letter, institution } = view
  const facts = [
    { key: t.to, value: institution.name },
    { key: t.about, value: letter.about ?? '' },
  ]
  if (letter.state !== 'sent') return <Received page={page} view={view} />
  if (view.tooLate) {
    return (
      <Layout page={page} title={t.tooLateTitle} robots="noindex">
        <h1 class="govuk-heading-l">{t.tooLateTitle}</h1>
        <p class="govuk-body">{t.tooLate}</p>
        <LinkButton href={inLanguage(lang, writeUrls.form(institution.slug))}>{t.again}</LinkButton>
      </Layout>
    )
  }
  return (
    <Layout page={page} title={t.confirmTitle} robots="noindex">
      <h1 class="govuk-heading-l">{t.confirmTitle}</h1>
      <SummaryList rows={facts} />
      <p class="govuk-body">{t.confirmWords}</p>
      <form method="post" action={inLanguage(lang, writeUrls.confirmation(token))} data-submit-once>
        <Button kind="primary" preventDoubleClick>
          {t.confirm}
        </Button>
      </form>
    </Layout>
  )
}

const Received = ({ page, view: { letter, institution } }: { page: PageContext; view: OwnLetterView }) => {
  const { lang } = page
  const t = writeTexts(lang).letter
  const number = caseNumber(letter)
  return (
    <Layout page={page} title={t.receiptTitle} robots="noindex">
      <h1 class="govuk-heading-l">{t.receiptTitle}</h1>
      <SummaryList
        rows={[
          { key: t.number, value: <strong>{number}</strong> },
          { key: t.code, value: <strong>{letter.code}</strong> },
          { key: t.to, value: institution.name },
          { key: t.about, value: letter.about ?? '' },
          { key: t.received, value: formatMoment(lang, letter.receivedAt, letter.zone) },
        ]}
      />
      <p class="govuk-body">{t.keep}</p>
      <LinkButton href={inLanguage(lang, caseAddresses.lookup(number, letter.code ?? ''))}>{t.see}</LinkButton>
    </Layout>
  )
}
