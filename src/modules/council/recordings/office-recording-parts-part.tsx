import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FileField } from '#ui/file-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { markField } from './recording-field-rules.ts'
import { clockOf, RECORDING_KINDS, SUBTITLE_LANGS } from './recording-rules.ts'
import type { OfficeRecording } from './recording-view.ts'
import { textsIn } from './texts.ts'
import { officeRecordingUrls as urls } from './urls.ts'

type FieldsProps = { lang: Lang; typed: Typed; errors: FieldErrors; of?: string }

/** The facts of a link. Several forms stand on one page, so the fields of each recording carry its id. */
export const RecordingFields = ({ lang, typed, errors, of }: FieldsProps) => {
  const texts = textsIn(lang)
  const t = texts.office
  const named = (field: string) => (of === undefined ? field : `${field}.${of}`)
  return (
    <>
      <SelectField
        name={named('lloji')}
        label={t.kind}
        value={typed.lloji}
        error={errors[named('lloji')]}
        options={RECORDING_KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
      />
      <TextField
        name={named('adresa')}
        type="text"
        inputmode="url"
        label={t.url}
        hint={t.urlHint}
        value={typed.adresa}
        error={errors[named('adresa')]}
      />
      <TextField
        name={named('emri')}
        label={t.name}
        hint={t.nameHint}
        value={typed.emri}
        error={errors[named('emri')]}
      />
      <RecordingDay lang={lang} name={named('dita')} typed={typed} errors={errors} />
      <TextField
        name={named('ora')}
        label={t.hour}
        hint={t.hourHint}
        value={typed.ora}
        error={errors[named('ora')]}
        width="10"
      />
      <TextField
        name={named('gjatesia')}
        label={t.length}
        hint={t.lengthHint}
        value={typed.gjatesia}
        error={errors[named('gjatesia')]}
        width="10"
      />
      <CheckboxField name={named('prere')} label={t.cut} checked={typed.prere === 'po'} small />
    </>
  )
}

type DayProps = { lang: Lang; name: string; typed: Typed; errors: FieldErrors }

const RecordingDay = ({ lang, name, typed, errors }: DayProps) => {
  const t = textsIn(lang).office
  return (
    <DateField
      name={name}
      legend={t.day}
      value={{
        day: typed['dita-day'] ?? '',
        month: typed['dita-month'] ?? '',
        year: typed['dita-year'] ?? '',
      }}
      error={errors[name]}
      dayLabel={t.dayWords.day}
      monthLabel={t.dayWords.month}
      yearLabel={t.dayWords.year}
    />
  )
}

type PartProps = {
  lang: Lang
  one: OfficeRecording
  mayWrite: boolean
  own: boolean
  again: { typed: Typed; errors: FieldErrors }
}

/** The moment of each item and vote, reckoned or set by hand. */
export const MarksForm = ({ lang, one, mayWrite, own, again }: PartProps) => {
  const texts = textsIn(lang)
  const t = texts.office
  const errors = own ? again.errors : {}
  const fields = one.moments.map(({ kind, id }) => markField(kind, id))
  if (one.moments.length === 0) return <EmptyState>{t.noMarks}</EmptyState>
  return (
    <Details summary={t.marks} open={fields.some((field) => `${field}.${one.id}` in errors)}>
      <form method="post" action={inLanguage(lang, urls.marks(one.meetingId, one.id))} novalidate data-submit-once>
        <input type="hidden" name="versioni" value={String(one.version)} />
        <p class="govuk-body">{t.marksLead}</p>
        {one.moments.map(({ kind, id, title, reckoned, own: mark }) => {
          const field = markField(kind, id)
          return (
            <TextField
              name={`${field}.${one.id}`}
              label={`${kind === 'vote' ? texts.page.vote : texts.page.item}: ${title}`}
              hint={`${t.reckoned}: ${reckoned === null ? texts.library.unknown : clockOf(reckoned)}`}
              value={own && field in again.typed ? again.typed[field] : mark === null ? '' : clockOf(mark)}
              error={errors[`${field}.${one.id}`]}
              width="10"
            />
          )
        })}
        {mayWrite && <Button kind="secondary">{t.saveMarks}</Button>}
      </form>
    </Details>
  )
}

export const SubtitlesForm = ({ lang, one, mayWrite, own, again }: PartProps) => {
  const texts = textsIn(lang)
  const t = texts.office
  const errors = own ? again.errors : {}
  const open = `titrat.${one.id}` in errors || `gjuha.${one.id}` in errors
  return (
    <Details summary={`${t.subtitles} (${String(one.subtitles.length)})`} open={open}>
      <ul class="govuk-list">
        {one.subtitles.map(({ lang: code, madeBy, cues }) => (
          <li>{`${texts.langs[code]}: ${t.cues(cues)}, ${texts.madeBy[madeBy]}`}</li>
        ))}
      </ul>
      {mayWrite && (
        <form
          method="post"
          action={inLanguage(lang, urls.subtitles(one.meetingId, one.id))}
          enctype="multipart/form-data"
          novalidate
          data-submit-once
        >
          <input type="hidden" name="versioni" value={String(one.version)} />
          <FileField
            name={`titrat.${one.id}`}
            label={t.subtitleFile}
            hint={t.subtitleHint}
            error={errors[`titrat.${one.id}`]}
            accept=".vtt,.srt"
          />
          <SelectField
            name={`gjuha.${one.id}`}
            label={t.subtitleLang}
            value={own ? again.typed.gjuha : 'sq'}
            error={errors[`gjuha.${one.id}`]}
            options={SUBTITLE_LANGS.map((value) => ({ value, label: texts.langs[value] }))}
          />
          <SelectField
            name={`kush.${one.id}`}
            label={t.subtitleMadeBy}
            value={own ? again.typed.kush : 'person'}
            options={(['person', 'machine'] as const).map((value) => ({ value, label: texts.madeBy[value] }))}
          />
          <Button kind="secondary">{t.takeSubtitles}</Button>
        </form>
      )}
    </Details>
  )
}
