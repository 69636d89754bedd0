import { doneWords } from '#platform/http/done-words.ts'
import { html, pageOf } from '#platform/http/render.ts'
import type { WebContext } from '#platform/http/web-context.ts'
import { editingOf, type Editing } from './editing-context.ts'
import { editingTexts } from './editing-texts.ts'
import { viewOutline } from './editing-view.ts'
import { OutlinePage } from './outline-page.tsx'

/** `error`: why the deed before was not done. */
export async function outlinePage(
  c: WebContext,
  editing: Editing,
  again: { status: number; error: string } | null = null,
): Promise<Response> {
  const t = editingTexts(c.get('lang'))
  const view = await viewOutline(editing.services, await editingOf(c, editing))
  const words = { ...t.done, undone: t.undoneDone, renumbered: t.renumber.done, saved: t.unit.saved }
  const page = pageOf(c, editing.services, null)
  return html(
    c,
    <OutlinePage
      page={page}
      view={view}
      status={again ? null : doneWords(words, c.req.query('u'))}
      errors={again ? { skica: again.error } : {}}
    />,
    { status: again?.status ?? 200 },
  )
}
