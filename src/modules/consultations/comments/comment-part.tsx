import type { Document } from '#platform/documents/document-queries.ts'
import { formatDay, formatSize } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { takedownTextsIn } from '#platform/takedowns/takedown-texts.ts'
import { AnswerPart } from '../answers/answer-part.tsx'
import { Effects } from '../effects/effects-part.tsx'
import type { Effect } from '../effects/effects-view.ts'
import type { AnswerToComment } from '../answers/public-answer-queries.ts'
import { Answers, Suggestion } from '../questions/said-part.tsx'
import type { Question } from '../questions/question-rules.ts'
import type { Wordings } from '../questions/wording-view.ts'
import { CameInLine } from '../entry/came-in-part.tsx'
import { LikeOthers } from '../groups/group-part.tsx'
import type { GroupLine } from '../groups/public-group-queries.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import { PlaceLine } from './comment-place-part.tsx'
import type { CommentPlaces } from './comment-place-rules.ts'
import type { PublishedComment } from './comment-queries.ts'

type Props = {
  lang: Lang
  zone: string
  slug: string
  comments: readonly PublishedComment[]
  attachments?: readonly Document[]
  /** Where those stand now that were made on an earlier version of the text. */
  places?: CommentPlaces
  /** What the wordings that they propose change in the text. */
  wordings?: Wordings
  /** Given where their answers are shown in full; elsewhere it is said how many there are. */
  questions?: readonly Question[]
  /** Says of each comment what it is about: on pages that mix articles. */
  withPlace?: boolean
  /** The confirmed groups of like comments in which they stand. */
  groupLines?: readonly GroupLine[]
  /** What the institution says to them. */
  answered?: readonly AnswerToComment[]
  /** What their answers changed in the text, by answer. */
  effects?: ReadonlyMap<string, readonly Effect[]>
  level: 2 | 3 | 4 | 5
}

/** Comments as everyone reads them. Those held or withdrawn keep their place, without words and with the reason. */
export const CommentPart = ({ comments, ...rest }: Props) => (
  <ul class="kv-comments">
    {comments.map((comment) => (
      <li class="kv-comment" id={`k-${comment.code}`}>
        {comment.state === 'published' ? (
          <PublishedWords comment={comment} {...rest} />
        ) : (
          <Tombstone comment={comment} lang={rest.lang} zone={rest.zone} />
        )}
        <AnswerPart
          lang={rest.lang}
          zone={rest.zone}
          slug={rest.slug}
          answer={rest.answered?.find(({ commentId }) => commentId === comment.id)}
        />
        <Effects
          lang={rest.lang}
          effects={rest.effects?.get(rest.answered?.find(({ commentId }) => commentId === comment.id)?.id ?? '')}
        />
      </li>
    ))}
  </ul>
)

type One = Omit<Props, 'comments'> & { comment: PublishedComment }

const PublishedWords = (props: One) => {
  const { comment, lang, zone, slug, attachments = [], places, withPlace, level } = props
  const t = textsIn(lang).comment
  const Heading: `h${2 | 3 | 4 | 5}` = `h${level}`
  const own = attachments.filter((document) => document.subject === `consultations.comment:${comment.id}`)
  return (
    <article>
      <Heading class="kv-comment__author">{authorOf(comment, lang)}</Heading>
      <p class="kv-comment__quiet">
        <a href={inLanguage(lang, consultationUrls.comment(slug, comment.code))}>
          {formatDay(lang, comment.sentAt, zone)}
        </a>
        {withPlace && <>, {placeOf(comment, lang)}</>}
        {comment.correctedAt && <>, {t.corrected(formatDay(lang, comment.correctedAt, zone))}</>}
      </p>
      <CameInLine lang={lang} zone={zone} comment={comment} />
      <LikeOthers lang={lang} slug={slug} line={props.groupLines?.find((line) => line.commentId === comment.id)} />
      <PlaceLine lang={lang} slug={slug} place={places?.get(comment.id)} madeLabel={comment.articleLabel} />
      {comment.quote && (
        <blockquote class="kv-comment__quote">
          <p>
            <span class="govuk-visually-hidden">{t.onPassage}: </span>
            <span lang={lang === 'sq' ? undefined : 'sq'}>{comment.quote}</span>
          </p>
        </blockquote>
      )}
      {comment.body && (
        <div class="kv-comment__words" lang={comment.lang === lang ? undefined : comment.lang}>
          <Words words={comment.body} />
        </div>
      )}
      <SaidBeside {...props} />
      {comment.coveredAt && comment.coveredGround && (
        <p class="kv-comment__quiet">
          {textsIn(lang).redaction.told(
            formatDay(lang, comment.coveredAt, zone),
            textsIn(lang).redaction.grounds[comment.coveredGround],
          )}
        </p>
      )}
      {own.length > 0 && <Attachments lang={lang} slug={slug} documents={own} />}
    </article>
  )
}

