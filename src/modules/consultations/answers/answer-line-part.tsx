import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { LinkButton } from '#ui/button.tsx'
import { Tag } from '#ui/tag.tsx'
import { textsIn } from '../texts.ts'
import { AnswerStateTag, DecisionTag } from './answer-part.tsx'
import { officeAnswerUrls as urls } from './urls.ts'
import type { AnswerOfComment } from './office-answer-queries.ts'

type Props = {
  lang: Lang
  consultationId: string
  commentId: string
  answer: AnswerOfComment | null
  /** It is confirmed and stands, so it wants an answer. */
  wants: boolean
  mayWrite: boolean
}

/** On the page of one comment in the office: its answer, or the way to write it. */
export const AnswerLine = ({ lang, consultationId, commentId, answer, wants, mayWrite }: Props) => {
  const t = textsIn(lang).answers.office
  if (!answer && !wants) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t.deskState}</h2>
      {answer ? (
        <p class="govuk-body">
          <a href={inLanguage(lang, urls.one(answer.id))}>{answer.code}</a>{' '}
          <AnswerStateTag lang={lang} state={answer.state} />{' '}
          {answer.decision && <DecisionTag lang={lang} decision={answer.decision} />}
          {answer.changed && <Tag tone="warning">{t.changed}</Tag>}
        </p>
      ) : (
        <p class="govuk-body">
          <AnswerStateTag lang={lang} state="none" />{' '}
          {mayWrite && <a href={`${inLanguage(lang, urls.write(consultationId))}?k=${commentId}`}>{t.answerOne}</a>}
        </p>
      )}
    </>
  )
}

type GroupProps = { lang: Lang; consultationId: string; groupId: string; answerId: string | null; mayWrite: boolean }

/** On the page of a group in the office. */
export const AnswerGroup = ({ lang, consultationId, groupId, answerId, mayWrite }: GroupProps) => {
  const t = textsIn(lang).answers.office
  if (answerId !== null)
    return (
      <p class="govuk-body">
        <a href={inLanguage(lang, urls.one(answerId))}>{t.seeAnswer}</a>
      </p>
    )
  if (!mayWrite) return null
  return (
    <LinkButton kind="secondary" href={`${inLanguage(lang, urls.write(consultationId))}?grupi=${groupId}`}>
      {t.answerGroup}
    </LinkButton>
  )
}
