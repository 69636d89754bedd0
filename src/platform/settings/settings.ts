/** What the platform needs to know of the installation. Read from the environment in `app/config.ts` alone. */
export type Settings = {
  /** Public address without a slash at the end: `https://kuvend.example`. Every origin check compares with it. */
  url: string
  /** Further origins that are the same place: on a loopback address both `localhost` and `127.0.0.1`. */
  origins: readonly string[]
  /** Demonstration people, mailbox page and notices. */
  demo: boolean
  /** Key of the digests that must not be computable outside: rate limits, tokens. At least 32 bytes. */
  secret: Uint8Array
  /** Seed of the Ed25519 key with which the ledger is signed, 32 bytes. Used by workers alone. */
  ledgerSeed: Uint8Array
  /** How many proxies in front of us are trusted to write X-Forwarded-For. 0: none. */
  trustedProxies: number
  /** Where files and keys lie. */
  dataFolder: string
  mailFrom: string
  /** Null: letters wait in the outbox (and are read on the mailbox page in demonstration mode). */
  smtpUrl: string | null
  s3Url: string | null
  /** The mailbox from which letters are taken in; none: they come by the other ways alone. */
  imapUrl?: string | null
  /** Letters to followers in a minute, in all; 1200 unless told. A mail server with a limit of its own wants fewer. */
  digestsPerMinute?: number
  /** No file is taken in while less than this is free on the disk of the data folder; 500 MB unless told. */
  minFreeBytes?: number
}
