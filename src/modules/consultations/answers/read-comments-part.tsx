import type { Child } from 'hono/jsx'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Tag } from '#ui/tag.tsx'
import { placeOf, Words } from '../comments/comment-part.tsx'
import { CommentTag } from '../desk/desk-rows-part.tsx'
import { Suggestion } from '../questions/said-part.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import type { ReadComment } from './work-queries.ts'

type Props = { lang: Lang; comments: readonly ReadComment[]; tick?: (comment: ReadComment) => Child }

/** Comments in full, as whoever answers reads them: their words, without names. */
export const ReadComments = ({ lang, comments, tick }: Props) => {
  const t = textsIn(lang).answers.office
  return (
    <ul class="govuk-list kv-variants">
      {comments.map((comment) => (
        <li class="kv-variant">
          {tick?.(comment)}
          <p class="govuk-hint">
            <a href={inLanguage(lang, officeUrls.comment(comment.id))}>{comment.code}</a>, {placeOf(comment, lang)}{' '}
            {comment.state !== 'published' && <CommentTag state={comment.state} lang={lang} />}
            {comment.late && <Tag tone="late">{t.late}</Tag>}
            {comment.changed && <Tag tone="warning">{t.changed}</Tag>}
          </p>
          {comment.quote && <blockquote class="kv-comment__quote">{comment.quote}</blockquote>}
          <div lang={comment.lang === lang ? undefined : comment.lang}>
            {comment.body === '' ? <p class="govuk-hint">{t.noWords}</p> : <Words words={comment.body} />}
          </div>
          {comment.suggestion !== null && <Suggestion lang={lang} suggestion={comment.suggestion} pieces={undefined} />}
        </li>
      ))}
    </ul>
  )
}

type TickProps = { id: string; name: string; label: string }

export const TickField = ({ id, name, label }: TickProps) => (
  <div class="govuk-checkboxes govuk-checkboxes--small">
    <div class="govuk-checkboxes__item">
      <input class="govuk-checkboxes__input" type="checkbox" id={`k-${id}`} name={name} value={id} />
      <label class="govuk-label govuk-checkboxes__label" for={`k-${id}`}>
        <span class="govuk-visually-hidden">{label}</span>
      </label>
    </div>
  </div>
)
