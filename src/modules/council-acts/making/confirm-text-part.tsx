import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { versionUrls } from '#platform/texts/version-address-rules.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { actOfficeUrls as office, actUrls } from '../urls.ts'
import { placeName } from './amendment-part.tsx'
import type { AmendmentsView } from './amendments-view.ts'
import { LIMITS } from './making-rules.ts'
import { makingTexts } from './texts.ts'
import { makingUrls as urls } from './urls.ts'

type Part = { lang: Lang; view: AmendmentsView; typed: Typed; errors: FieldErrors }

/** The final text: what still stands in its way, the deed itself, and afterwards the way back. */
export const ConfirmText = (part: Part) => {
  const { lang, view, errors } = part
  const t = makingTexts(lang).amendments
  const { act, states, draft } = view
  if (act.textId === null || act.state === 'void') return null
  const adopted = states.find(({ role }) => role === 'adopted')
  return (
    <section aria-labelledby="perfundimtar">
      <h2 class="govuk-heading-m" id="perfundimtar">
        {t.confirmTitle}
      </h2>
      {errors.konfirmimi && (
        <p class="govuk-error-message" id="konfirmimi">
          {errors.konfirmimi}
        </p>
      )}
      {adopted && <p class="govuk-body">{t.confirmed(formatDay(lang, adopted.confirmedAt, act.zone))}</p>}
      {adopted && <Compare lang={lang} view={view} later={adopted.n} />}
      {adopted && act.state === 'draft' && view.mayDecide && (
        <LinkButton href={`${inLanguage(lang, office.act(act.id))}#numri`}>{t.toNumber}</LinkButton>
      )}
      {!adopted && view.calledDraft !== null && (
        <WarningText assistive={makingTexts(lang).warning}>
          {t.calledDraft(view.calledDraft)} <a href={inLanguage(lang, office.text(act.id))}>{t.toReading}</a>
        </WarningText>
      )}
      {adopted ? <Reopen {...part} /> : draft?.basedOn ? <Drafted {...part} /> : <Untouched {...part} />}
    </section>
  )
}

/** In the rooms of texts: for everybody once it is announced, for the office before. */
const Compare = ({ lang, view: { act, states }, later }: Pick<Part, 'lang' | 'view'> & { later: number }) => {
  const t = makingTexts(lang).amendments
  const laid = states.find(({ role }) => role === 'laid')
  if (!laid || act.state !== 'announced' || act.slug === null || act.restricted) return null
  const href = versionUrls.comparison(actUrls.act(act.slug), { later, earlier: laid.n })
  return (
    <p class="govuk-body">
      <a href={inLanguage(lang, href)}>{t.compare}</a>
    </p>
  )
}

/** No draft: either nothing is to be amended, or the version for it is still to be begun. */
const Untouched = ({ lang, view, errors }: Part) => {
  const t = makingTexts(lang).amendments
  const { act, amendments, states, mayWrite, mayDecide } = view
  const waits = amendments.some(({ state }) => state !== 'no-words')
  return (
    <>
      {waits && states.length > 0 && mayWrite && (
        <form method="post" action={inLanguage(lang, `${office.text(act.id)}/versioni`)} data-submit-once>
          <p class="govuk-body">{t.beginLead}</p>
          <Button preventDoubleClick>{t.begin}</Button>
        </form>
      )}
      {!waits && mayDecide && (
        <form method="post" action={inLanguage(lang, urls.confirm(act.id))} data-submit-once>
          <p class="govuk-body">{t.confirmLaid}</p>
          <input type="hidden" name="versioni" value={String(act.version)} />
          <Button kind={errors.konfirmimi ? 'secondary' : 'primary'} preventDoubleClick>
            {t.confirm}
          </Button>
        </form>
      )}
    </>
  )
}

const Drafted = ({ lang, view, typed, errors }: Part) => {
  const texts = makingTexts(lang)
  const t = texts.amendments
  const { act, amendments, orphans, places, mayDecide } = view
  const open = amendments.filter(({ state }) => state === 'open').length
  const ready = open === 0 && places.length > 0
  return (
    <>
      <p class="govuk-body">
        <a href={inLanguage(lang, `${office.text(act.id)}/redaktimi`)}>{t.edit}</a>,{' '}
        <a href={inLanguage(lang, `${office.text(act.id)}/ndryshimet`)}>{t.compare}</a>
      </p>
      {open > 0 && <WarningText assistive={texts.warning}>{t.warnOpen(open)}</WarningText>}
      {open === 0 && places.length === 0 && <p class="govuk-body">{t.refusals['no-change']}</p>}
      {mayDecide && ready && (
        <form method="post" action={inLanguage(lang, urls.confirm(act.id))} novalidate data-submit-once>
          <input type="hidden" name="versioni" value={String(act.version)} />
          {orphans.length > 0 && (
            <>
              <WarningText assistive={texts.warning}>{t.orphans(orphans.length)}</WarningText>
              <ul class="govuk-list govuk-list--bullet">
                {orphans.map((place) => (
                  <li>{placeName(lang, place)}</li>
                ))}
              </ul>
              <TextAreaField
                name="vec-e-vec"
                label={t.aside}
                hint={t.asideHint}
                value={typed['vec-e-vec']}
                error={errors['vec-e-vec']}
                rows={2}
                maxLength={LIMITS.note}
              />
            </>
          )}
          <p class="govuk-body">{t.confirmDraft}</p>
          <Button preventDoubleClick>{t.confirm}</Button>
        </form>
      )}
    </>
  )
}

const Reopen = ({ lang, view: { act, mayDecide }, typed, errors }: Part) => {
  const t = makingTexts(lang).amendments
  if (!mayDecide || (act.state !== 'draft' && act.state !== 'numbered')) return null
  return (
    <Details summary={t.reopen} open={'arsyeja-rihapjes' in errors}>
      <form method="post" action={inLanguage(lang, urls.reopen(act.id))} novalidate data-submit-once>
        <p class="govuk-body">{t.reopenLead}</p>
        <input type="hidden" name="versioni" value={String(act.version)} />
        <TextAreaField
          name="arsyeja-rihapjes"
          label={t.reopenReason}
          value={typed['arsyeja-rihapjes']}
          error={errors['arsyeja-rihapjes']}
          rows={2}
          maxLength={LIMITS.reason}
        />
        <Button kind="secondary">{t.reopen}</Button>
      </form>
    </Details>
  )
}
