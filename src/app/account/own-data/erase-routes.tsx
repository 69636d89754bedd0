import type { Citizen } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { askToErase, eraseOwnData } from '#platform/own-data/erase-contact.ts'
import { Refused } from '#platform/http/refused.ts'
import type { Services } from '#platform/services.ts'
import { forgetSession, toSignIn } from '../account-context.ts'
import { ErasedPage, ErasePage } from './erase-page.tsx'
import { viewWhatStays } from './erase-view.ts'
import { readEraseForm } from './own-data-form.ts'
import { ownDataPageTexts } from './texts.ts'
import { ownDataUrls } from './urls.ts'

type House = { services: Services; doors: readonly Door[] }

/** Erasing all that is one's own: told what goes and stays, asked for a code, done at once. */
export function eraseRoutes(app: WebApp, house: House): void {
  app.get(ownDataUrls.erase(), (c) => {
    const visitor = c.get('visitor')
    if (visitor === null) return toSignIn(c)
    return erasePage(c, house.services, citizenOf(c), { asked: c.req.query('kodi') === 'derguar' })
  })

  app.post(ownDataUrls.eraseCode(), async (c) => {
    const citizen = citizenOf(c)
    if ((await askToErase(house.services, citizen)) === 'sent')
      return redirect(c, `${ownDataUrls.erase()}?kodi=derguar`)
    const errors = { kodi: ownDataPageTexts(c.get('lang')).errors.tooMany }
    return erasePage(c, house.services, citizen, { asked: true, errors, status: 429 })
  })

  app.post(ownDataUrls.erase(), async (c) => {
    const texts = ownDataPageTexts(c.get('lang'))
    const form = await readForm(c)
    // The same form once more, after it has done its work: nobody is signed in, and nothing is left.
    if (c.get('visitor') === null) return redirect(c, ownDataUrls.erased())
    const citizen = citizenOf(c)
    const read = readEraseForm(form, texts)
    if (!read.ok) return erasePage(c, house.services, citizen, { ...read, asked: true, status: 422 })
    const outcome = await eraseOwnData(house.services, house.doors, citizen, read.value)
    if (outcome.kind === 'wrong-code') {
      const again = { typed: { konfirmimi: 'po' }, errors: { kodi: texts.errors.wrongCode } }
      return erasePage(c, house.services, citizen, { ...again, asked: true, status: 422 })
    }
    forgetSession(c, house.services)
    return redirect(c, ownDataUrls.erased())
  })

  app.get(ownDataUrls.erased(), (c) => html(c, <ErasedPage page={pageOf(c, house.services, null)} />))
}

function citizenOf(c: WebContext): Citizen {
  const visitor = c.get('visitor')
  if (visitor === null) throw new Refused(401, 'not-signed-in')
  if (visitor.kind !== 'citizen') throw new Refused(403, 'not-permitted')
  return visitor
}

type Again = { asked: boolean; typed?: Typed; errors?: FieldErrors; status?: number }

async function erasePage(c: WebContext, services: Services, citizen: Citizen, again: Again): Promise<Response> {
  const { asked, typed = {}, errors = {}, status = 200 } = again
  const { legalLetters } = await viewWhatStays(services, citizen.email)
  const page = pageOf(c, services, null)
  return html(
    c,
    <ErasePage
      page={page}
      email={citizen.email}
      legalLetters={legalLetters}
      asked={asked}
      typed={typed}
      errors={errors}
    />,
    { status },
  )
}
