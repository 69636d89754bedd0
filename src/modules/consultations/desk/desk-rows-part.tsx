import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Tag } from '#ui/tag.tsx'
import { authorOf } from '../comments/comment-part.tsx'
import { shorten } from '../comments/shorten-rules.ts'
import type { CommentState } from '../comments/comment-rules.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import type { DeskComment } from './desk-queries.ts'

type Props = {
  lang: Lang
  comments: readonly DeskComment[]
  /** The question as it stands in the address: the page of a comment knows by it what comes next. */
  query: string
  /** Rows can be chosen for a deed on many. */
  ticks: boolean
}

/** The rows of the desk. */
export const DeskRows = ({ lang, comments, query, ticks }: Props) => {
  const texts = textsIn(lang)
  const { columns, commentsTitle } = texts.office
  return (
    <DataTable
      caption={commentsTitle}
      captionHidden
      head={[
        ...(ticks ? [{ label: texts.desk.tickColumn, tight: true }] : []),
        { label: columns.code, tight: true },
        { label: columns.received },
        { label: columns.words },
        { label: columns.author },
        { label: columns.about },
        { label: columns.state },
      ]}
      rows={comments.map((comment) => [
        ...(ticks ? [<Tick lang={lang} comment={comment} />] : []),
        <a href={commentHref(lang, comment.id, query)} data-desk-open>
          {comment.code}
        </a>,
        <Received lang={lang} comment={comment} />,
        <Words lang={lang} comment={comment} />,
        authorOf(comment, lang),
        <About lang={lang} comment={comment} />,
        <Where lang={lang} comment={comment} />,
      ])}
    />
  )
}

export const commentHref = (lang: Lang, id: string, query: string): string =>
  inLanguage(lang, officeUrls.comment(id)) + (query ? `?lista=${encodeURIComponent(query)}` : '')

const Tick = ({ lang, comment: { id, code } }: { lang: Lang; comment: DeskComment }) => (
  <div class="govuk-checkboxes govuk-checkboxes--small">
    <div class="govuk-checkboxes__item">
      <input class="govuk-checkboxes__input" type="checkbox" id={`k-${id}`} name="k" value={id} data-desk-tick />
      <label class="govuk-label govuk-checkboxes__label" for={`k-${id}`}>
        <span class="govuk-visually-hidden">{textsIn(lang).desk.tick(code)}</span>
      </label>
    </div>
  </div>
)

const Received = ({ lang, comment }: { lang: Lang; comment: DeskComment }) => {
  const t = textsIn(lang).desk
  return (
    <>
      {formatMoment(lang, comment.confirmedAt, comment.zone)}
      {comment.channel !== 'web' && <span class="kv-quiet"> {t.channels[comment.channel]}</span>}
      {comment.late && <Tag tone="late">{t.lateTag}</Tag>}
    </>
  )
}

const Words = ({ lang, comment }: { lang: Lang; comment: DeskComment }) => {
  const t = textsIn(lang).desk
  const { body, suggests, labels } = comment
  return (
    <>
      {body === '' ? (
        <span class="kv-quiet">{t.noWords}</span>
      ) : (
        <span lang={comment.lang === lang ? undefined : comment.lang}>{shorten(body)}</span>
      )}
      {suggests && <span class="kv-quiet"> {t.suggests}</span>}
      <Labels labels={labels} />
    </>
  )
}

/** The word says it; the colour only helps the eye. */
export const Labels = ({ labels }: { labels: readonly { name: string; tone: number }[] }) =>
  labels.length === 0 ? null : (
    <ul class="kv-labels">
      {labels.map(({ name, tone }) => (
        <li class={`kv-label kv-label--${tone}`}>{name}</li>
      ))}
    </ul>
  )

const About = ({ lang, comment }: { lang: Lang; comment: DeskComment }) => {
  const texts = textsIn(lang)
  const { articleLabel, lost, consultationTitle } = comment
  return (
    <span>
      {articleLabel === null ? texts.desk.whole : `${texts.page.article} ${articleLabel}`}
      {lost && <span class="kv-quiet"> ({texts.desk.lost})</span>}
      <span class="kv-quiet"> {shorten(consultationTitle, 60)}</span>
    </span>
  )
}

const Where = ({ lang, comment }: { lang: Lang; comment: DeskComment }) => {
  const t = textsIn(lang).desk
  return (
    <>
      <CommentTag state={comment.state} lang={lang} />
      {comment.state === 'waiting' && comment.found.includes('wave') && <Tag tone="warning">{t.wave}</Tag>}
      {comment.assignee && <span class="kv-quiet"> {t.assignedTo(comment.assignee)}</span>}
    </>
  )
}

export const CommentTag = ({ state, lang }: { state: CommentState; lang: Lang }) => {
  const tones = {
    sent: 'plain',
    waiting: 'warning',
    published: 'done',
    held: 'stopped',
    withdrawn: 'plain',
    erased: 'plain',
    'taken-down': 'stopped',
  } as const
  return <Tag tone={tones[state]}>{textsIn(lang).office.stateOf[state]}</Tag>
}
