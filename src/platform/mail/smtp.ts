import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'

export type Envelope = {
  from: string
  to: string
  messageId: string
  subject: string
  body: string
  lang: string
  /** Of a letter that was subscribed to: where its reader, or the mail program for them, leaves in one step. */
  leaveUrl?: string | null
}

/**
 * `temporary`: it did not go out, and may later. `permanent`: it will never. `unknown`: the line broke after the server
 * had begun to take the letter, so it may have gone out.
 */
export type Delivery =
  | { kind: 'sent' }
  | { kind: 'temporary'; why: string }
  | { kind: 'permanent'; why: string }
  | { kind: 'unknown'; why: string }

const STEP_MS = 20_000
/** Well below the ten minutes after which a claim is taken for dead. */
const WHOLE_MS = 180_000

/** Hands one letter to the mail server, over a connection of its own. */
export async function deliver(smtpUrl: string, letter: Envelope): Promise<Delivery> {
  let begun = false
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: STEP_MS,
    greetingTimeout: STEP_MS,
    socketTimeout: STEP_MS * 3,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  // The server reads the letter only after it has said yes to everything before; that it begins to is the mark.
  transport.use('stream', (mail, done) => {
    const content = mail.message.createReadStream.bind(mail.message)
    mail.message.createReadStream = () =>
      Readable.from(
        (async function* () {
          begun = true
          yield* content()
        })(),
        { objectMode: false },
      )
    done()
  })
  try {
    await transport.sendMail({ ...messageOf(letter), signal: AbortSignal.timeout(WHOLE_MS) })
    return { kind: 'sent' }
  } catch (error) {
    return judge(error, begun)
  }
}

/**
 * Auto-Submitted: RFC 3834, so that no holiday answer comes back. List-Unsubscribe and its post: RFC 8058, for which both
 * must be under the signature (DKIM) of whoever sends for us.
 */
const messageOf = (letter: Envelope) => ({
  from: letter.from,
  // As an object: words would be read as a list of addresses.
  to: { name: '', address: letter.to },
  subject: letter.subject,
  text: letter.body,
  messageId: letter.messageId,
  headers: {
    'Auto-Submitted': 'auto-generated',
    'Content-Language': letter.lang,
    ...(letter.leaveUrl
      ? { 'List-Unsubscribe': `<${letter.leaveUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
      : {}),
  },
})

/** The commands after which a refusal is about this letter or its recipient, and not about us. */
const ABOUT_THE_LETTER = new Set(['RCPT TO', 'DATA'])

/**
 * What the server's refusal means. RFC 5321, 4.2.1: 4xx may pass later, 5xx will not. Only the code is told: the words
 * of a server often repeat the address.
 */
function judge(error: unknown, begun: boolean): Delivery {
  const { code, command, responseCode } = factsOf(error)
  const why = [responseCode, code, command].filter(Boolean).join(' ')
  if (responseCode === null) return begun ? { kind: 'unknown', why } : { kind: 'temporary', why }
  return responseCode >= 500 && ABOUT_THE_LETTER.has(command) ? { kind: 'permanent', why } : { kind: 'temporary', why }
}

function factsOf(error: unknown): { code: string; command: string; responseCode: number | null } {
  const facts: { code?: unknown; command?: unknown; responseCode?: unknown } =
    typeof error === 'object' && error !== null ? error : {}
  return {
    code: typeof facts.code === 'string' ? facts.code : 'error',
    command: typeof facts.command === 'string' ? facts.command : '',
    responseCode: typeof facts.responseCode === 'number' ? facts.responseCode : null,
  }
}
