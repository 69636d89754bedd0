import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatDateRange, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { wordsOf } from '#platform/institutions/institution-rules.ts'
import { SETTING_KEYS } from '#platform/institutions/institution-settings-rules.ts'
import { LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'
import type { OverviewView } from './institution-view.ts'
import { textsIn } from './texts.ts'
import { institutionOfficeUrls as urls } from './urls.ts'

type Props = { page: PageContext; view: OverviewView; status: string | null }
type Part = Omit<Props, 'status'>

/** All that is set of one institution, each with the way to change it. */
export const InstitutionPage = ({ page, view, status }: Props) => {
  const t = textsIn(page.lang)
  const { institution } = view
  const back = { href: inLanguage(page.lang, urls.list()), label: t.back }
  return (
    <Layout page={page} title={institution.name} office back={back} status={status} robots="noindex">
      <h1 class="govuk-heading-l">{institution.name}</h1>
      <p class="kv-quiet">
        {t.kinds[institution.jurisdiction][institution.kind]} · {t.countries[institution.jurisdiction]} ·{' '}
        {t.standings[institution.standing]}
      </p>
      {institution.closedOn && (
        <p>
          <Tag tone="stopped">{t.closing.closedOn(formatDate(page.lang, institution.closedOn))}</Tag>{' '}
          {institution.closedReason}
        </p>
      )}
      <Facts page={page} view={view} />
      <Bodies page={page} view={view} />
      <h2>{t.topics.title}</h2>
      <p>
        <a href={inLanguage(page.lang, urls.topics(institution.id))}>{t.topics.title}</a>
        {' · '}
        <a href={inLanguage(page.lang, urls.places(institution.id))}>{t.places.title}</a>
      </p>
      {view.rights.found && institution.closedOn === null && (
        <p>
          <a href={inLanguage(page.lang, urls.closing(institution.id))}>{t.closing.title}</a>
        </p>
      )}
    </Layout>
  )
}

const Facts = ({ page, view }: Part) => {
  const t = textsIn(page.lang)
  const { institution: one, rights, successions } = view
  const change = (hidden: string, path: string) =>
    rights.write ? { href: inLanguage(page.lang, path), label: t.facts.changeAction, hidden } : null
  const words = wordsOf(one.jurisdiction, page.lang)
  const facts = t.facts
  const row = (key: string, value: string | null) => ({
    key,
    value: value ?? facts.none,
    action: change(key, urls.facts(one.id)),
  })
  return (
    <SummaryList
      rows={[
        {
          key: t.names.title,
          value: <Names page={page} view={view} />,
          action: change(t.names.title, urls.names(one.id)),
        },
        { key: facts.publicPage, value: <a href={inLanguage(page.lang, `/i/${one.slug}/`)}>/i/{one.slug}/</a> },
        ...successions.map((other) => ({
          key: t.closing[other.kind],
          value: <a href={inLanguage(page.lang, urls.one(other.id))}>{other.name}</a>,
        })),
        row(facts.place, view.place?.name ?? null),
        row(facts.currency, t.currencies[one.currency]),
        { key: facts.words, value: `${words.municipality}, ${words.council}, ${words.councillor}, ${words.meeting}` },
        row(facts.website, one.website),
        row(facts.registration, one.registration),
        row(facts.source, one.source),
        row(facts.accent, one.accent),
        {
          key: facts.emblem,
          value: <Emblem page={page} view={view} />,
          action: change(facts.emblem, urls.emblem(one.id)),
        },
        ...equipmentRows(page, view, change),
      ]}
    />
  )
}

type ChangeLink = (hidden: string, path: string) => { href: string; label: string; hidden: string } | null

/** Addresses, closed days and settings, each in short. */
function equipmentRows(page: PageContext, view: OverviewView, change: ChangeLink) {
  const t = textsIn(page.lang)
  const { institution: one, addresses, closures, settings } = view
  return [
    {
      key: t.addresses.title,
      value:
        addresses.length === 0
          ? t.addresses.none
          : addresses
              .map(({ role, email }) => `${t.addressRoles[role as keyof typeof t.addressRoles]}: ${email}`)
              .join('; '),
      action: change(t.addresses.title, urls.addresses(one.id)),
    },
    {
      key: t.closures.short,
      value:
        closures.length === 0
          ? t.closures.none
          : closures
              .slice(0, 3)
              .map(({ fromOn, toOn }) => formatDateRange(page.lang, fromOn, toOn))
              .join('; '),
      action: change(t.closures.short, urls.closures(one.id)),
    },
    {
      key: t.settings.title,
      value: (
        <ul class="govuk-list">
          {SETTING_KEYS.map((key) => (
            <li>
              {t.settings.names[key]}: <strong>{wordOf(settings[key], t.settings)}</strong>
            </li>
          ))}
        </ul>
      ),
      action: change(t.settings.title, urls.settings(one.id)),
    },
  ]
}

const wordOf = (value: boolean | number | string, { yes, no }: { yes: string; no: string }): string =>
  typeof value === 'boolean' ? (value ? yes : no) : String(value) || no

const Names = ({ page, view }: Part) => {
  const t = textsIn(page.lang)
  return (
    <ul class="govuk-list">
      {view.names.map(({ lang, name, validFrom }) => (
        <li>
          <span lang={lang === page.lang ? undefined : lang}>{name}</span>{' '}
          <span class="kv-quiet">
            {t.languages[lang]},{' '}
            {validFrom <= '1900-01-01' ? t.names.always : t.names.from(formatDate(page.lang, validFrom))}
          </span>
        </li>
      ))}
    </ul>
  )
}

const Emblem = ({ page, view: { institution } }: Part) => {
  const t = textsIn(page.lang)
  return institution.emblem ? (
    <img src={`/s/emblema/${institution.emblem}`} alt={t.emblem.current} width="44" height="44" />
  ) : (
    <>{t.facts.none}</>
  )
}

const Bodies = ({ page: { lang }, view: { bodies, institution, rights } }: Part) => {
  const t = textsIn(lang)
  const { columns } = t.body
  return (
    <>
      <h2>{t.body.title}</h2>
      {bodies.length === 0 ? (
        <EmptyState>{t.body.none}</EmptyState>
      ) : (
        <DataTable
          caption={t.body.title}
          captionHidden
          firstColumnHeader
          head={[
            { label: columns.name },
            { label: columns.kind },
            { label: columns.chair },
            { label: columns.members, numeric: true },
            { label: columns.state },
          ]}
          rows={bodies.map((body) => [
            <a href={inLanguage(lang, urls.body(institution.id, body.id))}>{body.shownName}</a>,
            t.bodyKinds[body.kind],
            body.chair ?? '',
            formatNumber(body.members),
            body.endedOn ? <Tag tone="stopped">{t.body.ended}</Tag> : <Tag tone="done">{t.open}</Tag>,
          ])}
        />
      )}
      {rights.bodies && institution.closedOn === null && (
        <LinkButton kind="secondary" href={inLanguage(lang, urls.foundBody(institution.id))}>
          {t.body.found}
        </LinkButton>
      )}
    </>
  )
}
