import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { BodyRecord, Member } from '#platform/institutions/body-queries.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { PUBLIC_TEXTS } from '../public-texts.ts'
import type { PublicBodyView } from '../public-view.ts'
import { publicUrls } from '../urls.ts'

type Props = { page: PageContext; view: PublicBodyView }

/** A body of an institution: by which act it was set up, and who sits in it. */
export const BodyPage = ({ page, view }: Props) => {
  const { lang } = page
  const texts = PUBLIC_TEXTS[lang].institution.body
  const { institution, body, present, former } = view
  const back = { href: inLanguage(lang, publicUrls.institution(institution.slug)), label: institution.name }
  const shownLang = lang === 'sq' || body.nameEn ? undefined : 'sq'
  return (
    <Layout page={page} title={body.shownName} back={back} canonical={publicUrls.body(institution.slug, body.id)}>
      <h1 lang={shownLang}>{body.shownName}</h1>
      <Facts lang={lang} view={view} />
      <h2>{texts.members}</h2>
      {present.length === 0 ? (
        <EmptyState>{texts.noMembers}</EmptyState>
      ) : (
        <Members lang={lang} caption={texts.members} members={present} />
      )}
      {former.length > 0 && (
        <Details summary={texts.formerMembers}>
          <Members lang={lang} caption={texts.formerMembers} members={former} />
        </Details>
      )}
    </Layout>
  )
}

const Facts = ({ lang, view: { body, parent, formerNames } }: { lang: Lang; view: PublicBodyView }) => {
  const texts = PUBLIC_TEXTS[lang].institution.body
  const day = (date: string | null) => (date ? formatDate(lang, date) : texts.unknown)
  const former = formerNames.map((one) => `${one.name} (${texts.until(formatDate(lang, one.validTo))})`).join('; ')
  return (
    <SummaryList
      rows={[
        { key: texts.kind, value: texts.kinds[body.kind] },
        ...(parent ? [{ key: texts.parent, value: parent.shownName }] : []),
        { key: texts.order, value: orderWords(lang, body) },
        { key: texts.founded, value: day(body.foundedOn) },
        ...(body.endedOn ? [{ key: texts.ended, value: `${day(body.endedOn)}. ${body.endedReason ?? ''}` }] : []),
        ...(former ? [{ key: texts.former, value: former }] : []),
      ]}
    />
  )
}

/** `Kryetari i bashkisë, nr. 14, datë 3 mars 2026. Për ngritjen e grupit` */
function orderWords(lang: Lang, body: BodyRecord): string {
  const texts = PUBLIC_TEXTS[lang].institution.body
  const act = [
    body.orderIssuer,
    body.orderNumber && texts.number(body.orderNumber),
    body.orderDate && texts.dated(formatDate(lang, body.orderDate)),
  ]
  return [act.filter(Boolean).join(', '), body.orderSubject].filter(Boolean).join('. ') || texts.unknown
}

const Members = ({ lang, caption, members }: { lang: Lang; caption: string; members: readonly Member[] }) => {
  const texts = PUBLIC_TEXTS[lang].institution.body
  const time = ({ fromOn, toOn }: Member) =>
    [fromOn ? texts.from(formatDate(lang, fromOn)) : texts.sinceUnknown, toOn && texts.until(formatDate(lang, toOn))]
      .filter(Boolean)
      .join(', ')
  return (
    <DataTable
      caption={caption}
      captionHidden
      firstColumnHeader
      head={texts.columns.map((label) => ({ label }))}
      rows={members.map((member) => [
        member.name ?? texts.unnamed,
        texts.roles[member.role],
        <>
          {member.post}
          {member.post && member.organisation && ', '}
          {member.organisationSlug ? (
            <a href={inLanguage(lang, publicUrls.institution(member.organisationSlug))}>{member.organisation}</a>
          ) : (
            member.organisation
          )}
        </>,
        time(member),
      ])}
    />
  )
}
