import { officeRoute } from '#platform/auth/official-gate.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField } from '#platform/http/form.ts'
import { Refused } from '#platform/http/refused.ts'
import { readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { beginWrittenText } from '#platform/texts/editing/begin-written-text.ts'
import { undoEdit } from '#platform/texts/editing/undo-edit.ts'
import type { TextHolder } from '#platform/texts/text-holder.ts'
import { addRoutes } from './add-routes.tsx'
import { refuse, uuidOf } from '../text-context.ts'
import type { Editing } from './editing-context.ts'
import { editingTexts } from './editing-texts.ts'
import { editingUrls, rowAnchor } from './editing-urls.ts'
import { numbersRoutes } from './numbers-routes.tsx'
import { outlinePage } from './outline-routes.tsx'
import { unitDeedRoutes } from './unit-deed-routes.tsx'
import { unitRoutes } from './unit-routes.tsx'

/** Editing the draft of a text: its outline, one part, renumbering. */
export function editingRoutes(app: WebApp, services: Services, holders: readonly TextHolder[]): void {
  for (const holder of holders) {
    officeRoute(app, 'GET', editingUrls.outline(holder, ':id'), holder.readers, (c, official) =>
      outlinePage(c, { services, holder, official }),
    )
    officeRoute(app, 'POST', editingUrls.outline(holder, ':id'), holder.writers, async (c, official) => {
      await readForm(c)
      const outcome = await beginWrittenText(services, holder, official, uuidOf(c, 'id'))
      if (outcome.kind !== 'begun' && outcome.kind !== 'begun-before') return refuse(outcome)
      return redirect(c, `${editingUrls.outline(holder, uuidOf(c, 'id'))}?u=begun`)
    })
    officeRoute(app, 'POST', editingUrls.undo(holder, ':id'), holder.writers, (c, official) =>
      undo(c, { services, holder, official }),
    )
    // Before the routes of one part, whose address would take these names for a part.
    addRoutes(app, services, holder)
    numbersRoutes(app, services, holder)
    unitRoutes(app, services, holder)
    unitDeedRoutes(app, services, holder)
  }
}

async function undo(c: WebContext, editing: Editing): Promise<Response> {
  const { services, holder, official } = editing
  const editId = textField(await readForm(c), 'redaktimi')
  if (!isUuid(editId)) throw new Refused(422, 'unreadable-form')
  const outcome = await undoEdit(services, holder, official, { id: uuidOf(c, 'id'), editId })
  switch (outcome.kind) {
    case 'undone': {
      const at = outcome.focus ? `#${rowAnchor(outcome.focus)}` : ''
      return redirect(c, `${editingUrls.outline(holder, uuidOf(c, 'id'))}?u=undone${at}`)
    }
    case 'not-the-last':
    case 'changed-meanwhile':
      return outlinePage(c, editing, { status: 409, error: editingTexts(c.get('lang')).errors.undoLate })
    default:
      return refuse(outcome)
  }
}
