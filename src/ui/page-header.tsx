import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, LANGUAGES } from '#platform/i18n/language.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { FRAME_TEXTS, LANGUAGE_NAMES } from './frame-texts.ts'
import type { MenuLink } from './link-text.ts'

type Props = { page: PageContext; menu: readonly MenuLink[]; office: boolean; width: string }

/** Who speaks, in which language, and where else to go: quiet, for the reader's matter is the largest thing on a page. */
export const PageHeader = ({ page, menu, office, width }: Props) => (
  <header class="kv-header">
    <DemonstrationBanner page={page} width={width} />
    <div class={width}>
      <div class="kv-header__top">
        <a class="kv-mark" href={inLanguage(page.lang, '/')}>
          Kuvend
        </a>
        <Utilities page={page} />
      </div>
      {page.institution && <InstitutionLine page={page} institution={page.institution} />}
      {(menu.length > 0 || !office) && (
        <div class="kv-header__bottom">
          {menu.length > 0 && <Menu page={page} menu={menu} />}
          {!office && <Search page={page} />}
        </div>
      )}
    </div>
  </header>
)

const DemonstrationBanner = ({ page, width }: { page: PageContext; width: string }) => {
  const texts = FRAME_TEXTS[page.lang]
  const words = page.demo
    ? texts.demonstration
    : page.institution?.demonstration
      ? texts.demonstrationInstitution
      : null
  if (words === null) return null
  return (
    <div class="kv-demonstration">
      <p class={width}>{words}</p>
    </div>
  )
}

const Utilities = ({ page }: { page: PageContext }) => {
  const texts = FRAME_TEXTS[page.lang]
  const to = (path: string) => inLanguage(page.lang, path)
  return (
    <nav class="kv-utilities" aria-label={texts.utilities}>
      {LANGUAGES.filter((lang) => lang !== page.lang).map((lang) => (
        <a href={inLanguage(lang, page.path)} lang={lang} hreflang={lang}>
          {LANGUAGE_NAMES[lang]}
        </a>
      ))}
      {page.visitor?.office && <a href={to('/zyra')}>{texts.office}</a>}
      {page.visitor === null ? (
        <a href={to('/hyr')}>{texts.signIn}</a>
      ) : (
        <>
          <a class="kv-utilities__name" href={to('/llogaria')}>
            <span class="govuk-visually-hidden">{texts.account}: </span>
            <span>{page.visitor.name}</span>
          </a>
          <form action={to('/dil')} method="post">
            <button class="kv-link-button" type="submit">
              {texts.signOut}
            </button>
          </form>
        </>
      )}
    </nav>
  )
}

const InstitutionLine = ({ page, institution }: { page: PageContext; institution: InstitutionSummary }) => (
  <a class="kv-institution" href={inLanguage(page.lang, `/i/${institution.slug}/`)}>
    {institution.emblem && <img class="kv-institution__emblem" src={`/s/emblema/${institution.emblem}`} alt="" />}
    <span class="kv-institution__name">{institution.name}</span>
  </a>
)

const Menu = ({ page, menu }: { page: PageContext; menu: readonly MenuLink[] }) => {
  const here = inLanguage(page.lang, page.path.split('?')[0] ?? '/')
  const place = placeOf(menu, here)
  return (
    <nav class="kv-menu" aria-label={FRAME_TEXTS[page.lang].menu}>
      <ul>
        {menu.map(({ href, label }) => (
          <li>
            <a href={href} aria-current={href !== place ? undefined : href === here ? 'page' : 'true'}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The entry a page belongs to: of those above it the nearest. */
function placeOf(menu: readonly MenuLink[], here: string): string | null {
  const above = menu
    .flatMap(({ href, also = [] }) => [href, ...also].map((place) => ({ href, place })))
    .filter(({ place }) => here === place || (place !== '/' && here.startsWith(`${place}/`)))
  return above.toSorted((one, other) => other.place.length - one.place.length)[0]?.href ?? null
}

/** Asks everything that is published; on an institution's own site what this institution has published. */
const Search = ({ page }: { page: PageContext }) => {
  const texts = FRAME_TEXTS[page.lang]
  const within = page.institution && page.path.startsWith('/i/') ? page.institution : null
  const label = within ? texts.searchWithin(within.name) : texts.search
  return (
    <form class="kv-search" action={inLanguage(page.lang, SEARCH)} method="get" role="search">
      <label class="govuk-visually-hidden" for="kerko-q">
        {label}
      </label>
      <input
        class="kv-search__input"
        id="kerko-q"
        name="q"
        type="search"
        maxlength={200}
        value={wordsIn(page)}
        placeholder={texts.searchHere}
        data-suggest={inLanguage(page.lang, `${SEARCH}/sugjerime`)}
      />
      {within && <input type="hidden" name="institucioni" value={within.slug} />}
      <button class="kv-search__submit" type="submit">
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
          <path
            d="M13 13l5.5 5.5M8.5 2a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z"
            fill="none"
            stroke="currentColor"
            stroke-width="2"
          />
        </svg>
        <span class="govuk-visually-hidden">{texts.searchSubmit}</span>
      </button>
    </form>
  )
}

const SEARCH = '/kerko'

/** On the page of a search its words stay in the header too. */
function wordsIn({ path }: PageContext): string | undefined {
  const [place, query = ''] = path.split('?')
  return place === SEARCH ? (new URLSearchParams(query).get('q')?.slice(0, 200) ?? undefined) : undefined
}
