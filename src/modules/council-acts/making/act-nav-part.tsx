import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { SubNav } from '#ui/tabs-nav.tsx'
import { copyOfficeUrls } from '../copies/urls.ts'
import { actPermissions } from '../permissions.ts'
import { actOfficeUrls, actUrls } from '../urls.ts'
import { tabsOf, type ActTab, type TabFacts } from './tab-rules.ts'
import { makingTexts } from './texts.ts'

type Props = { lang: Lang; act: TabFacts & { id: string; title: string }; current: ActTab }

/** The parts of one act in the office. */
export const ActNav = ({ lang, act, current }: Props) => (
  <SubNav
    label={act.title}
    items={tabsOf(act).map((tab) => ({
      href: inLanguage(lang, tab === 'public' ? actUrls.act(act.slug ?? '') : OFFICE[tab](act.id)),
      label: makingTexts(lang).tabs[tab],
      current: tab === current,
    }))}
  />
)

const OFFICE: Record<Exclude<ActTab, 'public'>, (id: string) => string> = {
  overview: actOfficeUrls.act,
  text: actOfficeUrls.text,
  amendments: actOfficeUrls.amendments,
  signing: actOfficeUrls.signing,
  review: actOfficeUrls.review,
  announcing: actOfficeUrls.announcing,
  relations: actOfficeUrls.relations,
  states: actOfficeUrls.states,
  plan: actOfficeUrls.plan,
  copies: copyOfficeUrls.ofAct,
}

type ListTab = 'list' | 'adopted' | 'transmittals' | 'copies' | 'gaps' | 'archives' | 'reports' | 'settings'

/** The parts of the register in the office; the settings for those alone who may open them. */
export const RegisterNav = ({ page: { lang, visitor }, current }: { page: PageContext; current: ListTab }) => (
  <SubNav
    label={makingTexts(lang).list.title}
    items={LISTS.filter(([tab]) => tab !== 'settings' || maySet(visitor?.roles ?? [])).map(([tab, href]) => ({
      href: inLanguage(lang, href()),
      label: makingTexts(lang).registerTabs[tab],
      current: tab === current,
    }))}
  />
)

const maySet = (roles: readonly string[]): boolean =>
  actPermissions['acts-settings.write'].some((role) => roles.includes(role))

const LISTS: readonly (readonly [ListTab, () => string])[] = [
  ['list', actOfficeUrls.list],
  ['adopted', actOfficeUrls.adopted],
  ['transmittals', actOfficeUrls.transmittals],
  ['copies', copyOfficeUrls.list],
  ['gaps', actOfficeUrls.gaps],
  ['archives', actOfficeUrls.archives],
  ['reports', actOfficeUrls.reports],
  ['settings', actOfficeUrls.settings],
]
