import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { OfficeLink } from '#ui/office-link.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { councilOfficeUrls } from '../urls.ts'
import { CHANNELS } from './invitation-rules.ts'
import type { CalledView, InvitationsView } from './invitations-view.ts'
import { textsIn } from './texts.ts'
import { invitationOfficeUrls as urls } from './urls.ts'

type Props = {
  page: PageContext
  view: InvitationsView
  typed?: Typed
  errors?: FieldErrors
  status?: string | null
  refusal?: string | null
}

/** Who is called to a meeting, how, and what they answered; one press sends all that waits. */
export const InvitationsPage = ({ page, view, typed = {}, errors = {}, status = null, refusal = null }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.list
  const { meeting, members, guests, unlisted, mayWrite } = view
  return (
    <Layout
      page={page}
      title={`${t.title}: ${view.name}`}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, councilOfficeUrls.meeting(meeting.id)), label: t.back }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{view.name}</span>
        {t.title}
      </h1>
      <p class="govuk-body">{[view.when, meeting.place].filter(Boolean).join(', ')}</p>
      {refusal && <p class="govuk-inset-text">{refusal}</p>}
      <Counts lang={lang} view={view} />
      {mayWrite && <Send lang={lang} view={view} />}
      <h2 class="govuk-heading-m">{t.members}</h2>
      {members.length + unlisted.length === 0 ? (
        <EmptyState>{t.noMembers}</EmptyState>
      ) : (
        <Called lang={lang} view={view} caption={t.members} called={members} unlisted={unlisted} />
      )}
      <h2 class="govuk-heading-m">{t.guests}</h2>
      {guests.length === 0 ? (
        <p class="govuk-body">{t.noGuests}</p>
      ) : (
        <Called lang={lang} view={view} caption={t.guests} called={guests} unlisted={[]} />
      )}
      {mayWrite && view.refusal !== 'over' && <NewGuest lang={lang} view={view} typed={typed} errors={errors} />}
      {view.conflicts.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t.conflicts}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {view.conflicts.map((one) => (
              <li>
                {one.name}: {one.item}
                {one.ground && <span class="kv-quiet"> ({one.ground})</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      <OfficeLink lang={lang} href={urls.offer(meeting.id)} label={t.publicLink} />
    </Layout>
  )
}

const Counts = ({ lang, view: { counts, needed } }: { lang: Lang; view: InvitationsView }) => {
  const t = textsIn(lang).list
  const expected = counts.coming + counts.remote
  return (
    <SummaryList
      rows={[
        { key: t.expected, value: needed === null ? t.quorumUnset(expected) : t.quorum(expected, needed) },
        { key: t.coming, value: formatNumber(counts.coming) },
        { key: t.remote, value: formatNumber(counts.remote) },
        { key: t.excused, value: formatNumber(counts.excused) },
        { key: t.silent, value: formatNumber(counts.silent) },
      ]}
    />
  )
}

const Send = ({ lang, view }: { lang: Lang; view: InvitationsView }) => {
  const t = textsIn(lang).list
  const { meeting, waiting, refusal, unlisted, printed } = view
  const post = (path: string) => ({ method: 'post', action: inLanguage(lang, path), 'data-submit-once': '' }) as const
  return (
    <>
      <p class="govuk-body">{refusal === null ? t.lead : refusal === 'draft' ? t.notYet : t.over}</p>
      <div class="kv-deeds">
        {refusal === null && waiting > 0 && (
          <form {...post(urls.send(meeting.id))}>
            <Button preventDoubleClick>{t.send(waiting)}</Button>
          </form>
        )}
        {refusal !== 'over' && unlisted.length > 0 && (
          <form {...post(urls.list(meeting.id))}>
            <Button kind="secondary" preventDoubleClick>
              {t.prepare}
            </Button>
          </form>
        )}
      </div>
      {refusal !== 'over' && unlisted.length > 0 && <p class="govuk-body kv-quiet">{t.prepareLead}</p>}
      {refusal === null && waiting === 0 && <p class="govuk-body">{t.nothing}</p>}
      {printed > 0 && (
        <p class="govuk-body">
          <a href={inLanguage(lang, urls.letters(meeting.id))}>{t.print}</a>
        </p>
      )}
    </>
  )
}

type CalledProps = {
  lang: Lang
  view: InvitationsView
  caption: string
  called: readonly CalledView[]
  unlisted: InvitationsView['unlisted']
}

const Called = ({ lang, view, caption, called, unlisted }: CalledProps) => {
  const t = textsIn(lang).list
  return (
    <DataTable
      caption={caption}
      captionHidden
      firstColumnHeader
      head={[{ label: t.who }, { label: t.how }, { label: t.sent }, { label: t.answer }]}
      rows={[
        ...called.map((one) => [
          <Name lang={lang} view={view} one={one} />,
          <How lang={lang} one={one} />,
          <Sent lang={lang} view={view} one={one} />,
          <Answered lang={lang} view={view} one={one} />,
        ]),
        ...unlisted.map((one) => [
          <>
            {one.name}
            {one.party && <span class="kv-quiet"> {one.party}</span>}
          </>,
          '–',
          t.never,
          t.noAnswer,
        ]),
      ]}
    />
  )
}

type CellProps = { lang: Lang; view: InvitationsView; one: CalledView }

const Name = ({ lang, view, one }: CellProps) => {
  const quiet = [one.party, one.post].filter(Boolean).join(', ')
  return (
    <>
      {view.mayWrite ? <a href={inLanguage(lang, urls.one(view.meeting.id, one.id))}>{one.name}</a> : one.name}
      {quiet && <span class="kv-quiet"> {quiet}</span>}
    </>
  )
}

const How = ({ lang, one }: { lang: Lang; one: CalledView }) => {
  const t = textsIn(lang).list
  return (
    <>
      {t.channels[one.channel]}
      {one.channel === 'mail' && one.email === null && <Tag tone="warning">{t.noEmail}</Tag>}
    </>
  )
}

const Sent = ({ lang, view, one }: CellProps) => {
  const t = textsIn(lang).list
  const { zone } = view.meeting
  return (
    <>
      {one.sentAt ? formatMoment(lang, one.sentAt, zone) : one.handedAt ? null : t.never}
      {one.handedAt && t.handed(formatMoment(lang, one.handedAt, zone), one.handedNote ?? '')}
      {one.waiting && (
        <>
          {' '}
          <Tag tone="paused">{t.waits[one.waiting.what]}</Tag>
        </>
      )}
    </>
  )
}

const Answered = ({ lang, view, one }: CellProps) => {
  const t = textsIn(lang).list
  if (one.answer === null) return <span class="kv-quiet">{t.noAnswer}</span>
  return (
    <>
      <Tag tone={one.answer === 'excused' ? 'warning' : 'done'}>{t.answers[one.answer]}</Tag>
      {view.mayReadPrivate && one.answerNote && <span> {one.answerNote}</span>}
      {one.answeredBy && <span class="kv-quiet"> ({t.byPhone})</span>}
    </>
  )
}

type NewGuestProps = { lang: Lang; view: InvitationsView; typed: Typed; errors: FieldErrors }

const NewGuest = ({ lang, view, typed, errors }: NewGuestProps) => {
  const { guest: t, list } = textsIn(lang)
  return (
    <Details summary={t.title} open={Object.keys(errors).length > 0}>
      <form method="post" action={inLanguage(lang, urls.guests(view.meeting.id))} novalidate data-submit-once>
        <input type="hidden" name="dergesa" value={typed.dergesa} />
        <TextField name="emri" label={t.name} value={typed.emri} error={errors.emri} autocomplete="off" />
        <TextField name="detyra" label={t.post} hint={t.postHint} value={typed.detyra} error={errors.detyra} />
        <SelectField
          name="kanali"
          label={t.channel}
          value={typed.kanali ?? 'mail'}
          options={CHANNELS.map((value) => ({ value, label: list.channels[value] }))}
        />
        <TextField
          name="adresa"
          label={t.email}
          value={typed.adresa}
          error={errors.adresa}
          type="email"
          autocomplete="off"
        />
        <TextAreaField name="postare" label={t.postal} value={typed.postare} error={errors.postare} rows={2} />
        <SelectField
          name="gjuha"
          label={t.lang}
          value={typed.gjuha ?? 'sq'}
          options={(['sq', 'en'] as const).map((value) => ({ value, label: t.langs[value] }))}
        />
        <Button kind="secondary" preventDoubleClick>
          {t.add}
        </Button>
      </form>
    </Details>
  )
}
