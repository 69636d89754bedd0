import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Tag } from '#ui/tag.tsx'
import { placeOf } from '../comments/comment-part.tsx'
import { shorten } from '../comments/shorten-rules.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { AnswerStateTag, DecisionTag } from './answer-part.tsx'
import { MOST_ANSWERED_AT_ONCE } from './answer-rules.ts'
import { TickField } from './read-comments-part.tsx'
import { officeAnswerUrls as urls } from './urls.ts'
import { workQuery } from './work-rules.ts'
import type { WorkRow } from './work-queries.ts'
import type { WorkView } from './work-view.ts'

type Part = { lang: Lang; view: WorkView }

/** The rows, and what can be done with those ticked. */
export const WorkRows = ({ lang, view, form }: Part & { form: string }) => {
  const t = textsIn(lang).answers.office
  const { matter, rows, may, matching, question } = view
  const acts = may.write || may.decide || may.publish
  const table = (
    <DataTable
      caption={t.title}
      captionHidden
      head={[
        ...(acts ? [{ label: t.columns.tick, tight: true }] : []),
        { label: t.columns.comment, tight: true },
        { label: t.columns.words },
        { label: t.columns.answer },
        { label: t.columns.state },
      ]}
      rows={rows.map((row) => [
        ...(acts ? [<Tick lang={lang} row={row} />] : []),
        <a href={inLanguage(lang, officeUrls.comment(row.id))}>{row.code}</a>,
        <Said lang={lang} row={row} />,
        <Answered lang={lang} row={row} matterId={matter.id} mayWrite={may.write} />,
        <State lang={lang} row={row} />,
      ])}
    />
  )
  if (!acts) return table
  const to = (path: string) => inLanguage(lang, path)
  return (
    <form method="post" action={to(urls.choose(matter.id))} data-submit-once>
      <input type="hidden" name="dergesa" value={form} />
      <input type="hidden" name="zgjedhur" value="po" />
      <input type="hidden" name="filtri" value={workQuery(question)} />
      {table}
      <fieldset class="govuk-fieldset kv-desk-deed">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{t.onTicked}</legend>
        {may.write && (
          <CheckboxField name="te-gjitha" label={t.allMatching(Math.min(matching, MOST_ANSWERED_AT_ONCE))} small />
        )}
        <div class="kv-buttons">
          {may.write && (
            <button class="govuk-button govuk-button--secondary" type="submit">
              {t.writeForTicked}
            </button>
          )}
          {may.decide && (
            <button class="govuk-button govuk-button--secondary" type="submit" formaction={to(urls.bulk(matter.id))}>
              {t.approveTicked}
            </button>
          )}
          {may.publish && (
            <button class="govuk-button govuk-button--secondary" type="submit" formaction={to(urls.publish(matter.id))}>
              {t.publishTicked}
            </button>
          )}
        </div>
      </fieldset>
    </form>
  )
}

/** With how its answer stood on this page: what somebody changed since is not decided unread. */
const Tick = ({ lang, row }: { lang: Lang; row: WorkRow }) => (
  <>
    <TickField id={row.id} name="k" label={textsIn(lang).answers.office.tick(row.code)} />
    {row.answerId !== null && (
      <input type="hidden" name={`a-${row.id}`} value={`${row.answerId}.${row.answerRevision ?? 0}`} />
    )}
  </>
)

const Said = ({ lang, row }: { lang: Lang; row: WorkRow }) => {
  const t = textsIn(lang).answers.office
  return (
    <>
      {row.body === '' ? (
        <span class="kv-quiet">{t.noWords}</span>
      ) : (
        <span lang={row.lang === lang ? undefined : row.lang}>{shorten(row.body)}</span>
      )}
      <span class="kv-quiet">
        {' '}
        {placeOf(row, lang)}
        {row.suggests && <>, {t.suggests}</>}
      </span>
      {row.late && <Tag tone="late">{t.late}</Tag>}
      {row.changed && <Tag tone="warning">{t.changed}</Tag>}
    </>
  )
}

type AnsweredProps = { lang: Lang; row: WorkRow; matterId: string; mayWrite: boolean }

const Answered = ({ lang, row, matterId, mayWrite }: AnsweredProps) => {
  const t = textsIn(lang).answers.office
  const write = `${inLanguage(lang, urls.write(matterId))}?k=${row.id}`
  if (row.answerId === null) return mayWrite ? <a href={write}>{t.answerOne}</a> : <span class="kv-quiet">–</span>
  return (
    <>
      <a href={inLanguage(lang, urls.one(row.answerId))}>{row.answerCode}</a>{' '}
      {row.decision && <DecisionTag lang={lang} decision={row.decision} />}
      <span> {shorten(row.reason ?? '')}</span>
      {row.number > 1 && <span class="kv-quiet"> ({t.sameForMany(row.number)})</span>}
    </>
  )
}

const State = ({ lang, row }: { lang: Lang; row: WorkRow }) => <AnswerStateTag lang={lang} state={row.answerState} />
