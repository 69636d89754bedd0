import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay, formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { EntryList } from '#ui/entry-list.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { KilimBand } from '#ui/kilim-band.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { Thread } from '#ui/thread.tsx'
import { OwnGroup } from '../groups/group-part.tsx'
import { AnswerFields } from '../questions/answer-fields-part.tsx'
import { Answers, Suggestion } from '../questions/said-part.tsx'
import { SuggestionField } from '../questions/suggestion-field-part.tsx'
import { OwnAnswer, storySteps } from '../telling/story-part.tsx'
import { tellingTexts } from '../telling/texts.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls, ownCommentUrls } from '../urls.ts'
import { PlaceLine } from './comment-place-part.tsx'
import { placeOf, Words } from './comment-part.tsx'
import { COMMENT_LIMITS } from './comment-rules.ts'
import type { CorrectionView, OwnCommentLine, OwnCommentView } from './own-comment-view.ts'
import { OwnReceipts } from './own-receipt-part.tsx'

type Props = {
  page: PageContext
  view: OwnCommentView
  status?: string | null
  /** Whether PDFs can be made here. */ pdf?: boolean
}

/** The receipt: what we have, where it stands, what happened to it, and what its author can do. */
export const OwnCommentPage = ({ page, view, status = null, pdf = false }: Props) => {
  const { lang } = page
  const t = textsIn(lang).own
  return (
    <Layout page={page} title={t.title} robots="noindex" status={status}>
      <h1 class="govuk-heading-l">{view.own.code ? t.received : t.title}</h1>
      <KilimBand />
      <Receipt page={page} view={view} />
      <OwnAnswer lang={lang} slug={view.own.slug} ownKey={view.key} story={view.story} />
      {view.own.state === 'waiting' && <Inset>{t.waitingWhy}</Inset>}
      <h2 class="govuk-heading-m">{textsIn(lang).form.body}</h2>
      <OwnWords page={page} view={view} />
      {view.mayChange && <Changes page={page} view={view} />}
      <OwnGroup lang={lang} slug={view.own.slug} ownKey={view.key} line={view.groupLine} />
      <OwnReceipts page={page} view={view} pdf={pdf} />
      <h2 class="govuk-heading-m">{t.history}</h2>
      <History page={page} view={view} />
      <p class="govuk-body">{t.keepLink}</p>
    </Layout>
  )
}

/** All that its author has said: words, a wording of their own, answers. */
const OwnWords = ({ page: { lang }, view: { own, pieces, questions } }: Pick<Props, 'page' | 'view'>) => (
  <Inset>
    {own.body === '' ? <p>{textsIn(lang).questions.shown.noWords}</p> : <Words words={own.body} />}
    {own.suggestion && <Suggestion lang={lang} suggestion={own.suggestion} pieces={pieces} />}
    <Answers lang={lang} answers={own.answers} questions={questions} />
  </Inset>
)

const Receipt = ({ page: { lang }, view: { own, place } }: Omit<Props, 'status'>) => {
  const t = textsIn(lang).own
  const name = own.authorName ? `${own.authorName} (${own.namePublic ? t.namePublic : t.nameHidden})` : t.nameHidden
  const rows = [
    ...(own.code ? [{ key: t.code, value: <strong class="kv-code">{own.code}</strong> }] : []),
    { key: t.state, value: t.states[own.state] },
    {
      key: t.consultation,
      value: <a href={inLanguage(lang, consultationUrls.one(own.slug))}>{own.title}</a>,
    },
    { key: t.about, value: placeOf(own, lang) },
    ...(place
      ? [
          {
            key: textsIn(lang).places.now,
            value: <PlaceLine lang={lang} slug={own.slug} place={place} madeLabel={own.articleLabel} />,
          },
        ]
      : []),
    { key: t.author, value: own.organisation ? `${own.organisation}; ${name}` : name },
    { key: t.sentAt, value: formatMoment(lang, own.sentAt, own.zone) },
    ...(own.confirmedAt ? [{ key: t.confirmedAt, value: formatMoment(lang, own.confirmedAt, own.zone) }] : []),
  ]
  return <SummaryList rows={rows} />
}

const Changes = ({ page: { lang }, view }: Omit<Props, 'status'>) => {
  const t = textsIn(lang).own
  const { own, key } = view
  return (
    <p class="kv-buttons">
      <LinkButton href={inLanguage(lang, ownCommentUrls.correction(key))} kind="secondary">
        {t.correct}
      </LinkButton>{' '}
      <a href={inLanguage(lang, ownCommentUrls.withdrawal(key))}>{t.withdraw}</a>
      {own.code && own.state === 'published' && (
        <>
          {' '}
          <a href={inLanguage(lang, consultationUrls.comment(own.slug, own.code))}>{t.seePublic}</a>
        </>
      )}
    </p>
  )
}

/** From the first word to the rating of the answer, in order. */
const History = ({ page: { lang }, view: { own, events, story, effects } }: Omit<Props, 'status'>) => {
  const texts = textsIn(lang)
  const happened = events.map((event) => ({
    at: event.at,
    step: {
      title: texts.own.events[event.kind] ?? event.kind,
      when: formatMoment(lang, event.at, own.zone),
      text: [event.ground ? texts.grounds[event.ground] : null, event.note].filter(Boolean).join('. ') || undefined,
    },
  }))
  const steps = [...happened, ...storySteps({ lang, slug: own.slug, zone: own.zone }, story, effects)]
  return (
    <Thread
      label={texts.own.history}
      steps={steps
        .toSorted((one, other) => one.at.getTime() - other.at.getTime())
        .map(({ step }, index) => ({ ...step, state: index === steps.length - 1 ? 'now' : 'done' }))}
    />
  )
}

