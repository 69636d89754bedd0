import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import type { Services } from '../services.ts'
import { newBrowserToken } from './passkey-challenges.ts'
import { passkeyToShow } from './passkey-sign-in.ts'
import { addPasskey, passkeyToMake } from './passkeys.ts'
import type { StaffMember } from './visitor.ts'

/** WebAuthn, 6.1: user present, user verified, attested data included. */
const PRESENT = 0x01
const VERIFIED = 0x04
const ATTESTED = 0x40

type Shown = { verified?: boolean; counter?: number; origin?: string; place?: string }

/** A key as it lies in a drawer: a real key pair that signs what WebAuthn says, without a browser around it. */
export class TestKey {
  readonly id = randomBytes(16).toString('base64url')
  private readonly pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  private readonly defaults: Required<Pick<Shown, 'origin' | 'place'>>

  constructor(services: Services) {
    const origin = services.settings.origins[0] ?? ''
    this.defaults = { origin, place: new URL(origin).hostname }
  }

  /** What the browser sends when the key was made. */
  made(challenge: string, shown: Shown = {}): string {
    const { origin, place } = { ...this.defaults, ...shown }
    const data = this.authData(place, ATTESTED, shown)
    const id = Buffer.from(this.id, 'base64url')
    const attested = Buffer.concat([data, Buffer.alloc(16), twoBytes(id.length), id, this.coseKey()])
    // CBOR: {fmt: "none", attStmt: {}, authData: …}
    const attestation = Buffer.concat([
      Buffer.from([0xa3, 0x63, ...Buffer.from('fmt'), 0x64, ...Buffer.from('none')]),
      Buffer.from([0x67, ...Buffer.from('attStmt'), 0xa0, 0x68, ...Buffer.from('authData'), 0x59]),
      twoBytes(attested.length),
      attested,
    ])
    const clientDataJSON = clientData('webauthn.create', challenge, origin).toString('base64url')
    const response = { clientDataJSON, attestationObject: attestation.toString('base64url'), transports: ['internal'] }
    return JSON.stringify({ id: this.id, rawId: this.id, type: 'public-key', response, clientExtensionResults: {} })
  }

  /** What the browser sends when the key was shown. */
  shown(challenge: string, shown: Shown = {}): string {
    const { origin, place } = { ...this.defaults, ...shown }
    const data = this.authData(place, 0, shown)
    const client = clientData('webauthn.get', challenge, origin)
    const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
    const response = {
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: createSign('sha256').update(signed).sign(this.pair.privateKey).toString('base64url'),
    }
    return JSON.stringify({ id: this.id, rawId: this.id, type: 'public-key', response, clientExtensionResults: {} })
  }

  private authData(place: string, flags: number, { verified = true, counter = 0 }: Shown): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    const all = PRESENT | (verified ? VERIFIED : 0) | flags
    return Buffer.concat([createHash('sha256').update(place).digest(), Buffer.from([all]), count])
  }

  /** RFC 9053, 7.1.1: a key of the curve P-256. */
  private coseKey(): Buffer {
    const { x = '', y = '' } = this.pair.publicKey.export({ format: 'jwk' })
    const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20])
    const [left, right] = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]
    return Buffer.concat([head, left, Buffer.from([0x22, 0x58, 0x20]), right])
  }
}

const twoBytes = (length: number): Buffer => Buffer.from([length >> 8, length & 0xff])
const clientData = (type: string, challenge: string, origin: string): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

/** A key that somebody has added; the session may stand at level 1 when it is the first factor. */
export async function givenPasskey(
  services: Services,
  staff: StaffMember,
  key = new TestKey(services),
): Promise<TestKey> {
  const browser = newBrowserToken()
  const options = await passkeyToMake(services, staff, browser)
  const made = key.made(options?.challenge ?? '')
  const outcome = await addPasskey(services, staff, { browser, made, name: 'Çelësi prove', lang: 'sq' })
  if (outcome.kind !== 'added') throw new Error(outcome.reason)
  return key
}

/** What a browser was asked to have signed. */
export async function challengeFor(
  services: Services,
  staff: StaffMember | null,
  purpose: 'sign-in' | 'second-factor' | 'confirm',
  browser: string,
): Promise<string> {
  const options = await passkeyToShow(services, staff, { purpose, browser, address: '192.0.2.1' })
  return options?.challenge ?? ''
}
