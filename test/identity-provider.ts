import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** Somebody whom the provider knows. */
export type KnownPerson = { sub: string; email?: string; verified?: boolean; name?: string }

export type IdentityProvider = {
  issuer: string
  clientId: string
  clientSecret: string
  /** Follows from our address at the provider through its forms, as a browser of its own; gives where it sends back to. */
  pass(url: string, person: string, options?: { acr?: string; refuse?: boolean }): Promise<string>
  stop(): Promise<void>
}

const CLIENT = { id: 'kuvend', secret: 'a secret of the client, for tests alone' }

/** A real provider of OpenID Connect on a port of its own, with forms to sign in and to consent. */
export async function startIdentityProvider(
  redirectUris: readonly string[],
  people: readonly KnownPerson[],
): Promise<IdentityProvider> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = providerOf(issuer, redirectUris, people)
  const answer = provider.callback()
  server.on('request', (request, response) => {
    const ours = request.url?.startsWith('/interaction/') ?? false
    const answered = ours ? interact(provider, request, response) : answer(request, response)
    answered.catch((error: unknown) => {
      response.statusCode = 500
      response.end(String(error))
    })
  })
  return {
    issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    pass: (url, person, options) => passThrough(url, issuer, person, options ?? {}),
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const ACRS = ['urn:prove:low', 'urn:prove:substantial', 'urn:prove:high', 'urn:prove:other']

function providerOf(issuer: string, redirectUris: readonly string[], people: readonly KnownPerson[]): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [...redirectUris],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    findAccount: (_context, sub) => {
      const person = people.find((one) => one.sub === sub)
      if (!person) return undefined
      const { email, verified = true, name } = person
      return { accountId: sub, claims: () => ({ sub, email, email_verified: verified, name }) }
    },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    acrValues: ACRS,
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['a key of the test'] },
    pkce: { required: () => true },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
  })
}

/** GET shows the form that is due, POST takes it. */
async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { prompt, session, params, grantId } = await provider.interactionDetails(request, response)
  if (request.method === 'GET') {
    response.setHeader('content-type', 'text/html')
    response.end(`<form method="post" action="${request.url}" data-prompt="${prompt.name}"></form>`)
    return
  }
  const form = new URLSearchParams(await bodyOf(request))
  if (form.get('refuse')) {
    const error = { error: 'access_denied', error_description: 'The person said no.' }
    return provider.interactionFinished(request, response, error, { mergeWithLastSubmission: false })
  }
  if (prompt.name === 'login') {
    const login = { accountId: form.get('login') ?? '', acr: form.get('acr') ?? '' }
    return provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false })
  }
  const known = grantId ? await provider.Grant.find(grantId) : undefined
  const grant =
    known ?? new provider.Grant({ accountId: session?.accountId ?? '', clientId: String(params['client_id']) })
  grant.addOIDCScope(String(params['scope']))
  const consent = { grantId: await grant.save() }
  return provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true })
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const part of request) body += String(part)
  return body
}

async function passThrough(
  url: string,
  issuer: string,
  person: string,
  { acr = '', refuse = false }: { acr?: string; refuse?: boolean },
): Promise<string> {
  const cookies = new Map<string, string>()
  const fields = new URLSearchParams({ login: person, acr, ...(refuse && { refuse: 'yes' }) })
  let next = { url, init: {} as RequestInit }
  for (let step = 0; step < 15; step++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(next.url, { ...next.init, redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location) {
      const to = new URL(location, next.url)
      if (to.origin !== issuer) return to.pathname + to.search
      next = { url: to.href, init: {} }
      continue
    }
    const action = /<form method="post" action="([^"]+)"/.exec(await answer.text())?.[1]
    if (!action) throw new Error(`the provider answered ${answer.status}`)
    next = { url: new URL(action, next.url).href, init: { method: 'POST', body: fields } }
  }
  throw new Error('the provider sends round in a circle')
}
