import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Thread, type Step } from '#ui/thread.tsx'
import { textsIn } from '../texts.ts'
import type { WayStep } from './overview-rules.ts'

type Props = { lang: Lang; way: readonly WayStep[]; cancelReason: string | null }

/** What happened, where it stands and what comes, each with its day where one is known. */
export const WhatNext = ({ lang, way, cancelReason }: Props) => {
  const t = textsIn(lang).overview
  return (
    <section aria-labelledby="cfare-ndodh">
      <h2 class="govuk-heading-l" id="cfare-ndodh">
        {t.next}
      </h2>
      <Thread label={t.next} steps={way.map((step) => shownStep(lang, step, cancelReason))} />
    </section>
  )
}

function shownStep(lang: Lang, { step, from, to, state, meeting }: WayStep, cancelReason: string | null): Step {
  const { steps, period } = textsIn(lang).overview
  const when = from && (to ? period(formatDate(lang, from), formatDate(lang, to)) : formatDate(lang, from))
  const shown = { title: steps[step], when, state }
  switch (step) {
    case 'meeting':
      return { ...shown, text: <a href={inLanguage(lang, meeting?.href ?? '')}>{meeting?.title}</a> }
    case 'review':
      return state === 'done' ? shown : { ...shown, text: steps.reviewText }
    case 'draft':
      return { ...shown, text: steps.draftText }
    case 'concluded':
      return { ...shown, text: steps.concludedText }
    case 'decision':
      return { ...shown, text: steps.decisionText }
    case 'cancelled':
      return { ...shown, text: cancelReason ?? '' }
    default:
      return shown
  }
}
