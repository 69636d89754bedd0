import type { Door } from '#platform/door.ts'
import { textField } from '#platform/http/form.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import { sendLinks } from '#platform/own-data/send-links.ts'
import type { Services } from '#platform/services.ts'
import { LinksSentPage, LostLinksPage } from './lost-links-page.tsx'
import { readAddressForm } from './own-data-form.ts'
import { ownDataPageTexts } from './texts.ts'
import { ownDataUrls } from './urls.ts'

/** Nobody who asks is told whether an address is known. */
export function lostLinksRoutes(app: WebApp, house: { services: Services; doors: readonly Door[] }): void {
  const { services, doors } = house
  app.get(ownDataUrls.lostLinks(), (c) => {
    const page = pageOf(c, services, null)
    if (c.req.query('u') === 'derguar') return html(c, <LinksSentPage page={page} />)
    return html(c, <LostLinksPage page={page} typed="" errors={{}} />, { cache: 'public' })
  })

  app.post(ownDataUrls.lostLinks(), async (c) => {
    const texts = ownDataPageTexts(c.get('lang'))
    const form = await readForm(c)
    const read = readAddressForm(form, texts)
    const again = (errors: Record<string, string>, status: number) =>
      html(c, <LostLinksPage page={pageOf(c, services, null)} typed={textField(form, 'adresa')} errors={errors} />, {
        status,
      })
    if (!read.ok) return again(read.errors, 422)
    const outcome = await sendLinks(services, doors, read.value, c.get('address'))
    if (outcome === 'too-many') return again({ adresa: texts.lost.tooMany }, 429)
    return redirect(c, `${ownDataUrls.lostLinks()}?u=derguar`)
  })
}
