import { formatDate, formatDay } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { Tag } from '#ui/tag.tsx'
import type { PublishedComment } from '../comments/comment-queries.ts'
import { textsIn } from '../texts.ts'
import type { Member } from './member-queries.ts'

type CameIn = Pick<PublishedComment, 'channel' | 'senderKind' | 'happenedOn' | 'receivedOn' | 'late' | 'members'>

/** How a comment came, in words: nothing of one that was sent on the site in time. */
export const CameInLine = ({ lang, zone, comment }: { lang: Lang; zone: string; comment: CameIn }) => {
  const texts = textsIn(lang).entry
  const t = texts.part
  const { channel, happenedOn, receivedOn, late, senderKind, members } = comment
  const ways = [
    ...(channel === 'web' ? [] : [t.came(texts.channelBy[channel])]),
    ...(channel === 'web' || !happenedOn ? [] : [t.said(formatDate(lang, happenedOn))]),
    ...(receivedOn && receivedOn !== happenedOn ? [t.received(formatDate(lang, receivedOn))] : []),
    ...(senderKind && senderKind !== 'citizen' ? [texts.senderKinds[senderKind]] : []),
  ]
  if (ways.length === 0 && !late && members.length === 0) return null
  return (
    <>
      <p class="kv-comment__quiet">
        {late && <Tag tone="warning">{t.late}</Tag>} {ways.join(', ')}
      </p>
      {members.length > 0 && <MembersList lang={lang} zone={zone} members={members} />}
    </>
  )
}

type ShownMember = Omit<Member, 'withdrawnAt'> & { withdrawnAt: Date | string | null }
type ListProps = { lang: Lang; zone: string; members: readonly ShownMember[]; level?: 2 }

/** Who speaks in a joint submission; one that withdrew keeps its place, and says so. */
export const MembersList = ({ lang, zone, members, level }: ListProps) => {
  const t = textsIn(lang).entry.joint
  return (
    <>
      {level === 2 ? (
        <h2 class="govuk-heading-m">{t.membersTitle}</h2>
      ) : (
        <p class="kv-comment__quiet">
          {t.membersTitle}: {t.count(members.length)}
        </p>
      )}
      <ul class="govuk-list govuk-list--bullet">
        {members.map(({ organisation, role, person, withdrawnAt }) => (
          <li>
            {[organisation, role, person].filter(Boolean).join(', ')}
            {withdrawnAt && <> ({t.withdrew(formatDay(lang, new Date(withdrawnAt), zone))})</>}
          </li>
        ))}
      </ul>
    </>
  )
}
