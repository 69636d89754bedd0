import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { ArticleText } from '#ui/article-text.tsx'
import { Details } from '#ui/details.tsx'
import { CommentPart } from './comments/comment-part.tsx'
import type { ConsultationView } from './consultation-view.ts'
import { linksOnPage, linksToArticles } from '#platform/texts/references/shown-reference-rules.ts'
import { divisionName, type ShownNode } from '#platform/texts/shown-tree-rules.ts'
import { textsIn } from './texts.ts'
import { consultationUrls } from './urls.ts'
import { VersionLine } from './version-part.tsx'

type Props = { page: PageContext; view: ConsultationView }

/** The draft, with what people say under each article. A long text shows its beginning and the way to its chapters. */
export const ConsultationTextPart = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsIn(lang).page
  const { consultation } = view
  if (!consultation.textVersionId) {
    return consultation.history || consultation.stage === 'preliminary' ? null : <p class="govuk-body">{t.noText}</p>
  }
  return (
    <section class="kv-draft" aria-labelledby="teksti">
      <h2 class="govuk-heading-l" id="teksti">
        {t.text}
      </h2>
      <VersionLine lang={lang} consultation={consultation} />
      {lang !== 'sq' && <p class="kv-quiet">{t.original}</p>}
      {view.contents.length > 1 && <Contents page={page} view={view} />}
      <ArticleText
        nodes={view.text}
        level={3}
        references={linksOf(page, view)}
        lang={lang === 'sq' ? undefined : 'sq'}
        after={(node) => (
          <UnderArticle
            page={page}
            view={view}
            nodeId={node.id.slice(2)}
            label={node.label ?? ''}
            level={view.text.some((root) => root.id === node.id) ? 4 : 5}
          />
        )}
        {...(view.phase === 'open'
          ? { passages: { href: (node) => formHref(page, view, node.id.slice(2)), label: t.commentPassage } }
          : {})}
      />
    </section>
  )
}

/** Citations lead to their place on this page, of a text that is shown by chapter to the article's own. */
const linksOf = ({ lang }: PageContext, { consultation: { slug }, tree, split }: ConsultationView) =>
  split
    ? linksToArticles(tree, `${lang} ${slug}`, (id) => inLanguage(lang, consultationUrls.article(slug, id)))
    : linksOnPage(tree)

const formHref = ({ lang }: PageContext, { consultation }: ConsultationView, nodeId: string): string =>
  `${inLanguage(lang, consultationUrls.commentForm(consultation.slug))}?neni=${nodeId}`

const Contents = ({ page: { lang }, view: { consultation, contents, split } }: Props) => (
  <nav class="kv-contents" aria-labelledby="permbajtja-e-tekstit">
    <h3 class="govuk-heading-s" id="permbajtja-e-tekstit">
      {textsIn(lang).page.contents}
    </h3>
    <ol class="govuk-list">
      {contents.map((node: ShownNode) => (
        <li>
          <a
            href={split ? inLanguage(lang, consultationUrls.division(consultation.slug, node.nodeId)) : `#${node.id}`}
            lang="sq"
          >
            {divisionName(node)}
          </a>
        </li>
      ))}
    </ol>
  </nav>
)

/** `level`: one below the article's own heading, which stands deeper inside a chapter. */
type UnderProps = Props & { nodeId: string; label: string; level: 4 | 5 }

/** The count, the newest comments folded away, and the way to comment. */
const UnderArticle = ({ page, view, nodeId, label, level }: UnderProps) => {
  const { lang } = page
  const t = textsIn(lang).page
  const { consultation, counts, newest } = view
  const count = counts.get(nodeId) ?? 0
  const article = inLanguage(lang, consultationUrls.article(consultation.slug, nodeId))
  const shown = newest.get(nodeId) ?? []
  return (
    <div class="kv-under" lang={lang === 'sq' ? undefined : lang}>
      {count > 0 && (
        <Details summary={t.articleComments(count)}>
          <CommentPart
            lang={lang}
            zone={consultation.zone}
            slug={consultation.slug}
            comments={shown}
            places={view.commentPlaces}
            level={level}
          />
          {count > shown.length && (
            <p class="govuk-body">
              <a href={article}>{t.allArticleComments(label)}</a>
            </p>
          )}
        </Details>
      )}
      <p class="kv-under__links">
        {view.phase === 'open' && <a href={formHref(page, view, nodeId)}>{t.commentArticleNamed(label)}</a>}
        <a href={article}>{t.openArticle(label)}</a>
      </p>
    </div>
  )
}
