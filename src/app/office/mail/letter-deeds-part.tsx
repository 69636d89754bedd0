import { PAPER_WAYS } from '#platform/dispatch/dispatch-rules.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { OFFICE_TEXTS } from '../office-texts.ts'
import { officeUrls } from '../urls.ts'
import type { LetterView } from './outbox-view.ts'
import { mailTexts } from './texts.ts'
import { mailUrls } from './urls.ts'

/** Which of the page's forms came back. */
export type LetterForm = 'settle' | 'print'

type Props = {
  page: PageContext
  view: LetterView
  form: string
  open?: LetterForm | undefined
  typed?: Typed
  errors?: FieldErrors
}

/** A letter that waits for a decision: once more, on paper, or not at all. */
export const LetterDeeds = (props: Props) => {
  const { page, view } = props
  const { letter, mayDecide, mayPrint } = view
  const t = mailTexts(page.lang).letter
  if (!mayDecide) return null
  return (
    <section class="kv-moves">
      <h2>{t.decide}</h2>
      {letter.body === null ? (
        <p>{t.bodyGone}</p>
      ) : (
        <form method="post" action={inLanguage(page.lang, officeUrls.sendAgain(letter.id))}>
          <Button preventDoubleClick>{OFFICE_TEXTS[page.lang].mail.sendAgain}</Button>
        </form>
      )}
      {mayPrint && letter.body !== null && <Print {...props} />}
      <Settle {...props} />
    </section>
  )
}

const Print = ({ page, view, form, open, typed = {}, errors = {} }: Props) => {
  const t = mailTexts(page.lang)
  const shown = open === 'print'
  return (
    <Details summary={t.letter.print} open={shown}>
      <p>{t.letter.printLead}</p>
      <form method="post" action={inLanguage(page.lang, mailUrls.print(view.letter.id))}>
        <input type="hidden" name="dergesa" value={form} />
        <TextField name="emri" label={t.letter.name} value={typed.emri} error={errors.emri} maxLength={200} />
        <TextAreaField name="adresa" label={t.letter.postal} rows={3} value={typed.adresa} error={errors.adresa} />
        <RadioField
          name="menyra"
          legend={t.letter.way}
          value={typed.menyra}
          error={errors.menyra}
          options={PAPER_WAYS.map((way) => ({ value: way, label: t.ways[way] }))}
        />
        <Button kind="secondary">{t.letter.printSend}</Button>
      </form>
    </Details>
  )
}

const Settle = ({ page, view, open, typed = {}, errors = {} }: Props) => {
  const t = mailTexts(page.lang)
  return (
    <Details summary={t.letter.settle} open={open === 'settle'}>
      <p>{t.letter.settleLead}</p>
      <form method="post" action={inLanguage(page.lang, mailUrls.settle(view.letter.id))}>
        <RadioField
          name="pse"
          legend={t.letter.why}
          value={typed.pse}
          error={errors.pse}
          options={(['delivered-otherwise', 'not-needed'] as const).map((value) => ({
            value,
            label: t.settledAs[value],
          }))}
        />
        <Button kind="secondary">{t.letter.settleSend}</Button>
      </form>
    </Details>
  )
}
