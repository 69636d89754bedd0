/** Where passkeys are at home: a name of our own (WebAuthn: "relying party id") and the origins under it. */
export type RelyingParty = { id: string; origins: readonly string[] }

/** WebAuthn knows names, never numbers: at `http://127.0.0.1` there are no passkeys, at `http://localhost` there are. */
export function relyingPartyOf(settings: { url: string; origins: readonly string[] }): RelyingParty | null {
  const places = [...new Set([settings.url, ...settings.origins])].map((origin) => new URL(origin))
  const home = places.find(({ hostname }) => !isNumber(hostname))
  if (!home) return null
  const { hostname: id } = home
  return { id, origins: places.filter(({ hostname }) => hostname === id).map(({ origin }) => origin) }
}

const isNumber = (host: string): boolean => host.startsWith('[') || /^\d+(\.\d+){3}$/.test(host)

/** WebAuthn, 7.2: a count that does not grow says that there is a copy of the key. Keys that do not count stay at zero. */
export const counterWentBack = (known: number, shown: number): boolean => (known > 0 || shown > 0) && shown <= known

/** Somebody with one passkey in each device, and some to spare. */
export const MOST_PASSKEYS = 12
export const PASSKEY_NAME_LENGTH = 60

export type PasskeyRemoval = 'last-factor' | null

/** With the last one gone a mailed code could set up the next factor, and the mailbox alone would be enough. */
export const refusalToRemovePasskey = (others: number, hasTotp: boolean): PasskeyRemoval =>
  others === 0 && !hasTotp ? 'last-factor' : null

const KNOWN_TRANSPORTS = ['usb', 'nfc', 'ble', 'smart-card', 'hybrid', 'internal', 'cable'] as const
export type Transport = (typeof KNOWN_TRANSPORTS)[number]

/** What a browser says of the way to a key; words that we do not know are left out. */
export const transportsOf = (words: readonly string[] = []): Transport[] =>
  KNOWN_TRANSPORTS.filter((one) => words.includes(one))
