import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatDay } from '#platform/i18n/formats.ts'
import { timeLeft } from '#platform/deadlines/explanation/time-left-rules.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { caseNumber, CHANNELS, COUNTED_STATES, type CaseState } from '#platform/intake/case-rules.ts'
import { OWNER_ROLES } from '#platform/intake/intake-permissions.ts'
import type { InboxCase } from '#platform/intake/office-case-queries.ts'
import { LinkButton } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DeadlineLine } from '#ui/deadline-badge.tsx'
import { DateField } from '#ui/date-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { SubNav } from '#ui/tabs-nav.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import { boardTexts } from '../deadlines/board/board-texts.ts'
import { roleName } from './role-part.tsx'
import type { InboxQuestion, InboxView } from './inbox-view.ts'
import { officeIntakeTexts } from './texts.ts'
import { intakeUrls } from './urls.ts'

type Props = { page: PageContext; view: InboxView }

/** Everything that came in, by whatever way; its address can be kept as a bookmark. */
export const InboxPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = officeIntakeTexts(lang).inbox
  const list = inLanguage(lang, intakeUrls.inbox())
  const { question } = view
  return (
    <Layout page={page} title={t.title} office>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="kv-deeds">
        {view.may.enter && <LinkButton href={inLanguage(lang, intakeUrls.counter())}>{t.counter}</LinkButton>}
        {view.may.enter && <a href={inLanguage(lang, intakeUrls.setAside())}>{t.setAside}</a>}
        {view.may.export && (
          <a href={`${inLanguage(lang, intakeUrls.csv())}?${addressOf(question, '')}`} download>
            {t.csv}
          </a>
        )}
      </p>
      <Tabs page={page} view={view} />
      <Filter page={page} view={view} />
      {view.cases.length === 0 ? <EmptyState>{t.empty}</EmptyState> : <Rows lang={lang} view={view} />}
      <Paging
        label={t.paging}
        older={view.older ? { href: `${list}?${addressOf(question, view.older)}`, label: t.older } : null}
        newer={question.before ? { href: `${list}?${addressOf(question, '')}`, label: t.newest } : null}
      />
    </Layout>
  )
}

const Tabs = ({ page: { lang }, view: { question, counts, mostCounted } }: Props) => {
  const texts = officeIntakeTexts(lang)
  const list = inLanguage(lang, intakeUrls.inbox())
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const shown = (count: number) => (count < mostCounted ? count : undefined)
  const current = question.late ? 'late' : question.state
  const tab = (key: string, label: string, address: string, count?: number) => ({
    href: `${list}${address}`,
    label,
    current: current === key,
    ...(count !== undefined && shown(count) !== undefined ? { count } : {}),
  })
  return (
    <SubNav
      label={texts.inbox.tabs}
      items={[
        tab('open', texts.inbox.open, '', total),
        ...counts.map(({ state, count }) => tab(state, texts.states[state], `?gjendja=${state}`, count)),
        tab('late', texts.inbox.late, '?vonese=po'),
        tab('answered', texts.states.answered, '?gjendja=answered'),
        tab('closed', texts.states.closed, '?gjendja=closed'),
        tab('all', texts.inbox.all, '?gjendja=te-gjitha'),
      ]}
    />
  )
}

const Filter = ({ page: { lang }, view: { question } }: Props) => {
  const texts = officeIntakeTexts(lang)
  const t = texts.inbox
  const list = inLanguage(lang, intakeUrls.inbox())
  const option = (value: string, label: string) => ({ value, label })
  return (
    <FilterForm action={list} legend={t.filter} submit={t.submit} clear={{ href: list, label: t.clear }}>
      <TextField name="q" label={t.words} value={question.words} type="search" />
      <SelectField
        name="gjendja"
        label={t.state}
        value={question.state === 'all' ? 'te-gjitha' : question.state}
        options={[
          option('open', t.open),
          option('te-gjitha', t.anyState),
          ...COUNTED_STATES.map((state) => option(state, texts.states[state])),
        ]}
      />
      <SelectField
        name="rruga"
        label={t.channel}
        value={question.channel ?? ''}
        options={[option('', t.anyChannel), ...CHANNELS.map((one) => option(one, texts.channels[one]))]}
      />
      <SelectField
        name="pergjegjesi"
        label={t.owner}
        value={question.owner === 'mine' ? 'une' : question.owner === 'nobody' ? 'askush' : (question.owner ?? '')}
        options={[
          option('', t.anyOwner),
          option('une', t.mine),
          option('askush', t.nobody),
          ...OWNER_ROLES.map((role) => option(role, roleName(lang, role))),
        ]}
      />
      <DateField
        name="dita"
        legend={t.day}
        value={question.day.typed}
        error={question.day.wrong ? t.dayError : undefined}
        dayLabel={texts.day}
        monthLabel={texts.month}
        yearLabel={texts.year}
      />
      <CheckboxField name="pa-protokoll" label={t.withoutProtocol} checked={question.withoutProtocol} small />
    </FilterForm>
  )
}

