import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FieldSet } from '#ui/field.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { NoticeNav } from './notice-office-page.tsx'
import type { InviteView } from './notice-office-view.ts'
import { noticeUrls } from './urls.ts'

type Props = {
  page: PageContext
  view: InviteView
  /** The letter as it will go out, in Albanian; null: there is nothing to tell of yet. */
  letter: { subject: string; body: string } | null
  errors: FieldErrors
  status: string | null
}

/** Whom to write to about one event; and who was written to. */
export const InvitePage = ({ page, view, letter, errors, status }: Props) => {
  const { lang } = page
  const t = textsIn(lang).notices.invite
  const { id, title, slug } = view.draft.consultation
  return (
    <Layout
      page={page}
      title={`${t.title}: ${title}`}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, officeUrls.consultation(id)), label: title }}
    >
      <ErrorSummary title={textsIn(lang).office.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <NoticeNav page={page} id={id} slug={slug} current="invite" />
      <p class="govuk-body">
        <a href={inLanguage(lang, noticeUrls.stakeholders())}>{t.register}</a>
      </p>
      {view.event === null ? (
        <p class="govuk-body">{t.notYet}</p>
      ) : (
        <Choose page={page} view={view} letter={letter} errors={errors} />
      )}
      <Sent page={page} view={view} />
    </Layout>
  )
}

const Choose = ({ page: { lang }, view, letter, errors }: Omit<Props, 'status'>) => {
  const texts = textsIn(lang).notices
  const t = texts.invite
  const { id, zone } = view.draft.consultation
  const events = view.events.map((event) => ({
    ...event,
    label: `${t.events[event.kind]}, ${formatDay(lang, event.at, zone)}`,
  }))
  return (
    <>
      <p class="govuk-body">{t.lead}</p>
      <ul class="govuk-list">
        {events.map((event) => (
          <li>
            {event.id === view.event?.id ? (
              <strong>{event.label}</strong>
            ) : (
              <a href={`${inLanguage(lang, noticeUrls.invite(id))}?ngjarja=${event.id}`}>{event.label}</a>
            )}
          </li>
        ))}
      </ul>
      <LetterShown letter={letter} />
      {view.invitable.length === 0 && <EmptyState>{t.none}</EmptyState>}
      {view.invitable.length > 0 && view.mayInvite && (
        <form method="post" action={inLanguage(lang, noticeUrls.invite(id))} novalidate data-submit-once>
          <input type="hidden" name="ngjarja" value={view.event?.id} />
          <FieldSet name="palet" legend={t.who} error={errors.palet}>
            <div class="govuk-checkboxes govuk-checkboxes--small">
              {view.invitable.map((one, n) => (
                <CheckboxField
                  name="palet"
                  id={n === 0 ? 'palet' : `palet-${n + 1}`}
                  value={one.id}
                  small
                  checked={one.suggested && !one.invited}
                  label={[
                    one.name,
                    texts.senders[one.kind],
                    ...(one.suggested ? [t.suggested] : []),
                    ...(one.invited ? [t.already] : []),
                  ].join(', ')}
                />
              ))}
            </div>
          </FieldSet>
          <Button kind="primary" preventDoubleClick>
            {t.send}
          </Button>
        </form>
      )}
    </>
  )
}

/** As it will go out. */
const LetterShown = ({ letter }: Pick<Props, 'letter'>) =>
  letter && (
    <Inset>
      <p class="govuk-body">
        <strong>{letter.subject}</strong>
      </p>
      {letter.body.split('\n\n').map((words) => (
        <p class="govuk-body">{words}</p>
      ))}
    </Inset>
  )

const Sent = ({ page: { lang }, view }: Pick<Props, 'page' | 'view'>) => {
  const texts = textsIn(lang).notices
  const t = texts.invite
  if (view.sent.length === 0) return null
  return (
    <DataTable
      caption={t.list}
      head={[
        { label: t.columns.name },
        { label: t.columns.kind },
        { label: t.columns.event },
        { label: t.columns.at, tight: true },
        { label: t.columns.state },
      ]}
      rows={view.sent.map((one) => [
        one.name ?? t.erased,
        texts.senders[one.kind],
        t.events[one.eventKind] ?? one.eventKind,
        formatDay(lang, one.at, view.draft.consultation.zone),
        one.letterState === null ? '–' : (t.states[one.letterState] ?? one.letterState),
      ])}
    />
  )
}
