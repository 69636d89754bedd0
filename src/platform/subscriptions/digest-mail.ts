import { inLanguage, type Lang } from '../i18n/language.ts'
import type { FollowedKind } from './followed-kind.ts'
import { followTexts } from './follow-texts.ts'
import { linesOf } from './happening-words-rules.ts'
import type { ShownHappening } from './happening-words-rules.ts'
import { followUrls } from './urls.ts'

type Digest = {
  /** Oldest first. */
  happenings: readonly ShownHappening[]
  kinds: readonly FollowedKind[]
  url: string
  leaveToken: string
  ownToken: string
}

/** A letter stays a letter: what is beyond is read on the pages. */
const MOST_MATTERS = 60

/** What changed, by institution and matter, in sentences with days and links. */
export function digestLetter(
  lang: Lang,
  { happenings, kinds, url, leaveToken, ownToken }: Digest,
): { subject: string; body: string } {
  const t = followTexts(lang).letters
  const matters = [...Map.groupBy(happenings, ({ matter }) => matter).values()]
  const shown = matters.slice(0, MOST_MATTERS)
  const institutions = [...Map.groupBy(shown, ([first]) => first?.institution ?? '')]
  const at = (path: string) => url + inLanguage(lang, path)
  const parts = institutions.flatMap(([name, its]) => [
    name.toLocaleUpperCase(lang),
    ...its.map((matter) => matterPart(lang, kinds, matter, at)),
  ])
  const count = happenings.length
  const [first] = happenings
  const subject = matters.length === 1 && first ? t.subjectOne(count, first.title) : t.subject(count, matters.length)
  const body = [
    t.greeting,
    t.digest(count),
    ...parts,
    ...(matters.length > shown.length ? [t.more(matters.length - shown.length), at(followUrls.news())] : []),
    t.why,
    `${t.ownPage}\n${at(followUrls.ownBy(ownToken))}`,
    `${t.leave}\n${at(followUrls.leave(leaveToken))}`,
    t.closing,
  ].join('\n\n')
  return { subject, body }
}

function matterPart(
  lang: Lang,
  kinds: readonly FollowedKind[],
  happenings: readonly ShownHappening[],
  at: (path: string) => string,
): string {
  const [first] = happenings
  if (!first) return ''
  const lines = linesOf(lang, kinds, happenings).map(({ day, words }) => `- ${day === null ? '' : `${day}: `}${words}`)
  return [first.title, ...lines, at(first.matterHref)].join('\n')
}
