import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { formatNumber } from '#platform/i18n/formats.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { SubNav } from '#ui/tabs-nav.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { BULK_DEEDS } from './bulk-rules.ts'
import { DeskFilterForm, SHOWN_STATES } from './desk-filter-part.tsx'
import { DeskRows } from './desk-rows-part.tsx'
import { Keys } from './keys-part.tsx'
import { deskQuery, MOST_AT_ONCE, type DeskQuestion } from './desk-rules.ts'
import type { DeskListView } from './desk-view.ts'
import { SaveView } from './save-view-part.tsx'

type Props = {
  page: PageContext
  view: DeskListView
  status?: string | null
  /** Of the form that keeps the view. */
  form: string
}

/** The coordinator's desk: all comments, narrowed as one likes; its address can be kept as a bookmark. */
export const DeskPage = ({ page, view, status = null, form }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.office
  const query = deskQuery(view.question)
  const list = inLanguage(lang, officeUrls.comments())
  const at = (name: 'para' | 'pas', key: string) => `${list}?${[query, `${name}=${key}`].filter(Boolean).join('&')}`
  return (
    <Layout page={page} title={t.commentsTitle} office status={status}>
      <h1 class="govuk-heading-l">{t.commentsTitle}</h1>
      <Views lang={lang} view={view} query={query} />
      <DeskFilterForm lang={lang} question={view.question} choices={view.choices} />
      <Counts lang={lang} view={view} />
      {view.comments.length === 0 ? (
        <EmptyState>{t.noComments}</EmptyState>
      ) : (
        <Rows lang={lang} view={view} query={query} />
      )}
      <Paging
        label={texts.comment.paging}
        older={view.older ? { href: at('para', view.older), label: t.older } : null}
        newer={view.newer ? { href: at('pas', view.newer), label: texts.desk.newer } : null}
      />
      <Files lang={lang} query={query} />
      {view.keepsViews && <SaveView page={page} query={query} form={form} />}
      <Keys lang={lang} />
      <p class="govuk-body">
        <a href={inLanguage(lang, officeUrls.bulkDeeds())}>{texts.bulk.list}</a>
      </p>
    </Layout>
  )
}

type Part = { lang: Lang; view: DeskListView; query: string }

const Views = ({ lang, view, query }: Part) => {
  const t = textsIn(lang).deskViews
  const list = inLanguage(lang, officeUrls.comments())
  const tabs = [
    { asks: '', href: `${list}?pamja=te-gjitha`, label: t.everything },
    ...['gjendja=waiting', 'caktuar=mua', 'gjendja=waiting&gjetur=wave'].map((asks, n) => ({
      asks,
      href: `${list}?${asks}`,
      label: [t.waiting, t.mine, t.inWave][n] ?? '',
    })),
  ]
  const saved = view.views.map(({ id, name, query: asks }) => ({
    href: `${list}?${[asks, `pamja=${id}`].filter(Boolean).join('&')}`,
    label: name,
    current: id === view.viewId,
  }))
  const known = saved.some(({ current }) => current)
  return (
    <SubNav
      label={t.nav}
      items={[
        ...tabs.map(({ asks, href, label }) => ({ href, label, current: !known && asks === query })),
        ...saved,
        { href: inLanguage(lang, officeUrls.commentViews()), label: t.manage },
      ]}
    />
  )
}

const Counts = ({ lang, view: { counts, question } }: Omit<Part, 'query'>) => {
  const texts = textsIn(lang)
  const list = inLanguage(lang, officeUrls.comments())
  const count = (state: string) => counts.find((one) => one.state === state)?.count ?? 0
  const all = counts.reduce((sum, one) => sum + one.count, 0)
  const narrowedTo = (state: DeskQuestion['state']) =>
    `${list}?${deskQuery({ ...question, state }) || 'pamja=te-gjitha'}`
  const rows = [
    { state: '' as const, label: texts.desk.all, number: all },
    ...SHOWN_STATES.map((state) => ({ state, label: texts.office.states[state], number: count(state) })),
  ]
  return (
    <ul class="kv-desk-counts" aria-label={texts.desk.counts}>
      {rows.map(({ state, label, number }) => (
        <li>
          <a href={narrowedTo(state)}>{label}</a> {formatNumber(number)}
        </li>
      ))}
    </ul>
  )
}

/** The rows in a form: what is ticked goes on to the page that tells what will happen. */
const Rows = ({ lang, view, query }: Part) => {
  const texts = textsIn(lang)
  const rows = <DeskRows lang={lang} comments={view.comments} query={query} ticks={view.moderates} />
  if (!view.moderates) return <div data-desk>{rows}</div>
  const matching = Math.min(view.matching, MOST_AT_ONCE)
  return (
    <form method="get" action={inLanguage(lang, officeUrls.bulk())} data-desk>
      <input type="hidden" name="filtri" value={query} />
      {rows}
      <fieldset class="govuk-fieldset kv-desk-deed">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{texts.bulk.onTicked}</legend>
        <SelectField
          name="veprimi"
          label={texts.bulk.deed}
          value=""
          options={BULK_DEEDS.map((deed) => ({ value: deed, label: texts.bulk.deeds[deed] }))}
        />
        <CheckboxField name="te-gjitha" label={texts.bulk.allMatching(matching)} small />
        <Button kind="secondary">{texts.bulk.choose}</Button>
      </fieldset>
    </form>
  )
}

const Files = ({ lang, query }: { lang: Lang; query: string }) => {
  const t = textsIn(lang).desk
  const to = (kind: 'csv' | 'xlsx') => inLanguage(lang, officeUrls.commentsFile(kind)) + (query ? `?${query}` : '')
  return (
    <Details summary={t.files}>
      <p class="govuk-hint">{t.filesHint(MOST_AT_ONCE)}</p>
      <ul class="govuk-list">
        <li>
          <a href={to('csv')}>{t.csv}</a>
        </li>
        <li>
          <a href={to('xlsx')}>{t.xlsx}</a>
        </li>
      </ul>
    </Details>
  )
}
