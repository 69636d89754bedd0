import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Layout } from '#ui/layout.tsx'
import { Thread } from '#ui/thread.tsx'
import { placeOf, Words } from '../comments/comment-part.tsx'
import { OwnAnswer, storySteps } from '../telling/story-part.tsx'
import { tellingTexts } from '../telling/texts.ts'
import { tellingUrls } from '../telling/urls.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls, ownCommentUrls, senderUrls } from '../urls.ts'
import type { SenderView } from './delivery-view.ts'
import type { MemberView } from './member-view.ts'

/** All that one letter brought, for whoever sent it: each comment with its code, and the way to it. */
export const SenderPage = ({ page, view }: { page: PageContext; view: SenderView }) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.entry.sender
  const { consultation, points } = view
  return (
    <Layout page={page} title={t.title} robots="noindex">
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body-l" lang={consultation.shownLang === lang ? undefined : consultation.shownLang}>
        {consultation.title}
      </p>
      <p class="govuk-body">
        {t.lead(points.length)} {t.keep}
      </p>
      {points.map((point) => (
        <article class="kv-comment">
          <h2 class="kv-comment__author">
            {t.point(point.n)}: {point.code}
          </h2>
          <p class="kv-comment__quiet">
            {texts.own.states[point.state]}, {placeOf(point, lang)}
          </p>
          {point.body !== null && (
            <div class="kv-comment__words" lang={point.lang === lang ? undefined : point.lang}>
              <Words words={point.body} />
            </div>
          )}
          {point.answer && (
            <p class="govuk-body">
              <a href={inLanguage(lang, tellingUrls.answer(consultation.slug, point.answer.answerCode))}>
                {tellingTexts(lang).story.answeredState(tellingTexts(lang).decisions[point.answer.decision])}
                <span class="govuk-visually-hidden"> {point.code}</span>
              </a>
            </p>
          )}
          {point.state !== 'erased' && (
            <p class="govuk-body">
              <a href={inLanguage(lang, ownCommentUrls.one(point.token))}>
                {t.open}
                <span class="govuk-visually-hidden"> {point.code}</span>
              </a>
            </p>
          )}
        </article>
      ))}
    </Layout>
  )
}

/** What was said in an organisation's name, and the way to say that it was not. */
export const MemberPage = ({ page, member, token }: { page: PageContext; member: MemberView; token: string }) => {
  const { lang } = page
  const t = textsIn(lang).entry.member
  const { organisation, groupName, title, body, withdrawnAt, state, slug, code, zone } = member
  const steps = storySteps({ lang, slug, zone }, member.story, member.effects)
  return (
    <Layout page={page} title={t.title} robots="noindex">
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body-l">{title}</p>
      <p class="govuk-body">{t.lead(organisation, groupName)}</p>
      <h2 class="govuk-heading-m">{t.words}</h2>
      {body === null ? (
        <p class="govuk-body">{t.gone}</p>
      ) : (
        <div class="kv-comment__words" lang={member.commentLang === lang ? undefined : member.commentLang}>
          <Words words={body} />
        </div>
      )}
      {state === 'published' && (
        <p class="govuk-body">
          <a href={inLanguage(lang, consultationUrls.comment(slug, code))}>{t.see}</a>
        </p>
      )}
      <OwnAnswer lang={lang} slug={slug} ownKey={null} story={member.story} />
      {steps.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{textsIn(lang).own.history}</h2>
          <Thread
            label={textsIn(lang).own.history}
            steps={steps.map(({ step }, index) => ({ ...step, state: index === steps.length - 1 ? 'now' : 'done' }))}
          />
        </>
      )}
      {withdrawnAt ? (
        <p class="govuk-body">{t.done(formatDay(lang, withdrawnAt, zone))}</p>
      ) : (
        <form method="post" action={inLanguage(lang, senderUrls.notMine(token))} data-submit-once>
          <p class="govuk-body">{t.notMineWords}</p>
          <Button kind="warning" preventDoubleClick>
            {t.notMine}
          </Button>
        </form>
      )}
    </Layout>
  )
}
