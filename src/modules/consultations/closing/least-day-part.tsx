import { explain } from '#platform/deadlines/explanation/explanation-rules.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { Details } from '#ui/details.tsx'
import { ExplanationBox } from '#ui/explanation.tsx'
import { Inset } from '#ui/inset.tsx'
import { textsIn } from '../texts.ts'
import type { Closing } from './closing-rules.ts'

type Props = {
  lang: Lang
  closing: Closing
  /** Stands open where the day that was typed is too early. */
  open?: boolean
}

/** The earliest day on which the window may close, with every day on the way to it; or that nobody but the office sets it. */
export const LeastDay = ({ lang, closing, open }: Props) => {
  const t = textsIn(lang).closing.least
  if (closing.kind === 'by-hand')
    return (
      <Inset>
        <p class="govuk-body">{t.byHand}</p>
      </Inset>
    )
  const { own, least, startedOn } = closing
  const day = formatDate(lang, least)
  return (
    <Inset>
      <p class="govuk-body">
        <strong>
          {t.title}: {day}.
        </strong>{' '}
        {own ? t.byOwn(day) : t.byLaw(day)}
      </p>
      <p class="govuk-body">
        {t.from(formatDate(lang, startedOn))} {t.ifPublishedToday}
      </p>
      <p class="govuk-body">{t.default}</p>
      <Details summary={t.why} open={open}>
        <ExplanationBox lang={lang} explanation={explain(lang, closing)} />
      </Details>
    </Inset>
  )
}
