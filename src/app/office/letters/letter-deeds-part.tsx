import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { LETTER_LIMITS } from '#platform/letters/official-letter-rules.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { ProtocolFields } from './protocol-part.tsx'
import type { LetterView } from './letter-view.ts'
import { textsIn } from './letters-texts.ts'
import { letterUrls } from './urls.ts'

type Part = { page: PageContext; view: LetterView }

/** The next deed of a draft is to issue it. */
export const DraftDeeds = ({ page: { lang }, view: { letter, mayWrite, mayIssue } }: Part) => {
  const t = textsIn(lang).letter
  const seen = <input type="hidden" name="revisioni" value={String(letter.revision)} />
  return (
    <>
      {mayIssue && (
        <form
          method="post"
          action={inLanguage(lang, letterUrls.issuing(letter.id))}
          data-submit-once
          id="leshimi"
          aria-label={t.issueTitle}
        >
          {seen}
          <WarningText assistive={t.warning}>{t.issueWarning}</WarningText>
          <Button>{t.issue}</Button>
        </form>
      )}
      {mayWrite && (
        <>
          <LinkButton kind="secondary" href={inLanguage(lang, letterUrls.edit(letter.id))}>
            {t.edit}
          </LinkButton>
          <Details summary={t.remove}>
            <form method="post" action={inLanguage(lang, letterUrls.removal(letter.id))} data-submit-once>
              {seen}
              <p>{t.removeLead}</p>
              <Button kind="warning">{t.remove}</Button>
            </form>
          </Details>
        </>
      )}
    </>
  )
}

type IssuedProps = Part & { typed: Typed; errors: FieldErrors }

/** An issued letter is sent, gets its protocol number, is cancelled or corrected. */
export const IssuedDeeds = (props: IssuedProps) => {
  const { page, view } = props
  const { letter } = view
  const t = textsIn(page.lang).letter
  const correct = `${inLanguage(page.lang, letterUrls.fresh())}?korrigjon=${letter.id}&institucioni=${letter.institutionId}`
  return (
    <>
      {view.mayWrite && letter.state === 'issued' && <Send {...props} />}
      {view.mayWrite && letter.protocolNumber === null && <Protocol {...props} />}
      {view.mayWrite && (
        <p class="govuk-body">
          <a href={correct}>{t.correct}</a>
        </p>
      )}
      {view.mayIssue && letter.state === 'issued' && <Cancel {...props} />}
    </>
  )
}

const WAYS = ['e-mail', 'hand', 'registered-post', 'post', 'pickup'] as const

const Send = ({ page: { lang }, view: { letter }, typed, errors }: IssuedProps) => {
  const t = textsIn(lang).letter
  const ways = WAYS.filter((way) => way !== 'e-mail' || letter.addresseeEmail)
  return (
    <form method="post" action={inLanguage(lang, letterUrls.sending(letter.id))} novalidate data-submit-once>
      <input type="hidden" name="dergesa" value={typed.dergesa ?? ''} />
      <RadioField
        name="menyra"
        legend={t.sendTitle}
        legendSize="m"
        hint={t.sendLead}
        value={typed.menyra}
        error={errors.menyra}
        small
        options={ways.map((way) => ({ value: way, label: t.ways[way] }))}
      />
      <Button>{t.send}</Button>
    </form>
  )
}

const Protocol = ({ page: { lang }, view: { letter }, typed, errors }: IssuedProps) => {
  const t = textsIn(lang).letter
  return (
    <Details summary={t.protocolTitle} open={Boolean(errors.protokolli ?? errors.protokolluar)}>
      <form method="post" action={inLanguage(lang, letterUrls.protocol(letter.id))} novalidate data-submit-once>
        <p>{t.protocolLead}</p>
        <ProtocolFields lang={lang} typed={typed} errors={errors} hint={null} />
        <Button kind="secondary">{t.addProtocol}</Button>
      </form>
    </Details>
  )
}

const Cancel = ({ page: { lang }, view: { letter }, typed, errors }: IssuedProps) => {
  const t = textsIn(lang)
  return (
    <Details summary={t.letter.cancelTitle} open={Boolean(errors.arsyeja)}>
      <form method="post" action={inLanguage(lang, letterUrls.cancellation(letter.id))} novalidate data-submit-once>
        <p>{t.letter.cancelLead}</p>
        <TextAreaField
          name="arsyeja"
          label={t.letter.reason}
          hint={t.letter.reasonHint}
          value={typed.arsyeja}
          error={errors.arsyeja}
          rows={3}
          maxLength={LETTER_LIMITS.reason}
          countText={t.form.charactersLeft}
        />
        <Button kind="warning">{t.letter.cancel}</Button>
      </form>
    </Details>
  )
}
