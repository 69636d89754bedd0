import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { OfficeLink } from '#ui/office-link.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import type { OfficeActView } from './office-view.ts'
import { ActState } from './plan-page.tsx'
import { yearTexts } from './texts.ts'
import { actUrl, yearOfficeUrls as urls } from './urls.ts'
import { PLANNED_ACT_KIND, YEAR_LIMITS } from './year-rules.ts'
import { dueWords, slippageWords } from './year-words-texts.ts'

type Props = { page: PageContext; view: OfficeActView; status?: string | null; typed?: Typed; errors?: FieldErrors }

/** One entry in the office: what it says, how it stands, and the deeds that everybody will read of. */
export const OfficeActPage = ({ page, view, status = null, typed = {}, errors = {} }: Props) => {
  const { lang } = page
  const t = yearTexts(lang)
  const { act, mayWrite, mayPublish } = view
  const subject = refOf(PLANNED_ACT_KIND, act.id)
  const slipped = act.state === 'published' ? slippageWords(lang, act, act.today, act.droppedOn) : null
  const standing = { page, view, typed, errors }
  return (
    <Layout
      page={page}
      title={act.title}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.plan(act.planId)), label: t.page.title(act.year) }}
    >
      <ErrorSummary title={textsIn(lang).office.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{act.title}</h1>
      <p class="govuk-body">
        <ActState lang={lang} act={act} />
      </p>
      {slipped && <p class="govuk-body">{slipped}</p>}
      {act.state === 'published' && (
        <p class="govuk-body">
          <a href={inLanguage(lang, actUrl(act))}>{t.office.plan.seePublic}</a>
        </p>
      )}
      <Facts lang={lang} view={view} />
      {mayWrite && act.state !== 'taken-down' && (
        <p class="govuk-body">
          <LinkButton href={inLanguage(lang, urls.change(act.id))}>{t.office.one.change}</LinkButton>
        </p>
      )}
      <Consultations lang={lang} view={view} />
      {mayWrite && act.state === 'draft' && <Remove lang={lang} id={act.id} />}
      {mayPublish && act.state === 'published' && act.droppedAt === null && <Adopt {...standing} />}
      {mayPublish && act.state === 'published' && act.adoptedOn === null && <DropOrResume {...standing} />}
      <OfficeLink lang={lang} href={officeUrls.history(subject)} label={t.office.history} />
      {view.mayTakeDown && <OfficeLink lang={lang} href={officeUrls.takeDown(subject)} label={t.office.takeDown} />}
    </Layout>
  )
}

type Part = { lang: Lang; view: OfficeActView }
type Standing = Required<Pick<Props, 'page' | 'view' | 'typed' | 'errors'>>

const Facts = ({ lang, view: { act, plan, followers } }: Part) => {
  const t = yearTexts(lang).page
  const p = t.page
  const planned = { true: p.consultationYes, false: p.consultationNo, null: p.unknown }
  return (
    <SummaryList
      rows={[
        { key: p.institution, value: plan.institutionName },
        { key: p.kind, value: act.actKind ? t.kinds[act.actKind] : p.unknown },
        { key: p.due, value: dueWords(lang, act, act.year) },
        { key: p.proposer, value: act.proposer ?? p.unknown },
        { key: p.consultation, value: planned[`${act.consultationPlanned}`] },
        { key: p.decidingBody, value: act.decidingBody ?? p.unknown },
        ...(act.note ? [{ key: p.note, value: act.note }] : []),
        ...(act.dropReason ? [{ key: p.dropReason, value: act.dropReason }] : []),
        ...(act.adoptedOn
          ? [{ key: p.adopted, value: `${act.adoptedReference ?? ''}, ${formatDate(lang, act.adoptedOn)}` }]
          : []),
        ...(followers === null ? [] : [{ key: t.followed, value: yearTexts(lang).office.one.followers(followers) }]),
      ]}
    />
  )
}

const Consultations = ({ lang, view: { consultations } }: Part) => {
  const t = yearTexts(lang).office.one
  return (
    <section>
      <h2 class="govuk-heading-m">{t.consultations}</h2>
      {consultations.length === 0 ? (
        <EmptyState>{t.noConsultations}</EmptyState>
      ) : (
        <ul class="govuk-list">
          {consultations.map(({ id, title, state }) => (
            <li>
              <a href={inLanguage(lang, officeUrls.consultation(id))}>{title}</a>
              {state === 'draft' && <span class="kv-quiet"> {t.draftConsultation}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const Remove = ({ lang, id }: { lang: Lang; id: string }) => {
  const t = yearTexts(lang).office.one
  return (
    <form method="post" action={inLanguage(lang, urls.remove(id))} data-submit-once>
      <h2 class="govuk-heading-m">{t.remove}</h2>
      <p class="govuk-body">{t.removeLead}</p>
      <Button kind="warning" preventDoubleClick>
        {t.remove}
      </Button>
    </form>
  )
}

const Adopt = ({ page: { lang }, view: { act }, typed, errors }: Standing) => {
  const t = yearTexts(lang).office.one
  const [year = '', month = '', day = ''] = act.adoptedOn?.split('-') ?? []
  const label = act.adoptedOn ? t.adoptCorrect : t.adopt
  return (
    <form method="post" action={inLanguage(lang, urls.adopt(act.id))} novalidate data-submit-once>
      <h2 class="govuk-heading-m">{label}</h2>
      <p class="govuk-body">{t.adoptLead}</p>
      <DateField
        name="miratuar"
        legend={t.adoptedOn}
        hint={t.adoptedHint}
        value={{
          day: typed['miratuar-day'] ?? day,
          month: typed['miratuar-month'] ?? month,
          year: typed['miratuar-year'] ?? year,
        }}
        error={errors.miratuar}
        dayLabel={t.day}
        monthLabel={t.month}
        yearLabel={t.year}
      />
      <TextField
        name="akti"
        label={t.reference}
        hint={t.referenceHint}
        value={typed.akti ?? act.adoptedReference ?? ''}
        error={errors.akti}
      />
      <Button kind="secondary" preventDoubleClick>
        {label}
      </Button>
    </form>
  )
}

const DropOrResume = ({ page: { lang }, view: { act }, typed, errors }: Standing) => {
  const t = yearTexts(lang).office
  const dropped = act.droppedAt !== null
  const label = dropped ? t.one.resume : t.one.drop
  return (
    <form
      method="post"
      action={inLanguage(lang, dropped ? urls.resume(act.id) : urls.drop(act.id))}
      novalidate
      data-submit-once
    >
      <h2 class="govuk-heading-m">{label}</h2>
      {!dropped && <p class="govuk-body">{t.one.dropLead}</p>}
      <TextAreaField
        name="arsyeja"
        label={dropped ? t.one.resumeReason : t.one.dropReason}
        hint={t.form.reasonHint}
        value={typed.arsyeja}
        error={errors.arsyeja}
        rows={3}
        maxLength={YEAR_LIMITS.reason}
        countText={t.charactersLeft}
      />
      <Button kind={dropped ? 'secondary' : 'warning'} preventDoubleClick>
        {label}
      </Button>
    </form>
  )
}
