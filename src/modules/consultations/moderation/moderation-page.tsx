import { typeName } from '#platform/documents/type-name.ts'
import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment, formatSize } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { Thread } from '#ui/thread.tsx'
import { AnswerLine } from '../answers/answer-line-part.tsx'
import { wantsAnswer } from '../answers/answer-rules.ts'
import { placeOf, Words } from '../comments/comment-part.tsx'
import { HOLD_GROUNDS } from '../comments/comment-rules.ts'
import { InGroup } from '../groups/group-part.tsx'
import { textsIn } from '../texts.ts'
import { consultationUrls, officeUrls } from '../urls.ts'
import { CommentTag } from '../desk/desk-rows-part.tsx'
import { Keys } from '../desk/keys-part.tsx'
import { Answers, Suggestion } from '../questions/said-part.tsx'
import { RecordLinks } from '../record-links-part.tsx'
import { Known, ListContext, Notes } from './known-part.tsx'
import { Work } from './work-part.tsx'
import type { ModerationView } from './moderation-view.ts'

type Props = {
  page: PageContext
  view: ModerationView
  typed?: { ground: string; note: string }
  errors?: FieldErrors
  status?: string | null
  /** Of the form of a new note. */
  form: string
}

/** One comment as the office sees it: the words, why it waits, the two moves, and all that happened. */
export const ModerationPage = ({
  page,
  view,
  typed = { ground: '', note: '' },
  errors = {},
  status = null,
  form,
}: Props) => {
  const { lang } = page
  const t = textsIn(lang).office
  const { comment, list } = view
  const back = list ? (list.query ? `?${list.query}` : '?pamja=te-gjitha') : '?gjendja=waiting'
  return (
    <Layout
      page={page}
      title={textsIn(lang).comment.permalink(comment.code)}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: `${inLanguage(lang, officeUrls.comments())}${back}`, label: t.commentsTitle }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">
        {textsIn(lang).comment.permalink(comment.code)} <CommentTag state={comment.state} lang={lang} />
      </h1>
      <div class="kv-desk-one" data-desk-one>
        <ListContext lang={lang} view={view} />
        <div>
          <Said page={page} view={view} />
          <WhyItWaits page={page} view={view} />
          <Attachments page={page} view={view} />
          {view.moves.length > 0 && <Moves page={page} view={view} typed={typed} errors={errors} form={form} />}
          {view.nextWaiting && (
            <p class="govuk-body">
              <a href={inLanguage(lang, officeUrls.comment(view.nextWaiting))}>{t.nextWaiting}</a>
            </p>
          )}
          <Work lang={lang} view={view} errors={errors} />
          <Notes lang={lang} view={view} form={form} />
          <History page={page} view={view} />
        </div>
        <div class="kv-columns__right">
          <Facts page={page} view={view} />
          <InGroup lang={lang} consultationId={comment.consultationId} group={view.group} />
          <AnswerLine
            lang={lang}
            consultationId={comment.consultationId}
            commentId={comment.id}
            answer={view.answer}
            wants={wantsAnswer(comment)}
            mayWrite={view.mayAnswer}
          />
          <Known lang={lang} view={view} />
        </div>
      </div>
      <Keys lang={lang} />
      <RecordLinks lang={lang} subject={`consultations.comment:${comment.id}`} mayTakeDown={view.mayTakeDown} />
    </Layout>
  )
}

type Part = Pick<Props, 'page' | 'view'>

const Said = ({ page: { lang }, view }: Part) => {
  const { comment } = view
  return (
    <>
      {comment.quote && <blockquote class="kv-comment__quote">{comment.quote}</blockquote>}
      <h2 class="govuk-heading-m">{textsIn(lang).office.columns.words}</h2>
      <div class="kv-comment__words" lang={comment.lang === lang ? undefined : comment.lang}>
        <Words words={comment.body} />
      </div>
      {comment.suggestion !== null && (
        <Suggestion lang={lang} suggestion={comment.suggestion} pieces={view.wording.get(comment.id)} />
      )}
      <Answers lang={lang} answers={comment.answers} questions={view.questions} />
      {view.mayRedact && (
        <p class="govuk-body">
          <a href={inLanguage(lang, officeUrls.redaction(comment.id))}>{textsIn(lang).redaction.link}</a>
        </p>
      )}
    </>
  )
}

