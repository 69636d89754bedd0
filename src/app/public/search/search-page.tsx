import type { PageContext } from '#platform/http/page-context.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { ORDERS } from '#platform/search/find/search-question-rules.ts'
import type { SearchOutcome, SearchView } from '#platform/search/find/search-view.ts'
import { EVERYTHING, selectionQuery } from '#platform/search/selection-rules.ts'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FollowLinks } from '#ui/follow-links.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { dataAddress, otherSelection, pageAddress } from './address-part.ts'
import { ActiveFilters, SearchForm } from './form-part.tsx'
import { NothingFound } from './none-part.tsx'
import { HowToSearch, Notes } from './notes-part.tsx'
import { Results } from './result-part.tsx'
import { searchTexts } from './texts.ts'
import { searchUrls } from './urls.ts'

type Props = {
  page: PageContext
  view: SearchView
  errors: Readonly<Record<string, string>>
  /** What a kind is called, as the intro offers it. */
  kindNames: Readonly<Record<string, string>>
}
type Found = Extract<SearchOutcome, { kind: 'found' }>

/** The search: the form, what was found in order, and what to do where nothing was. */
export const SearchPage = ({ page, view, errors, kindNames }: Props) => {
  const { lang } = page
  const t = searchTexts(lang)
  const { outcome, question } = view
  const wrong = Object.keys(errors).length > 0
  return (
    <Layout
      page={page}
      title={titleOf(lang, view)}
      canonical={searchUrls.page()}
      robots={outcome.kind === 'intro' ? undefined : 'noindex'}
      jsonHref={outcome.kind === 'found' || outcome.kind === 'none' ? dataAddress(lang, question) : undefined}
      feeds={outcome.kind === 'found' || outcome.kind === 'none' ? selectionQuery(question.selection) : null}
      error={wrong}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-xl">{t.title}</h1>
      {outcome.kind === 'intro' && <p class="govuk-body-l">{t.lead}</p>}
      <SearchForm lang={lang} view={view} errors={errors} />
      <ActiveFilters lang={lang} view={view} />
      <Outcome lang={lang} view={view} kindNames={kindNames} />
    </Layout>
  )
}

/** The words and the count first: what a tab, and whoever hears the page, is told at once. */
function titleOf(lang: Lang, { question, outcome }: SearchView): string {
  const t = searchTexts(lang)
  const words = [...question.selection.words].slice(0, 60).join('')
  if (outcome.kind === 'found') return t.titleOf(words, t.count(outcome.total, outcome.capped, outcome.total))
  return outcome.kind === 'none' ? t.titleOf('', t.none.title(words)) : t.title
}

const Outcome = ({ lang, view, kindNames }: Omit<Props, 'page' | 'errors'> & { lang: Lang }) => {
  const t = searchTexts(lang)
  const { outcome, question } = view
  switch (outcome.kind) {
    case 'intro':
      return <Intro lang={lang} view={view} kinds={outcome.kinds} cap={outcome.cap} kindNames={kindNames} />
    case 'wrong':
      return null
    case 'only-stop-words':
      return <p class="kv-empty">{t.onlyStopWords(question.selection.words)}</p>
    case 'too-hard':
      return (
        <p class="kv-empty" role="alert">
          {t.tooHard}
        </p>
      )
    case 'found':
      return <FoundList lang={lang} view={view} found={outcome} />
    case 'none':
      return (
        <section class="kv-find__results" aria-labelledby="gjetjet">
          <h2 class="govuk-heading-m" id="gjetjet">
            {t.none.title(question.selection.words)}
          </h2>
          <Notes lang={lang} view={view} />
          <NothingFound lang={lang} view={view} help={outcome.help} />
          <FollowLinks lang={lang} query={selectionQuery(question.selection)} />
        </section>
      )
  }
}

const Intro = ({
  lang,
  view,
  kinds,
  cap,
  kindNames,
}: { lang: Lang; view: SearchView; kindNames: Props['kindNames'] } & Omit<
  Extract<SearchOutcome, { kind: 'intro' }>,
  'kind'
>) => {
  const t = searchTexts(lang)
  return (
    <>
      <h2 class="govuk-heading-m">{t.intro.title}</h2>
      {kinds.length === 0 ? (
        <p>{t.intro.empty}</p>
      ) : (
        <ul class="kv-find__kinds">
          {kinds.map(({ kind, found }) => (
            <li>
              <a href={otherSelection(lang, view.question, { ...EVERYTHING, kind })}>
                {t.intro.kind(kindNames[kind] ?? kind, found, cap)}
              </a>
            </li>
          ))}
        </ul>
      )}
      <h2 class="govuk-heading-m">{t.help.title}</h2>
      <HowToSearch lang={lang} />
    </>
  )
}

const FoundList = ({ lang, view, found }: { lang: Lang; view: SearchView; found: Found }) => {
  const t = searchTexts(lang)
  const { question } = view
  const { selection } = question
  return (
    <section class="kv-find__results" aria-labelledby="gjetjet">
      <div class="kv-find__head">
        <h2 class="govuk-heading-m" id="gjetjet">
          {t.count(found.total, found.capped, selection.matter === null ? found.matters : found.total)}
        </h2>
        {selection.words !== '' && <Orders lang={lang} view={view} />}
      </div>
      <Notes lang={lang} view={view} />
      <Results lang={lang} question={question} groups={found.groups} />
      {found.next === null && (found.capped || found.listed < found.total) && <p class="kv-find__note">{t.listEnds}</p>}
      <Paging
        label={t.paging}
        older={found.next ? { href: pageAddress(lang, { ...question, after: found.next }), label: t.next } : null}
        newer={question.after ? { href: pageAddress(lang, { ...question, after: null }), label: t.first } : null}
      />
      <FollowLinks lang={lang} query={selectionQuery(question.selection)} />
      <Details summary={t.help.title}>
        <HowToSearch lang={lang} />
      </Details>
    </section>
  )
}

const Orders = ({ lang, view: { question } }: { lang: Lang; view: SearchView }) => {
  const t = searchTexts(lang)
  return (
    <nav class="kv-find__orders" aria-label={t.order}>
      {ORDERS.map((order) => (
        <a
          href={pageAddress(lang, { ...question, order, after: null })}
          aria-current={order === question.order ? 'true' : undefined}
        >
          {t.orders[order]}
        </a>
      ))}
    </nav>
  )
}
