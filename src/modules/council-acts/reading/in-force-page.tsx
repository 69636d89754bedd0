import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { versionUrls } from '#platform/texts/version-address-rules.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextField } from '#ui/text-field.tsx'
import { actUrls } from '../urls.ts'
import type { ShownState } from './act-base-view.ts'
import { Way } from './act-page.tsx'
import { forceWords } from './force-texts.ts'
import type { InForceView } from './in-force-view.ts'
import { Section } from './section-part.tsx'
import { Contents, Lacking, Words } from './text-part.tsx'
import { textsIn } from './texts.ts'

type Props = { page: PageContext; view: InForceView }
type Part = { lang: Lang; view: InForceView }

/** The words of an act on a day that anybody chooses, and why these. */
export const InForcePage = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsIn(lang).inForce
  const { act, name, title, titleLang, day, wrong } = view
  return (
    <Layout page={page} title={t.title(name)} canonical={actUrls.inForce(act.slug)} error={wrong !== null}>
      <Way lang={lang} view={view} whole />
      {wrong !== null && <ErrorSummary title={t.problem} errors={{ data: t.wrongDay }} />}
      <h1 class="govuk-heading-l">{t.title(name)}</h1>
      <p class="govuk-body-l" lang={titleLang === lang ? undefined : titleLang}>
        {title}
      </p>
      <p class="govuk-body">{t.lead}</p>
      <FilterForm action={inLanguage(lang, actUrls.inForce(act.slug))} legend={t.choose} submit={t.show}>
        <TextField
          name="data"
          label={t.day}
          hint={t.dayHint}
          value={wrong ?? day.split('-').toReversed().join('.')}
          width="10"
          {...(wrong !== null && { error: t.wrongDay })}
        />
      </FilterForm>
      <h2 class="govuk-heading-m">{t.on(day)}</h2>
      <p class="govuk-body">
        <strong>{day === view.today ? forceWords(lang, act, view.forceThen) : t.forces[view.forceThen]}</strong>{' '}
        <Why lang={lang} view={view} />
      </p>
      <Lacking lang={lang} lacking={view.lacking} />
      <ThatText lang={lang} view={view} />
      <States lang={lang} view={view} />
    </Layout>
  )
}

/** Which state, and between which days. */
const Why = ({ lang, view: { state } }: Part) =>
  state === null ? null : <>{textsIn(lang).inForce.holds(state.n, state.from, state.to)}</>

const ThatText = ({ lang, view }: Part) => {
  const t = textsIn(lang).text
  const { act, state, tree, shown, contents, whole } = view
  if (state === null) return <EmptyState>{textsIn(lang).inForce.noStates}</EmptyState>
  const record = actUrls.act(act.slug)
  return (
    <Section id="teksti" title={t.title}>
      <p class="kv-version-line">
        <a href={inLanguage(lang, versionUrls.one(record, state.n))}>{t.permanent}</a>
        {' · '}
        <a href={inLanguage(lang, record)}>{textsIn(lang).article.back}</a>
      </p>
      {contents.length > 1 && <Contents lang={lang} slug={act.slug} n={state.n} contents={contents} split={!whole} />}
      <Words lang={lang} view={view} state={state} tree={tree} shown={shown} whole={whole} />
    </Section>
  )
}

/** Every state with its days, and what it changed. */
const States = ({ lang, view }: Part) => {
  const t = textsIn(lang).inForce
  const { states, held, act, state } = view
  if (states.length === 0) return null
  const record = actUrls.act(act.slug)
  const days = new Map<string, ShownState>(held.map((one) => [one.versionId, one]))
  return (
    <DataTable
      caption={t.states}
      head={[{ label: t.state }, { label: t.from, tight: true }, { label: t.to, tight: true }, { label: t.changed }]}
      firstColumnHeader
      rows={states.toReversed().map((one, at, all) => {
        const before = all[at + 1]
        const { from = null, to = null } = days.get(one.versionId) ?? {}
        return [
          <>
            <a href={inLanguage(lang, versionUrls.one(record, one.n))}>
              {one.n}. {t.roles[one.role]}
            </a>
            {one.versionId === state?.versionId && ` (${t.this.toLowerCase()})`}
          </>,
          from === null ? t.noDay : formatDate(lang, from),
          to === null ? (days.has(one.versionId) ? t.now : '–') : formatDate(lang, to),
          before ? (
            <a href={inLanguage(lang, versionUrls.comparison(record, { later: one.n, earlier: before.n }))}>
              {t.compare(before.n)}
            </a>
          ) : (
            (one.note ?? '–')
          ),
        ]
      })}
    />
  )
}
