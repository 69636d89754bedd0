import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay, formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { officeMonitoringUrls } from '../monitoring/urls.ts'
import { RecordLinks } from '../record-links-part.tsx'
import { textsIn } from '../texts.ts'
import { officePlanUrls, officeUrls, planUrls } from '../urls.ts'
import { MeasuresPart } from './measures-part.tsx'
import { PlanDocument } from './plan-document-part.tsx'
import { lockOf, PLAN_KIND, REASON_LENGTH } from './plan-rules.ts'
import { planTone } from './plan-tone-part.ts'
import type { PlanView } from './plan-view.ts'
import { warningWords } from './warning-texts.ts'

type Props = { page: PageContext; view: PlanView; typed?: Typed; errors?: FieldErrors; status?: string | null }

/** One plan in the office: its five sections, what does not agree in them, its consultation, its versions. */
export const PlanPage = ({ page, view, typed = {}, errors = {}, status = null }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.plans
  const { plan } = view
  return (
    <Layout
      page={page}
      title={plan.title}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, officePlanUrls.list()), label: t.overview.back }}
    >
      <ErrorSummary title={texts.office.errorTitle} errors={errors} />
      <p class="govuk-caption-l">
        {t.one} · {plan.institutionName}
      </p>
      <h1 class="govuk-heading-l">{plan.title}</h1>
      <p>
        <Tag tone={planTone(plan.state)}>{t.states[plan.state]}</Tag>{' '}
        {plan.state === 'published' && <a href={inLanguage(lang, planUrls.one(plan.id))}>{t.overview.seePublic}</a>}
      </p>
      <p class="govuk-body">
        <a href={inLanguage(lang, officeMonitoringUrls.one(plan.id))}>{texts.monitoring.office.title}</a>
      </p>
      {plan.copiedFromId && (
        <p class="govuk-body">
          <a href={inLanguage(lang, officePlanUrls.one(plan.copiedFromId))}>{t.overview.copied}</a>
        </p>
      )}
      <Sections page={page} view={view} />
      <Warnings page={page} view={view} />
      {view.mayWrite && <MeasuresPart lang={lang} planId={plan.id} zone={plan.zone} measures={view.measures} />}
      <Consultation page={page} view={view} errors={errors} />
      {view.mayPublish && <Publishing page={page} view={view} typed={typed} errors={errors} />}
      <Versions page={page} view={view} />
      <Details summary={t.overview.asRead} open={!view.mayWrite}>
        <PlanDocument lang={lang} blocks={view.blocks} />
      </Details>
      <RecordLinks lang={lang} subject={refOf(PLAN_KIND, plan.id)} mayTakeDown={view.mayTakeDown} />
    </Layout>
  )
}

type Part = Pick<Props, 'page' | 'view'>

const Sections = ({ page: { lang }, view: { plan, sections } }: Part) => {
  const t = textsIn(lang).plans
  return (
    <DataTable
      caption={t.overview.sections}
      firstColumnHeader
      head={[{ label: t.overview.section }, { label: t.list.columns.changed }]}
      rows={sections.map(({ section, changedAt, changedBy }) => {
        const when = formatMoment(lang, changedAt, plan.zone)
        return [
          <a href={inLanguage(lang, officePlanUrls.section(plan.id, section))}>
            {section}. {t.form.sections[section]}
          </a>,
          changedBy === null ? t.overview.saved(when) : t.overview.savedBy(changedBy, when),
        ]
      })}
    />
  )
}

const Warnings = ({ page: { lang }, view: { warnings } }: Part) => {
  const t = textsIn(lang).plans.overview
  if (warnings.length === 0) return <p class="govuk-body">{t.noWarnings}</p>
  return (
    <Inset>
      <h2 class="govuk-heading-s">{t.warnings}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {warnings.map((warning) => (
          <li>{warningWords(lang, warning)}</li>
        ))}
      </ul>
      <p class="govuk-body">{t.warningsHint}</p>
    </Inset>
  )
}

const Consultation = ({ page: { lang }, view, errors }: Part & { errors: FieldErrors }) => {
  const t = textsIn(lang).plans.overview
  const { plan, consultations, toLink, mayWrite } = view
  const action = inLanguage(lang, officePlanUrls.link(plan.id))
  return (
    <section aria-labelledby="konsultimi-titulli">
      <h2 class="govuk-heading-m" id="konsultimi-titulli">
        {t.consultation}
      </h2>
      {consultations.length === 0 && <p class="govuk-body">{t.noConsultation}</p>}
      {consultations.map(({ id, title }) => (
        <form method="post" action={action}>
          <p class="govuk-body">
            <a href={inLanguage(lang, officeUrls.consultation(id))}>{title}</a>
          </p>
          {mayWrite && (
            <>
              <input type="hidden" name="konsultimi" value={id} />
              <Button kind="secondary" name="veprimi" value="shkeput">
                {t.unlink}
              </Button>
            </>
          )}
        </form>
      ))}
      {mayWrite && toLink.length > 0 && (
        <form method="post" action={action} novalidate>
          <SelectField
            name="konsultimi"
            label={t.choose}
            error={errors.konsultimi}
            options={toLink.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <Button kind="secondary" name="veprimi" value="lidh">
            {t.link}
          </Button>
        </form>
      )}
      {mayWrite && toLink.length === 0 && consultations.length === 0 && <p class="govuk-body">{t.noneToLink}</p>}
    </section>
  )
}

const Publishing = ({ page: { lang }, view, typed, errors }: Required<Omit<Props, 'status'>>) => {
  const texts = textsIn(lang)
  const t = texts.plans.overview
  const { plan, sections, changed } = view
  return (
    <section aria-labelledby="publikimi-titulli">
      <h2 class="govuk-heading-m" id="publikimi-titulli">
        {t.publishTitle}
      </h2>
      {changed ? (
        <form
          method="post"
          action={inLanguage(lang, officePlanUrls.publish(plan.id))}
          id="publikimi"
          novalidate
          data-submit-once
        >
          <p class="govuk-body">{t.publishHint}</p>
          <input type="hidden" name="gjendja" value={lockOf(sections)} />
          {plan.version > 0 && (
            <TextAreaField
              name="arsyeja"
              label={t.reason}
              hint={t.reasonHint}
              value={typed.arsyeja}
              error={errors.arsyeja}
              rows={3}
              maxLength={REASON_LENGTH.most}
              countText={texts.form.charactersLeft}
            />
          )}
          <Button kind="primary">{plan.version === 0 ? t.publish : t.publishAgain(plan.version + 1)}</Button>
        </form>
      ) : (
        <p class="govuk-body" id="publikimi">
          {t.nothingNew}
        </p>
      )}
    </section>
  )
}

const Versions = ({ page: { lang }, view: { plan, versions } }: Part) => {
  const t = textsIn(lang).plans
  if (versions.length === 0) return null
  return (
    <section aria-labelledby="versionet">
      <h2 class="govuk-heading-m" id="versionet">
        {t.overview.versions}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {versions.map(({ n, publishedAt, reason }) => (
          <li>
            <a href={inLanguage(lang, planUrls.version(plan.id, n))}>
              {t.page.version(n, formatDay(lang, publishedAt, plan.zone))}
            </a>
            {reason !== null && <p class="kv-quiet">{t.page.reason(reason)}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
