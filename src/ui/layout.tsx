import type { Child } from 'hono/jsx'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, LANGUAGES } from '#platform/i18n/language.ts'
import { asset } from './assets.ts'
import { classNames } from './class-names.ts'
import { FeedAlternates } from './follow-links.tsx'
import { FRAME_TEXTS } from './frame-texts.ts'
import { keptPart } from './kept-part.ts'
import type { LinkText, MenuLink } from './link-text.ts'
import { PageFooter, printDay } from './page-footer.tsx'
import { PageHeader } from './page-header.tsx'
import { Shape } from './shape.tsx'

export type LayoutProps = {
  page: PageContext
  title: string
  /** In place of the menu that every page has. */
  menu?: readonly LinkText[] | undefined
  children?: Child
  back?: LinkText | undefined
  robots?: 'noindex' | undefined
  /** Path of the record's lasting address, without language. */
  canonical?: string | undefined
  /** Room for a wide register, where the screen has it. */
  wide?: boolean | undefined
  /** Denser, for people who work here all day. */
  office?: boolean | undefined
  /** Address of the same record as data. */
  jsonHref?: string | undefined
  /** A selection, as `selectionQuery` writes it, whose feed and calendar are named in the head; null: none. */
  feeds?: string | null | undefined
  /** For places where people pass the link on: one line of text, and the path of a picture. */
  share?: { text: string; picture: string } | undefined
  /** What the deed before the redirect has done, told to eye and ear. */
  status?: string | null | undefined
  /** The form came back with something to mend. */
  error?: boolean | undefined
}

/** The whole document around a page, without doctype: the renderer writes it. */
export const Layout = (props: LayoutProps) => {
  const { page, office = false, jsonHref } = props
  const texts = FRAME_TEXTS[page.lang]
  const width = classNames('govuk-width-container', (props.wide || office) && 'kv-wide')
  return (
    <html lang={page.lang} class={classNames('govuk-template', office && 'kv-office')}>
      {headOf(props)}
      <body class="govuk-template__body">
        <a href="#permbajtja" class="govuk-skip-link">
          {texts.skip}
        </a>
        {headerOf(page, props.menu ?? menuOf(page, office), office, width)}
        <Main {...props} width={width} />
        {footerOf(page, jsonHref, width)}
      </body>
    </html>
  )
}

function headerOf(page: PageContext, menu: readonly MenuLink[], office: boolean, width: string) {
  const { lang, path, demo, visitor, institution } = page
  return keptPart('header', [lang, path, demo, visitor, institution, menu, office, width], () => (
    <PageHeader page={page} menu={menu} office={office} width={width} />
  ))
}

function footerOf(page: PageContext, jsonHref: string | undefined, width: string) {
  const { lang, path, url } = page
  return keptPart('footer', [lang, path, url, printDay(page), jsonHref, width], () => (
    <PageFooter page={page} jsonHref={jsonHref} width={width} />
  ))
}

function menuOf({ menu, lang, institution }: PageContext, office: boolean): MenuLink[] {
  return menu[office ? 'office' : 'public'].map((entry) => ({
    href: inLanguage(lang, entry.href),
    label: ((institution?.jurisdiction === 'XK' && entry.inKosovo) || entry.label)[lang],
    also: entry.also?.map((href) => inLanguage(lang, href)),
  }))
}

function headOf(props: LayoutProps) {
  const { page, title, office, robots, canonical, jsonHref, error, feeds, share } = props
  const { lang, url, institution } = page
  const shows = [
    lang,
    url,
    institution?.name,
    institution?.accent,
    title,
    office,
    robots,
    canonical,
    jsonHref,
    error,
    feeds,
    share?.text,
    share?.picture,
  ]
  return keptPart('head', shows, () => <Head {...props} />)
}

const Head = (props: LayoutProps) => {
  const { page, office, robots, jsonHref } = props
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{titleOf(props)}</title>
      <link rel="preload" href={asset('sans-400.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
      <link rel="preload" href={asset('serif-600.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
      <link rel="stylesheet" href={asset('public.css')} />
      {office && <link rel="stylesheet" href={asset('office.css')} />}
      {page.institution?.accent && <link rel="stylesheet" href={accentHref(page.institution.accent)} />}
      <link rel="icon" href={asset('mark.svg')} type="image/svg+xml" />
      <meta name="theme-color" content="#fbfaf7" />
      <meta name="format-detection" content="telephone=no" />
      {robots && <meta name="robots" content={robots} />}
      {props.canonical !== undefined && <Addresses page={page} path={props.canonical} />}
      {props.share && props.canonical !== undefined && (
        <Preview {...props} share={props.share} path={props.canonical} />
      )}
      {jsonHref && <link rel="alternate" type="application/json" href={jsonHref} />}
      {!office && <OpenSearch page={page} />}
      {props.feeds !== undefined && props.feeds !== null && <FeedAlternates lang={page.lang} query={props.feeds} />}
      <script type="module" src={asset('public.js')} />
      {office && <script type="module" src={asset('office.js')} />}
    </head>
  )
}

/** Most particular first: it is what a tab, a bookmark and a screen reader show. */
function titleOf({ page, title, error }: LayoutProps): string {
  const words = [error ? `${FRAME_TEXTS[page.lang].errorPrefix}: ${title}` : title, page.institution?.name, 'Kuvend']
  return words.filter((part, index) => part && words.indexOf(part) === index).join(' – ')
}

const accentHref = (accent: string): string => `/s/ngjyra/${accent.replace('#', '').toLowerCase()}.css`

const Addresses = ({ page, path }: { page: PageContext; path: string }) => (
  <>
    <link rel="canonical" href={page.url + inLanguage(page.lang, path)} />
    {LANGUAGES.map((lang) => (
      <link rel="alternate" hreflang={lang} href={page.url + inLanguage(lang, path)} />
    ))}
  </>
)

/** The Open Graph protocol: what stands beside a link in Viber, WhatsApp or Facebook. */
const Preview = ({
  page,
  title,
  share,
  path,
}: LayoutProps & { share: { text: string; picture: string }; path: string }) => (
  <>
    <meta name="description" content={share.text} />
    <meta property="og:type" content="article" />
    <meta property="og:title" content={title} />
    <meta property="og:description" content={share.text} />
    <meta property="og:url" content={page.url + inLanguage(page.lang, path)} />
    <meta property="og:image" content={page.url + inLanguage(page.lang, share.picture)} />
    <meta property="og:image:width" content="1200" />
    <meta property="og:image:height" content="630" />
    <meta name="twitter:card" content="summary_large_image" />
  </>
)

/** By it a browser can ask this site from its address bar. */
const OpenSearch = ({ page: { lang } }: { page: PageContext }) => (
  <link
    rel="search"
    type="application/opensearchdescription+xml"
    title={`Kuvend: ${FRAME_TEXTS[lang].searchHere}`}
    href={inLanguage(lang, '/kerko.xml')}
  />
)

const Main = ({ back, status, children, width }: LayoutProps & { width: string }) => (
  <div class={width}>
    <main id="permbajtja" class="govuk-main-wrapper" tabindex={-1}>
      {back && (
        <a href={back.href} class="govuk-back-link">
          {back.label}
        </a>
      )}
      {status && (
        <div class="kv-status" role="alert" tabindex={-1} data-focus-on-load>
          <Shape tone="done" />
          {status}
        </div>
      )}
      {children}
    </main>
  </div>
)
