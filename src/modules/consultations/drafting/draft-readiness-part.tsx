import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import type { Closing } from '../closing/closing-rules.ts'
import { LeastDay } from '../closing/least-day-part.tsx'
import type { PublishingRefusal } from '../consultation-rules.ts'
import { MissingWords } from '../notices/missing-part.tsx'
import type { Missing } from '../notices/notice-rules.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import type { DraftView } from './draft-view.ts'

/** Of a draft: what keeps it from being published today, and until when it would take comments. */
export type Readiness = {
  closing: Closing | null
  refusals: readonly PublishingRefusal[]
  opensInThePast: boolean
  /** What the notice lacks for the law: told, and no obstacle. */
  missing: readonly Missing[]
}

type BeforeProps = { page: PageContext; view: DraftView; readiness: Readiness; errors: FieldErrors }

/** What is missing, the least day, and the deed. */
export const BeforePublication = ({ page, view, readiness, errors }: BeforeProps) => {
  const { lang } = page
  const t = textsIn(lang).office
  const { refusals, closing } = readiness
  return (
    <section aria-labelledby="publikimi">
      <h2 class="govuk-heading-m" id="publikimi">
        {t.readiness}
      </h2>
      {refusals.length > 0 ? (
        <ul class="govuk-list govuk-list--bullet">
          {refusals.map((refusal) => (
            <li>{refusalWords(lang, refusal, closing)}</li>
          ))}
        </ul>
      ) : (
        <p class="govuk-body">{t.ready}</p>
      )}
      <MissingWords lang={lang} missing={readiness.missing} id={view.consultation.id} />
      {closing && <LeastDay lang={lang} closing={closing} open={refusals.includes('closing-too-early')} />}
      {refusals.length === 0 && view.mayPublish && (
        <Publication page={page} view={view} readiness={readiness} errors={errors} />
      )}
    </section>
  )
}

const Publication = ({ page: { lang }, view: { consultation }, readiness, errors }: BeforeProps) => {
  const texts = textsIn(lang)
  const t = texts.closing.pastOpening
  const opensOn = consultation.opensOn ? formatDate(lang, consultation.opensOn) : ''
  return (
    <form method="post" action={inLanguage(lang, officeUrls.publication(consultation.id))} data-submit-once>
      {readiness.opensInThePast && (
        <>
          <WarningText assistive={texts.closing.warning}>{t.warning(opensOn)}</WarningText>
          <CheckboxField name="hapja-kaluar" label={t.confirm} error={errors['hapja-kaluar']} />
        </>
      )}
      <p class="govuk-body">{texts.office.publishWords}</p>
      <Button kind="primary" preventDoubleClick>
        {texts.office.publish}
      </Button>
    </form>
  )
}

function refusalWords(lang: Lang, refusal: PublishingRefusal, closing: Closing | null): string {
  const texts = textsIn(lang)
  if (refusal !== 'closing-too-early' || closing?.kind !== 'rule') return texts.office.refusals[refusal]
  return texts.closing.least.tooEarlyNow(formatDate(lang, closing.closesOn), formatDate(lang, closing.least))
}

/** The consultations with which it shares a stage. */
export const Repetitions = ({ lang, repetitions }: { lang: Lang; repetitions: DraftView['repetitions'] }) => {
  const t = textsIn(lang).closing.repeat
  const words = ({ side, title, number }: DraftView['repetitions'][number]) => {
    if (number === null) return t.draftOf(title)
    return side === 'repeats' ? t.repeats(title, number) : t.repeatedBy(title, number)
  }
  return (
    <>
      {repetitions.map((one) => (
        <p class="govuk-body">
          <a href={inLanguage(lang, officeUrls.consultation(one.id))}>{words(one)}</a>
        </p>
      ))}
    </>
  )
}
