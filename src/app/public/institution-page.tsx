import type { PageContext } from '#platform/http/page-context.ts'
import { Layout } from '#ui/layout.tsx'
import { AddressList } from './address-list.tsx'
import { quietLineOf } from './home-page.tsx'
import { HomeSection } from './home-section.tsx'
import { PUBLIC_TEXTS } from './public-texts.ts'
import type { InstitutionView } from './public-view.ts'
import { publicUrls } from './urls.ts'

/** An institution's own page: what it has before the public, whom to turn to, which bodies decide. */
export const InstitutionPage = ({ page, view }: { page: PageContext; view: InstitutionView }) => {
  const texts = PUBLIC_TEXTS[page.lang].institution
  const { institution, sections, addresses, bodies } = view
  return (
    <Layout page={page} title={institution.name} canonical={publicUrls.institution(institution.slug)}>
      <h1>{institution.name}</h1>
      <p class="kv-quiet">{quietLineOf(page, institution)}</p>
      {sections.map((entries) => (
        <HomeSection lang={page.lang} entries={entries} />
      ))}
      <h2>{texts.addresses}</h2>
      <AddressList texts={texts} addresses={addresses} />
      {bodies.length > 0 && (
        <>
          <h2>{texts.bodies}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {bodies.map((body) => (
              <li lang={page.lang === 'sq' ? undefined : 'sq'}>{body.name}</li>
            ))}
          </ul>
        </>
      )}
    </Layout>
  )
}
