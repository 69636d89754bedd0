import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { formatHour } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { AgendaView } from './agenda-view.ts'
import { isPublicMeeting } from './convening-rules.ts'
import type { AgendaItem } from './meeting-queries.ts'
import { agendaTexts, conveningTexts } from './texts.ts'
import { conveningUrls as urls } from './urls.ts'

type Part = { lang: Lang; view: AgendaView; typed: Typed; errors: FieldErrors }

/**
 * The items in their order. Two buttons move one by one place; a browser that can lets them be dragged (`browser/reorder.ts`),
 * and shows the button that sends the order as it then stands.
 */
export const AgendaOrder = ({ lang, view, typed, errors }: Part) => {
  const t = agendaTexts(lang)
  const { meeting, items } = view
  return (
    <form
      method="post"
      action={inLanguage(lang, urls.order(meeting.id))}
      novalidate
      data-submit-once
      data-reorder
      id="radha"
    >
      <p class="govuk-body">{t.lead}</p>
      {errors.radha && <p class="govuk-error-message">{errors.radha}</p>}
      <input type="hidden" name="versioni" value={String(meeting.version)} />
      <input type="hidden" name="radha" value={items.map(({ id }) => id).join(' ')} data-reorder-field />
      {isPublicMeeting(meeting.state) && (
        <TextField
          name="arsyeja-radhes"
          label={t.orderReason}
          hint={t.reasonHint}
          value={typed['arsyeja-radhes']}
          error={errors['arsyeja-radhes']}
        />
      )}
      {/* First in the form, so that Enter in the field above sends the order and moves nothing. */}
      <div data-reorder-save hidden>
        <Button kind="secondary" preventDoubleClick>
          {t.saveOrder}
        </Button>
      </div>
      <DataTable
        caption={t.title}
        captionHidden
        head={[
          { label: conveningTexts(lang).one.paperTexts.item, tight: true },
          { label: t.titleField },
          { label: t.move, tight: true },
          { label: t.edit, tight: true },
        ]}
        rows={items.map((item, n) => rowOf(lang, view, item, { first: n === 0, last: n === items.length - 1 }))}
      />
    </form>
  )
}

function rowOf(
  lang: Lang,
  { meeting }: AgendaView,
  item: AgendaItem,
  { first, last }: { first: boolean; last: boolean },
) {
  const [t, texts] = [agendaTexts(lang), conveningTexts(lang)]
  const quiet = [
    texts.itemKinds[item.kind],
    item.hearingAt ? formatHour(item.hearingAt, meeting.zone) : '',
    item.rapporteur,
    item.closed ? t.closed : '',
    item.origin === 'notice' ? '' : t.added,
    item.carriedFrom === null ? '' : t.carried,
    item.state === 'planned' ? '' : t.states[item.state],
    item.stateReason,
  ]
  const named = <span class="govuk-visually-hidden"> {item.title}</span>
  const move = (name: string, label: string) => (
    <button class="kv-link-button" type="submit" name={name} value={item.id}>
      {label}
      {named}
    </button>
  )
  return [
    <span data-reorder-item={item.id} id={`pika-${item.id}`}>
      {item.ordinal}
    </span>,
    <>
      {item.title} <span class="kv-quiet">{quiet.filter(Boolean).join(', ')}</span>
    </>,
    <>
      {!first && move('lart', t.up)} {!last && move('poshte', t.down)}
    </>,
    item.state === 'planned' && (
      <a href={inLanguage(lang, urls.item(meeting.id, item.id))}>
        {t.edit}
        {named}
      </a>
    ),
  ]
}
