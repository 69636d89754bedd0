import type { Lang } from '#platform/i18n/language.ts'
import type { WordPiece } from '#platform/texts/compare/comparison.ts'
import { WordChanges } from '#ui/word-changes.tsx'
import { textsIn } from '../texts.ts'
import { langOf, OTHER, wordsIn, type Answer, type Question } from './question-rules.ts'

type SuggestionProps = { lang: Lang; suggestion: string; pieces: readonly WordPiece[] | undefined; wordsLang?: string }

/** The wording that somebody proposes, against the text that they had before them. */
export const Suggestion = ({ lang, suggestion, pieces }: SuggestionProps) => {
  const t = textsIn(lang).questions.suggestion
  return (
    <div class="kv-suggestion">
      <p class="kv-comment__quiet">
        <strong>{t.shown}.</strong> {pieces ? t.shownHint : ''}
      </p>
      <div class="kv-changed-words" lang={lang === 'sq' ? undefined : 'sq'}>
        <WordChanges
          lang={lang}
          wordsLang={lang === 'sq' ? undefined : lang}
          pieces={pieces ?? [{ kind: 'same', words: suggestion }]}
        />
      </div>
    </div>
  )
}

type AnswersProps = { lang: Lang; answers: readonly Answer[]; questions: readonly Question[] }

/** What somebody answered, question by question. */
export const Answers = ({ lang, answers, questions }: AnswersProps) => {
  const given = questions.flatMap((question) => {
    const answer = answers.find((one) => one.question === question.id)
    return answer ? [{ question, answer }] : []
  })
  if (given.length === 0) return null
  return (
    <>
      <p class="kv-comment__quiet">
        <strong>{textsIn(lang).questions.shown.answers}</strong>
      </p>
      <dl class="kv-question-answered">
        {given.map(({ question, answer }) => (
          <div>
            <dt lang={langOf(lang, question.labelEn)}>{wordsIn(lang, question.label, question.labelEn)}</dt>
            <dd>
              <AnswerWords lang={lang} question={question} answer={answer} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const AnswerWords = ({ lang, question, answer }: { lang: Lang; question: Question; answer: Answer }) => {
  if (answer.words !== null) return <span class="kv-words">{answer.words}</span>
  if (answer.scale !== null)
    return (
      <>
        {answer.scale} / {question.scaleTo}
      </>
    )
  const words = chosenWords(lang, question, answer)
  if (question.kind === 'order') return <>{words.map((one, at) => `${at + 1}. ${one}`).join('; ')}</>
  return <>{words.join('; ')}</>
}

export function chosenWords(lang: Lang, question: Question, { chosen, other }: Answer): string[] {
  const t = textsIn(lang).questions.answering
  return (chosen ?? []).map((n) => {
    if (n === OTHER) return `${t.other}: ${other ?? ''}`
    const option = question.options.find((one) => one.n === n)
    return option ? wordsIn(lang, option.words, option.wordsEn) : String(n)
  })
}
