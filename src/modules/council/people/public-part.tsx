import type { Child } from 'hono/jsx'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { wordsOf } from '#platform/institutions/institution-rules.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { SubNav } from '#ui/tabs-nav.tsx'
import { councilUrls } from '../urls.ts'
import { publicTextsIn } from './public-texts.ts'
import type { Where } from './public-people-view.ts'
import { peopleUrls as urls } from './urls.ts'

type Tab = 'people' | 'bodies' | 'elections' | 'staff' | 'payments' | 'affiliations'

const TABS: Record<Tab, () => string> = {
  people: urls.list,
  bodies: urls.bodies,
  elections: urls.elections,
  staff: urls.staff,
  payments: urls.payments,
  affiliations: urls.affiliations,
}

type Props = {
  page: PageContext
  title: string
  lead: string
  tab: Tab
  where: Where
  /** The page has a filter of its own in which the institution stands. */
  ownFilter?: boolean
  children?: Child
}

/** One of the pages of the people of councils: the same head, the same ways between them. */
export const PeoplePage = ({ page, title, lead, tab, where, ownFilter = false, children }: Props) => {
  const { lang } = page
  return (
    <Layout page={page} title={title} canonical={TABS[tab]()}>
      <Crumbs
        lang={lang}
        items={tab === 'people' ? [] : [{ href: urls.list(), label: publicTextsIn(lang).list.title }]}
      />
      <h1 class="govuk-heading-xl">{title}</h1>
      <p class="govuk-body-l">{lead}</p>
      <PeopleNav lang={lang} current={tab} institution={where.institution?.slug ?? null} />
      {!ownFilter && where.institutions.length > 1 && <Choose lang={lang} where={where} action={TABS[tab]()} />}
      {children}
    </Layout>
  )
}

export const Crumbs = ({ lang, items }: { lang: Lang; items: readonly { href: string; label: string }[] }) => {
  const t = publicTextsIn(lang)
  return (
    <Breadcrumbs
      label={t.crumbs}
      items={[{ href: '/', label: t.home }, ...items].map(({ href, label }) => ({
        href: inLanguage(lang, href),
        label,
      }))}
    />
  )
}

export const PeopleNav = ({
  lang,
  current,
  institution,
}: {
  lang: Lang
  current: Tab | null
  institution: string | null
}) => {
  const t = publicTextsIn(lang).nav
  const of = institution === null ? '' : `?institucioni=${institution}`
  const tabs = Object.keys(TABS) as Tab[]
  return (
    <SubNav
      label={t.label}
      items={[
        { href: inLanguage(lang, councilUrls.meetings()) + of, label: t.meetings },
        ...tabs.map((tab) => ({ href: inLanguage(lang, TABS[tab]()) + of, label: t[tab], current: tab === current })),
      ]}
    />
  )
}

const Choose = ({ lang, where, action }: { lang: Lang; where: Where; action: string }) => {
  const t = publicTextsIn(lang)
  const href = inLanguage(lang, action)
  return (
    <FilterForm
      action={href}
      legend={t.institution}
      submit={t.show}
      clear={where.institution ? { href, label: t.clear } : null}
    >
      <InstitutionField lang={lang} where={where} />
    </FilterForm>
  )
}

export const InstitutionField = ({ lang, where }: { lang: Lang; where: Where }) => {
  const t = publicTextsIn(lang)
  return (
    <SelectField
      name="institucioni"
      label={t.institution}
      value={where.institution?.slug ?? ''}
      options={[
        { value: '', label: t.all },
        ...where.institutions.map(({ slug, name }) => ({ value: slug, label: name })),
      ]}
    />
  )
}

const upper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** A member, a commission, a chair: each country has its own word. */
export const countryWord = (
  lang: Lang,
  jurisdiction: 'AL' | 'XK',
  which: 'councillor' | 'commission' | 'councilChair' | 'council',
): string => upper(wordsOf(jurisdiction, lang)[which])
