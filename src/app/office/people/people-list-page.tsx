import type { ListedPerson } from '#platform/auth/people-queries.ts'
import { ROLES } from '#platform/auth/visitor.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import { textsOf } from '../../account/account-texts.ts'
import { roleWords } from '../../role-words.ts'
import { textsIn } from './people-texts.ts'
import { peopleUrls } from './people-urls.ts'
import type { PeopleView } from './people-view.ts'

type Props = { page: PageContext; view: PeopleView; status: string | null }

/** Everybody who works in the institutions of this official, narrowed as they like. */
export const PeopleListPage = ({ page, view, status }: Props) => {
  const { lang } = page
  const t = textsIn(lang).list
  const list = inLanguage(lang, peopleUrls.list())
  return (
    <Layout page={page} title={t.title} office status={status} robots="noindex">
      <h1 class="govuk-heading-l">{t.title}</h1>
      {view.proposals > 0 && (
        <p>
          <a href={inLanguage(lang, peopleUrls.proposals())}>{t.proposals(view.proposals)}</a>
        </p>
      )}
      {view.mayManage && <LinkButton href={inLanguage(lang, peopleUrls.invite())}>{t.invite}</LinkButton>}
      <Filter page={page} view={view} />
      {view.people.length === 0 ? <EmptyState>{t.none}</EmptyState> : <Rows page={page} view={view} />}
      <Paging
        label={t.paging}
        older={view.next ? { href: `${list}?${addressOf(view, view.next)}`, label: t.more } : null}
        newer={view.question.after ? { href: `${list}?${addressOf(view, '')}`, label: t.first } : null}
      />
    </Layout>
  )
}

type Part = Omit<Props, 'status'>

const Filter = ({ page: { lang }, view: { question, institutions } }: Part) => {
  const t = textsIn(lang).list
  const list = inLanguage(lang, peopleUrls.list())
  const narrowed = question.words || question.role || question.institution || question.state !== 'current'
  return (
    <FilterForm
      action={list}
      legend={t.filter}
      submit={t.find}
      {...(narrowed ? { clear: { href: list, label: t.clear } } : {})}
    >
      <TextField name="q" label={t.words} value={question.words} type="search" />
      <SelectField
        name="roli"
        label={t.role}
        value={question.role ?? ''}
        options={[
          { value: '', label: t.anyRole },
          ...ROLES.map((role) => ({ value: role, label: textsOf(lang).roles[role] })),
        ]}
      />
      <SelectField
        name="gjendja"
        label={t.state}
        value={question.state}
        options={Object.entries(t.states).map(([value, label]) => ({ value, label }))}
      />
      {institutions.length > 1 && (
        <SelectField
          name="institucioni"
          label={t.institution}
          value={question.institution}
          options={[
            { value: '', label: t.anyInstitution },
            ...institutions.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
    </FilterForm>
  )
}

const ZONE = 'Europe/Tirane'

const Rows = ({ page, view }: Part) => {
  const { lang } = page
  const t = textsIn(lang).list
  return (
    <DataTable
      caption={t.title}
      captionHidden
      firstColumnHeader
      head={[t.name, t.post, t.roles, t.factor, t.seen].map((label) => ({ label }))}
      rows={view.people.map((person) => [
        <span>
          <a href={inLanguage(lang, peopleUrls.person(person.id))}>{person.name}</a>{' '}
          <StateTag page={page} person={person} />
        </span>,
        person.post ?? '',
        person.roles.map((role) => roleWords(lang, role, view.institutions)).join('; ') || t.noRoles,
        person.hasFactor ? t.set : t.missing,
        person.lastSeenAt ? formatDay(lang, person.lastSeenAt, ZONE) : t.never,
      ])}
    />
  )
}

const StateTag = ({ page, person }: { page: PageContext; person: ListedPerson }) => {
  const t = textsIn(page.lang).tags
  if (person.endedAt) return <Tag tone="stopped">{t.ended}</Tag>
  if (person.invitedUntil && person.invitedUntil <= page.now) return <Tag tone="warning">{t.expired}</Tag>
  if (person.invitedUntil) return <Tag tone="plain">{t.invited}</Tag>
  return person.absent ? <Tag tone="plain">{t.absent}</Tag> : null
}

function addressOf({ question }: PeopleView, after: string): string {
  const address = new URLSearchParams()
  if (question.words) address.set('q', question.words)
  if (question.role) address.set('roli', question.role)
  if (question.state !== 'current') address.set('gjendja', question.state)
  if (question.institution) address.set('institucioni', question.institution)
  if (after) address.set('pas', after)
  return address.toString()
}
