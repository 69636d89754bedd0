import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { LedgerLine } from '#ui/ledger-line.tsx'
import { Paging } from '#ui/paging.tsx'
import { versionUrls } from '#platform/texts/version-address-rules.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import { CommentFilterPart } from './comment-filter-part.tsx'
import { commentFilterQuery, EVERY_COMMENT } from './comment-filter-rules.ts'
import type { CommentListView, OneCommentView } from './comment-list-view.ts'
import { CommentPart, Words } from './comment-part.tsx'

/** All comments of a consultation, newest first. */
export const CommentListPage = ({ page, view }: { page: PageContext; view: CommentListView }) => {
  const { lang } = page
  const t = textsIn(lang)
  const { consultation, comments, filter } = view
  const { lost: onlyLost } = filter
  const at = (query: string) => inLanguage(lang, consultationUrls.comments(consultation.slug)) + query
  const all = at('')
  const lost = at(commentFilterQuery({ ...EVERY_COMMENT, lost: true }))
  const turned = at(commentFilterQuery({ ...filter, folded: !filter.folded }))
  const narrowed = commentFilterQuery(filter) !== ''
  return (
    <Layout
      page={page}
      title={t.comment.listTitle(consultation.title)}
      canonical={consultationUrls.comments(consultation.slug)}
    >
      <Trail page={page} consultation={consultation} />
      <h1 class="govuk-heading-l">{onlyLost ? t.places.lost : t.comment.list}</h1>
      {onlyLost && <p class="govuk-body">{t.places.lostLead}</p>}
      {(onlyLost || view.lost > 0) && (
        <p class="govuk-body">
          <a href={onlyLost ? all : lost}>{onlyLost ? t.places.backToAll : t.places.allLost(view.lost)}</a>
        </p>
      )}
      {view.groups > 0 && !onlyLost && (
        <p class="govuk-body">
          <a href={inLanguage(lang, consultationUrls.groups(consultation.slug))}>{t.groups.public.link(view.groups)}</a>
          {'. '}
          <a href={turned}>{filter.folded ? t.groups.public.unfold : t.groups.public.fold}</a>
        </p>
      )}
      {!onlyLost && <CommentFilterPart lang={lang} view={view} />}
      {comments.length === 0 ? (
        <EmptyState>{onlyLost ? t.places.noneLost : narrowed ? t.comment.filter.none : t.page.noComments}</EmptyState>
      ) : (
        <CommentPart
          lang={lang}
          zone={consultation.zone}
          slug={consultation.slug}
          comments={comments}
          attachments={view.attachments}
          places={view.places}
          wordings={view.wordings}
          groupLines={view.groupLines}
          answered={view.answered}
          withPlace
          level={2}
        />
      )}
      <Paging
        label={t.comment.paging}
        older={view.older ? { href: at(commentFilterQuery(filter, view.older)), label: t.comment.older } : null}
        newer={view.paged ? { href: at(commentFilterQuery(filter)), label: t.comment.newest } : null}
      />
    </Layout>
  )
}

type OnePageProps = { page: PageContext; view: OneCommentView }

/** One comment at its lasting address, with its earlier wordings. */
export const OneCommentPage = ({ page, view }: OnePageProps) => {
  const { lang } = page
  const t = textsIn(lang)
  const { consultation, comment, earlier } = view
  return (
    <Layout
      page={page}
      title={`${t.comment.permalink(comment.code)}, ${consultation.title}`}
      canonical={consultationUrls.comment(consultation.slug, comment.code)}
      jsonHref={consultationUrls.commentData(consultation.slug, comment.code)}
    >
      <Trail page={page} consultation={consultation} />
      <h1 class="govuk-heading-l">{t.comment.permalink(comment.code)}</h1>
      <CommentPart
        lang={lang}
        zone={consultation.zone}
        slug={consultation.slug}
        comments={[comment]}
        attachments={view.attachments}
        places={view.places}
        wordings={view.wordings}
        groupLines={view.groupLines}
        answered={view.answered}
        effects={view.effects}
        questions={view.questions}
        withPlace
        level={2}
      />
      <ArticleLinks page={page} view={view} />
      {earlier.length > 0 && (
        <Details summary={t.comment.earlier}>
          {earlier.map((version) => (
            <section>
              <h2 class="govuk-heading-s">
                {t.comment.version(version.n, formatDay(lang, version.writtenAt, consultation.zone))}
              </h2>
              <div lang={comment.lang === lang ? undefined : comment.lang}>
                {version.body === '' ? <p>{t.questions.shown.noWords}</p> : <Words words={version.body} />}
              </div>
            </section>
          ))}
        </Details>
      )}
      <LedgerLine lang={lang} entries={view.entries} />
    </Layout>
  )
}

/** The article as it stands now, with what is said about it, and as it was when the comment was made. */
const ArticleLinks = ({ page: { lang }, view: { consultation, comment, places } }: OnePageProps) => {
  const t = textsIn(lang)
  const place = places.get(comment.id)
  const now = place ? place.nodeId : comment.nodeId
  const label = (place ? place.label : comment.articleLabel) ?? ''
  const record = consultationUrls.one(consultation.slug)
  return (
    <>
      {now && (
        <p class="govuk-body">
          <a href={inLanguage(lang, consultationUrls.article(consultation.slug, now))}>{t.page.openArticle(label)}</a>
        </p>
      )}
      {place && (
        <p class="govuk-body">
          <a href={inLanguage(lang, versionUrls.article(record, place.madeIn, place.madeNodeId))}>
            {t.places.asMade(place.madeIn, comment.articleLabel ?? '')}
          </a>
        </p>
      )}
    </>
  )
}

type TrailProps = { page: PageContext; consultation: { slug: string; title: string } }

const Trail = ({ page: { lang }, consultation }: TrailProps) => {
  const t = textsIn(lang)
  return (
    <Breadcrumbs
      label={t.consultations}
      items={[
        { href: inLanguage(lang, consultationUrls.list()), label: t.consultations },
        { href: inLanguage(lang, consultationUrls.one(consultation.slug)), label: consultation.title },
      ]}
    />
  )
}
