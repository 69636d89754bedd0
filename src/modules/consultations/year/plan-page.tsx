import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'
import { textsIn } from '../texts.ts'
import type { PlanView, ReckonedOfficeAct } from './office-view.ts'
import { plannedTone } from './planned-tone-part.ts'
import { yearTexts } from './texts.ts'
import { importUrl, yearOfficeUrls as urls, yearUrls } from './urls.ts'
import { slippageOf, targetOfPlan } from './year-rules.ts'
import { dueWords, slippageWords } from './year-words-texts.ts'

type Props = { page: PageContext; view: PlanView; status?: string | null; errors?: FieldErrors }

/** One plan in the office: its entries by month, what is not public yet, and the deeds of the plan as a whole. */
export const PlanPage = ({ page, view, status = null, errors = {} }: Props) => {
  const { lang } = page
  const t = yearTexts(lang)
  const { plan, acts, mayWrite } = view
  const title = t.page.title(plan.year)
  return (
    <Layout
      page={page}
      title={title}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.list()), label: t.office.title }}
    >
      <ErrorSummary title={textsIn(lang).office.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {plan.institutionName}.{' '}
        {plan.publishedAt ? t.office.plan.published(formatDay(lang, plan.publishedAt, plan.zone)) : t.office.plan.draft}
      </p>
      {plan.publishedAt && (
        <p class="govuk-body">
          <a href={`${inLanguage(lang, yearUrls.plan(plan.year))}?institucioni=${plan.institutionSlug}`}>
            {t.office.plan.seePublic}
          </a>
        </p>
      )}
      {mayWrite && <Ways lang={lang} view={view} />}
      {acts.length === 0 ? <EmptyState>{t.office.plan.empty}</EmptyState> : <Acts lang={lang} acts={acts} />}
      <Publish lang={lang} view={view} />
    </Layout>
  )
}

type Part = { lang: Lang; view: PlanView }

const Ways = ({ lang, view: { plan, before } }: Part) => {
  const t = yearTexts(lang).office.plan
  return (
    <>
      <p class="govuk-body">
        <LinkButton href={inLanguage(lang, urls.newAct(plan.id))}>{t.add}</LinkButton>{' '}
        <LinkButton kind="secondary" href={inLanguage(lang, importUrl(targetOfPlan(plan.id)))}>
          {t.import}
        </LinkButton>
      </p>
      {before && (
        <form method="post" action={inLanguage(lang, urls.carry(plan.id))} data-submit-once>
          <Button kind="secondary" preventDoubleClick>
            {t.carry(plan.year - 1)}
          </Button>
        </form>
      )}
    </>
  )
}

const Acts = ({ lang, acts }: { lang: Lang; acts: readonly ReckonedOfficeAct[] }) => {
  const t = yearTexts(lang)
  const c = t.office.plan.columns
  return (
    <DataTable
      caption={t.page.count(acts.length)}
      firstColumnHeader
      head={[
        { label: c.act, share: 'wide' },
        { label: c.due },
        { label: c.proposer },
        { label: c.state },
        { label: c.slippage },
      ]}
      rows={acts.map((act) => [
        <a href={inLanguage(lang, urls.act(act.id))}>{act.title}</a>,
        dueWords(lang, act, act.year),
        act.proposer ?? '–',
        <ActState lang={lang} act={act} />,
        act.state === 'published' ? (slippageWords(lang, act, act.today, act.droppedOn) ?? '–') : '–',
      ])}
    />
  )
}

export const ActState = ({ lang, act }: { lang: Lang; act: ReckonedOfficeAct }) => {
  const t = yearTexts(lang)
  if (act.state === 'draft') return <Tag tone="warning">{t.office.plan.stateDraft}</Tag>
  if (act.state === 'taken-down') return <Tag tone="stopped">{t.office.plan.stateTaken}</Tag>
  const slippage = slippageOf(act, act.today)
  return <Tag tone={plannedTone({ state: act.stands, slippage })}>{t.page.states[act.stands]}</Tag>
}

const Publish = ({ lang, view: { plan, mayPublish } }: Part) => {
  const t = yearTexts(lang).office.plan
  if (!mayPublish || plan.drafts === 0) return null
  const label = plan.publishedAt ? t.publishMore : t.publish
  return (
    <form method="post" action={inLanguage(lang, urls.publish(plan.id))} data-submit-once>
      <h2 class="govuk-heading-m">{label}</h2>
      <p class="govuk-body">{plan.publishedAt ? t.publishMoreLead : t.publishLead}</p>
      <Button preventDoubleClick>{label}</Button>
    </form>
  )
}
