import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { textsIn } from '../texts.ts'
import { ANSWER_LIMITS, DECISIONS, NOT_CONSIDERED_GROUNDS } from './answer-rules.ts'
import type { LibraryReason } from './reason-queries.ts'

type Props = {
  lang: Lang
  wordsLang: Lang
  typed: Typed
  errors: FieldErrors
  reasons: readonly LibraryReason[]
  /** A published answer is corrected: why, is told. */
  correcting: boolean
}

/** Decision, ground and reason, and the library from which a reason is taken without a script. */
export const WordsFields = ({ lang, wordsLang, typed, errors, reasons, correcting }: Props) => {
  const { office: t } = textsIn(lang).answers
  return (
    <>
      <input type="hidden" name="dergesa" value={typed.dergesa} />
      <input type="hidden" name="versioni" value={typed.versioni ?? ''} />
      <input type="hidden" name="arsyeja-id" value={typed['arsyeja-id'] ?? ''} />
      {/* The first button of a form is what the enter key presses: it saves. */}
      <button class="govuk-visually-hidden" type="submit" name="veprimi" value="ruaj" tabindex={-1}>
        {t.save}
      </button>
      <DecisionField lang={lang} typed={typed} errors={errors} />
      <FromLibrary lang={lang} typed={typed} reasons={reasons} />
      <TextAreaField
        name="arsyetimi"
        label={t.reason}
        hint={t.reasonHint}
        value={typed.arsyetimi}
        error={errors.arsyetimi}
        rows={8}
        lang={wordsLang === lang ? undefined : wordsLang}
        maxLength={ANSWER_LIMITS.reason}
        countText={t.charactersLeft}
      />
      {correcting && (
        <TextAreaField
          name="korrigjimi"
          label={t.correctionWhy}
          hint={t.correctionHint}
          value={typed.korrigjimi}
          error={errors.korrigjimi}
          rows={3}
          maxLength={ANSWER_LIMITS.correction}
          countText={t.charactersLeft}
        />
      )}
      <div class="kv-buttons">
        <button class="govuk-button" type="submit" name="veprimi" value="propozo">
          {t.propose}
        </button>
        <button class="govuk-button govuk-button--secondary" type="submit" name="veprimi" value="ruaj">
          {t.save}
        </button>
      </div>
    </>
  )
}

const DecisionField = ({ lang, typed, errors }: Pick<Props, 'lang' | 'typed' | 'errors'>) => {
  const { office: t, decisions, grounds } = textsIn(lang).answers
  return (
    <RadioField
      name="vendimi"
      legend={t.decision}
      legendSize="s"
      value={typed.vendimi}
      error={errors.vendimi}
      options={DECISIONS.map((value) => ({
        value,
        label: decisions[value],
        ...(value === 'not-considered'
          ? {
              child: (
                <RadioField
                  name="shkaku"
                  legend={t.ground}
                  legendSize="s"
                  hint={t.groundHint}
                  value={typed.shkaku}
                  error={errors.shkaku}
                  small
                  options={NOT_CONSIDERED_GROUNDS.map((one) => ({ value: one, label: grounds[one] }))}
                />
              ),
            }
          : {}),
      }))}
    />
  )
}

const FromLibrary = ({ lang, typed, reasons }: Pick<Props, 'lang' | 'typed' | 'reasons'>) => {
  const { office: t, decisions } = textsIn(lang).answers
  if (reasons.length === 0) return null
  return (
    <div class="kv-from-library">
      <SelectField
        name="biblioteka"
        label={t.fromLibrary}
        value={typed.biblioteka}
        options={[
          { value: '', label: t.chooseReason },
          ...reasons.map(({ id, title, decision }) => ({
            value: id,
            label: decision === null ? title : `${title} (${decisions[decision]})`,
          })),
        ]}
      />
      <button class="govuk-button govuk-button--secondary" type="submit" name="veprimi" value="vendos">
        {t.insert}
      </button>
    </div>
  )
}
