import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { ListedBody } from '#platform/institutions/body-queries.ts'
import { EVERYTHING, selectionQuery } from '#platform/search/selection-rules.ts'
import { Details } from '#ui/details.tsx'
import { FollowLinks } from '#ui/follow-links.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { publicBoardUrls } from '../office/deadlines/board/board-urls.ts'
import { AddressList } from './address-list.tsx'
import { calendarTexts } from './calendar/texts.ts'
import { calendarUrls } from './calendar/urls.ts'
import { publicBoardTexts } from './deadlines/texts.ts'
import { quietLineOf } from './home-page.tsx'
import { HomeSection } from './home-section.tsx'
import { PUBLIC_TEXTS } from './public-texts.ts'
import { writeTexts } from './intake/texts.ts'
import { writeUrls } from './intake/urls.ts'
import type { InstitutionView } from './public-view.ts'
import { publicUrls } from './urls.ts'

type Props = { page: PageContext; view: InstitutionView }

/** An institution's own page: what it has before the public, whom to turn to, which bodies decide. */
export const InstitutionPage = ({ page, view }: Props) => {
  const texts = PUBLIC_TEXTS[page.lang].institution
  const { institution, sections, addresses, bodies } = view
  const followed = selectionQuery({ ...EVERYTHING, institution: institution.slug })
  const ended = bodies.filter((body) => body.endedOn !== null)
  return (
    <Layout
      page={page}
      title={institution.name}
      canonical={publicUrls.institution(institution.slug)}
      jsonHref={inLanguage(page.lang, publicUrls.institutionData(institution.slug))}
      feeds={followed}
    >
      <h1>{institution.name}</h1>
      <p class="kv-quiet">{quietLineOf(page, institution)}</p>
      <Standing page={page} view={view} />
      {sections.map((entries) => (
        <HomeSection lang={page.lang} entries={entries} />
      ))}
      {institution.standing === 'member' && (
        <p>
          <a href={inLanguage(page.lang, publicBoardUrls.board(institution.slug))}>
            {publicBoardTexts(page.lang).link}
          </a>
          <br />
          <a href={inLanguage(page.lang, publicUrls.institutionYearPlan(institution.slug, view.year))}>
            {calendarTexts(page.lang).planLink}
          </a>
          <br />
          <a href={inLanguage(page.lang, publicUrls.institutionRegister(institution.slug))}>
            {calendarTexts(page.lang).registerLink}
          </a>
          <br />
          <a href={inLanguage(page.lang, publicUrls.yearReports())}>{calendarTexts(page.lang).yearReportsLink}</a>
          <br />
          <a href={`${inLanguage(page.lang, calendarUrls.year(view.year))}?institucioni=${institution.slug}`}>
            {calendarTexts(page.lang).link}
          </a>
        </p>
      )}
      <FollowLinks lang={page.lang} query={followed} />
      <h2>{texts.addresses}</h2>
      {institution.standing === 'member' && institution.closedOn === null && (
        <p>
          <a href={inLanguage(page.lang, writeUrls.form(institution.slug))}>{writeTexts(page.lang).writeTo}</a>
        </p>
      )}
      <AddressList texts={texts} addresses={addresses} />
      {bodies.length > 0 && <h2>{texts.bodies}</h2>}
      <BodyList page={page} view={view} bodies={bodies.filter((body) => body.endedOn === null)} />
      {ended.length > 0 && (
        <Details summary={texts.endedBodies}>
          <BodyList page={page} view={view} bodies={ended} />
        </Details>
      )}
      <Facts page={page} view={view} />
    </Layout>
  )
}

/** That it is no more, and who came after it; or that it is only listed here. */
const Standing = ({ page: { lang }, view: { institution, successions } }: Props) => {
  const texts = PUBLIC_TEXTS[lang].institution
  const links = (kind: 'successor' | 'predecessor') =>
    successions
      .filter((one) => one.kind === kind)
      .map((one, n) => (
        <>
          {n > 0 && ', '}
          <a href={inLanguage(lang, publicUrls.institution(one.slug))}>{one.name}</a>
        </>
      ))
  const [after, before] = [links('successor'), links('predecessor')]
  return (
    <>
      {institution.closedOn && (
        <Inset>
          <p>{texts.closedOn(formatDate(lang, institution.closedOn))}</p>
          {institution.closedReason && <p>{institution.closedReason}</p>}
          {after.length > 0 && (
            <p>
              {texts.successors}: {after}
            </p>
          )}
        </Inset>
      )}
      {institution.standing === 'listed' && <p>{texts.listed}</p>}
      {before.length > 0 && (
        <p>
          {texts.predecessors}: {before}
        </p>
      )}
    </>
  )
}

const BodyList = ({ page: { lang }, view, bodies }: Props & { bodies: readonly ListedBody[] }) => {
  const texts = PUBLIC_TEXTS[lang].institution.body
  if (bodies.length === 0) return null
  return (
    <ul class="govuk-list govuk-list--bullet">
      {bodies.map((body) => (
        <li>
          <a
            href={inLanguage(lang, publicUrls.body(view.institution.slug, body.id))}
            lang={lang === 'sq' || body.nameEn ? undefined : 'sq'}
          >
            {body.shownName}
          </a>{' '}
          <span class="kv-quiet">
            {texts.kinds[body.kind]}
            {body.members > 0 && ` · ${texts.seats(body.members)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

const Facts = ({ page: { lang }, view: { institution, names } }: Props) => {
  const texts = PUBLIC_TEXTS[lang].institution
  const former = names.filter(({ name, lang: of }) => name !== institution.name && of === lang)
  const rows = [
    ...(institution.website
      ? [{ key: texts.website, value: <a href={institution.website}>{institution.website}</a> }]
      : []),
    ...(institution.registration ? [{ key: texts.registration, value: institution.registration }] : []),
    ...(institution.source ? [{ key: texts.source, value: institution.source }] : []),
    ...(former.length > 0
      ? [
          {
            key: texts.formerNames,
            value: former
              .map(({ name, validFrom }) =>
                validFrom <= '1900-01-01' ? name : `${name} (${texts.nameFrom(formatDate(lang, validFrom))})`,
              )
              .join('; '),
          },
        ]
      : []),
  ]
  if (rows.length === 0) return null
  return (
    <>
      <h2>{texts.facts}</h2>
      <SummaryList rows={rows} />
    </>
  )
}
