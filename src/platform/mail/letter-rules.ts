/** A legal notice has effects in law, a service letter answers somebody, a digest was subscribed to. */
export type LetterKind = 'legal' | 'service' | 'digest'

/** docs/decisions/0006-jobs-and-mail.md draws how one leads to the other. */
export type LetterState = 'queued' | 'claimed' | 'sent' | 'uncertain' | 'failed'
