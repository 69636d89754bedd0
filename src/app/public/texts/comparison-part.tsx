import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { ComparedNode } from '#platform/texts/compare/comparison.ts'
import { anchorOf } from '#platform/texts/shown-tree-rules.ts'
import { versionUrls } from '#platform/texts/version-address-rules.ts'
import { BecauseSection } from '#ui/because.tsx'
import { Tag } from '#ui/tag.tsx'
import { headOf, isArticle, isChanged } from './comparison-rules.ts'
import type { ComparisonPageView, ShownUnit, UnitAddress } from './comparison-view.ts'
import { nameOf, nameWithin } from './name-rules.ts'
import { InlineRows, SideRows } from './rows-part.tsx'
import { textsTexts } from './texts.ts'
import type { TextsTexts } from './texts.sq.ts'
import { otherLang } from './trail-part.tsx'

type Props = { page: PageContext; view: ComparisonPageView; unit: ShownUnit }

/** One article in both versions: what became of it in words, its words, and the way to the change before and after. */
export const UnitPart = ({ page, view, unit }: Props) => {
  const { lang } = page
  const t = textsTexts(lang)
  const head = headOf(unit)
  if (!head) return null
  const about = wordsAbout(unit, view, t)
  const shown = view.look === 'ndryshime' ? { ...unit, rows: unit.rows.filter(isTold) } : unit
  const Rows = view.look === 'krah' ? SideRows : InlineRows
  return (
    <section class={`kv-compared kv-compared--${unit.kind}`} id={anchorOf(unit.key)} aria-labelledby={`t-${unit.key}`}>
      <h2 class="kv-compared__title" id={`t-${unit.key}`}>
        {nameOf(head, t.kinds)}
        {isArticle(unit) && head.heading && <span lang={otherLang(view.later.lang, lang)}>: {head.heading}</span>}
      </h2>
      <p class="kv-compared__state">
        {isChanged(unit) && <Tag tone="plain">{t.comparison.states[unit.kind]}</Tag>}
        {isChanged(unit) && about !== '' && ' – '}
        {about}
      </p>
      <Rows lang={lang} textLang={view.later.lang} unit={shown} numbers={[view.earlier.n, view.later.n]} />
      <BecauseSection
        lang={lang}
        items={unit.because}
        href={view.holder.urls.because(view.record.slug)}
        level={3}
        id={`sh-${unit.key}`}
      />
      <Ways page={page} view={view} unit={unit} />
    </section>
  )
}

/** Rows that have changed: their words, their place, or the label that they carry. */
const isTold = ({ kind, from, to }: ShownUnit['rows'][number]): boolean =>
  kind !== 'same' || from[0]?.label !== to[0]?.label

/** What became of it, in words: never the colour or the place on the page alone. */
function wordsAbout(unit: ShownUnit, { earlier, later }: ComparisonPageView, texts: TextsTexts): string {
  const t = texts.comparison
  const names = (nodes: readonly ComparedNode[]) =>
    joined(
      nodes.map((node) => nameWithin(node, texts.kinds)),
      t.and,
    )
  const [before, after] = [names(unit.from), names(unit.to)]
  switch (unit.kind) {
    case 'new':
      return t.newHere(earlier.n)
    case 'gone':
      return t.goneHere(later.n)
    case 'split':
      return t.splitInto(before, after)
    case 'merged':
      return t.mergedFrom(before, after)
    default:
      if (before !== after) return t.was(before, after)
      return unit.kind === 'moved' || unit.alsoMoved ? t.movedSameNumber : ''
  }
}

const joined = (names: readonly string[], and: string): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${and}${names.at(-1)}`

/** The lasting addresses of both wordings; where something has changed, the way to the changes before and after. */
const Ways = ({ page, view, unit }: Props) => {
  const { lang } = page
  const t = textsTexts(lang)
  const { address, earlier, later } = view
  const head = headOf(unit)
  const permanent = (n: number, node: ComparedNode | undefined) =>
    node && <a href={inLanguage(lang, versionUrls.article(address, n, node.nodeId))}>{t.comparison.permanent(n)}</a>
  return (
    <div class="kv-compared__ways">
      {isArticle(unit) && (
        <p>
          {permanent(earlier.n, unit.from[0])} {permanent(later.n, unit.to.length > 0 ? head : undefined)}
        </p>
      )}
      {isChanged(unit) && (unit.previous ?? unit.next) && head && (
        <nav aria-label={t.comparison.ways(nameOf(head, t.kinds))}>
          {unit.previous && <a href={wayTo(page, view, unit.previous)}>{t.comparison.previous}</a>}{' '}
          {unit.next && <a href={wayTo(page, view, unit.next)}>{t.comparison.next}</a>}
        </nav>
      )}
    </div>
  )
}

function wayTo({ lang }: PageContext, view: ComparisonPageView, { key, from }: UnitAddress): string {
  const { address, earlier, later, look } = view
  const anchor = `#${anchorOf(key)}`
  if (from === null) return anchor
  return inLanguage(lang, versionUrls.comparison(address, { later: later.n, earlier: earlier.n, look, from })) + anchor
}
