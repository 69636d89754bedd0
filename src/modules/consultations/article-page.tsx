import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { linksToArticles } from '#platform/texts/references/shown-reference-rules.ts'
import { ArticleText } from '#ui/article-text.tsx'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { BecauseSection } from '#ui/because.tsx'
import { LinkButton } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { ConsultationClock } from './clock-part.tsx'
import { CommentPart } from './comments/comment-part.tsx'
import type { ArticleView } from './article-view.ts'
import { effectUrls } from './effects/urls.ts'
import { textsIn } from './texts.ts'
import { consultationUrls } from './urls.ts'
import { VersionLine } from './version-part.tsx'

type Props = { page: PageContext; view: ArticleView }

/** One article and everything said about it. */
export const ArticlePage = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  const { consultation, article } = view
  const label = article.label ?? ''
  const own = consultationUrls.article(consultation.slug, article.nodeId)
  const heading = `${t.page.article} ${label}${article.heading ? `: ${article.heading}` : ''}`
  const form = `${inLanguage(lang, consultationUrls.commentForm(consultation.slug))}?neni=${article.nodeId}`
  return (
    <Layout
      page={page}
      title={`${heading}, ${consultation.title}`}
      canonical={own}
      share={{ text: view.share, picture: consultationUrls.picture(consultation.slug) }}
    >
      <Breadcrumbs
        label={t.consultations}
        items={[
          { href: inLanguage(lang, consultationUrls.list()), label: t.consultations },
          {
            href: `${inLanguage(lang, consultationUrls.one(consultation.slug))}#${article.id}`,
            label: consultation.title,
          },
        ]}
      />
      <h1 class="govuk-heading-l">
        {t.page.article} {label} <span lang={lang === 'sq' ? undefined : 'sq'}>{article.heading}</span>
      </h1>
      <ConsultationClock lang={lang} consultation={consultation} phase={view.phase} deadline={view.deadline} />
      <VersionLine lang={lang} consultation={consultation} nodeId={article.nodeId} />
      <ArticleText
        nodes={[{ ...article, kind: 'paragraph' }]}
        level={2}
        references={linksToArticles(view.tree, `${lang} ${consultation.slug}`, (id) =>
          inLanguage(lang, consultationUrls.article(consultation.slug, id)),
        )}
        lang={lang === 'sq' ? undefined : 'sq'}
        {...(view.phase === 'open' ? { passages: { href: () => form, label: t.page.commentPassage } } : {})}
      />
      {view.phase === 'open' && <LinkButton href={form}>{t.page.commentArticle}</LinkButton>}
      <BecauseSection lang={lang} items={view.because} href={effectUrls.public(consultation.slug)} level={2} />
      <Comments page={page} view={view} />
      <Neighbours page={page} view={view} />
    </Layout>
  )
}

const Comments = ({ page: { lang }, view }: Props) => {
  const t = textsIn(lang)
  const { consultation, article, comments } = view
  const own = inLanguage(lang, consultationUrls.article(consultation.slug, article.nodeId))
  return (
    <>
      <h2 class="govuk-heading-m" id="komentet">
        {view.count === 0 ? t.comment.list : t.page.articleComments(view.count)}
      </h2>
      {comments.length === 0 ? (
        <EmptyState>{t.page.noComments}</EmptyState>
      ) : (
        <CommentPart
          lang={lang}
          zone={consultation.zone}
          slug={consultation.slug}
          comments={comments}
          attachments={view.attachments}
          places={view.places}
          wordings={view.wordings}
          answered={view.answered}
          level={3}
        />
      )}
      <Paging
        label={t.comment.paging}
        older={view.older ? { href: `${own}?para=${view.older}#komentet`, label: t.comment.older } : null}
        newer={view.paged ? { href: `${own}#komentet`, label: t.comment.newest } : null}
      />
    </>
  )
}

const Neighbours = ({ page: { lang }, view: { consultation, previous, next } }: Props) => {
  const t = textsIn(lang).page
  const to = (nodeId: string) => inLanguage(lang, consultationUrls.article(consultation.slug, nodeId))
  return (
    <Paging
      label={t.contents}
      newer={previous ? { href: to(previous.nodeId), label: `${t.previous} (${previous.label})` } : null}
      older={next ? { href: to(next.nodeId), label: `${t.next} (${next.label})` } : null}
    />
  )
}
