import { formatDate, formatDay, formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { taskUrls } from '#platform/tasks/urls.ts'
import { Button } from '#ui/button.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { commentHref } from '../desk/desk-rows-part.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import type { ModerationView } from './moderation-view.ts'

type Props = { lang: Lang; view: ModerationView }

/** The comments before and after this one in the list that the reader came from. */
export const ListContext = ({ lang, view: { list } }: Props) => {
  const t = textsIn(lang).oneComment
  if (!list) return null
  const way = (id: string | null, label: string, key: string) =>
    id && (
      <li>
        <a href={commentHref(lang, id, list.query || 'rendi=te-rejat')} data-desk-way={key}>
          {label}
        </a>
      </li>
    )
  return (
    <nav aria-label={t.context}>
      <ul class="govuk-list">
        {way(list.before, t.previous, 'k')}
        {way(list.after, t.next, 'j')}
      </ul>
    </nav>
  )
}

/** How it came in, and what else the same person has sent. */
export const Known = ({ lang, view: { comment, others, redactions } }: Props) => {
  const texts = textsIn(lang)
  const t = texts.oneComment
  const row = (key: string, value: string | null) => (value === null ? [] : [{ key, value }])
  const { deliveryId, deliveryPoint, zone } = comment
  return (
    <>
      <h2 class="govuk-heading-m">{t.known}</h2>
      <SummaryList
        rows={[
          { key: t.channel, value: texts.desk.channels[comment.channel] },
          ...row(t.sender, comment.senderKind && texts.desk.senders[comment.senderKind]),
          ...row(t.happenedOn, comment.happenedOn && formatDate(lang, comment.happenedOn)),
          ...row(t.receivedOn, comment.receivedOn && formatDate(lang, comment.receivedOn)),
          ...(comment.late ? [{ key: t.late, value: texts.desk.yes }] : []),
          ...row(t.enteredBy, comment.enteredBy),
          ...row(t.protocol, comment.protocolNumber),
          ...(deliveryId && deliveryPoint
            ? [
                {
                  key: t.delivery,
                  value: (
                    <a href={inLanguage(lang, officeUrls.delivery(comment.consultationId, deliveryId))}>
                      {t.deliveryPoint(deliveryPoint)}
                    </a>
                  ),
                },
              ]
            : []),
          ...redactions.map(({ ground, at }) => ({
            key: t.redactions,
            value: texts.redaction.told(formatDay(lang, at, zone), texts.redaction.grounds[ground]),
          })),
        ]}
      />
      <h2 class="govuk-heading-s">{t.others}</h2>
      {others.length === 0 ? (
        <p class="govuk-body kv-quiet">{t.othersNone}</p>
      ) : (
        <ul class="govuk-list">
          {others.map(({ id, code, state, confirmedAt }) => (
            <li>
              <a href={inLanguage(lang, officeUrls.comment(id))}>{code}</a>{' '}
              <span class="kv-quiet">
                {formatMoment(lang, confirmedAt, zone)}, {texts.office.stateOf[state]}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** What colleagues note about it: the notes of any record, written from here. */
export const Notes = ({ lang, view: { comment, notes, mayNote }, form }: Props & { form: string }) => {
  const t = textsIn(lang).oneComment
  const subject = `consultations.comment:${comment.id}`
  return (
    <>
      <h2 class="govuk-heading-m">{t.notes}</h2>
      {notes.length === 0 && <p class="govuk-body kv-quiet">{t.notesNone}</p>}
      <ul class="kv-notes">
        {notes.map(({ words, by, at }) => (
          <li>
            <p class="kv-quiet">
              {by}, {formatMoment(lang, at, comment.zone)}
            </p>
            <p class="kv-words">{words ?? t.noteErased}</p>
          </li>
        ))}
      </ul>
      {mayNote && (
        <form method="post" action={inLanguage(lang, taskUrls.notes())} novalidate data-submit-once>
          <input type="hidden" name="dergesa" value={form} />
          <input type="hidden" name="subjekti" value={subject} />
          <input type="hidden" name="kthehu" value={inLanguage(lang, officeUrls.comment(comment.id))} />
          <TextAreaField name="shenimi" label={t.note} hint={t.noteHint} value="" rows={2} />
          <Button kind="secondary">{t.noteAdd}</Button>
        </form>
      )}
      <p class="govuk-body">
        <a href={inLanguage(lang, taskUrls.record(subject))}>{t.allNotes}</a>
      </p>
    </>
  )
}
