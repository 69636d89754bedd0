import { demonstrationPeople } from '#platform/auth/demonstration.ts'
import { listProviders } from '#platform/auth/oidc-queries.ts'
import type { FieldErrors } from '#platform/http/form.ts'
import { html, pageOf } from '#platform/http/render.ts'
import type { WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { passkeyPlace } from './passkey-view.ts'
import { SignInPage } from './sign-in-page.tsx'

type Filled = { returnPath: string | null; email?: string; errors?: FieldErrors; status?: number }

/** Every way in that this installation has, on one page. */
export async function signInPage(
  c: WebContext,
  services: Services,
  { status = 200, ...filled }: Filled,
): Promise<Response> {
  const visitor = c.get('visitor')
  const [people, providers] = await Promise.all([
    demonstrationPeople(services, c.get('lang')),
    listProviders(services.db),
  ])
  const already = visitor?.kind === 'citizen' ? visitor.email : null
  const ways = { people, already, providers, passkeyPlace: passkeyPlace(services) }
  return html(c, <SignInPage page={pageOf(c, services, null)} {...ways} {...filled} />, { status })
}
