import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Layout } from '#ui/layout.tsx'
import { AddressList } from './address-list.tsx'
import { writeTexts } from './intake/texts.ts'
import { writeUrls } from './intake/urls.ts'
import { PUBLIC_TEXTS } from './public-texts.ts'
import type { ContactsView } from './public-view.ts'
import { publicUrls } from './urls.ts'

type Props = { page: PageContext; institutions: ContactsView }

export const ContactPage = ({ page, institutions }: Props) => {
  const texts = PUBLIC_TEXTS[page.lang]
  return (
    <Layout page={page} title={texts.contact.title} canonical={publicUrls.contact()}>
      <h1>{texts.contact.title}</h1>
      <p class="govuk-body-l">{texts.contact.lead}</p>
      <p>{texts.contact.faults}</p>
      <p>
        <a href={inLanguage(page.lang, writeUrls.choose())}>{writeTexts(page.lang).choose.title}</a>
      </p>
      {institutions.length === 0 && <p>{texts.home.noInstitutions}</p>}
      {institutions.map(({ institution, addresses }) => (
        <section>
          <h2>
            <a href={inLanguage(page.lang, publicUrls.institution(institution.slug))}>{institution.name}</a>
          </h2>
          <AddressList texts={texts.institution} addresses={addresses} />
        </section>
      ))}
    </Layout>
  )
}
