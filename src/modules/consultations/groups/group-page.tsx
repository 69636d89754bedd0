import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { LedgerLine } from '#ui/ledger-line.tsx'
import { Paging } from '#ui/paging.tsx'
import { WordChanges } from '#ui/word-changes.tsx'
import { Words } from '../comments/comment-part.tsx'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import type { PublicGroupsView, PublicGroupView, ShownMember } from './group-view.ts'
import type { PublicGroup } from './public-group-queries.ts'

type ListProps = { page: PageContext; view: PublicGroupsView }

/** The confirmed groups of a consultation, largest first. */
export const PublicGroupsPage = ({ page, view }: ListProps) => {
  const { lang } = page
  const t = textsIn(lang).groups.public
  const { consultation, groups } = view
  const list = inLanguage(lang, consultationUrls.groups(consultation.slug))
  return (
    <Layout page={page} title={t.titleOf(consultation.title)} canonical={consultationUrls.groups(consultation.slug)}>
      <Trail lang={lang} consultation={consultation} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      <How lang={lang} />
      {groups.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <ul class="govuk-list kv-variants">
          {groups.map((group) => (
            <li class="kv-variant">
              <GroupLines lang={lang} slug={consultation.slug} group={group} />
            </li>
          ))}
        </ul>
      )}
      <Paging
        label={t.paging}
        older={view.next ? { href: `${list}?pas=${view.next}`, label: t.next } : null}
        newer={view.paged ? { href: list, label: t.first } : null}
      />
    </Layout>
  )
}

const How = ({ lang }: { lang: Lang }) => (
  <p class="govuk-body">
    <a href={inLanguage(lang, consultationUrls.howGrouped())}>{textsIn(lang).groups.public.how}</a>
  </p>
)

const titleOf = (lang: Lang, group: PublicGroup): string =>
  group.title === group.code ? textsIn(lang).groups.public.groupTitle(group.code) : group.title

const GroupLines = ({ lang, slug, group }: { lang: Lang; slug: string; group: PublicGroup }) => {
  const t = textsIn(lang).groups.public
  return (
    <>
      <h2 class="govuk-heading-s">
        <a href={inLanguage(lang, consultationUrls.group(slug, group.code))}>{titleOf(lang, group)}</a>
      </h2>
      <p class="govuk-hint">
        {t.members(group.number)} · {group.articleLabel === null ? t.whole : t.article(group.articleLabel)}
      </p>
      {group.sampleWords !== null && (
        <div lang={group.lang === lang ? undefined : group.lang}>
          <Words words={group.sampleWords} />
        </div>
      )}
    </>
  )
}

type OneProps = { page: PageContext; view: PublicGroupView }

/** One group at its lasting address: every member, with what each says otherwise. */
export const PublicGroupPage = ({ page, view }: OneProps) => {
  const { lang } = page
  const t = textsIn(lang).groups.public
  const { consultation, group } = view
  const own = consultationUrls.group(consultation.slug, group.code)
  return (
    <Layout
      page={page}
      title={`${titleOf(lang, group)}, ${consultation.title}`}
      canonical={own}
      jsonHref={consultationUrls.groupData(consultation.slug, group.code)}
    >
      <Trail lang={lang} consultation={consultation} groups />
      <h1 class="govuk-heading-l">{titleOf(lang, group)}</h1>
      {group.state === 'confirmed' ? <Standing page={page} view={view} /> : <NoLonger lang={lang} view={view} />}
      <Paging
        label={t.paging}
        older={view.next ? { href: `${inLanguage(lang, own)}?pas=${view.next}`, label: t.next } : null}
        newer={view.paged ? { href: inLanguage(lang, own), label: t.first } : null}
      />
      <How lang={lang} />
      <LedgerLine lang={lang} entries={view.entries} />
    </Layout>
  )
}

const NoLonger = ({ lang, view: { group, consultation } }: { lang: Lang; view: PublicGroupView }) => {
  const t = textsIn(lang).groups.public
  return (
    <>
      <p class="govuk-body">{t.noLonger}</p>
      {group.joinedInto !== null && (
        <p class="govuk-body">
          {t.joinedInto}{' '}
          <a href={inLanguage(lang, consultationUrls.group(consultation.slug, group.joinedInto))}>{group.joinedInto}</a>
        </p>
      )}
    </>
  )
}

const Standing = ({ page: { lang }, view: { group, consultation, members } }: OneProps) => {
  const t = textsIn(lang).groups.public
  const confirmed = group.confirmedAt && t.confirmedOn(formatDay(lang, group.confirmedAt, consultation.zone))
  return (
    <>
      <p class="govuk-body-l">{t.members(group.number)}</p>
      <p class="govuk-body">
        {t.lead} {confirmed}.
      </p>
      {group.sampleWords !== null && (
        <>
          <h2 class="govuk-heading-m">{t.sample}</h2>
          <Inset>
            <div lang={group.lang === lang ? undefined : group.lang}>
              <Words words={group.sampleWords} />
            </div>
          </Inset>
        </>
      )}
      <h2 class="govuk-heading-m">{t.all}</h2>
      <p class="govuk-hint">{t.allHint}</p>
      <ul class="govuk-list kv-variants">
        {members.map((member) => (
          <li class="kv-variant">
            <Member lang={lang} wordsLang={group.lang} slug={consultation.slug} member={member} />
          </li>
        ))}
      </ul>
    </>
  )
}

type MemberProps = { lang: Lang; wordsLang: Lang; slug: string; member: ShownMember }

const Member = ({ lang, wordsLang, slug, member }: MemberProps) => {
  const t = textsIn(lang).groups.public
  const { pieces } = member
  const foreign = wordsLang === lang ? undefined : wordsLang
  return (
    <>
      <p class="govuk-body">
        <a href={inLanguage(lang, consultationUrls.comment(slug, member.code))}>{member.code}</a>,{' '}
        {member.organisation ?? member.authorName ?? t.anonymous}
      </p>
      {pieces === null ? (
        <p class="govuk-hint">{t.noWords}</p>
      ) : pieces.every(({ kind }) => kind === 'same') ? (
        <p class="govuk-hint">{t.same}</p>
      ) : (
        <div class="kv-variant__words" lang={foreign}>
          <WordChanges lang={lang} wordsLang={foreign && lang} pieces={pieces} />
        </div>
      )}
    </>
  )
}

/** How suggestions are made, that a person decides, and how to object. */
export const HowGroupedPage = ({ page }: { page: PageContext }) => {
  const t = textsIn(page.lang).groups.how
  return (
    <Layout page={page} title={t.title} canonical={consultationUrls.howGrouped()}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      {t.sections.map((section) => (
        <section>
          <h2 class="govuk-heading-m">{section.title}</h2>
          {section.words.map((words) => (
            <p class="govuk-body">{words}</p>
          ))}
        </section>
      ))}
    </Layout>
  )
}

type TrailProps = { lang: Lang; consultation: { slug: string; title: string }; groups?: boolean }

const Trail = ({ lang, consultation, groups }: TrailProps) => {
  const t = textsIn(lang)
  return (
    <Breadcrumbs
      label={t.consultations}
      items={[
        { href: inLanguage(lang, consultationUrls.list()), label: t.consultations },
        { href: inLanguage(lang, consultationUrls.one(consultation.slug)), label: consultation.title },
        ...(groups
          ? [{ href: inLanguage(lang, consultationUrls.groups(consultation.slug)), label: t.groups.public.title }]
          : []),
      ]}
    />
  )
}
