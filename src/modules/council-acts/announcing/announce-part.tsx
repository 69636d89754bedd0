import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Details } from '#ui/details.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { actOfficeUrls } from '../urls.ts'
import type { AnnouncingView } from './announcing-view.ts'
import { ANNOUNCING_LIMITS as LIMITS } from './announcing-rules.ts'
import { dayParts, partsIn } from './day-field-rules.ts'
import { announcingTexts } from './texts.ts'
import { announcingUrls as urls } from './urls.ts'

export type AnnouncingPart = { lang: Lang; view: AnnouncingView; typed: Typed; errors: FieldErrors }

type DayProps = Pick<AnnouncingPart, 'lang' | 'typed' | 'errors'> & { name: string; legend: string; hint?: string }

/** A date in three fields, in the words of this page. */
export const Day = ({ lang, typed, errors, name, legend, hint }: DayProps) => {
  const t = announcingTexts(lang).day
  return (
    <DateField
      name={name}
      legend={legend}
      hint={hint}
      value={partsIn(typed, name)}
      error={errors[name]}
      dayLabel={t.day}
      monthLabel={t.month}
      yearLabel={t.year}
    />
  )
}

export const Announce = (part: AnnouncingPart) => {
  const { lang, view, typed, errors } = part
  const t = announcingTexts(lang).announce
  const { act, readiness, late, mayDecide, today } = view
  if (act.state !== 'numbered' || !mayDecide) return null
  if (!readiness.confirmed && readiness.files === 0)
    return (
      <p class="govuk-inset-text">
        {t.missingText} <a href={inLanguage(lang, actOfficeUrls.text(act.id))}>{t.missingLink}</a>
      </p>
    )
  if (readiness.returned) return <p class="govuk-inset-text">{t.returned}</p>
  const shown = 'shpallur-day' in typed ? typed : { ...typed, ...dayParts('shpallur', today) }
  const named = 'fuqi' in errors || 'fuqi-neni' in errors
  return (
    <form method="post" action={inLanguage(lang, urls.page(act.id))} novalidate data-submit-once>
      <h3 class="govuk-heading-s">{t.title}</h3>
      {act.nature === 'individual' && !act.restricted && (
        <WarningText assistive={announcingTexts(lang).warning}>{announcingTexts(lang).restricted.suggest}</WarningText>
      )}
      <p class="govuk-body">{act.restricted ? t.leadRestricted : t.lead}</p>
      <Day {...part} typed={shown} name="shpallur" legend={t.on} />
      {(late || 'arsyeja-vonese' in errors) && (
        <>
          <p class="govuk-body">{t.late}</p>
          <TextAreaField
            name="arsyeja-vonese"
            label={t.lateReason}
            value={typed['arsyeja-vonese']}
            error={errors['arsyeja-vonese']}
            rows={3}
            maxLength={LIMITS.reason}
          />
        </>
      )}
      <Details summary={t.own} open={named || Boolean(typed['fuqi-neni'])}>
        <Day {...part} name="fuqi" legend={t.ownDay} hint={t.ownHint} />
        <TextField
          name="fuqi-neni"
          label={t.ownArticle}
          value={typed['fuqi-neni']}
          error={errors['fuqi-neni']}
          width="10"
        />
      </Details>
      <input type="hidden" name="versioni" value={String(act.version)} />
      <Button preventDoubleClick>{t.button}</Button>
    </form>
  )
}

/** Where nothing gives the day, and the act itself names it. */
export const NameForceDay = (part: AnnouncingPart) => {
  const { lang, view, typed, errors } = part
  const { act, mayDecide } = view
  if (act.state !== 'announced' || act.inForceFrom !== null || !mayDecide) return null
  const t = announcingTexts(lang)
  return (
    <form method="post" action={inLanguage(lang, urls.forceDay(act.id))} novalidate data-submit-once>
      <h3 class="govuk-heading-s">{t.forceDay.title}</h3>
      <p class="govuk-body">{t.forceDay.lead}</p>
      <Day {...part} name="dita-fuqi" legend={t.announce.ownDay} />
      <TextField
        name="dita-fuqi-neni"
        label={t.announce.ownArticle}
        value={typed['dita-fuqi-neni']}
        error={errors['dita-fuqi-neni']}
        width="10"
      />
      <input type="hidden" name="versioni" value={String(act.version)} />
      <Button kind="secondary">{t.forceDay.button}</Button>
    </form>
  )
}