/** What somebody says otherwise than in words: a wording of their own, answers. */
const SaidBeside = ({ comment, lang, wordings, questions }: One) => {
  const { suggestion, answers } = comment
  return (
    <>
      {suggestion && <Suggestion lang={lang} suggestion={suggestion} pieces={wordings?.get(comment.id)} />}
      {questions && <Answers lang={lang} answers={answers} questions={questions} />}
      {!questions && answers.length > 0 && (
        <p class="kv-comment__quiet">{textsIn(lang).questions.shown.count(answers.length)}</p>
      )}
    </>
  )
}

/** Paragraphs of what somebody wrote, with their own line breaks. */
export const Words = ({ words }: { words: string }) => (
  <>
    {words.split(/\n{2,}/).map((paragraph) => (
      <p class="kv-words">{paragraph}</p>
    ))}
  </>
)

const Tombstone = ({ comment, lang, zone }: { comment: PublishedComment; lang: Lang; zone: string }) => (
  <p class="kv-comment__tombstone">{tombstoneWords(comment, lang, (moment) => formatDay(lang, moment, zone))}</p>
)

function tombstoneWords(comment: PublishedComment, lang: Lang, day: (moment: Date) => string): string {
  const texts = textsIn(lang)
  switch (comment.state) {
    case 'held':
      return texts.comment.held(
        comment.heldGround ? texts.grounds[comment.heldGround] : '',
        day(comment.heldAt ?? comment.sentAt),
      )
    case 'taken-down':
      return texts.comment.takenDown(
        takedownTextsIn(lang).grounds[comment.takenDownGround ?? 'unlawful'],
        day(comment.takenDownAt ?? comment.changedAt),
      )
    case 'erased':
      return texts.comment.erased(day(comment.changedAt))
    default:
      return texts.comment.withdrawn(day(comment.changedAt))
  }
}

const Attachments = ({ lang, slug, documents }: { lang: Lang; slug: string; documents: readonly Document[] }) => (
  <p class="kv-comment__files">
    {textsIn(lang).comment.attachments}:{' '}
    {documents.map((document, index) => (
      <>
        {index > 0 && ', '}
        <a href={inLanguage(lang, consultationUrls.document(slug, document.id))}>{document.fileName}</a> (
        {formatSize(lang, document.size)})
      </>
    ))}
  </p>
)

export function authorOf(comment: { authorName: string | null; organisation: string | null }, lang: Lang): string {
  const t = textsIn(lang).comment
  if (comment.organisation && comment.authorName) return t.named(comment.authorName, comment.organisation)
  return comment.organisation ?? comment.authorName ?? t.anonymous
}

export function placeOf(comment: { articleLabel: string | null }, lang: Lang): string {
  const t = textsIn(lang).comment
  return comment.articleLabel === null ? t.onWhole : t.onArticle(comment.articleLabel)
}
