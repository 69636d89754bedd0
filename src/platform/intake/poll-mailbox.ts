import { ImapFlow } from 'imapflow'
import type { Services } from '../services.ts'
import { listTakenUids } from './incoming-mail-queries.ts'
import { MAIL_LIMITS } from './incoming-mail-rules.ts'
import type { RawMail } from './read-mail.ts'
import { takeInMail, type TakenMail } from './take-in-mail.ts'

/** Numbers of messages asked for at a time. */
const BATCH = 50

/** A mail server that says nothing for so long is gone; the next minute tries again. */
const SILENCE_MS = 60_000

export type Polled = Partial<Record<TakenMail | 'failed', number>>

/**
 * Takes in everything that lies in the mailbox and was not taken yet. Which messages those are our own table says, by
 * their numbers, not the mailbox's flags: somebody may read a letter there first. A message is marked, or moved to the
 * folder that `move=` names, only after its transaction has committed.
 */
export async function pollMailbox(services: Services, address: string): Promise<Polled> {
  const { folder, moveTo, ...options } = readImapUrl(address)
  const client = new ImapFlow({ ...options, logger: false, disableAutoIdle: true, socketTimeout: SILENCE_MS })
  // Without a listener a broken connection would end the process; the command that waits is refused as well.
  client.on('error', (error: Error) => services.log.warn({ why: error.message }, 'the mailbox was lost'))
  await client.connect()
  const polled: Polled = {}
  try {
    if (moveTo !== null) await client.mailboxCreate(moveTo)
    const lock = await client.getMailboxLock(folder)
    try {
      await takeAll(services, client, { folder, moveTo }, polled)
    } finally {
      lock.release()
    }
    await client.logout()
  } finally {
    client.close()
  }
  return polled
}

type Place = { folder: string; moveTo: string | null }

async function takeAll(services: Services, client: ImapFlow, place: Place, polled: Polled): Promise<void> {
  const opened = client.mailbox
  if (opened === false) throw new Error(`the folder ${place.folder} cannot be opened`)
  const uidValidity = String(opened.uidValidity)
  const mailbox = `${client.host}/${place.folder}`
  const all = (await client.search({ all: true }, { uid: true })) || []
  for (let start = 0; start < all.length; start += BATCH) {
    const uids = all.slice(start, start + BATCH)
    const taken = new Set(await listTakenUids(services.db, mailbox, uidValidity, uids))
    for (const uid of uids) {
      if (!taken.has(uid) && !(await takeOne(services, client, { mailbox, uidValidity, uid }, polled))) continue
      if (place.moveTo !== null) await client.messageMove(String(uid), place.moveTo, { uid: true })
      else if (!taken.has(uid)) await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
    }
  }
}

/** One message that cannot be taken in must not stand before all others: it stays, is told of, and is tried again. */
async function takeOne(
  services: Services,
  client: ImapFlow,
  where: Pick<RawMail, 'mailbox' | 'uidValidity' | 'uid'>,
  polled: Polled,
): Promise<boolean> {
  const count = (what: TakenMail | 'failed') => (polled[what] = (polled[what] ?? 0) + 1)
  const raw = await fetchOne(client, where)
  // Gone in the meantime: somebody moved it.
  if (raw === null) return false
  try {
    for (const what of await takeInMail(services, raw)) count(what)
    return true
  } catch (error) {
    count('failed')
    services.log.error({ uid: where.uid, error: String(error) }, 'a message could not be taken in')
    return false
  }
}

async function fetchOne(
  client: ImapFlow,
  where: Pick<RawMail, 'mailbox' | 'uidValidity' | 'uid'>,
): Promise<RawMail | null> {
  const uid = String(where.uid)
  const facts = await client.fetchOne(uid, { size: true, internalDate: true }, { uid: true })
  if (!facts) return null
  const size = facts.size ?? 0
  const cut = size > MAIL_LIMITS.bytes
  const found = await client.fetchOne(
    uid,
    { source: cut ? { start: 0, maxLength: MAIL_LIMITS.head } : true },
    { uid: true },
  )
  if (!found || !found.source) return null
  const receivedAt = new Date(facts.internalDate ?? 0)
  return { ...where, receivedAt, size, source: new Uint8Array(found.source), cut }
}

type ImapAddress = Place & {
  host: string
  port: number
  secure: boolean
  auth: { user: string; pass: string }
}

/**
 * `imaps://user:password@host/INBOX?move=Kuvend`. The folder is INBOX unless the path names another; without `move` a
 * message stays there and is marked as seen.
 */
export function readImapUrl(address: string): ImapAddress {
  const url = new URL(address)
  const secure = url.protocol === 'imaps:'
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    folder: decodeURIComponent(url.pathname.slice(1)) || 'INBOX',
    moveTo: url.searchParams.get('move') || null,
  }
}
