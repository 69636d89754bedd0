import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { TextField } from '#ui/text-field.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { DecisionTag, Paragraphs } from './answer-part.tsx'
import { ANSWER_KIND } from './answer-rules.ts'
import { ReadComments, TickField } from './read-comments-part.tsx'
import { answerUrls, officeAnswerUrls as urls } from './urls.ts'
import type { OneAnswerView } from './work-view.ts'

export type OneAnswerProps = {
  page: PageContext
  view: OneAnswerView
  typed: Typed
  /** Of every form of the page but the words: each press counts once. */
  form: string
  errors?: FieldErrors
  status?: string | null
}

export type Part = { lang: Lang; view: OneAnswerView }
export type FormPart = Part & { form: string; errors: FieldErrors; typed: Typed }

export const Seen = ({ view, form }: { view: OneAnswerView; form: string }) => (
  <>
    <input type="hidden" name="dergesa" value={form} />
    <input type="hidden" name="versioni" value={String(view.answer.revision)} />
  </>
)

/** All whom it answers; some of them can be taken out or put into another answer. */
export const Whom = ({ lang, view, form, errors, typed }: FormPart) => {
  const t = textsIn(lang).answers.office
  const { answer, comments, may } = view
  const moves = may.write && answer.state !== 'taken-down'
  const list = (
    <ReadComments
      lang={lang}
      comments={comments}
      {...(moves ? { tick: ({ id, code }) => <TickField id={id} name="k" label={t.tick(code)} /> } : {})}
    />
  )
  return (
    <>
      <h2 class="govuk-heading-m" id="k">
        {t.answered(answer.number)}
      </h2>
      {answer.groupLeft > 0 && moves && (
        <form method="post" action={inLanguage(lang, urls.ofGroup(answer.id))} data-submit-once>
          <Seen view={view} form={form} />
          <p class="govuk-body">{t.groupLeft(answer.groupLeft)}</p>
          <Button kind="secondary">{t.addGroup}</Button>
        </form>
      )}
      {!moves ? (
        list
      ) : (
        <form method="post" action={inLanguage(lang, urls.moving(answer.id))} novalidate data-submit-once>
          <Seen view={view} form={form} />
          {list}
          <TextField name="kodi" label={t.moveTo} hint={t.moveHint} value={typed.kodi} error={errors.kodi} />
          <TextField
            name="arsyeja"
            label={t.moveReason}
            hint={t.moveReasonHint}
            value={typed.arsyeja}
            error={errors.arsyeja}
          />
          <Button kind="secondary">{t.move}</Button>
        </form>
      )}
    </>
  )
}

export const Versions = ({ lang, view: { versions, matter } }: Part) => {
  const { office: t, page, part, grounds } = textsIn(lang).answers
  if (versions.length === 0) return null
  return (
    <Details summary={t.versions}>
      {versions.map((version) => (
        <section>
          <h3 class="govuk-heading-s">{page.version(version.n, formatDay(lang, version.publishedAt, matter.zone))}</h3>
          <p>
            <DecisionTag lang={lang} decision={version.decision} />
          </p>
          {version.ground && <p>{part.ground(grounds[version.ground])}</p>}
          {version.correction && (
            <p>
              {page.correction}: {version.correction}
            </p>
          )}
          <Paragraphs words={version.reason} />
        </section>
      ))}
    </Details>
  )
}

export const Links = ({ lang, view: { answer, matter, next, may } }: Part) => {
  const t = textsIn(lang).answers.office
  const ref = `${ANSWER_KIND}:${answer.id}`
  return (
    <ul class="govuk-list">
      {next && may.write && (
        <li>
          <a href={`${inLanguage(lang, urls.write(matter.id))}?k=${next}`}>{t.nextUnanswered}</a>
        </li>
      )}
      {answer.version > 0 && matter.slug !== null && answer.state !== 'taken-down' && (
        <li>
          <a href={inLanguage(lang, answerUrls.one(matter.slug, answer.code))}>{t.seePublic}</a>
        </li>
      )}
      <li>
        <a href={inLanguage(lang, officeUrls.history(ref))}>{t.history}</a>
      </li>
      {answer.version > 0 && may.publish && (
        <li>
          <a href={inLanguage(lang, officeUrls.takeDown(ref))}>{t.takeDown}</a>
        </li>
      )}
    </ul>
  )
}
