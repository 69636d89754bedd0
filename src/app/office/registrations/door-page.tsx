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
import { formatNumber } from '#platform/i18n/formats.ts'
import type { Registration } from '#platform/registrations/registration-queries.ts'
import { CHANNELS } from '#platform/registrations/registration-rules.ts'
import { textsIn } from '#platform/registrations/registration-texts.ts'
import { RegistrationFields } from '../../public/registrations/registration-part.tsx'
import type { OfficeGathering } from './door-view.ts'

type Props = {
  page: PageContext
  view: OfficeGathering
  typed?: Typed
  errors?: FieldErrors
  status?: string | null
}

/** Who asked to come, in their order; and whom the office writes down itself. */
export const RegistrationListPage = ({ page, view, typed = {}, errors = {}, status = null }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.registrations
  const { gathering, holder, mayWrite, registered } = view
  const { id, items } = gathering
  return (
    <Layout
      page={page}
      title={t.title}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, holder.urls.office(gathering.id)), label: gathering.name }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      {registered.length === 0 ? <EmptyState>{t.none}</EmptyState> : <Registered lang={lang} view={view} />}
      {mayWrite && gathering.officeMayEnter && (
        <Details summary={t.add} open={Object.keys(errors).length > 0}>
          <form method="post" action={inLanguage(lang, holder.urls.list(id))} novalidate data-submit-once>
            <SelectField
              name="kanali"
              label={t.channel}
              value={typed.kanali ?? 'counter'}
              options={CHANNELS.filter((one) => one !== 'web').map((value) => ({ value, label: t.channels[value] }))}
            />
            <RegistrationFields
              lang={lang}
              registration={gathering.kind === 'attend' ? 'attend' : 'attend-and-speak'}
              sectors={holder.sectors}
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

const Registered = ({ lang, view }: { lang: Lang; view: OfficeGathering }) => {
  const texts = textsIn(lang)
  const t = texts.registrations
  const { gathering, holder, mayWrite, registered } = view
  const { id, items } = gathering
  return (
    <DataTable
      caption={t.title}
      captionHidden
      head={[{ label: t.who }, { label: t.wish }, { label: t.state }, ...(mayWrite ? [{ label: t.deed }] : [])]}
      rows={registered.map((one) => [
        <Who lang={lang} one={one} holder={holder} />,
        [one.speaks ? (items.find((item) => item.id === one.itemId)?.title ?? texts.register.speak) : null, one.needs]
          .filter(Boolean)
          .join('. ') || '–',
        texts.own.short[one.state],
        ...(mayWrite ? [<TakeBack lang={lang} href={holder.urls.takeBack(id, one.id)} one={one} />] : []),
      ])}
    />
  )
}

const Who = ({ lang, one, holder }: { lang: Lang; one: Registration; holder: OfficeGathering['holder'] }) => (
  <>
    {one.name}
    <span class="kv-quiet">
      {' '}
      {[one.organisation, holder.sectors.find(({ value }) => value === one.sector)?.label[lang], one.email, one.phone]
        .filter(Boolean)
        .join(', ')}
    </span>
  </>
)

const TakeBack = ({ lang, href, one }: { lang: Lang; href: string; one: Registration }) => (
  <form method="post" action={inLanguage(lang, href)} data-submit-once>
    <Button kind="secondary">
      {textsIn(lang).registrations.takeBack}
      <span class="govuk-visually-hidden"> {one.name}</span>
    </Button>
  </form>
)

/** So many lines for people who come without having asked. */
const BLANK_LINES = 12

/** The list for the door: ticked on a tablet, or printed, with lines left blank for whoever comes unannounced. */
export const DoorPage = ({ page, view, status = null }: Props) => {
  const { lang } = page
  const t = textsIn(lang).door
  const { gathering, holder, mayWrite, registered } = view
  return (
    <Layout
      page={page}
      title={t.title}
      office
      status={status}
      back={{ href: inLanguage(lang, holder.urls.office(gathering.id)), label: gathering.name }}
    >
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{[gathering.name, gathering.when, gathering.place].filter(Boolean).join('. ')}</p>
      <p class="govuk-body kv-not-printed">{t.lead}</p>
      <form method="post" action={inLanguage(lang, holder.urls.door(gathering.id))} data-submit-once>
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
      <Speakers lang={lang} view={view} />
    </Layout>
  )
}

/** Who speaks to what, in their order, and how long each may. */
const Speakers = ({ lang, view: { gathering, registered } }: { lang: Lang; view: OfficeGathering }) => {
  const texts = textsIn(lang)
  const speakers = registered.filter(({ speaks, state }) => speaks && state === 'confirmed')
  if (speakers.length === 0) return null
  const known = new Set(gathering.items.map(({ id }) => id))
  const groups = [
    ...gathering.items.map((item) => ({ ...item, those: speakers.filter(({ itemId }) => itemId === item.id) })),
    {
      title: texts.register.itemAny,
      minutes: null,
      those: speakers.filter(({ itemId }) => itemId === null || !known.has(itemId)),
    },
  ].filter(({ those }) => those.length > 0)
  return (
    <section>
      <h2 class="govuk-heading-m">{texts.speakers.title}</h2>
      <p class="govuk-body">{texts.speakers.lead}</p>
      {groups.map(({ title, minutes, those }) => (
        <>
          <h3 class="govuk-heading-s">
            {title}
            {minutes !== null && <span class="kv-quiet"> {texts.speakers.minutes(formatNumber(minutes))}</span>}
          </h3>
          <ol class="govuk-list govuk-list--number">
            {those.map(({ name, organisation }) => (
              <li>{[name, organisation].filter(Boolean).join(', ')}</li>
            ))}
          </ol>
        </>
      ))}
    </section>
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
