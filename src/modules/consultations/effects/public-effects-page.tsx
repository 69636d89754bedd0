import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { versionUrls } from '#platform/texts/version-address-rules.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SubNav } from '#ui/tabs-nav.tsx'
import { WordChanges } from '#ui/word-changes.tsx'
import { authorOf, Words } from '../comments/comment-part.tsx'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import type { SaidComment, SaidRow } from './effect-queries.ts'
import type { PublicEffectsView, PublicPlace } from './public-effects-view.ts'
import { effectUrls } from './urls.ts'

type Props = { page: PageContext; view: PublicEffectsView }

/** What changed in a version of the text, place by place, and the comments because of which it changed. */
export const PublicEffectsPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsIn(lang).effects.page
  const { consultation, version, places } = view
  const { slug, title, zone } = consultation
  const own = effectUrls.public(slug)
  return (
    <Layout
      page={page}
      title={t.titleOf(title)}
      canonical={version && version !== view.versions[0] ? effectUrls.version(slug, version.n) : own}
      jsonHref={effectUrls.data(slug)}
    >
      <Breadcrumbs
        label={textsIn(lang).consultations}
        items={[
          { href: inLanguage(lang, consultationUrls.list()), label: textsIn(lang).consultations },
          { href: inLanguage(lang, consultationUrls.one(slug)), label: title },
        ]}
      />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      {view.versions.length > 1 && (
        <SubNav
          label={t.versions}
          items={view.versions.map(({ id, n }) => ({
            href: inLanguage(lang, effectUrls.version(slug, n)),
            label: t.versionName(n),
            current: id === version?.id,
          }))}
        />
      )}
      {version === null ? (
        <EmptyState>{consultation.textVersionId === null ? t.noText : t.oneVersion}</EmptyState>
      ) : (
        <>
          <h2 class="govuk-heading-m">{t.versionOn(version.n, formatDay(lang, version.publishedAt, zone))}</h2>
          <p class="govuk-body">
            {t.counts(view.count, view.explained)} <Comparison lang={lang} view={view} />
          </p>
          {places.length === 0 && <EmptyState>{t.noChange}</EmptyState>}
          {places.map((place) => (
            <PlaceSection lang={lang} slug={slug} place={place} />
          ))}
          <Ways lang={lang} view={view} n={version.n} />
        </>
      )}
      <Without lang={lang} view={view} />
      <p class="govuk-body-s">
        <a href={effectUrls.data(slug)}>{t.data}</a>
      </p>
    </Layout>
  )
}

type Part = { lang: Lang; view: PublicEffectsView }

const Comparison = ({ lang, view: { consultation, version, earlier } }: Part) => {
  if (!version || earlier === null) return null
  const record = consultationUrls.one(consultation.slug)
  return (
    <a href={inLanguage(lang, versionUrls.comparison(record, { later: version.n, earlier }))}>
      {textsIn(lang).effects.page.comparison}
    </a>
  )
}

const PlaceSection = ({ lang, slug, place }: { lang: Lang; slug: string; place: PublicPlace }) => {
  const t = textsIn(lang).effects
  const { ids, nodeId, words, change, pieces, answers, href } = place
  return (
    <section class="kv-effect" aria-labelledby={`vendi-${nodeId}`}>
      {ids.map((id) => (
        <span id={`ndikimi-${id}`} />
      ))}
      <h3 class="govuk-heading-s" id={`vendi-${nodeId}`}>
        {words} <span class="kv-quiet">– {t.changes[change]}</span>
      </h3>
      <div class="kv-changed-words" lang={lang === 'sq' ? undefined : 'sq'}>
        <WordChanges lang={lang} wordsLang={lang} pieces={pieces} />
      </div>
      <p class="govuk-body-s">
        <a href={inLanguage(lang, href)}>
          {t.page.readArticle}
          <span class="govuk-visually-hidden">: {words}</span>
        </a>
      </p>
      {answers.length === 0 ? (
        <p class="govuk-body kv-quiet">{t.page.unexplained}</p>
      ) : (
        answers.map((answer) => <SaidPart lang={lang} slug={slug} answer={answer} />)
      )}
    </section>
  )
}

