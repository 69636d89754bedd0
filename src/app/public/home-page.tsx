import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { EntryList } from '#ui/entry-list.tsx'
import { KilimBand } from '#ui/kilim-band.tsx'
import { Layout } from '#ui/layout.tsx'
import { HomeSection } from './home-section.tsx'
import { PUBLIC_TEXTS } from './public-texts.ts'
import type { HomeView } from './public-view.ts'
import { publicUrls } from './urls.ts'

type Props = { page: PageContext } & HomeView

export const HomePage = ({ page, sections, institutions }: Props) => {
  const texts = PUBLIC_TEXTS[page.lang].home
  return (
    <Layout page={page} title={texts.title} canonical={publicUrls.home()}>
      <KilimBand />
      <h1>{texts.title}</h1>
      <p class="govuk-body-l">{texts.lead}</p>
      {sections.map((entries) => (
        <HomeSection lang={page.lang} entries={entries} />
      ))}
      <section>
        <h2>{texts.how}</h2>
        <ol class="govuk-list govuk-list--number">
          {texts.steps.map((step) => (
            <li>
              <strong>{step.title}</strong> {step.words}
            </li>
          ))}
        </ol>
      </section>
      <Institutions page={page} institutions={institutions} />
    </Layout>
  )
}

const Institutions = ({ page, institutions }: Omit<Props, 'sections'>) => {
  const texts = PUBLIC_TEXTS[page.lang]
  return (
    <section>
      <h2>{texts.home.institutions}</h2>
      {institutions.length === 0 ? (
        <p>{texts.home.noInstitutions}</p>
      ) : (
        <EntryList
          level={3}
          items={institutions.map((institution) => ({
            href: inLanguage(page.lang, publicUrls.institution(institution.slug)),
            title: institution.name,
            quiet: quietLineOf(page, institution),
          }))}
        />
      )}
    </section>
  )
}

/** `Bashki · Shqipëri · demonstrim` */
export function quietLineOf(page: PageContext, institution: InstitutionSummary): string {
  const { kinds, countries, demonstration } = PUBLIC_TEXTS[page.lang].institution
  const { jurisdiction, kind } = institution
  const words = [kinds[jurisdiction][kind], countries[jurisdiction]]
  return [...words, ...(institution.demonstration ? [demonstration] : [])].join(' · ')
}