/** Behind the link of the letter: one button. Opening the page changes nothing, for scanners open every link. */
export const ConfirmCommentPage = ({
  page,
  view,
  refusal,
}: {
  page: PageContext
  view: OwnCommentView
  refusal: string | null
}) => {
  const { lang } = page
  const t = textsIn(lang).own
  const { own, key, confirmableUntil } = view
  return (
    <Layout page={page} title={t.confirmTitle} robots="noindex">
      <h1 class="govuk-heading-l">{t.confirmTitle}</h1>
      <p class="govuk-body-l">{own.title}</p>
      <OwnWords page={page} view={view} />
      {refusal ? (
        <p class="govuk-body" role="alert">
          {refusal}
        </p>
      ) : (
        <>
          <p class="govuk-body">{t.confirmWords}</p>
          <form method="post" action={inLanguage(lang, ownCommentUrls.confirmation(key))} data-submit-once>
            <Button kind="primary" preventDoubleClick>
              {t.confirm}
            </Button>
          </form>
          {confirmableUntil && (
            <p class="govuk-body">{t.confirmUntil(formatMoment(lang, confirmableUntil, own.zone))}</p>
          )}
          <p class="govuk-body">{t.keepLink}</p>
        </>
      )}
    </Layout>
  )
}

type CorrectProps = {
  page: PageContext
  view: OwnCommentView
  correction: CorrectionView
  typed: Typed
  version: number
  errors: FieldErrors
}

export const CorrectCommentPage = ({ page, view, correction, typed, version, errors }: CorrectProps) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.own
  return (
    <Layout
      page={page}
      title={t.correctTitle}
      robots="noindex"
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, ownCommentUrls.one(view.key)), label: t.title }}
    >
      <ErrorSummary title={texts.form.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.correctTitle}</h1>
      <p class="govuk-body-l">{view.own.title}</p>
      <form method="post" action={inLanguage(lang, ownCommentUrls.correction(view.key))} novalidate data-submit-once>
        <input type="hidden" name="versioni" value={String(version)} />
        <TextAreaField
          name="komenti"
          label={texts.form.body}
          hint={t.correctHint}
          value={typed.komenti}
          error={errors.komenti}
          rows={9}
          maxLength={COMMENT_LIMITS.body}
          countText={texts.form.charactersLeft}
        />
        {view.own.nodeId && (
          <SuggestionField
            lang={lang}
            slug={view.own.slug}
            nodeId={view.own.nodeId}
            base={correction.base}
            parts={[]}
            typed={typed}
            errors={errors}
          />
        )}
        <AnswerFields lang={lang} zone={view.own.zone} questions={correction.asked} typed={typed} errors={errors} />
        <Button kind="primary">{t.correctSubmit}</Button>
      </form>
    </Layout>
  )
}

export const WithdrawCommentPage = ({
  page,
  view,
  refusal,
}: {
  page: PageContext
  view: OwnCommentView
  refusal: string | null
}) => {
  const { lang } = page
  const t = textsIn(lang).own
  return (
    <Layout page={page} title={t.withdrawTitle} robots="noindex">
      <h1 class="govuk-heading-l">{t.withdrawTitle}</h1>
      <OwnWords page={page} view={view} />
      {refusal ? (
        <p class="govuk-body" role="alert">
          {refusal}
        </p>
      ) : (
        <form method="post" action={inLanguage(lang, ownCommentUrls.withdrawal(view.key))}>
          <p class="govuk-body">{t.withdrawWords}</p>
          <Button kind="warning">{t.withdrawSubmit}</Button>
        </form>
      )}
      <p class="govuk-body">
        <a href={inLanguage(lang, ownCommentUrls.one(view.key))}>{t.keep}</a>
      </p>
    </Layout>
  )
}

function stateOf(lang: PageContext['lang'], { state, decision }: OwnCommentLine) {
  if (decision !== null && state !== 'withdrawn') {
    const { story, decisions } = tellingTexts(lang)
    return { tone: 'done' as const, label: story.answeredState(decisions[decision]) }
  }
  const tone = state === 'published' ? 'done' : state === 'withdrawn' ? 'plain' : 'warning'
  return { tone, label: textsIn(lang).own.states[state] } as const
}

export const MyCommentsPage = ({
  page,
  email,
  comments,
}: {
  page: PageContext
  email: string
  comments: readonly OwnCommentLine[]
}) => {
  const { lang } = page
  const t = textsIn(lang).own
  return (
    <Layout page={page} title={t.mine} robots="noindex">
      <h1 class="govuk-heading-l">{t.mine}</h1>
      <p class="govuk-body-l">{t.mineLead(email)}</p>
      {comments.length === 0 ? (
        <EmptyState>{t.mineNone}</EmptyState>
      ) : (
        <EntryList
          items={comments.map((own) => ({
            href: inLanguage(lang, ownCommentUrls.one(own.id)),
            title: own.title,
            quiet: [own.code, placeOf(own, lang), formatDay(lang, own.sentAt, own.zone)].filter(Boolean).join(' · '),
            state: stateOf(lang, own),
          }))}
        />
      )}
    </Layout>
  )
}
