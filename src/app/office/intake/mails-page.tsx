import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { SET_ASIDE_DAYS } from '#platform/intake/incoming-mail-rules.ts'
import type { WaitingMail } from '#platform/intake/incoming-mail-queries.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import type { SetAsideView, UnsortedView } from './mails-view.ts'
import { officeIntakeTexts } from './texts.ts'
import { intakeUrls } from './urls.ts'

/** Both countries keep the same time. */
const ZONE = 'Europe/Tirane'

type UnsortedProps = { page: PageContext; view: UnsortedView; errors: FieldErrors; status: string | null }

/** Whoever runs the installation sees the envelope and no more. */
export const UnsortedPage = ({ page, view, errors, status }: UnsortedProps) => {
  const { lang } = page
  const texts = officeIntakeTexts(lang)
  const t = texts.mails
  return (
    <Layout
      page={page}
      title={t.unsortedTitle}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, '/zyra'), label: 'Kuvend' }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.unsortedTitle}</h1>
      <p class="govuk-body">{t.unsortedHint}</p>
      {view.mails.length === 0 ? (
        <EmptyState>{t.empty}</EmptyState>
      ) : (
        <DataTable
          caption={t.unsortedTitle}
          captionHidden
          head={[
            { label: t.columns.received },
            { label: t.columns.from },
            { label: t.columns.to },
            { label: t.columns.deed },
          ]}
          rows={view.mails.map((mail) => [
            formatMoment(lang, mail.receivedAt, ZONE),
            mail.fromEmail ?? '—',
            mail.toAddresses.join(', ') || '—',
            <form method="post" action={inLanguage(lang, intakeUrls.giveTo(mail.id))} novalidate data-submit-once>
              <SelectField
                name={`institucioni-${mail.id}`}
                label={t.toInstitution}
                value=""
                error={errors[`institucioni-${mail.id}`]}
                options={[
                  { value: '', label: texts.page.choose },
                  ...view.institutions.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
              <Button kind="secondary">{t.sort}</Button>
            </form>,
          ])}
        />
      )}
    </Layout>
  )
}

type SetAsideProps = { page: PageContext; view: SetAsideView; errors: FieldErrors }

/** What was recognised as no letter; nothing of it is lost at once. */
export const SetAsidePage = ({ page, view, errors }: SetAsideProps) => {
  const { lang } = page
  const texts = officeIntakeTexts(lang)
  const t = texts.mails
  const list = inLanguage(lang, intakeUrls.setAside())
  return (
    <Layout
      page={page}
      title={t.setAsideTitle}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, intakeUrls.inbox()), label: texts.back }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.setAsideTitle}</h1>
      <p class="govuk-body">{t.setAsideHint(SET_ASIDE_DAYS)}</p>
      {view.mails.length === 0 ? (
        <EmptyState>{t.empty}</EmptyState>
      ) : (
        <DataTable
          caption={t.setAsideTitle}
          captionHidden
          head={[
            { label: t.columns.received },
            { label: t.columns.kind },
            { label: t.columns.from },
            { label: t.columns.about },
            { label: t.columns.deed },
          ]}
          rows={view.mails.map((mail) => [
            formatMoment(lang, mail.receivedAt, ZONE),
            texts.mailKinds[mail.kind],
            mail.fromEmail ?? t.forgotten,
            mail.about ?? t.forgotten,
            <Deed lang={lang} mail={mail} />,
          ])}
        />
      )}
      <Paging
        label={t.paging}
        older={view.older ? { href: `${list}?para=${view.older}`, label: t.older } : null}
        newer={view.before ? { href: list, label: t.newest } : null}
      />
    </Layout>
  )
}

const Deed = ({ lang, mail }: { lang: Lang; mail: WaitingMail }) => {
  const t = officeIntakeTexts(lang).mails
  if (mail.caseId) return <a href={inLanguage(lang, intakeUrls.one(mail.caseId))}>{t.isCase}</a>
  if (!mail.kept) return <>—</>
  return (
    <form method="post" action={inLanguage(lang, intakeUrls.makeCase(mail.id))} data-submit-once>
      <Button kind="secondary">{t.makeCase}</Button>
    </form>
  )
}
