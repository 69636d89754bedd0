import { notFound } from '#platform/http/refused.ts'
import { redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import type { TextHolder } from '#platform/texts/text-holder.ts'
import { VERSION_FILES, versionUrls } from '#platform/texts/version-address-rules.ts'
import { ELI_LANGUAGES } from './eli-rules.ts'
import { viewByNumber } from './eli-view.ts'
import { versionOf } from './record-view.ts'

const RECORD = '/eli/:jurisdiction/:institution/:type/:year{[0-9]{4}}/:number{[0-9]{1,9}}'

/** The European addresses of texts: to where a record, a version or a file of it is read here. */
export function eliRoutes(app: WebApp, services: Services, holders: readonly TextHolder[]): void {
  for (const path of [
    '',
    '/:version{[0-9]{1,6}}',
    '/:version{[0-9]{1,6}}/:lang',
    '/:version{[0-9]{1,6}}/:lang/:format',
  ]) {
    app.get(RECORD + path, async (c) => {
      const to = await targetOf(c, services, holders)
      if (to === null) throw notFound()
      return redirect(c, to)
    })
  }
}

async function targetOf(c: WebContext, services: Services, holders: readonly TextHolder[]): Promise<string | null> {
  const asked = (name: string) => c.req.param(name)
  const found = await viewByNumber(services, holders, {
    lang: c.get('lang'),
    jurisdiction: asked('jurisdiction') ?? '',
    institution: asked('institution') ?? '',
    type: asked('type') ?? '',
    year: Number(asked('year')),
    number: Number(asked('number')),
  })
  const n = asked('version')
  if (!found || n === undefined) return found && found.address
  const { view } = found
  if (!view) return null
  const version = versionOf(view, Number(n))
  const lang = asked('lang')
  if (!version || (lang !== undefined && lang !== ELI_LANGUAGES[version.lang])) return null
  const format = asked('format') ?? 'html'
  const file = VERSION_FILES.find((one) => one === format)
  if (file) return versionUrls.file(view.address, version.n, file)
  return format === 'html' ? versionUrls.one(view.address, version.n) : null
}
