import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { textsIn } from '../texts.ts'
import type { EffectsOfficeView } from './office-view.ts'
import { Said } from './said-part.tsx'
import { effectUrls } from './urls.ts'

type Props = { lang: Lang; view: EffectsOfficeView; errors: FieldErrors; typed: Typed }

/** An answer that nobody proposes is found by its code, and linked with a place by hand. */
export const ByCode = ({ lang, view, errors, typed }: Props) => {
  const t = textsIn(lang).effects.office
  const { record, version, asked } = view
  return (
    <section aria-labelledby="sipas-kodit">
      <h2 class="govuk-heading-m" id="sipas-kodit">
        {t.searchTitle}
      </h2>
      <form method="get" action={inLanguage(lang, effectUrls.office(record.id))}>
        <input type="hidden" name="versioni" value={String(version?.n ?? '')} />
        <TextField
          name="kodi"
          label={t.code}
          hint={t.searchHint}
          value={asked.code}
          error={asked.code !== '' && view.found === null ? t.notFound : undefined}
        />
        <Button kind="secondary">{t.search}</Button>
      </form>
      <Found lang={lang} view={view} errors={errors} typed={typed} />
    </section>
  )
}

const Found = ({ lang, view, errors, typed }: Props) => {
  const t = textsIn(lang).effects.office
  const { record, version, found, choices } = view
  if (!found) return null
  if (!view.linkable) return <p class="govuk-body">{t.notLinkable}</p>
  return (
    <form method="post" action={inLanguage(lang, effectUrls.link(record.id))} novalidate data-submit-once>
      <input type="hidden" name="dergesa" value={view.formId} />
      <input type="hidden" name="numri" value={String(version?.n ?? '')} />
      <input type="hidden" name="versioni" value={version?.id} />
      <input type="hidden" name="pergjigjja" value={found.id} />
      <input type="hidden" name="kodi" value={found.code} />
      <p class="govuk-body">
        {textsIn(lang).effects.answer(found.code)}: <Said lang={lang} line={found} />
      </p>
      <SelectField
        name="vendi"
        label={t.place}
        value={typed.vendi ?? ''}
        error={errors.vendi}
        options={[{ value: '', label: t.choosePlace }, ...choices]}
      />
      <Button>{t.link}</Button>
    </form>
  )
}
