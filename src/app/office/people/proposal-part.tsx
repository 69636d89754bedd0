import type { OpenProposal } from '#platform/auth/proposal-queries.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDateRange, formatDay } from '#platform/i18n/formats.ts'
import { textsOf } from '../../account/account-texts.ts'
import { textsIn } from './people-texts.ts'

/** What somebody is to get, in words. */
export const ProposalWords = ({ page, proposal }: { page: PageContext; proposal: OpenProposal }) => (
  <>{wordsOf(page, proposal)}</>
)

function wordsOf({ lang }: PageContext, proposal: OpenProposal): string {
  const t = textsIn(lang).proposals
  const { role, body, validFrom, validTo, proposedAt, zone, startsOn, endsOn, absent } = proposal
  if (role === null) return t.substitution(absent ?? '', formatDateRange(lang, startsOn ?? '', endsOn ?? ''))
  return [
    [textsOf(lang).roles[role], body].filter(Boolean).join(', '),
    validFrom > proposedAt ? t.from(formatDay(lang, validFrom, zone)) : null,
    validTo ? t.to(formatDay(lang, new Date(validTo.getTime() - 1), zone)) : null,
  ]
    .filter(Boolean)
    .join(', ')
}
