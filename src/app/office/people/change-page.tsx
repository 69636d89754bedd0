import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { DeedLayout } from './deed-pages-part.tsx'
import type { PersonWords } from './people-form.ts'
import { textsIn } from './people-texts.ts'
import { peopleUrls } from './people-urls.ts'

type Props = {
  page: PageContext
  person: { id: string; name: string; post: string | null }
  typed: PersonWords
  errors?: FieldErrors
}

/** Name and post at once, the address once its new mailbox confirms it. */
export const ChangePage = ({ page, person, typed, errors = {} }: Props) => {
  const t = textsIn(page.lang).change
  return (
    <DeedLayout page={page} person={person} title={t.title} errors={errors}>
      <p>{t.lead}</p>
      <form method="post" action={inLanguage(page.lang, peopleUrls.change(person.id))} novalidate data-submit-once>
        <input type="hidden" name="emri-para" value={person.name} />
        <input type="hidden" name="detyra-para" value={person.post ?? ''} />
        <TextField name="emri" label={t.name} value={typed.name} error={errors.emri} width="two-thirds" />
        <TextField name="detyra" label={t.post} value={typed.post} error={errors.detyra} width="two-thirds" />
        <TextField
          name="email"
          type="email"
          label={t.email}
          value={typed.email}
          error={errors.email}
          width="two-thirds"
        />
        <Button>{t.submit}</Button>
      </form>
    </DeedLayout>
  )
}
