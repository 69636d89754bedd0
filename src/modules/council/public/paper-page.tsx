import type { Child } from 'hono/jsx'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { LedgerLine } from '#ui/ledger-line.tsx'
import { MatterThread } from '#ui/matter-thread.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Thread } from '#ui/thread.tsx'
import { councilUrls } from '../urls.ts'
import { Opinions } from './agenda-part.tsx'
import { Files } from './files-part.tsx'
import type { PaperView } from './paper-view.ts'
import { textsIn } from './texts.ts'
import { publicUrls } from './urls.ts'

type Props = { page: PageContext; view: PaperView }
type Part = { lang: Lang; view: PaperView }

/** A draft, a report, a motion: its files, what commissions said of it, and its way through the bodies. */
export const PaperPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  const { paper, institution, title, titleLang } = view
  const mark = titleLang === lang ? undefined : titleLang
  return (
    <Layout page={page} title={title} canonical={councilUrls.paper(paper.id)} jsonHref={publicUrls.paperData(paper.id)}>
      <Breadcrumbs
        label={t.list.title}
        items={[
          { href: inLanguage(lang, `/i/${institution.slug}/`), label: institution.name },
          { href: `${inLanguage(lang, councilUrls.meetings())}?institucioni=${institution.slug}`, label: t.list.home },
        ]}
      />
      <header class="kv-matter">
        <p class="kv-matter__kind">{paper.kindWords ?? t.paperKinds[paper.kind]}</p>
        <h1 class="govuk-heading-xl" lang={mark}>
          {title}
        </h1>
      </header>
      {paper.summary && (
        <div class="kv-summary" lang={paper.lang === lang ? undefined : paper.lang}>
          {paper.summary.split(/\n+/).map((words) => (
            <p class="govuk-body">{words}</p>
          ))}
        </div>
      )}
      <Section id="dokumente" title={t.paper.files}>
        {view.files.length === 0 ? (
          <EmptyState>{t.paper.noFiles}</EmptyState>
        ) : (
          <Files lang={lang} files={view.files} />
        )}
      </Section>
      {view.opinions.length > 0 && (
        <Section id="mendimet" title={t.paper.opinions}>
          <Opinions lang={lang} opinions={view.opinions} />
        </Section>
      )}
      <Meetings lang={lang} view={view} />
      <MatterThread lang={lang} thread={view.thread} today={view.today} />
      <Facts lang={lang} view={view} />
      <p class="govuk-body-s">
        <a href={publicUrls.paperData(paper.id)}>{t.paper.data}</a>
      </p>
      <LedgerLine lang={lang} entries={view.entries} />
    </Layout>
  )
}

const Section = ({ id, title, children }: { id: string; title: string; children?: Child }) => (
  <section aria-labelledby={id}>
    <h2 class="govuk-heading-l" id={id}>
      {title}
    </h2>
    {children}
  </section>
)

/** Before which bodies it came, in the order of days, and how it stood there. */
const Meetings = ({ lang, view: { meetings, today } }: Part) => {
  const t = textsIn(lang)
  return (
    <Section id="mbledhjet" title={t.paper.meetings}>
      {meetings.length === 0 ? (
        <EmptyState>{t.paper.noMeetings}</EmptyState>
      ) : (
        <Thread
          label={t.paper.meetings}
          steps={meetings.map((one) => ({
            title: one.bodyName,
            when: one.day === null ? null : formatDate(lang, one.day),
            state: one.day !== null && one.day > today ? ('next' as const) : ('done' as const),
            text: (
              <>
                <p lang={one.titleLang === lang ? undefined : one.titleLang}>
                  <a href={inLanguage(lang, councilUrls.agendaItem(one.slug, one.itemId))}>{one.title}</a>
                </p>
                <p class="kv-quiet">
                  {[t.item(one.ordinal), t.itemStates[one.state], one.stateReason, one.result]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </>
            ),
          }))}
        />
      )}
    </Section>
  )
}

const Facts = ({ lang, view: { paper, about, topics, places } }: Part) => {
  const t = textsIn(lang)
  const rows = [
    ...row(t.paper.reference, paper.reference),
    ...row(
      t.paper.proposer,
      [paper.proposerKind && t.proposers[paper.proposerKind], paper.proposer].filter(Boolean).join(', '),
    ),
    ...row(t.paper.dated, paper.datedOn && formatDate(lang, paper.datedOn)),
    ...row(t.paper.published, formatDay(lang, paper.publishedAt, paper.zone)),
    ...(about?.publicHref
      ? [{ key: t.paper.consultation, value: <a href={inLanguage(lang, about.publicHref)}>{about.title}</a> }]
      : []),
    ...row(t.page.topics, topics.map(({ name }) => name).join(', ')),
    ...row(t.page.places, places.map(({ name }) => name).join(', ')),
  ]
  return (
    <Section id="te-dhenat" title={t.page.facts}>
      <SummaryList rows={rows} />
    </Section>
  )
}

const row = (key: string, value: string | null) => (value ? [{ key, value }] : [])
