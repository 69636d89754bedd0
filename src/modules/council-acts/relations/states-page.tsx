import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { versionUrls } from '#platform/texts/version-address-rules.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { isPublic, numberOf } from '../act-rules.ts'
import { announcingTexts } from '../announcing/texts.ts'
import { ActNav } from '../making/act-nav-part.tsx'
import { textsIn } from '../texts.ts'
import { actOfficeUrls, actUrls } from '../urls.ts'
import { Begin, Beside, changeName, type StatesPart } from './state-part.tsx'
import { relationTexts } from './texts.ts'
import { relationUrls as urls } from './urls.ts'

type Props = Omit<StatesPart, 'lang'> & { page: PageContext; status: string | null }

/** Which words hold from which day, what they lack, and the state that is being written. */
export const StatesPage = ({ page, view, typed, errors, status }: Props) => {
  const { lang } = page
  const t = relationTexts(lang)
  const { act } = view
  const part = { lang, view, typed, errors }
  return (
    <Layout
      page={page}
      title={t.states.title}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, actOfficeUrls.list()), label: textsIn(lang).menu }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <span class="govuk-caption-l">
        {textsIn(lang).kinds[act.kind]} {numberOf(act)}
      </span>
      <h1 class="govuk-heading-l" lang={act.lang === lang ? undefined : act.lang}>
        {act.title}
      </h1>
      <ActNav lang={lang} act={act} current="states" />
      <h2 class="govuk-heading-m">{t.states.title}</h2>
      {act.textId === null ? <EmptyState>{t.states.noText}</EmptyState> : <p class="govuk-body">{t.states.lead}</p>}
      {view.states.length > 0 && <States {...part} />}
      {view.states.length > 0 && <Lacking {...part} />}
      {view.plan === null ? <Begin {...part} /> : <Planned {...part} />}
      {view.beside.length > 0 && <Beside {...part} />}
    </Layout>
  )
}

const States = ({ lang, view: { act, states, now } }: StatesPart) => {
  const t = relationTexts(lang).states
  const record = actUrls.act(act.slug ?? '')
  const open = isPublic(act.state) && act.state === 'announced' && !act.restricted && act.slug !== null
  return (
    <DataTable
      caption={t.title}
      captionHidden
      head={[{ label: t.head.n }, { label: t.head.role }, { label: t.head.from }, { label: t.head.see }]}
      rows={states.map((one, at) => [
        open ? <a href={inLanguage(lang, versionUrls.one(record, one.n))}>{t.n(one.n)}</a> : t.n(one.n),
        <>
          {t.roles[one.role]} {one.versionId === now && <Tag tone="done">{t.now}</Tag>}
          {one.note !== null && <span class="kv-quiet"> {one.note}</span>}
        </>,
        one.holdsFrom === null ? '–' : formatDate(lang, one.holdsFrom),
        open && at > 0 ? (
          <a
            href={inLanguage(
              lang,
              versionUrls.comparison(record, { later: one.n, earlier: states[at - 1]?.n ?? one.n }),
            )}
          >
            {t.compare}
            <span class="govuk-visually-hidden"> {t.n(one.n)}</span>
          </a>
        ) : (
          '–'
        ),
      ])}
    />
  )
}

const Lacking = ({ lang, view: { lacking } }: StatesPart) => {
  const t = relationTexts(lang).states
  if (lacking.length === 0) return <p class="govuk-body">{t.lackingNone}</p>
  return (
    <section aria-labelledby="mungojne">
      <h2 class="govuk-heading-m" id="mungojne">
        {t.lacking}
      </h2>
      <WarningText assistive={announcingTexts(lang).warning}>{t.lackingLead}</WarningText>
      <ul class="govuk-list govuk-list--bullet">
        {lacking.map((one) => (
          <li>
            {changeName(lang, one)}
            {one.effectiveOn !== null && `, ${t.from(formatDate(lang, one.effectiveOn))}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was planned, with the way to the text and the way back. */
const Planned = ({ lang, view: { act, plan, mayDecide } }: StatesPart) => {
  const t = relationTexts(lang).states
  if (plan === null) return null
  return (
    <section aria-labelledby="po-shkruhet">
      <h2 class="govuk-heading-m" id="po-shkruhet">
        {t.planned}
      </h2>
      <SummaryList
        rows={[
          { key: t.plannedFrom, value: formatDate(lang, plan.holdsFrom) },
          {
            key: t.plannedPurpose,
            value: [t.purposes[plan.purpose], plan.note].filter(Boolean).join('. '),
          },
        ]}
      />
      <p class="govuk-body">{t.publishing}</p>
      {mayDecide && (
        <>
          <LinkButton href={inLanguage(lang, actOfficeUrls.text(act.id))}>{t.openEditor}</LinkButton>
          <form method="post" action={inLanguage(lang, urls.givePlanUp(act.id))} data-submit-once>
            <Button kind="warning">{t.giveUp}</Button>
          </form>
        </>
      )}
    </section>
  )
}
