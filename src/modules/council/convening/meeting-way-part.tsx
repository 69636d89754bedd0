import { formatMoment } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { Thread, type Step } from '#ui/thread.tsx'
import type { OfficeMeetingView } from './office-view.ts'
import { conveningTexts } from './texts.ts'

/** What is done, where it stands and what comes next: preparation, notice, the meeting, minutes. */
export const MeetingWay = ({ lang, view: { meeting, minutes } }: { lang: Lang; view: OfficeMeetingView }) => {
  const t = conveningTexts(lang)
  const { steps } = t.one
  const at = (moment: Date | null) => (moment === null ? null : formatMoment(lang, moment, meeting.zone))
  const now = stageOf(meeting.state, minutes)
  const names = [steps.draft, steps.convened, steps.live, minutes === 'approved' ? steps.minutesDone : steps.minutes]
  const times = [at(meeting.createdAt), at(meeting.convenedAt), at(meeting.openedAt ?? meeting.startsAt), null]
  return (
    <Thread
      label={t.one.way}
      steps={names.map((title, n): Step => ({
        title,
        when: times[n] ?? null,
        state: n < now ? 'done' : n === now ? 'now' : 'next',
        ...(n === now ? { text: t.states[meeting.state] } : {}),
      }))}
    />
  )
}

function stageOf(state: OfficeMeetingView['meeting']['state'], minutes: string | null): number {
  if (state === 'draft') return 0
  if (state === 'closed') return minutes === 'approved' ? 4 : 3
  return state === 'under-way' || state === 'suspended' ? 2 : 1
}
