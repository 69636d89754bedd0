import type { Lang } from '#platform/i18n/language.ts'
import type { BodyGroup, MeetingKind } from './public-rules.ts'
import { textsIn } from './texts.ts'
import type { Numbered } from './texts.sq.ts'

export type NamedMeeting = Numbered & {
  ownTitle: string | null
  lang: Lang
  kind: MeetingKind
  jurisdiction: 'AL' | 'XK'
  bodyKind: BodyGroup
  bodyName: string
}

/** What a meeting is called: by its own title, else by kind, number and body, in the words of its country. */
export function titleOf(lang: Lang, meeting: NamedMeeting): { title: string; titleLang: Lang } {
  if (meeting.ownTitle !== null) return { title: meeting.ownTitle, titleLang: meeting.lang }
  const t = textsIn(lang)
  const kind = t.kindOf(meeting.kind, meeting.jurisdiction, meeting.bodyKind)
  return { title: t.title(kind, t.numberOf(meeting), meeting.bodyName), titleLang: lang }
}

/** Language mark for words that may be in another language than the page. */
export const markOf = (lang: Lang, words: Lang): Lang | undefined => (words === lang ? undefined : words)
