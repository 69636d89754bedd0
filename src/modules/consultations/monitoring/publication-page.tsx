import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { PlanDocument } from '../plan/plan-document-part.tsx'
import { textsIn } from '../texts.ts'
import { MONITORING_LIMITS } from './monitoring-rules.ts'
import type { FilledView } from './monitoring-view.ts'
import { monitoringUrls, officeMonitoringUrls as urls } from './urls.ts'

type Props = { page: PageContext; view: FilledView; typed?: Typed; errors?: FieldErrors; status?: string | null }

/** What would be published, as everybody would read it, and the press that does it. */
export const MonitoringPublicationPage = ({ page, view, typed = {}, errors = {}, status = null }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.monitoring.office.publication
  return (
    <Layout
      page={page}
      title={`${t.title}: ${view.plan.title}`}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.one(view.plan.id)), label: t.back }}
    >
      <ErrorSummary title={texts.office.errorTitle} errors={errors} />
      <p class="govuk-caption-l">
        {view.plan.title} · {view.plan.institutionName}
      </p>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.stage[view.stage]}</p>
      <h2 class="govuk-heading-m">{t.asRead}</h2>
      <PlanDocument lang={lang} blocks={view.blocks} />
      <Press page={page} view={view} typed={typed} errors={errors} />
      <Versions page={page} view={view} />
    </Layout>
  )
}

const Press = ({ page: { lang }, view, typed = {}, errors = {} }: Props) => {
  const texts = textsIn(lang)
  const { publication: t, errors: words } = texts.monitoring.office
  const { own, plan, lock } = view
  if (!view.mayPublish) return null
  if (own === null || !view.changed)
    return (
      <p class="govuk-body" id="publikimi">
        {own === null ? words.nothingWritten : words.nothingChanged}
      </p>
    )
  return (
    <form method="post" action={inLanguage(lang, urls.publication(plan.id))} id="publikimi" novalidate data-submit-once>
      <p class="govuk-body">{t.hint}</p>
      <input type="hidden" name="gjendja" value={lock} />
      {own.version > 0 && (
        <TextAreaField
          name="arsyeja"
          label={t.reason}
          hint={t.reasonHint}
          value={typed.arsyeja}
          error={errors.arsyeja}
          rows={3}
          maxLength={MONITORING_LIMITS.reasonMost}
          countText={texts.form.charactersLeft}
        />
      )}
      <Button kind="primary">{own.version === 0 ? t.publish : t.publishAgain(own.version + 1)}</Button>
    </form>
  )
}

const Versions = ({ page: { lang }, view: { plan, versions } }: Props) => {
  const t = textsIn(lang).monitoring
  if (versions.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t.page.versions}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {versions.map(({ n, stage, publishedAt, reason }) => (
          <li>
            <a href={inLanguage(lang, monitoringUrls.version(plan.id, n))}>
              {t.page.version(n, t.stages[stage], formatDay(lang, publishedAt, plan.zone))}
            </a>
            {reason !== null && <p class="kv-quiet">{t.page.reason(reason)}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}
