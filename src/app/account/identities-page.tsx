import type { LinkedIdentity } from '#platform/auth/oidc-queries.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { accountUrls } from './account-urls.ts'
import { meansTextsOf } from './means-texts.ts'
import { meansUrls } from './means-urls.ts'

const ZONE = 'Europe/Tirane'

type Props = {
  page: PageContext
  identities: readonly LinkedIdentity[]
  providers: readonly { slug: string; name: string }[]
  status: string | null
}

export const IdentitiesPage = ({ page, identities, providers, status }: Props) => {
  const all = meansTextsOf(page.lang)
  const texts = all.identities
  const free = providers.filter(({ slug }) => !identities.some((identity) => identity.slug === slug))
  return (
    <Layout
      page={page}
      title={texts.title}
      status={status}
      robots="noindex"
      back={{ href: inLanguage(page.lang, accountUrls.account), label: all.back }}
    >
      <h1>{texts.title}</h1>
      <p>{texts.lead}</p>
      {identities.length === 0 ? (
        <EmptyState>{providers.length === 0 ? texts.noProviders : texts.none}</EmptyState>
      ) : (
        <Linked page={page} identities={identities} />
      )}
      {free.map(({ slug, name }) => (
        <p>
          <LinkButton kind="secondary" href={inLanguage(page.lang, meansUrls.linkAt(slug))}>
            {texts.add(name)}
          </LinkButton>
        </p>
      ))}
    </Layout>
  )
}

const Linked = ({ page, identities }: Pick<Props, 'page' | 'identities'>) => {
  const texts = meansTextsOf(page.lang).identities
  return (
    <DataTable
      caption={texts.title}
      captionHidden
      firstColumnHeader
      head={[texts.provider, texts.label, texts.since, texts.lastUsed, texts.action].map((label) => ({ label }))}
      rows={identities.map((identity) => [
        identity.provider,
        identity.label ?? texts.nameless,
        formatMoment(page.lang, identity.createdAt, ZONE),
        identity.lastUsedAt ? formatMoment(page.lang, identity.lastUsedAt, ZONE) : texts.never,
        <form method="post" action={inLanguage(page.lang, meansUrls.unlink(identity.id))}>
          <Button kind="secondary">
            {texts.remove}
            <span class="govuk-visually-hidden"> {texts.removeHidden(identity.provider)}</span>
          </Button>
        </form>,
      ])}
    />
  )
}

type LinkProps = { page: PageContext; provider: string; label: string | null }

/** The deed is this button: whoever was sent here by somebody else sees whose identity it would be. */
export const LinkIdentityPage = ({ page, provider, label }: LinkProps) => {
  const all = meansTextsOf(page.lang)
  const texts = all.identities
  return (
    <Layout
      page={page}
      title={texts.linkTitle(provider)}
      robots="noindex"
      back={{ href: inLanguage(page.lang, meansUrls.identities), label: texts.title }}
    >
      <h1>{texts.linkTitle(provider)}</h1>
      <p>{texts.linkLead(provider)}</p>
      <Inset>{label ?? texts.nameless}</Inset>
      <WarningText assistive={all.warning}>{texts.linkWarning}</WarningText>
      <form method="post" action={inLanguage(page.lang, meansUrls.link)}>
        <Button preventDoubleClick>{texts.linkSubmit}</Button>
      </form>
    </Layout>
  )
}
