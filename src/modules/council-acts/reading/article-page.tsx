import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { versionUrls } from '#platform/texts/version-address-rules.ts'
import { ArticleText } from '#ui/article-text.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { Tag } from '#ui/tag.tsx'
import { actUrls } from '../urls.ts'
import { Way } from './act-page.tsx'
import type { ActArticleView, ArticleState } from './article-view.ts'
import { Because } from './because-part.tsx'
import { Section } from './section-part.tsx'
import { textsIn } from './texts.ts'

type Props = { page: PageContext; view: ActArticleView }
type Part = { lang: Lang; view: ActArticleView }

/** One article as it was, is and will be; and because of whom. */
export const ActArticlePage = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsIn(lang).article
  const { act, article, name, title, titleLang } = view
  const heading = article.kind === 'article' ? t.title(article.label ?? '') : (article.label ?? t.point)
  const other = act.lang === lang ? undefined : act.lang
  return (
    <Layout page={page} title={`${heading}, ${name}`} canonical={actUrls.article(act.slug, article.nodeId)}>
      <Way lang={lang} view={view} whole />
      <h1 class="govuk-heading-l">
        {heading} {article.heading && <span lang={other}>{article.heading}</span>}
      </h1>
      <p class="govuk-body" lang={titleLang === lang ? undefined : titleLang}>
        {title}
      </p>
      <History lang={lang} view={view} />
      <Because lang={lang} effects={view.because} lead={t.becauseLead} />
      <Amended lang={lang} view={view} />
      <Neighbours lang={lang} view={view} />
    </Layout>
  )
}

const History = ({ lang, view }: Part) => {
  const t = textsIn(lang).article
  return (
    <Section id="redaksite" title={t.states}>
      {view.history.map((state) => (
        <State lang={lang} view={view} state={state} />
      ))}
    </Section>
  )
}

const State = ({ lang, view: { act, article }, state }: Part & { state: ArticleState }) => {
  const t = textsIn(lang)
  const record = actUrls.act(act.slug)
  const { n, role, node, from, to, before, same } = state
  const days = t.article.was(from, to)
  return (
    <section aria-labelledby={`redaksia-${n}`}>
      <h3 class="govuk-heading-s" id={`redaksia-${n}`}>
        {n}. {t.inForce.roles[role]}
        {days && `, ${days}`}
      </h3>
      {state.today && (
        <p>
          <Tag tone="done">{t.article.today}</Tag>
        </p>
      )}
      {node === null ? (
        <p class="govuk-body">{t.article.gone}</p>
      ) : same ? (
        <p class="govuk-body">{t.article.same}</p>
      ) : (
        <ArticleText
          nodes={[{ ...node, id: `n${n}-${node.nodeId}`, kind: 'paragraph' }]}
          level={4}
          lang={state.lang === lang ? undefined : state.lang}
          references={noReferences}
        />
      )}
      {node !== null && (
        <p class="govuk-body-s">
          <a href={inLanguage(lang, versionUrls.article(record, n, article.nodeId))}>{t.article.quote}</a>
          {before !== null && !same && (
            <>
              {' · '}
              <a
                href={inLanguage(
                  lang,
                  versionUrls.comparison(record, { later: n, earlier: before, node: article.nodeId }),
                )}
              >
                {t.article.compare(before)}
              </a>
            </>
          )}
        </p>
      )}
    </section>
  )
}

/** The same points stand on the page once for each state: none of them is an anchor. */
const noReferences = Object.assign(() => [], { reached: new Set<string>() })

const Amended = ({ lang, view: { amendments } }: Part) => {
  const t = textsIn(lang)
  if (amendments.length === 0) return null
  return (
    <Section id="amendamentet" title={t.article.amended}>
      <ul class="govuk-list govuk-list--bullet">
        {amendments.map(({ words, mover }) => (
          <li>
            {words} {mover && <span class="kv-quiet">{t.amendments.mover(mover)}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Neighbours = ({ lang, view: { act, previous, next } }: Part) => {
  const t = textsIn(lang).article
  const to = (nodeId: string) => inLanguage(lang, actUrls.article(act.slug, nodeId))
  return (
    <Paging
      label={t.around}
      newer={previous ? { href: to(previous.nodeId), label: `${t.previous} (${previous.label})` } : null}
      older={next ? { href: to(next.nodeId), label: `${t.next} (${next.label})` } : null}
    />
  )
}
