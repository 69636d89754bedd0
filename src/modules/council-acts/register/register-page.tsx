import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'
import { textsIn as actTextsIn } from '../texts.ts'
import { actUrls } from '../urls.ts'
import { copyUrls } from '../copies/urls.ts'
import { GapSummary } from './gap-summary-part.tsx'
import { PageLinks } from './page-links-part.tsx'
import { RegisterFilter } from './register-filter-part.tsx'
import { addressOfRegister, isNarrowed, MOST_COUNTED } from './register-question-rules.ts'
import type { RegisterView, ShownAct } from './register-view.ts'
import { textsIn } from './texts.ts'
import { registerUrls } from './urls.ts'

type Props = { page: PageContext; view: RegisterView }
type Part = { lang: Lang; view: RegisterView }

/** The register of acts: one table, narrowed by the address, with page numbers that can be cited. */
export const RegisterPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  const { question, rows, count, institution } = view
  const title = institution ? t.site(institution.name) : t.title
  const feed = inLanguage(lang, registerUrls.file('atom')) + addressOfRegister({ ...question, page: 1 })
  return (
    <Layout
      page={page}
      title={question.page === 1 ? title : `${title}, ${t.pageOf(formatNumber(question.page))}`}
      canonical={actUrls.register() + addressOfRegister(question)}
      jsonHref={registerUrls.file('json') + addressOfRegister({ ...question, page: 1 })}
      wide
    >
      <h1 class="govuk-heading-xl">{title}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      <GapSummary lang={lang} facts={view.gaps} />
      <Beside lang={lang} view={view} />
      <RegisterFilter lang={lang} question={question} choices={view.choices} tooShort={view.tooShort} />
      {view.found === 'number' && <p class="govuk-body">{t.numberFirst(question.words)}</p>}
      {view.found === 'titles' && <p class="govuk-body">{t.titlesOnly}</p>}
      <p class="govuk-body">
        <strong>{t.count(formatNumber(Math.min(count, MOST_COUNTED)), count > MOST_COUNTED)}</strong>
        {question.page > 1 && `, ${t.pageOf(formatNumber(question.page))}`}
      </p>
      {rows.length === 0 ? <NoRows lang={lang} view={view} /> : <RowsTable lang={lang} view={view} />}
      {rows.length > 0 && <PageLinks lang={lang} question={question} lastPage={view.lastPage} />}
      <Files lang={lang} view={view} feed={feed} />
    </Layout>
  )
}

/** What else is known of the acts: the plan, the figures, the reports, and whether a copy is a true one. */
const Beside = ({ lang, view: { institution } }: Part) => {
  const t = textsIn(lang).beside
  const of = institution === null ? '' : `?institucioni=${institution.slug}`
  const links = [
    { href: actUrls.plan() + of, label: t.plan },
    { href: actUrls.figures() + of, label: t.figures },
    { href: actUrls.reports(), label: t.reports },
    { href: copyUrls.check(), label: t.check },
  ]
  return (
    <p class="govuk-body">
      {links.map(({ href, label }, at) => (
        <>
          {at > 0 && ' · '}
          <a href={inLanguage(lang, href)}>{label}</a>
        </>
      ))}
    </p>
  )
}

const NoRows = ({ lang, view: { question } }: Part) => {
  const t = textsIn(lang)
  if (question.page === 1) return <EmptyState>{isNarrowed(question) ? t.empty : t.none}</EmptyState>
  const first = inLanguage(lang, actUrls.register()) + addressOfRegister({ ...question, page: 1 })
  return (
    <EmptyState>
      {t.noPage} <a href={first}>{t.toFirst}</a>
    </EmptyState>
  )
}

const RowsTable = ({ lang, view: { rows, institution } }: Part) => {
  const { heads, caption } = textsIn(lang)
  return (
    <DataTable
      caption={caption}
      captionHidden
      firstColumnHeader
      roomy
      head={[
        { label: heads.number, tight: true },
        { label: heads.title },
        { label: heads.adopted, tight: true },
        { label: heads.announced },
        { label: heads.force },
        { label: heads.legality },
      ]}
      rows={rows.map((act) => cellsOf(lang, act, institution === null))}
    />
  )
}

const TONES = { 'in-force': 'done', suspended: 'warning' } as const

function cellsOf(lang: Lang, act: ShownAct, several: boolean) {
  const t = textsIn(lang)
  const words = actTextsIn(lang)
  const { row } = act
  const tone = act.force === 'in-force' || act.force === 'suspended' ? TONES[act.force] : 'plain'
  const adopted = row.adoptedOn === null ? (row.adoptedWords ?? t.unknownDay) : formatDate(lang, row.adoptedOn)
  return [
    act.number ?? t.noNumber,
    <>
      <a href={act.href} lang={act.titleLang}>
        {act.title}
      </a>
      <br />
      <span class="kv-quiet">
        {act.kind}
        {several && ` · ${row.institutionName}`}
        {row.restricted && ` · ${t.restricted}`}
        {row.voidReason !== null && ` · ${t.voided(row.voidReason)}`}
      </span>
    </>,
    adopted,
    <>
      {row.announcedOn !== null
        ? formatDate(lang, row.announcedOn)
        : row.state === 'numbered'
          ? t.notAnnounced
          : t.unknownDay}
      {act.daysLate !== null && (
        <>
          <br />
          <Tag tone="warning">{t.late(formatNumber(act.daysLate))}</Tag>
        </>
      )}
    </>,
    <Tag tone={tone}>{words.forces[act.force]}</Tag>,
    waitsForNothing(row) ? '–' : words.legalities[row.legality],
  ]
}

/** Of an archive, and of an act for one person or for the house itself, nobody waits for it to be sent. */
const waitsForNothing = ({ history, nature, legality, state }: ShownAct['row']): boolean =>
  legality === 'none' && (history || state === 'void' || nature === 'individual' || nature === 'internal')

const FILES = ['csv', 'xlsx', 'json'] as const

const Files = ({ lang, view: { question }, feed }: Part & { feed: string }) => {
  const t = textsIn(lang)
  const query = addressOfRegister({ ...question, sort: 'newest', page: 1 })
  return (
    <section aria-labelledby="skedare">
      <h2 class="govuk-heading-m" id="skedare">
        {t.files}
      </h2>
      <p class="kv-quiet">{t.filesLead}</p>
      <ul class="govuk-list">
        {FILES.map((extension) => (
          <li>
            <a href={inLanguage(lang, registerUrls.file(extension)) + query} rel="nofollow">
              {t.fileNames[extension]}
            </a>
          </li>
        ))}
        <li>
          <a href={feed}>{t.fileNames.atom}</a>
        </li>
        <li>
          <a href={inLanguage(lang, '/te-dhena/aktet')}>{t.allData}</a>
        </li>
      </ul>
    </section>
  )
}
