import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { COMPARISON_LOOKS, versionUrls, type ComparisonAddress } from '#platform/texts/version-address-rules.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { SubNav } from '#ui/tabs-nav.tsx'
import { anchorOf } from '#platform/texts/shown-tree-rules.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { UnitPart } from './comparison-part.tsx'
import type { ComparisonPageView } from './comparison-view.ts'
import { headOf, isChanged } from './comparison-rules.ts'
import { nameOf } from './name-rules.ts'
import type { RecordView } from './record-view.ts'
import { summaryLine } from './summary-texts.ts'
import { textsTexts } from './texts.ts'
import { otherLang, Trail } from './trail-part.tsx'

type Props = { page: PageContext; view: ComparisonPageView }

/** Two versions of a text: in numbers, what has changed as a list, then the words. */
export const ComparisonPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsTexts(lang).comparison
  const { earlier, later, record, address, node } = view
  const title = node === null ? t.title(earlier.n, later.n) : t.titleOf(nameOfOne(page, view), earlier.n, later.n)
  const pair = { earlier: earlier.n, later: later.n }
  return (
    <Layout
      page={page}
      title={`${title}: ${record.title}`}
      canonical={versionUrls.comparison(address, { ...pair, node: node ?? undefined })}
      wide
    >
      <Trail page={page} view={view} to="versions" />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body-l" lang={otherLang(record.shownLang, lang)}>
        {record.title}
      </p>
      {node === null ? <WholeText page={page} view={view} /> : <OneArticle page={page} view={view} />}
      <Looks page={page} view={view} />
      {view.units.length === 0 && <EmptyState>{t.noChanges}</EmptyState>}
      {node !== null && view.units.every((unit) => !isChanged(unit)) && <p class="govuk-body">{t.sameHere}</p>}
      {view.units.map((unit) => (
        <UnitPart page={page} view={view} unit={unit} />
      ))}
      <Pages page={page} view={view} />
    </Layout>
  )
}

/** Of a text with one version: the empty state of everything that compares. */
export const NothingToCompare = ({ page, view }: { page: PageContext; view: RecordView }) => {
  const t = textsTexts(page.lang)
  return (
    <Layout page={page} title={`${t.comparison.choose}: ${view.record.title}`} robots="noindex">
      <Trail page={page} view={view} to="versions" />
      <h1 class="govuk-heading-l">{t.comparison.choose}</h1>
      <EmptyState>{t.comparison.one}</EmptyState>
      <p class="govuk-body">
        <a href={inLanguage(page.lang, versionUrls.one(view.address, view.newest.n))}>
          {t.versions.read(view.newest.n)}
        </a>
      </p>
    </Layout>
  )
}

function nameOfOne({ lang }: PageContext, { units }: ComparisonPageView): string {
  const [unit] = units
  const head = unit && headOf(unit)
  return head ? nameOf(head, textsTexts(lang).kinds) : ''
}

const addressOf = ({ lang }: PageContext, { address, earlier, later }: ComparisonPageView) => {
  const pair = { earlier: earlier.n, later: later.n }
  return (more: Partial<ComparisonAddress>) => inLanguage(lang, versionUrls.comparison(address, { ...pair, ...more }))
}

const OneArticle = ({ page, view }: Props) => (
  <p class="govuk-body">
    <a href={addressOf(page, view)({})}>{textsTexts(page.lang).comparison.all}</a>
  </p>
)

const WholeText = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsTexts(lang)
  const { address, earlier, later } = view
  return (
    <>
      <Choice page={page} view={view} />
      <h2 class="govuk-heading-m">{t.comparison.inNumbers}</h2>
      <p class="govuk-body">
        {summaryLine(lang, view.summary)}
        {view.summary.same > 0 && <> {capital(t.counts.same(view.summary.same))}.</>}
      </p>
      <ChangedList page={page} view={view} />
      <p class="govuk-body kv-screen-only">
        <a href={versionUrls.comparisonFile(address, later.n, earlier.n)}>{t.comparison.docx}</a>
      </p>
    </>
  )
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** A form that asks for any two: GET, so that what was chosen stands in the address. */
const Choice = ({ page: { lang }, view }: Props) => {
  const t = textsTexts(lang)
  const { versions, record, earlier, later, address, look } = view
  const options = versions.map(({ n, publishedAt }) => ({
    value: String(n),
    label: `${t.versions.version(n)}, ${formatDay(lang, publishedAt, record.zone)}`,
  }))
  return (
    <form class="kv-filter" method="get" action={inLanguage(lang, versionUrls.comparisons(address, later.n))}>
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{t.comparison.choose}</legend>
        <div class="kv-filter__fields">
          <SelectField name="me" label={t.comparison.earlier} value={String(earlier.n)} options={options} />
          <SelectField name="versioni" label={t.comparison.later} value={String(later.n)} options={options} />
        </div>
        <input type="hidden" name="pamja" value={look} />
        <div class="kv-filter__deeds">
          <button class="govuk-button govuk-button--secondary" type="submit">
            {t.comparison.submit}
          </button>
        </div>
      </fieldset>
    </form>
  )
}

/** Every change with its state in words; those of a long text lead to their page. */
const ChangedList = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsTexts(lang)
  const { changed, look } = view
  if (changed.length === 0) return null
  const to = addressOf(page, view)
  return (
    <nav class="kv-contents" aria-labelledby="cfare-ndryshoi">
      <h2 class="govuk-heading-s" id="cfare-ndryshoi">
        {t.comparison.changedList}
      </h2>
      <ul class="govuk-list">
        {changed.map(({ unit, key, from }) => {
          const head = headOf(unit)
          if (!head) return null
          const there = from === null ? '' : to({ look, from })
          return (
            <li>
              <a href={`${there}#${anchorOf(key)}`}>{nameOf(head, t.kinds)}</a>{' '}
              <span lang={otherLang(view.later.lang, lang)}>{head.heading}</span>{' '}
              <span class="kv-quiet">– {t.comparison.states[unit.kind].toLowerCase()}</span>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

const Looks = ({ page, view }: Props) => {
  const t = textsTexts(page.lang).comparison
  const to = addressOf(page, view)
  const node = view.node ?? undefined
  return (
    <SubNav
      label={t.look}
      items={COMPARISON_LOOKS.map((look) => ({
        href: to({ look, node }),
        label: t.looks[look],
        current: look === view.look,
      }))}
    />
  )
}

const Pages = ({ page, view }: Props) => {
  const { at, of, previous, next } = view.page
  if (of === 1) return null
  const t = textsTexts(page.lang).comparison
  const to = addressOf(page, view)
  const { look } = view
  return (
    <>
      <p class="kv-quiet">{t.pageOf(at, of)}</p>
      <Paging
        label={t.pages}
        newer={previous ? { href: to({ look, from: previous }), label: t.previousPage } : null}
        older={next ? { href: to({ look, from: next }), label: t.nextPage } : null}
      />
    </>
  )
}
