import type { Lang } from '#platform/i18n/language.ts'
import { textsIn } from '../texts.ts'
import type { LinkRow } from './office-queries.ts'

type Line = Pick<LinkRow, 'decision' | 'public' | 'comments' | 'number'>

/** Whom an answer answers, and how far it is. */
export const Said = ({ lang, line }: { lang: Lang; line: Line }) => {
  const t = textsIn(lang).effects
  const { comments, number, decision } = line
  return (
    <>
      {comments.join(', ')} {number > comments.length && t.moreComments(number - comments.length)}
      {decision !== 'accepted' && decision !== 'partly-accepted'
        ? ` (${t.office.notAcceptedNow})`
        : !line.public && ` (${t.office.notPublicYet})`}
    </>
  )
}
