import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { DateField } from '#ui/date-field.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { AboutLog } from './about-part.tsx'
import { EntryTable } from './entry-table-part.tsx'
import { isNarrowed } from './log-question-rules.ts'
import type { HeadView, LogView } from './log-view.ts'
import { ledgerTexts } from './texts.ts'
import { ledgerUrls } from './urls.ts'

type Props = {
  page: PageContext
  view: LogView
  /** The question without its place in the list, as it stands in an address. */
  question: string
  errors: FieldErrors
  mostInFile: number
  zone: string
}

/** What the log is, where it stands now, and its entries; of a question, the entries alone. */
export const LogPage = (props: Props) => {
  const { page, view, errors } = props
  const { lang } = page
  const t = ledgerTexts(lang)
  const ofRecord = view.question.ref !== ''
  const title = ofRecord ? (view.record ? t.list.of(view.record.title) : t.list.ofUnknown) : t.title
  return (
    <Layout
      page={page}
      title={title}
      canonical={ofRecord ? ledgerUrls.ofRecord(view.question.ref) : ledgerUrls.log()}
      jsonHref={addressOf(props, ledgerUrls.data())}
      error={Object.keys(errors).length > 0}
      back={view.about ? undefined : { href: inLanguage(lang, ledgerUrls.log()), label: t.whole }}
    >
      <ErrorSummary title={t.list.errorTitle} errors={errors} />
      <h1 class="govuk-heading-xl">{title}</h1>
      {view.about && <p class="kv-lead">{t.lead}</p>}
      {view.record && (
        <p>
          <a href={inLanguage(lang, view.record.href)}>{t.list.openRecord}</a>
        </p>
      )}
      {view.about && view.head && <Now page={page} head={view.head} zone={props.zone} about={view.about} />}
      {!view.head && <EmptyState>{t.now.none}</EmptyState>}
      {view.about && <AboutLog page={page} about={view.about} zone={props.zone} />}
      <Entries {...props} />
    </Layout>
  )
}

function addressOf({ page, question }: Pick<Props, 'page' | 'question'>, path: string, more = ''): string {
  const query = [question, more].filter(Boolean).join('&')
  return `${inLanguage(page.lang, path)}${query && `?${query}`}`
}

type NowProps = { page: PageContext; head: HeadView; zone: string; about: NonNullable<LogView['about']> }

const Now = ({ page: { lang }, head, zone, about }: NowProps) => {
  const t = ledgerTexts(lang).now
  const key = about.keys.find(({ origin, until }) => origin === head.origin && until === null)
  const cosigned = head.cosigned === 0 ? t.noWitness : t.witnessCount(formatNumber(head.cosigned))
  return (
    <section aria-labelledby="tani">
      <h2 id="tani">{t.title}</h2>
      <SummaryList
        rows={[
          { key: t.size, value: formatNumber(head.size) },
          { key: t.signedAt, value: formatMoment(lang, head.signedAt, zone) },
          { key: t.root, value: <code>{head.root.slice(0, 16)}…</code> },
          { key: t.witnesses, value: cosigned },
        ]}
      />
      <Details summary={t.details}>
        <p>{t.detailsLead}</p>
        <pre class="kv-leaf">{head.note}</pre>
        <h3>{t.fullRoot}</h3>
        <p>
          <code class="kv-digest">{head.root}</code>
        </p>
        {key && (
          <>
            <h3>{t.key}</h3>
            <p>
              <code class="kv-digest">{key.vkey}</code>
            </p>
          </>
        )}
        <ul class="govuk-list">
          <li>
            <a href={ledgerUrls.checkpoint()}>{t.plain}</a>
          </li>
          <li>
            <a href={ledgerUrls.keys()}>{t.keys}</a>
          </li>
        </ul>
      </Details>
    </section>
  )
}

const Entries = (props: Props) => {
  const { page, view, mostInFile } = props
  const t = ledgerTexts(page.lang).list
  const { question, lines } = view
  const title = isNarrowed(question) || question.ref !== '' ? t.narrowed : t.title
  return (
    <section aria-labelledby="hyrjet">
      <h2 id="hyrjet">{title}</h2>
      <Filter {...props} />
      {lines.length === 0 ? (
        <EmptyState>{view.about ? t.empty : t.nothing}</EmptyState>
      ) : (
        <EntryTable page={page} lines={lines} zone={props.zone} caption={title} />
      )}
      <Paging
        label={t.paging}
        older={
          view.older === null
            ? null
            : { href: addressOf(props, ledgerUrls.log(), `para=${view.older}`), label: t.older }
        }
        newer={question.after === null ? null : { href: addressOf(props, ledgerUrls.log()), label: t.newest }}
      />
      {lines.length > 0 && (
        <p class="kv-quiet">
          <a href={addressOf(props, ledgerUrls.csv())}>{t.csv}</a> ·{' '}
          <a href={addressOf(props, ledgerUrls.data())}>{t.json}</a>. {t.filesHint(formatNumber(mostInFile))}
        </p>
      )}
    </section>
  )
}

const Filter = ({ page: { lang }, view, errors }: Props) => {
  const t = ledgerTexts(lang).list
  const { question, institutions, kinds } = view
  const clear = inLanguage(lang, question.ref ? ledgerUrls.ofRecord(question.ref) : ledgerUrls.log())
  const narrowed = isNarrowed(question)
  return (
    <FilterForm
      action={inLanguage(lang, ledgerUrls.log())}
      legend={t.filter}
      submit={t.submit}
      clear={narrowed ? { href: clear, label: t.clear } : null}
      fold={{ open: narrowed }}
    >
      {question.ref && <input type="hidden" name="lenda" value={question.ref} />}
      <SelectField
        name="institucioni"
        label={t.institution}
        value={question.institution}
        options={[
          { value: '', label: t.anyInstitution },
          ...institutions.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
      />
      <SelectField
        name="lloji"
        label={t.kind}
        value={question.kind}
        options={[{ value: '', label: t.anyKind }, ...kinds]}
      />
      <DateField name="nga" legend={t.from} legendSize="s" value={question.from} error={errors.nga} {...t.parts} />
      <DateField name="deri" legend={t.to} legendSize="s" value={question.to} error={errors.deri} {...t.parts} />
    </FilterForm>
  )
}
