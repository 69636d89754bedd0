import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { addDays, daysBetween } from '#platform/time/civil-date.ts'
import { DeadlineBadge } from '#ui/deadline-badge.tsx'
import { actUrls } from '../urls.ts'
import type { ActView } from './act-view.ts'
import { forceWords } from './force-texts.ts'
import { textsIn } from './texts.ts'

type Props = { lang: Lang; view: ActView }

/** Whether it holds today; and the day that is coming, with its clock. */
export const ForceBox = ({ lang, view }: Props) => {
  const t = textsIn(lang).force
  const { act, force } = view
  if (act.state === 'void') return null
  const coming = comingOf(lang, view)
  return (
    <>
      <p class="govuk-body">
        <strong>{forceWords(lang, act, force)}</strong>
      </p>
      {coming && <Coming lang={lang} view={view} coming={coming} />}
      {act.announcedOn && <p class="govuk-body-s">{announcedWords(lang, view)}</p>}
      {act.forceBasis && act.state === 'announced' && (
        <p class="govuk-body-s">
          {t.bases[act.forceBasis]}
          {act.forceArticle && ` ${t.article(act.forceArticle)}`}
        </p>
      )}
      {view.held.length > 0 && (
        <p class="govuk-body-s">
          <a href={inLanguage(lang, actUrls.inForce(act.slug))}>{t.onAnyDay}</a>
        </p>
      )}
    </>
  )
}

function announcedWords(lang: Lang, { act: { announcedOn, announceBy } }: ActView): string {
  const t = textsIn(lang).force
  const late = announceBy !== null && announcedOn !== null && announcedOn > announceBy
  return [announcedOn && t.announced(announcedOn), late && t.late(daysBetween(announceBy, announcedOn))]
    .filter(Boolean)
    .join(' ')
}

type ComingDay = { label: string; day: string; late: boolean }

/** The next day on which something about it changes. */
function comingOf(lang: Lang, { act, today }: ActView): ComingDay | null {
  const t = textsIn(lang).force
  const { announceBy, inForceFrom, inForceTo, state } = act
  if (state === 'numbered') {
    const late = announceBy !== null && announceBy < today
    return announceBy === null ? null : { label: late ? t.announceLate : t.announceBy, day: announceBy, late }
  }
  if (inForceFrom !== null && inForceFrom > today) return { label: t.from, day: inForceFrom, late: false }
  if (inForceTo !== null && inForceTo > today) return { label: t.until, day: addDays(inForceTo, -1), late: false }
  return null
}

const SOON_DAYS = 3

const Coming = ({ lang, view: { clock, today }, coming: { label, day, late } }: Props & { coming: ComingDay }) => {
  const t = textsIn(lang).force
  const left = daysBetween(today, day)
  return (
    <DeadlineBadge
      lang={lang}
      label={label}
      date={formatDate(lang, day)}
      daysLeft={late ? t.over(-left) : t.left(left)}
      tone={late ? 'late' : left <= SOON_DAYS ? 'warning' : 'plain'}
      explanation={clock?.deadline.dueOn === day ? clock.explanation : null}
    />
  )
}
