import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { Tone } from '#ui/shape.tsx'
import { Tag } from '#ui/tag.tsx'
import { textsIn } from '../texts.ts'
import type { AnswerState, Decision, PublicAnswer } from './answer-rules.ts'
import { roleIn } from './role-texts.ts'
import { answerUrls } from './urls.ts'

const TONES: Record<Decision, Tone> = {
  accepted: 'done',
  'partly-accepted': 'done',
  rejected: 'stopped',
  'outside-scope': 'plain',
  'not-considered': 'plain',
}

export const DecisionTag = ({ lang, decision }: { lang: Lang; decision: Decision }) => (
  <Tag tone={TONES[decision]}>{textsIn(lang).answers.decisions[decision]}</Tag>
)

const STATE_TONES: Record<AnswerState | 'none', Tone> = {
  none: 'warning',
  draft: 'plain',
  proposed: 'warning',
  decided: 'paused',
  published: 'done',
  'taken-down': 'stopped',
}

export const AnswerStateTag = ({ lang, state }: { lang: Lang; state: AnswerState | 'none' }) => (
  <Tag tone={STATE_TONES[state]}>{textsIn(lang).answers.states[state]}</Tag>
)

type Props = { lang: Lang; zone: string; slug: string; answer: PublicAnswer | undefined }

/** What the institution says to a comment, beneath it. */
export const AnswerPart = ({ lang, zone, slug, answer }: Props) => {
  if (!answer) return null
  const { part: t, grounds } = textsIn(lang).answers
  const day = (moment: Date) => formatDay(lang, moment, zone)
  return (
    <div class="kv-answer">
      <p class="kv-answer__head">
        <strong>{t.heading}:</strong> <DecisionTag lang={lang} decision={answer.decision} />
      </p>
      {answer.ground && <p class="govuk-body-s">{t.ground(grounds[answer.ground])}</p>}
      {answer.reason === null ? (
        <p class="govuk-body-s">{t.takenDown}</p>
      ) : (
        <div lang={answer.lang === lang ? undefined : answer.lang}>
          <Paragraphs words={answer.reason} />
        </div>
      )}
      <p class="kv-comment__quiet">
        <a href={inLanguage(lang, answerUrls.one(slug, answer.code))}>{t.publishedOn(day(answer.publishedAt))}</a>
        {answer.version > 1 && <>, {t.correctedOn(day(answer.changedAt))}</>}
        {'. '}
        {t.by(roleIn(lang, answer.proposedRole), roleIn(lang, answer.decidedRole))}
        {answer.number > 1 && <> {t.forMany(answer.number)}.</>}
      </p>
    </div>
  )
}

/** Words with their own line breaks. */
export const Paragraphs = ({ words }: { words: string }) => (
  <>
    {words.split(/\n{2,}/).map((paragraph) => (
      <p class="kv-words">{paragraph}</p>
    ))}
  </>
)
