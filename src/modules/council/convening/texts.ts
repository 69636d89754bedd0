import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en as agendaEn } from './agenda-texts.en.ts'
import { sq as agendaSq, type AgendaTexts } from './agenda-texts.sq.ts'
import type { Caller, CouncilMeetingKind } from './convening-rules.ts'
import { en as historyEn } from './history-texts.en.ts'
import { sq as historySq } from './history-texts.sq.ts'
import { en as nextEn } from './next-texts.en.ts'
import { sq as nextSq, type NextTexts } from './next-texts.sq.ts'
import type { ProposerKind } from './paper-rules.ts'
import { en as paperEn } from './paper-texts.en.ts'
import { sq as paperSq, type PaperTexts } from './paper-texts.sq.ts'
import { en } from './texts.en.ts'
import { sq, type ConveningTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<ConveningTexts> = { sq, en }
const AGENDA: InEveryLanguage<AgendaTexts> = { sq: agendaSq, en: agendaEn }
const PAPERS: InEveryLanguage<PaperTexts> = { sq: paperSq, en: paperEn }

const NEXT: InEveryLanguage<NextTexts> = { sq: nextSq, en: nextEn }

export const nextTexts = (lang: Lang): NextTexts => NEXT[lang]
export const conveningTexts = (lang: Lang): ConveningTexts => TEXTS[lang]
export const agendaTexts = (lang: Lang): AgendaTexts => AGENDA[lang]
export const paperTexts = (lang: Lang): PaperTexts => PAPERS[lang]

/** The words of the history of papers and meetings. */
export const conveningHistory = { sq: historySq, en: historyEn }

type Named = {
  title: string | null
  kind: CouncilMeetingKind
  jurisdiction: 'AL' | 'XK'
  body: string
  bodyEn?: string | null
  number: number | null
  numberYear: number | null
}

/** What a meeting is called: its own title, or its kind, number and body. */
export function meetingName(lang: Lang, meeting: Named): string {
  if (meeting.title !== null) return meeting.title
  const t = TEXTS[lang]
  const body = (lang === 'en' && meeting.bodyEn) || meeting.body
  const { number, numberYear } = meeting
  const numbered = number === null || numberYear === null ? '' : ` ${t.number(number, numberYear)}`
  return `${t.nouns[meeting.jurisdiction][meeting.kind]}${numbered}, ${body}`
}

/** Who proposes a paper, in the words of its country. */
export const proposerWords = (lang: Lang, country: 'AL' | 'XK', kind: ProposerKind): string => {
  const t = PAPERS[lang]
  return kind === 'mayor' || kind === 'commission' ? t.proposersOf[country][kind] : t.proposers[kind]
}

/** Who calls it, as its notice says: the chair of this very body. */
export const callerWords = (
  lang: Lang,
  { calledBy, jurisdiction, bodyKind }: { calledBy: Caller; jurisdiction: 'AL' | 'XK'; bodyKind: string },
): string =>
  calledBy === 'chair'
    ? TEXTS[lang].chairs[jurisdiction][bodyKind === 'council' ? 'council' : 'commission']
    : TEXTS[lang].callers[jurisdiction][calledBy]
