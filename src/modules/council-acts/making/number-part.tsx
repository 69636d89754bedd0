import type { Child } from 'hono/jsx'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { actOfficeUrls as office } from '../urls.ts'
import type { OfficeActView } from './act-view.ts'
import { LIMITS } from './making-rules.ts'
import { makingTexts } from './texts.ts'
import { makingUrls as urls } from './urls.ts'

type Part = { lang: Lang; view: OfficeActView; typed: Typed; errors: FieldErrors }

/** The next number, what should be looked at before, and the deed itself. */
export const NumberDeed = ({ lang, view, typed, errors }: Part) => {
  const texts = makingTexts(lang)
  const t = texts.one
  const { act, number, next, mayDecide } = view
  if (!number) return null
  const { refusals, warnings, earlier } = number
  return (
    <section aria-labelledby="numri">
      <h2 class="govuk-heading-m" id="numri">
        {t.numberTitle}
      </h2>
      {number.next !== '' && <p class="govuk-body">{t.numberNext(number.next)}</p>}
      {refusals.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {refusals.map((refusal) => (
            <li>{t.refusals[refusal]}</li>
          ))}
        </ul>
      )}
      {refusals.length === 0 && mayDecide && (
        <Aside open={next === 'number' || errors.arsyeja !== undefined} words={t.numberAnyway}>
          <form method="post" action={inLanguage(lang, urls.number(act.id))} novalidate data-submit-once>
            <p class="govuk-body">{t.numberLead}</p>
            {warnings.map((warning) => (
              <WarningText assistive={texts.warning}>{t.warnings[warning]}</WarningText>
            ))}
            {earlier.length > 0 && (
              <ul class="govuk-list govuk-list--bullet">
                {earlier.map(({ id, title, adoptedOn }) => (
                  <li>
                    <a href={inLanguage(lang, office.act(id))}>{title}</a>, {formatDate(lang, adoptedOn)}
                  </li>
                ))}
              </ul>
            )}
            <input type="hidden" name="versioni" value={String(act.version)} />
            {(warnings.length > 0 || errors.arsyeja) && (
              <TextAreaField
                name="arsyeja"
                label={t.numberReason}
                value={typed.arsyeja}
                error={errors.arsyeja}
                rows={2}
                maxLength={LIMITS.reason}
              />
            )}
            <Button kind={next === 'number' ? 'primary' : 'secondary'} preventDoubleClick>
              {t.give}
            </Button>
          </form>
        </Aside>
      )}
    </section>
  )
}

/** What is possible, but not what comes next, is folded. */
const Aside = ({ open, words, children }: { open: boolean; words: string; children: Child }) =>
  open ? <>{children}</> : <Details summary={words}>{children}</Details>

/** It stays in the register with the reason. */
export const VoidDeed = ({ lang, view: { act, mayDecide }, typed, errors }: Part) => {
  const texts = makingTexts(lang)
  const t = texts.one
  if (act.state !== 'numbered' || !mayDecide) return null
  return (
    <Details summary={t.voidTitle} open={'arsyeja-anulimit' in errors}>
      <form method="post" action={inLanguage(lang, urls.voidNumber(act.id))} novalidate data-submit-once>
        <WarningText assistive={texts.warning}>{t.voidLead}</WarningText>
        <input type="hidden" name="versioni" value={String(act.version)} />
        <TextAreaField
          name="arsyeja-anulimit"
          label={t.voidReason}
          value={typed['arsyeja-anulimit']}
          error={errors['arsyeja-anulimit']}
          rows={2}
          maxLength={LIMITS.reason}
        />
        <Button kind="warning">{t.voidDo}</Button>
      </form>
    </Details>
  )
}
