import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Inset } from '#ui/inset.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { roleName } from '../../role-texts.ts'
import { DeedLayout } from './deed-pages-part.tsx'
import type { DayParts } from './people-form.ts'
import { textsIn } from './people-texts.ts'
import { peopleUrls } from './people-urls.ts'
import type { PlaceView } from './people-view.ts'
import type { ShownRole } from './person-view.ts'
import { BodyAndSpan, DayField, PlaceSwitch, type SpanTyped } from './place-part.tsx'

type Person = { id: string; name: string }

type GiveProps = {
  page: PageContext
  person: Person
  place: PlaceView
  typed: SpanTyped & { role: string; formId: string }
  errors?: FieldErrors
}

export const GiveRolePage = ({ page, person, place, typed, errors = {} }: GiveProps) => {
  const { lang } = page
  const t = textsIn(lang)
  return (
    <DeedLayout page={page} person={person} title={t.role.title} errors={errors}>
      <PlaceSwitch lang={lang} place={place} action={peopleUrls.newRole(person.id)} />
      {place.institution && (
        <p>
          <strong>{place.institution.name}</strong>
        </p>
      )}
      {place.two && <Inset>{t.invite.two}</Inset>}
      <form method="post" action={inLanguage(lang, peopleUrls.newRole(person.id))} novalidate data-submit-once>
        <input type="hidden" name="dergesa" value={typed.formId} />
        <input type="hidden" name="institucioni" value={place.institution?.id ?? 'sistemi'} />
        <SelectField
          name="roli"
          label={t.role.role}
          value={typed.role}
          error={errors.roli}
          options={[
            { value: '', label: '–' },
            ...place.roles.map((role) => ({ value: role, label: roleName(lang, role, place.institution) })),
          ]}
        />
        <BodyAndSpan lang={lang} place={place} typed={typed} errors={errors} />
        <Button>{t.role.submit}</Button>
      </form>
    </DeedLayout>
  )
}

type EndProps = { page: PageContext; person: Person; role: ShownRole; typed: DayParts; errors?: FieldErrors }

export const EndRolePage = ({ page, person, role, typed, errors = {} }: EndProps) => {
  const { lang } = page
  const t = textsIn(lang).role
  const name = roleName(lang, role.role, role.jurisdiction && { jurisdiction: role.jurisdiction })
  return (
    <DeedLayout page={page} person={person} title={t.endTitle} errors={errors}>
      <p>{t.endLead([name, role.institution].filter(Boolean).join(', '))}</p>
      <form method="post" action={inLanguage(lang, peopleUrls.endRole(person.id, role.id))} novalidate data-submit-once>
        <DayField lang={lang} name="deri" legend={t.endAt} hint={t.endHint} value={typed} error={errors.deri} />
        <Button kind="warning">{t.endSubmit}</Button>
      </form>
    </DeedLayout>
  )
}
