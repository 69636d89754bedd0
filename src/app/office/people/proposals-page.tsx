import type { OpenProposal } from '#platform/auth/proposal-queries.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { textsIn } from './people-texts.ts'
import { peopleUrls } from './people-urls.ts'
import type { ProposalsView } from './people-view.ts'
import { ProposalWords } from './proposal-part.tsx'

type Props = { page: PageContext; view: ProposalsView; status?: string | null; error?: string | null }

/** Rights that a second person has to confirm. */
export const ProposalsPage = ({ page, view, status = null, error = null }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  return (
    <Layout
      page={page}
      title={t.proposals.title}
      office
      status={status}
      error={error !== null}
      robots="noindex"
      back={{ href: inLanguage(lang, peopleUrls.list()), label: t.back }}
    >
      <ErrorSummary title={t.errorTitle} errors={error === null ? {} : { permbajtja: error }} />
      <h1 class="govuk-heading-l">{t.proposals.title}</h1>
      <p>{t.proposals.lead}</p>
      {view.proposals.length === 0 ? (
        <EmptyState>{t.proposals.none}</EmptyState>
      ) : (
        <DataTable
          caption={t.proposals.title}
          captionHidden
          firstColumnHeader
          head={[t.proposals.person, t.proposals.what, t.proposals.proposer, t.proposals.expires, t.proposals.deed].map(
            (label) => ({ label }),
          )}
          rows={view.proposals.map((proposal) => [
            <a href={inLanguage(lang, peopleUrls.person(proposal.accountId))}>{proposal.person}</a>,
            <ProposalWords page={page} proposal={proposal} />,
            proposal.proposer,
            formatDay(lang, proposal.expiresAt, proposal.zone),
            <Deeds page={page} proposal={proposal} self={view.self} />,
          ])}
        />
      )}
    </Layout>
  )
}

const Deeds = ({ page: { lang }, proposal, self }: { page: PageContext; proposal: OpenProposal; self: string }) => {
  const t = textsIn(lang).proposals
  const own = [proposal.proposedBy, proposal.accountId, proposal.absentAccountId].includes(self)
  const deeds = own
    ? proposal.proposedBy === self
      ? ([['terhiqet', t.withdraw, 'warning']] as const)
      : []
    : ([
        ['miratohet', t.confirm, 'secondary'],
        ['refuzohet', t.refuse, 'warning'],
      ] as const)
  return (
    <form method="post" action={inLanguage(lang, peopleUrls.decide(proposal.id))} data-submit-once>
      {own && <p>{t.own}</p>}
      {deeds.map(([value, label, kind]) => (
        <Button kind={kind} name="vendimi" value={value}>
          {label}
          <span class="govuk-visually-hidden"> {t.hidden(proposal.person)}</span>
        </Button>
      ))}
    </form>
  )
}