const Rows = ({ lang, view }: { lang: Lang; view: InboxView }) => {
  const { inbox: t } = officeIntakeTexts(lang)
  const { columns } = t
  return (
    <DataTable
      caption={t.title}
      captionHidden
      head={[
        { label: columns.number, tight: true },
        { label: columns.received },
        { label: columns.from },
        { label: columns.about },
        { label: columns.channel },
        { label: columns.protocol },
        { label: columns.state },
        { label: columns.owner },
        { label: columns.due },
        ...(view.several ? [{ label: columns.institution }] : []),
      ]}
      rows={view.cases.map((one) => cellsOf(lang, one, view))}
    />
  )
}

function cellsOf(lang: Lang, one: InboxCase, view: InboxView) {
  const texts = officeIntakeTexts(lang)
  return [
    <a href={inLanguage(lang, intakeUrls.one(one.id))}>{caseNumber(one)}</a>,
    formatDay(lang, one.receivedAt, one.zone),
    one.about === null ? <span class="kv-quiet">{texts.erased}</span> : (one.senderName ?? texts.noName),
    <span lang={one.lang === lang ? undefined : one.lang}>{shorten(one.about ?? '—')}</span>,
    texts.channels[one.channel],
    one.protocolNumber === null
      ? '—'
      : texts.protocol(one.protocolNumber, one.protocolOn && formatDate(lang, one.protocolOn)),
    <CaseTag state={one.state} lang={lang} />,
    one.ownerName ?? (one.ownerRole === null ? '—' : roleName(lang, one.ownerRole)),
    <Due lang={lang} one={one} today={view.today} />,
    ...(view.several ? [one.institutionName] : []),
  ]
}

/** As on the board of deadlines: the last day, what is left to it, and the earlier day to work to where there is one. */
const Due = ({ lang, one, today }: { lang: Lang; one: InboxCase; today: string }) => {
  const { dueOn, workBy, clockState: state } = one
  if (dueOn === null || state === null) return <>—</>
  const left = state === 'running' || state === 'paused' ? timeLeft(lang, { state, dueOn, today }) : null
  const note = state === 'running' && workBy !== null && workBy < dueOn
  return (
    <DeadlineLine
      date={formatDate(lang, dueOn)}
      daysLeft={left?.words ?? null}
      tone={left?.tone ?? 'plain'}
      note={note ? boardTexts(lang).board.workBy(formatDate(lang, workBy)) : null}
    />
  )
}

export const CaseTag = ({ state, lang }: { state: CaseState; lang: Lang }) => {
  const tones = {
    sent: 'plain',
    new: 'warning',
    assigned: 'plain',
    'in-work': 'plain',
    answered: 'done',
    closed: 'done',
    discarded: 'stopped',
    duplicate: 'stopped',
  } as const
  return <Tag tone={tones[state]}>{state === 'sent' ? '—' : officeIntakeTexts(lang).states[state]}</Tag>
}

function shorten(words: string, length = 120): string {
  const letters = [...words]
  return letters.length <= length
    ? words
    : `${letters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`
}

function addressOf(question: InboxQuestion, before: string): string {
  const address = new URLSearchParams()
  if (question.state !== 'open') address.set('gjendja', question.state === 'all' ? 'te-gjitha' : question.state)
  if (question.channel) address.set('rruga', question.channel)
  if (question.owner) {
    address.set('pergjegjesi', { mine: 'une', nobody: 'askush' }[question.owner as string] ?? question.owner)
  }
  if (question.withoutProtocol) address.set('pa-protokoll', 'po')
  if (question.late) address.set('vonese', 'po')
  for (const [part, value] of Object.entries(question.day.typed)) if (value) address.set(`dita-${part}`, value)
  if (question.words) address.set('q', question.words)
  if (before) address.set('para', before)
  return address.toString()
}
