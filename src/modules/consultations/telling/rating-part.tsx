import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Inset } from '#ui/inset.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { Words } from '../comments/comment-part.tsx'
import { textsIn } from '../texts.ts'
import type { Ratable } from './rating-queries.ts'
import { RATING_WORDS, SCORES } from './telling-rules.ts'
import { tellingTexts } from './texts.ts'
import { tellingUrls } from './urls.ts'

type Props = {
  page: PageContext
  point: Ratable
  action: string
  typed: Typed
  errors: FieldErrors
}

/** What was said, what was answered, and once: what its author thinks of the answer. */
export const RatingPart = (props: Props) => {
  const { page, point } = props
  const { lang } = page
  const t = tellingTexts(lang).rating
  return (
    <>
      <h2 class="govuk-heading-m">
        {t.yourWords} ({point.code})
      </h2>
      <Inset>
        {point.body === null ? (
          <p>{t.gone}</p>
        ) : (
          <div lang={point.commentLang === lang ? undefined : point.commentLang}>
            <Words words={point.body} />
          </div>
        )}
      </Inset>
      <h2 class="govuk-heading-m">{t.answer}</h2>
      <Answer page={page} point={point} />
      {point.score === null ? <Form {...props} /> : <Given page={page} point={point} />}
    </>
  )
}

const Answer = ({ page: { lang }, point }: Pick<Props, 'page' | 'point'>) => {
  const texts = tellingTexts(lang)
  const t = texts.rating
  const { decision, ground, reason, correction, answerLang, slug, answerCode } = point
  const other = answerLang === lang ? undefined : answerLang
  return (
    <>
      <SummaryList
        rows={[
          { key: t.decision, value: texts.decisions[decision] + (ground ? ` (${texts.grounds[ground]})` : '') },
          {
            key: t.reason,
            value: (
              <div lang={other}>
                <Words words={reason} />
              </div>
            ),
          },
          ...(correction === null ? [] : [{ key: t.correction, value: <span lang={other}>{correction}</span> }]),
        ]}
      />
      <p class="govuk-body">
        <a href={inLanguage(lang, tellingUrls.answer(slug, answerCode))}>{t.publicAnswer}</a>
      </p>
    </>
  )
}

const Given = ({ page: { lang }, point }: Pick<Props, 'page' | 'point'>) => {
  const t = tellingTexts(lang).rating
  const { score, ratedAt, ratingWords, zone } = point
  if (score === null || ratedAt === null) return null
  return (
    <>
      <p class="govuk-body">{t.given(t.scores[score], formatDay(lang, ratedAt, zone))}</p>
      {ratingWords !== null && (
        <>
          <h3 class="govuk-heading-s">{t.givenWords}</h3>
          <Inset>
            <Words words={ratingWords} />
          </Inset>
        </>
      )}
      <p class="govuk-body">{t.once}</p>
    </>
  )
}

const Form = ({ page: { lang }, action, typed, errors }: Props) => {
  const t = tellingTexts(lang).rating
  return (
    <form method="post" action={inLanguage(lang, action)} novalidate data-submit-once>
      <RadioField
        name="vleresimi"
        legend={t.question}
        legendSize="m"
        hint={t.hint}
        value={typed.vleresimi}
        error={errors.vleresimi}
        options={SCORES.map((score) => ({ value: String(score), label: t.scores[score] }))}
      />
      <TextAreaField
        name="fjalet"
        label={t.words}
        hint={t.wordsHint}
        value={typed.fjalet}
        error={errors.fjalet}
        rows={4}
        maxLength={RATING_WORDS}
        countText={textsIn(lang).form.charactersLeft}
      />
      <p class="govuk-body">{t.once}</p>
      <Button kind="primary" preventDoubleClick>
        {t.submit}
      </Button>
    </form>
  )
}
