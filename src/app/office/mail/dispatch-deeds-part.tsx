import { mayMoveDispatch } from '#platform/dispatch/dispatch-rules.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { FileField } from '#ui/file-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { DayField, SlipField, typedOfDay } from './dispatch-part.tsx'
import type { DispatchView } from './dispatch-view.ts'
import { mailTexts } from './texts.ts'
import { mailUrls } from './urls.ts'

/** Which of the page's forms came back. */
export type DispatchForm = 'hand-on' | 'return' | 'cancel' | 'proof'

type Props = {
  page: PageContext
  view: DispatchView
  today: string
  open?: DispatchForm | undefined
  typed?: Typed
  errors?: FieldErrors
}

/** What can be done with a paper as it stands. */
export const DispatchDeeds = (props: Props) => {
  const { page, view } = props
  const { id, state } = view.paper
  return (
    <section class="kv-moves">
      {mayMoveDispatch(state, 'hand-on') && <HandOn {...props} />}
      {mayMoveDispatch(state, 'cancel') && <Cancel {...props} />}
      {mayMoveDispatch(state, 'return') && <Returned {...props} />}
      {state !== 'cancelled' && <Proof {...props} />}
      {mayMoveDispatch(state, 'correct') && (
        <p>
          <a href={inLanguage(page.lang, mailUrls.correct(id))}>{mailTexts(page.lang).one.correct}</a>
        </p>
      )}
    </section>
  )
}

const valuesOf = ({ open, typed = {}, errors = {}, today, page }: Props, form: DispatchForm) => ({
  lang: page.lang,
  typed: open === form ? typed : typedOfDay(today),
  errors: open === form ? errors : {},
})

const Version = ({ view }: Props) => <input type="hidden" name="versioni" value={String(view.paper.version)} />

const HandOn = (props: Props) => {
  const { page, view } = props
  const t = mailTexts(page.lang)
  const values = valuesOf(props, 'hand-on')
  return (
    <form method="post" action={inLanguage(page.lang, mailUrls.handOn(view.paper.id))} novalidate>
      <h2>{t.one.handOn}</h2>
      <Version {...props} />
      <DayField {...values} legend={t.form.day} />
      <SlipField {...values} />
      <Button preventDoubleClick>{t.one.handOnSend}</Button>
    </form>
  )
}

const Returned = (props: Props) => {
  const { page, view, open } = props
  const t = mailTexts(page.lang).one
  const values = valuesOf(props, 'return')
  return (
    <Details summary={t.returned} open={open === 'return'}>
      <form method="post" action={inLanguage(page.lang, mailUrls.returned(view.paper.id))} novalidate>
        <Version {...props} />
        <DayField {...values} legend={t.returnedDay} />
        <TextField
          name="arsyeja"
          label={t.returnedReason}
          value={values.typed.arsyeja}
          error={values.errors.arsyeja}
          maxLength={1000}
        />
        <Button kind="secondary">{t.returnedSend}</Button>
      </form>
    </Details>
  )
}

const Cancel = (props: Props) => {
  const { page, view, open } = props
  const t = mailTexts(page.lang).one
  const values = valuesOf(props, 'cancel')
  return (
    <Details summary={t.cancel} open={open === 'cancel'}>
      <form method="post" action={inLanguage(page.lang, mailUrls.cancelled(view.paper.id))}>
        <Version {...props} />
        <TextField
          name="arsyeja"
          label={t.cancelReason}
          value={values.typed.arsyeja}
          error={values.errors.arsyeja}
          maxLength={1000}
        />
        <Button kind="warning">{t.cancelSend}</Button>
      </form>
    </Details>
  )
}

const Proof = (props: Props) => {
  const { page, view } = props
  const t = mailTexts(page.lang).one
  const action = inLanguage(page.lang, mailUrls.proofs(view.paper.id))
  return (
    <form method="post" action={action} enctype="multipart/form-data">
      <FileField
        name="prova"
        label={t.proofFile}
        error={valuesOf(props, 'proof').errors.prova}
        accept=".pdf,.png,.jpg,.jpeg"
      />
      <Button kind="secondary">{t.proofSend}</Button>
    </form>
  )
}
