/** A legal notice has effects in law, a service letter answers somebody, a digest was subscribed to. */
export const LETTER_KINDS = ['legal', 'service', 'digest'] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

/**
 * docs/decisions/0006-jobs-and-mail.md draws how one leads to the other. `bounced`: the mail server took it, and it came
 * back. `settled`: staff gave it up, or nobody did and its term is over.
 */
export const LETTER_STATES = ['queued', 'claimed', 'sent', 'uncertain', 'failed', 'bounced', 'settled'] as const
export type LetterState = (typeof LETTER_STATES)[number]

/** Why a letter is given up. `term-over` is for the program alone. */
export const SETTLED_AS = ['delivered-otherwise', 'not-needed', 'term-over'] as const
export type SettledAs = (typeof SETTLED_AS)[number]

/** Waits for somebody to decide: once more, on paper, or not at all. */
export const waitsForStaff = (state: LetterState): boolean => ['uncertain', 'failed', 'bounced'].includes(state)

/**
 * How often a letter is handed to the mail server before it has failed. With the worker's back-off: over two days and a
 * half, so that a server that is down for a day loses none.
 */
export const MOST_SENDINGS = 20

/** A letter in the history. */
export const LETTER_SUBJECT = 'mail.message'

/** The mail server's words without the addresses they often repeat: what is kept of them names nobody. */
export const withoutAddresses = (words: string): string => words.replace(/[^\s<>"']+@[^\s<>"']+/g, '…')
