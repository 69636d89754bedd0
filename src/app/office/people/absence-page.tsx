import type { PageContext } from '#platform/http/page-context.ts'
import type { Child } from 'hono/jsx'
import type { FieldErrors } from '#platform/http/form.ts'
import { DeedLayout } from './deed-pages-part.tsx'
import { textsIn } from './people-texts.ts'

type Props = { page: PageContext; person: { id: string; name: string }; errors: FieldErrors; children?: Child }

export const AbsencePage = ({ page, person, errors, children }: Props) => (
  <DeedLayout page={page} person={person} title={textsIn(page.lang).absence.title} errors={errors}>
    <p>{textsIn(page.lang).absence.lead}</p>
    {children}
  </DeedLayout>
)
