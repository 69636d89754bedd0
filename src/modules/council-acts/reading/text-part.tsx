import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { linksOnPage, linksToArticles } from '#platform/texts/references/shown-reference-rules.ts'
import { divisionName, type ShownNode } from '#platform/texts/shown-tree-rules.ts'
import { versionUrls } from '#platform/texts/version-address-rules.ts'
import { ArticleText } from '#ui/article-text.tsx'
import { Inset } from '#ui/inset.tsx'
import { Paging } from '#ui/paging.tsx'
import { actUrls } from '../urls.ts'
import type { ShownState } from './act-base-view.ts'
import type { ActView } from './act-view.ts'
import type { PublicRelation } from './beside-queries.ts'
import { OtherName } from './relations-part.tsx'
import { Section } from './section-part.tsx'
import { textsIn } from './texts.ts'

type Props = { lang: Lang; view: ActView }

/** The words that hold today, as far as they are known. */
export const Text = ({ lang, view }: Props) => {
  const t = textsIn(lang).text
  const { act, text } = view
  if (act.state === 'void' || act.restricted) return null
  return (
    <Section id="teksti" title={t.title}>
      <Lacking lang={lang} lacking={view.lacking} />
      {text.kind === 'articles' ? (
        <Articles lang={lang} view={view} text={text} />
      ) : text.kind === 'plain' ? (
        <Plain lang={lang} view={view} text={text} />
      ) : (
        <p class="govuk-body">{text.kind === 'not-yet' ? textsIn(lang).numberedOnly : noWords(lang, text.kind)}</p>
      )}
    </Section>
  )
}

function noWords(lang: Lang, kind: 'unreadable' | 'file-only' | 'none'): string {
  const t = textsIn(lang).text
  return kind === 'unreadable' ? t.unreadable : kind === 'file-only' ? t.fileOnly : t.none
}

/** Whoever reads the words must know what they lack, before the first of them. */
export const Lacking = ({ lang, lacking }: { lang: Lang; lacking: readonly PublicRelation[] }) => {
  const t = textsIn(lang)
  if (lacking.length === 0) return null
  return (
    <Inset>
      <p>
        <strong>{t.text.lacks}</strong>
      </p>
      <p>{t.text.lacksLead}</p>
      <ul class="govuk-list govuk-list--bullet">
        {lacking.map((one) => (
          <li>
            <OtherName lang={lang} relation={one} />
            {', '}
            {[
              one.ofArticles && t.relations.ofArticles(one.ofArticles),
              one.effectiveOn === null ? t.relations.noDay : t.relations.from(one.effectiveOn),
            ]
              .filter(Boolean)
              .join(', ')}
          </li>
        ))}
      </ul>
    </Inset>
  )
}

type ArticleProps = Props & { text: Extract<ActView['text'], { kind: 'articles' }> }

const Articles = ({ lang, view, text }: ArticleProps) => {
  const t = textsIn(lang).text
  const { act } = view
  const record = actUrls.act(act.slug)
  const { state, whole } = text
  return (
    <>
      <StateLine lang={lang} view={view} state={state} />
      {lang !== act.lang && act.lang === 'sq' && <p class="kv-quiet">{t.original}</p>}
      {text.contents.length > 1 && (
        <Contents lang={lang} slug={act.slug} n={state.n} contents={text.contents} split={!whole} />
      )}
      <Words lang={lang} view={view} state={state} tree={text.tree} shown={text.shown} whole={whole} />
      {!whole && (
        <p class="govuk-body">
          {t.cut} <a href={inLanguage(lang, versionUrls.one(record, state.n))}>{t.whole}</a>
        </p>
      )}
    </>
  )
}

const StateLine = ({ lang, view: { act, states, today }, state }: Props & { state: ShownState }) => {
  const t = textsIn(lang).text
  const record = actUrls.act(act.slug)
  const laid = states.find(({ role }) => role === 'laid')
  const adopted = states.find(({ role }) => role === 'adopted')
  const before = state.role === 'consolidated' ? states[states.findIndex(({ n }) => n === state.n) - 1] : undefined
  return (
    <p class="kv-version-line">
      {t.ofDay(state.n, state.from)} {state.from !== null && state.from > today && `${t.ahead} `}
      <a href={inLanguage(lang, versionUrls.one(record, state.n))}>{t.permanent}</a>
      {' · '}
      <a href={inLanguage(lang, versionUrls.list(record))}>{t.versions}</a>
      {before && (
        <>
          {' · '}
          <a href={inLanguage(lang, versionUrls.comparison(record, { later: state.n, earlier: before.n }))}>
            {textsIn(lang).article.compare(before.n)}
          </a>
        </>
      )}
      {laid && adopted && (
        <>
          {' · '}
          <a href={inLanguage(lang, versionUrls.comparison(record, { later: adopted.n, earlier: laid.n }))}>
            {t.whatCouncilChanged}
          </a>
        </>
      )}
    </p>
  )
}

type ContentsProps = { lang: Lang; slug: string; n: number; contents: readonly ShownNode[]; split: boolean }

export const Contents = ({ lang, slug, n, contents, split }: ContentsProps) => (
  <nav class="kv-contents" aria-labelledby="permbajtja-e-tekstit">
    <h3 class="govuk-heading-s" id="permbajtja-e-tekstit">
      {textsIn(lang).text.contents}
    </h3>
    <ol class="govuk-list">
      {contents.map((node) => (
        <li>
          <a
            href={split ? inLanguage(lang, versionUrls.division(actUrls.act(slug), n, node.nodeId)) : `#${node.id}`}
            lang={lang === 'sq' ? undefined : 'sq'}
          >
            {divisionName(node)}
          </a>
        </li>
      ))}
    </ol>
  </nav>
)

type WordsProps = {
  lang: Lang
  view: Pick<ActView, 'act' | 'states'>
  state: ShownState
  tree: readonly ShownNode[]
  shown: readonly ShownNode[]
  whole: boolean
}

/** Where there are several, each article leads to its own page with all its states. */
export const Words = ({ lang, view: { act, states }, state, tree, shown, whole }: WordsProps) => {
  const t = textsIn(lang).text
  const to = (nodeId: string) => inLanguage(lang, actUrls.article(act.slug, nodeId))
  return (
    <ArticleText
      nodes={shown}
      level={3}
      lang={state.lang === lang ? undefined : state.lang}
      references={whole ? linksOnPage(tree) : linksToArticles(tree, `${lang} ${act.slug}`, to)}
      after={
        states.length < 2
          ? undefined
          : (node) => (
              <a href={to(node.id.slice(2))} lang={state.lang === lang ? undefined : lang}>
                {t.article(node.label ?? '')}
              </a>
            )
      }
    />
  )
}

type PlainProps = Props & { text: Extract<ActView['text'], { kind: 'plain' }> }

/** Words that were not read into articles, a part at a time. */
const Plain = ({ lang, view: { act }, text: { words, part, parts } }: PlainProps) => {
  const t = textsIn(lang).text
  const to = (n: number) => ({
    href: `${inLanguage(lang, actUrls.act(act.slug))}${n === 1 ? '' : `?pjesa=${n}`}#teksti`,
  })
  return (
    <>
      {parts > 1 && <p class="kv-quiet">{t.part(part, parts)}</p>}
      <div class="kv-legal" lang={act.lang === lang ? undefined : act.lang}>
        {words
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => (
            <p>{line}</p>
          ))}
      </div>
      <Paging
        label={t.parts}
        newer={part > 1 ? { ...to(part - 1), label: t.previous } : null}
        older={part < parts ? { ...to(part + 1), label: t.next } : null}
      />
    </>
  )
}
