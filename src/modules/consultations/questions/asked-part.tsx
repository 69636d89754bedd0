import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Details } from '#ui/details.tsx'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import { AnswerFields } from './answer-fields-part.tsx'
import type { Asked } from './asked-view.ts'
import { fieldOf, type Question } from './question-rules.ts'

type Props = { lang: Lang; zone: string; slug: string; asked: Asked; typed: Typed; errors: FieldErrors }

/** The questions in the form of a comment: of an article first, those of the whole at hand below them. */
export const AskedPart = ({ lang, zone, slug, asked, typed, errors }: Props) => {
  const t = textsIn(lang).questions.answering
  const { ofArticle, ofWhole, elsewhere } = asked
  if (ofArticle.length + ofWhole.length === 0) return <Elsewhere lang={lang} slug={slug} elsewhere={elsewhere} />
  const fields = (questions: readonly Question[]) => <AnswerFields {...{ lang, zone, questions, typed, errors }} />
  const compulsory = [...ofArticle, ...ofWhole].some((question) => question.compulsory)
  return (
    <section class="kv-questions" aria-labelledby="pyetjet">
      <h2 class="govuk-heading-m" id="pyetjet">
        {t.title}
      </h2>
      <p class="govuk-body">{t.lead}</p>
      {compulsory && <p class="govuk-body">{t.leadCompulsory}</p>}
      {ofArticle.length > 0 && <h3 class="govuk-heading-s">{t.ofArticle}</h3>}
      {fields(ofArticle)}
      {ofArticle.length > 0 && ofWhole.length > 0 ? (
        <Details summary={t.ofWhole} open={ofWhole.some((question) => isTouched(question, typed, errors))}>
          {fields(ofWhole)}
        </Details>
      ) : (
        fields(ofWhole)
      )}
      <Elsewhere lang={lang} slug={slug} elsewhere={elsewhere} />
    </section>
  )
}

/** What somebody has begun to fill in must not be hidden from them. */
const isTouched = (question: Question, typed: Typed, errors: FieldErrors): boolean =>
  [typed, errors].some((fields) =>
    Object.entries(fields).some(([name, value]) => name.startsWith(fieldOf(question)) && value !== ''),
  )

type ElsewhereProps = { lang: Lang; slug: string; elsewhere: Asked['elsewhere'] }

const Elsewhere = ({ lang, slug, elsewhere }: ElsewhereProps) => {
  const t = textsIn(lang).questions.answering
  if (elsewhere.length === 0) return null
  return (
    <>
      <p class="govuk-body">{t.articleQuestions}</p>
      <ul class="govuk-list govuk-list--bullet">
        {elsewhere.map(({ nodeId, label }) => (
          <li>
            <a href={`${inLanguage(lang, consultationUrls.commentForm(slug))}?neni=${nodeId}`}>
              {t.articleLink(label)}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
