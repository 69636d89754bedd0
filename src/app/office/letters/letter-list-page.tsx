import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { OfficialLetterSummary } from '#platform/letters/official-letter-queries.ts'
import { LETTER_STATES, showLetterNumber, type OfficialLetterState } from '#platform/letters/official-letter-rules.ts'
import { LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { LetterListView, LetterQuestion } from './letter-list-view.ts'
import { textsIn } from './letters-texts.ts'
import { letterUrls } from './urls.ts'

type Props = { page: PageContext; view: LetterListView; status: string | null }

/** The register of the papers that go out. */
export const LetterListPage = ({ page, view, status }: Props) => {
  const { lang } = page
  const t = textsIn(lang).list
  const filtered = queryOf(view.question, '') !== ''
  return (
    <Layout page={page} title={t.title} office robots="noindex" status={status}>
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <div class="govuk-button-group">
        {view.mayWrite && <LinkButton href={inLanguage(lang, letterUrls.fresh())}>{t.fresh}</LinkButton>}
        <LinkButton kind="secondary" href={inLanguage(lang, letterUrls.templates())}>
          {t.templates}
        </LinkButton>
      </div>
      <Filter page={page} question={view.question} filtered={filtered} />
      {view.letters.length === 0 ? (
        <EmptyState>{filtered ? t.noneFound : t.none}</EmptyState>
      ) : (
        <Letters page={page} letters={view.letters} />
      )}
      <Paging
        label={t.paging}
        older={view.older ? { href: addressOf(page, queryOf(view.question, view.older)), label: t.older } : null}
        newer={view.question.before ? { href: addressOf(page, queryOf(view.question, '')), label: t.newest } : null}
      />
      {view.letters.length > 0 && (
        <p class="govuk-body">
          <a href={`${inLanguage(lang, letterUrls.csv())}${queryOf(view.question, '')}`}>{t.csv}</a>
        </p>
      )}
    </Layout>
  )
}

const addressOf = ({ lang }: PageContext, query: string): string => `${inLanguage(lang, letterUrls.list())}${query}`

function queryOf(question: LetterQuestion, before: string): string {
  const fields = {
    q: question.words,
    gjendja: question.state ?? '',
    numri: question.number,
    protokolli: question.protocol,
    nga: question.from ?? '',
    deri: question.to ?? '',
    para: before,
  }
  const query = new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== '')).toString()
  return query && `?${query}`
}

type FilterProps = { page: PageContext; question: LetterQuestion; filtered: boolean }

const Filter = ({ page, question, filtered }: FilterProps) => {
  const t = textsIn(page.lang)
  return (
    <FilterForm
      action={addressOf(page, '')}
      legend={t.list.filter}
      submit={t.list.search}
      clear={filtered ? { href: addressOf(page, ''), label: t.list.clear } : null}
    >
      <TextField name="q" label={t.list.words} value={question.words} type="search" maxLength={100} />
      <SelectField
        name="gjendja"
        label={t.list.state}
        value={question.state ?? ''}
        options={[
          { value: '', label: t.list.anyState },
          ...LETTER_STATES.map((state) => ({ value: state, label: t.states[state] })),
        ]}
      />
      <TextField name="numri" label={t.list.number} value={question.number} width="10" maxLength={20} />
      <TextField name="protokolli" label={t.list.protocol} value={question.protocol} width="10" maxLength={40} />
      <TextField name="nga" label={t.list.from} value={question.from ?? ''} width="10" maxLength={10} />
      <TextField name="deri" label={t.list.to} value={question.to ?? ''} width="10" maxLength={10} />
    </FilterForm>
  )
}

const TONES: Record<OfficialLetterState, 'plain' | 'done' | 'stopped'> = {
  draft: 'plain',
  issued: 'done',
  cancelled: 'stopped',
}

export const LetterTag = ({ page, state }: { page: PageContext; state: OfficialLetterState }) => (
  <Tag tone={TONES[state]}>{textsIn(page.lang).states[state]}</Tag>
)

const Letters = ({ page, letters }: { page: PageContext; letters: readonly OfficialLetterSummary[] }) => {
  const { lang } = page
  const t = textsIn(lang)
  const { columns } = t.list
  return (
    <DataTable
      caption={t.list.title}
      captionHidden
      firstColumnHeader
      head={[
        { label: columns.subject },
        { label: columns.addressee },
        { label: columns.kind },
        { label: columns.number, tight: true },
        { label: columns.protocol, tight: true },
        { label: columns.date, tight: true },
        { label: columns.state },
      ]}
      rows={letters.map((letter) => [
        <a href={inLanguage(lang, letterUrls.one(letter.id))} lang={letter.lang === lang ? undefined : letter.lang}>
          {letter.subjectLine}
        </a>,
        letter.addresseeName,
        t.kinds[letter.kind],
        letter.number !== null && letter.year !== null
          ? showLetterNumber({ number: letter.number, year: letter.year })
          : '–',
        letter.protocolNumber ?? '–',
        letter.issuedOn ? formatDate(lang, letter.issuedOn) : '–',
        <LetterTag page={page} state={letter.state} />,
      ])}
    />
  )
}
