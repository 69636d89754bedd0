import type { PageContext } from '#platform/http/page-context.ts'
import { TEMPLATE_FIELDS } from '#platform/letters/template-rules.ts'
import { Details } from '#ui/details.tsx'
import { textsIn } from './letters-texts.ts'

/** Which fields there are, for whoever writes a letter or a template. */
export const FieldHelp = ({ page: { lang } }: { page: PageContext }) => {
  const t = textsIn(lang)
  return (
    <Details summary={t.form.fieldsTitle}>
      <p>{t.form.fieldsLead}</p>
      <dl class="kv-fields">
        {TEMPLATE_FIELDS.map((field) => (
          <div>
            <dt>
              <code>{`{{${field}}}`}</code>
            </dt>
            <dd>{t.fields[field]}</dd>
          </div>
        ))}
      </dl>
    </Details>
  )
}
