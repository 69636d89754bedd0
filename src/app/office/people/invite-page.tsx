import type { Role } from '#platform/auth/visitor.ts'
import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { PersonWords } from './people-form.ts'
import { textsIn } from './people-texts.ts'
import { peopleUrls } from './people-urls.ts'
import type { PlaceView } from './people-view.ts'
import { BodyAndSpan, PlaceSwitch, RoleBoxes, type SpanTyped } from './place-part.tsx'

export type InviteTyped = PersonWords & SpanTyped & { formId: string; roles: readonly Role[] }

type Props = {
  page: PageContext
  place: PlaceView
  typed: InviteTyped
  days: number
  errors?: FieldErrors
  /** Whose ended account the address has. */
  ended?: string | null
}

export const InvitePage = ({ page, place, typed, days, errors = {}, ended = null }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  return (
    <Layout
      page={page}
      title={t.invite.title}
      office
      error={Object.keys(errors).length > 0}
      robots="noindex"
      back={{ href: inLanguage(lang, peopleUrls.list()), label: t.back }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.invite.title}</h1>
      <p>{t.invite.lead(days)}</p>
      <PlaceSwitch lang={lang} place={place} action={peopleUrls.invite()} />
      {place.institution && (
        <p>
          <strong>{place.institution.name}</strong>
        </p>
      )}
      {place.two && <Inset>{t.invite.two}</Inset>}
      <form method="post" action={inLanguage(lang, peopleUrls.invite())} novalidate data-submit-once>
        <input type="hidden" name="dergesa" value={typed.formId} />
        <input type="hidden" name="institucioni" value={place.institution?.id ?? 'sistemi'} />
        <TextField name="emri" label={t.invite.name} value={typed.name} error={errors.emri} width="two-thirds" />
        <TextField
          name="email"
          type="email"
          label={t.invite.email}
          hint={t.invite.emailHint}
          value={typed.email}
          error={errors.email}
          width="two-thirds"
        />
        {ended !== null && <CheckboxField name="i-njejti" label={t.invite.same(ended)} />}
        <TextField
          name="detyra"
          label={t.invite.post}
          hint={t.invite.postHint}
          value={typed.post}
          error={errors.detyra}
          width="two-thirds"
        />
        <RoleBoxes lang={lang} place={place} chosen={typed.roles} error={errors.roli} />
        <BodyAndSpan lang={lang} place={place} typed={typed} errors={errors} />
        <Button>{t.invite.submit}</Button>
      </form>
    </Layout>
  )
}