const Facts = ({ page: { lang }, view: { comment } }: Part) => {
  const texts = textsIn(lang)
  const t = texts.office
  const name = comment.authorName
    ? `${comment.authorName} (${comment.namePublic ? t.authorPublic : t.authorHidden})`
    : t.noName
  return (
    <SummaryList
      rows={[
        {
          key: t.consultation,
          value: <a href={inLanguage(lang, consultationUrls.one(comment.slug))}>{comment.consultationTitle}</a>,
        },
        { key: t.columns.about, value: placeOf(comment, lang) },
        { key: t.author, value: comment.organisation ? `${comment.organisation}; ${name}` : name },
        { key: texts.own.sentAt, value: formatMoment(lang, comment.sentAt, comment.zone) },
        { key: texts.own.confirmedAt, value: formatMoment(lang, comment.confirmedAt, comment.zone) },
        ...(comment.state === 'published'
          ? [
              {
                key: t.state,
                value: (
                  <a href={inLanguage(lang, consultationUrls.comment(comment.slug, comment.code))}>{t.seePublic}</a>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

const WhyItWaits = ({ page: { lang }, view: { comment, attachments } }: Part) => {
  const t = textsIn(lang).office
  if (comment.state !== 'waiting') return null
  const found = comment.found.map((kind) => t.found[kind] ?? kind).join(', ')
  return (
    <Inset>
      <strong>{t.foundTitle}.</strong> {found && t.foundWords(found)} {attachments.length > 0 && t.foundFiles}
      {comment.found.includes('wave') && <p>{textsIn(lang).oneComment.waveWhy}</p>}
    </Inset>
  )
}

const Attachments = ({ page: { lang }, view: { comment, attachments } }: Part) =>
  attachments.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">{textsIn(lang).office.attachments}</h2>
      <p class="govuk-hint">{textsIn(lang).office.attachmentsHint}</p>
      <ul class="govuk-list">
        {attachments.map((document) => (
          <li>
            <a href={inLanguage(lang, officeUrls.commentDocument(comment.id, document.id))}>{document.fileName}</a>{' '}
            <span class="kv-quiet">
              {typeName(document.mediaType)}, {formatSize(lang, document.size)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )

const Moves = ({ page: { lang }, view: { comment, moves }, typed, errors }: Required<Omit<Props, 'status'>>) => {
  const texts = textsIn(lang)
  const t = texts.office
  const seen = (
    <>
      <input type="hidden" name="versioni" value={String(comment.version)} />
      <input type="hidden" name="gjendja" value={comment.state} />
    </>
  )
  return (
    <div class="kv-moves">
      {moves.includes('release') && (
        <form
          method="post"
          action={inLanguage(lang, officeUrls.release(comment.id))}
          data-submit-once
          data-desk-release
        >
          {seen}
          <Button kind="primary">{t.release}</Button>
        </form>
      )}
      {moves.includes('hold') && (
        <Details summary={t.holdTitle} id="mbajtja" open={'arsyeja' in errors || 'shpjegimi' in errors}>
          <form method="post" action={inLanguage(lang, officeUrls.hold(comment.id))} novalidate data-submit-once>
            {seen}
            <RadioField
              name="arsyeja"
              legend={t.ground}
              hint={t.holdHint}
              value={typed.ground}
              error={errors.arsyeja}
              small
              options={HOLD_GROUNDS.map((ground) => ({ value: ground, label: texts.grounds[ground] }))}
            />
            <TextAreaField
              name="shpjegimi"
              label={t.note}
              value={typed.note}
              error={errors.shpjegimi}
              rows={3}
              maxLength={1000}
              countText={texts.form.charactersLeft}
            />
            <Button kind="warning">{t.hold}</Button>
          </form>
        </Details>
      )}
    </div>
  )
}

const History = ({ page: { lang }, view: { comment, events, versions } }: Part) => {
  const texts = textsIn(lang)
  const t = texts.office
  return (
    <>
      <h2 class="govuk-heading-m">{t.history}</h2>
      <Thread
        label={t.history}
        steps={events.map((event, index) => ({
          title: texts.comment.eventNames[event.kind] ?? event.kind,
          when: [formatMoment(lang, event.at, comment.zone), event.byPost && t.by(event.byPost)]
            .filter(Boolean)
            .join(', '),
          text: [event.ground ? texts.grounds[event.ground] : null, event.note].filter(Boolean).join('. ') || undefined,
          state: index === events.length - 1 ? 'now' : 'done',
        }))}
      />
      {versions.length > 1 && (
        <Details summary={t.versions}>
          {versions.map((version) => (
            <section>
              <h3 class="govuk-heading-s">
                {texts.comment.version(version.n, formatMoment(lang, version.writtenAt, comment.zone))}
              </h3>
              <Words words={version.body} />
            </section>
          ))}
        </Details>
      )}
    </>
  )
}
