import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls as urls } from '../urls.ts'
import { whenWords } from '../when-rules.ts'
import type { OfficeMeetingView } from '../writing/office-view.ts'
import { RegistrationFields } from './registration-part.tsx'
import type { Registration } from './registration-queries.ts'
import { CHANNELS } from './registration-rules.ts'

type Props = {
  page: PageContext
  view: OfficeMeetingView
  registered: readonly Registration[]
  typed?: Typed
  errors?: FieldErrors
  status?: string | null
}

/** Who asked to come, in their order; and whom the office writes down itself. */
export const RegistrationListPage = ({ page, view, registered, typed = {}, errors = {}, status = null }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.registrations
  const { meeting, title, mayWrite, items } = view
  const open = meeting.state === 'published' || meeting.state === 'postponed' || meeting.state === 'held'
  return (
    <Layout
      page={page}
      title={t.title}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.one(meeting.id)), label: title }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      {registered.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          head={[{ label: t.who }, { label: t.wish }, { label: t.state }, ...(mayWrite ? [{ label: t.deed }] : [])]}
          rows={registered.map((one) => [
            <Who lang={lang} one={one} />,
            [one.speaks ? (one.itemTitle ?? texts.register.speak) : null, one.needs].filter(Boolean).join('. ') || '–',
            texts.own.short[one.state],
            ...(mayWrite ? [<TakeBack lang={lang} meetingId={meeting.id} one={one} />] : []),
          ])}
        />
      )}
      {mayWrite && open && (
        <Details summary={t.add} open={Object.keys(errors).length > 0}>
          <form method="post" action={inLanguage(lang, urls.registrations(meeting.id))} novalidate data-submit-once>
            <SelectField
              name="kanali"
              label={t.channel}
              value={typed.kanali ?? 'counter'}
              options={CHANNELS.filter((one) => one !== 'web').map((value) => ({ value, label: t.channels[value] }))}
            />
            <RegistrationFields
              lang={lang}
              registration={meeting.registration === 'attend' ? 'attend' : 'attend-and-speak'}
              items={items}
              typed={typed}
              errors={errors}
              email={null}
              office
            />
            <Button kind="secondary" preventDoubleClick>
              {t.add}
            </Button>
          </form>
        </Details>
      )}
    </Layout>
  )
}

const Who = ({ lang, one }: { lang: Lang; one: Registration }) => (
  <>
    {one.name}
    <span class="kv-quiet">
      {' '}
      {[one.organisation, one.sector && textsIn(lang).sectors[one.sector], one.email, one.phone]
        .filter(Boolean)
        .join(', ')}
    </span>
  </>
)

const TakeBack = ({ lang, meetingId, one }: { lang: Lang; meetingId: string; one: Registration }) => (
  <form method="post" action={inLanguage(lang, urls.takeBack(meetingId, one.id))} data-submit-once>
    <Button kind="secondary">
      {textsIn(lang).registrations.takeBack}
      <span class="govuk-visually-hidden"> {one.name}</span>
    </Button>
  </form>
)

/** So many lines for people who come without having asked. */
const BLANK_LINES = 12

/** The list for the door: ticked on a tablet, or printed, with lines left blank for whoever comes unannounced. */
export const DoorPage = ({ page, view, registered, status = null }: Props) => {
  const { lang } = page
  const t = textsIn(lang).door
  const { meeting, title, days, mayWrite } = view
  return (
    <Layout
      page={page}
      title={t.title}
      office
      status={status}
      back={{ href: inLanguage(lang, urls.one(meeting.id)), label: title }}
    >
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{[title, whenWords(lang, days), meeting.address].filter(Boolean).join('. ')}</p>
      <p class="govuk-body kv-not-printed">{t.lead}</p>
      <form method="post" action={inLanguage(lang, urls.door(meeting.id))} data-submit-once>
        <table class="govuk-table kv-door">
          <caption class="govuk-table__caption govuk-visually-hidden">{t.title}</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {[t.came, t.name, t.organisation, t.signature].map((label) => (
                <th class="govuk-table__header" scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {registered.map((one) => (
              <Line lang={lang} one={one} mayTick={mayWrite} />
            ))}
            {Array.from({ length: BLANK_LINES }, () => (
              <tr class="govuk-table__row kv-door__blank">
                <td class="govuk-table__cell">☐</td>
                <td class="govuk-table__cell"></td>
                <td class="govuk-table__cell"></td>
                <td class="govuk-table__cell"></td>
              </tr>
            ))}
          </tbody>
        </table>
        {mayWrite && registered.length > 0 && (
          <p class="kv-not-printed">
            <Button preventDoubleClick>{t.save}</Button>
          </p>
        )}
      </form>
    </Layout>
  )
}

const Line = ({ lang, one, mayTick }: { lang: Lang; one: Registration; mayTick: boolean }) => {
  const t = textsIn(lang)
  return (
    <tr class="govuk-table__row">
      <td class="govuk-table__cell">
        {mayTick ? (
          <div class="govuk-checkboxes govuk-checkboxes--small">
            <div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                type="checkbox"
                id={`erdhi-${one.id}`}
                name="erdhi"
                value={one.id}
                checked={one.attended === true}
              />
              <label class="govuk-label govuk-checkboxes__label" for={`erdhi-${one.id}`}>
                <span class="govuk-visually-hidden">{t.door.cameNamed(one.name)}</span>
              </label>
            </div>
          </div>
        ) : one.attended ? (
          '☑'
        ) : (
          '☐'
        )}
      </td>
      <td class="govuk-table__cell">
        {one.name}
        {one.state === 'waiting' && <span class="kv-quiet"> ({t.own.short.waiting})</span>}
        {one.speaks && <span class="kv-quiet"> {t.door.speaks}</span>}
      </td>
      <td class="govuk-table__cell">{one.organisation ?? ''}</td>
      <td class="govuk-table__cell"></td>
    </tr>
  )
}
