import { createHmac, timingSafeEqual } from 'node:crypto'
import { keyFor } from '../auth/sealed.ts'
import type { Settings } from '../settings/settings.ts'
import type { Pace } from './follow-rules.ts'

/**
 * What a link in a letter allows, signed by us: nothing of it is stored, so that the links of a hundred thousand letters
 * cost no row, and a stolen table opens none.
 */
export type FollowLink =
  /** Confirms one following. */
  | { kind: 'confirm'; follow: string }
  /** Ends some followings, or, of more than fit, all of a pace. */
  | { kind: 'leave'; follows: readonly string[] }
  | { kind: 'leave-pace'; contact: string; pace: Pace }
  /** Opens the page of an address. The number ends older links. */
  | { kind: 'own'; contact: string; epoch: number }

const SIGNATURE_BYTES = 16
/** More would make the address of the link too long for some mail programs. */
const MOST_IN_LINK = 8
const KINDS = { confirm: 1, leave: 2, 'leave-pace': 3, own: 4 } as const
const PACE_BYTES: readonly Pace[] = ['at-once', 'daily', 'weekly']

type Keyed = { key: Buffer }

/** Made once for a thousand letters. */
export const linkKey = (settings: Pick<Settings, 'secret'>): Keyed => ({ key: keyFor(settings, 'following') })

export function writeLink({ key }: Keyed, link: FollowLink): string {
  const body = bytesOf(link)
  return Buffer.concat([body, sign(key, body)]).toString('base64url')
}

/** Leaves what a letter was about. */
export const leaveLink = (contact: string, follows: readonly string[], pace: Pace): FollowLink =>
  follows.length <= MOST_IN_LINK ? { kind: 'leave', follows } : { kind: 'leave-pace', contact, pace }

/** Null when somebody made it up, or it lost a letter on its way. */
export function readLink(settings: Pick<Settings, 'secret'>, token: string): FollowLink | null {
  if (!/^[A-Za-z0-9_-]{20,200}$/.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  const body = bytes.subarray(0, -SIGNATURE_BYTES)
  const given = bytes.subarray(-SIGNATURE_BYTES)
  // One link has one spelling: of the last letter some bits are not read.
  if (bytes.length <= SIGNATURE_BYTES || bytes.toString('base64url') !== token) return null
  return timingSafeEqual(given, sign(linkKey(settings).key, body)) ? linkOf(body) : null
}

const sign = (key: Buffer, body: Uint8Array): Buffer =>
  createHmac('sha256', key).update(body).digest().subarray(0, SIGNATURE_BYTES)

function bytesOf(link: FollowLink): Buffer {
  const kind = Buffer.from([KINDS[link.kind]])
  switch (link.kind) {
    case 'confirm':
      return Buffer.concat([kind, idBytes(link.follow)])
    case 'leave':
      return Buffer.concat([kind, ...link.follows.map(idBytes)])
    case 'leave-pace':
      return Buffer.concat([kind, idBytes(link.contact), Buffer.from([PACE_BYTES.indexOf(link.pace)])])
    case 'own': {
      const epoch = Buffer.alloc(4)
      epoch.writeUInt32BE(link.epoch)
      return Buffer.concat([kind, idBytes(link.contact), epoch])
    }
  }
}

/** Its signature was ours: its shape is one of these. */
function linkOf(body: Buffer): FollowLink | null {
  const first = idIn(body, 0)
  switch (body[0]) {
    case KINDS.confirm:
      return { kind: 'confirm', follow: first }
    case KINDS.leave:
      return { kind: 'leave', follows: Array.from({ length: (body.length - 1) / 16 }, (_, n) => idIn(body, n)) }
    case KINDS['leave-pace']: {
      const pace = PACE_BYTES[body[17] ?? -1]
      return pace ? { kind: 'leave-pace', contact: first, pace } : null
    }
    case KINDS.own:
      return { kind: 'own', contact: first, epoch: body.readUInt32BE(17) }
    default:
      return null
  }
}

const idBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')

function idIn(body: Buffer, n: number): string {
  const hex = body.subarray(1 + n * 16, 17 + n * 16).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