const SaidPart = ({ lang, slug, answer }: { lang: Lang; slug: string; answer: SaidRow }) => {
  const t = textsIn(lang).effects
  const more = answer.number - answer.comments.length
  return (
    <div class="kv-effect__answer">
      <ul class="govuk-list govuk-list--bullet">
        {answer.comments.map((comment) => (
          <li>
            <SaidLine lang={lang} slug={slug} comment={comment} />
          </li>
        ))}
        {more > 0 && (
          <li>
            <a href={inLanguage(lang, effectUrls.answer(slug, answer.code))}>{t.moreComments(more)}</a>
          </li>
        )}
      </ul>
      <p class="govuk-body">
        <a href={inLanguage(lang, effectUrls.answer(slug, answer.code))}>{t.answer(answer.code)}</a>:{' '}
        {textsIn(lang).answers.decisions[answer.decision]}.
      </p>
      {answer.reason === null ? (
        <p class="govuk-body kv-quiet">{t.reasonTakenDown}</p>
      ) : (
        <div lang={answer.lang === lang ? undefined : answer.lang}>
          <Words words={answer.reason} />
        </div>
      )}
    </div>
  )
}

const SaidLine = ({ lang, slug, comment }: { lang: Lang; slug: string; comment: SaidComment }) => {
  const t = textsIn(lang).effects
  const other = comment.lang === lang ? undefined : comment.lang
  const unreadable = comment.words === null && comment.suggestion === null
  return (
    <>
      <a href={inLanguage(lang, consultationUrls.comment(slug, comment.code))}>{t.comment(comment.code)}</a>
      {unreadable ? `: ${t.unreadable}` : `, ${authorOf(comment, lang)}: `}
      {comment.quote && <q lang={lang === 'sq' ? undefined : 'sq'}>{comment.quote}</q>}{' '}
      {comment.words && <span lang={other}>{comment.words}</span>}
      {comment.suggestion && (
        <>
          {' '}
          {t.proposes}: <span lang={other}>{comment.suggestion}</span>
        </>
      )}
    </>
  )
}

const Ways = ({ lang, view: { consultation, next, paged }, n }: Part & { n: number }) => {
  const t = textsIn(lang).effects.page
  const own = inLanguage(lang, effectUrls.version(consultation.slug, n))
  return (
    <Paging
      label={t.paging}
      older={next === null ? null : { href: `${own}&nga=${next}`, label: t.next }}
      newer={paged ? { href: own, label: t.first } : null}
    />
  )
}

const Without = ({ lang, view: { consultation, without, withoutCount } }: Part) => {
  if (withoutCount === 0) return null
  const t = textsIn(lang).effects
  const { slug } = consultation
  return (
    <section aria-labelledby="pa-ndryshim">
      <h2 class="govuk-heading-m" id="pa-ndryshim">
        {t.page.withoutTitle}
      </h2>
      <p class="govuk-body">{t.page.withoutLead}</p>
      <ul class="govuk-list govuk-list--bullet">
        {without.map(({ code, decision, comments, number }) => (
          <li>
            <a href={inLanguage(lang, effectUrls.answer(slug, code))}>{t.answer(code)}</a> (
            {textsIn(lang).answers.decisions[decision].toLowerCase()}):{' '}
            {comments.map((comment, at) => (
              <>
                {at > 0 && ', '}
                <a href={inLanguage(lang, consultationUrls.comment(slug, comment))}>{comment}</a>
              </>
            ))}{' '}
            {number > comments.length && t.moreComments(number - comments.length)}
          </li>
        ))}
        {withoutCount > without.length && <li>{t.page.withoutMore(withoutCount - without.length)}</li>}
      </ul>
    </section>
  )
}
