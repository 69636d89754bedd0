import { z } from 'zod'
import { transportsOf, type Transport } from './passkey-rules.ts'

/** No key says more: attestation is not asked for. */
const LONGEST = 20_000

const base64url = z.string().regex(/^[A-Za-z0-9_-]{1,16000}$/)

const created = z.object({
  id: base64url,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(40)).max(12).optional(),
  }),
})

const shown = z.object({
  id: base64url,
  response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
})

type Whole<Response> = {
  id: string
  rawId: string
  type: 'public-key'
  clientExtensionResults: Record<string, never>
  response: Response
}

export type CreatedKey = Whole<{ clientDataJSON: string; attestationObject: string; transports: Transport[] }>
export type ShownKey = Whole<{ clientDataJSON: string; authenticatorData: string; signature: string }>

/** What the browser's script put into the form when a passkey was made; null when it is nothing of the kind. */
export function readCreatedKey(words: string): CreatedKey | null {
  const read = created.safeParse(jsonOf(words))
  if (!read.success) return null
  const { clientDataJSON, attestationObject, transports } = read.data.response
  return whole(read.data.id, { clientDataJSON, attestationObject, transports: transportsOf(transports) })
}

/** The same when one was shown. */
export function readShownKey(words: string): ShownKey | null {
  const read = shown.safeParse(jsonOf(words))
  return read.success ? whole(read.data.id, read.data.response) : null
}

const whole = <Response>(id: string, response: Response): Whole<Response> => ({
  id,
  rawId: id,
  type: 'public-key',
  clientExtensionResults: {},
  response,
})

function jsonOf(words: string): unknown {
  if (words.length > LONGEST) return null
  try {
    return JSON.parse(words)
  } catch {
    return null
  }
}
