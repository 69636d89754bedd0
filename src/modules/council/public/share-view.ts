import type { Lang } from '#platform/i18n/language.ts'
import type { ShareFacts } from '#platform/papers/share-picture.ts'
import { whenOf } from './calendar-view.ts'
import type { MeetingView } from './meeting-view.ts'
import { textsIn } from './texts.ts'

/** The house's own red, where an institution has set no colour. */
const ACCENT = '#a9101c'

/** The one thing that somebody who is passed the link wants to know: when and where, or that it is off. */
export function shareLineOf(lang: Lang, { meeting, phase }: Pick<MeetingView, 'meeting' | 'phase'>): string {
  const t = textsIn(lang)
  if (phase === 'cancelled' || phase === 'postponed' || phase === 'under-way') return t.phases[phase]
  return [whenOf(lang, meeting), meeting.place, meeting.closed ? t.share.closed : null].filter(Boolean).join(', ')
}

export const shareFactsOf = (lang: Lang, view: MeetingView): ShareFacts => ({
  institution: view.institution.name,
  kind: textsIn(lang).kindOf(view.meeting.kind, view.meeting.jurisdiction, view.meeting.bodyKind),
  title: view.title,
  line: shareLineOf(lang, view),
  accent: view.institution.accent ?? ACCENT,
})
